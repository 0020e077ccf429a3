"""The tables as SQLAlchemy sees them; no row of them leaves this package."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import DateTime, Dialect, ForeignKey, Index, LargeBinary, MetaData, String, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Instant(TypeDecorator[datetime]):
    """An aware instant, kept in UTC so that text sorts as time."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Write in UTC; a naive time is refused."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("the store keeps aware instants")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Read as an aware instant in UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """The declarative base: one naming rule for constraints, so that migrations can name them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: dict[Any, Any] = {  # noqa: RUF012 (SQLAlchemy reads it as it is)
        datetime: Instant,
        str: Text,
        bytes: LargeBinary,
    }


class ArticleRow(Base):
    """What lists show of an article; its content lies apart so that listing reads few pages."""

    __tablename__ = "article"

    pk: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(unique=True)
    counter: Mapped[int]
    saved: Mapped[datetime]
    created: Mapped[datetime]
    modified: Mapped[datetime]
    stage: Mapped[str] = mapped_column(String(16))
    headline: Mapped[str]
    opening: Mapped[str]
    word_count: Mapped[int]
    language: Mapped[str]
    section: Mapped[str]
    slugline: Mapped[str]
    on_hold: Mapped[bool]
    due: Mapped[datetime | None]
    # Seconds from the due time to the year 9999, 0 without one: sorts downwards like `modified`.
    urgency: Mapped[int]
    assignee_name: Mapped[str | None]
    assignee_initials: Mapped[str]
    claims_settled: Mapped[int] = mapped_column(server_default="0")
    claims_total: Mapped[int] = mapped_column(server_default="0")

    __table_args__ = (
        Index(None, "modified"),
        Index(None, "urgency", "modified"),
        Index(None, "stage", "modified"),
        Index(None, "stage", "urgency", "modified"),
        Index(None, "assignee_name", "modified"),
    )


class ContentRow(Base):
    """The article itself: versioned JSON, and its words as plain text, which snippets are cut from."""

    __tablename__ = "article_content"

    article_pk: Mapped[int] = mapped_column(ForeignKey("article.pk", ondelete="CASCADE"), primary_key=True)
    content: Mapped[str]
    plain_text: Mapped[str]


class ClaimRow(Base):
    """A claim that something was said of, to be found by its words; `verdict` is empty where there is none yet."""

    __tablename__ = "claim"

    pk: Mapped[int] = mapped_column(primary_key=True)
    article_pk: Mapped[int] = mapped_column(ForeignKey("article.pk", ondelete="CASCADE"), index=True)
    claim_id: Mapped[str]
    number: Mapped[int]
    kind: Mapped[str] = mapped_column(String(16))
    verdict: Mapped[str] = mapped_column(String(16))
    words: Mapped[str]


class QueryRow(Base):
    """A query that is out, as the person who is to answer it sees it in a list."""

    __tablename__ = "query"

    pk: Mapped[int] = mapped_column(primary_key=True)
    article_pk: Mapped[int] = mapped_column(ForeignKey("article.pk", ondelete="CASCADE"), index=True)
    claim_id: Mapped[str]
    number: Mapped[int]
    words: Mapped[str]
    question: Mapped[str]
    wording: Mapped[str]
    asked_by: Mapped[str]
    asked_of: Mapped[str] = mapped_column(String(16))
    asked_at: Mapped[datetime]


class TagRow(Base):
    """A tag of the desk; a merged one leads to the tag it went into."""

    __tablename__ = "tag"

    pk: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(unique=True)
    label: Mapped[str]
    folded: Mapped[str] = mapped_column(index=True)
    merged_into: Mapped[int | None] = mapped_column(ForeignKey("tag.pk"), index=True)


class ArticleTagRow(Base):
    """That an article carries a tag, and at which place of its list."""

    __tablename__ = "article_tag"

    article_pk: Mapped[int] = mapped_column(ForeignKey("article.pk", ondelete="CASCADE"), primary_key=True)
    tag_pk: Mapped[int] = mapped_column(ForeignKey("tag.pk"), primary_key=True, index=True)
    position: Mapped[int]


class RevisionRow(Base):
    """A kept state: `snapshot` is the article's JSON, compressed; equal states have equal fingerprints."""

    __tablename__ = "revision"

    pk: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(unique=True)
    article_pk: Mapped[int] = mapped_column(ForeignKey("article.pk", ondelete="CASCADE"), index=True)
    at: Mapped[datetime]
    person_name: Mapped[str]
    person_initials: Mapped[str]
    reason: Mapped[str] = mapped_column(String(16))
    name: Mapped[str]
    headline: Mapped[str]
    word_count: Mapped[int]
    fingerprint: Mapped[str] = mapped_column(String(64))
    snapshot: Mapped[bytes]


class OriginalRow(Base):
    """What an article was imported from; `data` is compressed."""

    __tablename__ = "original"

    pk: Mapped[int] = mapped_column(primary_key=True)
    article_pk: Mapped[int] = mapped_column(ForeignKey("article.pk", ondelete="CASCADE"), index=True)
    kept: Mapped[datetime]
    name: Mapped[str]
    media_type: Mapped[str]
    data: Mapped[bytes]


class ExportRow(Base):
    """A line of the export log."""

    __tablename__ = "export"

    pk: Mapped[int] = mapped_column(primary_key=True)
    article_pk: Mapped[int] = mapped_column(ForeignKey("article.pk", ondelete="CASCADE"), index=True)
    revision_id: Mapped[UUID | None]
    at: Mapped[datetime]
    person_name: Mapped[str]
    person_initials: Mapped[str]
    format: Mapped[str]
    path: Mapped[str]
    profile: Mapped[str]
    override: Mapped[str]


class SettingRow(Base):
    """What the desk remembers of itself, as JSON under a key."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class LeaseRow(Base):
    """A program at work on the store, alive as long as its beat is fresh."""

    __tablename__ = "lease"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    program: Mapped[str]
    person: Mapped[str]
    host: Mapped[str]
    process: Mapped[int]
    beat: Mapped[datetime]
