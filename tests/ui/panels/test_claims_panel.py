"""The claims panel: in copy order, told apart, and filtered at once."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from deskeditor.article.claim_progress import Checked, progress_of
from deskeditor.article.claims import Anchor, Claim, ClaimKind, Evidence, Judgement, Query, Standing, Verdict
from deskeditor.article.place import Field, Place
from deskeditor.ui.claim_model import ClaimsShown, claim_subline
from deskeditor.ui.panels.claims_panel import ClaimsPanel

NOON = datetime(2026, 7, 15, 12, tzinfo=UTC)
WORDS = "14 to 9"


def claim(number: int, kind: ClaimKind = ClaimKind.NUMBER) -> Claim:
    anchor = Anchor(quote=WORDS, place=Place(field=Field.BODY, end=len(WORDS)))
    return Claim(id=f"c{number}", number=number, kind=kind, anchor=anchor, by="Ada")


def standing(of: Claim, words: str | None = WORDS) -> Checked:
    progress, changed = progress_of(of, words)
    return Checked(claim=of, words=words, claimed=None, progress=progress, changed=changed)


def ok(verdict: Verdict = Verdict.OK) -> Judgement:
    return Judgement(verdict=verdict, words=WORDS, by="Ben", at=NOON)


@pytest.fixture
def panel(qtbot: QtBot) -> ClaimsPanel:
    made = ClaimsPanel()
    qtbot.addWidget(made)
    made.resize(280, 500)
    made.show()
    qtbot.waitExposed(made)
    out = replace(claim(2), query=Query(question="Sure?", wording="13 to 10", by="Ada", at=NOON))
    made.show_claims(
        [
            standing(claim(1)),
            standing(out),
            standing(replace(claim(3), judgement=ok(), evidence=(Evidence(source=4),))),
            standing(replace(claim(4, ClaimKind.NAME), judgement=ok(Verdict.DISPUTED)), "15 to 9"),
            standing(replace(claim(5), standing=Standing.LOST), None),
        ],
        person="Ben",
    )
    return made


def listed(panel: ClaimsPanel) -> list[int]:
    return [one.claim.number for one in panel.list.claims.rows]


@pytest.mark.parametrize(
    ("shown", "numbers"),
    [
        (ClaimsShown.UNCHECKED, [1]),
        (ClaimsShown.OUT, [2]),
        (ClaimsShown.SETTLED, [3]),
        (ClaimsShown.RECHECK, [4]),
        (ClaimsShown.UNSURE, [5]),
        (ClaimsShown.MINE, [3, 4]),
        (ClaimsShown.ALL, [1, 2, 3, 4, 5]),
    ],
)
def test_each_filter_lets_its_own_through(
    qtbot: QtBot, panel: ClaimsPanel, shown: ClaimsShown, numbers: list[int]
) -> None:
    pill = panel._pills[shown]
    assert pill.text() == f"{shown.value} {len(numbers)}"
    qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)
    assert listed(panel) == numbers


def test_kind_and_verdict_narrow_what_is_shown(panel: ClaimsPanel) -> None:
    panel.kind_box.setCurrentIndex(panel.kind_box.findText("Name"))
    assert listed(panel) == [4]
    panel.verdict_box.setCurrentIndex(panel.verdict_box.findText("OK"))
    assert listed(panel) == []
    assert panel._none.isVisible()


def test_a_row_says_verdict_kind_and_sources(panel: ClaimsPanel) -> None:
    told = {one.claim.number: claim_subline(one) for one in panel.list.claims.rows}
    assert told[2] == "With editor · Number · → “13 to 10”"
    assert told[3] == "OK · Number · source 4"
    assert told[4] == "Recheck · Name"


def test_enter_leads_to_the_words_and_rows_are_read_out(qtbot: QtBot, panel: ClaimsPanel) -> None:
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.claim_chosen) as chosen:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert chosen.args == [panel.list.current_id]
    model = panel.list.claims
    said = model.data(model.index(2), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Number 3: 14 to 9, OK · Number · source 4"


def test_the_row_at_hand_stays_when_a_verdict_changes(panel: ClaimsPanel) -> None:
    panel.list.show_current("c3")
    rows = [replace(one, claim=replace(one.claim, judgement=ok())) for one in panel.list.claims.rows]
    panel.show_claims(rows, person="Ben")
    assert panel.list.current_id == "c3"
