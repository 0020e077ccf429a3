"""Which schema a database has, and bringing it to this program's; Alembic is loaded only where there is work."""

import sqlite3
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from deskeditor.errors import StoreError
from deskeditor.store.sqlite import APPLICATION_ID

REVISIONS: Final = ("0001", "0002", "0003")
"""Every schema there ever was, oldest first. A test holds it against the migration scripts."""

HEAD: Final = REVISIONS[-1]


def schema_of(connection: sqlite3.Connection, place: Path) -> str | None:
    """Return the revision of the database, or None where it holds nothing yet.

    Raises StoreError for a database of another program or of a newer Deskeditor.
    """
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables:
        return None
    ours = connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    if not ours or "alembic_version" not in tables:
        raise StoreError(f"{place} belongs to another program: choose another folder for the store.")
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if row is None or row[0] not in REVISIONS:
        raise StoreError(f"{place} was written by a newer Deskeditor: install that version to open it.")
    return str(row[0])


def upgrade(connection: Connection) -> None:
    """Bring the schema up to this program's, inside the connection's transaction."""
    # Loading Alembic takes longer than opening the store, and a store is upgraded once.
    from deskeditor.store.migrate import run_upgrade

    run_upgrade(connection, HEAD)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
