"""Have we checked this before? Claims of other articles are shown with verdicts and sources, and serve again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from deskeditor.article.article import Article, new_article
from deskeditor.article.body import Paragraph, body_of
from deskeditor.article.claims import Anchor, Claim, ClaimKind, Evidence, Judgement, Verdict
from deskeditor.article.line import Mark, MarkKind, Run, line_of, plain_line
from deskeditor.article.place import Field, Place
from deskeditor.article.sources import Source
from deskeditor.store import open_store
from deskeditor.ui.dialogs.earlier_dialog import EarlierDialog
from deskeditor.ui.main_window import MainWindow
from tests.journeys.steps import ALT, SHIFT, article_of, dialog_of

Key = Qt.Key
WORDS = "“nobody leaves this island by swimming,” said Mira Aldous"
EARLIER = UUID(int=41)


def earlier_article() -> Article:
    at = datetime(2026, 3, 1, 9, tzinfo=UTC)
    claim = Claim(
        id="c1",
        number=4,
        kind=ClaimKind.QUOTATION,
        anchor=Anchor(quote=WORDS, place=Place(field=Field.BODY, start=0, end=len(WORDS))),
        judgement=Judgement(verdict=Verdict.OK, words=WORDS, by="Ada Byte", at=at),
        evidence=(Evidence(source=2, locator="00:14:20"),),
    )
    run = Run(text=WORDS, marks=frozenset({Mark(MarkKind.CLAIM, claim.id)}))
    return replace(
        new_article(EARLIER, at, language="en"),
        headline=plain_line("A winter on the island"),
        body=body_of([Paragraph(line=line_of([run]))]),
        claims=(claim,),
        sources=(Source(number=1, title="Not this"), Source(number=2, title="Tape of the talk", person="Aldous")),
        last_claim=4,
        last_source=2,
    )


@pytest.fixture
def window(qtbot: QtBot, home: Path, open_window: Callable[[], MainWindow]) -> MainWindow:
    store = open_store(home)
    store.save(earlier_article(), expected=None)
    store.close()
    opened = open_window()
    qtbot.waitUntil(lambda: opened.workspace.is_started)
    text = "Mira Aldous said: “Nobody leaves this island by swimming.” Ferries run at noon."
    made = new_article(uuid4(), datetime(2026, 7, 15, 12, tzinfo=UTC), language="en")
    opened.workspace.turn_to(replace(made, body=body_of([Paragraph(line=plain_line(text))])), None)
    return opened


def select(qtbot: QtBot, window: MainWindow, words: str) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    body = window.page.body
    found = body.document().find(words)
    assert not found.isNull()
    body.setTextCursor(found)
    body.setFocus()


def ask(qtbot: QtBot, window: MainWindow, words: str) -> EarlierDialog:
    select(qtbot, window, words)
    qtbot.keyClick(window.page.body, Key.Key_F, ALT | SHIFT)
    dialog = dialog_of(qtbot, window, EarlierDialog)
    assert isinstance(dialog, EarlierDialog)
    return dialog


def test_an_earlier_claim_is_shown_and_its_article_opened(qtbot: QtBot, window: MainWindow) -> None:
    dialog = ask(qtbot, window, "Nobody leaves this island by swimming")
    row = dialog.list.item(0).text()
    assert row.splitlines()[0] == WORDS
    assert row.splitlines()[1].startswith("OK · Ada Byte, ")
    assert row.splitlines()[2:] == ["Source 2: Tape of the talk, 00:14:20", "In “A winter on the island”, number 4"]
    qtbot.keyClick(dialog.list, Key.Key_Return)
    qtbot.waitUntil(lambda: article_of(window).id == EARLIER)
    assert not dialog.isVisible()


def test_its_sources_serve_here(qtbot: QtBot, window: MainWindow) -> None:
    dialog = ask(qtbot, window, "Nobody leaves this island by swimming")
    qtbot.mouseClick(dialog.take_button, Qt.MouseButton.LeftButton)
    (source,) = article_of(window).sources
    assert (source.number, source.title, source.person) == (1, "Tape of the talk", "Aldous")
    select(qtbot, window, "Nobody leaves this island by swimming")
    qtbot.keyClick(window.page.body, Key.Key_Return, ALT | SHIFT)
    assert article_of(window).claims[0].evidence == (Evidence(source=1, locator="00:14:20"),)
    # Taken once more, it is the same source.
    dialog = ask(qtbot, window, "Nobody leaves this island by swimming")
    qtbot.mouseClick(dialog.take_button, Qt.MouseButton.LeftButton)
    assert len(article_of(window).sources) == 1


def test_what_was_never_checked_is_said(qtbot: QtBot, window: MainWindow) -> None:
    select(qtbot, window, "Ferries run at noon")
    qtbot.keyClick(window.page.body, Key.Key_F, ALT | SHIFT)
    qtbot.waitUntil(lambda: window.notices.accessibleName() == "Nothing like “Ferries run at noon” was checked before.")


def test_the_walk_offers_it_where_there_is_something(qtbot: QtBot, window: MainWindow) -> None:
    window.page.body.setFocus()
    qtbot.keyClick(window.page.body, Key.Key_F9, SHIFT)
    walk, bar = window.check_acts.walk, window.check_acts.bar

    def offered() -> list[str]:
        return [key.text() for key in bar.findChildren(QToolButton) if key.isVisible() and key.text()[0] == "E"]

    while walk.stop is not None and not walk.stop.words.startswith("“Nobody"):
        qtbot.keyClick(window.focusWidget(), Key.Key_Right)
    qtbot.waitUntil(lambda: offered() == ["E  Checked before: 1…"])
    qtbot.keyClick(window.focusWidget(), Key.Key_E)
    dialog = dialog_of(qtbot, window, EarlierDialog)
    qtbot.keyClick(dialog, Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert walk.is_on
    qtbot.keyClick(window.focusWidget() or window.page.body, Key.Key_Right)
    qtbot.waitUntil(lambda: window.workspace.jobs.idle)
    assert offered() == []
