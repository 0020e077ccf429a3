"""The store: articles and what belongs to them, in SQLite through SQLAlchemy. Values come out, never rows."""

from deskeditor.store.opening import open_store
from deskeditor.store.store import Store
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
