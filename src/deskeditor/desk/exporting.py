"""Finished pieces leave as files: checked first, written whole or not at all, and logged."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from deskeditor.article.article import Article, Person
from deskeditor.article.finding import Finding
from deskeditor.desk.checks import blocking, findings
from deskeditor.desk.writing import write_files
from deskeditor.errors import DeskError
from deskeditor.export import Format, Rendered, render
from deskeditor.media import MediaReader
from deskeditor.profile import Profile
from deskeditor.store.values import ExportRecord, RevisionReason

if TYPE_CHECKING:
    from deskeditor.store import Store


class Blocked(DeskError):
    """Findings stand in the way of an export: each is to be mended, or passed over with a reason."""

    def __init__(self, article: Article, findings: tuple[Finding, ...]) -> None:
        said = " ".join(finding.text for finding in findings)
        super().__init__(f"“{article.headline.text or 'No headline'}” can't be exported yet. {said}")
        self.article = article
        self.findings = findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """The files of one article and format, the main one first."""

    article_id: UUID
    format: Format
    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outgoing:
    """An article on its way out, and the blocking findings that someone passed over."""

    article: Article
    passed_over: tuple[Finding, ...]


def export_articles(
    store: "Store",
    ids: Sequence[UUID],
    *,
    folder: Path,
    formats: Sequence[Format],
    profile: Profile,
    media: MediaReader,
    person: Person,
    override: str = "",
) -> tuple[Exported, ...]:
    """Write the articles into `folder`, made where there is none. Nothing changes in an article.

    `override` is the reason for passing blocking findings over; it is logged with the articles that
    have some. Raises Blocked before anything is written where one of the articles has blocking
    findings and no reason is given, and DeskError where a file can't be written; a failing article
    leaves no file of its own.
    """
    reason = override.strip()
    folder = folder.expanduser().absolute()
    outgoing = [_checked(store, article_id, profile, media, reason) for article_id in dict.fromkeys(ids)]
    taken: dict[str, UUID] = {}
    exported: list[Exported] = []
    for one in outgoing:
        pages = [(fmt, render(one.article, fmt, profile, media=media)) for fmt in dict.fromkeys(formats)]
        named = [(fmt, _named_apart(store, page, one.article, folder, taken)) for fmt, page in pages]
        written = _write(folder, one.article, named)
        _log(store, one.article, written, profile, person, reason if one.passed_over else "")
        exported.extend(written)
    return tuple(exported)


def _checked(store: "Store", article_id: UUID, profile: Profile, media: MediaReader, reason: str) -> _Outgoing:
    article = store.load(article_id).article
    faults = blocking(findings(article, profile, now=store.now(), media=media))
    if faults and not reason:
        raise Blocked(article, faults)
    return _Outgoing(article=article, passed_over=faults)


def _named_apart(store: "Store", page: Rendered, article: Article, folder: Path, taken: dict[str, UUID]) -> Rendered:
    """No article takes another's file name, be it of this export or an earlier one: it gets its id's start too."""
    path = folder / page.name
    found = False
    with suppress(OSError):
        # A name too long for the disk is told when it is written.
        found = path.exists()
    # Names that differ in case only are one file on many disks.
    owner = taken.setdefault(page.name.casefold(), article.id)
    if found:
        owner = store.exported_as(str(path)) or owner
    if owner == article.id:
        return page
    stem, dot, rest = page.name.partition(".")
    return replace(page, name=f"{stem}-{article.id.hex[:8]}{dot}{rest}")


def _write(folder: Path, article: Article, pages: Sequence[tuple[Format, Rendered]]) -> list[Exported]:
    files = {extra.path: extra.data for _, page in pages for extra in page.files}
    files.update((page.name, page.data) for _, page in pages)
    paths = write_files(folder, files)
    return [
        Exported(
            article_id=article.id,
            format=fmt,
            paths=(paths[page.name], *(paths[extra.path] for extra in page.files)),
        )
        for fmt, page in pages
    ]


def _log(
    store: "Store", article: Article, written: Sequence[Exported], profile: Profile, person: Person, override: str
) -> None:
    at = store.now()
    with store.together():
        revision = store.keep_revision(article, reason=RevisionReason.EXPORT, person=person, at=at)
        for one in written:
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
