"""Lets a person look over where each line of a source goes, and send it elsewhere."""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from deskeditor.ingest.sorting import Slot, Sorting
from deskeditor.ui.dialogs.sorting_delegate import SortingDelegate
from deskeditor.ui.dialogs.sorting_model import SLOT_LABELS, SortingModel
from deskeditor.ui.theme import set_variant

_KEYS_SHOWN: Final = (Slot.HEADLINE, Slot.STANDFIRST, Slot.BULLET, Slot.TAGS, Slot.BYLINE, Slot.CREDIT, Slot.BODY)


class SortingDialog(QDialog):
    """`confirmed` carries the `Sorting` as the person left it.

    A letter sends the chosen lines to a field, Space or F2 opens the list of fields, U goes to the
    next line in doubt, Ctrl+Enter confirms.
    """

    confirmed = Signal(object)

    def __init__(self, sorting: Sorting, *, confirm: str = "Use these fields", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Sort into fields")
        self._model = SortingModel(sorting, self)
        self._said = QLabel()
        set_variant(self._said, "soft")
        title = QLabel("Where does each line go?")
        set_variant(title, "heading")
        self._table = QTableView()
        self._table.setModel(self._model)
        self._table.setItemDelegate(SortingDelegate(self._table))
        self._table.setAccessibleName("Lines of the source")
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._table.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self._table.setShowGrid(False)
        self._table.setTabKeyNavigation(False)
        self._table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._table.setProperty("look", "framed")
        self._table.horizontalHeader().hide()
        self._table.verticalHeader().hide()
        self._table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._table.verticalHeader().setDefaultSectionSize(2 * self._table.fontMetrics().lineSpacing() + 12)
        self._table.setColumnWidth(0, 180)
        self._table.horizontalHeader().setStretchLastSection(True)
        self._table.installEventFilter(self)
        self._table.clicked.connect(self._open_fields)
        self._why = QLabel()
        self._why.setWordWrap(True)
        self._why.setMinimumHeight(34)
        self._why.setAlignment(Qt.AlignmentFlag.AlignTop)
        set_variant(self._why, "soft")
        keys = QLabel(_keys_text())
        keys.setWordWrap(True)
        set_variant(keys, "small")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        confirming = buttons.addButton(confirm, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(title)
        layout.addWidget(self._said)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._why)
        layout.addWidget(keys)
        layout.addWidget(buttons)
        # Only a button that is in the dialog can be what Return stands for.
        confirming.setDefault(True)
        self.resize(820, 640)
        self._model.moved.connect(self._show_counts)
        self._table.selectionModel().currentChanged.connect(self._show_why)
        self._show_counts()
        self._table.setCurrentIndex(self._model.index(_first_row(sorting), 0))
        self._table.setFocus()

    @property
    def sorting(self) -> Sorting:
        """The lines as they are sorted now."""
        return self._model.sorting

    def accept(self) -> None:
        self.confirmed.emit(self.sorting)
        super().accept()

    def _show_counts(self) -> None:
        lines = self.sorting.lines
        unsure = sum(not line.sure for line in lines)
        dropped = len(self.sorting.dropped)
        said = [f"{len(lines)} lines, read as {self.sorting.format.replace('_', ' ')}", f"{dropped} left out"]
        if unsure:
            said.append(f"{unsure} to look at")
        self._said.setText(" · ".join(said))
        self._show_why(self._table.currentIndex())

    def _show_why(self, current: QModelIndex) -> None:
        if not current.isValid():
            self._why.clear()
            return
        line = self._model.line(current.row())
        doubt = "" if line.sure else "Not sure. "
        why = f"{line.why[:1].upper()}{line.why[1:]}." if line.why else ""
        self._why.setText(f"{doubt}{why}")

    def _open_fields(self, index: QModelIndex) -> None:
        if index.column() == 0 and len(self._rows()) == 1:
            self._table.edit(index)

    def _rows(self) -> list[int]:
        return sorted({index.row() for index in self._table.selectionModel().selectedIndexes()})

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._table.scrollTo(self._table.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = watched is self._table and event.type() is QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and self._handle_key(event):
            return True
        return super().eventFilter(watched, event)

    def _handle_key(self, event: QKeyEvent) -> bool:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
            return True
        current = self._table.currentIndex()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not current.isValid():
            return False
        if enter or event.key() in (Qt.Key.Key_Space, Qt.Key.Key_F2):
            self._table.edit(self._model.index(current.row(), 0))
            return True
        if event.key() == Qt.Key.Key_U:
            unsure = self._model.next_unsure(current.row())
            if unsure is not None:
                self._table.setCurrentIndex(self._model.index(unsure, 0))
            return True
        typed = "X" if event.key() == Qt.Key.Key_Delete else event.text().upper()
        slot = next((slot for slot, _, key in SLOT_LABELS if key == typed), None)
        if slot is None:
            return False
        self._model.move(self._rows(), slot)
        return True


def _first_row(sorting: Sorting) -> int:
    """The first line in doubt, else the first that goes somewhere."""
    lines = list(enumerate(sorting.lines))
    doubtful = [at for at, line in lines if not line.sure]
    used = [at for at, line in lines if line.slot is not Slot.DROPPED]
    return (doubtful or used or [0])[0]


def _keys_text() -> str:
    named = [f"{key} {label.lower()}" for slot, label, key in SLOT_LABELS if slot in _KEYS_SHOWN]
    return " · ".join(["Keys:", *named, "X left out", "U next in doubt", "Space all fields"]).replace(": ·", ":")
