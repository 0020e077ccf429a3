"""Focus mode, typewriter scrolling, outline, moved paragraphs and counts, by keys alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from deskeditor.article.body import Heading, leaf_text
from deskeditor.ui.acts import Act
from deskeditor.ui.main_window import MainWindow
from tests.journeys.steps import ALT, CONTROL, SHIFT, article_of, settled

Key = Qt.Key


def write(qtbot: QtBot, window: MainWindow, *paragraphs: str) -> None:
    qtbot.keyClick(window, Key.Key_N, CONTROL)
    qtbot.waitUntil(window.page.headline.hasFocus)
    qtbot.keyClicks(window.page.headline, "Ferry returns")
    qtbot.keyClick(window, Key.Key_3, ALT)
    qtbot.waitUntil(window.page.body.hasFocus)
    for number, text in enumerate(paragraphs):
        if number:
            qtbot.keyClick(window.page.body, Key.Key_Return)
        qtbot.keyClicks(window.page.body, text)


def facts(window: MainWindow) -> str:
    return next(
        label for label in window.status.findChildren(QLabel) if label.accessibleName() == "Article facts"
    ).text()


def laid_out(qtbot: QtBot, window: MainWindow, *, hidden: int = 0) -> list[int]:
    """How wide the parts are once all have their places."""
    qtbot.waitUntil(lambda: window.splitter.sizes().count(0) == hidden)
    return window.splitter.sizes()


def words(window: MainWindow) -> list[str]:
    return [leaf_text(leaf) for leaf in article_of(window).body]


def test_a_paragraph_is_moved_and_one_undo_brings_it_back(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    write(qtbot, window, "One", "Two", "Three")
    qtbot.keyClick(window.page.body, Key.Key_Up, ALT)
    qtbot.keyClick(window.page.body, Key.Key_Up, ALT)
    assert words(window) == ["Three", "One", "Two"]
    qtbot.keyClicks(window.page.body, "!")
    qtbot.keyClick(window.page.body, Key.Key_Down, ALT)
    assert words(window) == ["One", "Three!", "Two"]
    for expected in (
        ["Three!", "One", "Two"],
        ["Three", "One", "Two"],
        ["One", "Three", "Two"],
        ["One", "Two", "Three"],
    ):
        qtbot.keyClick(window.page.body, Key.Key_Z, CONTROL)
        assert words(window) == expected


def test_focus_mode_hides_all_but_the_text_and_gives_all_back(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    write(qtbot, window, "One", "Two")
    settled(qtbot, window)
    qtbot.keyClick(window, Key.Key_1, CONTROL | SHIFT)
    parts = (window.list, window.panels, window.preview)
    before = [part.isVisible() for part in parts]
    assert before == [False, True, True]
    sizes = laid_out(qtbot, window, hidden=1)
    qtbot.keyClick(window.page.body, Key.Key_F11)
    assert not any(part.isVisible() for part in parts)
    assert not window.page.stage.isVisible()
    assert window.page.body.hasFocus()
    qtbot.keyClicks(window.page.body, " more")
    qtbot.keyClick(window.page.body, Key.Key_Escape)
    assert [part.isVisible() for part in parts] == before
    assert laid_out(qtbot, window, hidden=1) == sizes
    assert not window.actions_[Act.FOCUS_MODE].isChecked()
    assert words(window) == ["One", "Two more"]


def test_who_goes_to_a_hidden_part_leaves_the_focus_mode(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    write(qtbot, window, "One")
    qtbot.keyClick(window.page.body, Key.Key_F11)
    qtbot.keyClick(window.page.body, Key.Key_5, ALT)
    assert window.tags.isVisible()
    assert window.page.stage.isVisible()
    qtbot.keyClick(window, Key.Key_F11)
    qtbot.keyClick(window, Key.Key_3, CONTROL | SHIFT)
    assert window.preview.isVisible()


def test_both_are_as_they_were_left_at_the_next_start(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    write(qtbot, window, "One", *("Two" for _ in range(40)))
    qtbot.keyClick(window.page.body, Key.Key_F11)
    qtbot.keyClick(window.page.body, Key.Key_F11, SHIFT)
    settled(qtbot, window)
    window.close()
    again = open_window()
    assert again.actions_[Act.FOCUS_MODE].isChecked()
    assert not again.panels.isVisible()
    again.page.body.setFocus()
    qtbot.keyClick(again.page.body, Key.Key_End, CONTROL)
    caret = again.page.body.cursorRect().center().y() / again.page.body.viewport().height()
    assert caret == pytest.approx(0.45, abs=0.01)
    qtbot.keyClick(again.page.body, Key.Key_F11)
    assert again.panels.isVisible()
    assert again.list.isVisible()
    assert again.preview.isVisible()


def test_the_outline_leads_to_a_heading(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    write(qtbot, window, "Lead", "## What was said", "He said so.", "### Fares", "They stay.")
    assert [leaf.level for leaf in article_of(window).body if isinstance(leaf, Heading)] == [2, 3]
    qtbot.keyClick(window.page.body, Key.Key_O, ALT | SHIFT)
    rows = window.outline.focusProxy()
    assert rows is not None
    qtbot.waitUntil(rows.hasFocus)
    qtbot.keyClick(rows, Key.Key_Up)
    qtbot.keyClick(rows, Key.Key_Home)
    qtbot.keyClick(rows, Key.Key_Return)
    qtbot.waitUntil(window.page.body.hasFocus)
    assert window.page.body.textCursor().block().text() == "What was said"
    assert "Outline  2" in [button.text() for button in window.panels.findChildren(QToolButton)]


def test_the_status_line_counts_the_article_and_the_selection(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    write(qtbot, window, "The boat sails again.", "It is late.")
    qtbot.waitUntil(lambda: "7 words · 32 characters · 1 min" in facts(window))
    qtbot.keyClick(window.page.body, Key.Key_Home, SHIFT)
    qtbot.waitUntil(lambda: "3 of 7 words · 11 characters selected" in facts(window))
    qtbot.keyClick(window.page.body, Key.Key_A, CONTROL)
    qtbot.waitUntil(lambda: "7 of 7 words · 32 characters selected" in facts(window))
    qtbot.keyClick(window.page.body, Key.Key_End)
    qtbot.waitUntil(lambda: "7 words · 32 characters" in facts(window))
