"""The bubble in which a checker asks about a claim: the question, how it might read instead, and who is to answer."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QRadioButton, QVBoxLayout, QWidget

from deskeditor.article.claims import Addressee
from deskeditor.ui.editor.bubble import Bubble
from deskeditor.ui.metadata_text import MetadataText
from deskeditor.ui.theme import set_variant

_TO: Final = (
    (Addressee.EDITOR, "&Editor"),
    (Addressee.WRITER, "&Writer"),
    (Addressee.SOURCE, "&Source"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was asked: at least one of question and wording is no empty text."""

    question: str
    wording: str
    to: Addressee


class QueryBubble(Bubble):
    """`given` carries an `Asked`. Enter sends the query from any field, Shift+Enter begins a new line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Query", parent)
        self._title = QLabel()
        set_variant(self._title, "small")
        self.question_field = MetadataText("Question", least_lines=2, most_lines=5)
        self.question_field.setPlaceholderText("What is to be asked?")
        self.wording_field = MetadataText("Suggested wording", least_lines=1, most_lines=5)
        self.wording_field.setPlaceholderText("How it should read instead (may stay empty)")
        self._group = QButtonGroup(self)
        self._to: dict[Addressee, QRadioButton] = {}
        row = QHBoxLayout()
        row.setSpacing(12)
        for addressee, text in _TO:
            button = QRadioButton(text)
            self._group.addButton(button)
            self._to[addressee] = button
            row.addWidget(button)
        row.addStretch(1)
        self.give_button = QPushButton("Send query")
        set_variant(self.give_button, "primary")
        self.give_button.clicked.connect(self._give)
        row.addWidget(self.give_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self.question_field)
        layout.addWidget(self.wording_field)
        layout.addLayout(row)
        self._watch(
            (self.question_field, self.wording_field, *self._to.values(), self.give_button),
            lines=(self.question_field, self.wording_field),
        )

    def ask(self, title: str, words: QRect, *, question: str = "", wording: str = "") -> None:
        """Show the bubble at `words`, a rectangle of its parent, about what `title` names."""
        self._title.setText(title)
        self.question_field.show_text(question)
        self.wording_field.show_text(wording)
        self._to[Addressee.EDITOR].setChecked(True)
        self._open_at(words)

    def _give(self) -> None:
        question, wording = self.question_field.toPlainText().strip(), self.wording_field.toPlainText().strip()
        to = next(addressee for addressee, button in self._to.items() if button.isChecked())
        if question or wording:
            self.given.emit(Asked(question=question, wording=" ".join(wording.split()), to=to))
        self._close()
