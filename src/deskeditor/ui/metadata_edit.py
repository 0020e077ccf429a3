"""The one-line input of short metadata: it says when a value is meant, and leaves undo to the window."""

from typing import Final

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

COMMIT_PAUSE: Final = 700
"""Milliseconds without a key after which what stands in an input is a value."""


def is_undo_or_redo(event: QKeyEvent) -> bool:
    """Whether a key asks for undo or redo."""
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


class MetadataEdit(QLineEdit):
    """`committed` carries the text on Enter, on leaving and after a pause, where it differs from the last one.

    Copy never stands in here: Ctrl+Z goes past the input to the window's own undo.
    """

    committed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._known = ""
        self._pause = QTimer(self, singleShot=True, interval=COMMIT_PAUSE)
        self._pause.timeout.connect(self.commit)
        self.textEdited.connect(self._pause.start)
        self.returnPressed.connect(self.commit)

    def show_text(self, text: str) -> None:
        """Show a value that came from the article; the caret stays where nothing changed."""
        self._pause.stop()
        self._known = text
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0 if not self.hasFocus() else len(text))

    def commit(self) -> None:
        """Say what stands in the input, if that is news."""
        self._pause.stop()
        if self.text() != self._known:
            self._known = self.text()
            self.committed.emit(self._known)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_undo_or_redo(event):
            # What was typed becomes a step first, so that it is what the window takes back.
            self.commit()
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo_or_redo(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.commit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        # The stock menu offers an undo that is not the window's: leave its first part out.
        menu = self.createStandardContextMenu()
        for action in menu.actions()[:3]:
            menu.removeAction(action)
        menu.exec(event.globalPos())
        menu.deleteLater()
