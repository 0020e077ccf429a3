"""Where a search finds something in a document, and putting other words there."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import inf
from time import perf_counter
from typing import Final

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from deskeditor.language.matching import Hit, Matcher
from deskeditor.richtext.marked import range_cursor
from deskeditor.richtext.positions import to_utf16, utf16_length

_AT_LEAST: Final = 64
"""Blocks that are looked through before the clock is asked: a short article is always done at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A hit in a document, in document positions: valid until the document changes."""

    start: int
    end: int
    hit: Hit


class DocumentHits:
    """The hits in a document as it stands, looked for block by block and no further than is asked.

    Whatever looks raises what the matcher does.
    """

    def __init__(
        self,
        document: QTextDocument,
        match: Matcher,
        known: dict[str, list[Hit]],
        within: tuple[int, int] | None = None,
    ) -> None:
        """`known` keeps what this query found in texts before; hits count that lie `within` two positions."""
        self._document = document
        self._match = match
        self._known = known
        self._within = within
        self._revision = document.revision()
        self._blocks: list[Sequence[Hit] | None] = [None] * document.blockCount()
        self._looked = 0

    def holds_for(self, document: QTextDocument) -> bool:
        """Whether these are the hits in a document as it is now."""
        return document is self._document and document.revision() == self._revision

    def look_on(self, until: float) -> bool:
        """Look through further blocks up to a time of `perf_counter`; True once all are."""
        first = self._looked
        while self._looked < len(self._blocks):
            if self._looked - first >= _AT_LEAST and perf_counter() > until:
                return False
            self._hits(self._looked)
            self._looked += 1
        return True

    def count(self) -> int:
        """How many hits there are in what was looked through."""
        return sum(len(hits) for hits in self._blocks if hits)

    def number_of(self, start: int, end: int) -> int | None:
        """Which hit lies between two positions, counted from 0; None where none does. All must be looked through."""
        block = self._document.findBlock(start).blockNumber()
        ends = [(one.start, one.end) for one in self.in_blocks(block, block)]
        if (start, end) not in ends:
            return None
        return sum(len(hits) for hits in self._blocks[:block] if hits) + ends.index((start, end))

    def at(self, start: int, end: int) -> Found | None:
        """The hit that lies exactly between two positions."""
        block = self._document.findBlock(start).blockNumber()
        return next((one for one in self.in_blocks(block, block) if (one.start, one.end) == (start, end)), None)

    def next_from(self, position: int, *, until: float = inf) -> Found | None:
        """The first hit that begins at or behind a position. Raises TimeoutError where it is not found `until` then."""
        first = max(self._document.findBlock(position).blockNumber(), 0)
        for found in self._by_block(range(first, len(self._blocks)), until):
            for one in found:
                if one.start >= position:
                    return one
        return None

    def previous_from(self, position: int, *, until: float = inf) -> Found | None:
        """The last hit that ends at or before a position. Raises TimeoutError where it is not found `until` then."""
        last = self._document.findBlock(position).blockNumber()
        for found in self._by_block(range(last if last >= 0 else len(self._blocks) - 1, -1, -1), until):
            for one in reversed(found):
                if one.end <= position:
                    return one
        return None

    def all(self) -> list[Found]:
        """Every hit, in order."""
        return self.in_blocks(0, len(self._blocks) - 1)

    def in_blocks(self, first: int, last: int) -> list[Found]:
        """The hits in the blocks of these numbers, in order."""
        numbers = range(max(first, 0), min(last, len(self._blocks) - 1) + 1)
        return [one for found in self._by_block(numbers, inf) for one in found]

    def _by_block(self, numbers: Iterable[int], until: float) -> Iterable[list[Found]]:
        for passed, number in enumerate(numbers):
            if passed >= _AT_LEAST and perf_counter() > until:
                raise TimeoutError
            hits = self._hits(number)
            if hits:
                block = self._document.findBlockByNumber(number)
                yield _placed(block, block.text(), hits)

    def _hits(self, number: int) -> Sequence[Hit]:
        hits = self._blocks[number]
        if hits is None:
            hits = self._blocks[number] = self._looked_for(self._document.findBlockByNumber(number))
        return hits

    def _looked_for(self, block: QTextBlock) -> Sequence[Hit]:
        text = block.text()
        if not text:
            return ()
        hits = self._known.get(text)
        if hits is None:
            hits = self._known[text] = self._match(text)
        if self._within is None:
            return hits
        first, last = self._within
        return [one.hit for one in _placed(block, text, hits) if first <= one.start and one.end <= last]


def _placed(block: QTextBlock, text: str, hits: Sequence[Hit]) -> list[Found]:
    origin = block.position()
    is_plain = utf16_length(text) == len(text)
    return [
        Found(
            start=origin + (hit.start if is_plain else to_utf16(text, hit.start)),
            end=origin + (hit.end if is_plain else to_utf16(text, hit.end)),
            hit=hit,
        )
        for hit in hits
    ]


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
