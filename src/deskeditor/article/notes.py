"""Notes: remarks of the desk on words of the copy, each with its thread, and edits that came in undecided."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from deskeditor.article.line import is_label


class NoteKind(StrEnum):
    """What a note says of its words."""

    REMARK = "remark"
    INSERTED = "inserted"
    """The words were put in by a tracked change that nobody has decided yet."""
    DELETED = "deleted"
    """A tracked change took words out beside these: the first remark's text is what went."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What one person wrote in a note. `at` is an aware instant, None where a file names none."""

    author: str
    text: str
    at: datetime | None = None

    def __post_init__(self) -> None:
        if not (isinstance(self.author, str) and isinstance(self.text, str)):
            raise TypeError("a remark's author and text are texts")
        if self.at is not None and self.at.tzinfo is None:
            raise ValueError("a remark's time is an aware instant")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A thread on words: the runs that carry the note mark of the same id. Nothing of it is ever published."""

    id: str
    thread: tuple[Remark, ...]
    kind: NoteKind = NoteKind.REMARK
    resolved: bool = False
    ahead: bool = False
    """What a deletion took out stood before the words that the note lies on, not behind them."""
    whole: bool = False
    """What a deletion took out was whole paragraphs, one a line: put back, they are paragraphs again."""

    def __post_init__(self) -> None:
        if not is_label(self.id):
            raise ValueError(f"note id {self.id!r}")
        if not self.thread:
            raise ValueError("a note without a remark")
        if not all(isinstance(said, bool) for said in (self.resolved, self.ahead, self.whole)):
            raise TypeError("what is said of a note is yes or no")


def note_with(notes: Iterable[Note], note_id: str) -> Note | None:
    """The note of that id, or None."""
    return next((note for note in notes if note.id == note_id), None)
