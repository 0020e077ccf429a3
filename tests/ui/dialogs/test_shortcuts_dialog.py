"""Every shortcut in one list; and what the program says of itself."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QTreeWidget
from pytestqt.qtbot import QtBot

from deskeditor import __version__
from deskeditor.ui.actions import ACTIONS
from deskeditor.ui.dialogs.about_dialog import AboutDialog
from deskeditor.ui.dialogs.shortcuts_dialog import ShortcutsDialog


def visible(tree: QTreeWidget) -> dict[str, str]:
    found = {}
    for at in range(tree.topLevelItemCount()):
        group = tree.topLevelItem(at)
        if group is not None and not group.isHidden():
            rows = [group.child(row) for row in range(group.childCount())]
            found |= {row.text(0): row.text(1) for row in rows if row is not None and not row.isHidden()}
    return found


def test_every_shortcut_is_listed_and_found_by_typing(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog()
    qtbot.addWidget(dialog)
    tree = dialog.findChild(QTreeWidget)
    listed = visible(tree)
    for spec in ACTIONS:
        for keys in spec.shortcuts:
            native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            assert native in listed[spec.text.removesuffix("…")].split(", ")
    qtbot.keyClicks(dialog.findChild(QLineEdit), "heading")
    assert set(visible(tree)) == {"Heading 2", "Heading 3", "Heading 4"}
    dialog.findChild(QLineEdit).clear()
    assert visible(tree) == listed


def test_the_program_says_its_version_and_place(qtbot: QtBot) -> None:
    dialog = AboutDialog("/somewhere/desk")
    qtbot.addWidget(dialog)
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert __version__ in said
    assert "/somewhere/desk" in said
