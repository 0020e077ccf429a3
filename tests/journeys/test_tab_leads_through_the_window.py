"""Tab and Shift+Tab lead through all of the window as it is read, and back to where they began."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from deskeditor.ui.main_window import MainWindow
from tests.journeys.steps import ALT, SHIFT, article_of, settled


def open_sample(qtbot: QtBot, window: MainWindow) -> None:
    button = next(button for button in window.start_page.findChildren(QPushButton) if "sample" in button.text())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(window.page.headline.hasFocus)
    settled(qtbot, window)


def name_of(widget: QWidget) -> str:
    """What a reader of the screen calls it: a button without a name of its own by its text."""
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def names_by_tab(qtbot: QtBot, window: MainWindow, held: Qt.KeyboardModifier, *, most: int) -> list[str]:
    """The accessible names that the key passes from where the focus is, until it is there again."""
    key = Qt.Key.Key_Backtab if held == SHIFT else Qt.Key.Key_Tab
    began = window.focusWidget()
    names = []
    for _ in range(most):
        qtbot.keyClick(window.focusWidget(), key, held)
        if window.focusWidget() is began:
            return names
        names.append(name_of(window.focusWidget()))
    raise AssertionError(f"Tab does not come back: {names}")


def test_tab_goes_down_the_page_and_the_panels_and_comes_back(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    open_sample(qtbot, window)
    names = names_by_tab(qtbot, window, Qt.KeyboardModifier.NoModifier, most=90)
    expected = [
        "Standfirst",
        "Body",
        "Summary",
        "Summary point 1",
        "Summary point 2",
        "Summary point 3",
        "Tags",
        *(f"Tag {tag.label}" for tag in article_of(window).tags),
        "Add a tag",
        "Details",
        "Findings",
        "History",
        "Search articles",
        "Articles",
        "Stage",
    ]
    found = [next((at for at, name in enumerate(names) if name.startswith(wanted)), None) for wanted in expected]
    assert None not in found, dict(zip(expected, found, strict=True))
    assert found == sorted(found)  # type: ignore[type-var]
    assert all(names), f"each stop has a name: {names}"
    assert names_by_tab(qtbot, window, SHIFT, most=90) == names[::-1]


def test_a_new_bullet_takes_its_place_in_the_order(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    open_sample(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_4, ALT)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert window.focusWidget().accessibleName() == "Summary point 2"
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget().accessibleName() == "Summary point 3"
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Backtab, SHIFT)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Backtab, SHIFT)
    assert window.focusWidget().accessibleName() == "Summary point 1"
