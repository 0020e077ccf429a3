"""A body inserted where the cursor is: what paste, drop and the insert commands come to."""

from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from deskeditor.article.body import Body, Code, Footnote, Leaf, Paragraph, Table, leaf_lines, with_marks
from deskeditor.article.line import HARD_BREAK, Line, MarkKind, renamed
from deskeditor.richtext.body_document import write_leaves
from deskeditor.richtext.erasing import erase_selected, footnote_labels
from deskeditor.richtext.pieces import is_below_table, is_spare, leading_object, table_of
from deskeditor.richtext.positions import for_qt
from deskeditor.richtext.properties import ObjectKind
from deskeditor.richtext.runs import write_runs
from deskeditor.richtext.selection import line_of_body
from deskeditor.richtext.shapes import PLAIN, Kind, block_format, shape_of


def insert_line(cursor: QTextCursor, line: Line) -> None:
    """Put `line` in place of the selection, as one step."""
    cursor.beginEditBlock()
    erase_selected(cursor)
    write_runs(cursor, line)
    cursor.endEditBlock()


def insert_body(cursor: QTextCursor, body: Body) -> None:
    """Put `body` in place of the selection, as one step; the cursor is then behind it.

    A single paragraph goes into the text where it is. Inside a cell, a caption, a footnote or code
    only words fit: there the body becomes a line, or plain text.
    """
    cursor.beginEditBlock()
    erase_selected(cursor)
    block = cursor.block()
    shape = shape_of(block.blockFormat())
    if shape.kind is Kind.CODE and leading_object(block) is None:
        cursor.insertText(for_qt(_code_text(body)), QTextCharFormat())
    elif shape.kind is Kind.FOOTNOTE or table_of(block) is not None or _in_caption(cursor):
        write_runs(cursor, line_of_body(body, HARD_BREAK))
    else:
        leave_object(cursor)
        leaves, notes = _with_free_labels(body, cursor.document())
        _insert_leaves(cursor, leaves)
        _append_notes(cursor.document(), notes)
    cursor.endEditBlock()


def _code_text(body: Body) -> str:
    texts = (leaf.text if isinstance(leaf, Code) else line_of_body(Body((leaf,))).text for leaf in body)
    return "\n".join(texts).replace("\n", HARD_BREAK)


def _in_caption(cursor: QTextCursor) -> bool:
    return leading_object(cursor.block()) is ObjectKind.FIGURE and cursor.positionInBlock() > 0


def leave_object(cursor: QTextCursor) -> bool:
    """Move the cursor into a new paragraph, if it stands beside an object that takes no text; else do nothing.

    Before a figure, an embed or a rule the paragraph comes above it, behind an embed or a rule below.
    """
    kind = leading_object(cursor.block())
    if kind is None or (kind is ObjectKind.FIGURE and cursor.positionInBlock() > 0):
        return False
    cursor.beginEditBlock()
    if cursor.positionInBlock() > 0:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.insertBlock(block_format(PLAIN), QTextCharFormat())
    else:
        cursor.insertBlock(cursor.blockFormat(), QTextCharFormat())
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        cursor.setBlockFormat(block_format(PLAIN))
    cursor.endEditBlock()
    return True


def _insert_leaves(cursor: QTextCursor, leaves: tuple[Leaf, ...]) -> None:
    if not leaves:
        return
    if len(leaves) == 1 and isinstance(leaves[0], Paragraph) and not leaves[0].quoted:
        write_runs(cursor, leaves[0].line)
        return
    # Words before the cursor take in a first paragraph, words behind it a last one.
    if not cursor.atBlockStart() and _is_plain(leaves[0]):
        write_runs(cursor, leaf_lines(leaves[0])[0])
        leaves = leaves[1:]
    tail_format = cursor.blockFormat()
    if not cursor.atBlockStart():
        cursor.insertBlock(tail_format, QTextCharFormat())
    takes_last = not cursor.atBlockEnd() and _is_plain(leaves[-1])
    is_open = not (isinstance(leaves[0], Table) and _has_text_above(cursor.block()))
    if is_open:
        cursor.insertBlock(tail_format, QTextCharFormat())
    cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    ends_open = write_leaves(cursor, leaves, is_open=is_open)
    _join_tail(cursor, ends_open=ends_open, takes_last=takes_last)


def _is_plain(leaf: Leaf) -> bool:
    return isinstance(leaf, Paragraph) and not leaf.quoted


def _has_text_above(block: QTextBlock) -> bool:
    return block.previous().isValid() and not is_below_table(block)


def _join_tail(cursor: QTextCursor, *, ends_open: bool, takes_last: bool) -> None:
    """Put what stood behind the insertion in order: the cursor is at the end of the last inserted leaf."""
    block = cursor.block()
    tail = block.next()
    if ends_open:
        # The block that Qt needs behind a table is the tail itself.
        cursor.deleteChar()
        return
    if takes_last:
        its_format = tail.blockFormat()
        cursor.deleteChar()
        cursor.setBlockFormat(its_format)
    elif tail.length() == 1:
        its_format = block.blockFormat()
        cursor.deleteChar()
        cursor.setBlockFormat(its_format)


def _with_free_labels(body: Body, document: QTextDocument) -> tuple[tuple[Leaf, ...], tuple[Footnote, ...]]:
    """The body's leaves and its footnotes, under labels that the document does not use yet."""
    taken = footnote_labels(document)
    names: dict[str, str] = {}
    for note in body:
        if isinstance(note, Footnote):
            names[note.label] = note.label if note.label not in taken else free_label(taken)
            taken.add(names[note.label])
    if not names:
        return body.leaves, ()
    leaves = tuple(
        with_marks(leaf, lambda marks: renamed(marks, MarkKind.FOOTNOTE, names))
        for leaf in body
        if not isinstance(leaf, Footnote)
    )
    notes = tuple(replace(note, label=names[note.label]) for note in body if isinstance(note, Footnote))
    return leaves, notes


def free_label(taken: set[str]) -> str:
    """The first number that is no label yet."""
    return next(str(number) for number in range(1, len(taken) + 2) if str(number) not in taken)


def _append_notes(document: QTextDocument, notes: tuple[Footnote, ...]) -> None:
    if notes:
        append_leaves(document, notes)


def append_leaves(document: QTextDocument, leaves: tuple[Leaf, ...]) -> QTextCursor:
    """Add whole leaves at the end of the document; returns a cursor at the end of the last one."""
    end = QTextCursor(document)
    end.movePosition(QTextCursor.MoveOperation.End)
    last = end.block()
    is_open = is_spare(last) and (not last.previous().isValid() or is_below_table(last))
    write_leaves(end, leaves, is_open=is_open)
    return end
