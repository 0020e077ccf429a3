"""A report names the state it was made of and when the check was signed off, and is logged."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from deskeditor.article.article import Article, Person
from deskeditor.article.line import plain_line
from deskeditor.article.workflow import Stage
from deskeditor.desk.reporting import signed_off, write_report
from deskeditor.errors import DeskError
from deskeditor.profile import load_profile
from deskeditor.store import RevisionReason, Store, open_store
from tests.export.reports import checked_piece

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
ADA = Person(name="Ada Person", initials="AP")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "desk", clock=lambda: NOON)
    yield opened
    opened.close()


def moved(store: Store, article: Article, stage: Stage, *, hours: int = 0) -> Article:
    """The article at a stage, stored and kept as the window does when a piece moves."""
    at_stage = replace(article, stage=stage, modified=NOON + timedelta(hours=hours))
    before = store.load(article.id).counter
    store.save(at_stage, expected=before)
    store.keep_revision(at_stage, reason=RevisionReason.STAGE, person=ADA, at=NOON + timedelta(hours=hours))
    return at_stage


def report(store: Store, article: Article, path: Path, *, shareable: bool = False) -> str:
    written = write_report(store, article.id, path, profile=load_profile(), person=ADA, shareable=shareable)
    return written.read_text(encoding="utf-8")


def test_a_report_is_written_and_logged_with_its_revision(store: Store, tmp_path: Path) -> None:
    article = checked_piece()
    store.save(article, expected=None)
    page = report(store, article, tmp_path / "out" / "check.html")
    (revision,) = store.revisions(article.id)
    assert f"{str(revision.id)[:8]}, kept" in page
    (record,) = store.exports(article.id)
    assert (record.format, record.path) == ("check report", str(tmp_path / "out" / "check.html"))
    assert record.revision_id == revision.id
    assert report(store, article, tmp_path / "out" / "check.html") == page
    shared = report(store, article, tmp_path / "shared.html", shareable=True)
    assert store.exports(article.id)[0].format == "shareable check report"
    assert "desknote" in page
    assert "desknote" not in shared
    assert len(store.revisions(article.id)) == 1
    assert store.load(article.id).article == article


def test_moving_past_checking_signs_off_and_only_the_last_time_counts(store: Store, tmp_path: Path) -> None:
    article = checked_piece()
    store.save(article, expected=None)
    assert signed_off(store, article.id) is None
    moved(store, article, Stage.CHECKING)
    assert signed_off(store, article.id) is None
    first = moved(store, article, Stage.READY, hours=1)
    moved(store, first, Stage.PUBLISHED, hours=2)
    signed = signed_off(store, article.id)
    assert signed is not None
    assert (signed.kept.at, signed.kept.by, signed.article) == (NOON + timedelta(hours=1), "Ada Person", first)
    moved(store, article, Stage.CHECKING, hours=3)
    again = moved(store, replace(article, headline=plain_line("Vik keeps a ferry")), Stage.READY, hours=4)
    signed = signed_off(store, article.id)
    assert signed is not None
    assert signed.article == again
    assert "No words have changed since." in report(store, article, tmp_path / "check.html")


def test_words_that_changed_since_are_told(store: Store, tmp_path: Path) -> None:
    article = checked_piece()
    store.save(article, expected=None)
    ready = moved(store, article, Stage.READY)
    store.save(replace(ready, headline=plain_line("Vik sinks its ferry")), expected=store.load(article.id).counter)
    assert "Words have changed since: 1 of the passages below." in report(store, article, tmp_path / "check.html")


def test_other_files_are_refused_before_anything_is_done(store: Store, tmp_path: Path) -> None:
    article = checked_piece()
    store.save(article, expected=None)
    with pytest.raises(DeskError, match=r"\.docx"):
        report(store, article, tmp_path / "check.pdf")
    assert (store.revisions(article.id), store.exports(article.id)) == ((), ())
