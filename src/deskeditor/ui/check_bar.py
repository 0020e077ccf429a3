"""The bar below the page in which the checker sees what is at hand, and what each key does with it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QToolButton, QVBoxLayout, QWidget

from deskeditor.ui.flow_layout import FlowLayout
from deskeditor.ui.theme import set_variant

KEYS: Final = (
    ("Space", "OK"),
    ("1–9", "OK with source"),
    ("K", "Link as source"),
    ("A", "On author"),
    ("Q", "Query…"),
    ("S", "Not checkable"),
    ("X", "Can’t stand up"),
    ("D", "Disputed"),
    ("W", "Wider"),
    ("N", "Narrower"),
    ("O", "Only this one"),
    ("→", "Later"),
    ("B", "Back"),
    ("L", "Where in source…"),
    ("E", "Checked before…"),
    ("U", "Unlock to edit"),
)
"""What each key of the walk does, as the bar says it; `1–9` is no button."""


class CheckBar(QFrame):
    """`key_chosen` carries the key of a button that was clicked, as `KEYS` names it."""

    key_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        set_variant(self, "card")
        self.setAccessibleName("Checking")
        self._where = QLabel()
        set_variant(self._where, "small")
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._told = QLabel()
        self._told.setWordWrap(True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        set_variant(self._told, "small")
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedSize(120, 6)
        self._progress.setAccessibleName("Settled")
        self._counts = QLabel()
        set_variant(self._counts, "small")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._where, 1)
        head.addWidget(self._counts)
        head.addWidget(self._progress)
        self._keys = QWidget()
        keys = FlowLayout(self._keys)
        self._buttons: dict[str, QToolButton] = {}
        for key, text in KEYS:
            self._buttons[key] = self._button(key, text)
            keys.addWidget(self._buttons[key])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._words)
        layout.addWidget(self._told)
        layout.addWidget(self._keys)

    def show_stop(self, where: str, words: str, told: str) -> None:
        """Say where the walk stands, which words are at hand, and what is known of them."""
        self._where.setText(where)
        self._words.setText(words)
        self._told.setText(told)
        self._told.setVisible(bool(told))

    def show_counts(self, settled: int, total: int, told: str) -> None:
        """Say how much is settled of what there is to check."""
        self._progress.setRange(0, max(total, 1))
        self._progress.setValue(settled)
        self._counts.setText(told)

    def show_keys(self, walking: bool) -> None:
        """Show what each key does, while the walk has the keys."""
        self._keys.setVisible(walking)

    def show_key(self, key: str, text: str) -> None:
        """Say otherwise what a key does just now."""
        self._buttons[key].setText(f"{key}  {text}")

    def show_offered(self, key: str, offered: bool) -> None:
        """Show a key, or leave it out where it would do nothing."""
        self._buttons[key].setVisible(offered)
        self._keys.updateGeometry()

    def _button(self, key: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setText(f"{key}  {text}")
        button.setAccessibleName(text)
        # The keyboard stays in the copy: each of these has its key.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_variant(button, "pill")
        say: Callable[[], None] = lambda: self.key_chosen.emit(key)  # noqa: E731
        button.clicked.connect(say)
        return button
