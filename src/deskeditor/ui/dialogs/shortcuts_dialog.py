"""Shows every shortcut, of the actions and of the panels."""

from typing import Final

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from deskeditor.language.folding import fold
from deskeditor.ui.actions import ACTIONS
from deskeditor.ui.acts import Menu

_IN_PANELS: Final = (
    ("In the article list", (("Choose an article", "Up, Down"), ("Go to its text", "Enter"))),
    (
        "In the summary",
        (
            ("Next point", "Enter"),
            ("Remove an empty point", "Backspace"),
            ("Remove point", "Alt+Del"),
            ("Move point up, down", "Alt+Up, Alt+Down"),
        ),
    ),
    (
        "On a tag",
        (
            ("Remove", "Del"),
            ("Keep an unsure tag", "Enter"),
            ("Edit; a comma splits it", "F2"),
            ("Split at spaces", "S"),
            ("Join with the next tag", "J"),
        ),
    ),
)


class ShortcutsDialog(QDialog):
    """A list under the menus' names, narrowed by typing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keyboard shortcuts")
        self._search = QLineEdit()
        self._search.setAccessibleName("Search shortcuts")
        self._search.setPlaceholderText("Search")
        self._search.setClearButtonEnabled(True)
        self._tree = QTreeWidget()
        self._tree.setAccessibleName("Shortcuts")
        self._tree.setColumnCount(2)
        self._tree.setHeaderHidden(True)
        self._tree.setRootIsDecorated(False)
        self._tree.setIndentation(12)
        self._tree.setProperty("look", "framed")
        self._tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._tree.header().setStretchLastSection(False)
        self._rows: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        for title, entries in self._groups():
            group = QTreeWidgetItem([title])
            font = group.font(0)
            font.setBold(True)
            group.setFont(0, font)
            self._tree.addTopLevelItem(group)
            rows = [QTreeWidgetItem(list(entry)) for entry in entries]
            group.addChildren(rows)
            self._rows.append((group, rows))
        self._tree.expandAll()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self._search)
        layout.addWidget(self._tree, 1)
        layout.addWidget(buttons)
        self.resize(480, 640)
        self._search.textChanged.connect(self._narrow)

    def _groups(self) -> list[tuple[str, list[tuple[str, str]]]]:
        native = QKeySequence.SequenceFormat.NativeText
        groups = []
        for menu in Menu:
            entries = [
                (spec.text.removesuffix("…"), ", ".join(QKeySequence(keys).toString(native) for keys in spec.shortcuts))
                for spec in ACTIONS
                if spec.menu is menu and spec.shortcuts
            ]
            groups.append((menu.value.replace("&", ""), entries))
        return groups + [(title, list(entries)) for title, entries in _IN_PANELS]

    def _narrow(self, typed: str) -> None:
        wanted = fold(typed.strip())
        for group, rows in self._rows:
            for row in rows:
                row.setHidden(wanted not in fold(f"{row.text(0)} {row.text(1)} {group.text(0)}"))
            group.setHidden(all(row.isHidden() for row in rows))
