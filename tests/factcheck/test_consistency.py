"""What a piece says in two ways is told with its place, and what only looks so is not."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from deskeditor.article.article import Article, SummaryBullet
from deskeditor.article.claim_words import text_at
from deskeditor.article.claims import ClaimKind, Evidence
from deskeditor.article.line import plain_line
from deskeditor.article.place import Field
from deskeditor.factcheck.consistency import CONSISTENCY, consistency
from tests.factcheck.pieces import claim, piece

_BODY = (
    "The mayor of Tellbridge, Anna Lindqvist, said on Monday that 1,400 people had left since 2019.",
    "Lindqvist told the Tellbridge Gazette that the European Union would pay $2.4 million. Three schools closed.",
)


def _piece(*bullets: str, headline: str = "", body: tuple[str, ...] = _BODY, **more: Any) -> Article:
    points = tuple(SummaryBullet(id=UUID(int=at + 1), line=plain_line(text)) for at, text in enumerate(bullets))
    return replace(piece(*body), headline=plain_line(headline), summary=points, **more)


def _told(article: Article) -> list[tuple[str, str]]:
    findings = consistency(article)
    assert all(finding.code in CONSISTENCY for finding in findings)
    return [(finding.code.removeprefix("claims."), text_at(article, finding.place)) for finding in findings]


@pytest.mark.parametrize(
    ("again", "rarer"),
    [
        ("Later Lindquist left.", "Lindquist"),
        ("Later Anna Lindquist left.", "Anna Lindquist"),
        ("She lives in Telbridge now.", "Telbridge"),
        ("She lives in Tellbrigde now.", "Tellbrigde"),
    ],
)
def test_a_name_spelt_two_ways_is_told_where_it_is_rarer(again: str, rarer: str) -> None:
    assert _told(_piece(body=(*_BODY, again))) == [("name-spelt-two-ways", rarer)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Slovakia and Slovenia voted; Austria and Australia did not."),
        ("en", "The Lindqvists left, and Mr Lindqvist's house is sold."),
        ("en", "NATO and the NATA met the WTO and the WHO."),
        ("ru", "Мэр Иван Ковалев приехал. О Ковалеве писали, с Ковалевым говорили, а Ковалева молчала."),
        ("hy", "Մենդեշը խոսեց։ Լրագրողը տեսավ Մենդեշին, և գրեց Մենդեշի մասին։"),
    ],
)
def test_other_forms_and_other_names_are_left_alone(language: str, text: str) -> None:
    assert _told(_piece(body=(*_BODY, text), language=language)) == []


@pytest.mark.parametrize(
    ("bullet", "told"),
    [
        ("About 1,500 people have left.", []),
        ("Exactly 1,500 people have left.", [("number-not-in-body", "1,500")]),
        ("The EU will pay $2.4m, and 3 schools closed.", []),
        ("The EU will pay $2.5 million.", [("number-not-in-body", "2.5 million")]),
        ("Some left in 2018.", [("number-not-in-body", "2018")]),
        ("Europeans will pay Tellbridge’s mayor.", []),
        ("The mayor blames Harlow.", [("name-not-in-body", "Harlow")]),
    ],
)
def test_what_a_bullet_says_is_in_the_body(bullet: str, told: list[tuple[str, str]]) -> None:
    assert _told(_piece(bullet)) == told


def test_a_finding_leads_to_the_bullet_it_is_about() -> None:
    (finding,) = consistency(_piece("All is well.", "The mayor blames Harlow."))
    assert finding.place.field is Field.SUMMARY
    assert finding.place.bullet == UUID(int=2)
    assert "“Harlow” is in a summary point, but not in the body" in finding.text


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        ("Tellbridge loses 1,400 people", []),
        ("Tellbridge loses 1,600 people", [("number-not-in-body", "1,600")]),
        ("5 things to know about Tellbridge", []),
        ("Small Town Loses Many People As Schools Close", []),
        ("Small Town Loses Many People To Canada", [("name-not-in-body", "Canada")]),
    ],
)
def test_what_the_headline_says_is_in_the_body(headline: str, told: list[tuple[str, str]]) -> None:
    assert _told(_piece(headline=headline)) == told


def test_a_piece_without_a_body_is_not_compared() -> None:
    assert _told(_piece("1,500 people left.", body=())) == []


_QUOTED = "She said {1:“We lost our school, and nobody came to help”} last week."


@pytest.mark.parametrize(
    ("source", "differs"),
    [
        ("Transcript: we lost our school - and nobody came to help. Thank you.", False),
        ("Transcript: we lost our school, and no one came to help.", True),
    ],
)
def test_a_quotation_is_compared_with_its_source(source: str, differs: bool) -> None:
    article = piece(_QUOTED, claims=(claim(1, kind=ClaimKind.QUOTATION, evidence=(Evidence(source=1),)),))
    codes = [finding.code for finding in consistency(article, {1: source})]
    assert codes == (["claims.quotation-differs"] if differs else [])


def test_a_pasted_line_is_the_sources_text() -> None:
    evidence = (Evidence(source=1, locator="We lost our school, and no one came to help"),)
    article = piece(_QUOTED, claims=(claim(1, kind=ClaimKind.QUOTATION, evidence=evidence),))
    assert [finding.code for finding in consistency(article)] == ["claims.quotation-differs"]
    page = piece(_QUOTED, claims=(claim(1, kind=ClaimKind.QUOTATION, evidence=(Evidence(source=1, locator="p. 4"),)),))
    assert consistency(page) == ()
