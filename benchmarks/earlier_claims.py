"""How long it takes to ask whether something was checked before, in a store of 100,000 articles."""

import random
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from benchmarks.list_and_search import ARTICLES, make_store, vocabulary
from benchmarks.measure import Measurement, seconds
from deskeditor.article.article import Article
from deskeditor.article.claim_words import anchor_at
from deskeditor.article.claims import Claim, ClaimKind, Judgement, Verdict
from deskeditor.article.place import Field, Place
from deskeditor.desk.checked_before import checked_before
from deskeditor.factcheck.placing import with_claims_placed
from deskeditor.store import Store, open_store

_CLAIMS: Final = 10
"""Claims an article: a million in the store."""


def run() -> Sequence[Measurement]:
    """Measure on a store that is made for it and thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        words = vocabulary()
        make_store(Path(folder), words, prepared=_with_claims, also=_multiply_claims)
        store = open_store(folder)
        try:
            with closing(sqlite3.connect(Path(folder) / "desk.db")) as bare:
                return _measured(store, bare, words)
        finally:
            store.close()


def _with_claims(article: Article, chance: random.Random) -> Article:
    claims: list[Claim] = []
    for number in range(1, _CLAIMS + 1):
        leaf = chance.randrange(len(article.body))
        words = article.body.leaves[leaf].line.text.split(" ")  # type: ignore[union-attr]
        first = chance.randrange(len(words) - 12)
        start = len(" ".join(words[:first])) + (first > 0)
        quote = " ".join(words[first : first + chance.randint(2, 12)])
        anchor = anchor_at(article, Place(field=Field.BODY, leaf=leaf, start=start, end=start + len(quote)))
        judgement = Judgement(verdict=Verdict.OK, words=quote, by="Ada", at=datetime(2026, 1, 1, tzinfo=UTC))
        claims.append(Claim(id=f"c{number}", number=number, kind=ClaimKind.NAME, anchor=anchor, judgement=judgement))
    return with_claims_placed(replace(article, last_claim=_CLAIMS), claims)


def _multiply_claims(connection: sqlite3.Connection, shift: int, base: int) -> None:
    by = shift * _CLAIMS
    connection.execute(
        f"INSERT INTO claim (pk, article_pk, claim_id, number, kind, verdict, words)"
        f" SELECT pk + {by}, article_pk + {shift}, claim_id, number, kind, verdict, words FROM claim"
        f" WHERE article_pk <= {base}"
    )
    connection.execute(
        f"INSERT INTO claim_search (rowid, words) SELECT rowid + {by}, words FROM claim_search"
        f" WHERE rowid <= {base * _CLAIMS}"
    )


def _measured(store: Store, bare: sqlite3.Connection, words: Sequence[str]) -> list[Measurement]:
    rare, common = words[9000:9003], words[:3]
    found = bare.execute("SELECT words FROM claim WHERE pk = 77").fetchone()[0]
    match = "SELECT rowid FROM claim_search WHERE claim_search MATCH ? LIMIT 200"

    def asked(text: str) -> Callable[[], object]:
        return lambda: checked_before(store, text)

    def beside(text: str) -> Callable[[], object]:
        return lambda: bare.execute(match, (" ".join(f'"{word}"' for word in text.split()),)).fetchall()

    cases = [
        ("words of a claim", found),
        ("rare words", " ".join(rare)),
        ("words of nearly all", " ".join(common)),
        ("one word of nearly all", common[0]),
        ("a sentence", " ".join([*common, *words[40:60], *rare])),
    ]
    return [
        Measurement(
            name=f"checked before: {name}",
            value=seconds(asked(text)) * 1000,
            unit="ms",
            reference="bare MATCH",
            reference_value=seconds(beside(text)) * 1000,
            n=ARTICLES * _CLAIMS,
        )
        for name, text in cases
    ]
