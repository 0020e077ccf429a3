"""What is special to SQLite: the connection, its pragmas, and its faults in an editor's words."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event
from sqlalchemy.exc import DBAPIError

from deskeditor.errors import StoreError
from deskeditor.store.values import Superseded

APPLICATION_ID: Final = 0x4465736B
"""Marks a database file as a desk's: `Desk` in ASCII."""

STEPS_BETWEEN_LOOKS: Final = 20_000
"""How many of its small steps SQLite goes before it asks whether to stop: some milliseconds."""

RawConnection = sqlite3.Connection
RawError = sqlite3.DatabaseError

WRITING: Final = "desk_writing"
"""The execution option of a connection that is about to write: it takes the write lock at once."""

_FAULTS: Final = MappingProxyType(
    {
        sqlite3.SQLITE_BUSY: "{place} is locked by another program: close what else has it open, then try again.",
        sqlite3.SQLITE_LOCKED: "{place} is locked by another program: close what else has it open, then try again.",
        sqlite3.SQLITE_READONLY: "{place} can't be written to: allow writing to it, or choose another store.",
        sqlite3.SQLITE_PERM: "{place} can't be read: ask for access to it, or choose another store.",
        sqlite3.SQLITE_CANTOPEN: "{place} can't be opened: look whether its folder exists and may be written to.",
        sqlite3.SQLITE_FULL: "The disk of {place} is full: make room, then try again.",
        sqlite3.SQLITE_IOERR: "The disk of {place} reports a fault: copy the store to another disk before you go on.",
        sqlite3.SQLITE_CORRUPT: "{place} is damaged: restore it from a backup.",
        sqlite3.SQLITE_NOTADB: "{place} is not a desk's database: choose another store.",
        sqlite3.SQLITE_TOOBIG: "The article is larger than {place} can hold: split it.",
    }
)


def make_engine(database: Path, *, patience: float) -> Engine:
    """Return an engine of one connection to `database`, which waits `patience` seconds for a lock."""

    def connect() -> sqlite3.Connection:
        # SQLAlchemy's "begin" event below starts transactions; the module's own ideas of them are off.
        # Interrupting comes from another thread, all else from the one that made the engine.
        return sqlite3.connect(database, timeout=patience, isolation_level=None, check_same_thread=False)

    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    # `sqlite3.connect` set the time to wait for a lock (PRAGMA busy_timeout) already.
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "cache_size = -16384"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    raw = raw_connection(connection)
    if raw.in_transaction:
        # A read that was interrupted while its transaction began or ended: its asker was told, nobody waits for it.
        raw.rollback()
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def told(place: Path) -> Iterator[None]:
    """Turn SQLite's faults that a person can mend into StoreError; `place` names the store in them.

    Raises Superseded for a query that was interrupted. All else is our own fault and passes through.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause: Any = error.orig if isinstance(error, DBAPIError) else error
        # The low byte is the primary code; the rest says more than an editor wants to know.
        code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_INTERRUPT:
            raise Superseded from error
        if code not in _FAULTS:
            raise
        raise StoreError(_FAULTS[code].format(place=place)) from error


def raw_connection(connection: Connection) -> RawConnection:
    """Return the SQLite connection under SQLAlchemy's."""
    raw: object = connection.connection.dbapi_connection
    if not isinstance(raw, sqlite3.Connection):
        raise TypeError("this store lies in SQLite")
    return raw


def data_version(connection: RawConnection) -> int:
    """Return a number that changes when another connection has written to the database."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def copy_to(connection: RawConnection, target: Path) -> None:
    """Write a whole copy of the database to the file `target`, through SQLite's backup interface."""
    with closing(sqlite3.connect(target)) as copy:
        connection.backup(copy)


def is_at_rest(database: Path) -> bool:
    """Whether no program has the database open, nor left it in the midst of work."""
    return not Path(f"{database}-wal").exists()


@contextmanager
def look_at(database: Path, *, patience: float) -> Iterator[RawConnection]:
    """Open the database for a look that leaves no trace, not even beside it."""
    # A read-only connection to a store that nobody has open would make its -wal and -shm files.
    uri = f"{database.as_uri()}?{'immutable=1' if is_at_rest(database) else 'mode=ro'}"
    with closing(sqlite3.connect(uri, uri=True, timeout=patience)) as connection:
        yield connection
