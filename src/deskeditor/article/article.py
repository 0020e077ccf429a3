"""The article: one frozen value of everything a desk knows of a piece."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from deskeditor.article.body import EMPTY_BODY, Body, Figure, leaf_lines
from deskeditor.article.claims import CheckLevel, Claim, LogEntry
from deskeditor.article.line import EMPTY_LINE, Line
from deskeditor.article.notes import Note
from deskeditor.article.sources import Source
from deskeditor.article.tags import Tag
from deskeditor.article.workflow import Stage


class Access(StrEnum):
    """Who may read the page."""

    FREE = "free"
    PREMIUM = "premium"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone of the desk: a name and initials. There are no accounts."""

    name: str
    initials: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryBullet:
    """A point of the published list above the body. Its id outlives edits and moves."""

    id: UUID
    line: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class BylineName:
    """A person named in the byline."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """The organisation a piece comes from."""

    name: str = ""
    url: str = ""
    about: str = ""

    def __bool__(self) -> bool:
        return bool(self.name or self.url or self.about)


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A related read: its title, and its address where known."""

    title: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A HOLD, or a wish for a legal read: raised by whom and why; `cleared_by` names who lifted it."""

    by: str
    why: str
    at: datetime
    cleared_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """That a piece went live: when, where, and the revision that did."""

    at: datetime
    url: str = ""
    outlet: str = ""
    revision: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The working item. `created` and `modified` are aware instants, `language` a BCP 47 tag.

    `check_level` is None where the profile's applies. `last_claim` and `last_source` are the highest
    numbers that were ever given; they and `claim_log` only grow, and are taken back by no undo.
    """

    id: UUID
    created: datetime
    modified: datetime
    headline: Line = EMPTY_LINE
    standfirst: Line = EMPTY_LINE
    summary: tuple[SummaryBullet, ...] = ()
    body: Body = field(default=EMPTY_BODY)
    tags: tuple[Tag, ...] = ()
    byline: tuple[BylineName, ...] = ()
    credit: Credit = Credit()
    section: str = ""
    dateline: str = ""
    slugline: str = ""
    language: str = "en"
    access: Access = Access.FREE
    related: tuple[Related, ...] = ()
    lead_image: Figure | None = None
    search_headline: str = ""
    social_headline: str = ""
    description: str = ""
    url_slug: str = ""
    embargo: datetime | None = None
    hold: Flag | None = None
    legal_read: Flag | None = None
    editors_note: Line = EMPTY_LINE
    usage_terms: str = ""
    assignee: Person | None = None
    due: datetime | None = None
    target_words: int | None = None
    desk_note: str = ""
    notes: tuple[Note, ...] = ()
    claims: tuple[Claim, ...] = ()
    sources: tuple[Source, ...] = ()
    check_level: CheckLevel | None = None
    last_claim: int = 0
    last_source: int = 0
    claim_log: tuple[LogEntry, ...] = ()
    stage: Stage = Stage.DRAFT
    spiked_from: Stage | None = None
    publication: Publication | None = None


def new_article(article_id: UUID, at: datetime, *, language: str = "en") -> Article:
    """An empty article made at the aware instant `at`."""
    if at.tzinfo is None:
        raise ValueError("an article's times are aware instants")
    return Article(id=article_id, created=at, modified=at, language=language)


_HOUSEKEEPING: Final = frozenset({"id", "created", "modified", "last_claim", "last_source", "claim_log"})


def is_blank(article: Article) -> bool:
    """Whether nothing was ever written into the article."""
    return all(
        getattr(article, name) == spec.default or name in _HOUSEKEEPING or name == "language"
        for name, spec in Article.__dataclass_fields__.items()
    )


def copy_lines(article: Article) -> Iterator[Line]:
    """Every line of the article's copy in its order: headline, standfirst, bullets, body, captions, cells."""
    yield article.headline
    yield article.standfirst
    yield from (bullet.line for bullet in article.summary)
    for leaf in article.body:
        yield from leaf_lines(leaf)


def moved_to(article: Article, stage: Stage) -> Article:
    """Return the article at `stage`, remembering where a spiked one came from."""
    spiked_from = article.stage if stage is Stage.SPIKED else None
    return replace(article, stage=stage, spiked_from=spiked_from)
