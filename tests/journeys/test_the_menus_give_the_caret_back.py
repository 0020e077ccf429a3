"""After a menu, however it was opened and left, what is typed goes where the caret was."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deskeditor.ui.main_window import MainWindow
from tests.journeys.steps import CONTROL, settled

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
OPEN_EDIT, OPEN_FORMAT = (Key.Key_E, ALT), (Key.Key_O, ALT)
ESCAPE, DOWN, RETURN = ((key, Qt.KeyboardModifier.NoModifier) for key in (Key.Key_Escape, Key.Key_Down, Key.Key_Return))


def has_keys(window: MainWindow) -> QWidget:
    return QApplication.activePopupWidget() or window.focusWidget() or window


@pytest.mark.parametrize(
    "keys",
    [
        (OPEN_FORMAT, ESCAPE, ESCAPE),
        (OPEN_EDIT, ESCAPE, OPEN_FORMAT, ESCAPE, ESCAPE),
        (OPEN_EDIT, ESCAPE, OPEN_FORMAT, RETURN),
        (OPEN_EDIT, ESCAPE, OPEN_EDIT, ESCAPE, OPEN_FORMAT, DOWN, RETURN),
    ],
)
def test_after_menus_words_go_where_the_caret_was(
    qtbot: QtBot, open_window: Callable[[], MainWindow], keys: tuple[tuple[Key, Qt.KeyboardModifier], ...]
) -> None:
    window = open_window()
    qtbot.keyClick(window, Key.Key_N, CONTROL)
    settled(qtbot, window)
    window.page.body.setFocus()
    qtbot.keyClicks(window.page.body, "one")
    for key, modifiers in keys:
        qtbot.keyClick(has_keys(window), key, modifiers)
    qtbot.waitUntil(lambda: has_keys(window) is window.page.body)
