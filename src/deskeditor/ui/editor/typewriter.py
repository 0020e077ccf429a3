"""Where the line that is written stands: in typewriter scrolling at one height, else never close to the lower edge."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTextEdit

_HEIGHT: Final = 0.45
"""Where the line of the caret stands, as a part of the editor's height."""
_ROOM: Final = 48
"""Pixels that keys leave below the line of the caret where it isn't held at one height."""


class Typewriter(QObject):
    """Moves one editor's text under its caret: while it is on always, else where a key brings it to the lower edge.

    The room below the last line is an addition to the scroll bar's range alone: a margin of the
    document would be an edit of it.
    """

    def __init__(self, editor: QTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._is_on = False
        self._is_held = False
        self._is_by_key = False
        self._is_extending = False
        self._bar = editor.verticalScrollBar()
        # Told before the bar's value is bound to the new range: nothing jumps there and back.
        self._bar.rangeChanged.connect(self._follow_range)
        self._bar.valueChanged.connect(self._follow_scroll)
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
            self._set_maximum(self._natural())
            self._editor.ensureCursorVisible()

    def _natural(self) -> int:
        """How far the text alone can be scrolled."""
        height = self._editor.document().documentLayout().documentSize().height()
        return max(round(height) - self._editor.viewport().height(), 0)

    def _follow_range(self, _minimum: int, maximum: int) -> None:
        if self._is_on:
            self._extend()
        elif not self._is_extending:
            # Not asked of the document: it would lay out all of a long text at once.
            self._set_maximum(maximum)

    def _set_maximum(self, natural: int) -> None:
        """Let the text be scrolled so far, and where it has to be scrolled at all, a little farther."""
        self._is_extending = True
        self._bar.setMaximum(natural + self._room() if natural else 0)
        self._is_extending = False

    def _room(self) -> int:
        return min(_ROOM, self._editor.viewport().height() // 4)

    def _extend(self) -> None:
        if self._is_on:
            room = round(self._editor.viewport().height() * (1 - _HEIGHT))
            self._bar.setMaximum(self._natural() + room)

    def _follow(self) -> None:
        # A click or a drag is about what is under the mouse: it must stay there.
        if self._is_held or not self._editor.isVisible():
            return
        if self._is_on:
            self._hold_height()
        elif self._is_by_key:
            self._keep_off_edge()

    def _follow_scroll(self) -> None:
        # By now the caret that a key took out of sight is shown, at the very edge.
        if not self._is_on and self._is_by_key and not self._is_held and self._editor.isVisible():
            self._keep_off_edge()

    def _hold_height(self) -> None:
        caret = self._editor.cursorRect()
        off = caret.center().y() - round(self._editor.viewport().height() * _HEIGHT)
        if off:
            self._bar.setValue(self._bar.value() + off)

    def _keep_off_edge(self) -> None:
        caret, view = self._editor.cursorRect(), self._editor.viewport().height()
        off = caret.bottom() + self._room() - view
        # One that is out of sight is none of a key's doing, or Qt shows it yet.
        if off > 0 and caret.top() < view:
            self._bar.setValue(self._bar.value() + off)

    def _let_go(self) -> None:
        self._is_held = False

    def _end_key(self) -> None:
        self._is_by_key = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and watched is self._editor.viewport():
            if event.type() is QEvent.Type.MouseButtonPress:
                self._is_held = True
            elif event.type() is QEvent.Type.MouseButtonRelease:
                # Not before the editor has done what it does at the release.
                QTimer.singleShot(0, self, self._let_go)
        elif event.type() is QEvent.Type.Wheel:
            self._end_key()
        elif event.type() in (QEvent.Type.KeyPress, QEvent.Type.InputMethod):
            self._let_go()
            self._is_by_key = True
            QTimer.singleShot(0, self, self._end_key)
        elif event.type() is QEvent.Type.Resize and watched is self._editor.viewport():
            self._extend()
            self._follow()
        return super().eventFilter(watched, event)
