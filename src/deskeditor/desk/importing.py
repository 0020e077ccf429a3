"""Texts and files become articles of the store, their originals kept beside them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID

from deskeditor.article.article import Person, new_article
from deskeditor.article.tags import Tag
from deskeditor.desk.pictures import pictures_beside
from deskeditor.ingest.files import SourceFile, read_file
from deskeditor.ingest.imported import Imported
from deskeditor.ingest.reader import read_article
from deskeditor.language.folding import fold
from deskeditor.markup.reading import MediaFinder, stored_media
from deskeditor.media import MediaStore
from deskeditor.store.values import Original, RevisionReason, Saved

if TYPE_CHECKING:
    from deskeditor.store import Store

PASTED: Final = "pasted text"
"""The name of an original that came from the clipboard."""

WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
"""The media type of an original that is a Word file."""

_MARKDOWN_SUFFIXES: Final = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mdtext"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A text that was read and is not stored yet: what came of it, and what it was."""

    imported: Imported
    original: Original


def read_text(store: "Store", text: str, *, language: str, new_id: Callable[[], UUID]) -> Read:
    """Read pasted text, storing nothing. `language` is a BCP 47 tag for text that does not tell.

    Raises InputError where there is nothing to read or too much.
    """
    # Half a character is possible on a clipboard, in UTF-8 it is not.
    original = Original(name=PASTED, media_type="text/plain; charset=utf-8", data=text.encode("utf-8", "replace"))
    known = _by_label(store.known_tags())
    return _read(store, text, original, known, language=language, new_id=new_id, media=stored_media)


def read_path(
    store: "Store", path: Path, *, language: str, new_id: Callable[[], UUID], media: MediaStore | None = None
) -> Read:
    """Read a file, storing nothing but the pictures in it, or beside it where it names them, which go to `media`.

    Raises InputError where the file can't be read.
    """
    finder = pictures_beside(path.parent, media) if media else stored_media
    known = _by_label(store.known_tags())
    file = read_file(path)
    if file.is_word:
        return _read_word(store, file, language=language, new_id=new_id, media=media)
    return _read_file(store, file, finder, known, language=language, new_id=new_id)


def take_in(store: "Store", read: Read, *, person: Person) -> Saved:
    """Store what was read, with its original and a first revision, as one act."""
    article = read.imported.article
    with store.together():
        saved = store.save(article, expected=None)
        store.keep_original(article.id, read.original)
        store.keep_revision(article, reason=RevisionReason.IMPORT, person=person, at=article.modified)
    return saved


def import_paths(
    store: "Store",
    paths: Sequence[Path],
    *,
    language: str,
    new_id: Callable[[], UUID],
    media: MediaStore,
    person: Person,
) -> tuple[Read, ...]:
    """Read files and store an article of each: of all of them, or of none where one can't be read.

    Raises InputError that names the file.
    """
    return import_files(store, read_files(paths), language=language, new_id=new_id, media=media, person=person)


def read_files(paths: Sequence[Path]) -> tuple[tuple[Path, SourceFile], ...]:
    """Read files from disk, without a store. Raises InputError that names the file."""
    return tuple((path, read_file(path)) for path in paths)


def import_files(
    store: "Store",
    files: Sequence[tuple[Path, SourceFile]],
    *,
    language: str,
    new_id: Callable[[], UUID],
    media: MediaStore,
    person: Person,
) -> tuple[Read, ...]:
    """Store an article of each file: of all of them, or of none where one can't be taken for an article."""
    taken: list[Read] = []
    with store.together():
        known = _by_label(store.known_tags())
        for path, file in files:
            if file.is_word:
                taken.append(_read_word(store, file, language=language, new_id=new_id, media=media))
            else:
                finder = pictures_beside(path.parent, media)
                taken.append(_read_file(store, file, finder, known, language=language, new_id=new_id))
            take_in(store, taken[-1], person=person)
    return tuple(taken)


def tag_finder(known: Iterable[Tag], new_id: Callable[[], UUID]) -> Callable[[str], Tag]:
    """Return what finds a tag by label, whatever its case; a new label gets a tag that is stored with its article."""
    return _finder(_by_label(known), new_id)


def _by_label(tags: Iterable[Tag]) -> dict[str, Tag]:
    return {fold(tag.label): tag for tag in tags}


def _finder(tags: dict[str, Tag], new_id: Callable[[], UUID]) -> Callable[[str], Tag]:
    """Find among `tags`, which new labels are added to: later files of one import know them too."""

    def find(label: str) -> Tag:
        folded = fold(label)
        if folded not in tags:
            tags[folded] = Tag(id=new_id(), label=label)
        return tags[folded]

    return find


def _read_file(
    store: "Store",
    file: SourceFile,
    media: MediaFinder,
    known: dict[str, Tag],
    *,
    language: str,
    new_id: Callable[[], UUID],
) -> Read:
    is_markdown = Path(file.name).suffix.casefold() in _MARKDOWN_SUFFIXES
    original = Original(name=file.name, media_type="text/markdown" if is_markdown else "text/plain", data=file.data)
    read = _read(store, file.text, original, known, name=file.name, language=language, new_id=new_id, media=media)
    if file.encoding.sure:
        return read
    # A wrong guess garbles names only here and there: nobody would look for it untold.
    guess = f"{file.name} does not say its encoding and was read as {file.encoding.codec}: check its accents."
    return replace(read, imported=replace(read.imported, warnings=(guess, *read.imported.warnings)))


def _read_word(
    store: "Store", file: SourceFile, *, language: str, new_id: Callable[[], UUID], media: MediaStore | None
) -> Read:
    from deskeditor.ingest.docx_file import read_word_article

    imported = read_word_article(
        file.data,
        name=file.name,
        base=new_article(new_id(), store.now(), language=language),
        adopt=media.adopt if media is not None else None,
    )
    return Read(imported=imported, original=Original(name=file.name, media_type=WORD_TYPE, data=file.data))


def _read(
    store: "Store",
    text: str,
    original: Original,
    known: dict[str, Tag],
    *,
    name: str = "",
    language: str,
    new_id: Callable[[], UUID],
    media: MediaFinder,
) -> Read:
    imported = read_article(
        text,
        name=name,
        base=new_article(new_id(), store.now(), language=language),
        tag_named=_finder(known, new_id),
        new_id=new_id,
        known_tags=[tag.label for tag in known.values()],
        media=media,
    )
    return Read(imported=imported, original=original)
