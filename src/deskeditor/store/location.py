"""Where a store lies, and whether it may be opened: looked at without touching anything."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from deskeditor.errors import StoreError
from deskeditor.paths import DATABASE_NAME

_SQLITE_URL: Final = "sqlite:///"
_MAGIC: Final = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreLocation:
    """The folder of a store and the database in it."""

    folder: Path
    database: Path


def locate(given: Path | str) -> StoreLocation:
    """Return where the store of a folder or of a SQLAlchemy URL lies. Raises StoreError for other URLs."""
    if isinstance(given, str) and "://" in given:
        if not given.startswith(_SQLITE_URL) or given == _SQLITE_URL:
            raise StoreError(f"{given.split('://')[0]}: stores are not known here: name a folder, or a sqlite:/// URL.")
        database = Path(unquote(given.removeprefix(_SQLITE_URL).split("?")[0])).absolute()
        return StoreLocation(folder=database.parent, database=database)
    folder = Path(given).expanduser().absolute()
    return StoreLocation(folder=folder, database=folder / DATABASE_NAME)


def make_ready(location: StoreLocation) -> bool:
    """Make the folder where there is none; return whether a database is there.

    Raises StoreError, with nothing changed on disk, for a place that can't hold a store: a file in
    the folder's place, a folder in the database's, no right to write, no database in the file.
    """
    folder, database = location.folder, location.database
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder} is a file: name the folder of a store.")
    if database.is_dir():
        raise StoreError(f"{database} is a folder where the database should be: move it away, or choose another store.")
    if not database.exists():
        _make_folder(folder)
        return False
    _refuse_unwritable(folder)
    _refuse_unwritable(database)
    try:
        with database.open("rb") as file:
            head = file.read(len(_MAGIC))
    except OSError as error:
        raise StoreError(f"{database} can't be read ({error.strerror}): choose another store.") from error
    if head and head != _MAGIC:
        raise StoreError(f"{database} is not a database: move it away, or choose another store.")
    return bool(head)


def _make_folder(folder: Path) -> None:
    existing = next(path for path in (folder, *folder.parents) if path.exists())
    if not existing.is_dir():
        raise StoreError(f"{existing} is a file: name the folder of a store.")
    _refuse_unwritable(existing)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{folder} can't be made ({error.strerror}): choose another folder.") from error


def _refuse_unwritable(path: Path) -> None:
    # The bits count for the superuser too: who marked a store as read-only meant it. A folder's
    # read-only mark means nothing on Windows.
    marked = os.name == "posix" or path.is_file()
    if (marked and not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)) or not os.access(
        path, os.W_OK
    ):
        raise StoreError(f"{path} is read-only: allow writing to it, or choose another store.")
