"""Leaves moved up or down by the caret: a function on a cursor, one step of undo."""

from PySide6.QtGui import QTextCursor, QTextDocument

from deskeditor.article.moving import move_leaves
from deskeditor.richtext.body_document import read_body
from deskeditor.richtext.pieces import Piece, pieces_of
from deskeditor.richtext.replacing import replace_body


def move_selected(cursor: QTextCursor, *, up: bool) -> None:
    """Move the leaf the cursor is in, or all that are selected, past its neighbour; the selection goes along."""
    document = cursor.document()
    pieces = pieces_of(document)
    first = _number_at(pieces, cursor.selectionStart())
    last = _number_at(pieces, cursor.selectionEnd())
    if first is None or last is None:
        return
    if last > first and cursor.selectionEnd() == _start_of(pieces[last]):
        # It only ends at the start of this one.
        last -= 1
    before = read_body(document)
    moved = move_leaves(before, first, last, up=up)
    if moved is None:
        return
    ends = [_place(pieces, position) for position in (cursor.anchor(), cursor.position())]
    replace_body(document, moved.body, before=before)
    anchor, position = (_position(document, moved.number(number), offset) for number, offset in ends)
    cursor.setPosition(anchor)
    cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)


def _start_of(piece: Piece) -> int:
    return piece.block.position() + piece.start - (piece.object is not None)


def _end_of(piece: Piece) -> int:
    return piece.table.lastPosition() if piece.table is not None else piece.block.position() + piece.end


def _number_at(pieces: list[Piece], position: int) -> int | None:
    """The number of the leaf at a position of the document; None in a block that is no leaf."""
    return next((number for number, piece in enumerate(pieces) if _start_of(piece) <= position <= _end_of(piece)), None)


def _place(pieces: list[Piece], position: int) -> tuple[int, int]:
    number = _number_at(pieces, position)
    assert number is not None
    return number, position - _start_of(pieces[number])


def _position(document: QTextDocument, number: int, offset: int) -> int:
    piece = pieces_of(document)[number]
    return min(_start_of(piece) + offset, _end_of(piece))
