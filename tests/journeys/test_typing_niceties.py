"""Typing makes typographic signs, lists, headings and marks; one undo gives back what was typed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskeditor.article.body import Code, Heading, Leaf, ListItem, ListKind, ListLevel, Paragraph
from deskeditor.article.change import Change
from deskeditor.article.line import MarkKind, plain_line
from deskeditor.ui.acts import Act
from deskeditor.ui.main_window import MainWindow
from tests.journeys.steps import CONTROL, article_of, settled


@pytest.fixture
def window(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> MainWindow:
    opened = open_window()
    qtbot.keyClick(opened, Qt.Key.Key_N, CONTROL)
    settled(qtbot, opened)
    opened.page.body.setFocus()
    return opened


def leaves(window: MainWindow) -> tuple[Leaf, ...]:
    return article_of(window).body.leaves


def text(window: MainWindow) -> str:
    return "|".join(leaf.line.text for leaf in leaves(window))  # type: ignore[union-attr]


def undo(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window.page.body, Qt.Key.Key_Z, CONTROL)


def test_quotation_marks_and_what_one_undo_gives_back(qtbot: QtBot, window: MainWindow) -> None:
    body = window.page.body
    qtbot.keyClicks(body, 'He said "')
    assert text(window) == "He said “"
    undo(qtbot, window)
    assert text(window) == 'He said "'
    # Once taken back it is left alone.
    qtbot.keyClicks(body, "it's")
    assert text(window) == 'He said "it’s'


def test_what_is_typed_behind_a_sign_is_a_step_of_its_own(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClicks(window.page.body, 'so "Yes')
    for expected in ("so “", 'so "', ""):
        undo(qtbot, window)
        assert text(window) == expected


def test_what_was_taken_back_is_left_alone_when_it_is_typed_again(qtbot: QtBot, window: MainWindow) -> None:
    body = window.page.body
    qtbot.keyClicks(body, 'so "')
    qtbot.keyClick(body, Qt.Key.Key_Backspace)
    assert text(window) == 'so "'
    qtbot.keyClick(body, Qt.Key.Key_Backspace)
    qtbot.keyClicks(body, '"Yes"')
    assert text(window) == 'so "Yes”'


def test_a_rule_is_drawn_by_hyphens_and_given_back(qtbot: QtBot, window: MainWindow) -> None:
    body = window.page.body
    qtbot.keyClicks(body, "---")
    qtbot.keyClick(body, Qt.Key.Key_Return)
    assert [type(leaf).__name__ for leaf in leaves(window)] == ["Rule", "Paragraph"]
    undo(qtbot, window)
    assert text(window) == "---|"


def test_dashes_and_points(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClicks(window.page.body, "now--then...")
    assert text(window) == "now—then…"
    undo(qtbot, window)
    assert text(window) == "now—then..."


def test_the_article_s_language_says_which_signs(qtbot: QtBot, window: MainWindow) -> None:
    window.workspace.current.set_field(Change.LANGUAGE, "de")
    qtbot.keyClicks(window.page.body, '"Ja" -- nein')
    assert text(window) == "„Ja“ – nein"


def test_after_an_italic_and_with_its_mark(qtbot: QtBot, window: MainWindow) -> None:
    body = window.page.body
    qtbot.keyClick(body, Qt.Key.Key_I, CONTROL)
    qtbot.keyClicks(body, 'Petrel"')
    assert text(window) == "Petrel”"
    (run,) = leaves(window)[0].line  # type: ignore[union-attr]
    assert run.has(MarkKind.EMPHASIS)


@pytest.mark.parametrize(
    ("typed", "leaf"),
    [
        ("* ", ListItem(line=plain_line("x"), path=(ListLevel(kind=ListKind.BULLET),))),
        ("- ", ListItem(line=plain_line("x"), path=(ListLevel(kind=ListKind.BULLET),))),
        ("1. ", ListItem(line=plain_line("x"), path=(ListLevel(kind=ListKind.NUMBER),))),
        ("7) ", ListItem(line=plain_line("x"), path=(ListLevel(kind=ListKind.NUMBER, start=7),))),
        ("## ", Heading(level=2, line=plain_line("x"))),
        ("#### ", Heading(level=4, line=plain_line("x"))),
        ("> ", Paragraph(line=plain_line("x"), quoted=True)),
        ("```", Code(text="x")),
    ],
)
def test_signs_at_the_start_of_a_line_begin_a_block(qtbot: QtBot, window: MainWindow, typed: str, leaf: Leaf) -> None:
    body = window.page.body
    qtbot.keyClicks(body, typed + "x")
    assert leaves(window) == (leaf,)
    undo(qtbot, window)
    undo(qtbot, window)
    assert leaves(window) == (Paragraph(line=plain_line(typed)),)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("**bold**", MarkKind.STRONG),
        ("*slanted*", MarkKind.EMPHASIS),
        ("_slanted_", MarkKind.EMPHASIS),
        ("`code`", MarkKind.CODE),
        ("~~struck~~", MarkKind.STRIKE),
    ],
)
def test_signs_around_words_make_a_mark(qtbot: QtBot, window: MainWindow, typed: str, kind: MarkKind) -> None:
    body = window.page.body
    qtbot.keyClicks(body, f"a {typed} b")
    runs = list(leaves(window)[0].line)  # type: ignore[union-attr]
    assert [run.text for run in runs] == ["a ", typed.strip("*_`~"), " b"]
    assert [{mark.kind for mark in run.marks} for run in runs] == [set(), {kind}, set()]
    for _ in range(2):
        undo(qtbot, window)
    assert text(window) == f"a {typed}"


def test_what_is_no_sign_stays(qtbot: QtBot, window: MainWindow) -> None:
    typed = "2 * 3 * 4, snake_case_name, a ** b"
    qtbot.keyClicks(window.page.body, typed)
    assert text(window) == typed


def test_headlines_have_typographic_signs_but_no_blocks(qtbot: QtBot, window: MainWindow) -> None:
    headline = window.page.headline
    headline.setFocus()
    qtbot.keyClicks(headline, '* "So" it\'s')
    assert article_of(window).headline.text == "* “So” it’s"


def test_code_is_left_as_it_is_typed(qtbot: QtBot, window: MainWindow) -> None:
    body = window.page.body
    qtbot.keyClicks(body, "```")
    qtbot.keyClicks(body, 'a--"b" *c*')
    assert leaves(window) == (Code(text='a--"b" *c*'),)


def test_the_enter_that_ends_the_signs_of_code_leaves_it_code(qtbot: QtBot, window: MainWindow) -> None:
    body = window.page.body
    qtbot.keyClicks(body, "```")
    qtbot.keyClick(body, Qt.Key.Key_Return)
    qtbot.keyClicks(body, "a")
    assert leaves(window) == (Code(text="a"),)
    for key in (Qt.Key.Key_Backspace, Qt.Key.Key_Return):
        qtbot.keyClick(body, key)
    # Another one in code that is empty leaves it, as ever.
    qtbot.keyClicks(body, "b")
    assert leaves(window) == (Paragraph(line=plain_line("b")),)


def test_words_of_an_input_method_are_left_as_chosen(qtbot: QtBot, window: MainWindow) -> None:
    event = QInputMethodEvent()
    event.setCommitString('"x"')
    QApplication.sendEvent(window.page.body, event)
    assert text(window) == '"x"'


def test_each_habit_can_be_given_up_and_stays_so(
    qtbot: QtBot, window: MainWindow, open_window: Callable[[], MainWindow]
) -> None:
    window.actions_[Act.SMART_TYPING].trigger()
    window.actions_[Act.FORMAT_AS_TYPED].trigger()
    window.actions_[Act.ORDINALS].trigger()
    window.page.body.setFocus()
    qtbot.keyClicks(window.page.body, '* "so" 1/2 1st ')
    assert text(window) == '* "so" ½ 1st '
    assert [run.text for run in leaves(window)[0].line if run.has(MarkKind.SUPERSCRIPT)] == ["st"]  # type: ignore[union-attr]
    settled(qtbot, window)
    window.close()
    again = open_window()
    assert not again.actions_[Act.SMART_TYPING].isChecked()
    assert again.actions_[Act.ORDINALS].isChecked()
