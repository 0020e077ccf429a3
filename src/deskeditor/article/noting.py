"""Notes and the words that they lie on: found, answered, settled, and made ready for another article."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from deskeditor.article.article import Article
from deskeditor.article.body import (
    Body,
    Figure,
    Footnote,
    Leaf,
    ListItem,
    Paragraph,
    Table,
    body_of,
    is_quoted,
    marked_values,
    with_marks,
)
from deskeditor.article.line import HARD_BREAK, OBJECT, Line, MarkKind, plain_line, renamed
from deskeditor.article.notes import Note, Remark
from deskeditor.article.place import Field, Place
from deskeditor.article.placed_lines import body_lines, lines_above

_LONGEST_QUOTE: Final = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """A note where it stands: the place of its words, and what they are; no place where its words are gone."""

    note: Note
    place: Place | None = None
    quote: str = ""


def noted(article: Article) -> tuple[Noted, ...]:
    """The article's notes in the order of their words; those whose words are gone come last."""
    places: dict[str, tuple[int, Place]] = {}
    quotes: dict[str, dict[int, str]] = {}
    for order, (place, line) in enumerate(_placed_lines(article)):
        at = place.start
        for run in line:
            for mark in run.marks:
                if mark.kind is MarkKind.NOTE:
                    known = places.setdefault(mark.value, (order, replace(place, start=at, end=at)))
                    if known[0] == order:
                        places[mark.value] = (order, replace(known[1], end=at + len(run.text)))
                    known_words = quotes.setdefault(mark.value, {})
                    known_words[order] = known_words.get(order, "") + run.text
            at += len(run.text)
    far = (len(places) + 1_000_000, Place(field=Field.BODY))

    def order_of(one: Noted) -> tuple[int, int]:
        order, place = places.get(one.note.id, far)
        return order, place.start

    found = (
        Noted(
            note=note,
            place=places[note.id][1] if note.id in places else None,
            quote=_shortened(" ".join(quotes.get(note.id, {}).values())),
        )
        for note in article.notes
    )
    return tuple(sorted(found, key=order_of))


def _placed_lines(article: Article) -> Iterator[tuple[Place, Line]]:
    """Every line that a note may lie on: those of the copy, and the editor's note above the body."""
    yield from lines_above(article)
    yield Place(field=Field.EDITORS_NOTE), article.editors_note
    yield from body_lines(article.body)


def _shortened(quote: str) -> str:
    words = " ".join(quote.replace(HARD_BREAK, " ").replace(OBJECT, "").split())
    return words if len(words) <= _LONGEST_QUOTE else f"{words[: _LONGEST_QUOTE - 1].rstrip()}…"


def with_remark(notes: Iterable[Note], note_id: str, remark: Remark) -> tuple[Note, ...]:
    """The notes, a remark added to one; an answer opens a resolved note again."""
    return _changed(notes, note_id, lambda note: replace(note, thread=(*note.thread, remark), resolved=False))


def with_resolved(notes: Iterable[Note], note_id: str, resolved: bool) -> tuple[Note, ...]:
    """The notes, one of them settled or open again."""
    return _changed(notes, note_id, lambda note: replace(note, resolved=resolved))


def without_note(notes: Iterable[Note], note_id: str) -> tuple[Note, ...]:
    """The notes without one."""
    return tuple(note for note in notes if note.id != note_id)


def _changed(notes: Iterable[Note], note_id: str, change: Callable[[Note], Note]) -> tuple[Note, ...]:
    return tuple(change(note) if note.id == note_id else note for note in notes)


def note_ids(body: Body) -> frozenset[str]:
    """The notes that lie on words of the body."""
    return marked_values(body, MarkKind.NOTE)


def with_paragraphs_back(body: Body, note: Note) -> Body | None:
    """Return the body with the whole paragraphs that an edit took out, where they stood.

    Between two items of a list they are items again. None where the note lies on no words of a text
    that paragraphs can stand beside: a cell takes words alone.
    """
    leaves = body.leaves
    found = [at for at, leaf in enumerate(leaves) if note.id in note_ids(Body((leaf,)))]
    if not found:
        return None
    at = found[0] if note.ahead else found[-1] + 1
    if isinstance(leaves[found[0] if note.ahead else found[-1]], Table | Figure | Footnote):
        return None
    above, below = (leaves[at - 1] if at else None), (leaves[at] if at < len(leaves) else None)
    quoted = above is not None and below is not None and is_quoted(above) and is_quoted(below)

    def leaf(text: str) -> Leaf:
        if isinstance(above, ListItem) and isinstance(below, ListItem):
            return ListItem(line=plain_line(text), path=below.path, quoted=below.quoted)
        return Paragraph(line=plain_line(text), quoted=quoted)

    back = [leaf(text) for text in note.thread[0].text.split("\n") if text.strip()]
    return body_of((*leaves[:at], *back, *leaves[at:]))


def under_other_ids(body: Body, names: Mapping[str, str]) -> Body:
    """The body, its notes under other ids."""
    return Body(tuple(with_marks(leaf, lambda marks: renamed(marks, MarkKind.NOTE, names)) for leaf in body))


def strangers(notes: Iterable[Note], own: Collection[Note]) -> tuple[Note, ...]:
    """Those of the notes that are none of `own`: of another id, or of another beginning under the same id."""
    begun = {note.id: note.thread[0] for note in own}
    return tuple(note for note in notes if begun.get(note.id) != note.thread[0])
