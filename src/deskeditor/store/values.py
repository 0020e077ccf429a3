"""What comes out of the store: frozen values, never rows."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from deskeditor.article.article import Article, Person
from deskeditor.article.tags import Tag
from deskeditor.article.workflow import Stage
from deskeditor.errors import DeskError, StoreError


class Order(StrEnum):
    """How a list of articles stands."""

    BEST = "best"
    """Best match first; without search words, as CHANGED."""
    CHANGED = "changed"
    """Last changed first."""
    DUE = "due"
    """Due soonest first, then those without a due time, last changed first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleQuery:
    """Which articles to list. Empty stages mean all; `assignee` is a person's name; every text is legal."""

    text: str = ""
    stages: frozenset[Stage] = frozenset()
    tag: UUID | None = None
    assignee: str | None = None
    order: Order = Order.BEST
    limit: int = 100
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleHead:
    """An article's line in a list.

    `snippet` is a stretch of the article's own words, around the first match where words were
    searched; `snippet_matches` are its matches as code-point ranges. `checked` is how many of its claims
    are settled, and how many it has.
    """

    id: UUID
    counter: int
    headline: str
    stage: Stage
    tags: tuple[Tag, ...]
    modified: datetime
    created: datetime
    due: datetime | None
    assignee: Person | None
    word_count: int
    language: str
    section: str
    slugline: str
    on_hold: bool
    snippet: str
    snippet_matches: tuple[tuple[int, int], ...] = ()
    checked: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredArticle:
    """An article and the counter that its next save must name."""

    article: Article
    counter: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """That a save is on disk: the article's new counter, and when."""

    counter: int
    at: datetime


class Conflict(DeskError):
    """The stored article is not the one that was edited; `stored` is what the store holds now."""

    def __init__(self, stored: StoredArticle) -> None:
        super().__init__(
            "The article was changed elsewhere since it was opened: keep your text as a copy, or open the stored one."
        )
        self.stored = stored


class Gone(StoreError):
    """There is no article of that id in the store."""

    def __init__(self) -> None:
        super().__init__("That article is not in this store: look at the list for the one you mean.")


class Superseded(Exception):
    """A newer read took this one's place: its answer is no longer wanted."""


class RevisionReason(StrEnum):
    """Why a revision was kept."""

    CLOSED = "closed"
    STAGE = "stage"
    EXPORT = "export"
    NAMED_SAVE = "named save"
    RESTORE = "restore"
    HANDOFF = "hand-off"
    WORK_TIME = "work time"
    IMPORT = "import"


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A kept state of an article: who kept it, when, why and, for a named save, under which name."""

    id: UUID
    article_id: UUID
    at: datetime
    person: Person
    reason: RevisionReason
    name: str
    headline: str
    word_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """What an article was imported from, byte for byte."""

    name: str
    media_type: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRecord:
    """A line of the export log. `override` is why blocking findings were passed over, else empty."""

    article_id: UUID
    at: datetime
    person: Person
    format: str
    path: str
    profile: str
    override: str = ""
    revision_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """A program at work on the store."""

    id: UUID
    program: str
    person: str
    host: str
    process: int
    beat: datetime
