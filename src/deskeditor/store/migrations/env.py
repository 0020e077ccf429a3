"""Alembic's entry: runs the scripts on the connection that `store.migrate` passes in."""

from typing import Any

from alembic import context

from deskeditor.store.claim_index import CLAIM_TABLE
from deskeditor.store.models import Base
from deskeditor.store.search_index import TABLE


def _is_ours(_object: Any, name: str | None, kind: str, _reflected: bool, _compared: Any) -> bool:
    """Leave out the search indexes: their tables are SQLite's business."""
    return not (kind == "table" and name is not None and name.startswith((TABLE, CLAIM_TABLE)))


context.configure(
    connection=context.config.attributes["connection"], target_metadata=Base.metadata, include_object=_is_ours
)
with context.begin_transaction():
    context.run_migrations()
