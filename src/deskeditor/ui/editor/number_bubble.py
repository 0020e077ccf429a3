"""The bubble in which the first number of a list is given."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from deskeditor.ui.editor.bubble import Bubble

_LARGEST = 999_999


class NumberBubble(Bubble):
    """`given` carries a number."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Start of the list", parent)
        self.number_field = QLineEdit(self)
        self.number_field.setValidator(QIntValidator(0, _LARGEST, self))
        self.number_field.setFixedWidth(88)
        self.number_field.setAccessibleName("The list begins with")
        label = QLabel("The list begins with", self)
        label.setBuddy(self.number_field)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.addWidget(label, 1)
        layout.addWidget(self.number_field)
        self._watch((self.number_field,))

    def ask(self, number: int, words: QRect) -> None:
        """Show the bubble at `words`, a rectangle of its parent, with the number that is there now."""
        self.number_field.setText(str(number))
        self.number_field.selectAll()
        self._open_at(words)

    def _give(self) -> None:
        if self.number_field.hasAcceptableInput():
            self.given.emit(int(self.number_field.text()))
        self._close()
