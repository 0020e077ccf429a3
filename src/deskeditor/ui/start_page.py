"""What stands in the middle of the window while no article is open: the ways to begin."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from deskeditor.ui.actions import spec_of
from deskeditor.ui.acts import Act
from deskeditor.ui.icons import Icon, Tone, icon_of
from deskeditor.ui.theme import set_variant


class StartPage(QWidget):
    """`chosen` carries the `Act` of a way to begin; `sample_chosen` asks for the sample article."""

    chosen = Signal(object)
    sample_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        set_variant(self._title, "page-title")
        self._hint = QLabel()
        set_variant(self._hint, "soft")
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addSpacing(16)
        ways = [self._way(act) for act in (Act.NEW_ARTICLE, Act.PASTE_AS_NEW, Act.IMPORT_FILES)]
        for button, keys in ways:
            column.addLayout(_row(button, keys))
        self._sample = _button("Open the sample article")
        self._sample.setIcon(icon_of(Icon.SAMPLE, Tone.ACCENT))
        self._sample.setToolTip("Look around in an invented article that has something of everything")
        self._sample.clicked.connect(self.sample_chosen)
        column.addLayout(_row(self._sample, ""))
        self.setFocusProxy(ways[0][0])
        across = QHBoxLayout()
        across.addStretch(1)
        across.addLayout(column)
        across.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(across)
        layout.addStretch(3)
        self.offer_sample(False)

    def offer_sample(self, is_offered: bool) -> None:
        """Offer the sample article, as to a person who has no article yet, or no longer."""
        self._sample.setVisible(is_offered)
        if is_offered:
            self._title.setText("An empty desk")
            self._hint.setText("Begin an article, bring one in, or look around in the sample first.")
        else:
            self._title.setText("No article is open")
            self._hint.setText("Choose one from the list, or begin here.")

    def show_count(self, count: int) -> None:
        """Take note of how many articles the list shows."""
        self.offer_sample(count == 0)

    def _way(self, act: Act) -> tuple[QPushButton, str]:
        spec = spec_of(act)
        button = _button(spec.text)
        button.setToolTip(spec.tip)
        if spec.icon is not None:
            button.setIcon(icon_of(spec.icon))
        button.clicked.connect(lambda: self.chosen.emit(act))
        return button, spec.shortcuts[0] if spec.shortcuts else ""


def _button(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("look", "way")
    button.setMinimumWidth(240)
    button.setIconSize(QSize(18, 18))
    return button


def _row(button: QPushButton, keys: str) -> QHBoxLayout:
    told = QLabel(keys)
    set_variant(told, "small")
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(button)
    row.addWidget(told)
    row.addStretch(1)
    return row
