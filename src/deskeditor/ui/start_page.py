"""What stands in the middle of the window while no article is open: the ways to begin."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from deskeditor.ui.actions import Act, spec_of
from deskeditor.ui.icons import Icon, Tone, icon_of
from deskeditor.ui.theme import set_variant


class StartPage(QWidget):
    """`chosen` carries the `Act` of a way to begin; `sample_chosen` asks for the sample article."""

    chosen = Signal(object)
    sample_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel("No article is open")
        set_variant(title, "page-title")
        hint = QLabel("Choose one from the list, or begin here.")
        set_variant(hint, "soft")
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(title)
        column.addWidget(hint)
        column.addSpacing(16)
        for act in (Act.NEW_ARTICLE, Act.PASTE_AS_NEW, Act.IMPORT_FILES):
            column.addLayout(self._way(act))
        column.addSpacing(8)
        self._sample = QPushButton("Open the sample article")
        self._sample.setIcon(icon_of(Icon.SAMPLE, Tone.ACCENT))
        set_variant(self._sample, "flat")
        self._sample.clicked.connect(self.sample_chosen)
        column.addWidget(self._sample, 0, Qt.AlignmentFlag.AlignLeft)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addLayout(column)
        across.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(across)
        layout.addStretch(3)

    def offer_sample(self, is_offered: bool) -> None:
        """Offer the sample article, or no longer."""
        self._sample.setVisible(is_offered)

    def _way(self, act: Act) -> QHBoxLayout:
        spec = spec_of(act)
        button = QPushButton(spec.text)
        button.setProperty("look", "way")
        button.setMinimumWidth(220)
        button.setIconSize(QSize(18, 18))
        button.setToolTip(spec.tip)
        if spec.icon is not None:
            button.setIcon(icon_of(spec.icon))
        button.clicked.connect(lambda: self.chosen.emit(act))
        keys = QLabel(spec.shortcuts[0] if spec.shortcuts else "")
        set_variant(keys, "small")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(button)
        row.addWidget(keys)
        row.addStretch(1)
        return row
