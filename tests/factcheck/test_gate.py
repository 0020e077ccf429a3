"""The gate says of each claim what stands in the way, at its place, and nothing of what is settled."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.article.article import Article, SummaryBullet
from deskeditor.article.body import EMPTY_BODY, body_of, with_marks
from deskeditor.article.claim_words import copy_texts
from deskeditor.article.claims import Addressee, Anchor, CheckLevel, ClaimKind, Evidence, Standing, Verdict
from deskeditor.article.finding import Finding, Severity
from deskeditor.article.line import Mark, MarkKind
from deskeditor.article.place import Field, Place
from deskeditor.factcheck.gate import GATE, gate
from tests.factcheck.pieces import NOON, SOURCED, claim, claimed_line, piece, query, stet, verdict
from tests.strategies import articles

HARBOUR = "The harbour has {14:14 boats} in summer."
PLACE = Place(field=Field.BODY, start=16, end=24)


def found(article: Article, level: CheckLevel = CheckLevel.NONE, days: int = 0) -> list[Finding]:
    return list(gate(article, level, NOON + timedelta(days=days)))


@pytest.mark.parametrize(
    ("said", "code", "text"),
    [
        (
            {"judgement": verdict(Verdict.CHANGE), "query": query(wording="15 boats")},
            "claims.change-unmet",
            "Number 14 must change: “14 boats” to “15 boats”.",
        ),
        ({"judgement": verdict(Verdict.CHANGE)}, "claims.change-unmet", "Number 14 must change: “14 boats”."),
        ({"query": query()}, "claims.query-out", "Number 14 is with the writer: “Who counted?”"),
        (
            {"query": query("", to=Addressee.SOURCE)},
            "claims.query-out",
            "Number 14 waits on a source: “14 boats”",
        ),
        (
            {"query": query(to=Addressee.EDITOR), "judgement": verdict(Verdict.OK), "standing": Standing.LOST},
            "claims.query-out",
            "Number 14 is with the editor: “Who counted?”",
        ),
        (
            {"priority": True},
            "claims.priority-unchecked",
            "Number 14 is to be checked before all others, and has no verdict: “14 boats”.",
        ),
        (
            {"judgement": verdict(Verdict.OK, "13 boats"), "evidence": SOURCED},
            "claims.recheck",
            "Number 14 changed after it was checked: “13 boats” reads “14 boats” now.",
        ),
        (
            {"stet": stet("13 boats")},
            "claims.recheck",
            "Number 14 changed after it was checked: “13 boats” reads “14 boats” now.",
        ),
        (
            {"judgement": verdict(Verdict.CANT_STAND_UP)},
            "claims.cant-stand-up",
            "Number 14 can’t stand up: “14 boats”.",
        ),
        ({"judgement": verdict(Verdict.DISPUTED)}, "claims.disputed", "Number 14 is disputed: “14 boats”."),
        (
            {"judgement": verdict(Verdict.OK_ON_AUTHOR)},
            "claims.on-author",
            "Number 14 stands on the writer’s word alone: “14 boats”.",
        ),
        ({"judgement": verdict(Verdict.OK)}, "claims.no-source", "Number 14 is OK without a source: “14 boats”."),
        (
            {"judgement": verdict(Verdict.OK), "evidence": (Evidence(source=1, contradicts=True), Evidence(source=8))},
            "claims.no-source",
            "Number 14 is OK without a source: “14 boats”.",
        ),
        (
            {"judgement": verdict(Verdict.OK), "evidence": SOURCED, "standing": Standing.UNSURE},
            "claims.unsure",
            "Whether number 14 lies on “14 boats” is a guess.",
        ),
        (
            {"judgement": verdict(Verdict.OK), "evidence": SOURCED, "standing": Standing.LOST},
            "claims.lost",
            "Number 14 lost its words: “14 boats” is nowhere to be found in the copy.",
        ),
        (
            {"stet": stet(), "judgement": verdict(Verdict.CANT_STAND_UP)},
            "claims.stet",
            "Number 14 runs as it is, by decision of Jonas Vik: The mayor insists.",
        ),
    ],
)
def test_what_is_said_of_a_claim(said: dict[str, Any], code: str, text: str) -> None:
    findings = found(piece(HARBOUR, claims=(claim(14, **said),)))
    (one,) = [finding for finding in findings if finding.code == code]
    assert (one.text, one.place, one.severity) == (text, PLACE, GATE[code])
    assert {finding.code for finding in findings} <= {code, "claims.lost", "claims.unsure"}


@pytest.mark.parametrize(
    "said",
    [
        {"judgement": verdict(Verdict.OK), "evidence": SOURCED},
        {"judgement": verdict(Verdict.OK), "evidence": SOURCED, "priority": True},
        {"judgement": verdict(Verdict.NOT_CHECKABLE)},
        {"judgement": verdict(Verdict.OK, passage="Fourteen boats lie there."), "kind": ClaimKind.PARAPHRASE},
    ],
)
def test_nothing_is_said_of_what_is_settled(said: dict[str, Any]) -> None:
    assert found(piece(HARBOUR, claims=(claim(14, **said),))) == []


def test_nothing_is_said_of_words_that_were_cut() -> None:
    cut = claim(14, query=query(), priority=True)
    assert found(piece("The harbour is empty.", claims=(cut,))) == []


@pytest.mark.parametrize(("days", "since"), [(0, ""), (1, " since yesterday"), (5, " for 5 days")])
def test_how_long_a_query_is_out(days: int, since: str) -> None:
    (one,) = found(piece(HARBOUR, claims=(claim(14, query=query()),)), days=days)
    assert one.text == f"Number 14 is with the writer{since}: “Who counted?”"


def test_a_changed_passage_is_told_from_changed_words() -> None:
    bullet = UUID(int=5)
    article = piece("Sixteen boats lie there.")
    summed = replace(
        article,
        summary=(SummaryBullet(id=bullet, line=claimed_line("{14:14 boats}")),),
        claims=(claim(14, judgement=verdict(Verdict.OK, passage="Fourteen boats lie there.")),),
    )
    (leaf,) = summed.body.leaves
    linked = with_marks(leaf, lambda marks: marks | {Mark(MarkKind.BULLET, str(bullet))})
    (one,) = found(replace(summed, body=body_of([linked])))
    assert (one.code, one.place) == ("claims.recheck", Place(field=Field.SUMMARY, bullet=bullet, end=8))
    assert one.text == "The passage that number 14 sums up changed: check again whether “14 boats” says it."


@pytest.mark.parametrize(
    ("level", "severity"),
    [(CheckLevel.KEY_FACTS, Severity.ADVICE), (CheckLevel.LINE_BY_LINE, Severity.WARNING)],
)
def test_what_is_unchecked_is_counted_once_at_the_first(level: CheckLevel, severity: Severity) -> None:
    """Marked or not: “Mira Aldous” is a name that nobody marked, and one tick covers both."""
    article = piece(
        "They heard that Mira Aldous saw {1:quick ones} and {2:slow ones}.",
        "They heard that Mira Aldous left.",
        claims=(claim(1, "quick ones"), claim(2, "slow ones")),
    )
    (one,) = found(article, level)
    assert (one.code, one.severity, one.place) == (
        "claims.unchecked",
        severity,
        Place(field=Field.BODY, start=16, end=27),
    )
    assert one.text == "3 facts are unchecked."


def test_what_is_to_be_checked_hangs_on_the_level() -> None:
    article = piece("Nothing came of it, and nobody minded.")
    assert found(article, CheckLevel.KEY_FACTS) == []
    (one,) = found(article, CheckLevel.LINE_BY_LINE)
    assert one.text == "1 fact is unchecked."


def test_where_nothing_is_to_be_checked_nothing_is_unchecked() -> None:
    article = piece("A {1:first}, a {2:second}.", claims=(claim(1, "first"), claim(2, "second", query=query())))
    assert [one.code for one in found(article, CheckLevel.NONE)] == ["claims.query-out"]


def test_findings_stand_in_the_order_of_the_copy() -> None:
    article = piece("{2:two} {1:one}", claims=(claim(1, "one", query=query()), claim(2, "two", query=query())))
    assert [one.text[:8] for one in found(article)] == ["Number 2", "Number 1"]


def test_long_words_are_cut_short() -> None:
    words = "and so on " * 30
    (one,) = found(piece(f"{{1:{words}}}", claims=(claim(1, words, judgement=verdict(Verdict.DISPUTED, words)),)))
    assert len(one.text) < 110


@given(articles(), st.sampled_from(CheckLevel))
def test_every_finding_has_a_place_that_is_there(article: Article, level: CheckLevel) -> None:
    lengths = {(place.field, place.bullet, place.leaf): len(text) for place, text in copy_texts(article)}
    for finding in gate(article, level, NOON):
        assert finding.code in GATE
        where = finding.place
        if (where.field, where.bullet, where.leaf) in lengths:
            assert 0 <= where.start <= where.end <= lengths[where.field, where.bullet, where.leaf]


def test_a_place_that_is_gone_is_shown_as_near_as_can_be() -> None:
    far = Anchor(quote="gone", place=Place(field=Field.BODY, leaf=9, start=400, end=404))
    lost = claim(1, anchor=far, standing=Standing.LOST, query=query())
    assert {one.place for one in found(piece("Short.", claims=(lost,)))} == {Place(field=Field.BODY, start=6, end=6)}
    assert {one.place for one in found(piece("", claims=(lost,), body=EMPTY_BODY))} == {Place(field=Field.BODY)}
    bullet = replace(far, place=Place(field=Field.SUMMARY, bullet=UUID(int=8), start=3, end=5))
    gone = replace(lost, anchor=bullet)
    assert {one.place for one in found(piece("Short.", claims=(gone,)))} == {Place(field=Field.SUMMARY)}
