"""The panel of what is asked: the queries of this article, and those of others that wait for the person at the desk."""

from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QListWidgetItem, QPushButton, QToolButton, QVBoxLayout, QWidget

from deskeditor.article.claim_progress import Checked
from deskeditor.article.waiting_query import WaitingQuery
from deskeditor.ui.acts import Act
from deskeditor.ui.flow_layout import FlowLayout
from deskeditor.ui.query_list import QueryList
from deskeditor.ui.query_words import Teller
from deskeditor.ui.theme import set_variant

_ID: Final = Qt.ItemDataRole.UserRole
_WORDED: Final = Qt.ItemDataRole.UserRole + 11
_WAITING: Final = Qt.ItemDataRole.UserRole + 12
_AT_ONCE: Final = 20
"""Queries of other articles that are listed at first, and at each wish for more."""

LETTERS: Final = MappingProxyType(
    {"A": Act.ACCEPT_WORDING, "R": Act.REWORD, "C": Act.CUT_CLAIM, "S": Act.STET, "T": Act.ANSWER_QUERY}
)
"""What a plain key does on a row."""


class QueriesPanel(QWidget):
    """`query_chosen` leads to a query's words, `act_asked` carries an act and the id of the claim it is wanted of."""

    query_chosen = Signal(str)
    act_asked = Signal(object, str)
    waiting_chosen = Signal(object)
    """A `WaitingQuery` of another article."""

    def __init__(self, teller: Teller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._teller = teller
        self._empty = QLabel("Nothing is asked. A checker asks with Alt+Shift+Q about words, or with Q in the walk.")
        self._empty.setWordWrap(True)
        set_variant(self._empty, "small")
        self.list = QueryList("Queries of this article")
        self._buttons = QWidget()
        row = FlowLayout(self._buttons)
        self._accept = self._pill("Accept", Act.ACCEPT_WORDING)
        for button in (
            self._accept,
            self._pill("Reword…", Act.REWORD),
            self._pill("Cut", Act.CUT_CLAIM),
            self._pill("Stet…", Act.STET),
            self._pill("Answer…", Act.ANSWER_QUERY),
        ):
            row.addWidget(button)
        self._mail = QWidget()
        mail = FlowLayout(self._mail)
        mail.addWidget(self._button("Copy queries", Act.COPY_QUERIES))
        mail.addWidget(self._button("Paste answers", Act.PASTE_ANSWERS))
        self._elsewhere = QLabel()
        set_variant(self._elsewhere, "small")
        self._more = QPushButton()
        set_variant(self._more, "flat")
        self._more.clicked.connect(self._show_more)
        self.waiting = QueryList("Queries of other articles that wait for you")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self._empty, self.list, self._buttons, self._mail, self._elsewhere, self.waiting, self._more):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.setFocusProxy(self.list)
        self.list.itemActivated.connect(lambda item: self.query_chosen.emit(item.data(_ID)))
        self.list.itemClicked.connect(lambda item: self.query_chosen.emit(item.data(_ID)))
        self.list.currentItemChanged.connect(lambda *_: self._show_buttons())
        self.list.letter_pressed.connect(self._press)
        for signal in (self.waiting.itemActivated, self.waiting.itemClicked):
            signal.connect(lambda item: self.waiting_chosen.emit(item.data(_WAITING)))
        self._rows: list[tuple[str, str, bool]] = []
        self._others: tuple[WaitingQuery, ...] = ()
        self._most = _AT_ONCE
        self._is_due = False
        self._show_parts()

    @property
    def current_id(self) -> str:
        """The claim whose row is at hand, "" for none."""
        item = self.list.currentItem()
        return str(item.data(_ID)) if item is not None else ""

    def show_queries(self, queries: Sequence[Checked]) -> None:
        """Show the queries of the article at hand in this order."""
        rows = [
            (self._teller.row(one), one.claim.id, bool(one.claim.query and one.claim.query.wording)) for one in queries
        ]
        if rows != self._rows:
            self._rows = rows
            self._show_anew()

    def show_waiting(self, queries: Sequence[WaitingQuery]) -> None:
        """Show what waits elsewhere for the person at the desk."""
        if tuple(queries) != self._others:
            self._others = tuple(queries)
            self._show_anew()

    def show_current(self, claim_id: str) -> None:
        """Mark the query whose words the caret is in; an id that is not listed marks none."""
        row = next((row for row, (_, known, _) in enumerate(self._rows) if known == claim_id), -1)
        if not self._is_due and row != self.list.currentRow():
            self.list.setCurrentRow(row)

    def _show_anew(self) -> None:
        self._is_due = True
        self._show_parts()
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        self._is_due = False
        # The row below takes the place of one that is done: the next key works on it.
        chosen, at = self.current_id, self.list.currentRow()
        self.list.clear()
        for text, claim_id, worded in self._rows:
            item = QListWidgetItem(text)
            item.setData(_ID, claim_id)
            item.setData(_WORDED, worded)
            self.list.addItem(item)
        kept = next((row for row, (_, known, _) in enumerate(self._rows) if known == chosen), None)
        if kept is None and at >= 0 and self.list.hasFocus():
            kept = min(at, len(self._rows) - 1)
        self.list.setCurrentRow(-1 if kept is None else kept)
        self.list.fit()
        row = self.waiting.currentRow()
        self.waiting.clear()
        for other in self._others[: self._most]:
            item = QListWidgetItem(self._teller.waiting_row(other))
            item.setData(_WAITING, other)
            self.waiting.addItem(item)
        self.waiting.setCurrentRow(min(row, self.waiting.count() - 1))
        self.waiting.fit()
        self._show_buttons()

    def _show_parts(self) -> None:
        has_rows, has_others = bool(self._rows), bool(self._others)
        self._empty.setVisible(not has_rows)
        for widget in (self.list, self._buttons, self._mail):
            widget.setVisible(has_rows)
        self._elsewhere.setText(f"Waiting for you in other articles: {len(self._others):n}")
        for widget in (self._elsewhere, self.waiting):
            widget.setVisible(has_others)
        left = len(self._others) - self._most
        self._more.setText(f"{min(left, _AT_ONCE)} more")
        self._more.setVisible(left > 0)
        self.setFocusProxy(self.list if has_rows or not has_others else self.waiting)

    def _show_more(self) -> None:
        self._most += _AT_ONCE
        self._show_anew()

    def _show_buttons(self) -> None:
        item = self.list.currentItem()
        self._buttons.setEnabled(item is not None)
        self._accept.setVisible(item is None or bool(item.data(_WORDED)))

    def _press(self, letter: str) -> None:
        if letter in LETTERS and self.current_id:
            self.act_asked.emit(LETTERS[letter], self.current_id)

    def _button(self, text: str, act: Act) -> QPushButton:
        button = QPushButton(text)
        set_variant(button, "flat")
        button.clicked.connect(lambda: self.act_asked.emit(act, self.current_id))
        return button

    def _pill(self, text: str, act: Act) -> QToolButton:
        """A button that names the key that does the same on a row."""
        pill = QToolButton()
        letter = next(letter for letter, its in LETTERS.items() if its is act)
        pill.setText(f"{letter}  {text}")
        pill.setAccessibleName(text)
        set_variant(pill, "pill")
        pill.clicked.connect(lambda: self.act_asked.emit(act, self.current_id))
        return pill

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_due:
            self._fill()
