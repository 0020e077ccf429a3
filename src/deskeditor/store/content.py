"""An article as the database keeps it: JSON text, and the plain words derived from it."""

import json
import re
import zlib
from datetime import UTC, datetime
from hashlib import sha256
from typing import Final

from deskeditor.article.article import Article
from deskeditor.article.body import leaf_text
from deskeditor.article.codec import article_from_json, article_to_json
from deskeditor.store.search_index import SearchText

_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_END_OF_TIME: Final = datetime(9999, 12, 31, tzinfo=UTC)


def dump_json(article: Article) -> str:
    """Return the article's JSON, readable as it stands in the database."""
    return _dumped(article_to_json(article))


def _dumped(written: dict[str, object]) -> str:
    text = json.dumps(written, ensure_ascii=False, separators=(",", ":"))
    # Half a character from a broken clipboard can't be written as UTF-8, but escaped it can.
    return json.dumps(written, separators=(",", ":")) if _LONE_SURROGATE.search(text) else text


def load_json(text: str) -> Article:
    """Return the article that `dump_json` wrote."""
    return article_from_json(json.loads(text))


def snapshot(article: Article) -> bytes:
    """Return the article's JSON, compressed."""
    return zlib.compress(dump_json(article).encode())


def load_snapshot(data: bytes) -> Article:
    """Return the article that `snapshot` compressed."""
    return load_json(zlib.decompress(data).decode())


def fingerprint(article: Article) -> str:
    """Return what is equal for two states of an article that differ at most in their time of change."""
    written = article_to_json(article)
    del written["modified"]
    return sha256(_dumped(written).encode()).hexdigest()


def body_text(article: Article) -> str:
    """Return the body's words, a line for each leaf."""
    return "\n".join(filter(None, map(leaf_text, article.body)))


def plain_text(article: Article) -> str:
    """Return what snippets are cut from: standfirst, bullets and body, a line for each."""
    lines = (article.standfirst.text, *(bullet.line.text for bullet in article.summary), body_text(article))
    return storable("\n".join(filter(None, lines)))


def search_text(article: Article) -> SearchText:
    """Return the article's words by their fields, as search knows them."""
    names = (name.name for name in article.byline)
    details = (*names, article.credit.name, article.slugline, article.dateline, article.section)
    return SearchText(
        headline=article.headline.text,
        standfirst=article.standfirst.text,
        summary="\n".join(bullet.line.text for bullet in article.summary),
        tags="\n".join(tag.label for tag in article.tags),
        details="\n".join(details),
        body=body_text(article),
    )


def storable(text: str) -> str:
    """Return `text` as a database column can hold it: what UTF-8 can't say becomes a question mark."""
    return text if text.isascii() else text.encode(errors="replace").decode()


def urgency(due: datetime | None) -> int:
    """Return a number that is larger the sooner something is due, 0 without a due time."""
    return 0 if due is None else max(int((_END_OF_TIME - due).total_seconds()), 0) + 1
