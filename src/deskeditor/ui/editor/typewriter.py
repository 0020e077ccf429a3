"""Typewriter scrolling: the line that is written stays where it is, and the paper moves."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTextEdit

_HEIGHT: Final = 0.45
"""Where the line of the caret stands, as a part of the editor's height."""


class Typewriter(QObject):
    """Moves one editor's text under its caret while it is on.

    The room below the last line is an addition to the scroll bar's range alone: a margin of the
    document would be an edit of it.
    """

    def __init__(self, editor: QTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._is_on = False
        self._is_held = False
        self._bar = editor.verticalScrollBar()
        # Told before the bar's value is bound to the new range: nothing jumps there and back.
        self._bar.rangeChanged.connect(self._extend)
        editor.cursorPositionChanged.connect(self._follow)
        editor.selectionChanged.connect(self._follow)
        editor.viewport().installEventFilter(self)
        editor.installEventFilter(self)

    def switch(self, on: bool) -> None:
        """Begin or end it."""
        if on == self._is_on:
            return
        self._is_on = on
        if on:
            self._extend()
            self._follow()
        else:
            self._bar.setMaximum(self._natural())
            self._editor.ensureCursorVisible()

    def _natural(self) -> int:
        """How far the text alone can be scrolled."""
        height = self._editor.document().documentLayout().documentSize().height()
        return max(round(height) - self._editor.viewport().height(), 0)

    def _extend(self) -> None:
        if self._is_on:
            room = round(self._editor.viewport().height() * (1 - _HEIGHT))
            self._bar.setMaximum(self._natural() + room)

    def _follow(self) -> None:
        # A click or a drag is about what is under the mouse: it must stay there.
        if not self._is_on or self._is_held or not self._editor.isVisible():
            return
        caret = self._editor.cursorRect()
        off = caret.center().y() - round(self._editor.viewport().height() * _HEIGHT)
        if off:
            self._bar.setValue(self._bar.value() + off)

    def _let_go(self) -> None:
        self._is_held = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and watched is self._editor.viewport():
            if event.type() is QEvent.Type.MouseButtonPress:
                self._is_held = True
            elif event.type() is QEvent.Type.MouseButtonRelease:
                # Not before the editor has done what it does at the release.
                QTimer.singleShot(0, self, self._let_go)
        elif event.type() in (QEvent.Type.KeyPress, QEvent.Type.InputMethod):
            self._let_go()
        elif event.type() is QEvent.Type.Resize and watched is self._editor.viewport():
            self._extend()
            self._follow()
        return super().eventFilter(watched, event)
