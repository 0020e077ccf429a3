"""Shows the texts an article was imported from, or was pasted together from, as they came."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)


class OriginalDialog(QDialog):
    """Read only; it can be copied, and saved as it came. Where there are several, one is chosen above."""

    def __init__(
        self,
        texts: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        save: Callable[[int], None] | None = None,
    ) -> None:
        """`texts` are titles and what they name, at least one; `save` writes the one of that number to a file."""
        super().__init__(parent)
        self._texts = texts
        self._shown = QPlainTextEdit()
        self._shown.setReadOnly(True)
        self._shown.setAccessibleName("Original text")
        self._shown.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        chooser = QComboBox()
        chooser.setAccessibleName("Which original")
        chooser.addItems([f"{number}. {title}" for number, (title, _) in enumerate(texts, start=1)])
        chooser.setVisible(len(texts) > 1)
        chooser.currentIndexChanged.connect(self._show)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton("Copy all", QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QApplication.clipboard().setText(self._texts[chooser.currentIndex()][1]))
        if save is not None:
            saved = buttons.addButton("Save a copy…", QDialogButtonBox.ButtonRole.ActionRole)
            saved.setAutoDefault(False)
            saved.clicked.connect(lambda: save(chooser.currentIndex()))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(chooser)
        layout.addWidget(self._shown, 1)
        layout.addWidget(buttons)
        self.resize(760, 640)
        self._show(0)
        self._shown.setFocus()

    def _show(self, index: int) -> None:
        title, text = self._texts[index]
        self.setWindowTitle(f"Original: {title}")
        self._shown.setPlainText(text)
