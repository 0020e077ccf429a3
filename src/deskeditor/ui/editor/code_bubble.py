"""The bubble in which the language of a block of code is given."""

from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from deskeditor.article.line import is_label
from deskeditor.ui.editor.bubble import Bubble
from deskeditor.ui.theme import set_variant

_REFUSED: Final = "A language is one word of letters, digits and hyphens, such as python or html."
_SPELLED: Final = MappingProxyType({"c++": "cpp", "c#": "csharp", "f#": "fsharp"})
"""How languages are spelled in pages that have signs in their names."""


class CodeBubble(Bubble):
    """`given` carries the language's name, empty for none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Language of the code", parent)
        self.language_field = QLineEdit(self)
        self.language_field.setAccessibleName("Language of the code")
        self.language_field.setPlaceholderText("python, html, …")
        label = QLabel("Language of the code", self)
        label.setBuddy(self.language_field)
        self._fault = QLabel(_REFUSED, self)
        set_variant(self._fault, "danger")
        self._fault.setWordWrap(True)
        self._fault.hide()
        self.language_field.textEdited.connect(self._fault.hide)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self.language_field, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.addLayout(row)
        layout.addWidget(self._fault)
        self._watch((self.language_field,))

    def ask(self, language: str, words: QRect) -> None:
        """Show the bubble at `words`, a rectangle of its parent, with the language that is there now."""
        self.language_field.setText(language)
        self.language_field.selectAll()
        self._fault.hide()
        self._open_at(words)

    def _give(self) -> None:
        named = self.language_field.text().strip()
        language = _SPELLED.get(named.lower(), named)
        if language and not is_label(language):
            self._fault.show()
            self.adjustSize()
            return
        self.given.emit(language)
        self._close()
