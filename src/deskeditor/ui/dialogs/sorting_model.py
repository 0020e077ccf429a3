"""The sorted lines of a source as Qt sees them: where each goes, and its words."""

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from deskeditor.ingest.sorting import Slot, SortedLine, Sorting, move_line

LINE_ROLE: Final = Qt.ItemDataRole.UserRole
"""The row's `SortedLine`."""

Index = QModelIndex | QPersistentModelIndex
ROOT: Final = QModelIndex()

SLOT_LABELS: Final[tuple[tuple[Slot, str, str], ...]] = (
    (Slot.HEADLINE, "Headline", "H"),
    (Slot.STANDFIRST, "Standfirst", "S"),
    (Slot.BULLET, "Summary point", "B"),
    (Slot.TAGS, "Tags", "T"),
    (Slot.BYLINE, "Byline", "Y"),
    (Slot.CREDIT, "Credit", "C"),
    (Slot.CREDIT_ABOUT, "About the credit", "A"),
    (Slot.SECTION, "Section", "E"),
    (Slot.DATELINE, "Dateline", "L"),
    (Slot.SLUGLINE, "Slugline", "G"),
    (Slot.ACCESS, "Access", "M"),
    (Slot.RELATED, "Related read", "R"),
    (Slot.HEADING, "Heading", "2"),
    (Slot.BODY, "Body", "P"),
    (Slot.DESK_NOTE, "Desk note", "N"),
    (Slot.DROPPED, "Left out", "X"),
)
"""Each slot with what it is called and the key that sends a line there."""


def slot_label(slot: Slot) -> str:
    """What a slot is called."""
    return next(label for known, label, _ in SLOT_LABELS if known is slot)


class SortingModel(QAbstractTableModel):
    """Two columns, the slot and the words; `moved` says that a line went somewhere else."""

    moved = Signal()

    def __init__(self, sorting: Sorting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sorting = sorting

    @property
    def sorting(self) -> Sorting:
        """The lines as they are sorted now."""
        return self._sorting

    def line(self, row: int) -> SortedLine:
        """The line of a row."""
        return self._sorting.lines[row]

    def move(self, rows: list[int], slot: Slot) -> None:
        """Send lines to a slot."""
        for row in rows:
            self._sorting = move_line(self._sorting, row, slot)
            self.dataChanged.emit(self.index(row, 0), self.index(row, 1))
        if rows:
            self.moved.emit()

    def next_unsure(self, after: int) -> int | None:
        """The next row that the reader guessed, beginning anew behind the last one; None for none."""
        count = len(self._sorting.lines)
        order = (at % count for at in range(after + 1, after + 1 + count))
        return next((row for row in order if not self.line(row).sure), None)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._sorting.lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.line(index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return slot_label(line.slot) if index.column() == 0 else line.text
            case Qt.ItemDataRole.UserRole:
                return line
            case Qt.ItemDataRole.EditRole:
                return line.slot
            case Qt.ItemDataRole.AccessibleTextRole:
                doubt = "" if line.sure else ", unsure"
                return f"{slot_label(line.slot)}{doubt}: {line.text}"
            case Qt.ItemDataRole.ToolTipRole:
                return line.why or None
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not isinstance(value, Slot):
            return False
        if value is not self.line(index.row()).slot:
            self.move([index.row()], value)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == 0 else flags
