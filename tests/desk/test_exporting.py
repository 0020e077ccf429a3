import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from deskeditor.article.article import Article, Flag, Person, new_article
from deskeditor.article.body import Figure, Paragraph, body_of
from deskeditor.article.line import plain_line
from deskeditor.desk.exporting import Blocked, export_articles
from deskeditor.errors import DeskError, StoreError
from deskeditor.export import Format
from deskeditor.media import MediaStore
from deskeditor.profile import load_profile
from deskeditor.store import ArticleQuery, RevisionReason, Store, open_store
from tests.desk.test_importing import PIXEL

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
ADA = Person(name="Ada Person", initials="AP")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "desk", clock=lambda: NOON)
    yield opened
    opened.close()


def saved(store: Store, headline: str = "Harbour to close", *, number: int = 1, **fields: object) -> Article:
    article = replace(
        new_article(UUID(int=number << 96), NOON),
        headline=plain_line(headline),
        body=body_of([Paragraph(line=plain_line("The harbour closes."))]),
    )
    article = replace(article, **fields)  # type: ignore[arg-type]
    store.save(article, expected=None)
    return article


def export(
    store: Store, *articles: Article, to: Path, formats: tuple[Format, ...] = (Format.HTML,), override: str = ""
) -> list[Path]:
    exported = export_articles(
        store,
        [article.id for article in articles],
        folder=to,
        formats=formats,
        profile=load_profile(),
        media=MediaStore(store.folder / "media"),
        person=ADA,
        override=override,
    )
    return [one.paths[0] for one in exported]


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_an_article_is_written_in_every_format_and_logged(store: Store, tmp_path: Path) -> None:
    article = saved(store)
    paths = export(store, article, to=tmp_path / "out", formats=tuple(Format))
    assert [path.name for path in paths] == [
        "harbour-to-close.html",
        "harbour-to-close.fragment.html",
        "harbour-to-close.md",
    ]
    assert names(tmp_path / "out") == sorted(path.name for path in paths)
    assert "The harbour closes." in paths[0].read_text(encoding="utf-8")
    records = store.exports(article.id)
    assert {record.path for record in records} == set(map(str, paths))
    assert {(record.person, record.at, record.override) for record in records} == {(ADA, NOON, "")}
    (revision,) = store.revisions(article.id)
    assert revision.reason is RevisionReason.EXPORT
    assert {record.revision_id for record in records} == {revision.id}


def test_exporting_changes_nothing_in_the_article(store: Store, tmp_path: Path) -> None:
    article = saved(store)
    export(store, article, to=tmp_path / "out")
    stored = store.load(article.id)
    assert (stored.article, stored.counter) == (article, 1)


def test_exporting_twice_gives_the_same_files(store: Store, tmp_path: Path) -> None:
    article = saved(store)
    (first,) = export(store, article, to=tmp_path / "out")
    before = first.read_bytes()
    assert export(store, article, to=tmp_path / "out") == [first]
    assert first.read_bytes() == before
    assert len(store.revisions(article.id)) == 1
    assert len(store.exports(article.id)) == 2


def test_pictures_go_along(store: Store, tmp_path: Path) -> None:
    name = MediaStore(store.folder / "media").adopt(PIXEL)
    article = saved(store, body=body_of([Figure(media=name, alt="A pixel")]))
    export(store, article, to=tmp_path / "out", formats=(Format.MARKDOWN,))
    assert names(tmp_path / "out") == ["harbour-to-close.md", f"media/{name}"]


def test_a_blocking_finding_stops_every_article(store: Store, tmp_path: Path) -> None:
    fine = saved(store, "Fine", number=1)
    held = saved(store, "Held", number=2, hold=Flag(by="Ada Person", why="wait for the council", at=NOON))
    with pytest.raises(Blocked, match="Held") as raised:
        export(store, fine, held, to=tmp_path / "out")
    assert raised.value.article == held
    assert raised.value.findings
    assert not (tmp_path / "out").exists()
    assert store.exports(fine.id) == ()


def test_a_reason_passes_blocking_findings_over_and_is_logged(store: Store, tmp_path: Path) -> None:
    fine = saved(store, "Fine", number=1)
    held = saved(store, "Held", number=2, hold=Flag(by="Ada Person", why="wait", at=NOON))
    export(store, fine, held, to=tmp_path / "out", override=" the council answered ")
    assert store.exports(held.id)[0].override == "the council answered"
    assert store.exports(fine.id)[0].override == ""
    with pytest.raises(Blocked):
        export(store, held, to=tmp_path / "out", override="   ")


def test_two_articles_of_one_name_get_files_apart(store: Store, tmp_path: Path) -> None:
    one, two = saved(store, number=0xABCD0001), saved(store, "HARBOUR to close", number=0xABCD0002)
    first = export(store, one, two, to=tmp_path / "out")
    assert [path.name for path in first] == ["harbour-to-close.html", "harbour-to-close-abcd0002.html"]
    assert export(store, two, to=tmp_path / "out") == [first[1]]
    assert export(store, one, to=tmp_path / "out") == [first[0]]


def test_an_unknown_article_is_told(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        export(store, new_article(UUID(int=9), NOON), to=tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_file_in_place_of_the_folder_is_left_alone(store: Store, tmp_path: Path) -> None:
    article = saved(store)
    (tmp_path / "out").write_text("notes")
    with pytest.raises(DeskError, match="is a file"):
        export(store, article, to=tmp_path / "out" / "deeper")
    assert (tmp_path / "out").read_text() == "notes"
    assert store.exports(article.id) == ()


def test_a_folder_in_place_of_the_page_leaves_nothing_behind(store: Store, tmp_path: Path) -> None:
    article = saved(store)
    (tmp_path / "out" / "harbour-to-close.md").mkdir(parents=True)
    with pytest.raises(DeskError, match="is a folder"):
        export(store, article, to=tmp_path / "out", formats=(Format.HTML, Format.MARKDOWN))
    assert names(tmp_path / "out") == []


def test_a_full_disk_leaves_the_old_page_and_no_half_one(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = saved(store)
    (page,) = export(store, article, to=tmp_path / "out")
    before = page.read_bytes()
    store.save(replace(article, standfirst=plain_line("Changed.")), expected=1)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DeskError, match="No space left"):
        export(store, article, to=tmp_path / "out")
    assert page.read_bytes() == before
    assert names(tmp_path / "out") == [page.name]
    with pytest.raises(DeskError, match="No space left"):
        export(store, article, to=tmp_path / "new" / "deeper")
    assert not (tmp_path / "new").exists()
    assert len(store.exports(article.id)) == 1


def test_the_search_still_finds_what_was_exported(store: Store, tmp_path: Path) -> None:
    article = saved(store, modified=NOON + timedelta(minutes=1))
    export(store, article, to=tmp_path / "out")
    assert [head.id for head in store.heads(ArticleQuery(text="harbour"))] == [article.id]
