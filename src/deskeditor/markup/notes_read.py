"""What stood beside the words of a page: comments and undecided edits, as the notes that they become."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final
from urllib.parse import unquote

from deskeditor.article.line import Mark, MarkKind, clean_text, is_label
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


class NotesRead:
    """The notes of one page: those given beside it, and those made of the edits in it."""

    def __init__(self, given: Iterable[Note] = ()) -> None:
        self._notes = {note.id: note for note in given}
        self._goes_on: tuple[Edit, str] | None = None

    def mark_of(self, label: str) -> Mark | None:
        """The mark of words under a comment; None where there is no note of that label."""
        return Mark(MarkKind.NOTE, label) if label in self._notes else None

    def edit(self, edit: Edit, text: str = "") -> Mark | None:
        """The mark of words beside or under an edit; `text` is what a deletion took. None where there are too many."""
        if self._goes_on is not None and self._goes_on[0] == edit:
            label = self._goes_on[1]
            self._notes[label] = _with_more(self._notes[label], text)
            return Mark(MarkKind.NOTE, label)
        if len(self._notes) >= MOST_NOTES:
            return None
        label = next(name for n in range(1, MOST_NOTES + 2) if (name := f"edit-{n}") not in self._notes)
        remark = Remark(author=edit.author, text=bounded(text), at=edit.at)
        self._notes[label] = Note(id=label, thread=(remark,), kind=edit.kind)
        self._goes_on = (edit, label)
        return Mark(MarkKind.NOTE, label)

    def pass_words(self) -> None:
        """Words came that no edit touched: the next edit is another one."""
        self._goes_on = None

    def notes(self, marked: Iterable[str]) -> tuple[Note, ...]:
        """All notes; of insertions those alone whose words, named by `marked`, are there."""
        there = frozenset(marked)
        return tuple(note for note in self._notes.values() if note.kind is not NoteKind.INSERTED or note.id in there)


def _with_more(note: Note, text: str) -> Note:
    first = note.thread[0]
    return replace(note, thread=(replace(first, text=bounded(first.text + text)), *note.thread[1:]))


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
