"""The panel of an article's sources, numbered: filled first and fast, each unfolding to what else is known of it."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from deskeditor.article.sources import Source
from deskeditor.ui.given_sources import GivenSources, given_in
from deskeditor.ui.source_input import SourceInput
from deskeditor.ui.source_row import SourceRow
from deskeditor.ui.theme import set_variant

_NO_COUNTS: Final[Mapping[int, tuple[int, int]]] = MappingProxyType({})


class SourcesPanel(QWidget):
    """Signals that are about one source carry its number first."""

    given = Signal(object)
    """A `GivenSources`: files and lines that are to be sources."""

    edited = Signal(int, str, object)
    """The name of a field of `Source`, and its new value."""

    removal_asked = Signal(int)
    page_asked = Signal(int)
    archived_asked = Signal(int)
    file_asked = Signal(int)
    left = Signal()
    """By Escape: the person is done with the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._sources: tuple[Source, ...] = ()
        self._counts = _NO_COUNTS
        self._is_due = False
        self._rows: list[SourceRow] = []
        self.input = SourceInput()
        self._empty = QLabel(
            "What this piece stands on. Paste an address, drop a file, or type who said it, such as “call w/ Klaar "
            "17 July”: each gets a number that a tick can name. No page carries any of it."
        )
        self._empty.setWordWrap(True)
        set_variant(self._empty, "small")
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.input)
        layout.addWidget(self._empty)
        layout.addLayout(self._column)
        layout.addStretch(1)
        self.setFocusProxy(self.input)
        self.input.given.connect(self._give)
        self.input.left_down.connect(lambda: self._focus_row(0))

    def show_sources(self, sources: Sequence[Source], counts: Mapping[int, tuple[int, int]] = _NO_COUNTS) -> None:
        """Show an article's sources; `counts` says of a number how many claims it bears out and speaks against."""
        self._sources, self._counts = tuple(sources), counts
        self._is_due = True
        if self.isVisible():
            self._fill()

    def show_source(self, number: int) -> None:
        """Give the keyboard to the row of a source."""
        at = next((at for at, row in enumerate(self._rows) if row.source.number == number), None)
        if at is not None:
            self._focus_row(at)

    def focus_list(self) -> None:
        """Give the keyboard to the first source, or to the input where there is none."""
        if self._is_due:
            self._fill()
        self._focus_row(0)

    def commit(self) -> None:
        """Say what was typed and not yet said: before a save, and before another article is shown."""
        for row in self._rows:
            row.commit()

    def _fill(self) -> None:
        self._is_due = False
        focused = next((at for at, row in enumerate(self._rows) if row.isAncestorOf(self.focusWidget() or self)), None)
        kept = {row.source.number: row for row in self._rows}
        wanted = {source.number for source in self._sources}
        rows = [kept.get(source.number) or self._new_row(source) for source in self._sources]
        for number, row in kept.items():
            if number not in wanted:
                self._drop(row)
        self._rows = rows
        for at, (row, source) in enumerate(zip(rows, self._sources, strict=True)):
            if self._column.indexOf(row) != at:
                self._column.insertWidget(at, row)
            row.show_source(source, *self._counts.get(source.number, (0, 0)))
            row.show()
        self._empty.setVisible(not rows)
        if focused is not None and not any(row.isAncestorOf(self.focusWidget() or self) for row in rows):
            self._focus_row(min(focused, len(rows) - 1))

    def _new_row(self, source: Source) -> SourceRow:
        row, number = SourceRow(source, self), source.number
        row.edited.connect(lambda name, value: self.edited.emit(number, name, value))
        row.removal_asked.connect(lambda: self.removal_asked.emit(number))
        row.page_asked.connect(lambda: self.page_asked.emit(number))
        row.archived_asked.connect(lambda: self.archived_asked.emit(number))
        row.file_asked.connect(lambda: self.file_asked.emit(number))
        row.head.moved.connect(lambda step: self._focus_row(self._rows.index(row) + step))
        row.head.number_asked.connect(self.show_source)
        row.head.paste_asked.connect(lambda: self._give(given_in(QGuiApplication.clipboard().mimeData())))
        return row

    def _drop(self, row: SourceRow) -> None:
        row.hide()
        self._column.removeWidget(row)
        row.deleteLater()

    def _focus_row(self, at: int) -> None:
        """Give the keyboard to a row; above the first, or where there is none, to the input."""
        if at < 0 or not self._rows:
            self.input.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._rows[min(at, len(self._rows) - 1)].head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self, given: GivenSources) -> None:
        if given:
            self.given.emit(given)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_due:
            self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if given_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        # Copied, never moved: a page that is dropped stays open where it came from.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._give(given_in(event.mimeData()))
