"""The notes of an article in the groups that the panel shows them in."""

from collections.abc import Sequence
from enum import StrEnum

from deskeditor.article.notes import Note, NoteKind
from deskeditor.article.noting import Noted


class NoteGroup(StrEnum):
    """What is to be done with the notes of a group, in the order of the panel; the value is its heading."""

    UNDECIDED = "Edits to decide"
    OPEN = "Open"
    RESOLVED = "Resolved"


def group_of(note: Note) -> NoteGroup:
    """The group that a note belongs to."""
    if note.kind is not NoteKind.REMARK:
        return NoteGroup.UNDECIDED
    return NoteGroup.RESOLVED if note.resolved else NoteGroup.OPEN


def grouped(notes: Sequence[Noted]) -> tuple[tuple[NoteGroup, tuple[Noted, ...]], ...]:
    """The groups that have notes, each with its own, in the order that they come in."""
    found = ((group, tuple(one for one in notes if group_of(one.note) is group)) for group in NoteGroup)
    return tuple((group, own) for group, own in found if own)
