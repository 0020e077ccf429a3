"""Words put in the place of others, word by word: what stays keeps its look, its notes and its claims."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from deskeditor.article.gaps import mended
from deskeditor.article.line import OBJECT, Mark
from deskeditor.richtext.erasing import erase_selected, remove_block
from deskeditor.richtext.marked import range_cursor
from deskeditor.richtext.marks import BOUND_KINDS, char_format
from deskeditor.richtext.pieces import leading_object, table_of
from deskeditor.richtext.positions import for_qt, utf16_length
from deskeditor.richtext.selection import neighbours
from deskeditor.richtext.shapes import Kind, shape_of
from deskeditor.richtext.typing_over import type_over

_BREAKS = str.maketrans({"\n": " ", "\r": " ", "\t": " ", "\u2028": " ", "\u2029": " ", OBJECT: None})
_AS_TYPED = str.maketrans({"\u2028": "\n", "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class Written:
    """Words where they stand: a document, the position of their first character, and the words."""

    document: QTextDocument
    start: int
    text: str

    def position(self, offset: int) -> int:
        """The document position of the word's code point at `offset`."""
        return self.start + utf16_length(self.text[:offset])


@dataclass(frozen=True, slots=True)
class _At:
    part: int
    offset: int


def typed_words(words: str) -> str:
    """The words of a claim as they are shown to be typed over: what stands for a footnote is no word."""
    return words.replace(OBJECT, "").replace("\u2028", "\n")


def reword(parts: Sequence[Written], words: str, mark: Mark) -> None:
    """Let the words under `mark`, which are `parts` in order, read `words`. Only what differs is written.

    References to footnotes stay. Line breaks of `words` that are new become spaces.
    """
    # Imported here: what compares texts is not needed for the first frame.
    from deskeditor.compare.words import stretches

    places: list[_At | None] = []
    before = ""
    for number, part in enumerate(parts):
        if number:
            before += "\n"
            places.append(None)
        for offset, sign in enumerate(part.text):
            if sign != OBJECT:
                before += sign
                places.append(_At(number, offset))
    editing = _all_at_once(parts)
    starts = [_start_of(part) for part in parts]
    left_over = {at.part for at in places if at is not None}
    for found in reversed(stretches(before.translate(_AS_TYPED), words.translate(_AS_TYPED))):
        its = [at for at in places[slice(*found.old)] if at is not None]
        if found.same:
            left_over -= {at.part for at in its}
        else:
            new = words[slice(*found.new)].translate(_BREAKS)
            gone = _joined(its, parts)
            if gone:
                _replace(gone, new)
                left_over -= {its[0].part} if new else set()
            elif new:
                number, cursor = _beside(parts, places, found.old[0])
                _insert(cursor, new, mark)
                left_over.discard(number)
    for number in sorted(left_over, reverse=True):
        _tidy(starts[number], parts[number].text)
    for cursor in editing:
        cursor.endEditBlock()


def cut_out(parts: Sequence[Written]) -> None:
    """Take words out, and with them the space and the signs that need them; a leaf without words goes too."""
    editing = _all_at_once(parts)
    for part in reversed(parts):
        cursor = range_cursor(part.document, part.start, part.position(len(part.text)))
        erase_selected(cursor)
        _tidy(cursor, part.text)
    for cursor in editing:
        cursor.endEditBlock()


def _all_at_once(parts: Sequence[Written]) -> list[QTextCursor]:
    """Begin one edit in each document, which the caller ends."""
    cursors: list[QTextCursor] = []
    for part in parts:
        if all(cursor.document() is not part.document for cursor in cursors):
            cursors.append(QTextCursor(part.document))
    for cursor in cursors:
        cursor.beginEditBlock()
    return cursors


def _start_of(part: Written) -> QTextCursor:
    """A cursor that stays where a part begins, whatever is written there."""
    cursor = QTextCursor(part.document)
    cursor.setPosition(part.start)
    cursor.setKeepPositionOnInsert(True)
    return cursor


def _joined(places: Iterable[_At], parts: Sequence[Written]) -> list[QTextCursor]:
    """The stretches that these characters make; what stands for a footnote parts them."""
    runs: list[tuple[_At, int]] = []
    for at in places:
        if runs and runs[-1][0].part == at.part and runs[-1][1] == at.offset:
            runs[-1] = (runs[-1][0], at.offset + 1)
        else:
            runs.append((at, at.offset + 1))
    return [
        range_cursor(parts[at.part].document, parts[at.part].position(at.offset), parts[at.part].position(end))
        for at, end in runs
    ]


def _replace(gone: Sequence[QTextCursor], new: str) -> None:
    for cursor in reversed(gone[1:]):
        erase_selected(cursor)
    if new:
        type_over(gone[0], for_qt(new))
    else:
        erase_selected(gone[0])


def _beside(parts: Sequence[Written], places: Sequence[_At | None], index: int) -> tuple[int, QTextCursor]:
    """Where something is put in before the character numbered `index`, behind the one before it: part and cursor."""
    behind = places[index - 1] if index else None
    if behind is not None:
        number, offset = behind.part, behind.offset + 1
    else:
        at = places[index] if index < len(places) else None
        number, offset = (at.part, at.offset) if at is not None else (0, 0)
    cursor = QTextCursor(parts[number].document)
    cursor.setPosition(parts[number].position(offset))
    return number, cursor


def _insert(cursor: QTextCursor, new: str, mark: Mark) -> None:
    """Put words between others: they look like their neighbour, and belong to what both neighbours belong to."""
    before, after = neighbours(cursor)
    inside = before if mark in before else after
    marks = {one for one in inside if one.kind not in BOUND_KINDS} | {
        one for one in before & after if one.kind in BOUND_KINDS
    }
    cursor.insertText(for_qt(new), char_format(frozenset(marks | {mark})))


def _tidy(cursor: QTextCursor, gone: str) -> None:
    """Leave no gap where words are gone, and no leaf without words."""
    block = cursor.block()
    start = block.position() + (leading_object(block) is not None)
    text, at = block.text(), cursor.position() - block.position()
    units = text.encode("utf-16-le", "surrogatepass")
    before = units[(start - block.position()) * 2 : at * 2].decode("utf-16-le", "replace")
    after = units[at * 2 :].decode("utf-16-le", "replace")
    left, right = mended(before, after, gone)
    first = cursor.position() - utf16_length(before[len(left) :])
    last = cursor.position() + utf16_length(after[: len(after) - len(right)])
    if first < last:
        erase_selected(range_cursor(cursor.document(), first, last))
    block = cursor.block()
    if _is_left_over(block):
        remove_block(block)


def _is_left_over(block: QTextBlock) -> bool:
    """Whether a block of the body has nothing in it any more, and nobody wants it."""
    return (
        block.length() == 1
        and block.document().blockCount() > 1
        and table_of(block) is None
        and shape_of(block.blockFormat()).kind is not Kind.FOOTNOTE
    )
