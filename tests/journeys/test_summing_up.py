"""Selected words become a summary point by one key, and the two lead to each other."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskeditor.article.body import Code, Leaf, Paragraph, body_of, leaf_lines
from deskeditor.article.line import MarkKind, plain_line
from deskeditor.export import render_page
from deskeditor.ui.bullet_row import BulletRow
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


def written(qtbot: QtBot, window: MainWindow, *leaves: Leaf | str) -> None:
    """An article with these leaves, the caret in its body."""
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    body = body_of(Paragraph(line=plain_line(leaf)) if isinstance(leaf, str) else leaf for leaf in leaves)
    window.workspace.current.set_body(body)
    settled(qtbot, window)
    window.page.body.setFocus()


def select(window: MainWindow, first: str, last: str) -> None:
    body = window.page.body
    cursor = body.document().find(first)
    start = cursor.selectionStart()
    end = body.document().find(last, start).selectionEnd()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    body.setTextCursor(cursor)


def sum_up(qtbot: QtBot, window: MainWindow, first: str, last: str) -> None:
    select(window, first, last)
    qtbot.keyClick(window.page.body, Qt.Key.Key_S, CONTROL | SHIFT)


def points(window: MainWindow) -> list[str]:
    return [bullet.line.text for bullet in article_of(window).summary]


def test_words_of_several_paragraphs_are_one_point(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    written(qtbot, window, "The harbour froze.", "Nobody came.", "It thawed.")
    sum_up(qtbot, window, "harbour", "It")
    assert points(window) == ["harbour froze. Nobody came. It"]
    assert [words for words, _ in passage(window)] == ["harbour froze.", "Nobody came.", "It"]


def test_code_is_no_part_of_a_point(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    written(qtbot, window, "The harbour froze.", Code(text="rm ice"), "Nobody came.")
    sum_up(qtbot, window, "harbour", "came.")
    assert points(window) == ["harbour froze. Nobody came."]
    assert [words for words, _ in passage(window)] == ["harbour froze.", "Nobody came."]
    sum_up(qtbot, window, "rm", "ice")
    assert len(points(window)) == 1


def test_a_point_that_goes_lets_go_of_its_words(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    written(qtbot, window, "The harbour froze.", "Nobody came.")
    sum_up(qtbot, window, "harbour", "froze")
    before = article_of(window)
    select(window, "Nobody", "Nobody")
    (editor,) = window.summary.editors()
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_Delete, ALT)
    assert (points(window), passage(window)) == ([], [])
    assert window.page.body.textCursor().selectedText() == "Nobody"
    qtbot.keyClick(window.page.body, Qt.Key.Key_Z, CONTROL)
    assert (article_of(window).body, article_of(window).summary) == (before.body, before.summary)
    qtbot.keyClick(window.page.body, Qt.Key.Key_Y, CONTROL)
    assert (points(window), passage(window)) == ([], [])


def test_of_passages_over_each_other_the_innermost_is_meant(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    written(qtbot, window, "The harbour froze in May, the master said.")
    sum_up(qtbot, window, "The", "said.")
    sum_up(qtbot, window, "froze", "May")
    sum_up(qtbot, window, "harbour", "master")
    body = window.page.body
    for word, number in (("in May", 1), ("harbour", 2), ("said", 0)):
        cursor = body.document().find(word)
        cursor.setPosition(cursor.selectionStart() + 1)
        body.setTextCursor(cursor)
        body.setFocus()
        qtbot.keyClick(body, Qt.Key.Key_P, ALT | SHIFT)
        assert QApplication.focusWidget() is window.summary.editors()[number], word


def test_the_point_says_that_it_is_linked_and_leads_there(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    written(qtbot, window, "The harbour froze.", "Nobody came.")
    window.panels.fold("Summary", True)
    sum_up(qtbot, window, "harbour", "froze")
    # The panel was opened to show what came of it; the caret stays in the text.
    qtbot.waitUntil(lambda: window.summary.editors()[0].isVisible())
    assert window.page.body.hasFocus()
    (row,) = window.summary.findChildren(BulletRow)
    qtbot.keyClick(window.page.body, Qt.Key.Key_End, CONTROL)
    qtbot.mouseClick(row.passage_button, Qt.MouseButton.LeftButton)
    assert window.page.body.textCursor().selectedText() == "harbour froze"
    assert window.page.body.hasFocus()
    # Words that go take the way to them along; they bring it back.
    qtbot.keyClick(window.page.body, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not row.passage_button.isVisible())
    qtbot.keyClick(window.page.body, Qt.Key.Key_Z, CONTROL)
    assert row.passage_button.isVisible()


def test_focus_mode_stays_when_a_point_is_made(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    written(qtbot, window, "The harbour froze.")
    window.comfort_acts.show_focus(True)
    sum_up(qtbot, window, "harbour", "froze")
    assert points(window) == ["harbour froze"]
    assert window.comfort_acts.is_focused


def test_a_point_is_made_of_markdown_and_found_again(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    written(qtbot, window, "The harbour froze.", "Nobody came.")
    qtbot.keyClick(window.page.body, Qt.Key.Key_F5)
    markdown = window.page.markdown
    qtbot.keyClick(markdown, Qt.Key.Key_End, CONTROL)
    qtbot.keyClicks(markdown, " It *was* __so__.")
    qtbot.keyClick(markdown, Qt.Key.Key_Home, CONTROL)
    qtbot.keyClick(markdown, Qt.Key.Key_Right, CONTROL)
    for _ in range(4):
        qtbot.keyClick(markdown, Qt.Key.Key_Right, CONTROL | SHIFT)
    typed, selected = markdown.text(), markdown.textCursor().selectedText()
    qtbot.keyClick(markdown, Qt.Key.Key_S, CONTROL | SHIFT)
    assert len(points(window)) == 1
    assert points(window)[0].startswith("harbour froze")
    assert " ".join(words for words, _ in passage(window)).split() == points(window)[0].split()
    # What was typed stands as it was typed.
    assert (markdown.text(), markdown.textCursor().selectedText()) == (typed, selected)
    qtbot.keyClick(markdown, Qt.Key.Key_P, ALT | SHIFT)
    (editor,) = window.summary.editors()
    assert QApplication.focusWidget() is editor
    qtbot.keyClick(markdown, Qt.Key.Key_Home, CONTROL)
    qtbot.keyClick(editor, Qt.Key.Key_P, ALT | SHIFT)
    assert markdown.hasFocus()
    assert markdown.textCursor().selectedText().startswith("harbour froze")
