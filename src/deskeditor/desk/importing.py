"""Texts and files become articles of the store, their originals kept beside them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit
from uuid import UUID

from deskeditor.article.article import Person, new_article
from deskeditor.article.tags import Tag
from deskeditor.errors import DeskError
from deskeditor.ingest.files import read_file
from deskeditor.ingest.imported import Imported
from deskeditor.ingest.reader import read_article
from deskeditor.language.folding import fold
from deskeditor.markup.reading import MediaFinder, stored_media
from deskeditor.media import MediaStore
from deskeditor.store.store import Store
from deskeditor.store.values import Original, RevisionReason, Saved

PASTED: Final = "pasted text"
"""The name of an original that came from the clipboard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A text that was read and is not stored yet: what came of it, and what it was."""

    imported: Imported
    original: Original


def read_text(store: Store, text: str, *, language: str, new_id: Callable[[], UUID]) -> Read:
    """Read pasted text, storing nothing. `language` is a BCP 47 tag for text that does not tell.

    Raises InputError where there is nothing to read or too much.
    """
    original = Original(name=PASTED, media_type="text/plain; charset=utf-8", data=text.encode("utf-8", "replace"))
    return _read(store, text, "", original, language=language, new_id=new_id, media=stored_media)


def read_path(
    store: Store, path: Path, *, language: str, new_id: Callable[[], UUID], media: MediaStore | None = None
) -> Read:
    """Read a file, storing nothing but the pictures beside it that it names, which go to `media`.

    Raises InputError where the file can't be read.
    """
    source = read_file(path)
    original = Original(name=source.name, media_type="application/octet-stream", data=source.data)
    finder = picture_finder(path.parent, media) if media else stored_media
    return _read(store, source.text, source.name, original, language=language, new_id=new_id, media=finder)


def take_in(store: Store, read: Read, *, person: Person) -> Saved:
    """Store what was read, with its original and a first revision, as one act."""
    article = read.imported.article
    with store.together():
        saved = store.save(article, expected=None)
        store.keep_original(article.id, read.original)
        store.keep_revision(article, reason=RevisionReason.IMPORT, person=person, at=article.modified)
    return saved


def picture_finder(folder: Path, media: MediaStore) -> MediaFinder:
    """A finder of the pictures that lie in `folder` or below; found ones are kept in `media`.

    An address leads nowhere else: none above the folder, none with a scheme.
    """
    root = folder.resolve()

    def find(address: str) -> str | None:
        known = stored_media(address)
        if known and media.has(known):
            return known
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or not parts.path:
            return None
        path = (root / unquote(parts.path).lstrip("/")).resolve()
        if not path.is_relative_to(root) or not path.is_file():
            return None
        try:
            return media.adopt(path.read_bytes())
        except (DeskError, OSError):
            # No picture, or one too large: the article gets a labelled link and a finding instead.
            return None

    return find


def tag_finder(known: tuple[Tag, ...], new_id: Callable[[], UUID]) -> Callable[[str], Tag]:
    """A finder of tags by label, whatever its case; a label that is new gets a tag that is stored with its article."""
    tags = {fold(tag.label): tag for tag in known}

    def find(label: str) -> Tag:
        return tags.setdefault(fold(label), Tag(id=new_id(), label=label))

    return find


def _read(
    store: Store,
    text: str,
    name: str,
    original: Original,
    *,
    language: str,
    new_id: Callable[[], UUID],
    media: MediaFinder,
) -> Read:
    known = store.known_tags()
    imported = read_article(
        text,
        name=name,
        base=new_article(new_id(), store.now(), language=language),
        tag_named=tag_finder(known, new_id),
        new_id=new_id,
        known_tags=[tag.label for tag in known],
        media=media,
    )
    return Read(imported=imported, original=original)
