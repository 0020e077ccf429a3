"""The queries panel: a row a query with all that is said of it, a letter for each act, and what waits elsewhere."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from deskeditor.article.claim_progress import Checked, progress_of
from deskeditor.article.claims import Addressee, Anchor, Claim, ClaimKind, Query
from deskeditor.article.notes import Remark
from deskeditor.article.place import Field, Place
from deskeditor.article.waiting_query import WaitingQuery
from deskeditor.ui.acts import Act
from deskeditor.ui.panels.queries_panel import QueriesPanel
from deskeditor.ui.query_words import Teller

NOON = datetime(2026, 7, 15, 12, tzinfo=UTC)


def asked(number: int, *, wording: str = "", thread: tuple[Remark, ...] = ()) -> Checked:
    words = "14 to 9"
    claim = Claim(
        id=f"c{number}",
        number=number,
        kind=ClaimKind.NUMBER,
        anchor=Anchor(quote=words, place=Place(field=Field.BODY, end=len(words))),
        query=Query(question="Minutes say 13?", wording=wording, by="Ben", to=Addressee.WRITER, at=NOON),
        thread=thread,
    )
    progress, changed = progress_of(claim, words)
    return Checked(claim=claim, words=words, claimed=None, progress=progress, changed=changed)


def elsewhere(number: int) -> WaitingQuery:
    query = Query(question="Sure?", by="Ben", at=NOON)
    return WaitingQuery(
        article=UUID(int=number), headline="Harbour tax", claim_id="c1", number=number, words="in May", query=query
    )


@pytest.fixture
def panel(qtbot: QtBot) -> QueriesPanel:
    made = QueriesPanel(Teller(now=lambda: NOON, zone=UTC))
    qtbot.addWidget(made)
    made.resize(280, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_row_tells_all_that_is_said_of_a_query(panel: QueriesPanel) -> None:
    thread = (Remark(author="Jonas", text="He is right", at=NOON),)
    panel.show_queries([asked(3, wording="13 to 10", thread=thread)])
    assert panel.list.item(0).text().split("\n") == [
        "3  “14 to 9”",
        "Minutes say 13?",
        "Suggested: “13 to 10”",
        "Ben asks the writer, 12:00",
        "Jonas, 12:00: He is right",
    ]


def test_each_act_has_its_letter_and_the_row_at_hand_stays_at_hand(qtbot: QtBot, panel: QueriesPanel) -> None:
    panel.show_queries([asked(1), asked(2, wording="13"), asked(5)])
    panel.list.setFocus()
    assert panel.current_id == "c1"
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    said: list[tuple[object, str]] = []
    panel.act_asked.connect(lambda act, claim_id: said.append((act, claim_id)))
    for letter in "arcstz":
        qtbot.keyClicks(panel.list, letter)
    acts = [Act.ACCEPT_WORDING, Act.REWORD, Act.CUT_CLAIM, Act.STET, Act.ANSWER_QUERY]
    assert said == [(act, "c2") for act in acts]
    panel.show_queries([asked(1), asked(2, wording="13 to 10"), asked(5)])
    assert panel.current_id == "c2"
    panel.show_queries([asked(1), asked(5)])
    assert panel.current_id == "c5"
    panel.show_queries([])
    assert panel.list.isHidden()
    assert panel.current_id == ""


def test_what_waits_elsewhere_is_listed_some_at_a_time_and_led_to(qtbot: QtBot, panel: QueriesPanel) -> None:
    others = [elsewhere(number) for number in range(1, 51)]
    panel.show_waiting(others)
    assert panel.waiting.count() == 20
    qtbot.mouseClick(panel._more, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel._more, Qt.MouseButton.LeftButton)
    assert panel.waiting.count() == 50
    assert panel._more.isHidden()
    panel.setFocus()
    assert panel.waiting.hasFocus()
    qtbot.keyClick(panel.waiting, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.waiting_chosen) as chosen:
        qtbot.keyClick(panel.waiting, Qt.Key.Key_Return)
    assert chosen.args == [others[1]]
