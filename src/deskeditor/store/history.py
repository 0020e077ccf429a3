"""What is kept beside an article: revisions, originals and the export log. Nothing here is ever rewritten."""

import zlib
from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session, defer

from deskeditor.article.article import Article, Person
from deskeditor.errors import StoreError
from deskeditor.language.words import body_words
from deskeditor.store.articles import article_row
from deskeditor.store.content import fingerprint, load_snapshot, snapshot, storable
from deskeditor.store.models import ArticleRow, ExportRow, OriginalRow, RevisionRow
from deskeditor.store.values import ExportRecord, Original, Revision, RevisionReason

_ALWAYS_KEPT: Final = frozenset({RevisionReason.NAMED_SAVE, RevisionReason.HANDOFF})


def keep_revision(
    session: Session, article: Article, *, reason: RevisionReason, person: Person, at: datetime, name: str = ""
) -> Revision:
    """Keep the article as it is. Where nothing changed since the last revision, that one is returned.

    A named save and a hand-off are always kept: who asks for one wants to find it, and what comes back is
    compared with what was sent.
    """
    owner = article_row(session, article.id)
    last = session.scalar(
        select(RevisionRow)
        .options(defer(RevisionRow.snapshot))
        .where(RevisionRow.article_pk == owner.pk)
        .order_by(RevisionRow.pk.desc())
        .limit(1)
    )
    state = fingerprint(article)
    if last is not None and last.fingerprint == state and reason not in _ALWAYS_KEPT:
        return _revision(last, article.id)
    row = RevisionRow(
        id=uuid4(),
        article_pk=owner.pk,
        at=at,
        person_name=storable(person.name),
        person_initials=storable(person.initials),
        reason=reason.value,
        name=storable(name),
        headline=storable(article.headline.text),
        word_count=body_words(article.body),
        fingerprint=state,
        snapshot=snapshot(article),
    )
    session.add(row)
    session.flush()
    return _revision(row, article.id)


def revisions(session: Session, article_id: UUID) -> tuple[Revision, ...]:
    """Return the article's revisions, newest first."""
    rows = session.scalars(
        select(RevisionRow)
        .options(defer(RevisionRow.snapshot))
        .join(ArticleRow)
        .where(ArticleRow.id == article_id)
        .order_by(RevisionRow.pk.desc())
    )
    return tuple(_revision(row, article_id) for row in rows)


def revision_article(session: Session, revision_id: UUID) -> Article:
    """Return the article as a revision kept it. Raises StoreError where there is none of that id."""
    data = session.scalar(select(RevisionRow.snapshot).where(RevisionRow.id == revision_id))
    if data is None:
        raise StoreError("That revision is not in this store: look at the article's history.")
    return load_snapshot(data)


def _revision(row: RevisionRow, article_id: UUID) -> Revision:
    return Revision(
        id=row.id,
        article_id=article_id,
        at=row.at,
        person=Person(name=row.person_name, initials=row.person_initials),
        reason=RevisionReason(row.reason),
        name=row.name,
        headline=row.headline,
        word_count=row.word_count,
    )


def keep_original(session: Session, article_id: UUID, original: Original, at: datetime) -> None:
    """Keep what the article was imported from; the same bytes under the same name are kept once."""
    owner = article_row(session, article_id)
    if original in originals(session, article_id):
        return
    session.add(
        OriginalRow(
            article_pk=owner.pk,
            kept=at,
            name=storable(original.name),
            media_type=original.media_type,
            data=zlib.compress(original.data),
        )
    )


def originals(session: Session, article_id: UUID) -> tuple[Original, ...]:
    """Return what the article was imported from, first import first."""
    rows = session.scalars(
        select(OriginalRow).join(ArticleRow).where(ArticleRow.id == article_id).order_by(OriginalRow.pk)
    )
    return tuple(Original(name=row.name, media_type=row.media_type, data=zlib.decompress(row.data)) for row in rows)


def log_export(session: Session, record: ExportRecord) -> None:
    """Add a line to the export log."""
    session.add(
        ExportRow(
            article_pk=article_row(session, record.article_id).pk,
            revision_id=record.revision_id,
            at=record.at,
            person_name=storable(record.person.name),
            person_initials=storable(record.person.initials),
            format=record.format,
            path=storable(record.path),
            profile=storable(record.profile),
            override=storable(record.override),
        )
    )


def exports(session: Session, article_id: UUID) -> tuple[ExportRecord, ...]:
    """Return the article's exports, newest first."""
    rows = session.scalars(
        select(ExportRow).join(ArticleRow).where(ArticleRow.id == article_id).order_by(ExportRow.pk.desc())
    )
    return tuple(
        ExportRecord(
            article_id=article_id,
            revision_id=row.revision_id,
            at=row.at,
            person=Person(name=row.person_name, initials=row.person_initials),
            format=row.format,
            path=row.path,
            profile=row.profile,
            override=row.override,
        )
        for row in rows
    )


def exported_as(session: Session, path: str) -> UUID | None:
    """Return the article that was last exported to `path`, or None."""
    return session.scalar(
        select(ArticleRow.id)
        .join(ExportRow)
        .where(ExportRow.path == storable(path))
        .order_by(ExportRow.pk.desc())
        .limit(1)
    )
