"""Places of the article as cursors in a document, and back."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from deskeditor.article.place import Field, Place
from deskeditor.richtext.pieces import Piece, pieces_of
from deskeditor.richtext.positions import to_code_point, to_utf16
from deskeditor.richtext.runs import FormatReader
from deskeditor.richtext.tables import read_cell


def place_to_cursor(document: QTextDocument, place: Place) -> QTextCursor:
    """A cursor that selects the place, or stands as near to it as the document allows."""
    return places_to_cursors(document, (place,))[0]


def places_to_cursors(document: QTextDocument, places: Sequence[Place]) -> list[QTextCursor]:
    """A cursor for each place: the document is walked through once, however many they are."""
    pieces = pieces_of(document) if any(place.field is Field.BODY for place in places) else []
    return [_cursor_at(document, pieces, place) for place in places]


def _cursor_at(document: QTextDocument, pieces: Sequence[Piece], place: Place) -> QTextCursor:
    if place.field is not Field.BODY:
        return _selected(document.begin(), 0, place.start, place.end)
    if not pieces:
        return QTextCursor(document)
    piece = pieces[min(max(place.leaf, 0), len(pieces) - 1)]
    if piece.table is not None:
        return _in_table(piece, place.start, place.end)
    if piece.object is not None and piece.start == piece.end:
        cursor = QTextCursor(piece.block)
        cursor.setPosition(piece.block.position() + piece.start - 1)
        cursor.setPosition(piece.block.position() + piece.start, QTextCursor.MoveMode.KeepAnchor)
        return cursor
    return _selected(piece.block, piece.start, place.start, place.end)


def _selected(block: QTextBlock, origin: int, start: int, end: int) -> QTextCursor:
    """A cursor over the code points `start` to `end`, counted from the UTF-16 offset `origin` of the block."""
    text = block.text()
    skipped = to_code_point(text, origin)
    length = block.length() - 1
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + min(to_utf16(text, skipped + max(start, 0)), length))
    cursor.setPosition(
        block.position() + min(to_utf16(text, skipped + max(end, start, 0)), length), QTextCursor.MoveMode.KeepAnchor
    )
    return cursor


def _in_table(piece: Piece, start: int, end: int) -> QTextCursor:
    """A cursor in the table's text as `leaf_text` lays it out: both ends in cells."""
    first = _table_position(piece, start)
    last = _table_position(piece, end) if end > start else first
    cursor = QTextCursor(piece.block)
    cursor.setPosition(first)
    cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _table_position(piece: Piece, at: int) -> int:
    table = piece.table
    assert table is not None
    reader = FormatReader()
    left = max(at, 0)
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            length = len(read_cell(cell, reader))
            if left <= length:
                block = cell.firstCursorPosition().block()
                return block.position() + min(to_utf16(block.text(), left), block.length() - 1)
            left -= length + 1
    return table.lastPosition()


def cursor_to_place(cursor: QTextCursor, *, field: Field = Field.BODY, bullet: UUID | None = None) -> Place:
    """The place of the cursor's selection, within the leaf that it begins in."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    document = cursor.document()
    if field is not Field.BODY:
        text = document.begin().text()
        return Place(field=field, bullet=bullet, start=to_code_point(text, start), end=to_code_point(text, end))
    number, piece = _piece_at(document, start)
    if piece is None:
        return Place(field=field, leaf=number)
    if piece.table is not None:
        first = _offset_in_table(piece, start)
        return Place(field=field, leaf=number, start=first, end=max(_offset_in_table(piece, end), first))
    text = piece.block.text()
    origin = piece.block.position()
    skipped = to_code_point(text, piece.start)
    limit = to_code_point(text, piece.end) - skipped
    first, last = (min(max(to_code_point(text, at - origin) - skipped, 0), limit) for at in (start, end))
    return Place(field=field, leaf=number, start=first, end=max(first, last))


def _piece_at(document: QTextDocument, position: int) -> tuple[int, Piece | None]:
    """The number and the piece of the leaf at a document position, or of the nearest one before it."""
    best: tuple[int, Piece | None] = (0, None)
    nearest = -1
    for number, piece in enumerate(pieces_of(document)):
        if piece.table is not None:
            begins, ends = piece.table.firstPosition(), piece.table.lastPosition()
        else:
            origin = piece.block.position()
            begins, ends = origin + piece.start - (piece.object is not None), origin + piece.end
        if begins <= position <= ends:
            return number, piece
        if nearest < begins < position:
            nearest, best = begins, (number, piece)
    return best


def _offset_in_table(piece: Piece, position: int) -> int:
    table = piece.table
    assert table is not None
    reader = FormatReader()
    passed = 0
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            if position <= cell.lastPosition():
                block = cell.firstCursorPosition().block()
                return passed + to_code_point(block.text(), max(position - block.position(), 0))
            passed += len(read_cell(cell, reader)) + 1
    return max(passed - 1, 0)
