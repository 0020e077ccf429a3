"""The veil of the focus mode: what is not at hand stands back, and can still be read."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QTextCursor

from deskeditor.richtext.pieces import table_of

VEIL: Final = 0.38
"""How much of the ground's colour lies over the words: ink keeps a contrast of 4.5:1 in both looks."""


def paint_veil(painter: QPainter, cursor: QTextCursor, clip: QRectF, ground: QColor) -> None:
    """Paint over all of `clip` but the leaves that the cursor touches; all in the document's coordinates."""
    colour = QColor(ground)
    colour.setAlphaF(VEIL)
    covered = QPainterPath()
    covered.addRect(clip)
    bright = QPainterPath()
    bright.addRect(bright_part(cursor, clip))
    painter.fillPath(covered.subtracted(bright), colour)


def bright_part(cursor: QTextCursor, clip: QRectF) -> QRectF:
    """The stripe of `clip`, as wide as it, in which the leaf of the caret or the selected ones stand."""
    document = cursor.document()
    layout = document.documentLayout()
    top, bottom = float("inf"), float("-inf")
    for position in (cursor.selectionStart(), cursor.selectionEnd()):
        block = document.findBlock(position)
        table = table_of(block)
        rect = layout.frameBoundingRect(table) if table is not None else layout.blockBoundingRect(block)
        top, bottom = min(top, rect.top()), max(bottom, rect.bottom())
    return QRectF(clip.left(), top, clip.width(), bottom - top)
