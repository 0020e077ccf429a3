"""Keeps the words where the eye is while the text grows or shrinks, and makes it do so by the wheel."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtWidgets import QTextEdit

_NOTCH: Final = 120
"""Eighths of a degree: one notch of a wheel."""


@contextmanager
def held_in_place(editor: QTextEdit) -> Iterator[None]:
    """Let the line of the caret stay at its height, or the first one seen where the caret is out of sight."""
    view = editor.viewport().rect()
    at = editor.textCursor()
    if not view.contains(editor.cursorRect(at).center()):
        at = editor.cursorForPosition(QPoint(view.center().x(), 0))
    at = QTextCursor(at)
    height = editor.cursorRect(at).center().y()
    yield
    bar = editor.verticalScrollBar()
    bar.setValue(bar.value() + editor.cursorRect(at).center().y() - height)


class WheelZoom(QObject):
    """Says when the wheel is turned over a text with Ctrl held."""

    turned = Signal(bool)
    """One notch, up or down."""

    def __init__(self, editor: QTextEdit) -> None:
        super().__init__(editor)
        self._turned = 0
        editor.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QWheelEvent) or not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return super().eventFilter(watched, event)
        self._turned += event.angleDelta().y()
        while abs(self._turned) >= _NOTCH:
            up = self._turned > 0
            self._turned -= _NOTCH if up else -_NOTCH
            self.turned.emit(up)
        return True
