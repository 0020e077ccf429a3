"""Finished pieces leave as files: checked first, written whole or not at all, and logged."""

import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from deskeditor.article.article import Article, Person
from deskeditor.article.finding import Finding
from deskeditor.errors import DeskError
from deskeditor.export.formats import ExtraFile, Format, Rendered, render
from deskeditor.media import MediaReader
from deskeditor.preflight import blocking, preflight
from deskeditor.profile import Profile
from deskeditor.store.store import Store
from deskeditor.store.values import ExportRecord, RevisionReason


class Blocked(DeskError):
    """Findings stand in the way of an export: each is to be mended, or passed over with a reason."""

    def __init__(self, article: Article, findings: tuple[Finding, ...]) -> None:
        said = " ".join(finding.text for finding in findings)
        super().__init__(f"“{article.headline.text or 'No headline'}” can't be exported yet. {said}")
        self.findings = findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """The files of one article and format, the main one first."""

    article_id: UUID
    format: Format
    paths: tuple[Path, ...]


def export_articles(
    store: Store,
    ids: Sequence[UUID],
    *,
    folder: Path,
    formats: Sequence[Format],
    profile: Profile,
    media: MediaReader,
    person: Person,
    override: str = "",
) -> tuple[Exported, ...]:
    """Write the articles into `folder`, made where there is none.

    `override` is the reason for passing blocking findings over, and is recorded. Raises Blocked
    before anything is written where one of the articles has blocking findings and no reason is
    given, and DeskError where a file can't be written; a failing article leaves no file of its own.
    """
    articles = [store.load(article_id).article for article_id in ids]
    for article in articles:
        faults = blocking(preflight(article, profile, now=store.now(), media=media))
        if faults and not override:
            raise Blocked(article, faults)
    taken: dict[str, UUID] = {}
    return tuple(
        exported
        for article in articles
        for exported in _export(store, article, folder, formats, profile, media, person, override, taken)
    )


def _export(
    store: Store,
    article: Article,
    folder: Path,
    formats: Sequence[Format],
    profile: Profile,
    media: MediaReader,
    person: Person,
    override: str,
    taken: dict[str, UUID],
) -> list[Exported]:
    rendered = [(fmt, _named_apart(render(article, fmt, profile, media=media), article, taken)) for fmt in formats]
    exported = [Exported(article_id=article.id, format=fmt, paths=write_files(folder, page)) for fmt, page in rendered]
    at = store.now()
    with store.together():
        revision = store.keep_revision(article, reason=RevisionReason.EXPORT, person=person, at=at)
        for one in exported:
            store.log_export(
                ExportRecord(
                    article_id=article.id,
                    at=at,
                    person=person,
                    format=one.format.value,
                    path=str(one.paths[0]),
                    profile=profile.name,
                    override=override,
                    revision_id=revision.id,
                )
            )
    return exported


def _named_apart(page: Rendered, article: Article, taken: dict[str, UUID]) -> Rendered:
    """Two articles of one export that would have the same file name get names apart, the second its id's start."""
    owner = taken.setdefault(page.name, article.id)
    if owner == article.id:
        return page
    stem, dot, rest = page.name.partition(".")
    return Rendered(name=f"{stem}-{article.id.hex[:8]}{dot}{rest}", data=page.data, files=page.files)


def write_files(folder: Path, page: Rendered) -> tuple[Path, ...]:
    """Write a page and the files beside it, each under a temporary name first; returns their paths.

    Raises DeskError where that fails: then no file is there that was not there before.
    """
    files = (*page.files, ExtraFile(path=page.name, data=page.data))
    partial: list[tuple[Path, Path]] = []
    try:
        for file in files:
            target = folder / file.path
            target.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=target.parent, prefix=".exporting-")
            partial.append((Path(name), target))
            with os.fdopen(handle, "wb") as out:
                out.write(file.data)
        for temporary, target in partial:
            # A temporary file is for its owner's eyes; what is published is for everyone's.
            temporary.chmod(0o644)
            os.replace(temporary, target)
    except OSError as error:
        for temporary, _ in partial:
            temporary.unlink(missing_ok=True)
        where = error.filename or folder
        raise DeskError(f"Nothing was exported: {where} can't be written ({error.strerror or error}).") from error
    return tuple(target for _, target in reversed(partial))
