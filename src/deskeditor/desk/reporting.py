"""The fact-check report of an article, written to a file: of the state that is kept with it, and logged."""

from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID

from deskeditor.article.article import Person
from deskeditor.article.workflow import Stage
from deskeditor.desk.writing import write_files
from deskeditor.export.report import render_report, report_format
from deskeditor.export.reported import Kept, Reported, SignedOff
from deskeditor.factcheck.levels import level_of
from deskeditor.profile import Profile
from deskeditor.store.values import ExportRecord, Revision, RevisionReason

if TYPE_CHECKING:
    from deskeditor.store import Store

_SIGNED_OFF: Final = frozenset({Stage.READY, Stage.PUBLISHED, Stage.WITHDRAWN})


def write_report(
    store: "Store", article_id: UUID, path: Path, *, profile: Profile, person: Person, shareable: bool = False
) -> Path:
    """Write the article's fact-check report to `path`, whose suffix names the format, and return where it lies.

    The article is kept as a revision, which the report names. Raises DeskError for a suffix that is no
    report's, and where the file can't be written.
    """
    path = path.expanduser().absolute()
    fmt = report_format(path.suffix)
    article = store.load(article_id).article
    revision = store.keep_revision(article, reason=RevisionReason.EXPORT, person=person)
    reported = Reported(
        article=article,
        kept=_kept(revision),
        level=level_of(article, profile),
        signed_off=signed_off(store, article_id),
    )
    data = render_report(reported, fmt, profile, shareable=shareable)
    written = write_files(path.parent, {path.name: data})[path.name]
    store.log_export(
        ExportRecord(
            article_id=article_id,
            at=store.now(),
            person=person,
            format="shareable check report" if shareable else "check report",
            path=str(written),
            profile=profile.name,
            revision_id=revision.id,
        )
    )
    return written


def signed_off(store: "Store", article_id: UUID) -> SignedOff | None:
    """The state in which an article was last moved past checking, None where it never was."""
    found: SignedOff | None = None
    was_past = False
    for revision in reversed(store.revisions(article_id)):
        if revision.reason is not RevisionReason.STAGE:
            continue
        article = store.revision_article(revision.id)
        is_past = article.stage in _SIGNED_OFF
        if is_past and not was_past:
            found = SignedOff(kept=_kept(revision), article=article)
        was_past = is_past
    return found


def _kept(revision: Revision) -> Kept:
    return Kept(id=revision.id, at=revision.at, by=revision.person.name)
