"""The list of suggestions under an input: shown without taking the focus, steered by the input's keys."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QWidget


class SuggestionList(QListWidget):
    """`chosen` carries a suggestion that was clicked or taken by key."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self.setProperty("look", "popup")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.itemClicked.connect(lambda item: self.chosen.emit(item.text()))
        self.hide()

    def offer(self, labels: Sequence[str], under: QWidget) -> None:
        """Show the labels under a widget, none chosen; hide where there are none."""
        self.clear()
        self.addItems(list(labels))
        self.setCurrentRow(-1)
        if not labels:
            self.hide()
            return
        height = sum(self.sizeHintForRow(row) for row in range(self.count())) + 2 * self.frameWidth() + 2
        self.setFixedSize(max(under.width(), 160), height)
        # A child of the window, not a window of its own: it takes no focus and needs no window system.
        window = under.window()
        self.setParent(window)
        at = under.mapTo(window, QPoint(0, under.height() + 2))
        if at.y() + height > window.height():
            at = under.mapTo(window, QPoint(0, -height - 2))
        self.move(at)
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Move the choice up or down; beyond the ends nothing is chosen."""
        row = self.currentRow() + by
        if row < -1:
            row = self.count() - 1
        self.setCurrentRow(row if row < self.count() else -1)
        if self.currentRow() == -1:
            self.clearSelection()

    def current(self) -> str:
        """The chosen label, or an empty text."""
        item = self.currentItem()
        return item.text() if item is not None and self.currentRow() >= 0 and not self.isHidden() else ""
