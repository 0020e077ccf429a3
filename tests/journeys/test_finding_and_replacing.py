"""An editor finds and replaces words in the whole article, by keys alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskeditor.article.body import Align, ListItem, ListKind, ListLevel, Paragraph, Table, body_of
from deskeditor.article.change import Change
from deskeditor.article.line import Mark, MarkKind, Run, line_of, plain_line
from deskeditor.markup.plain_text import body_text
from deskeditor.ui.acts import Act
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.theme_tokens import DARK, LIGHT
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


def test_every_script_is_found_and_replaced_exactly(qtbot: QtBot, window: MainWindow) -> None:
    current = window.workspace.current
    assert current is not None
    before = [
        "A cafe\u0301, a Café 👩\u200d🚀 and 👩 at 🇩🇪🇺🇸",
        "\u202bقال الوزير إنّ الميناء مغلق\u202c",
        "港口在东京，港口冻结。",
    ]
    current.set_body(body_of([Paragraph(line=plain_line(text)) for text in before]))
    window.page.body.setFocus()
    press(qtbot, window, Qt.Key.Key_H, CONTROL)
    bar = window.page.find_bar
    for wanted, instead, count in (
        ("café", "bar", "of 2"),
        ("👩", "👨", "of 1"),
        ("🇪🇺", "", "Not found"),
        ("إن", "أن", "of 1"),
        ("港口", "海港", "of 2"),
    ):
        bar.find_field.setFocus()
        bar.find_field.selectAll()
        # As an input method does: no key has these signs.
        event = QInputMethodEvent()
        event.setCommitString(wanted)
        QApplication.sendEvent(bar.find_field, event)
        assert bar._count.text().endswith(count)
        bar.replace_field.setText(instead)
        bar.replace_field.setFocus()
        press(qtbot, window, Qt.Key.Key_Return, ALT)
    assert body_text(article_of(window).body).split("\n\n") == [
        "A bar, a bar 👩\u200d🚀 and 👨 at 🇩🇪🇺🇸",
        "\u202bقال الوزير أن الميناء مغلق\u202c",
        "海港在东京，海港冻结。",
    ]
    press(qtbot, window, Qt.Key.Key_Escape)
    for _ in range(4):
        press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert body_text(article_of(window).body).split("\n\n") == before


def test_a_claim_stays_on_words_replaced_inside_it_and_nowhere_else(qtbot: QtBot, window: MainWindow) -> None:
    claim = Mark(MarkKind.CLAIM, "c1")
    current = window.workspace.current
    assert current is not None
    runs = [Run(text="the old "), Run(text="harbour froze", marks=frozenset({claim})), Run(text=" over")]
    current.set_body(body_of([Paragraph(line=line_of(runs))]))
    window.page.body.setFocus()
    press(qtbot, window, Qt.Key.Key_H, CONTROL)
    bar = window.page.find_bar
    for wanted, instead, claimed in (
        ("froze", "shut", "harbour shut"),
        ("old harbour", "quay", " shut"),
        (" shut over", " is open", ""),
    ):
        bar.find_field.setText(wanted)
        bar.replace_field.setText(instead)
        bar.replace_field.setFocus()
        press(qtbot, window, Qt.Key.Key_Return, ALT)
        (leaf,) = article_of(window).body.leaves
        assert isinstance(leaf, Paragraph)
        assert "".join(run.text for run in leaf.line if claim in run.marks) == claimed
    assert body_text(article_of(window).body) == "the quay is open"


def test_another_selection_is_searched_when_it_is_asked_for_again(qtbot: QtBot, window: MainWindow) -> None:
    body, bar = window.page.body, window.page.find_bar
    press(qtbot, window, Qt.Key.Key_F, CONTROL)
    type_in(qtbot, window, "harbour")
    found = []
    for block in (body.document().firstBlock(), body.document().firstBlock().next()):
        body.setFocus()
        cursor = body.textCursor()
        cursor.setPosition(block.position())
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        body.setTextCursor(cursor)
        qtbot.mouseClick(bar.selection_button, Qt.MouseButton.LeftButton)
        found.append(bar._count.text())
        qtbot.mouseClick(bar.selection_button, Qt.MouseButton.LeftButton)
    assert found == ["1 of 2", "1 of 1"]
    assert bar._count.text().endswith("of 6")


def test_as_markdown_too_replace_all_is_one_undo(qtbot: QtBot, window: MainWindow) -> None:
    before = article_of(window)
    window.page.body.setFocus()
    press(qtbot, window, Qt.Key.Key_F5)
    press(qtbot, window, Qt.Key.Key_H, CONTROL)
    bar = window.page.find_bar
    bar.find_field.setText("harbour")
    bar.replace_field.setText("port")
    bar.replace_field.setFocus()
    press(qtbot, window, Qt.Key.Key_Return, ALT)
    after = article_of(window)
    assert after.headline.text == "The port froze"
    assert "harbour" not in body_text(after.body).lower()
    press(qtbot, window, Qt.Key.Key_Escape)
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert (article_of(window).headline, article_of(window).body) == (before.headline, before.body)


def test_an_expression_that_never_ends_is_given_up_until_another_is_asked_for(qtbot: QtBot, window: MainWindow) -> None:
    current = window.workspace.current
    assert current is not None
    current.set_line(Change.HEADLINE, plain_line("a" * 60 + "b"))
    press(qtbot, window, Qt.Key.Key_F, CONTROL)
    bar = window.page.find_bar
    qtbot.mouseClick(bar.regex_button, Qt.MouseButton.LeftButton)
    bar.find_field.setText("(a|aa)+$")
    assert "too long" in bar._fault.text()
    for _ in range(3):
        press(qtbot, window, Qt.Key.Key_F3)
    assert "too long" in bar._fault.text()
    bar.find_field.setText("(a|aa)+")
    assert bar._count.text().endswith("of 9")


def test_thousands_of_hits_are_replaced_and_come_back_by_one_undo(qtbot: QtBot, window: MainWindow) -> None:
    current = window.workspace.current
    assert current is not None
    text = "The harbour “master” said that the harbour would be shut all winter. " * 4
    current.set_body(body_of([Paragraph(line=plain_line(text))] * 400))
    settled(qtbot, window)
    press(qtbot, window, Qt.Key.Key_H, CONTROL)
    bar = window.page.find_bar
    bar.find_field.setText("harbour")
    bar.replace_field.setText("port")
    qtbot.mouseClick(bar.all_button, Qt.MouseButton.LeftButton)
    assert body_text(article_of(window).body).count("port") == 3200
    assert bar.find_field.hasFocus()
    press(qtbot, window, Qt.Key.Key_Escape)
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert body_text(article_of(window).body).count("harbour") == 3200


def test_a_replacement_gets_the_capitals_of_what_it_replaces_where_asked(qtbot: QtBot, window: MainWindow) -> None:
    current = window.workspace.current
    assert current is not None
    current.set_body(body_of([Paragraph(line=plain_line("HARBOUR Harbour harbour"))]))
    window.page.body.setFocus()
    window.page.body.moveCursor(QTextCursor.MoveOperation.Start)
    press(qtbot, window, Qt.Key.Key_H, CONTROL)
    bar = window.page.find_bar
    bar.find_field.setText("harbour")
    bar.replace_field.setText("port")
    qtbot.mouseClick(bar.capitals_button, Qt.MouseButton.LeftButton)
    bar.replace_field.setFocus()
    press(qtbot, window, Qt.Key.Key_Return)
    assert body_text(article_of(window).body) == "PORT Harbour harbour"
    press(qtbot, window, Qt.Key.Key_Return, ALT)
    assert body_text(article_of(window).body) == "PORT Port port"


def test_in_a_long_article_is_found_at_once_what_is_near_and_counted_by_and_by(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deskeditor.ui.find_acts._SLICE", 0.0)
    current = window.workspace.current
    assert current is not None
    texts = ["The ferry sails"] * 700 + ["The pier is shut"]
    current.set_body(body_of([Paragraph(line=plain_line(text)) for text in texts]))
    settled(qtbot, window)
    body, bar = window.page.body, window.page.find_bar
    body.setFocus()
    body.moveCursor(QTextCursor.MoveOperation.Start)
    press(qtbot, window, Qt.Key.Key_F, CONTROL)
    type_in(qtbot, window, "fer")
    assert body.textCursor().selectedText() == "fer"
    assert bar._count.text() == "…"
    qtbot.waitUntil(lambda: bar._count.text() == "1 of 700")
    bar.find_field.selectAll()
    type_in(qtbot, window, "pier")
    assert bar._count.text() == "…"
    qtbot.waitUntil(lambda: bar._count.text() == "1 of 1")
    assert body.textCursor().selectedText() == "pier"
    # What comes into view is marked.
    bar.find_field.selectAll()
    type_in(qtbot, window, "ferry")
    qtbot.waitUntil(lambda: bar._count.text().endswith("of 700"))
    half = body.document().findBlockByNumber(350).position()
    body.verticalScrollBar().setValue(body.verticalScrollBar().maximum() // 2)
    qtbot.waitUntil(lambda: any(abs(one.cursor.position() - half) < 200 for one in body.extraSelections()))  # type: ignore[attr-defined]
    bar.find_field.selectAll()
    type_in(qtbot, window, "quay")
    qtbot.waitUntil(lambda: bar._count.text() == "Not found")


def test_the_part_that_is_looked_through_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    body, bar = window.page.body, window.page.find_bar
    body.setFocus()
    body.moveCursor(QTextCursor.MoveOperation.Start)
    body.moveCursor(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    part = (0, body.textCursor().position())

    def shown_parts() -> list[tuple[int, int]]:
        shown = body.extraSelections()
        return [(one.cursor.selectionStart(), one.cursor.selectionEnd()) for one in shown]  # type: ignore[attr-defined]

    press(qtbot, window, Qt.Key.Key_F, CONTROL)
    bar.find_field.setText("harbour")
    assert part not in shown_parts()
    body.setFocus()
    body.moveCursor(QTextCursor.MoveOperation.Start)
    body.moveCursor(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    qtbot.mouseClick(bar.selection_button, Qt.MouseButton.LeftButton)
    assert part in shown_parts()
    qtbot.mouseClick(bar.selection_button, Qt.MouseButton.LeftButton)
    assert part not in shown_parts()


def test_an_expression_is_taken_as_it_stands_and_the_bar_says_so(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, Qt.Key.Key_F, CONTROL)
    bar = window.page.find_bar
    qtbot.mouseClick(bar.regex_button, Qt.MouseButton.LeftButton)
    assert not bar.exact_button.isEnabled()
    assert "accents" in bar.regex_button.toolTip()
    qtbot.mouseClick(bar.regex_button, Qt.MouseButton.LeftButton)
    assert bar.exact_button.isEnabled()


def test_another_article_and_another_theme_are_looked_through_at_once(qtbot: QtBot, window: MainWindow) -> None:
    body, bar = window.page.body, window.page.find_bar
    window.actions_[Act.THEME_LIGHT].trigger()
    press(qtbot, window, Qt.Key.Key_F, CONTROL)
    type_in(qtbot, window, "harbour")
    assert bar._count.text() == "1 of 6"

    def grounds() -> set[str]:
        return {one.format.background().color().name() for one in body.extraSelections()}  # type: ignore[attr-defined]

    assert LIGHT.found in grounds()
    window.actions_[Act.THEME_DARK].trigger()
    qtbot.waitUntil(lambda: DARK.found in grounds() and LIGHT.found not in grounds())
    current = window.workspace.current
    assert current is not None
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(lambda: bar._count.text() == "Not found")
    window.workspace.open(current.id)
    qtbot.waitUntil(lambda: bar._count.text().endswith("6 found") or bar._count.text().endswith("of 6"))
    window.actions_[Act.THEME_SYSTEM].trigger()
