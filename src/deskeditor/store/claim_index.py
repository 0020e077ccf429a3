"""Full-text search of claims with SQLite's FTS5: their folded words, and how many claims hold each of them."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import Connection, text

from deskeditor.store.search_index import search_form

CLAIM_TABLE: Final = "claim_search"
_TERMS: Final = f"{CLAIM_TABLE}_terms"

_CREATE: Final = f"""
CREATE VIRTUAL TABLE {CLAIM_TABLE} USING fts5(
    words, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
)"""

_TOKEN: Final = re.compile(r"[^\W_]+")
_ASKED: Final = 24
"""Words of a question of which it is looked how rare they are."""

_TELLING: Final = 6
"""The rarest words of a question, one of which a claim must hold."""

_MOST: Final = 3000
"""Claims that hold a word, from which on it alone tells nothing."""

_CHOSEN: Final = 200
"""Claims that are compared closer, the best of those that hold a telling word, or the newest that hold all."""

_COUNT: Final = text(f"SELECT term, doc FROM {_TERMS} WHERE term = :term")
_RANKED: Final = text(
    f"SELECT rowid FROM {CLAIM_TABLE} WHERE {CLAIM_TABLE} MATCH :match ORDER BY rank, rowid DESC LIMIT {_CHOSEN}"
)
_NEWEST: Final = text(
    f"SELECT rowid FROM {CLAIM_TABLE} WHERE {CLAIM_TABLE} MATCH :match ORDER BY rowid DESC LIMIT {_CHOSEN}"
)


def create_claim_index(connection: Connection) -> None:
    """Make the empty index."""
    connection.exec_driver_sql(_CREATE)
    connection.exec_driver_sql(f"CREATE VIRTUAL TABLE {_TERMS} USING fts5vocab('{CLAIM_TABLE}', 'row')")


def drop_claim_index(connection: Connection) -> None:
    """Remove the index."""
    connection.exec_driver_sql(f"DROP TABLE {_TERMS}")
    connection.exec_driver_sql(f"DROP TABLE {CLAIM_TABLE}")


def index_claims(connection: Connection, claims: Iterable[tuple[int, str]]) -> None:
    """Index claims, each given as its row's key and its words."""
    rows = [(key, search_form(words)) for key, words in claims]
    if rows:
        connection.exec_driver_sql(f"INSERT OR REPLACE INTO {CLAIM_TABLE}(rowid, words) VALUES (?, ?)", rows)


def unindex_claims(connection: Connection, keys: Iterable[int]) -> None:
    """Forget the words of claims."""
    rows = [(key,) for key in keys]
    if rows:
        connection.exec_driver_sql(f"DELETE FROM {CLAIM_TABLE} WHERE rowid = ?", rows)


def claim_keys_like(connection: Connection, words: str) -> Sequence[int]:
    """The keys of claims that hold words of these, the likeliest first: those that share rare ones."""
    terms = list(dict.fromkeys(_TOKEN.findall(search_form(words))))[:_ASKED]
    counts: dict[str, int] = {}
    for term in terms:
        found = connection.execute(_COUNT, {"term": term}).first()
        if found is not None:
            counts[term] = found.doc
    rare = sorted((term for term, count in counts.items() if count <= _MOST), key=lambda term: counts[term])
    if rare:
        match = " OR ".join(f'"{term}"' for term in rare[:_TELLING])
        return connection.execute(_RANKED, {"match": match}).scalars().all()
    if not counts:
        return ()
    match = " ".join(f'"{term}"' for term in sorted(counts, key=lambda term: counts[term])[:_TELLING])
    return connection.execute(_NEWEST, {"match": match}).scalars().all()
