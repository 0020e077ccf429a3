"""How far the checking of a claim has come, and what of a change of words asks for a recheck."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.article.article import Article, new_article
from deskeditor.article.body import Paragraph, body_of
from deskeditor.article.claim_log import log_entries
from deskeditor.article.claim_progress import Difference, Progress, checked, difference, progress_of, tally
from deskeditor.article.claim_words import anchor_at, claimed_words, text_at
from deskeditor.article.claiming import accepted, judged, reworded, stetted, still_good
from deskeditor.article.claims import (
    Addressee,
    Anchor,
    Claim,
    ClaimKind,
    Judgement,
    Query,
    Standing,
    Stet,
    Verdict,
)
from deskeditor.article.codec import article_from_json, article_to_json
from deskeditor.article.line import Mark, MarkKind, Run, line_of
from deskeditor.article.place import Field, Place
from tests.strategies import articles, claims, plain_texts

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
CLAIM = Claim(
    id="c1", number=1, kind=ClaimKind.NUMBER, anchor=Anchor(quote="14 boats", place=Place(field=Field.BODY, end=8))
)


def ok(words: str) -> Judgement:
    return Judgement(verdict=Verdict.OK, words=words, by="Ada", at=NOON)


@pytest.mark.parametrize(
    ("judged", "now", "expected"),
    [
        ("14 boats", "14 boats", Difference.NONE),
        ('the "plan"', "the “plan”", Difference.STYLE),
        ("it is – he said –  over", "it is -- he said — over", Difference.STYLE),
        ("don't go", "don’t go", Difference.STYLE),
        ("14\u00a0boats", "14 boats", Difference.STYLE),
        ("Well, 14 boats", "Well 14 boats", Difference.PUNCTUATION),
        ("14 boats", "15 boats", Difference.WORDS),
        ("Mira Aldous", "mira Aldous", Difference.WORDS),
        ("1.5 million", "15 million", Difference.WORDS),
        ("1,500", "1.500", Difference.WORDS),
        ("5% of them", "5 of them", Difference.WORDS),
        ("said “we go, now”", "said “we go now”", Difference.WORDS),
        ("said “we go”", "said we go", Difference.WORDS),
        ("Straße", "Strasse", Difference.WORDS),
        ("cafe\u0301", "caf\u00e9", Difference.STYLE),
        ("Հայաստան։", "Հայաստան", Difference.PUNCTUATION),
    ],
)
def test_what_became_of_judged_words(judged: str, now: str, expected: Difference) -> None:
    assert difference(judged, now) is expected
    assert difference(now, judged) is expected


def test_inside_a_quotation_every_sign_counts() -> None:
    assert difference("We go, now", "We go now", in_quotation=True) is Difference.WORDS
    assert difference("We don't go", "We don’t go", in_quotation=True) is Difference.STYLE


@given(plain_texts(), st.booleans())
def test_the_same_words_are_never_another(text: str, quoted: bool) -> None:
    assert difference(text, text, in_quotation=quoted) is Difference.NONE


def test_the_way_of_a_claim() -> None:
    words = "14 boats"
    assert progress_of(CLAIM, words)[0] is Progress.UNCHECKED
    settled = replace(CLAIM, judgement=ok(words))
    assert progress_of(settled, words)[0] is Progress.SETTLED
    assert progress_of(settled, "15 boats") == (Progress.RECHECK, Difference.WORDS)
    assert progress_of(settled, None)[0] is Progress.CUT
    for to, expected in (
        (Addressee.EDITOR, Progress.WITH_EDITOR),
        (Addressee.WRITER, Progress.WITH_WRITER),
        (Addressee.SOURCE, Progress.WAITING_ON_SOURCE),
    ):
        out = replace(settled, query=Query(question="Sure?", by="Ada", at=NOON, to=to))
        assert progress_of(out, words)[0] is expected
    stet = replace(CLAIM, stet=Stet(by="Ed", why="Known", at=NOON, words=words))
    assert progress_of(stet, words)[0] is Progress.SETTLED
    assert progress_of(stet, "13 boats")[0] is Progress.RECHECK
    assert progress_of(replace(settled, standing=Standing.LOST), None)[0] is Progress.LOST
    assert progress_of(replace(settled, standing=Standing.UNSURE), words)[0] is Progress.UNSURE
    unmet = replace(CLAIM, judgement=replace(ok(words), verdict=Verdict.CHANGE))
    assert progress_of(unmet, words)[0] is Progress.WITH_EDITOR


def test_a_bullet_that_agreed_with_the_body_is_looked_at_again_when_the_passage_changes() -> None:
    agreed = replace(CLAIM, judgement=replace(ok("14 boats"), passage="Fourteen boats lay there"))
    assert progress_of(agreed, "14 boats", passage="Fourteen boats lay there")[0] is Progress.SETTLED
    assert progress_of(agreed, "14 boats", passage="Thirteen boats lay there")[0] is Progress.RECHECK


@given(articles())
def test_claimed_words_stand_at_their_places(article: Article) -> None:
    for claimed in claimed_words(article).values():
        assert "\n".join(text_at(article, place) for place in claimed.places) == claimed.words


@given(articles(), claims())
def test_claims_come_back_from_json(article: Article, claim: Claim) -> None:
    kept = replace(article, claims=(claim,))
    assert article_from_json(article_to_json(kept)) == kept
    assert [one.claim for one in checked(kept)] == [claim]
    counted = tally(checked(kept))
    assert 0 <= counted.settled + counted.out + counted.recheck <= counted.total <= 1


@given(articles())
def test_nothing_happened_between_equal_states(article: Article) -> None:
    assert log_entries(checked(article), checked(article), by="Ada", at=NOON) == ()


def piece(words: str, claim: Claim | None) -> Article:
    mark = Mark(MarkKind.CLAIM, "c1")
    runs = [Run(text="There were "), Run(text=words, marks=frozenset({mark}) if claim else frozenset())]
    return replace(
        new_article(UUID(int=1), NOON),
        body=body_of([Paragraph(line=line_of(runs))]),
        claims=(claim,) if claim is not None else (),
    )


def test_the_log_says_what_happened() -> None:
    steps = [
        piece("14 boats", None),
        piece("14 boats", CLAIM),
        piece("14 boats", replace(CLAIM, judgement=ok("14 boats"))),
        piece("15 boats", replace(CLAIM, judgement=ok("14 boats"))),
    ]
    told = [
        [entry.text for entry in log_entries(checked(a), checked(b), by="Ada", at=NOON)] for a, b in pairwise(steps)
    ]
    assert told == [
        ["marked: “14 boats”"],
        ["verdict: OK"],
        ["words changed: “14 boats” → “15 boats”", "asks for a recheck"],
    ]
    assert anchor_at(steps[1], Place(field=Field.BODY, start=11, end=19)).prefix == "There were "


def test_whoever_acts_on_a_claim_says_that_it_lies_on_its_words() -> None:
    guessed = (replace(CLAIM, standing=Standing.UNSURE, judgement=ok("14 boats")),)
    unchecked = (replace(CLAIM, standing=Standing.UNSURE),)
    stet = Stet(by="Bo", why="fine", at=NOON, words="14 boats")
    for after in (
        still_good(guessed, "c1", words="14 boats", passage="", by="Ada", at=NOON),
        still_good(unchecked, "c1", words="14 boats", passage="", by="Ada", at=NOON),
        stetted(guessed, "c1", stet),
        accepted(guessed, "c1", words="15 boats", by="Bo", at=NOON),
        reworded(guessed, "c1", "14 boats"),
        judged(guessed, "c1", ok("14 boats")),
    ):
        assert after[0].standing is Standing.PLACED
