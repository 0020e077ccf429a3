"""The rows of the queries panel."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from deskeditor.ui.row_list import RowList


class QueryList(RowList):
    """`letter_pressed` carries a plain letter typed on a row: each of the acts has one."""

    letter_pressed = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt would look for a row that begins with it.
        if event.text().isalpha() and not event.modifiers():
            self.letter_pressed.emit(event.text().upper())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Qt takes the first row for the one at hand, and shows nobody.
        if self.currentRow() >= 0:
            self.setCurrentRow(self.currentRow())
        elif self.count():
            self.setCurrentRow(0)
