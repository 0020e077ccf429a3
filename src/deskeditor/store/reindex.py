"""Filling the search index anew from the articles themselves."""

from typing import Final

from sqlalchemy import Connection, text

from deskeditor.store.content import load_json, search_text
from deskeditor.store.search_index import index_articles

_BATCH: Final = 500
# Plain SQL of the two columns that every schema has: migrations run this on old tables.
_NEXT: Final = text(
    "SELECT article_pk, content FROM article_content WHERE article_pk > :last ORDER BY article_pk LIMIT :batch"
)


def rebuild_index(connection: Connection) -> None:
    """Index every article of the store."""
    last = 0
    while rows := connection.execute(_NEXT, {"last": last, "batch": _BATCH}).all():
        index_articles(connection, ((pk, search_text(load_json(content))) for pk, content in rows))
        last = rows[-1][0]
