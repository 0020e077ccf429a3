"""The bubble in which a checker says where in which source the words at hand stand, or what speaks against them."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from deskeditor.article.claims import Evidence
from deskeditor.article.sources import Source
from deskeditor.ui.editor.bubble import Bubble
from deskeditor.ui.theme import set_variant


class LocatorBubble(Bubble):
    """`given` carries an `Evidence`; `removed` says that the claim does not stand on `source_number` after all."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Where in the source", parent)
        self._known: tuple[Evidence, ...] = ()
        self._is_judged = False
        self.source_box = QComboBox()
        self.source_box.setAccessibleName("Source")
        self.locator_field = QLineEdit()
        self.locator_field.setAccessibleName("Where in it")
        self.locator_field.setPlaceholderText("Page, paragraph, timecode, or the line itself")
        self.contradicts_box = QCheckBox("Speaks against it")
        self.remove_button = QPushButton("Not from this source")
        set_variant(self.remove_button, "flat")
        self.remove_button.clicked.connect(self._remove)
        self.give_button = QPushButton()
        set_variant(self.give_button, "primary")
        self.give_button.clicked.connect(self._give)
        foot = QHBoxLayout()
        foot.addWidget(self.contradicts_box)
        foot.addStretch(1)
        foot.addWidget(self.remove_button)
        foot.addWidget(self.give_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.locator_field)
        layout.addWidget(self.source_box)
        layout.addLayout(foot)
        self._watch((self.locator_field, self.source_box, self.contradicts_box, self.remove_button, self.give_button))
        self.source_box.currentIndexChanged.connect(self._show_known)
        self.contradicts_box.toggled.connect(self._show_act)

    def ask(
        self,
        sources: Sequence[Source],
        words: QRect,
        *,
        last: Evidence | None,
        known: Sequence[Evidence] = (),
        is_judged: bool = False,
    ) -> None:
        """Show the bubble at `words`, a rectangle of its parent; what was said `last` stands in it.

        `known` is what the claim stands on by now; one that `is_judged` keeps its verdict.
        """
        self._known, self._is_judged = tuple(known), is_judged
        first = self._known[-1] if self._known else last
        self.source_box.clear()
        for source in sources:
            self.source_box.addItem(f"{source.number}  {source.title}", source.number)
        at = self.source_box.findData(first.source) if first is not None else 0
        self.source_box.setCurrentIndex(max(at, 0))
        self._show_known()
        if not self._known and last is not None:
            self.locator_field.setText(last.locator)
        self.locator_field.selectAll()
        self._open_at(words)

    @property
    def source_number(self) -> int:
        """The number of the source that is chosen."""
        return int(self.source_box.currentData() or 0)

    def _show_known(self) -> None:
        """Show what the claim has of the source that is chosen."""
        known = next((one for one in self._known if one.source == self.source_number), None)
        self.locator_field.setText(known.locator if known is not None else "")
        self.contradicts_box.setChecked(known is not None and known.contradicts)
        self.remove_button.setVisible(known is not None)
        self._show_act()

    def _show_act(self) -> None:
        supports = "Stands on this" if self._is_judged else "OK with this"
        self.give_button.setText("Note it" if self.contradicts_box.isChecked() else supports)

    def _remove(self) -> None:
        self.removed.emit()
        self._close()

    def _give(self) -> None:
        self.given.emit(
            Evidence(
                source=self.source_number,
                locator=self.locator_field.text().strip(),
                contradicts=self.contradicts_box.isChecked(),
            )
        )
        self._close()
