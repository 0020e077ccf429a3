"""Text broken into lines of one width, so that a line has the same number on every screen and paper."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from deskeditor.article.line import HARD_BREAK

# A space that does not break holds its words together.
_SPACES: Final = re.compile(r"[^\S\u00a0\u2007\u202f]+")
_PART: Final = re.compile(
    rf"{_SPACES.pattern}|(?:(?!{_SPACES.pattern})[^\-‐–—/])*[\-‐–—/]+|(?:(?!{_SPACES.pattern})[^\-‐–—/])+"
)


def line_ranges(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield the code-point range of each line, without the spaces at its end; a hard break ends a line too.

    `width` counts columns: wide letters of East Asia take two, accents and marks none. Lines break at
    spaces and after dashes and slashes, between wide letters, and within a word only where it is longer than a line.
    """
    start = 0
    for row in text.split(HARD_BREAK):
        yield from ((start + begin, start + end) for begin, end in _rows(row, width))
        start += len(row) + 1


def _rows(text: str, width: int) -> Iterator[tuple[int, int]]:
    begin, end, taken = 0, 0, 0
    for start, stop in _parts(text, width):
        columns = _columns(text[start:stop])
        if _SPACES.match(text, start):
            # Spaces hang over the end of a line.
            taken += columns
            continue
        if taken + columns > width:
            if end > begin:
                yield begin, end
            begin, taken = start, 0
        taken += columns
        end = stop
    if end > begin or not text:
        yield begin, end


def _parts(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges between which a line may be broken, none wider than a line but spaces."""
    for found in _PART.finditer(text):
        start, stop = found.span()
        if _SPACES.match(text, start):
            yield start, stop
            continue
        taken = 0
        for at in range(start, stop):
            columns = _columns(text[at])
            breaks = at > start and _is_wide(text[at]) and not unicodedata.category(text[at]).startswith("P")
            if breaks or taken + columns > width:
                yield start, at
                start, taken = at, 0
            taken += columns
        yield start, stop


def _columns(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.category(sign) in ("Mn", "Me", "Cf") else 1 + _is_wide(sign) for sign in text)


def _is_wide(sign: str) -> bool:
    return unicodedata.east_asian_width(sign) in "WF"
