"""What the checker asks, the editor answers: accepted, reworded, cut, let stand, and by mail with the reporter."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from deskeditor.article.article import BylineName, Person, SummaryBullet, new_article
from deskeditor.article.body import Paragraph, body_of
from deskeditor.article.claim_progress import Checked, Progress
from deskeditor.article.claims import Addressee, ClaimKind
from deskeditor.article.line import Mark, MarkKind, Run, line_of, plain_line
from deskeditor.article.place import Field, Place
from deskeditor.markup.plain_text import body_text
from deskeditor.ui.acts import Act
from deskeditor.ui.editor.query_bubble import QueryBubble
from deskeditor.ui.editor.words_bubble import WordsBubble
from deskeditor.ui.main_window import MainWindow
from deskeditor.workspace.open_article import OpenArticle
from tests.journeys.steps import ALT, SHIFT, article_of, settled

NOON = datetime(2026, 7, 15, 12, tzinfo=UTC)
BULLET = "Experts say the island needs to be joined to the mainland."
TEXT = (
    "“Without a bridge, Osk can’t keep its school,” said Mira Aldous, who studies islands. It is a link Osk needs.",
    "The bridge costs 2.4 million, the council says. It opens in May.",
)


@pytest.fixture
def window(open_window: Callable[[], MainWindow]) -> MainWindow:
    window = open_window()
    bullets = [SummaryBullet(id=uuid4(), line=plain_line(text)) for text in ("One.", "Two.", BULLET)]
    passage = Run(text=TEXT[0], marks=frozenset({Mark(MarkKind.BULLET, str(bullets[2].id))}))
    article = replace(
        new_article(uuid4(), NOON),
        headline=plain_line("Osk wants a bridge"),
        byline=(BylineName(name="Jonas Reed"),),
        summary=tuple(bullets),
        body=body_of([Paragraph(line=line_of([passage])), Paragraph(line=plain_line(TEXT[1]))]),
        assignee=Person(name="Ada Byte", initials="ab"),
    )
    window.workspace.turn_to(article, None)
    return window


def press(
    qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    qtbot.keyClick(window.focusWidget() or window, key, modifier)


def type_(qtbot: QtBot, window: MainWindow, text: str) -> None:
    holder = window.focusWidget()
    assert isinstance(holder, QWidget)
    qtbot.keyClicks(holder, text)


def current(window: MainWindow) -> OpenArticle:
    assert window.workspace.current is not None
    return window.workspace.current


def standing(window: MainWindow, number: int) -> Checked:
    return next(one for one in window.check_log.found if one.claim.number == number)


def asked(window: MainWindow, words: str, question: str, wording: str = "", *, to: Addressee = Addressee.EDITOR) -> str:
    """A query on words of the second paragraph, as a checker left it."""
    start = TEXT[1].index(words)
    checking = window.check_acts.checking
    place = Place(field=Field.BODY, leaf=1, start=start, end=start + len(words))
    claim_id = checking.mark(current(window), place, ClaimKind.NUMBER)
    assert claim_id is not None
    checking.query(current(window), claim_id, question, wording=wording, to=to)
    return claim_id


def go_to_queries(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, Qt.Key.Key_7, ALT | SHIFT)
    assert window.queries.list.hasFocus()


def bubble_of(window: MainWindow, kind: type[QWidget]) -> QWidget:
    return next(one for one in window.findChildren(kind) if one.isVisible())


def test_a_point_of_the_summary_is_asked_about_reworded_and_checked_again(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, Qt.Key.Key_4, ALT)
    window.summary.focus_bullet(article_of(window).summary[2].id)
    press(qtbot, window, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, window, Qt.Key.Key_Q, ALT | SHIFT)
    bubble_of(window, QueryBubble)
    type_(qtbot, window, "Experts is one expert, and Osk needs it")
    press(qtbot, window, Qt.Key.Key_Return)
    assert standing(window, 1).progress is Progress.WITH_EDITOR
    # The editor.
    go_to_queries(qtbot, window)
    press(qtbot, window, Qt.Key.Key_R)
    bubble = bubble_of(window, WordsBubble)
    assert isinstance(bubble, WordsBubble)
    assert bubble.draft == BULLET
    press(qtbot, window, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_(qtbot, window, "An expert says Osk needs to be joined to the mainland.")
    press(qtbot, window, Qt.Key.Key_Return)
    assert article_of(window).summary[2].line.text == "An expert says Osk needs to be joined to the mainland."
    assert standing(window, 1).progress is Progress.RECHECK
    # The checker, who reads again what she asked.
    assert [said.text for said in standing(window, 1).claim.thread] == ["Experts is one expert, and Osk needs it"]
    press(qtbot, window, Qt.Key.Key_3, ALT)
    press(qtbot, window, Qt.Key.Key_F8)
    while standing(window, 1).progress is Progress.RECHECK:
        one = window.check_acts.claim_at_caret()
        press(qtbot, window, *((Qt.Key.Key_F8,) if one is None else (Qt.Key.Key_G, ALT | SHIFT)))
    assert standing(window, 1).progress is Progress.SETTLED
    press(qtbot, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert article_of(window).summary[2].line.text == BULLET
    assert standing(window, 1).progress is Progress.WITH_EDITOR


def test_four_keys_work_through_the_queries(qtbot: QtBot, window: MainWindow) -> None:
    asked(window, "2.4 million", "The treasurer says 3.1", "3.1 million")
    asked(window, ", the council says", "It does not")
    asked(window, "in May", "Sure?", to=Addressee.WRITER)
    window.page.body.setFocus()
    go_to_queries(qtbot, window)
    assert window.queries.list.count() == 3
    press(qtbot, window, Qt.Key.Key_A)
    assert body_text(article_of(window).body).endswith("costs 3.1 million, the council says. It opens in May.")
    assert window.queries.list.count() == 2
    press(qtbot, window, Qt.Key.Key_C)
    assert body_text(article_of(window).body).endswith("The bridge costs 3.1 million. It opens in May.")
    press(qtbot, window, Qt.Key.Key_T)
    type_(qtbot, window, "The contract says so")
    press(qtbot, window, Qt.Key.Key_Return)
    assert [remark.text for remark in standing(window, 3).claim.thread] == ["The contract says so"]
    assert window.queries.list.hasFocus()
    press(qtbot, window, Qt.Key.Key_S)
    type_(qtbot, window, "It is in the contract")
    press(qtbot, window, Qt.Key.Key_Return)
    stet = standing(window, 3).claim.stet
    assert stet is not None
    assert (stet.by, stet.why) == ("Ada Byte", "It is in the contract")
    assert [one.progress for one in window.check_log.found] == [Progress.SETTLED, Progress.SETTLED, Progress.CUT]
    assert window.queries.list.isHidden()


def test_a_point_of_the_summary_is_cut_and_comes_back(qtbot: QtBot, window: MainWindow) -> None:
    bullet = article_of(window).summary[2]
    place = Place(field=Field.SUMMARY, bullet=bullet.id, start=0, end=len(BULLET))
    claim_id = window.check_acts.checking.mark(current(window), place, ClaimKind.PARAPHRASE)
    assert claim_id is not None
    window.check_acts.checking.query(current(window), claim_id, "Who?")
    window.page.body.setFocus()
    go_to_queries(qtbot, window)
    press(qtbot, window, Qt.Key.Key_C)
    assert len(article_of(window).summary) == len(window.summary.editors()) == 2
    assert window.notices.isVisible()
    press(qtbot, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert article_of(window).summary[2].line.text == BULLET
    assert len(window.summary.editors()) == 3
    assert standing(window, 1).progress is Progress.WITH_EDITOR
    assert window.queries.list.count() == 1


def test_the_acts_work_at_the_caret_and_escape_changes_nothing(qtbot: QtBot, window: MainWindow) -> None:
    asked(window, "in May", "Sure?", "in June")
    window.page.body.setFocus()
    press(qtbot, window, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, window, Qt.Key.Key_Z, ALT | SHIFT)

    assert window.notices.isVisible()
    window.go_acts.go_to(Place(field=Field.BODY, leaf=1, start=TEXT[1].index("May"), end=TEXT[1].index("May") + 1))
    press(qtbot, window, Qt.Key.Key_Z, ALT | SHIFT)
    type_(qtbot, window, ' or "June"')
    press(qtbot, window, Qt.Key.Key_Escape)
    assert body_text(article_of(window).body).endswith(TEXT[1])
    assert window.page.body.hasFocus()
    press(qtbot, window, Qt.Key.Key_Z, ALT | SHIFT)
    bubble = bubble_of(window, WordsBubble)
    assert isinstance(bubble, WordsBubble)
    assert bubble.draft == "in May or “June”"
    press(qtbot, window, Qt.Key.Key_Escape)
    press(qtbot, window, Qt.Key.Key_A, ALT | SHIFT)
    assert body_text(article_of(window).body).endswith("It opens in June.")


def test_queries_go_to_the_reporter_and_the_reply_comes_back_under_its_numbers(
    qtbot: QtBot, window: MainWindow
) -> None:
    asked(window, "2.4 million", "The treasurer says 3.1", "3.1 million", to=Addressee.WRITER)
    asked(window, "in May", "Sure?", to=Addressee.WRITER)
    window.page.body.setFocus()
    press(qtbot, window, Qt.Key.Key_8, ALT | SHIFT)
    letter = QGuiApplication.clipboard().text()
    assert letter.startswith("Queries on “Osk wants a bridge”")
    quoted = "".join(f"> {line}\n" for line in letter.splitlines())
    QGuiApplication.clipboard().setText(f"Call me\n1. He is right.\n2) Yes, I asked.\n\nAda wrote:\n{quoted}")
    press(qtbot, window, Qt.Key.Key_9, ALT | SHIFT)
    threads = [[(said.author, said.text) for said in one.claim.thread] for one in window.check_log.found]
    assert threads == [[("Jonas Reed", "He is right.")], [("Jonas Reed", "Yes, I asked.")]]
    assert "Call me" in article_of(window).desk_note
    current(window).undo()
    assert article_of(window).desk_note == ""
    assert all(not one.claim.thread for one in window.check_log.found)


def test_what_waits_in_other_articles_leads_to_its_words(qtbot: QtBot, window: MainWindow) -> None:
    asked(window, "in May", "Sure?")
    first = current(window)
    window.workspace.save_current()
    settled(qtbot, window)
    window.workspace.new_article()
    qtbot.waitUntil(lambda: window.queries.waiting.count() == 1 or window.queries._is_due)
    window.actions_[Act.GO_TO_QUERIES].trigger()
    assert window.queries.waiting.hasFocus()
    press(qtbot, window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: current(window) is first)
    qtbot.waitUntil(lambda: window.page.body.textCursor().selectedText() == "in May")
    assert window.queries.waiting.isHidden()


def test_a_finding_about_a_query_leads_to_its_words_and_its_row(qtbot: QtBot, window: MainWindow) -> None:
    asked(window, "2.4 million", "Which?")
    asked(window, "in May", "Sure?")
    window.page.body.setFocus()
    window.actions_[Act.GO_TO_QUERIES].trigger()
    qtbot.waitUntil(lambda: any("Sure?" in item for item in _findings(window)))
    row = next(row for row, text in enumerate(_findings(window)) if "Sure?" in text)
    press(qtbot, window, Qt.Key.Key_7, ALT)
    window.findings._list.setCurrentRow(row)
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.page.body.textCursor().selectedText() == "in May"
    qtbot.waitUntil(lambda: window.queries.list.currentRow() == 1)


def _findings(window: MainWindow) -> list[str]:
    return [window.findings._list.item(row).text() for row in range(window.findings._list.count())]


def test_the_acts_serve_the_walk_too(qtbot: QtBot, window: MainWindow) -> None:
    asked(window, "2.4 million", "The treasurer says 3.1", "3.1 million")
    asked(window, "in May", "Sure?")
    window.page.body.setFocus()
    press(qtbot, window, Qt.Key.Key_F9, SHIFT)
    walk = window.check_acts.walk
    walk.turn_to(standing(window, 1).claimed.places[0])  # type: ignore[union-attr]
    press(qtbot, window, Qt.Key.Key_A, ALT | SHIFT)
    assert standing(window, 1).progress is Progress.SETTLED
    walk.turn_to(standing(window, 2).claimed.places[0])  # type: ignore[union-attr]
    press(qtbot, window, Qt.Key.Key_Z, ALT | SHIFT)
    type_(qtbot, window, " 2027")
    press(qtbot, window, Qt.Key.Key_Return)
    assert body_text(article_of(window).body).endswith("costs 3.1 million, the council says. It opens in May 2027.")
    assert standing(window, 2).progress is Progress.RECHECK
    assert walk.is_on
    walk.turn_to(standing(window, 2).claimed.places[0])  # type: ignore[union-attr]
    press(qtbot, window, Qt.Key.Key_Space)
    assert standing(window, 2).progress is Progress.SETTLED
