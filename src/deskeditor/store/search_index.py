"""Full-text search with SQLite's FTS5: a folded shadow of each article's words.

The tokenizer that comes with SQLite knows nothing of `Straße`/`strasse`, `Łódź`/`lodz` or of words in
scripts without spaces. So what is indexed is folded before, and each character of such a script
stands as a word of its own: a phrase of them is then a substring.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, Connection, column, literal_column, table
from sqlalchemy.orm import Session

from deskeditor.language.folding import fold
from deskeditor.language.words import UNSPACED

TABLE: Final = "article_search"

# In the order of the columns. A word in the headline weighs most; `details` are names and places.
_COLUMNS: Final = ("headline", "standfirst", "summary", "tags", "details", "body")
_RANK: Final = f"bm25({TABLE}, 12.0, 5.0, 4.0, 8.0, 3.0, 1.0)"
SEARCH: Final = table(TABLE, column("rowid"), column(TABLE))
"""The index as a query joins it; `rowid` is the article's key."""

_CREATE: Final = f"""
CREATE VIRTUAL TABLE {TABLE} USING fts5(
    {", ".join(_COLUMNS)}, prefix = '1 2 3',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
)"""

_UNSPACED: Final = re.compile(f"([{UNSPACED}])")
_PARTS: Final = re.compile(r'"([^"]*)"|([^\s"]+)')


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchText:
    """An article's words as they are searched, not folded yet."""

    headline: str
    standfirst: str
    summary: str
    tags: str
    details: str
    body: str


def create_index(connection: Connection) -> None:
    """Make the empty index."""
    connection.exec_driver_sql(_CREATE)


def drop_index(connection: Connection) -> None:
    """Remove the index."""
    connection.exec_driver_sql(f"DROP TABLE {TABLE}")


def index_article(session: Session, pk: int, text: SearchText) -> None:
    """Put the article's words in place of what the index holds of it."""
    index_articles(session.connection(), [(pk, text)])


def index_articles(connection: Connection, articles: Iterable[tuple[int, SearchText]]) -> None:
    """Index several articles, each given as its row's key and its words."""
    rows = [(pk, *(search_form(getattr(text, column)) for column in _COLUMNS)) for pk, text in articles]
    if rows:
        columns = ", ".join(("rowid", *_COLUMNS))
        marks = ", ".join("?" * (len(_COLUMNS) + 1))
        connection.exec_driver_sql(f"INSERT OR REPLACE INTO {TABLE}({columns}) VALUES ({marks})", rows)


def search_form(text: str) -> str:
    """Return `text` folded, with each character of a script without spaces standing alone."""
    # NUL would end the text early for SQLite's tokenizer; a lone surrogate has no place in a database.
    folded = fold(text).replace("\0", " ")
    if folded.isascii():
        return folded
    return _UNSPACED.sub(r" \1 ", folded).encode(errors="replace").decode()


def search_terms(text: str) -> tuple[str, ...]:
    """Return the terms of what a person typed, folded: words, or phrases between straight or curly quotes.

    What holds no letter and no digit is no term.
    """
    parts = (phrase or word for phrase, word in _PARTS.findall(fold(text)))
    return tuple(part.strip() for part in parts if any(map(str.isalnum, part)))


def match_expression(text: str) -> str | None:
    """Return the FTS5 query for what a person typed, or None where it holds nothing to look for.

    Every term must be found; the last one also as the beginning of a word, unless its quote is closed.
    """
    terms = search_terms(text)
    if not terms:
        return None
    quoted = [f'"{" ".join(search_form(term).split())}"' for term in terms]
    closed = fold(text).rstrip().endswith('"') and fold(text).count('"') % 2 == 0
    return " ".join(quoted) + ("" if closed else "*")


def matches(expression: str) -> ColumnElement[bool]:
    """Return the condition that a row of SEARCH matches an FTS5 query."""
    return SEARCH.c[TABLE].op("MATCH", is_comparison=True)(expression)


def best_first() -> ColumnElement[float]:
    """Return what orders matching rows of SEARCH best first."""
    return literal_column(_RANK)
