"""Which part of a text can be seen."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QTextEdit


def blocks_in_view(editor: QTextEdit) -> tuple[int, int]:
    """The numbers of the first and the last block in view."""
    first, last = (editor.document().findBlock(place).blockNumber() for place in places_in_view(editor))
    return first, last


def places_in_view(editor: QTextEdit) -> tuple[int, int]:
    """The positions of the first and the last place in view, in UTF-16 units."""
    viewport = editor.viewport()
    first = editor.cursorForPosition(QPoint(0, 0)).position()
    last = editor.cursorForPosition(QPoint(viewport.width(), viewport.height())).position()
    return first, last
