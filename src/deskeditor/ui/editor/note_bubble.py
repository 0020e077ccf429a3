"""The bubble at words under a note: its thread, and a field for the next remark."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from deskeditor.ui.editor.bubble import Bubble
from deskeditor.ui.metadata_text import MetadataText
from deskeditor.ui.theme import set_variant

_TALLEST_THREAD: Final = 220


class NoteBubble(Bubble):
    """`given` carries what was written: by Enter, by the button, and when a person goes on elsewhere."""

    resolved = Signal(bool)
    """Settled, or open again for False."""

    kept = Signal()
    """An undecided edit stays as it is; to take it back is `removed`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Note", parent)
        self._is_resolved = self._is_edit = False
        self.text_field = MetadataText("Note", least_lines=2, most_lines=8)
        self.give_button = QPushButton("Add note")
        set_variant(self.give_button, "primary")
        self.resolve_button = QPushButton("Resolve")
        self.remove_button = QPushButton("Remove")
        for button in (self.resolve_button, self.remove_button):
            set_variant(button, "flat")
        self.give_button.clicked.connect(self._give)
        self.resolve_button.clicked.connect(self._resolve)
        self.remove_button.clicked.connect(self._remove)
        self._thread = QLabel()
        self._thread.setWordWrap(True)
        self._thread.setTextFormat(Qt.TextFormat.PlainText)
        self._thread.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._thread)
        self._scroll.setMaximumHeight(_TALLEST_THREAD)
        foot = QHBoxLayout()
        foot.addWidget(self.resolve_button)
        foot.addWidget(self.remove_button)
        foot.addStretch(1)
        foot.addWidget(self.give_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self._scroll)
        layout.addWidget(self.text_field)
        layout.addLayout(foot)
        self._watch(
            (self.text_field, self.give_button, self.resolve_button, self.remove_button), lines=(self.text_field,)
        )

    def ask(
        self, remarks: Sequence[str], words: QRect, *, is_resolved: bool = False, is_edit: bool = False, draft: str = ""
    ) -> None:
        """Show the bubble at `words`, a rectangle of its parent; without `remarks` a note is begun."""
        is_new = not remarks
        self._is_resolved, self._is_edit = is_resolved, is_edit
        self._scroll.setVisible(not is_new)
        self._thread.setText("\n\n".join(remarks))
        self.text_field.setPlaceholderText("What should the desk know of these words?" if is_new else "Answer…")
        self.text_field.show_text(draft)
        self.give_button.setText("Add note" if is_new else "Answer")
        self.resolve_button.setVisible(not is_new)
        self.resolve_button.setText("Keep" if is_edit else "Open again" if is_resolved else "Resolve")
        self.remove_button.setText("Take back" if is_edit else "Remove")
        self.remove_button.setVisible(not is_new)
        self._open_at(words)
        if not is_new:
            self._fit_thread()
            self._open_at(words)

    def _fit_thread(self) -> None:
        """Let the thread be as high as its words, up to a bound."""
        width = max(self.width() - 40, 80)
        self._scroll.setFixedHeight(min(self._thread.heightForWidth(width) + 4, _TALLEST_THREAD))

    @property
    def draft(self) -> str:
        """What stands in the field."""
        return self.text_field.toPlainText().strip()

    def _give(self) -> None:
        if self.draft:
            self._say()
        self._close()

    def _leave(self) -> None:
        # No word is lost because a person looked elsewhere.
        self.hide()
        if self.draft:
            self._say()

    def _say(self) -> None:
        text = self.draft
        self.text_field.show_text("")
        self.given.emit(text)

    def _resolve(self) -> None:
        if self.draft:
            self._say()
        if self._is_edit:
            self.kept.emit()
        else:
            self.resolved.emit(not self._is_resolved)
        self._close()

    def _remove(self) -> None:
        self.removed.emit()
        self._close()
