"""Says what this program is, its version and where it keeps its articles."""

import sys

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from deskeditor import __version__
from deskeditor.ui.theme import set_variant


class AboutDialog(QDialog):
    """Plain words; they can be copied."""

    def __init__(self, store_location: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("About Deskeditor")
        title = QLabel(f"Deskeditor {__version__}")
        set_variant(title, "page-title")
        what = QLabel("A newsroom desk on one laptop, without a network. MIT licence.")
        python = ".".join(map(str, sys.version_info[:3]))
        facts = QLabel(f"Articles are kept in {store_location}\nPython {python}, Qt {qVersion()}")
        for label in (what, facts):
            label.setWordWrap(True)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        set_variant(facts, "small")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(title)
        layout.addWidget(what)
        layout.addWidget(facts)
        layout.addSpacing(8)
        layout.addWidget(buttons)
        self.setMinimumWidth(420)
