"""Those who work at the desk are offered as assignees, and "Mine" shows what is one's own."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from deskeditor.article.article import Person
from deskeditor.article.change import Change
from deskeditor.ui.choice_edit import ChoiceEdit
from deskeditor.ui.main_window import MainWindow
from tests.journeys.steps import CONTROL, article_of, settled


def test_whoever_works_here_is_one_choice_away(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(window.page.headline.hasFocus)
    qtbot.keyClicks(window.page.headline, "Ferry returns")
    window.details.focus_field(Change.ASSIGNEE)
    choice = next(edit for edit in window.details.findChildren(ChoiceEdit) if edit.accessibleName() == "Assignee")
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert article_of(window).assignee == Person(name="Ada Byte", initials="ab")
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    qtbot.keyClicks(window.page.headline, "Someone else's")
    settled(qtbot, window)
    model = window.workspace.list_model
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    mine = next(pill for pill in window.list.filter_bar.findChildren(QToolButton) if pill.text() == "Mine")
    qtbot.mouseClick(mine, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: model.rowCount() == 1)
