"""Giving an open document another body: only the leaves that differ are written."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtGui import QTextCursor, QTextDocument

from deskeditor.article.body import Body, Leaf, Table
from deskeditor.richtext.body_document import read_body, write_leaves, write_whole
from deskeditor.richtext.pieces import Piece, pieces_of


def replace_body(document: QTextDocument, body: Body, *, before: Body | None = None) -> None:
    """Give an open document another body, as one step of undo. An equal body is no step.

    `before` is the body that the document holds, where it was just read.
    """
    before = read_body(document) if before is None else before
    if before == body:
        return
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    if not _replace_differing(cursor, before.leaves, body.leaves) or read_body(document) != body:
        write_whole(cursor, body)
    cursor.endEditBlock()


def _replace_differing(cursor: QTextCursor, old: Sequence[Leaf], new: Sequence[Leaf]) -> bool:
    """Write the leaves between the equal ones at both ends; False, and nothing done, where they are no plain blocks."""
    shorter = min(len(old), len(new))
    top = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    end = next((at for at in range(shorter - top) if old[-1 - at] != new[-1 - at]), shorter - top)
    # One leaf on each side at least: a block is taken out together with what parts it from the next one.
    if top + end == shorter:
        if top:
            top -= 1
        elif end:
            end -= 1
        else:
            return False
    taken, given = range(top, len(old) - end), new[top : len(new) - end]
    around = [*given, *old[max(top - 1, 0) : taken.stop + 1]]
    pieces = pieces_of(cursor.document())
    if len(pieces) != len(old) or any(isinstance(leaf, Table) for leaf in around):
        return False
    blocks = [pieces[at] for at in taken]
    if not all(_is_whole(piece) for piece in blocks) or any(
        above.block.next() != below.block for above, below in pairwise(blocks)
    ):
        return False
    cursor.setPosition(blocks[0].block.position())
    cursor.setPosition(blocks[-1].block.position() + blocks[-1].block.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    write_leaves(cursor, given, is_open=True)
    return True


def _is_whole(piece: Piece) -> bool:
    """Whether the leaf has its block for itself."""
    return piece.start == (piece.object is not None) and piece.end == piece.block.length() - 1
