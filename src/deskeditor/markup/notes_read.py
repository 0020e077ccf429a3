"""What stood beside the words of a page: comments and undecided edits, as the notes that they become."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import Final
from urllib.parse import unquote

from deskeditor.article.line import Mark, MarkKind, Marks, clean_text, is_label
from deskeditor.article.notes import Note, NoteKind, Remark

MOST_NOTES: Final = 5_000
LONGEST_REMARK: Final = 20_000
"""Characters."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A tracked change as a page writes it; neighbours that are equal in all of this are one."""

    kind: NoteKind
    author: str
    at: datetime | None


@dataclass(slots=True)
class _Told:
    """An edit in the making: what it took out, piece by piece, and how long that is."""

    edit: Edit
    label: str
    parts: list[str] = field(default_factory=list)
    length: int = 0
    ahead: bool = False
    is_placed: bool = False
    """A word before what it took out tells of it."""
    whole: bool = False
    """So far it took out all there was of the lines it was in."""

    def add(self, text: str) -> None:
        """Take one more piece; what a remark can't hold is left out."""
        if self.length <= LONGEST_REMARK:
            self.parts.append(text)
            self.length += len(text)

    def note(self) -> Note:
        """The note of the edit."""
        remark = Remark(author=self.edit.author, text=bounded("".join(self.parts)), at=self.edit.at)
        return Note(id=self.label, thread=(remark,), kind=self.edit.kind, ahead=self.ahead, whole=self.whole)

    def ends_line(self) -> bool:
        """Whether the last thing that was taken out is the end of a line."""
        return bool(self.parts) and self.parts[-1].endswith("\n")


class NotesRead:
    """The notes of one page: those given beside it, and those made of the edits in it."""

    def __init__(self, given: Iterable[Note] = ()) -> None:
        self._given = {note.id: note for note in given}
        self._told: list[_Told] = []
        self._numbers = count(1)
        self._goes_on: _Told | None = None
        self._in_new_line = False
        self._is_bare = True

    def mark_of(self, label: str) -> Mark | None:
        """The mark of words under a comment; None where there is no note of that label."""
        return Mark(MarkKind.NOTE, label) if label in self._given else None

    def edit(self, edit: Edit, text: str = "") -> Mark | None:
        """The mark of words beside or under an edit; `text` is what a deletion took. None where there are too many."""
        told = self._goes_on
        if told is None or told.edit != edit:
            if len(self._given) + len(self._told) >= MOST_NOTES:
                return None
            label = next(name for number in self._numbers if (name := f"edit-{number}") not in self._given)
            self._settle()
            told = self._goes_on = _Told(edit, label, whole=edit.kind is NoteKind.DELETED and self._is_bare)
            self._told.append(told)
        elif self._in_new_line:
            told.add("\n")
        self._in_new_line = self._is_bare = False
        told.add(text)
        return Mark(MarkKind.NOTE, told.label)

    def place(self) -> None:
        """Take note that a word before what the last edit took out tells of it."""
        self._told[-1].is_placed = True

    def put_ahead(self) -> bool:
        """Let a word that is still to come tell of the last edit; False where one before it does already."""
        told = self._told[-1]
        told.ahead = not told.is_placed
        return told.ahead

    def put_behind(self, marks: Marks) -> None:
        """Take note that no word came behind what these edits took out: one before it tells of it."""
        labels = {mark.value for mark in marks}
        for told in self._told:
            told.ahead = told.ahead and told.label not in labels

    def pass_words(self) -> None:
        """Words came that no edit touched: the next edit is another one."""
        self._settle()
        self._is_bare = False

    def _settle(self) -> None:
        """The edit in the making ends here: what it took out was whole lines, if a line ends here too."""
        told, self._goes_on = self._goes_on, None
        if told is not None:
            told.whole = told.whole and (self._in_new_line or told.ends_line())

    def begin_line(self) -> None:
        """A block begins: what a deletion took of it is a line of its own."""
        self._in_new_line = self._is_bare = True

    def notes(self, marked: Iterable[str]) -> tuple[Note, ...]:
        """All notes; of insertions those alone whose words, named by `marked`, are there."""
        self.begin_line()
        self._settle()
        there = frozenset(marked)
        notes = (*self._given.values(), *(told.note() for told in self._told))
        return tuple(note for note in notes if note.kind is not NoteKind.INSERTED or note.id in there)


def bounded(text: str) -> str:
    """A remark's text as a note can hold it: its lines kept, what no file can carry left out."""
    return "\n".join(clean_text(row) for row in text.splitlines()).strip("\n")[:LONGEST_REMARK]


def author_of(cite: str) -> str:
    """The person that the `cite` of a tracked change names: Word writes `mailto:Jane%20Doe`."""
    return clean_text(unquote(cite.removeprefix("mailto:"))).strip()[:200]


def instant_of(written: str) -> datetime | None:
    """The aware instant of a tracked change or a comment: `2026-03-01T12:30` and `20260301T1230` alike.

    An office program writes its own clock's time without a zone, or calls it UTC: it is taken for UTC.
    """
    try:
        at = datetime.fromisoformat(written.strip())
    except ValueError:
        return None
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)


def is_tracked(cite: str) -> bool:
    """Whether the `cite` of an `ins` or `del` names a person, as office programs write it, and not a page."""
    return bool(cite) and not cite.lower().startswith(("http:", "https:", "/", "#", "."))


def usable(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Those of the notes given that a page may refer to: within bounds, each label once."""
    kept: dict[str, Note] = {}
    for note in notes:
        if len(kept) < MOST_NOTES and is_label(note.id):
            kept.setdefault(note.id, note)
    return tuple(kept.values())
