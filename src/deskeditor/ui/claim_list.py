"""The list of claims in a panel: as high as its rows up to a bound, and beyond it scrolls."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QWidget

from deskeditor.ui.claim_model import ClaimModel
from deskeditor.ui.claim_row import ClaimRow
from deskeditor.ui.theme import set_variant

_MOST_ROWS: Final = 9


class ClaimList(QListView):
    """`chosen` carries the id of the claim that a person goes to, `pressed` a letter typed on a row."""

    chosen = Signal(str)
    letter_pressed = Signal(str)
    current_changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.claims = ClaimModel(self)
        self.setModel(self.claims)
        self.setItemDelegate(ClaimRow(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_variant(self, "sunken")
        self.clicked.connect(lambda index: self.chosen.emit(self._id_at(index.row())))
        self.claims.modelReset.connect(self._fit)
        self.selectionModel().currentChanged.connect(lambda *_: self.current_changed.emit())
        self._fit()

    @property
    def current_id(self) -> str:
        """The claim at hand, "" for none."""
        return self._id_at(self.currentIndex().row())

    def show_current(self, claim_id: str) -> None:
        """Mark a claim, because the caret is in its words."""
        row = self.claims.row_of(claim_id)
        if row >= 0 and row != self.currentIndex().row():
            self.setCurrentIndex(self.claims.index(row))

    def _id_at(self, row: int) -> str:
        rows = self.claims.rows
        return rows[row].claim.id if 0 <= row < len(rows) else ""

    def _fit(self) -> None:
        count = self.claims.rowCount()
        height = self.sizeHintForRow(0) if count else 0
        self.setFixedHeight(min(count, _MOST_ROWS) * height + 2 * self.frameWidth())
        self.setVisible(count > 0)

    def sizeHint(self) -> QSize:
        return QSize(200, self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_id:
            self.chosen.emit(self.current_id)
        elif event.text().isalpha() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier and self.current_id:
            self.letter_pressed.emit(event.text().upper())
        else:
            super().keyPressEvent(event)
