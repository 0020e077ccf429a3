"""Where a search finds something in a document, and putting other words there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextCursor, QTextDocument

from deskeditor.language.matching import Hit, Matcher
from deskeditor.richtext.marked import range_cursor
from deskeditor.richtext.positions import to_utf16, utf16_length


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A hit in a document, in document positions: valid until the document changes."""

    start: int
    end: int
    hit: Hit


def hits_in(document: QTextDocument, match: Matcher, known: dict[str, list[Hit]]) -> list[Found]:
    """Every hit in the document, block by block; `known` keeps what was found in texts before, for this matcher."""
    found: list[Found] = []
    block = document.begin()
    while block.isValid():
        text = block.text()
        if text:
            hits = known.get(text)
            if hits is None:
                hits = known[text] = match(text)
            if hits:
                origin = block.position()
                is_plain = utf16_length(text) == len(text)
                found.extend(
                    Found(
                        start=origin + (hit.start if is_plain else to_utf16(text, hit.start)),
                        end=origin + (hit.end if is_plain else to_utf16(text, hit.end)),
                        hit=hit,
                    )
                    for hit in hits
                )
        block = block.next()
    return found


def next_hit(found: Sequence[Found], position: int) -> int | None:
    """The index of the first hit that begins at or behind a position; None where there is none."""
    return next((index for index, one in enumerate(found) if one.start >= position), None)


def previous_hit(found: Sequence[Found], position: int) -> int | None:
    """The index of the last hit that ends at or before a position; None where there is none."""
    return next((index for index in range(len(found) - 1, -1, -1) if found[index].end <= position), None)


def replace_all(
    document: QTextDocument, given: Sequence[tuple[Found, str]], put: Callable[[QTextCursor, str], None]
) -> None:
    """Put the text given for each hit in its place, as one step of the document."""
    editing = QTextCursor(document)
    editing.beginEditBlock()
    try:
        # From the end, so that the positions before stay true.
        for one, text in reversed(given):
            put(range_cursor(document, one.start, one.end), text)
    finally:
        editing.endEditBlock()
