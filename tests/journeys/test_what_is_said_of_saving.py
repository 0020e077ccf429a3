"""What the foot of the window says of saving is true of the article at hand."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from deskeditor.ui.acts import Act
from deskeditor.ui.main_window import MainWindow
from tests.journeys.steps import CONTROL, settled


def said(window: MainWindow) -> str:
    facts = next(label for label in window.status.findChildren(QLabel) if label.accessibleName() == "Article facts")
    return str(facts.text())


def begin(qtbot: QtBot, window: MainWindow, headline: str) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(window.page.headline.hasFocus)
    qtbot.keyClicks(window.page.headline, headline)


def test_another_look_is_no_change(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    begin(qtbot, window, "Ferry returns")
    qtbot.keyClick(window.page.headline, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    settled(qtbot, window)
    current = window.workspace.current
    assert current is not None
    edits = current.edits
    for act in (Act.THEME_DARK, Act.ZOOM_IN, Act.PREVIEW_TABLET, Act.THEME_LIGHT, Act.ZOOM_RESET):
        window.actions_[act].trigger()
        assert said(window).startswith("Saved")
    assert current.edits == edits


def test_to_be_shown_is_no_change(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    window.actions_[Act.NEW_ARTICLE].trigger()
    begin(qtbot, window, "Ferry returns")
    window.close()
    again = open_window()
    current = again.workspace.current
    assert current is not None
    assert current.edits == 0
    assert said(again).startswith("Saved")


def test_an_article_that_was_never_stored_is_not_called_saved(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    begin(qtbot, window, "Ferry returns")
    settled(qtbot, window)
    assert said(window).startswith("Saved")
    begin(qtbot, window, "")
    assert not said(window).startswith("Sav")
    qtbot.keyClicks(window.page.headline, "F")
    assert said(window).startswith("Saving")
    qtbot.keyClick(window.page.headline, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: not said(window).startswith("Sav"))
    assert window.workspace.list_model.rowCount() == 1


def test_the_saving_of_another_article_says_nothing_of_this_one(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    begin(qtbot, window, "The first")
    first = window.workspace.current
    assert first is not None
    begin(qtbot, window, "The second")
    window.workspace.saver.saved.emit(first, window.workspace.now())
    first.unsaved_changed.emit(False)
    assert said(window).startswith("Saving")
