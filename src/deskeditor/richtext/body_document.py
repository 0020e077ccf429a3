"""A body as a document, one leaf a block, and back."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from deskeditor.article.body import (
    Attribution,
    Body,
    Code,
    Embed,
    Figure,
    Footnote,
    Heading,
    Leaf,
    ListItem,
    Paragraph,
    Rule,
    Table,
    body_of,
)
from deskeditor.article.line import EMPTY_LINE, HARD_BREAK, OBJECT, Line, MarkKind
from deskeditor.richtext.objects import object_format, object_leaf
from deskeditor.richtext.pieces import Piece, pieces_of
from deskeditor.richtext.positions import for_qt
from deskeditor.richtext.runs import FormatReader, read_runs, write_runs
from deskeditor.richtext.shapes import PLAIN, Kind, block_format, object_block_format, shape_of_leaf, start_format
from deskeditor.richtext.tables import read_table, write_table

MARGIN: Final = 16
"""Pixels around the text of a body."""


def load_body(document: QTextDocument, body: Body) -> None:
    """Fill a document that nobody has open yet: its undo steps are forgotten."""
    was_enabled = document.isUndoRedoEnabled()
    document.setUndoRedoEnabled(False)
    # Given here, where nothing is a step: a document takes its margin as an edit.
    document.setDocumentMargin(MARGIN)
    write_whole(QTextCursor(document), body)
    document.setUndoRedoEnabled(was_enabled)
    document.setModified(False)


def write_whole(cursor: QTextCursor, body: Body) -> None:
    """Write a body in the place of all that the cursor's document holds, as one step of undo."""
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    cursor.setBlockFormat(block_format(PLAIN))
    cursor.setBlockCharFormat(QTextCharFormat())
    write_leaves(cursor, body.leaves, is_open=True)
    cursor.endEditBlock()


def write_leaves(cursor: QTextCursor, leaves: Sequence[Leaf], *, is_open: bool) -> bool:
    """Insert whole leaves behind the cursor, which is then at the end of the last one.

    `is_open` says that the cursor stands in an empty block which the first leaf may take. Returns
    whether it ends in such a block: the one that Qt needs behind a table.
    """
    for number, leaf in enumerate(leaves):
        if isinstance(leaf, Table):
            write_table(cursor, leaf)
            cursor.setBlockFormat(block_format(PLAIN))
            cursor.setBlockCharFormat(QTextCharFormat())
            is_open = True
            continue
        stands_alone = _is_edge(leaves, number - 1) and _is_edge(leaves, number + 1)
        shape = shape_of_leaf(leaf)
        its_format = (
            object_block_format()
            if isinstance(leaf, Figure | Embed | Rule)
            else block_format(shape, kept=stands_alone and leaf == Paragraph(line=EMPTY_LINE))
        )
        if is_open:
            cursor.setBlockFormat(its_format)
            cursor.setBlockCharFormat(start_format(shape))
        else:
            cursor.insertBlock(its_format, start_format(shape))
        _write_text(cursor, leaf)
        is_open = False
    return is_open


def _is_edge(leaves: Sequence[Leaf], number: int) -> bool:
    return not 0 <= number < len(leaves) or isinstance(leaves[number], Table)


def _write_text(cursor: QTextCursor, leaf: Leaf) -> None:
    match leaf:
        case Code():
            cursor.insertText(for_qt(leaf.text.replace("\n", HARD_BREAK)), QTextCharFormat())
        case Figure():
            cursor.insertText(OBJECT, object_format(leaf))
            write_runs(cursor, leaf.caption)
        case Embed() | Rule():
            cursor.insertText(OBJECT, object_format(leaf))
        case Paragraph() | Heading() | Attribution() | ListItem() | Footnote():
            write_runs(cursor, leaf.line)


def read_body(document: QTextDocument) -> Body:
    """The body that the document holds: no word of it is left out, whatever the editing did to its blocks."""
    reader = FormatReader()
    return body_of(read_piece(piece, reader) for piece in pieces_of(document))


def read_piece(piece: Piece, reader: FormatReader) -> Leaf:
    """The leaf that stands at a piece of the document."""
    if piece.table is not None:
        return read_table(piece.table, reader)
    line = read_runs(piece.block, reader, piece.start, piece.end)
    if piece.format is not None:
        return object_leaf(piece.format, line)
    shape = piece.shape
    match shape.kind:
        case Kind.PARAGRAPH:
            return Paragraph(line=line, quoted=shape.quoted)
        case Kind.HEADING:
            return Heading(level=shape.level, line=line, quoted=shape.quoted)
        case Kind.ATTRIBUTION:
            return Attribution(line=line)
        case Kind.ITEM:
            return ListItem(line=line, path=shape.path, quoted=shape.quoted)
        case Kind.CODE:
            return Code(text=code_text(line), language=shape.label, quoted=shape.quoted)
        case Kind.FOOTNOTE:
            return Footnote(label=shape.label, line=line)


def code_text(line: Line) -> str:
    """The text of code as it stands in a block: what was joined to it without marks and footnote references."""
    return "".join(run.text for run in line if not run.has(MarkKind.FOOTNOTE)).replace(HARD_BREAK, "\n")
