"""What an empty text says of itself, in the font of the words to come."""

from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QTextEdit

from deskeditor.richtext.pieces import is_spare


def paint_hint(editor: QTextEdit, hint: str) -> None:
    """Paint the hint where the first line of an empty text is; nothing where there is text, or some is composed."""
    document = editor.document()
    block = document.begin()
    if not document.isEmpty() or block.layout().preeditAreaText() or not is_spare(block):
        return
    painter = QPainter(editor.viewport())
    painter.setFont(document.defaultFont())
    painter.setPen(editor.palette().color(QPalette.ColorRole.PlaceholderText))
    place = document.documentLayout().blockBoundingRect(block)
    painter.drawText(place.translated(0, -editor.verticalScrollBar().value()), hint)
    painter.end()
