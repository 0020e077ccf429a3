"""Cut, copy, paste and select all of the menu work in a plain input as they do in the copy."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from deskeditor.ui.acts import Act
from deskeditor.ui.main_window import MainWindow
from tests.journeys.steps import ALT, CONTROL, SHIFT, article_of


def test_in_the_search_box_before_there_is_an_article(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL | SHIFT)
    search = window.focusWidget()
    assert isinstance(search, QLineEdit)
    assert window.actions_[Act.PASTE].isEnabled()
    assert not window.actions_[Act.COPY].isEnabled(), "nothing is chosen"
    assert not window.actions_[Act.BOLD].isEnabled()
    QApplication.clipboard().setText("ferry")
    window.actions_[Act.PASTE].trigger()
    assert search.text() == "ferry"
    window.actions_[Act.SELECT_ALL].trigger()
    assert window.actions_[Act.CUT].isEnabled()
    window.actions_[Act.CUT].trigger()
    assert search.text() == ""
    assert not window.actions_[Act.CUT].isEnabled()


def test_in_a_field_beside_the_copy_and_the_copy_keeps_its_own(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(window.page.headline.hasFocus)
    qtbot.keyClicks(window.page.headline, "Ferry returns")
    qtbot.keyClick(window, Qt.Key.Key_6, ALT)
    field = focused(window)
    qtbot.keyClicks(field, "Jonas Reed")
    window.actions_[Act.SELECT_ALL].trigger()
    window.actions_[Act.COPY].trigger()
    assert QApplication.clipboard().text() == "Jonas Reed"
    qtbot.keyClick(window, Qt.Key.Key_3, ALT)
    qtbot.waitUntil(window.page.body.hasFocus)
    window.actions_[Act.PASTE].trigger()
    assert window.page.body.toPlainText() == "Jonas Reed"
    assert article_of(window).byline[0].name == "Jonas Reed"
    assert window.page.headline.toPlainText() == "Ferry returns"


def focused(window: MainWindow) -> QWidget:
    widget = window.focusWidget()
    assert widget is not None
    return widget
