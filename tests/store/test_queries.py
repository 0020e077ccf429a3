"""Open queries are kept beside their articles, and each person's are found without opening any."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from deskeditor.article.article import Article, Person
from deskeditor.article.claims import Addressee, Query
from deskeditor.article.workflow import Stage
from deskeditor.store import Store, open_store
from tests.store.test_claims import NOON, claimed

ADA = Person(name="Ada Byte", initials="ab")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path)
    yield opened
    opened.close()


def asked(article: Article, number: int, query: Query | None) -> Article:
    claims = tuple(replace(claim, query=query) if claim.number == number else claim for claim in article.claims)
    return replace(article, claims=claims)


def waiting(store: Store, person: str = "Ada Byte") -> list[tuple[str, int, Query]]:
    return [(one.words, one.number, one.query) for one in store.queries_waiting(person)]


def test_what_is_asked_about_my_articles_waits_for_me_and_goes_once_it_is_answered(store: Store) -> None:
    query = Query(question="Who?", wording="13 to 10", by="Ben", to=Addressee.WRITER, at=NOON)
    later = replace(query, question="When?", wording="", to=Addressee.SOURCE, at=NOON + timedelta(hours=1))
    article = replace(claimed("14 to 9", "in May", verdict=None), assignee=ADA)
    article = asked(asked(article, 1, later), 2, query)
    saved = store.save(article, expected=None)
    assert waiting(store) == [("in May", 2, query), ("14 to 9", 1, later)]
    assert waiting(store, "Ben") == waiting(store, "") == []
    (first, _) = store.queries_waiting("Ada Byte")
    assert (first.article, first.headline, first.claim_id) == (article.id, "Of 14 to 9", "c2")
    saved = store.save(asked(article, 2, None), expected=saved.counter)
    assert waiting(store) == [("14 to 9", 1, later)]
    saved = store.save(replace(asked(article, 2, None), assignee=None), expected=saved.counter)
    assert waiting(store) == []


def test_what_was_cut_or_spiked_asks_for_nothing(store: Store) -> None:
    query = Query(question="Who?", by="Ben", at=NOON)
    article = replace(asked(claimed("14 to 9", verdict=None), 1, query), assignee=ADA)
    saved = store.save(replace(article, stage=Stage.SPIKED, spiked_from=Stage.DRAFT), expected=None)
    assert waiting(store) == []
    saved = store.save(article, expected=saved.counter)
    assert len(waiting(store)) == 1
    store.save(
        replace(article, body=claimed("Other").body, claims=(replace(article.claims[0], id="c9"),)),
        expected=saved.counter,
    )
    assert waiting(store) == []
