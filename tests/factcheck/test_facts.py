"""What there is to check in a piece is found, in the order of the copy, each with its kind and reason."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given

from deskeditor.article.article import Article, SummaryBullet, new_article
from deskeditor.article.body import Figure, Paragraph, body_of
from deskeditor.article.claim_words import text_at
from deskeditor.article.claims import CheckLevel, ClaimKind
from deskeditor.article.line import Mark, MarkKind, Run, line_of, plain_line
from deskeditor.factcheck.facts import Fact, distinct, facts, kind_of, same_words, unclaimed
from tests.strategies import articles

_COPY = (
    "The mayor of Tellbridge, Anna Berg, said on Monday that 1,400 people had left since 2019.",
    "“We lost our school in three weeks,” Berg told the Tellbridge Gazette. The council agreed.",
)


def _piece(*paragraphs: str, headline: str = "", bullets: tuple[str, ...] = (), language: str = "en") -> Article:
    return replace(
        new_article(UUID(int=1), datetime(2026, 1, 1, tzinfo=UTC), language=language),
        headline=plain_line(headline),
        summary=tuple(
            SummaryBullet(id=UUID(int=10 + number), line=plain_line(text)) for number, text in enumerate(bullets)
        ),
        body=body_of(Paragraph(line=plain_line(text)) for text in paragraphs),
    )


def _told(found: tuple[Fact, ...]) -> list[tuple[str, str]]:
    return [(fact.kind.value, fact.words) for fact in found]


def test_key_facts_are_headline_bullets_names_numbers_dates_quotations_and_titles() -> None:
    piece = _piece(*_COPY, headline="A town without a school", bullets=("1,400 people have left.",))
    assert _told(facts(piece, CheckLevel.KEY_FACTS)) == [
        ("paraphrase", "A town without a school"),
        ("paraphrase", "1,400 people have left."),
        ("name", "Tellbridge"),
        ("name", "Anna Berg"),
        ("date", "Monday"),
        ("number", "1,400 people"),
        ("date", "2019"),
        ("quotation", "“We lost our school in three weeks,”"),
        ("name", "Berg"),
        ("name", "Tellbridge Gazette"),
    ]


def test_line_by_line_every_sentence_has_a_fact() -> None:
    told = _told(facts(_piece(*_COPY), CheckLevel.LINE_BY_LINE))
    assert ("paraphrase", "The council agreed.") in told


def test_a_piece_that_is_not_checked_has_none() -> None:
    assert facts(_piece(*_COPY), CheckLevel.NONE) == ()


def test_each_fact_says_why() -> None:
    assert all(fact.reason.endswith("?") for fact in facts(_piece(*_COPY), CheckLevel.LINE_BY_LINE))


def test_a_picture_is_checked_by_its_caption() -> None:
    piece = replace(_piece(), body=body_of([Figure(media="", caption=plain_line("The empty school."))]))
    assert _told(facts(piece, CheckLevel.LINE_BY_LINE)) == [("picture", "The empty school.")]
    assert facts(piece, CheckLevel.KEY_FACTS) == ()


def test_a_later_mention_is_the_same_fact() -> None:
    found = facts(_piece(*_COPY, "Berg left Tellbridge in 2019."), CheckLevel.KEY_FACTS)
    person = next(fact for fact in found if fact.words == "Anna Berg")
    assert [fact.words for fact in same_words(found, person)] == ["Berg", "Berg"]
    assert len(distinct(found)) == 7


def test_two_people_of_one_name_are_not_the_same() -> None:
    found = facts(_piece("Anna Berg met Otto Berg. Later Berg left."), CheckLevel.KEY_FACTS)
    assert all(same_words(found, fact) == () for fact in found)


def test_a_quotation_is_checked_wherever_it_stands() -> None:
    found = facts(_piece("She said “never again”. He said “never again”."), CheckLevel.KEY_FACTS)
    assert len(distinct(found)) == 2


def _with_claim(piece: Article, words: str) -> Article:
    leaves = []
    for leaf in piece.body:
        assert isinstance(leaf, Paragraph)
        before, found, after = leaf.line.text.partition(words)
        runs = [Run(text=before)] if before else []
        if found:
            runs.append(Run(text=found, marks=frozenset({Mark(MarkKind.CLAIM, "c1")})))
        if after:
            runs.append(Run(text=after))
        leaves.append(replace(leaf, line=line_of(runs)))
    return replace(piece, body=body_of(leaves))


@pytest.mark.parametrize(
    ("claim", "left"),
    [
        ("Anna Berg", False),
        ("Anna Berg, said on", False),
        ("nna Berg", False),
        ("rg", True),
        ("said", True),
    ],
)
def test_a_claim_on_most_of_its_words_is_a_facts_own(claim: str, left: bool) -> None:
    piece = _with_claim(_piece(_COPY[0]), claim)
    words = [fact.words for fact in unclaimed(facts(piece, CheckLevel.KEY_FACTS), piece)]
    assert ("Anna Berg" in words) is left
    assert "2019" in words


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Anna Berg", ClaimKind.NAME),
        ("1,400 people", ClaimKind.NUMBER),
        ("2019", ClaimKind.DATE),
        ("“We lost our school in three weeks,”", ClaimKind.QUOTATION),
        ("The council agreed.", ClaimKind.PARAPHRASE),
        ("had left", ClaimKind.PARAPHRASE),
    ],
)
def test_the_kind_of_marked_words_is_guessed(words: str, kind: ClaimKind) -> None:
    text = " ".join(_COPY)
    at = text.index(words)
    assert kind_of(text, at, at + len(words)) is kind


@given(articles())
def test_facts_are_words_of_the_copy_in_its_order(piece: Article) -> None:
    found = facts(piece, CheckLevel.LINE_BY_LINE)
    assert [fact.words for fact in found] == [text_at(piece, fact.place) for fact in found]
    assert all(fact.words.strip() == fact.words for fact in found)
    for before, after in pairwise(found):
        if (before.place.field, before.place.bullet, before.place.leaf) == (
            after.place.field,
            after.place.bullet,
            after.place.leaf,
        ):
            assert before.place.end <= after.place.start
