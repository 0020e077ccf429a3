"""Which part of a text can be seen."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QTextEdit


def blocks_in_view(editor: QTextEdit) -> tuple[int, int]:
    """The numbers of the first and the last block in view."""
    viewport = editor.viewport()
    first = editor.cursorForPosition(QPoint(0, 0)).block().blockNumber()
    last = editor.cursorForPosition(QPoint(viewport.width(), viewport.height())).block().blockNumber()
    return first, last
