"""Originals are shown as they came, one at a time."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from deskeditor.ui.dialogs.original_dialog import OriginalDialog


def opened(qtbot: QtBot, *texts: tuple[str, str]) -> OriginalDialog:
    dialog = OriginalDialog(texts)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_one_text_needs_no_choice(qtbot: QtBot) -> None:
    dialog = opened(qtbot, ("Pasted text", "One\n\ntwo"))
    assert dialog.windowTitle() == "Original: Pasted text"
    assert dialog.findChild(QPlainTextEdit).toPlainText() == "One\n\ntwo"
    assert dialog.findChild(QComboBox).isHidden()


def test_of_several_another_is_chosen_by_keys_and_copied_whole(qtbot: QtBot) -> None:
    dialog = opened(qtbot, ("ferry.txt", "The ferry\u00a0sails."), ("Pasted page", "<p>Osk\u00a0Harbour</p>"))
    chooser = dialog.findChild(QComboBox)
    assert chooser.isVisible()
    qtbot.keyClick(chooser, Qt.Key.Key_Down)
    assert dialog.windowTitle() == "Original: Pasted page"
    copy = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Copy all")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "<p>Osk\u00a0Harbour</p>"
