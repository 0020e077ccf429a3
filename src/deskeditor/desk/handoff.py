"""A piece goes to another desk as one file, and comes back: nothing is lost, and taking it twice changes nothing."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID

from deskeditor.article.article import Article, Person
from deskeditor.desk.leaving import leaving
from deskeditor.desk.merging import Merge, merged_articles
from deskeditor.desk.story_copy import readable_copy
from deskeditor.desk.story_file import (
    LARGEST,
    STORY_TYPE,
    SUFFIX,
    Story,
    evidence_named,
    is_story,
    pictures_named,
    read_story,
    same_state,
    write_story,
)
from deskeditor.desk.writing import write_files
from deskeditor.errors import DeskError, InputError
from deskeditor.export.file_names import file_stem
from deskeditor.media import MediaStore
from deskeditor.media.evidence_store import EvidenceStore
from deskeditor.paths import evidence_folder, media_folder
from deskeditor.store.values import ExportRecord, Gone, Original, RevisionReason, StoredArticle

if TYPE_CHECKING:
    from deskeditor.store import Store

FORMAT: Final = "hand-off"
"""What the export log calls a hand-off."""


_NOT_IT: Final = "A file in the hand-off is not the one that the article names: ask for it once more."


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """Where a store keeps pictures, and where the files of sources."""

    media: MediaStore
    evidence: EvidenceStore


def files_of(folder: Path) -> Files:
    """The files of the store in `folder`."""
    return Files(media=MediaStore(media_folder(folder)), evidence=EvidenceStore(evidence_folder(folder)))


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOff:
    """Where a hand-off was written; `missing` are files that the article names and the store lacks."""

    article_id: UUID
    path: Path
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What came of a hand-off: a check copy of a piece that was not here, or what `merge` brought into it."""

    article: Article
    counter: int
    sender: str
    merge: Merge | None = None
    again: bool = False
    """The very same file was taken before: nothing was changed."""


def story_name(article: Article) -> str:
    """The name that an article's hand-off gets where none is given."""
    return f"{file_stem(article)}{SUFFIX}"


def hand_off(store: "Store", article_id: UUID, *, to: Path, files: Files, person: Person) -> HandedOff:
    """Write an article with all of its checking to the file `to`, or into that folder, and keep what was sent.

    Contacts and whoever spoke off the record stay here. Raises DeskError where the file can't be written.
    """
    article = store.load(article_id).article
    outward = leaving(article)
    received = _received(store, article_id)
    media = {name: files.media.read(name) for name in pictures_named(outward) if files.media.has(name)}
    evidence = {name: files.evidence.read(name) for name in evidence_named(outward) if files.evidence.has(name)}
    base = received[-1].article if received else outward
    story = Story(article=outward, base=base, sender=person.name, media=media, evidence=evidence)
    data = write_story(story, readable=readable_copy(outward, sender=person.name))
    if len(data) > LARGEST:
        raise DeskError(
            f"The evidence comes to more than {LARGEST // 1_000_000} MB, too much for a hand-off: "
            "take large files out of the sources and send them by themselves."
        )
    target = _target(to, article)
    path = write_files(target.parent, {target.name: data})[target.name]
    at = store.now()
    with store.together():
        revision = store.keep_revision(article, reason=RevisionReason.HANDOFF, person=person, at=at)
        store.log_export(
            ExportRecord(
                article_id=article_id,
                at=at,
                person=person,
                format=FORMAT,
                path=str(path),
                profile="",
                revision_id=revision.id,
            )
        )
    named = (*pictures_named(outward), *evidence_named(outward))
    missing = tuple(name for name in named if name not in media and name not in evidence)
    return HandedOff(article_id=article_id, path=path, missing=missing)


def _target(to: Path, article: Article) -> Path:
    place = to.expanduser().absolute()
    if place.is_dir() or str(to).endswith(("/", os.sep)):
        return place / story_name(article)
    return place if place.suffix else place.with_name(f"{place.name}{SUFFIX}")


def is_story_file(path: Path) -> bool:
    """Whether the file at `path` is a hand-off, by its first bytes; False for what can't be read."""
    try:
        with path.open("rb") as file:
            return is_story(file.read(100))
    except OSError:
        return False


def read_story_file(path: Path) -> Story:
    """Read a hand-off from disk. Raises InputError where it can't be read, or is none."""
    named = f"“{path.name}”"
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise InputError(f"{named} can't be read: {error.strerror or error}.") from error
    return read_story(data, named)


def take_story(store: "Store", story: Story, *, files: Files, person: Person, known_only: bool = False) -> Taken:
    """Take in a hand-off: a piece that is not here becomes a check copy, one that is here is merged.

    `known_only` refuses the first. Raises InputError, with no article changed.
    """
    try:
        stored = store.load(story.article.id)
    except Gone:
        if known_only:
            raise InputError(
                f"“{story.article.headline.text or 'No headline'}” is not in this store, so there is nothing to merge "
                "it with: `deskeditor import` makes a check copy of it."
            ) from None
        stored = None
    _adopt(story, files)
    original = _original(story)
    if stored is None:
        return _begin(store, story, original, person)
    if original in store.originals(story.article.id):
        return Taken(article=stored.article, counter=stored.counter, sender=story.sender, again=True)
    return _merge(store, story, stored, original, person)


def _begin(store: "Store", story: Story, original: Original, person: Person) -> Taken:
    article = story.article
    with store.together():
        saved = store.save(article, expected=None)
        store.keep_original(article.id, original)
        store.keep_revision(article, reason=RevisionReason.IMPORT, person=person, at=store.now())
    return Taken(article=article, counter=saved.counter, sender=story.sender)


def _merge(store: "Store", story: Story, stored: StoredArticle, original: Original, person: Person) -> Taken:
    now = store.now()
    merge = merged_articles(
        _common(store, story), stored.article, story.article, sender=story.sender or "another desk", now=now
    )
    is_changed = merge.article != stored.article
    article = replace(merge.article, modified=now) if is_changed else stored.article
    counter = stored.counter
    sender = Person(name=story.sender or "Another desk")
    with store.together():
        if is_changed:
            store.keep_revision(stored.article, reason=RevisionReason.WORK_TIME, person=person, at=now)
            # What came is kept whole: where both changed a field, the other's value is in the history.
            store.keep_revision(
                replace(story.article, id=article.id), reason=RevisionReason.IMPORT, person=sender, at=now
            )
            counter = store.save(article, expected=stored.counter).counter
            store.keep_revision(article, reason=RevisionReason.WORK_TIME, person=person, at=now)
        store.keep_original(article.id, original)
    return Taken(article=article, counter=counter, sender=story.sender, merge=replace(merge, article=article))


def _common(store: "Store", story: Story) -> Article:
    """The last state that both desks had.

    It is what the other desk began with, if that was sent from here; else what came from there last.
    """
    article_id = story.article.id
    sent = (
        leaving(store.revision_article(revision.id))
        for revision in store.revisions(article_id)
        if revision.reason is RevisionReason.HANDOFF
    )
    if any(same_state(one, story.base) for one in sent):
        return story.base
    received = _received(store, article_id)
    return received[-1].article if received else story.base


def _received(store: "Store", article_id: UUID) -> Sequence[Story]:
    """The hand-offs of an article that were taken in here, without their files, in their order."""
    return [
        read_story(original.data, original.name)
        for original in store.originals(article_id)
        if original.media_type == STORY_TYPE
    ]


def _original(story: Story) -> Original:
    """What is kept of a hand-off beside its article: all but the files, which lie in the store."""
    name = story_name(story.article)
    return Original(name=name, media_type=STORY_TYPE, data=write_story(replace(story, media={}, evidence={})))


def _adopt(story: Story, files: Files) -> None:
    for name, data in story.media.items():
        if not files.media.has(name) and files.media.adopt(data) != name:
            raise InputError(_NOT_IT)
    for name, data in story.evidence.items():
        if not files.evidence.has(name) and files.evidence.adopt(data, name) != name:
            raise InputError(_NOT_IT)
