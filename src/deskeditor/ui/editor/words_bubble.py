"""The bubble at a claim's words in which an editor rewords them, lets them stand, or answers."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from deskeditor.ui.editor.bubble import Bubble
from deskeditor.ui.metadata_text import MetadataText
from deskeditor.ui.theme import set_variant
from deskeditor.ui.typographic_input import TypographicInput

_TALLEST_TOLD: Final = 180


class WordsBubble(Bubble):
    """`given` carries what was written, by Enter or the button; Shift+Enter begins a new line."""

    left = Signal()
    """The person went on elsewhere."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Query", parent)
        self._told = QLabel()
        self._told.setWordWrap(True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._told)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.text_field = MetadataText("Words", least_lines=2, most_lines=8)
        self._language = ""
        TypographicInput(self.text_field, lambda: self._language)
        self.give_button = QPushButton()
        set_variant(self.give_button, "primary")
        self.give_button.clicked.connect(self._give)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.give_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self._scroll)
        layout.addWidget(self.text_field)
        layout.addLayout(foot)
        self._watch((self.text_field, self.give_button), lines=(self.text_field,))

    def ask(
        self, told: Sequence[str], words: QRect, *, name: str, hint: str, button: str, draft: str, language: str = ""
    ) -> None:
        """Show the bubble at `words`, a rectangle of its parent, over what is `told`.

        `language` says whose typographic signs are made of what is typed, "" for none.
        """
        self._language = ""
        self.setAccessibleName(name)
        self._told.setText("\n".join(told))
        self._told.setAccessibleName(f"{name}: {self._told.text()}")
        self.text_field.setAccessibleName(hint)
        self.text_field.setPlaceholderText(hint)
        self.text_field.show_text(draft)
        self.text_field.moveCursor(QTextCursor.MoveOperation.End)
        self._language = language
        self.give_button.setText(button)
        self._open_at(words)
        width = max(self.width() - 40, 80)
        self._scroll.setFixedHeight(min(self._told.heightForWidth(width) + 4, _TALLEST_TOLD))
        self._open_at(words)

    def move_to(self, words: QRect) -> None:
        """Follow the words, which were scrolled."""
        if self.isVisible():
            self._open_at(words)

    @property
    def draft(self) -> str:
        """What stands in the field."""
        return self.text_field.toPlainText().strip()

    def _give(self) -> None:
        text = self.draft
        if not text:
            return
        self.text_field.show_text("")
        self.hide()
        self.given.emit(text)
        self.closed.emit()

    def _leave(self) -> None:
        # Words of the copy are not changed because a person looked elsewhere: the draft waits.
        self.hide()
        self.left.emit()
