"""The rows of the notes panel: groups under headings that fold, and the notes of each."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from deskeditor.ui.row_list import RowList
from deskeditor.ui.wrapped_row import HEADING


class NoteList(RowList):
    """The rows: Enter goes there, R answers, Delete removes; Left and Right fold the group of a heading and open it."""

    choice_asked = Signal()
    answer_asked = Signal()
    removal_asked = Signal()
    fold_asked = Signal(bool)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Before Qt takes the first row, which heads a group.
        if self.currentRow() < 0 and event.reason() is not Qt.FocusReason.MouseFocusReason:
            # Keys work on a note at once; a click says itself which one.
            rows = range(self.count())
            self.setCurrentRow(next((row for row in rows if not self.item(row).data(HEADING)), 0))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        is_heading = item is not None and bool(item.data(HEADING))
        if is_heading and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not event.modifiers():
            self.fold_asked.emit(event.key() == Qt.Key.Key_Left)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choice_asked.emit()
        elif event.key() == Qt.Key.Key_R and not event.modifiers():
            self.answer_asked.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not event.modifiers():
            self.removal_asked.emit()
        else:
            super().keyPressEvent(event)
