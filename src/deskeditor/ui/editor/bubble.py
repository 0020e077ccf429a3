"""The small window at the words in which something about them is given: what all of its kinds share."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtCore import QEvent, QMetaObject, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QToolButton, QWidget

from deskeditor.ui.theme import set_variant

_WIDTH = 380
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Bubble(QFrame):
    """Asks for something. Escape closes it without a change, and so does the focus going elsewhere."""

    given = Signal(object)
    removed = Signal()
    closed = Signal()
    """The person is done with it."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._inputs: list[QWidget] = []
        self._takers_of_lines: frozenset[QWidget] = frozenset()
        self._connections: tuple[QMetaObject.Connection, ...] = ()
        set_variant(self, "card")
        self.setAccessibleName(name)
        self.setAutoFillBackground(True)
        self.hide()

    def answer_to(
        self,
        *,
        given: Callable[..., None],
        closed: Callable[[], None],
        removed: Callable[[], None] | None = None,
    ) -> None:
        """Answer to these methods of the text that asks next, and to no other's any more."""
        for connection in self._connections:
            QObject.disconnect(connection)
        self._connections = (self.given.connect(given), self.closed.connect(closed))
        if removed is not None:
            self._connections += (self.removed.connect(removed),)

    def _watch(self, inputs: Iterable[QWidget], *, lines: Iterable[QWidget] = ()) -> None:
        """Take these for the inputs: the first one gets the focus, Enter and Escape are the bubble's in all.

        In those of `lines` Shift+Enter begins a new line.
        """
        self._inputs = list(inputs)
        self._takers_of_lines = frozenset(lines)
        for widget in self._inputs:
            widget.installEventFilter(self)

    def _open_at(self, words: QRect) -> None:
        """Show the bubble under `words`, a rectangle of its parent, or over them where there is no room."""
        room = self._over.rect()
        self.setFixedWidth(min(_WIDTH, room.width()))
        self.adjustSize()
        below = words.bottom() + 4
        above = words.top() - self.height() - 4
        if below + self.height() <= room.height():
            y = below
        else:
            y = above if above >= 0 else max(room.height() - self.height() - 4, 0)
        self.move(QPoint(max(min(words.left(), room.width() - self.width()), 0), y))
        self.show()
        self.raise_()
        self._inputs[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def _give(self) -> None:
        """Say what was given, if it will do, and close."""
        raise NotImplementedError

    def _leave(self) -> None:
        """The person went on elsewhere."""
        self.hide()

    def _close(self) -> None:
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What an input leaves over must not reach the text below.
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            # Taken here, also from the window's shortcuts, so that Escape closes no more than the bubble.
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self._close()
            return True
        if isinstance(event, QKeyEvent) and event.key() in _ENTER and self._is_new_line(watched, event):
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            if isinstance(watched, QPushButton | QToolButton):
                watched.click()
            else:
                self._give()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _TABS:
            back = event.key() == Qt.Key.Key_Backtab or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._step(-1 if back else 1)
            return True
        if event.type() == QEvent.Type.FocusOut and self.isVisible() and not self._has_focus():
            self._leave()
        return False

    def _is_new_line(self, watched: QObject, event: QKeyEvent) -> bool:
        return watched in self._takers_of_lines and bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)

    def _step(self, by: int) -> None:
        """Go round the inputs: the window's own way of Tab would lead out of the bubble."""
        usable = [widget for widget in self._inputs if widget.isVisible() and widget.isEnabled()]
        holder = self.window().focusWidget()
        at = usable.index(holder) if holder in usable else -1
        usable[(at + by) % len(usable)].setFocus(Qt.FocusReason.TabFocusReason)

    def _has_focus(self) -> bool:
        holder = self.window().focusWidget()
        return holder is None or self.isAncestorOf(holder)


AnyBubble = TypeVar("AnyBubble", bound=Bubble)


def bubble_over(window: QWidget, kind: type[AnyBubble], make: Callable[[QWidget], AnyBubble]) -> AnyBubble:
    """The window's bubble of a kind, made where there is none: a line is too low to hold one of its own."""
    return window.findChild(kind, options=Qt.FindChildOption.FindDirectChildrenOnly) or make(window)
