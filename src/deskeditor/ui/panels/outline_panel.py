"""The panel of the outline: the headings of the body, each a way to its place."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidgetItem, QVBoxLayout, QWidget

from deskeditor.article.outline import OutlineRow
from deskeditor.ui.row_list import RowList
from deskeditor.ui.theme import set_variant
from deskeditor.ui.wrapped_row import INDENT

_STEP: Final = 12
"""Pixels that a level stands further in."""


class OutlinePanel(QWidget):
    """`place_chosen` carries the `Place` of a heading that was clicked or chosen with Enter."""

    place_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[OutlineRow, ...] = ()
        self._at_caret: int | None = None
        self._empty = QLabel("No headings yet. Ctrl+2 makes one of a paragraph, or two number signs and a space.")
        self._empty.setWordWrap(True)
        set_variant(self._empty, "small")
        self._list = RowList("Outline")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._empty)
        layout.addWidget(self._list)
        layout.addStretch(1)
        self._list.itemClicked.connect(lambda item: self._choose(self._list.row(item)))
        self._list.installEventFilter(self)
        self.setFocusProxy(self._list)

    def show_rows(self, rows: tuple[OutlineRow, ...]) -> None:
        """Show headings; the current one stays current by its number."""
        if rows == self._rows and self._list.count() == len(rows):
            return
        were, self._rows = self._rows, rows
        if [(row.text, row.level) for row in were] == [(row.text, row.level) for row in rows]:
            # They only stand elsewhere.
            return
        chosen = self._list.currentRow()
        top = min((row.level for row in rows), default=2)
        self._list.clear()
        for row in rows:
            item = QListWidgetItem(row.text or "…")
            item.setData(INDENT, _STEP * (row.level - top))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"Level {row.level}: {row.text or 'empty heading'}")
            self._list.addItem(item)
        self._list.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._list.fit()
        self._list.setCurrentRow(chosen if chosen < len(rows) else -1)

    def show_current(self, number: int | None) -> None:
        """Mark the heading that the caret stands under; None for none."""
        self._at_caret = number
        if not self._list.hasFocus():
            self._mark()

    def _mark(self) -> None:
        row = -1 if self._at_caret is None else self._at_caret
        if row != self._list.currentRow():
            self._list.setCurrentRow(row)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._rows):
            self.place_chosen.emit(self._rows[row].place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._list and event.type() is QEvent.Type.FocusOut:
            # Who chose is gone: it marks the heading of the caret again.
            self._mark()
        is_key = watched is self._list and event.type() is QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._list.currentRow())
            return True
        return super().eventFilter(watched, event)
