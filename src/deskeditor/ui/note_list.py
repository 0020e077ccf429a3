"""The rows of the notes panel."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from deskeditor.ui.row_list import RowList


class NoteList(RowList):
    """The rows: R answers, Delete removes."""

    answer_asked = Signal()
    removal_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_R and not event.modifiers():
            self.answer_asked.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not event.modifiers():
            self.removal_asked.emit()
        else:
            super().keyPressEvent(event)
