"""An input under its label, with the count of its characters where a length is advised."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from deskeditor.ui.theme import set_variant


class LabelledField(QWidget):
    """The label names the input for those who hear the window too."""

    def __init__(self, label: str, field: QWidget, *, longest: int = 0, parent: QWidget | None = None) -> None:
        """`longest` is the advised number of characters, 0 for none."""
        super().__init__(parent)
        self.field = field
        self._longest = longest
        name = QLabel(label)
        name.setBuddy(field)
        set_variant(name, "small")
        if not field.accessibleName():
            field.setAccessibleName(label)
        self._count = QLabel()
        set_variant(self._count, "small")
        head = QHBoxLayout()
        head.addWidget(name)
        head.addStretch(1)
        head.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(field)
        self._count.setVisible(False)
        self.setFocusProxy(field)
        if longest and isinstance(field, QLineEdit | QPlainTextEdit):
            field.textChanged.connect(self._show_count)

    def _show_count(self) -> None:
        text = self.field.text() if isinstance(self.field, QLineEdit) else ""
        if isinstance(self.field, QPlainTextEdit):
            text = self.field.toPlainText()
        over = len(text) > self._longest
        self._count.setText(f"{len(text)} of {self._longest}")
        self._count.setToolTip("Longer than it will be shown" if over else "")
        set_variant(self._count, "warning" if over else "small")
        self._count.setVisible(bool(text))
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight)
