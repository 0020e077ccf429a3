"""What a cursor has selected, as blocks, as stretches of text and as values."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from deskeditor.article.body import Body, Code, Footnote, Leaf, Paragraph, Table, body_of, leaf_lines
from deskeditor.article.line import Line, MarkKind, Marks, join_lines, map_marks, plain_line
from deskeditor.richtext.body_document import code_text, read_piece
from deskeditor.richtext.marks import char_format, marks_of
from deskeditor.richtext.objects import object_kind
from deskeditor.richtext.pieces import Piece, leading_object, pieces_of, table_of
from deskeditor.richtext.runs import FormatReader, read_runs
from deskeditor.richtext.shapes import Kind, shape_of
from deskeditor.richtext.tables import column_align, read_cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Text under one format, between two document positions."""

    start: int
    end: int
    format: QTextCharFormat


def blocks_between(cursor: QTextCursor) -> list[QTextBlock]:
    """The blocks that the selection touches, tables' too; one that it only ends at the start of is left out."""
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    end = cursor.selectionEnd()
    found = [block]
    while (block := block.next()).isValid() and block.position() < end:
        found.append(block)
    return found


def text_blocks(cursor: QTextCursor) -> list[QTextBlock]:
    """The selected blocks whose shape a person can choose: outside tables, no object, no footnote."""
    return [
        block
        for block in blocks_between(cursor)
        if leading_object(block) is None
        and shape_of(block.blockFormat()).kind is not Kind.FOOTNOTE
        and table_of(block) is None
    ]


def stretches(cursor: QTextCursor) -> Iterator[Stretch]:
    """The selected text that can carry marks, by format: no code, no leaf's object, only selected cells."""
    spans = _cell_spans(cursor) if cursor.hasComplexSelection() else [(cursor.selectionStart(), cursor.selectionEnd())]
    document = cursor.document()
    for start, end in spans:
        block = document.findBlock(start)
        while block.isValid() and block.position() < end:
            if shape_of(block.blockFormat()).kind is not Kind.CODE:
                yield from _stretches_in(block, start, end)
            block = block.next()


def _cell_spans(cursor: QTextCursor) -> list[tuple[int, int]]:
    table = cursor.currentTable()
    rows, columns = selected_cells(cursor)
    cells = [table.cellAt(row, column) for row in rows for column in columns]
    return [(cell.firstPosition(), cell.lastPosition()) for cell in cells]


def selected_cells(cursor: QTextCursor) -> tuple[range, range]:
    """The rows and the columns of the table that the selection spans; the cell of the caret, without one."""
    if not cursor.hasComplexSelection():
        cell = cursor.currentTable().cellAt(cursor)
        return range(cell.row(), cell.row() + 1), range(cell.column(), cell.column() + 1)
    # The stubs know neither the result nor that it is four numbers.
    row, rows, column, columns = cast("tuple[int, int, int, int]", cursor.selectedTableCells())
    return range(row, row + rows), range(column, column + columns)


def _stretches_in(block: QTextBlock, start: int, end: int) -> list[Stretch]:
    found: list[Stretch] = []
    part = block.begin()
    while not part.atEnd():
        fragment = part.fragment()
        part += 1
        first = max(fragment.position(), start)
        last = min(fragment.position() + fragment.length(), end)
        if first < last and object_kind(fragment.charFormat()) is None:
            found.append(Stretch(start=first, end=last, format=fragment.charFormat()))
    return found


def change_marks(cursor: QTextCursor, change: Callable[[Marks], Marks]) -> None:
    """Give the selected text the marks that `change` makes of its own, as one step; without a selection, nothing.

    Formats are rebuilt from marks, so that nothing but marks stays on the text.
    """
    changes = [(part, change(marks_of(part.format))) for part in stretches(cursor)]
    changes = [(part, marks) for part, marks in changes if marks != marks_of(part.format)]
    if not changes:
        return
    editing = QTextCursor(cursor.document())
    editing.beginEditBlock()
    for part, marks in changes:
        editing.setPosition(part.start)
        editing.setPosition(part.end, QTextCursor.MoveMode.KeepAnchor)
        editing.setCharFormat(char_format(marks))
    editing.endEditBlock()


def selected_line(cursor: QTextCursor) -> Line:
    """The selected words as one line, as `line_of_body` makes it."""
    return line_of_body(selected_body(cursor))


def line_of_body(body: Body, separator: str = " ") -> Line:
    """A body as one line: its leaves' lines joined by `separator`, footnotes and their references left out."""
    lines: list[Line] = []
    for leaf in body:
        if isinstance(leaf, Code):
            lines.append(plain_line(leaf.text))
        elif not isinstance(leaf, Footnote):
            lines.extend(map_marks(line, frozenset({MarkKind.FOOTNOTE})) for line in leaf_lines(leaf))
    return join_lines((line for line in lines if line), separator)


def selected_body(cursor: QTextCursor) -> Body:
    """The selection as a body. Words out of the middle of one leaf are a paragraph."""
    if not cursor.hasSelection():
        return Body()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    reader = FormatReader()
    document = cursor.document()
    table = table_of(document.findBlock(start))
    if table is not None and table.firstPosition() <= end <= table.lastPosition():
        return _selected_in_table(cursor, reader)
    touched = [piece for piece in pieces_of(document) if _touches(piece, start, end)]
    if len(touched) == 1 and touched[0].object is None and touched[0].table is None:
        return _with_notes((_part_of(touched[0], start, end, reader),), document, reader)
    return _with_notes([_sliced(piece, start, end, reader) for piece in touched], document, reader)


def _with_notes(leaves: Sequence[Leaf], document: QTextDocument, reader: FormatReader) -> Body:
    """The leaves as a body, with the footnotes that they refer to."""
    wanted = {
        run.value(MarkKind.FOOTNOTE)
        for leaf in leaves
        for line in leaf_lines(leaf)
        for run in line
        if run.has(MarkKind.FOOTNOTE)
    } - {leaf.label for leaf in leaves if isinstance(leaf, Footnote)}
    if not wanted:
        return body_of(leaves)
    notes = (piece for piece in pieces_of(document) if piece.shape.kind is Kind.FOOTNOTE)
    return body_of((*leaves, *(read_piece(piece, reader) for piece in notes if piece.shape.label in wanted)))


def _touches(piece: Piece, start: int, end: int) -> bool:
    if piece.table is not None:
        return start < piece.table.lastPosition() and end > piece.table.firstPosition()
    origin = piece.block.position()
    first = origin + piece.start - (piece.object is not None)
    last = origin + piece.end
    return (first < end and last > start) or (first == last and start <= first < end)


def _part_of(piece: Piece, start: int, end: int, reader: FormatReader) -> Leaf:
    origin = piece.block.position()
    line = read_runs(piece.block, reader, max(start - origin, piece.start), min(end - origin, piece.end))
    if piece.shape.kind is Kind.CODE:
        return Code(text=code_text(line), language=piece.shape.label)
    return Paragraph(line=line)


def _sliced(piece: Piece, start: int, end: int, reader: FormatReader) -> Leaf:
    """The leaf as far as it is selected; a table or an object goes whole."""
    if piece.table is not None:
        return read_piece(piece, reader)
    origin = piece.block.position()
    first, last = max(start - origin, piece.start), min(end - origin, piece.end)
    cut = Piece(
        block=piece.block,
        start=first,
        end=max(first, last),
        shape=piece.shape,
        object=piece.object,
        format=piece.format,
    )
    if piece.object is not None and start > origin + piece.start - 1:
        return Paragraph(line=read_runs(piece.block, reader, cut.start, cut.end))
    return read_piece(cut, reader)


def _selected_in_table(cursor: QTextCursor, reader: FormatReader) -> Body:
    table = cursor.currentTable()
    if not cursor.hasComplexSelection():
        block = cursor.document().findBlock(cursor.selectionStart())
        origin = block.position()
        line = read_runs(block, reader, cursor.selectionStart() - origin, cursor.selectionEnd() - origin)
        return _with_notes((Paragraph(line=line),), cursor.document(), reader)
    rows, columns = selected_cells(cursor)
    part = Table(
        rows=tuple(tuple(read_cell(table.cellAt(row, column), reader) for column in columns) for row in rows),
        header=rows.start == 0 and table.format().headerRowCount() > 0,
        alignments=tuple(column_align(table, column) for column in columns),
    )
    return _with_notes((part,), cursor.document(), reader)


def neighbours(cursor: QTextCursor) -> tuple[Marks, Marks]:
    """The marks of the characters before and after the cursor's position, in its block."""
    block = cursor.block()
    at = cursor.position()
    before: Marks = frozenset()
    after: Marks = frozenset()
    part = block.begin()
    while not part.atEnd():
        fragment = part.fragment()
        part += 1
        if fragment.position() < at <= fragment.position() + fragment.length():
            before = marks_of(fragment.charFormat())
        if fragment.position() <= at < fragment.position() + fragment.length():
            after = marks_of(fragment.charFormat())
            break
    return before, after


def caret_marks(cursor: QTextCursor) -> Marks:
    """The marks that the caret lies in: those of both neighbours where it has two, of a selection its end's."""
    if cursor.hasSelection():
        return marks_of(cursor.charFormat())
    before, after = neighbours(cursor)
    return before & after if before and after else before | after


def is_code(cursor: QTextCursor) -> bool:
    """Whether the words at the caret, or those of the selection beside it, are code."""
    if shape_of(cursor.blockFormat()).kind is Kind.CODE:
        return True
    return any(mark.kind is MarkKind.CODE for mark in marks_of(cursor.charFormat()))
