"""A checker walks through a piece: the copy is locked, and one key does each thing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from deskeditor.article.article import SummaryBullet, new_article
from deskeditor.article.body import Paragraph, body_of
from deskeditor.article.change import Change
from deskeditor.article.claim_progress import Progress
from deskeditor.article.claims import Evidence, Verdict
from deskeditor.article.line import Mark, MarkKind, Run, line_of, plain_line
from deskeditor.article.sources import Source
from deskeditor.markup.plain_text import body_text
from deskeditor.ui.acts import Act
from deskeditor.ui.editor.query_bubble import QueryBubble
from deskeditor.ui.layouts import Layout
from deskeditor.ui.main_window import MainWindow
from tests.journeys.steps import ALT, CONTROL, SHIFT, article_of, settled

PLAIN = Qt.KeyboardModifier.NoModifier
TEXT = (
    "The council of Marlow voted 14 to 9 on 15 July, said Mira Aldous.",
    "“We have talked about this since my daughter was in school,” Aldous said in Marlow.",
)


@pytest.fixture
def window(open_window: Callable[[], MainWindow]) -> MainWindow:
    window = open_window()
    bullet = SummaryBullet(id=uuid4(), line=plain_line("The council voted for a ferry."))
    passage = Run(text=TEXT[0], marks=frozenset({Mark(MarkKind.BULLET, str(bullet.id))}))
    article = replace(
        new_article(uuid4(), datetime(2026, 7, 15, 12, tzinfo=UTC)),
        headline=plain_line("Marlow backs night ferry"),
        summary=(bullet,),
        body=body_of([Paragraph(line=line_of([passage])), Paragraph(line=plain_line(TEXT[1]))]),
    )
    current = window.workspace.turn_to(article, None)
    source = Source(number=current.next_source_number(), title="Minutes of the council")
    other = Source(number=current.next_source_number(), title="Call with Aldous, 16 July")
    current.set_field(Change.SOURCES, (source, other))
    return window


def press(
    qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    qtbot.keyClick(window.focusWidget() or window, key, modifier)


def walk(qtbot: QtBot, window: MainWindow) -> None:
    window.page.body.setFocus()
    press(qtbot, window, Qt.Key.Key_F9, SHIFT)
    assert window.check_acts.walk.is_on


def at_hand(window: MainWindow) -> str:
    stop = window.check_acts.walk.stop
    return stop.words if stop is not None else ""


def test_one_key_a_fact_from_the_headline_to_the_end(qtbot: QtBot, window: MainWindow) -> None:
    walk(qtbot, window)
    assert window.layouts.current is Layout.CHECK
    assert at_hand(window) == "Marlow backs night ferry"
    assert window.page.headline.textCursor().selectedText() == "Marlow backs night ferry"
    before = body_text(article_of(window).body)
    keys = 0
    press(qtbot, window, Qt.Key.Key_1)
    while window.check_acts.walk.stop is not None:
        press(qtbot, window, Qt.Key.Key_Space)
        keys += 1
        assert keys < 30
    found = window.check_log.found
    assert {one.progress for one in found} == {Progress.SETTLED}
    assert {one.claim.evidence for one in found} == {(Evidence(source=1),)}
    words = {one.words for one in found}
    assert {"Marlow backs night ferry", "The council voted for a ferry.", "Mira Aldous", "15 July"} <= words
    assert any(one.words is not None and one.words.startswith("“We have talked") for one in found)
    # Marlow and Aldous come again: ticked where they were ticked first.
    assert keys + 1 < len(found)
    assert body_text(article_of(window).body) == before
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not window.check_acts.walk.is_on
    assert not window.page.body.isReadOnly()


def test_the_copy_is_locked_while_the_walk_is_on(qtbot: QtBot, window: MainWindow) -> None:
    walk(qtbot, window)
    before = article_of(window).body
    for key in (Qt.Key.Key_Y, Qt.Key.Key_Delete, Qt.Key.Key_Z):
        press(qtbot, window, key)
    qtbot.keyClick(window.page.body, Qt.Key.Key_V, CONTROL)
    assert article_of(window).body == before
    assert article_of(window).claims == ()
    press(qtbot, window, Qt.Key.Key_U)
    window.page.body.setFocus()
    qtbot.keyClick(window.page.body, Qt.Key.Key_Y)
    assert article_of(window).body != before


def test_each_verdict_has_its_key_and_undo_leads_back(qtbot: QtBot, window: MainWindow) -> None:
    walk(qtbot, window)
    for key, verdict in (
        (Qt.Key.Key_S, Verdict.NOT_CHECKABLE),
        (Qt.Key.Key_X, Verdict.CANT_STAND_UP),
        (Qt.Key.Key_D, Verdict.DISPUTED),
        (Qt.Key.Key_A, Verdict.OK_ON_AUTHOR),
    ):
        words = at_hand(window)
        press(qtbot, window, key)
        judgement = article_of(window).claims[-1].judgement
        assert judgement is not None
        assert (judgement.verdict, judgement.words) == (verdict, words)
        assert at_hand(window) != words
        press(qtbot, window, Qt.Key.Key_Z, CONTROL)
        assert at_hand(window) == words
        assert words not in {one.words for one in window.check_log.found}
        press(qtbot, window, key)
    assert "can’t stand up" in " ".join(entry.text for entry in article_of(window).claim_log)


def test_words_at_hand_can_be_more_or_fewer(qtbot: QtBot, window: MainWindow) -> None:
    walk(qtbot, window)
    while at_hand(window) != "Mira Aldous":
        press(qtbot, window, Qt.Key.Key_Right)
    press(qtbot, window, Qt.Key.Key_N)
    assert at_hand(window) == "Mira"
    press(qtbot, window, Qt.Key.Key_W)
    assert window.page.body.textCursor().selectedText() == "Mira Aldous"
    press(qtbot, window, Qt.Key.Key_2)
    assert article_of(window).claims[-1].evidence == (Evidence(source=2),)


def test_a_query_is_asked_and_the_walk_goes_on(qtbot: QtBot, window: MainWindow) -> None:
    walk(qtbot, window)
    words = at_hand(window)
    press(qtbot, window, Qt.Key.Key_Q)
    bubble = window.findChild(QueryBubble)
    assert bubble is not None
    qtbot.keyClicks(bubble.question_field, "Who says so?")
    qtbot.keyClick(bubble.question_field, Qt.Key.Key_Return)
    (one,) = window.check_log.found
    assert (one.words, one.progress, one.claim.number) == (words, Progress.WITH_EDITOR, 1)
    assert at_hand(window) not in ("", words)
    # Back to it: it can be judged all the same.
    press(qtbot, window, Qt.Key.Key_B)
    assert at_hand(window) == words
    press(qtbot, window, Qt.Key.Key_Space)
    assert window.check_log.found[0].progress is Progress.SETTLED


def test_words_that_changed_are_confirmed_by_one_key(qtbot: QtBot, window: MainWindow) -> None:
    walk(qtbot, window)
    press(qtbot, window, Qt.Key.Key_1)
    press(qtbot, window, Qt.Key.Key_U)
    headline = window.page.headline
    headline.setFocus()
    qtbot.keyClick(headline, Qt.Key.Key_End)
    qtbot.keyClicks(headline, "s")
    # Typed at its end it is no part of the claim; in its midst it is.
    cursor = headline.textCursor()
    cursor.setPosition(7)
    headline.setTextCursor(cursor)
    qtbot.keyClicks(headline, "now ")
    assert window.check_log.found[0].progress is Progress.RECHECK
    walk(qtbot, window)
    assert "judged as “Marlow backs night ferry”" in window.check_acts.bar._told.text()
    press(qtbot, window, Qt.Key.Key_Space)
    assert window.check_log.found[0].progress is Progress.SETTLED
    assert window.check_log.found[0].claim.evidence == (Evidence(source=1),)


def test_in_open_copy_the_same_acts_have_keys_of_their_own(qtbot: QtBot, window: MainWindow) -> None:
    headline = window.page.headline
    headline.setFocus()
    qtbot.keyClick(headline, Qt.Key.Key_Home)
    qtbot.keyClick(headline, Qt.Key.Key_Right, CONTROL | SHIFT)
    press(qtbot, window, Qt.Key.Key_F9)
    assert [one.words for one in window.check_log.found] == ["Marlow"]
    press(qtbot, window, Qt.Key.Key_Return, ALT | SHIFT)
    assert window.check_log.found[0].progress is Progress.SETTLED
    press(qtbot, window, Qt.Key.Key_F8)
    assert window.page.body.textCursor().hasSelection() or window.summary.editors()[0].hasFocus()


def test_the_layout_and_every_claim_are_there_after_closing(
    qtbot: QtBot, window: MainWindow, open_window: Callable[[], MainWindow]
) -> None:
    walk(qtbot, window)
    for key in (Qt.Key.Key_1, Qt.Key.Key_S, Qt.Key.Key_Space):
        press(qtbot, window, key)
    before = article_of(window)
    settled(qtbot, window)
    window.close()
    again = open_window()
    after = article_of(again)
    assert (after.claims, after.claim_log, after.last_claim) == (before.claims, before.claim_log, before.last_claim)
    assert again.layouts.current is Layout.CHECK
    assert again.check_acts.bar.isVisible()
    assert again.actions_[Act.LAYOUT_CHECK].isChecked()
