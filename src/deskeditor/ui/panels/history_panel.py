"""The panel of an article's kept states: who kept each, when and why."""

from collections.abc import Callable
from datetime import datetime, tzinfo
from typing import Final, Protocol
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from deskeditor.article.article import Person
from deskeditor.ui.row_list import RowList
from deskeditor.ui.theme import set_variant
from deskeditor.ui.times import exact_text, moment_text

_REASONS: Final = (
    ("closed", "closed"),
    ("stage", "moved to another stage"),
    ("export", "exported"),
    ("named save", "saved"),
    ("restore", "restored"),
    ("hand-off", "handed off"),
    ("work time", "kept while working"),
    ("import", "imported"),
)


class KeptState(Protocol):
    """What is shown of a revision; the store's revisions are such."""

    @property
    def id(self) -> UUID: ...
    @property
    def at(self) -> datetime: ...
    @property
    def person(self) -> Person: ...
    @property
    def reason(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def word_count(self) -> int: ...


class HistoryPanel(QWidget):
    """`revision_chosen` carries the id of a state that was chosen by double click or Enter.

    `compare_asked` carries the id of the current one, None where none is.
    """

    revision_chosen = Signal(object)
    compare_asked = Signal(object)

    def __init__(self, *, now: Callable[[], datetime], zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._zone = zone
        self._empty = QLabel("A state is kept when the article is saved by Ctrl+S, moved, exported or closed.")
        self._empty.setWordWrap(True)
        set_variant(self._empty, "small")
        self._list = RowList("Kept states, newest first")
        self._compare = QPushButton("Compare…")
        self._compare.setAutoDefault(False)
        self._compare.setToolTip("Show what changed since the chosen state")
        self._compare.clicked.connect(self._ask_to_compare)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._empty)
        layout.addWidget(self._list)
        layout.addWidget(self._compare, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        self._list.itemActivated.connect(lambda item: self.revision_chosen.emit(item.data(Qt.ItemDataRole.UserRole)))
        self.setFocusProxy(self._list)
        self.show_revisions(())

    def show_revisions(self, revisions: tuple[KeptState, ...]) -> None:
        """Show kept states, newest first whatever order they come in."""
        self._list.clear()
        for revision in sorted(revisions, key=lambda state: state.at, reverse=True):
            item = QListWidgetItem(self._text(revision))
            item.setData(Qt.ItemDataRole.UserRole, revision.id)
            item.setToolTip(exact_text(revision.at, self._zone))
            self._list.addItem(item)
        self._list.setVisible(bool(revisions))
        self._compare.setVisible(bool(revisions))
        self._empty.setVisible(not revisions)
        self._list.fit()

    def _ask_to_compare(self) -> None:
        item = self._list.currentItem()
        self.compare_asked.emit(item.data(Qt.ItemDataRole.UserRole) if item is not None else None)

    def _text(self, revision: KeptState) -> str:
        at = moment_text(revision.at, self._now(), self._zone)
        who = revision.person.initials or revision.person.name
        return f"{at} · {who}\n{reason_text(revision)} · {revision.word_count:n} words"


def reason_text(revision: KeptState) -> str:
    """Why a state was kept, and under which name."""
    why = next((words for reason, words in _REASONS if reason == revision.reason), str(revision.reason))
    named = f" as “{revision.name}”" if revision.name else ""
    return f"{why}{named}"
