"""Claims: what a piece says that can be checked, each with its query, its verdict and the sources it stands on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from deskeditor.article.line import is_label
from deskeditor.article.notes import Remark
from deskeditor.article.place import Place


class ClaimKind(StrEnum):
    """What is to be checked about the words; it is guessed, and never asked for."""

    NAME = "name"
    NUMBER = "number"
    DATE = "date"
    QUOTATION = "quotation"
    TITLE = "title"
    """A person's title, or who said something."""
    PARAPHRASE = "paraphrase"
    PICTURE = "picture"
    BACKGROUND = "background"


class Verdict(StrEnum):
    """What a checker found."""

    OK = "ok"
    OK_ON_AUTHOR = "ok_on_author"
    """The writer's word is all there is: counted apart."""
    CHANGE = "change"
    """It must read otherwise: the query says how."""
    CANT_STAND_UP = "cant_stand_up"
    DISPUTED = "disputed"
    NOT_CHECKABLE = "not_checkable"
    """An opinion, or common knowledge."""


class CheckLevel(StrEnum):
    """How much of a piece is to be checked."""

    NONE = "none"
    KEY_FACTS = "key_facts"
    """Names, numbers, quotations, the headline and the bullets."""
    LINE_BY_LINE = "line_by_line"


class Addressee(StrEnum):
    """Who is to answer a query."""

    EDITOR = "editor"
    WRITER = "writer"
    SOURCE = "source"


class Standing(StrEnum):
    """Whether a claim lies on its words."""

    PLACED = "placed"
    UNSURE = "unsure"
    """The words changed elsewhere, and where they are now is a guess."""
    LOST = "lost"
    """The words changed elsewhere, and are nowhere to be found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What tells where a claim's words stood, in case the text is changed elsewhere."""

    quote: str
    prefix: str = ""
    suffix: str = ""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """That a claim stands on a source, and where in it: a page, a paragraph, a timecode, a pasted line."""

    source: int
    locator: str = ""
    contradicts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A verdict, and the words that were judged. `at` is an aware instant."""

    verdict: Verdict
    words: str
    by: str
    at: datetime
    passage: str = ""
    """For a bullet's claim that agrees with the body: the words of the passage that it was compared with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A question that is out: how the words might read instead, and who is to answer. `at` is an aware instant."""

    question: str
    by: str
    at: datetime
    to: Addressee = Addressee.EDITOR
    wording: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stet:
    """That the words run as they are, by whose decision and why. `words` are those it was decided of."""

    by: str
    why: str
    at: datetime
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Words that are to be checked. They carry the claim mark of the same id.

    `number` is what people call it by: never changed, and never given again.
    """

    id: str
    number: int
    kind: ClaimKind
    anchor: Anchor
    by: str = ""
    judgement: Judgement | None = None
    query: Query | None = None
    stet: Stet | None = None
    thread: tuple[Remark, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    reworded: str = ""
    """The words that the editor put others in the place of, until those are checked."""
    priority: bool = False
    """Words that a lawyer or the desk wants checked before all others."""
    standing: Standing = Standing.PLACED

    def __post_init__(self) -> None:
        if not is_label(self.id) or self.number < 1:
            raise ValueError(f"claim {self.id!r} with number {self.number}")
        if self.judgement is not None and self.judgement.at.tzinfo is None:
            raise ValueError("a verdict's time is an aware instant")


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """What happened to a claim: never undone, undoing is an entry of its own. `at` is an aware instant."""

    claim: int
    at: datetime
    by: str
    text: str


def claim_with(claims: Iterable[Claim], claim_id: str) -> Claim | None:
    """The claim of that id, or None."""
    return next((claim for claim in claims if claim.id == claim_id), None)
