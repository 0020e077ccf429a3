"""How long the article list takes to fill, to be searched and to be saved to, in a store of 100,000 articles."""

import random
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

from benchmarks.measure import Measurement, seconds
from deskeditor.article.article import Article, SummaryBullet, new_article
from deskeditor.article.body import Paragraph, body_of
from deskeditor.article.line import plain_line
from deskeditor.article.workflow import Stage
from deskeditor.store import ArticleQuery, Order, Store, open_store

ARTICLES: Final = 100_000
_DIFFERENT: Final = 500
_WORDS: Final = 20_000
_BODY_WORDS: Final = 300
_PAGE: Final = 200
_BEGAN: Final = datetime(2026, 1, 1, tzinfo=UTC)
_SYLLABLES: Final = "ba co du fe gi ka lo mu ne pi ra so tu ve wi zo an el ir os un ar en il ost urg and ell".split()


def run() -> Sequence[Measurement]:
    """Measure on a store that is made for it and thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        words = vocabulary()
        make_store(Path(folder), words)
        store = open_store(folder)
        try:
            with closing(sqlite3.connect(Path(folder) / "desk.db")) as bare:
                return _measured(store, bare, words)
        finally:
            store.close()


def make_store(
    folder: Path,
    words: Sequence[str],
    articles: int = ARTICLES,
    *,
    prepared: Callable[[Article, random.Random], Article] = lambda article, _: article,
    also: Callable[[sqlite3.Connection, int, int], None] = lambda *_: None,
) -> None:
    """Fill a store with `articles` articles: some hundred different ones, each many times under other ids and times.

    `prepared` is given each of the different ones; `also` copies what else hangs on the first of them, given how
    far the keys of the copies are off, and how many are copied.
    """
    store = open_store(folder)
    chance = random.Random(1)
    with store.together():
        for number in range(_DIFFERENT):
            store.save(prepared(_article(number, words, chance), chance), expected=None)
    store.close()
    with closing(sqlite3.connect(folder / "desk.db")) as connection:
        _multiply(connection, articles // _DIFFERENT - 1, also)


def _multiply(connection: sqlite3.Connection, times: int, also: Callable[[sqlite3.Connection, int, int], None]) -> None:
    columns = [
        row[1] for row in connection.execute("PRAGMA table_info(article)") if row[1] not in ("pk", "id", "modified")
    ]
    named = ", ".join(columns)
    found = [row[1] for row in connection.execute("PRAGMA table_info(article_search)")]
    searched = ", ".join(found)
    for time in range(1, times + 1):
        shift = time * _DIFFERENT
        connection.execute(
            f"INSERT INTO article (pk, id, modified, {named})"
            f" SELECT pk + {shift}, printf('%032x', pk + {shift} + 1000000),"
            f" strftime('%Y-%m-%d %H:%M:%f', modified, '+{time * 7} minutes') || '000', {named}"
            f" FROM article WHERE pk <= {_DIFFERENT}"
        )
        connection.execute(
            f"INSERT INTO article_content SELECT article_pk + {shift}, content, plain_text FROM article_content"
            f" WHERE article_pk <= {_DIFFERENT}"
        )
        connection.execute(
            f"INSERT INTO article_tag SELECT article_pk + {shift}, tag_pk, position FROM article_tag"
            f" WHERE article_pk <= {_DIFFERENT}"
        )
        connection.execute(
            f"INSERT INTO article_search (rowid, {searched}) SELECT rowid + {shift}, {searched} FROM article_search"
            f" WHERE rowid <= {_DIFFERENT}"
        )
        also(connection, shift, _DIFFERENT)
        connection.commit()


def vocabulary() -> list[str]:
    """Words of no language, the same ones each time."""
    chance = random.Random(2)
    words: dict[str, None] = {}
    while len(words) < _WORDS:
        words["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4)))] = None
    return list(words)


def _article(number: int, words: Sequence[str], chance: random.Random) -> Article:
    def text(length: int) -> str:
        # Words as in a language: few very often, most hardly ever.
        return " ".join(words[min(int(chance.paretovariate(0.6)), len(words)) - 1] for _ in range(length))

    at = _BEGAN + timedelta(seconds=number)
    return replace(
        new_article(UUID(int=number + 1), at),
        headline=plain_line(text(9)),
        standfirst=plain_line(text(20)),
        summary=tuple(SummaryBullet(id=UUID(int=number * 10 + at), line=plain_line(text(14))) for at in range(3)),
        body=body_of(Paragraph(line=plain_line(text(50))) for _ in range(_BODY_WORDS // 50)),
        stage=list(Stage)[number % len(Stage)],
        due=at + timedelta(days=number % 30) if number % 10 == 0 else None,
    )


def _measured(store: Store, bare: sqlite3.Connection, words: Sequence[str]) -> list[Measurement]:
    common, some, rare = words[0], words[40], words[9000]

    def listed(query: ArticleQuery) -> Callable[[], object]:
        return lambda: store.heads(query)

    def bare_list(sql: str, *values: object) -> Callable[[], object]:
        return lambda: bare.execute(sql, values).fetchall()

    first = bare_list("SELECT * FROM article ORDER BY modified DESC, pk DESC LIMIT ?", _PAGE)
    match = "SELECT rowid FROM article_search WHERE article_search MATCH ? ORDER BY rank LIMIT ?"
    base = ArticleQuery(limit=_PAGE)
    cases = [
        ("list, first page", listed(replace(base, order=Order.CHANGED)), "bare SELECT", first),
        ("list, by due time", listed(replace(base, order=Order.DUE)), "bare SELECT", first),
        ("list, one stage", listed(replace(base, stages=frozenset({Stage.READY}))), "bare SELECT", first),
        ("list, three stages", listed(replace(base, stages=frozenset(list(Stage)[:3]))), "bare SELECT", first),
        ("list, at its middle", listed(replace(base, offset=ARTICLES // 2)), "bare SELECT", first),
        ("stage counts", store.stage_counts, "bare count", bare_list("SELECT count(*) FROM article")),
        ("search, rare word", listed(replace(base, text=rare)), "bare MATCH", bare_list(match, f'"{rare}"*', _PAGE)),
        ("search, word of some", listed(replace(base, text=some)), "bare MATCH", bare_list(match, f'"{some}"*', _PAGE)),
        (
            "search, word of all",
            listed(replace(base, text=common)),
            "bare MATCH",
            bare_list(match, f'"{common}"*', _PAGE),
        ),
        ("search, one letter", listed(replace(base, text="b")), "bare MATCH", bare_list(match, '"b"*', _PAGE)),
    ]
    measured = [
        Measurement(
            name=name,
            value=seconds(act) * 1000,
            unit="ms",
            reference=reference,
            reference_value=seconds(beside) * 1000,
            n=ARTICLES,
        )
        for name, act, reference, beside in cases
    ]
    return [*measured, _saving(store, bare)]


def _saving(store: Store, bare: sqlite3.Connection) -> Measurement:
    stored = store.load(UUID(int=1))
    counter = stored.counter

    def save() -> None:
        nonlocal counter
        counter = store.save(replace(stored.article, desk_note=str(counter)), expected=counter).counter

    def write() -> None:
        bare.execute("PRAGMA synchronous = FULL")
        bare.execute("UPDATE article SET section = section || 'x' WHERE pk = 2")
        bare.commit()

    return Measurement(
        name="save one article",
        value=seconds(save, repeats=20) * 1000,
        unit="ms",
        reference="bare UPDATE",
        reference_value=seconds(write, repeats=20) * 1000,
        n=ARTICLES,
    )
