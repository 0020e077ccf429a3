"""The bubble in which a checker says where in which source the words at hand stand."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from deskeditor.article.claims import Evidence
from deskeditor.article.sources import Source
from deskeditor.ui.editor.bubble import Bubble
from deskeditor.ui.theme import set_variant


class LocatorBubble(Bubble):
    """`given` carries an `Evidence`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Where in the source", parent)
        self.source_box = QComboBox()
        self.source_box.setAccessibleName("Source")
        self.locator_field = QLineEdit()
        self.locator_field.setAccessibleName("Where in it")
        self.locator_field.setPlaceholderText("Page, paragraph, timecode, or the line itself")
        self.contradicts_box = QCheckBox("Contradicts")
        self.give_button = QPushButton("OK with this")
        set_variant(self.give_button, "primary")
        self.give_button.clicked.connect(self._give)
        foot = QHBoxLayout()
        foot.addWidget(self.contradicts_box)
        foot.addStretch(1)
        foot.addWidget(self.give_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.locator_field)
        layout.addWidget(self.source_box)
        layout.addLayout(foot)
        self._watch((self.locator_field, self.source_box, self.contradicts_box, self.give_button))

    def ask(self, sources: Sequence[Source], words: QRect, *, last: Evidence | None) -> None:
        """Show the bubble at `words`, a rectangle of its parent; what was said `last` stands in it."""
        self.source_box.clear()
        for source in sources:
            self.source_box.addItem(f"{source.number}  {source.title}", source.number)
        at = self.source_box.findData(last.source) if last is not None else 0
        self.source_box.setCurrentIndex(max(at, 0))
        self.locator_field.setText(last.locator if last is not None else "")
        self.locator_field.selectAll()
        self.contradicts_box.setChecked(False)
        self._open_at(words)

    def _give(self) -> None:
        self.given.emit(
            Evidence(
                source=int(self.source_box.currentData()),
                locator=self.locator_field.text().strip(),
                contradicts=self.contradicts_box.isChecked(),
            )
        )
        self._close()
