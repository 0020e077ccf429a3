"""The stretch of an article's own words that a search hit is shown with."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from deskeditor.language.folding import fold
from deskeditor.language.words import UNSPACED

LENGTH: Final = 160
_BEFORE: Final = 50
_UNSPACED: Final = re.compile(f"[{UNSPACED}]")
_SPACE: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A line of original text, and the code-point ranges of the matches in it."""

    text: str
    matches: tuple[tuple[int, int], ...] = ()


def opening_of(text: str) -> str:
    """Return the beginning of `text` on one line, cut at a word."""
    return _cut(_SPACE.sub(" ", text[: LENGTH * 2]).strip(), LENGTH)


def snippet_of(texts: Sequence[str], terms: Sequence[str]) -> Snippet | None:
    """Return the snippet around the first match of a folded term in the first of `texts` that holds one."""
    pattern = _pattern(terms)
    if pattern is None:
        return None
    for text in texts:
        found = pattern.search(fold(text))
        if found is not None:
            return _around(text, _original_offset(text, found.start()), pattern)
    return None


def _pattern(terms: Sequence[str]) -> re.Pattern[str] | None:
    """What finds the terms in folded text: at the beginnings of words, any signs between their parts."""
    alternatives = []
    for term in sorted(terms, key=len, reverse=True):
        words = re.findall(r"\w+", term)
        if words:
            starts_word = "" if _UNSPACED.match(words[0]) else r"(?<!\w)"
            alternatives.append(starts_word + r"[\W_]+".join(map(re.escape, words)))
    return re.compile("|".join(alternatives)) if alternatives else None


def _original_offset(text: str, folded_offset: int) -> int:
    """Return the first offset of `text` whose beginning folds to at least `folded_offset` characters."""
    if text.isascii():
        return folded_offset
    at = bisect_left(range(len(text) + 1), folded_offset + 1, key=lambda end: len(fold(text[:end])))
    return max(at - 1, 0)


def _around(text: str, start: int, pattern: re.Pattern[str]) -> Snippet:
    begin = max(start - _BEFORE, 0)
    if begin:
        space = text.find(" ", begin, start)
        begin = space + 1 if space >= 0 else begin
    window = _SPACE.sub(" ", text[begin : begin + LENGTH * 2]).strip()
    shown = ("… " if begin else "") + _cut(window, LENGTH)
    return Snippet(shown, tuple(_ranges(shown, pattern)))


def _ranges(text: str, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    ranges = []
    for found in pattern.finditer(fold(text)):
        start, end = _original_offset(text, found.start()), _original_offset(text, found.end() - 1) + 1
        ranges.append((start, end))
    return ranges


def _cut(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    space = text.rfind(" ", length // 2, length)
    return text[: space if space > 0 else length].rstrip() + " …"
