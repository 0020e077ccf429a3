"""Opening a store: refused with nothing changed, or brought to this program's schema."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from deskeditor.errors import StoreError
from deskeditor.paths import backup_folder
from deskeditor.store import schema, sqlite
from deskeditor.store.leases import refuse_others
from deskeditor.store.location import StoreLocation, locate, make_ready
from deskeditor.store.store import Store, system_clock

PATIENCE: Final = 5.0
"""Seconds to wait for another program's lock."""


def open_store(
    location: Path | str, *, clock: Callable[[], datetime] = system_clock, patience: float = PATIENCE
) -> Store:
    """Open the store of a folder, or of a `sqlite:///` URL, made where there is none.

    Raises StoreError, with nothing changed on disk, for a store that is locked, read-only, newer
    than the program, another program's or no database at all. An older schema is brought up to
    date, after a copy to the store's `backups` folder; not while another program has it open.
    """
    place = locate(location)
    is_there = make_ready(place)
    with sqlite.told(place.database):
        found = _look(place, patience) if is_there else None
        engine = sqlite.make_engine(place.database, patience=patience)
        try:
            if found != schema.HEAD:
                _bring_up(engine, place, found, clock())
            return Store(engine, place, clock)
        except BaseException:
            engine.dispose()
            raise


def _look(place: StoreLocation, patience: float) -> str | None:
    at_rest = sqlite.is_at_rest(place.database)
    try:
        with sqlite.look_at(place.database, patience=patience) as connection:
            return schema.schema_of(connection, place.database)
    except sqlite.RawError:
        # Another program may have opened the store between the two, and written while this one read.
        if at_rest == sqlite.is_at_rest(place.database):
            raise
    return _look(place, patience)


def _bring_up(engine: Engine, place: StoreLocation, found: str | None, at: datetime) -> None:
    with engine.connect() as connection:
        if found is not None:
            _copy_first(sqlite.raw_connection(connection), place, found, at)
        connection.execution_options(**{sqlite.WRITING: True})
        with connection.begin():
            # Another program may have done it while this one waited for the lock.
            found = schema.schema_of(sqlite.raw_connection(connection), place.database)
            if found == schema.HEAD:
                return
            if found is not None:
                with Session(connection) as session:
                    refuse_others(session, at)
            schema.upgrade(connection)


def _copy_first(connection: sqlite.RawConnection, place: StoreLocation, found: str, at: datetime) -> None:
    folder = backup_folder(place.folder)
    target = folder / f"{place.database.stem}-schema-{found}-{at:%Y%m%dT%H%M%S}.db"
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise StoreError(f"{folder} can't be made ({error.strerror}): the store needs it for safe copies.") from error
    sqlite.copy_to(connection, target)
