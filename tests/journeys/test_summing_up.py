"""Selected words become a summary point by one key, and the two lead to each other."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskeditor.article.body import Paragraph, body_of, leaf_lines
from deskeditor.article.line import MarkKind, plain_line
from deskeditor.export import render_page
from deskeditor.ui.main_window import MainWindow
from tests.journeys.steps import ALT, CONTROL, SHIFT, article_of, settled


def passage(window: MainWindow) -> list[tuple[str, str]]:
    return [
        (run.text, run.value(MarkKind.BULLET))
        for leaf in article_of(window).body
        for line in leaf_lines(leaf)
        for run in line
        if run.has(MarkKind.BULLET)
    ]


def test_by_one_key_and_there_and_back(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    window.workspace.current.set_body(body_of([Paragraph(line=plain_line("The harbour froze. Nobody came."))]))
    settled(qtbot, window)
    before = article_of(window)
    body = window.page.body
    body.setFocus()
    qtbot.keyClick(body, Qt.Key.Key_Home, CONTROL)
    for _ in range(3):
        qtbot.keyClick(body, Qt.Key.Key_Right, CONTROL | SHIFT)
    selected = body.textCursor().selectedText()
    qtbot.keyClick(body, Qt.Key.Key_S, CONTROL | SHIFT)
    (bullet,) = article_of(window).summary
    assert bullet.line.text == selected.strip()
    assert passage(window) == [(selected, str(bullet.id))]
    assert body.textCursor().selectedText() == selected
    # To the point, and back to its words.
    qtbot.keyClick(body, Qt.Key.Key_P, ALT | SHIFT)
    editor = QApplication.focusWidget()
    assert editor in window.summary.editors()
    qtbot.keyClick(body, Qt.Key.Key_Home, CONTROL)
    qtbot.keyClick(editor, Qt.Key.Key_P, ALT | SHIFT)
    assert body.hasFocus()
    assert body.textCursor().selectedText() == selected
    assert str(bullet.id).encode() not in render_page(article_of(window), window.workspace.profile)
    qtbot.keyClick(body, Qt.Key.Key_Z, CONTROL)
    assert article_of(window).summary == ()
    assert article_of(window).body == before.body


def test_words_that_are_not_of_the_body_are_refused(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    headline = window.page.headline
    headline.setFocus()
    qtbot.keyClicks(headline, "A headline")
    headline.selectAll()
    told: list[str] = []
    window.workspace.noticed.connect(lambda notice: told.append(notice.text))
    qtbot.keyClick(headline, Qt.Key.Key_S, CONTROL | SHIFT)
    assert article_of(window).summary == ()
    assert "Select words of the body" in told[-1]
