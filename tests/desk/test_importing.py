from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from deskeditor.article.article import Person
from deskeditor.article.body import Figure
from deskeditor.desk.importing import PASTED, WORD_TYPE, import_paths, read_path, read_text, tag_finder, take_in
from deskeditor.errors import InputError
from deskeditor.media import MediaStore
from deskeditor.store import ArticleQuery, RevisionReason, Store, open_store
from tests.ingest.docx_twins import comment, commented, drawing, p, word_file

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
ADA = Person(name="Ada Person", initials="AP")
MARKDOWN = """---
title: Harbour to close
tags: [Ports, ports, Ferries]
---

The harbour closes.

![A quay](pictures/quay.png)

![Elsewhere](../secret.png)
"""
# The smallest picture there is: one grey pixel.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c6360000000020001e221bc330000000049454e44ae426082"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "desk", clock=lambda: NOON)
    yield opened
    opened.close()


@pytest.fixture
def media(tmp_path: Path) -> MediaStore:
    return MediaStore(tmp_path / "desk" / "media")


def written(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(text.encode())
    return path


def test_a_file_becomes_an_article_with_its_original_beside_it(store: Store, media: MediaStore, tmp_path: Path) -> None:
    path = written(tmp_path / "in", "harbour.md", MARKDOWN)
    (read,) = import_paths(store, [path], language="en", new_id=uuid4, media=media, person=ADA)
    article = read.imported.article

    assert store.load(article.id).article == article
    assert article.headline.text == "Harbour to close"
    assert [tag.label for tag in article.tags] == ["Ports", "Ferries"]
    assert (article.created, article.modified) == (NOON, NOON)
    (original,) = store.originals(article.id)
    assert (original.name, original.media_type, original.data) == ("harbour.md", "text/markdown", path.read_bytes())
    (revision,) = store.revisions(article.id)
    assert (revision.reason, revision.person) == (RevisionReason.IMPORT, ADA)


def test_pictures_come_from_beside_the_file_alone(store: Store, media: MediaStore, tmp_path: Path) -> None:
    path = written(tmp_path / "in", "harbour.md", MARKDOWN)
    (tmp_path / "in" / "pictures").mkdir()
    (tmp_path / "in" / "pictures" / "quay.png").write_bytes(PIXEL)
    (tmp_path / "secret.png").write_bytes(PIXEL)

    read = read_path(store, path, language="en", new_id=uuid4, media=media)

    figures = [leaf for leaf in read.imported.article.body if isinstance(leaf, Figure)]
    assert [figure.alt for figure in figures] == ["A quay"]
    assert media.read(figures[0].media) == PIXEL
    assert read.imported.missing_images == ("../secret.png",)


@pytest.mark.parametrize("content", [b"no picture", b""])
def test_what_is_no_picture_is_told_as_missing(store: Store, media: MediaStore, tmp_path: Path, content: bytes) -> None:
    path = written(tmp_path / "in", "harbour.md", "# One\n\n![A quay](quay.png)\n")
    (tmp_path / "in" / "quay.png").write_bytes(content)
    read = read_path(store, path, language="en", new_id=uuid4, media=media)
    assert read.imported.missing_images == ("quay.png",)


def test_of_several_files_all_come_in_or_none(store: Store, media: MediaStore, tmp_path: Path) -> None:
    good = written(tmp_path / "in", "good.md", MARKDOWN)
    source = written(tmp_path / "in", "page.txt", "<!doctype html><html><body>no</body></html>")
    for bad in (tmp_path / "in" / "missing.md", source):
        with pytest.raises(InputError, match=bad.name):
            import_paths(store, [good, bad], language="en", new_id=uuid4, media=media, person=ADA)
    assert store.count(ArticleQuery()) == 0
    assert store.known_tags() == ()


def test_articles_of_one_import_share_their_tags(store: Store, media: MediaStore, tmp_path: Path) -> None:
    paths = [written(tmp_path / "in", f"{number}.md", MARKDOWN) for number in range(3)]
    import_paths(store, paths, language="en", new_id=uuid4, media=media, person=ADA)
    tags = store.known_tags()
    assert [tag.label for tag in tags] == ["Ferries", "Ports"]
    assert store.count(ArticleQuery(tag=tags[0].id)) == 3


def test_pasted_text_is_read_and_stored_apart(store: Store) -> None:
    text = "Harbour to close\n\nBy Ada Person\n\nThe harbour closes on Monday, the council said in a long statement.\n"
    read = read_text(store, text, language="en", new_id=uuid4)
    assert store.count(ArticleQuery()) == 0
    saved = take_in(store, read, person=ADA)
    assert saved.counter == 1
    (original,) = store.originals(read.imported.article.id)
    assert (original.name, original.data.decode()) == (PASTED, text)


def test_half_a_character_on_the_clipboard_is_no_fault(store: Store) -> None:
    read = read_text(store, "Harbour \ud83d closes\n\nThe harbour closes on Monday.", language="en", new_id=uuid4)
    take_in(store, read, person=ADA)
    assert store.count(ArticleQuery(text="harbour")) == 1


def test_a_tag_is_found_by_label_or_made_once(store: Store) -> None:
    known = store.tag_named("Łódź")
    find = tag_finder(store.known_tags(), uuid4)
    assert find("LODZ") == known
    made = find("Ports")
    assert find("ports") == made
    assert store.known_tags() == (known,)


def test_a_guessed_encoding_is_told(store: Store, media: MediaStore, tmp_path: Path) -> None:
    text = "Café près du port fermé\n\nLe café près du port a été fermé hier, dit le maire, après une année.\n"
    sure = written(tmp_path / "in", "sure.txt", text)
    guessed = tmp_path / "in" / "guessed.txt"
    guessed.write_bytes(text.encode("cp1252"))

    told = import_paths(store, [sure, guessed], language="fr", new_id=uuid4, media=media, person=ADA)
    assert told[0].imported.warnings == ()
    assert [warning for warning in told[1].imported.warnings if "was read as cp1252" in warning]
    assert told[0].imported.article.headline == told[1].imported.article.headline


def test_a_word_file_comes_with_its_pictures_its_notes_and_itself(
    store: Store, media: MediaStore, tmp_path: Path
) -> None:
    path = tmp_path / "ferry.docx"
    body = p("Ferries stop", "Titel") + p(commented("No boat.", 0)) + p(drawing("pic", "A quay"))
    path.write_bytes(word_file(body, parts={"comments": comment(0, "Sure?")}, media={"pic": PIXEL}))
    (read,) = import_paths(store, [path], language="en", new_id=uuid4, media=media, person=ADA)
    article = store.load(read.imported.article.id).article

    assert (read.imported.format, article.headline.text) == ("word", "Ferries stop")
    assert [note.thread[0].text for note in article.notes] == ["Sure?"]
    (figure,) = [leaf for leaf in article.body if isinstance(leaf, Figure)]
    assert media.read(figure.media) == PIXEL
    (original,) = store.originals(article.id)
    assert (original.name, original.media_type, original.data) == ("ferry.docx", WORD_TYPE, path.read_bytes())


def test_a_bad_word_file_is_told_before_anything_is_stored(store: Store, media: MediaStore, tmp_path: Path) -> None:
    good = written(tmp_path / "in", "harbour.md", MARKDOWN)
    bad = tmp_path / "in" / "ferry.docx"
    bad.write_bytes(word_file(p("No boat."))[:300])
    with pytest.raises(InputError, match=r"“ferry\.docx” is damaged"):
        import_paths(store, [good, bad], language="en", new_id=uuid4, media=media, person=ADA)
    assert store.count(ArticleQuery()) == 0
