"""An editor finds and replaces words in the whole article, by keys alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskeditor.article.body import Align, ListItem, ListKind, ListLevel, Paragraph, Table, body_of
from deskeditor.article.change import Change
from deskeditor.article.line import Mark, MarkKind, Run, line_of, plain_line
from deskeditor.markup.plain_text import body_text
from deskeditor.ui.main_window import MainWindow
from tests.journeys.steps import ALT, CONTROL, SHIFT, article_of, settled

LINK = Mark(MarkKind.LINK, "https://example.org/")
BULLET = ListLevel(kind=ListKind.BULLET)


def press(
    qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


def type_in(qtbot: QtBot, window: MainWindow, text: str) -> None:
    qtbot.keyClicks(QApplication.focusWidget() or window, text)


@pytest.fixture
def window(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> MainWindow:
    """A window with an article in which the harbour is spoken of in every text."""
    opened = open_window()
    qtbot.keyClick(opened, Qt.Key.Key_N, CONTROL)
    current = opened.workspace.current
    assert current is not None
    current.set_line(Change.HEADLINE, plain_line("The harbour froze"))
    current.add_bullet(plain_line("A harbour is shut"))
    current.set_body(
        body_of(
            [
                Paragraph(
                    line=line_of(
                        [Run(text="At the "), Run(text="Harbour", marks=frozenset({LINK})), Run(text=" 😀 harbour")]
                    )
                ),
                ListItem(line=plain_line("harbour master"), path=(BULLET,)),
                Table(rows=((plain_line("harbour"), plain_line("x")),), header=False, alignments=(Align.START,) * 2),
            ]
        )
    )
    opened.page.headline.setFocus()
    opened.page.headline.moveCursor(QTextCursor.MoveOperation.Start)
    settled(qtbot, opened)
    return opened


def test_each_hit_is_walked_through_in_the_order_of_the_copy(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, Qt.Key.Key_F, CONTROL)
    type_in(qtbot, window, "harbour")
    bar = window.page.find_bar
    assert bar._count.text() == "1 of 6"
    assert window.page.headline.textCursor().selectedText() == "harbour"
    (bullet,) = window.summary.editors()
    seen = []
    for _ in range(6):
        press(qtbot, window, Qt.Key.Key_Return)
        seen.append(bar._count.text())
    assert seen == ["2 of 6", "3 of 6", "4 of 6", "5 of 6", "6 of 6", "1 of 6"]
    press(qtbot, window, Qt.Key.Key_Return, SHIFT)
    assert bar._count.text() == "6 of 6"
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    # The words are ready to be typed over, and F3 goes on without the bar.
    assert window.page.body.hasFocus()
    assert window.page.body.textCursor().selectedText() == "harbour"
    press(qtbot, window, Qt.Key.Key_F3)
    assert window.page.headline.hasFocus()
    press(qtbot, window, Qt.Key.Key_F3)
    assert bullet.hasFocus()


def test_replace_all_is_one_undo_over_every_text(qtbot: QtBot, window: MainWindow) -> None:
    before = article_of(window)
    press(qtbot, window, Qt.Key.Key_H, CONTROL)
    type_in(qtbot, window, "harbour")
    press(qtbot, window, Qt.Key.Key_Tab)
    while QApplication.focusWidget() is not window.page.find_bar.replace_field:
        press(qtbot, window, Qt.Key.Key_Tab)
    type_in(qtbot, window, "port")
    press(qtbot, window, Qt.Key.Key_Return, ALT)
    after = article_of(window)
    assert after.headline.text == "The port froze"
    assert after.summary[0].line.text == "A port is shut"
    assert body_text(after.body).lower().count("port") == 4
    assert "harbour" not in body_text(after.body).lower()
    # The link stays on what took the place of its words.
    assert [run.text for run in after.body.leaves[0].line if run.has(MarkKind.LINK)] == ["port"]  # type: ignore[union-attr]
    press(qtbot, window, Qt.Key.Key_Escape)
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert article_of(window).body == before.body
    assert article_of(window).headline == before.headline
    assert article_of(window).summary == before.summary


def test_one_after_the_other_is_replaced_or_passed_over(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, Qt.Key.Key_H, CONTROL)
    type_in(qtbot, window, "harbour")
    window.page.find_bar.replace_field.setFocus()
    type_in(qtbot, window, "quay")
    press(qtbot, window, Qt.Key.Key_Return)
    assert article_of(window).headline.text == "The quay froze"
    press(qtbot, window, Qt.Key.Key_F3)
    press(qtbot, window, Qt.Key.Key_Return)
    assert article_of(window).summary[0].line.text == "A harbour is shut"
    assert [run.text for run in article_of(window).body.leaves[0].line if run.has(MarkKind.LINK)] == ["quay"]  # type: ignore[union-attr]


def test_an_expression_fills_its_groups_in_and_a_wrong_one_is_said(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, Qt.Key.Key_H, CONTROL)
    bar = window.page.find_bar
    qtbot.mouseClick(bar.regex_button, Qt.MouseButton.LeftButton)
    bar.find_field.setFocus()
    type_in(qtbot, window, "(harbour")
    assert "no regular expression" in bar._fault.text()
    type_in(qtbot, window, ") (froze|master)")
    assert bar._count.text() == "1 of 2"
    bar.replace_field.setFocus()
    type_in(qtbot, window, r"\2 of \9")
    press(qtbot, window, Qt.Key.Key_Return, ALT)
    assert "does not have" in bar._fault.text()
    assert article_of(window).headline.text == "The harbour froze"
    bar.replace_field.clear()
    type_in(qtbot, window, r"\2 of \1")
    press(qtbot, window, Qt.Key.Key_Return, ALT)
    assert article_of(window).headline.text == "The froze of harbour"
    assert "master of harbour" in body_text(article_of(window).body)


def test_a_long_selection_is_searched_alone(qtbot: QtBot, window: MainWindow) -> None:
    body = window.page.body
    body.setFocus()
    body.selectAll()
    press(qtbot, window, Qt.Key.Key_H, CONTROL)
    assert window.page.find_bar.only_selection
    type_in(qtbot, window, "harbour")
    assert window.page.find_bar._count.text().endswith("of 4")
    window.page.find_bar.replace_field.setFocus()
    press(qtbot, window, Qt.Key.Key_Return, ALT)
    assert article_of(window).headline.text == "The harbour froze"
    assert "harbour" not in body_text(article_of(window).body).lower()


def test_what_is_not_there_is_said(qtbot: QtBot, window: MainWindow) -> None:
    before = window.page.headline.textCursor().position()
    press(qtbot, window, Qt.Key.Key_F, CONTROL)
    type_in(qtbot, window, "lighthouse")
    assert window.page.find_bar._count.text() == "Not found"
    press(qtbot, window, Qt.Key.Key_Return)
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.page.headline.textCursor().position() == before
