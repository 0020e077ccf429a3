"""Sources: the numbered list of what a piece stands on, the reporter's backup."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class SourceKind(StrEnum):
    """What a source is."""

    PAGE = "page"
    DOCUMENT = "document"
    CALL = "call"
    INTERVIEW = "interview"
    MESSAGE = "message"
    RECORDING = "recording"
    EVENT = "event"
    OTHER = "other"


class Terms(StrEnum):
    """On what terms a person spoke."""

    ON_RECORD = "on_record"
    BACKGROUND = "background"
    OFF_RECORD = "off_record"
    """Who it was never leaves the desk: no export, no report, no hand-off says it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One source of an article. Its number is given once, and never changed or given again.

    `media` names a stored file, `<sha256>.<ext>`, `file_name` what it was called; `date` is as the
    person wrote it. `primary` is None where nobody said.
    """

    number: int
    title: str
    kind: SourceKind = SourceKind.OTHER
    url: str = ""
    archived_url: str = ""
    media: str = ""
    file_name: str = ""
    date: str = ""
    person: str = ""
    contact: str = ""
    terms: Terms = Terms.ON_RECORD
    primary: bool | None = None
    remark: str = ""

    def __post_init__(self) -> None:
        if self.number < 1 or not self.title.strip():
            raise ValueError("a source has a number and a title")


def source_numbered(sources: Iterable[Source], number: int) -> Source | None:
    """The source of that number, or None."""
    return next((source for source in sources if source.number == number), None)


def shareable(source: Source) -> Source:
    """The source as it may leave the desk: of one off the record nothing that tells who it was."""
    if source.terms is not Terms.OFF_RECORD:
        return replace(source, contact="")
    return Source(number=source.number, title="Off the record", kind=source.kind, terms=source.terms)
