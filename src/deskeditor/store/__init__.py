"""The store: articles and what belongs to them, in SQLite through SQLAlchemy. Values come out, never rows.

`open_store` and `Store` are loaded when they are first asked for: with them comes SQLAlchemy, which a
window that is still painting its first frame should not wait for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from deskeditor.store.values import (
    ArticleHead,
    ArticleQuery,
    Conflict,
    ExportRecord,
    Lease,
    Order,
    Original,
    Revision,
    RevisionReason,
    Saved,
    StoredArticle,
    Superseded,
)
from deskeditor.store.worker import StoreWorker

if TYPE_CHECKING:
    from deskeditor.store.opening import open_store
    from deskeditor.store.store import Store

__all__ = [
    "ArticleHead",
    "ArticleQuery",
    "Conflict",
    "ExportRecord",
    "Lease",
    "Order",
    "Original",
    "Revision",
    "RevisionReason",
    "Saved",
    "Store",
    "StoreWorker",
    "StoredArticle",
    "Superseded",
    "open_store",
]


def __getattr__(name: str) -> Any:
    """Load what brings SQLAlchemy along."""
    if name == "open_store":
        return import_module("deskeditor.store.opening").open_store
    if name == "Store":
        return import_module("deskeditor.store.store").Store
    raise AttributeError(f"deskeditor.store has no {name}")
