"""What can't be a store is told in one sentence, and left as it was."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from deskeditor.article.article import new_article
from deskeditor.errors import StoreError
from deskeditor.store import ArticleQuery, Store, open_store, schema, sqlite
from deskeditor.store.location import locate

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


def state_of(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Every path under `folder` with its mode, time of change and bytes."""
    paths = [folder, *sorted(folder.rglob("*"))]
    return {
        str(path): (path.stat().st_mode, path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else b"")
        for path in paths
    }


@contextmanager
def refused(folder: Path, *words: str) -> Iterator[None]:
    before = state_of(folder)
    with pytest.raises(StoreError) as raised:
        yield
    text = str(raised.value)
    assert "\n" not in text
    assert text.endswith(".")
    for word in words:
        assert word in text
    assert state_of(folder) == before


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a store that holds one article and that nobody has open."""
    store = open_store(tmp_path / "desk")
    store.save(new_article(uuid4(), NOON), expected=None)
    store.close()
    return tmp_path / "desk"


def execute(database: Path, sql: str) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute(sql)
        connection.commit()


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "desk").write_text("notes")
    with refused(tmp_path, "is a file"):
        open_store(tmp_path / "desk")
    with refused(tmp_path, "is a file"):
        open_store(tmp_path / "desk" / "deeper")


def test_a_folder_in_place_of_the_database(tmp_path: Path) -> None:
    (tmp_path / "desk.db").mkdir()
    with refused(tmp_path, "is a folder"):
        open_store(tmp_path)


@pytest.mark.parametrize("content", [b"Dear diary", b"SQLite format 3", b"\x00" * 8192, b"PK\x03\x04" * 4000])
def test_no_database(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "desk.db").write_bytes(content)
    with refused(tmp_path, "not a database"):
        open_store(tmp_path)


def test_a_damaged_database(desk: Path) -> None:
    data = bytearray((desk / "desk.db").read_bytes())
    data[16:200] = b"\x55" * 184
    (desk / "desk.db").write_bytes(data)
    with refused(desk, "desk.db"):
        open_store(desk)


def test_another_programs_database(tmp_path: Path) -> None:
    execute(tmp_path / "desk.db", "CREATE TABLE recipe (name TEXT)")
    with refused(tmp_path, "another program"):
        open_store(tmp_path)


def test_a_store_of_a_newer_program(desk: Path) -> None:
    execute(desk / "desk.db", "UPDATE alembic_version SET version_num = '9999'")
    with refused(desk, "newer Deskeditor"):
        open_store(desk)


def test_a_read_only_database(desk: Path) -> None:
    (desk / "desk.db").chmod(stat.S_IRUSR)
    with refused(desk, "read-only"):
        open_store(desk)


@pytest.mark.skipif(os.name == "nt", reason="folders have no such mark on Windows")
def test_a_read_only_folder(desk: Path, tmp_path: Path) -> None:
    desk.chmod(stat.S_IRUSR | stat.S_IXUSR)
    with refused(desk, "read-only"):
        open_store(desk)
    desk.chmod(stat.S_IRWXU)
    empty = tmp_path / "empty"
    empty.mkdir(mode=stat.S_IRUSR | stat.S_IXUSR)
    with refused(empty, "read-only"):
        open_store(empty / "desk")


def test_a_database_that_another_program_holds_alone(desk: Path) -> None:
    with closing(sqlite3.connect(desk / "desk.db", isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with refused(desk, "locked"):
            open_store(desk, patience=0)


def test_a_save_while_another_program_writes(desk: Path) -> None:
    store = open_store(desk, patience=0)
    article = new_article(uuid4(), NOON)
    with closing(sqlite3.connect(desk / "desk.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="locked"):
            store.save(article, expected=None)
        assert store.count(ArticleQuery()) == 1
    store.save(article, expected=None)
    assert store.count(ArticleQuery()) == 2
    store.close()


def test_an_unknown_kind_of_store(tmp_path: Path) -> None:
    with refused(tmp_path, "postgresql"):
        open_store("postgresql://desk@host/desk")


def test_a_url_names_a_database(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/shared desk.db".replace(" ", "%20"))
    assert store.folder == tmp_path
    store.close()
    assert (tmp_path / "shared desk.db").is_file()


def test_an_empty_file_is_a_new_store(tmp_path: Path) -> None:
    (tmp_path / "desk.db").touch()
    store = open_store(tmp_path)
    assert store.count(ArticleQuery()) == 0
    store.close()


def test_a_store_whose_making_broke_off_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("a fault in the midst of it")

    with monkeypatch.context() as patched:
        patched.setattr("deskeditor.store.schema.upgrade", fail)
        with pytest.raises(sqlite3.OperationalError):
            open_store(tmp_path)
    store = open_store(tmp_path)
    store.save(new_article(uuid4(), NOON), expected=None)
    store.close()


def test_pragmas_keep_what_is_typed_through_a_power_cut(desk: Path) -> None:
    store = open_store(desk)
    raw = store._raw
    assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert raw.execute("PRAGMA synchronous").fetchone() == (2,)
    assert raw.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert raw.execute("PRAGMA busy_timeout").fetchone() == (5000,)
    store.close()


def test_a_store_that_was_closed_leaves_one_file(desk: Path) -> None:
    store = open_store(desk)
    store.save(replace(new_article(uuid4(), NOON), section="World"), expected=None)
    store.close()
    assert [path.name for path in desk.iterdir()] == ["desk.db"]


def test_a_store_that_another_program_opens_meanwhile_is_looked_at_again(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    others: list[Store] = []
    usual = schema.schema_of

    def torn_at_first(connection: sqlite3.Connection, place: Path) -> str | None:
        if not others:
            others.append(Store(sqlite.make_engine(place, patience=1), locate(desk)))
            others[0].save(new_article(uuid4(), NOON), expected=None)
            raise sqlite3.DatabaseError("database disk image is malformed")
        return usual(connection, place)

    monkeypatch.setattr(schema, "schema_of", torn_at_first)
    store = open_store(desk)
    assert store.count(ArticleQuery()) == 2
    store.close()
    others[0].close()
