"""A choice among known values; a scroll of the page never changes it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from deskeditor.ui.metadata_edit import MetadataEdit
from deskeditor.ui.suggestion_list import SuggestionList
from deskeditor.ui.suggestions import suggestions


class ChoiceEdit(QComboBox):
    """`chosen` carries a value a person chose, or in a free one typed, where it is news."""

    chosen = Signal(object)

    def __init__(self, name: str, *, free: bool = False, parent: QWidget | None = None) -> None:
        """A `free` choice takes other texts than the known ones; its values are its texts."""
        super().__init__(parent)
        self._free = free
        self._known: Any = None
        # Item data would come back as a plain text where the value is a member of an enumeration.
        self._values: list[Any] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        if free:
            line = MetadataEdit(name)
            self.setEditable(True)
            self.setLineEdit(line)
            self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            self.setCompleter(None)  # type: ignore[arg-type]  # Qt takes no completer, its stubs do not
            line.committed.connect(self._say)
            line.textEdited.connect(self._suggest)
        self._suggestions = SuggestionList(f"{name}: known values", self)
        self._suggestions.chosen.connect(self._take_suggestion)
        self.activated.connect(self._take)
        self.setAccessibleName(name)

    def show_choices(self, choices: Sequence[tuple[str, Any]]) -> None:
        """Offer labels with their values; what is shown stays."""
        self.blockSignals(True)
        self.clear()
        self.addItems([label for label, _ in choices])
        self._values = [value for _, value in choices]
        self.blockSignals(False)
        self.show_value(self._known)

    def show_value(self, value: Any, label: str = "") -> None:
        """Show a value that came from the article; one that is not offered is added under `label`."""
        self._known = value
        at = self._values.index(value) if value in self._values else -1
        if self._free:
            line = self.lineEdit()
            is_typed = line is not None and line.hasFocus() and line.text().strip() == str(value or "")
            if isinstance(line, MetadataEdit) and not is_typed:
                self.setCurrentIndex(at)
                line.show_text(str(value or ""))
            return
        if at < 0 and value is not None:
            self.addItem(label or str(value))
            self._values.append(value)
            at = self.count() - 1
        self.setCurrentIndex(at)

    def commit(self) -> None:
        """Say what a person typed, if that is news."""
        line = self.lineEdit()
        if isinstance(line, MetadataEdit):
            line.commit()

    def _take(self, index: int) -> None:
        if self._free:
            self.commit()
        self._say(self.currentText() if self._free else self._values[index])

    def _suggest(self, typed: str) -> None:
        self._suggestions.offer(suggestions(typed, self._values, without=[typed]), self)

    def _take_suggestion(self, text: str) -> None:
        self._suggestions.hide()
        self.setEditText(text)
        self.commit()

    def _say(self, value: Any) -> None:
        if value != self._known:
            self._known = value
            self.chosen.emit(value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def minimumSizeHint(self) -> QSize:
        return QSize(72, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._suggestions.isHidden():
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_Down:
                self._suggestions.step(1)
            case Qt.Key.Key_Up:
                self._suggestions.step(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._take_suggestion(self._suggestions.current() or self.currentText())
            case Qt.Key.Key_Escape:
                self._suggestions.hide()
            case _:
                super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._suggestions.hide()
