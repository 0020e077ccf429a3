"""A group of fields under a heading that opens and closes."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from deskeditor.ui.elided_label import ElidedLabel
from deskeditor.ui.icons import Icon, icon_of
from deskeditor.ui.theme import set_variant


class Collapsible(QWidget):
    """`content` is a column for the fields; a closed group says beside its heading what is filled in."""

    toggled = Signal(bool)

    def __init__(self, title: str, *, is_open: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self._text = ""
        self._button = QToolButton()
        self._button.setText(title)
        self._button.setAccessibleName(title)
        self.setAccessibleName(title)
        self._button.setCheckable(True)
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.setIconSize(QSize(12, 12))
        set_variant(self._button, "subsection")
        self._summary = ElidedLabel()
        self._summary.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        set_variant(self._summary, "small")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._button)
        head.addWidget(self._summary, 1)
        self._rule = QFrame()
        self._rule.setProperty("look", "rule")
        self._body = QWidget()
        self.content = QVBoxLayout(self._body)
        self.content.setContentsMargins(0, 4, 0, 12)
        self.content.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._body)
        layout.addWidget(self._rule)
        self._button.toggled.connect(self._open)
        self._button.setChecked(is_open)
        self._open(is_open)

    @property
    def is_open(self) -> bool:
        """Whether the fields can be seen."""
        return self._button.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Open or close the group."""
        self._button.setChecked(is_open)

    def hide_rule(self) -> None:
        """Leave out the rule below: for the last group of a column."""
        self._rule.hide()

    def show_summary(self, text: str) -> None:
        """Say what the group holds, for when it is closed."""
        self._text = text
        self._summary.setText("" if self.is_open else text)

    def _open(self, is_open: bool) -> None:
        self._body.setVisible(is_open)
        self._summary.setText("" if is_open else self._text)
        self._button.setIcon(icon_of(Icon.EXPANDED if is_open else Icon.COLLAPSED))
        self.toggled.emit(is_open)
