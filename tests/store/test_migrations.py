"""Every schema there ever was leads to this program's, with all its articles."""

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from deskeditor.article.article import Article, Person, SummaryBullet, new_article
from deskeditor.article.body import Heading, Paragraph, body_of
from deskeditor.article.line import plain_line
from deskeditor.errors import StoreError
from deskeditor.store import ArticleQuery, RevisionReason, open_store, schema, sqlite
from deskeditor.store.claim_index import CLAIM_TABLE
from deskeditor.store.migrate import configuration, run_downgrade, run_upgrade
from deskeditor.store.models import Base
from deskeditor.store.search_index import TABLE

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
OLD_SCHEMAS = Path(__file__).parent / "old_schemas"
ARTICLE_ID = UUID("3f0c1e4a-7b52-4d60-9a51-6d1f0e2b8c77")


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = sqlite.make_engine(tmp_path / "desk.db", patience=1)
    yield made
    made.dispose()


def migrate(engine: Engine, *, up: str = "", down: str = "") -> None:
    with engine.connect() as connection:
        connection.execution_options(**{sqlite.WRITING: True})
        with connection.begin():
            if up:
                run_upgrade(connection, up)
            else:
                run_downgrade(connection, down)
            connection.exec_driver_sql(f"PRAGMA application_id = {sqlite.APPLICATION_ID}")


def structure(database: Path) -> list[tuple[str, ...]]:
    """What the database says of its tables and indexes, white space aside."""
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master ORDER BY 1, 2")
        return [(kind, name, table, re.sub(r"\s+", " ", sql)) for kind, name, table, sql in rows]


def known_article(headline: str = "Harbour to close") -> Article:
    return replace(
        new_article(ARTICLE_ID, NOON),
        headline=plain_line(headline),
        summary=(SummaryBullet(id=UUID(int=5), line=plain_line("Ferries stop")),),
        body=body_of(
            [Heading(level=2, line=plain_line("Why")), Paragraph(line=plain_line("The quay in Łódź is old."))]
        ),
    )


def test_the_list_of_schemas_is_that_of_the_scripts() -> None:
    scripts = ScriptDirectory.from_config(configuration())
    assert tuple(script.revision for script in reversed(list(scripts.walk_revisions()))) == schema.REVISIONS
    assert scripts.get_current_head() == schema.HEAD


def test_an_empty_database_is_brought_to_head(engine: Engine, tmp_path: Path) -> None:
    migrate(engine, up="head")
    with sqlite.look_at(tmp_path / "desk.db", patience=1) as connection:
        assert schema.schema_of(connection, tmp_path) == schema.HEAD


def test_head_is_what_the_models_say(engine: Engine) -> None:
    migrate(engine, up="head")
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "include_name": lambda name, kind, _: (
                    kind != "table" or not (name or "").startswith((TABLE, CLAIM_TABLE))
                )
            },
        )
        assert compare_metadata(context, Base.metadata) == []


def test_a_difference_to_the_models_would_be_seen(engine: Engine) -> None:
    migrate(engine, up="head")
    with engine.connect() as connection:
        connection.exec_driver_sql("DROP INDEX ix_article_modified")
        connection.exec_driver_sql("ALTER TABLE article ADD COLUMN stray TEXT")
        context = MigrationContext.configure(
            connection, opts={"include_name": lambda name, kind, _: kind != "table" or name == "article"}
        )
        kinds = {change[0] for change in compare_metadata(context, Base.metadata) if isinstance(change, tuple)}
        assert {"remove_column", "add_index"} <= kinds


def test_up_down_and_up_again_is_the_same(engine: Engine, tmp_path: Path) -> None:
    migrate(engine, up="head")
    before = structure(tmp_path / "desk.db")
    migrate(engine, down="base")
    left = {name for kind, name, _, _ in structure(tmp_path / "desk.db") if kind == "table"}
    assert left == {"alembic_version"}
    migrate(engine, up="head")
    assert structure(tmp_path / "desk.db") == before


@pytest.mark.parametrize("revision", schema.REVISIONS[:-1])
def test_up_from_an_earlier_schema_keeps_every_article(tmp_path: Path, revision: str) -> None:
    store = open_store(tmp_path)
    article = known_article()
    store.save(article, expected=None)
    store.keep_revision(article, reason=RevisionReason.CLOSED, person=Person(name="Ada"))
    store.close()
    engine = sqlite.make_engine(tmp_path / "desk.db", patience=1)
    migrate(engine, down=revision)
    engine.dispose()

    again = open_store(tmp_path)
    assert again.load(article.id).article == article
    assert [head.id for head in again.heads(ArticleQuery(text="lodz"))] == [article.id]
    assert len(again.revisions(article.id)) == 1
    again.close()


def load_old(revision: str, folder: Path) -> None:
    with closing(sqlite3.connect(folder / "desk.db")) as connection:
        connection.executescript((OLD_SCHEMAS / f"{revision}.sql").read_text(encoding="utf-8"))
        connection.execute(f"PRAGMA application_id = {sqlite.APPLICATION_ID}")


def test_there_is_data_of_each_old_schema() -> None:
    assert {path.stem for path in OLD_SCHEMAS.glob("*.sql")} == set(schema.REVISIONS[:-1])


@pytest.mark.parametrize("revision", schema.REVISIONS[:-1])
def test_data_of_each_old_schema_is_read(tmp_path: Path, revision: str) -> None:
    load_old(revision, tmp_path)
    store = open_store(tmp_path)
    (head,) = store.heads(ArticleQuery(text="harbour"))
    stored = store.load(head.id)
    assert (stored.article, stored.counter) == (known_article(), 1)
    assert store.known_tags()[0].label == "Ports"
    assert store.setting("person") == {"name": "Ada Person"}
    assert store.save(replace(stored.article, section="World"), expected=1).counter == 2
    store.close()


@pytest.mark.parametrize("revision", schema.REVISIONS[:-1])
def test_an_old_store_is_copied_before_it_is_changed(tmp_path: Path, revision: str) -> None:
    load_old(revision, tmp_path)
    open_store(tmp_path, clock=lambda: NOON).close()
    (copy,) = (tmp_path / "backups").iterdir()
    assert copy.name == f"desk-schema-{revision}-20260304T120000.db"
    with sqlite.look_at(copy, patience=1) as connection:
        assert schema.schema_of(connection, copy) == revision
    open_store(tmp_path).close()
    assert list((tmp_path / "backups").iterdir()) == [copy]


def test_a_store_that_is_up_to_date_does_not_load_alembic(tmp_path: Path) -> None:
    import subprocess
    import sys

    open_store(tmp_path).close()
    program = (
        "import sys; from deskeditor.store import open_store; "
        f"open_store({str(tmp_path)!r}).close(); sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_an_old_store_that_another_program_has_open_is_left_alone(tmp_path: Path) -> None:
    revision = schema.REVISIONS[0]
    load_old(revision, tmp_path)
    with closing(sqlite3.connect(tmp_path / "desk.db")) as connection:
        connection.execute(
            "INSERT INTO lease VALUES (?, 'Deskeditor', 'Bo Person', 'the other desk', 7, ?)",
            (uuid4().hex, f"{NOON:%Y-%m-%d %H:%M:%S.%f}"),
        )
        connection.commit()
    shutil.copy(tmp_path / "desk.db", tmp_path / "before.db")

    with pytest.raises(StoreError, match=r"Bo Person.*the other desk"):
        open_store(tmp_path, clock=lambda: NOON + timedelta(seconds=30))
    with sqlite.look_at(tmp_path / "desk.db", patience=1) as connection:
        assert schema.schema_of(connection, tmp_path) == revision

    open_store(tmp_path, clock=lambda: NOON + timedelta(minutes=5)).close()
