"""Claims as plain data: in copy order, with all that was said of each."""

import json

from hypothesis import given

from deskeditor.article.article import Article
from deskeditor.article.claims import Verdict
from deskeditor.article.notes import Remark
from deskeditor.article.sources import Source
from deskeditor.export.claim_data import claim_data, source_data
from tests.factcheck.pieces import NOON, SOURCED, claim, piece, query, stet, verdict
from tests.strategies import articles

AT = "2026-03-04T12:00:00+00:00"


def test_a_claim_with_everything() -> None:
    said = claim(
        7,
        judgement=verdict(Verdict.CHANGE),
        query=query(wording="15 boats"),
        stet=stet(),
        thread=(Remark(author="Jo", text="The harbourmaster.", at=NOON), Remark(author="Al", text="Yes.")),
        evidence=SOURCED,
        priority=True,
    )
    (told,) = claim_data(piece("It has {7:14 boats}.", claims=(said,)))
    assert told == {
        "id": "c7",
        "number": 7,
        "kind": "number",
        "words": "14 boats",
        "progress": "settled",
        "priority": True,
        "verdict": "change",
        "judged_words": "14 boats",
        "by": "Ada Holm",
        "at": AT,
        "sources": [{"number": 1, "locator": "p. 4", "contradicts": False}],
        "query": {"question": "Who counted?", "wording": "15 boats", "to": "writer", "by": "Ada Holm", "at": AT},
        "stet": {"by": "Jonas Vik", "why": "The mayor insists.", "at": AT},
        "answers": [
            {"author": "Jo", "text": "The harbourmaster.", "at": AT},
            {"author": "Al", "text": "Yes.", "at": None},
        ],
        "place": {"field": "body", "bullet": None, "leaf": 0, "start": 7, "end": 15},
    }


def test_claims_stand_in_copy_order_and_those_without_words_last() -> None:
    article = piece("{9:two}", "{3:one}", claims=tuple(claim(number) for number in (3, 4, 9)))
    told = claim_data(article)
    assert [one["number"] for one in told] == [9, 3, 4]
    assert (told[2]["words"], told[2]["progress"], told[2]["place"]) == ("14 boats", "cut", None)


@given(articles())
def test_any_article_can_be_told(article: Article) -> None:
    told = claim_data(article)
    assert sorted(one["number"] for one in told) == sorted(claim.number for claim in article.claims)
    assert json.loads(json.dumps(told)) == told
    sources = [source_data(source) for source in article.sources]
    assert json.loads(json.dumps(sources)) == sources


def test_a_source_is_told_whole() -> None:
    assert set(source_data(Source(number=1, title="x"))) == set(Source.__dataclass_fields__)
