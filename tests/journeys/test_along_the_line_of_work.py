"""A piece moves by keys to the day it goes out; each step is told, and can be taken back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QPushButton
from pytestqt.qtbot import QtBot

from deskeditor.article.workflow import Stage
from deskeditor.ui.dialogs.publish_dialog import PublishDialog
from deskeditor.ui.main_window import MainWindow
from tests.journeys.steps import CONTROL, SHIFT, article_of, dialog_of, settled


def begin(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(window.page.headline.hasFocus)
    qtbot.keyClicks(window.page.headline, "Ferry returns")


def take_offer(qtbot: QtBot, window: MainWindow, label: str) -> None:
    button = next(button for button in window.notices.findChildren(QPushButton) if button.text() == label)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_publishing_is_told_and_taken_back(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    begin(qtbot, window)
    for _ in range(4):
        qtbot.keyClick(window, Qt.Key.Key_Return, CONTROL)
    assert article_of(window).stage is Stage.READY
    dialog = dialog_of(qtbot, window, PublishDialog)
    publish = dialog.findChild(QDialogButtonBox).buttons()[0]
    qtbot.mouseClick(publish, Qt.MouseButton.LeftButton)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert article_of(window).stage is Stage.PUBLISHED
    assert article_of(window).publication is not None
    assert window.notices.accessibleName() == "Marked as published."
    qtbot.keyClick(window, Qt.Key.Key_Delete, CONTROL | SHIFT)
    assert "withdrawn instead" in window.notices.accessibleName()
    assert article_of(window).stage is Stage.PUBLISHED
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert article_of(window).stage is Stage.READY
    assert article_of(window).publication is None


def test_a_spiked_piece_goes_out_of_the_list_and_is_restored_to_where_it_was(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    begin(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_Return, CONTROL)
    qtbot.keyClick(window, Qt.Key.Key_Delete, CONTROL | SHIFT)
    settled(qtbot, window)
    qtbot.waitUntil(lambda: window.workspace.list_model.rowCount() == 0)
    offered = [action.text() for action in window.page.stage.menu().actions() if action.text()]
    assert offered == ["Restore to Editing"]
    window.page.stage.menu().actions()[0].trigger()
    assert article_of(window).stage is Stage.EDITING
    qtbot.waitUntil(lambda: window.workspace.list_model.rowCount() == 1)
    take_offer(qtbot, window, "Undo")
    assert article_of(window).stage is Stage.SPIKED
