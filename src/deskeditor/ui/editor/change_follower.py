"""Tells changes that come from elsewhere, by undo, redo or another part of the program, from an editor's own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QMetaObject, QObject
from PySide6.QtGui import QTextDocument

_SHORT_CHANGE: Final = 400
"""Characters: behind a longer change the caret would be far from where it began."""


class ChangeFollower(QObject):
    """Says where a document was changed, so that it is seen; of the editor's own changes nothing."""

    def __init__(self, go_to: Callable[[int], None], parent: QObject) -> None:
        """`go_to` is given a position in the document."""
        super().__init__(parent)
        self._go_to = go_to
        self._own_edits = 0
        self._connections: tuple[QMetaObject.Connection, ...] = ()
        self._changed_at: int | None = None

    def watch(self, document: QTextDocument) -> None:
        """Follow the changes of `document`, and no other's any more."""
        for connection in self._connections:
            QObject.disconnect(connection)
        self._changed_at = None
        self._connections = (
            document.contentsChange.connect(self._note_change),
            document.contentsChanged.connect(self._follow),
        )

    @contextmanager
    def own_edit(self) -> Iterator[None]:
        """Mark the changes made inside as the editor's own: the caret is where they leave it."""
        self._own_edits += 1
        try:
            yield
        finally:
            self._own_edits -= 1

    def _note_change(self, at: int, _removed: int, added: int) -> None:
        if not self._own_edits:
            self._changed_at = at + added if added < _SHORT_CHANGE else at

    def _follow(self) -> None:
        if self._changed_at is not None:
            position, self._changed_at = self._changed_at, None
            self._go_to(position)
