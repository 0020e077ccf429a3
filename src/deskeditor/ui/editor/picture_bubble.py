"""The bubble in which is said what a picture shows, whose it is and how wide it stands."""

from dataclasses import replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from deskeditor.article.body import Figure
from deskeditor.article.line import clean_text
from deskeditor.ui.editor.bubble import Bubble
from deskeditor.ui.labelled_field import LabelledField
from deskeditor.ui.metadata_text import MetadataText
from deskeditor.ui.theme import set_variant

_WIDEST = 9999


class PictureBubble(Bubble):
    """`given` carries the `Figure` as it is meant now: by Enter, by the button, and when a person goes on elsewhere."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Picture details", parent)
        self._figure: Figure | None = None
        self.alt_field = MetadataText("What the picture shows", least_lines=2, most_lines=5)
        self.alt_field.setPlaceholderText("For those who can’t see it: what does it show?")
        self.decorative_box = QCheckBox("Only decoration: nothing to be told")
        self.credit_field = QLineEdit()
        self.credit_field.setPlaceholderText("Photographer / agency")
        self.width_field = QLineEdit()
        self.width_field.setValidator(QIntValidator(1, _WIDEST, self))
        self.width_field.setPlaceholderText("its own")
        self.done_button = QPushButton("Done")
        set_variant(self.done_button, "primary")
        self.done_button.clicked.connect(self._give)
        self.decorative_box.toggled.connect(self.alt_field.setDisabled)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.width_field.setFixedWidth(96)
        row.addWidget(LabelledField("Credit", self.credit_field), 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(LabelledField("Width in pixels", self.width_field), 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.addWidget(self.decorative_box, 1)
        foot.addWidget(self.done_button, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(LabelledField("What the picture shows", self.alt_field, longest=150))
        layout.addLayout(row)
        layout.addLayout(foot)
        self._watch((self.alt_field, self.credit_field, self.width_field, self.decorative_box, self.done_button))

    def ask(self, figure: Figure, words: QRect) -> None:
        """Show the bubble at `words`, a rectangle of its parent, with what is said of the picture now."""
        self._figure = figure
        self.alt_field.show_text(figure.alt)
        self.alt_field.selectAll()
        self.decorative_box.setChecked(figure.decorative)
        self.credit_field.setText(figure.credit)
        self.width_field.setText(str(figure.width or ""))
        self._open_at(words)
        if figure.decorative:
            self.decorative_box.setFocus(Qt.FocusReason.PopupFocusReason)

    def _give(self) -> None:
        self._say()
        self._close()

    def _leave(self) -> None:
        self.hide()
        self._say()

    def _say(self) -> None:
        if self._figure is None:
            return
        is_decorative = self.decorative_box.isChecked()
        alt = clean_text(" ".join(self.alt_field.toPlainText().split()))
        self.given.emit(
            replace(
                self._figure,
                alt="" if is_decorative else alt,
                decorative=is_decorative,
                credit=clean_text(self.credit_field.text().strip()),
                width=int(self.width_field.text() or 0) or None,
            )
        )
