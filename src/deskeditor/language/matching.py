"""Finding words in a text: letters that a reader takes for the same are the same, unless asked otherwise."""

import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from deskeditor.errors import InputError
from deskeditor.language.folding import fold

LONGEST_SEARCH: Final = 1.0
"""Seconds that a regular expression may take for one text."""

_JOINER: Final = "\u200d"
_OBJECT: Final = "\ufffc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is looked for.

    Without `case` capitals are small letters; without `exact` accents, the kinds of quotation marks,
    dashes and spaces, and marks that nobody sees make no difference. A `regex` is taken as it stands.
    """

    text: str
    case: bool = False
    whole_word: bool = False
    regex: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A place in a text, in code points. `groups` fills in a replacement for a regular expression."""

    start: int
    end: int
    expand: Callable[[str], str] | None = None


Matcher = Callable[[str], list[Hit]]
"""Finds every hit of a query in a text, in order; none overlaps another."""


def matcher(query: Query) -> Matcher:
    """The matcher of a query; one without text finds nothing.

    Raises InputError for a regular expression that is none; the matcher raises it where one takes too long.
    """
    if not query.text:
        return lambda text: []
    find = _expression(query) if query.regex else _words(query)

    def found(text: str) -> list[Hit]:
        hits = find(text)
        return [hit for hit in hits if _is_word(text, hit)] if query.whole_word else list(hits)

    return found


def replacement(hit: Hit, instead: str) -> str:
    """The text that takes a hit's place: groups such as `\\1` are filled in for a regular expression.

    Raises InputError where the replacement names a group that there is not.
    """
    if hit.expand is None:
        return instead
    try:
        return hit.expand(instead)
    except (IndexError, ValueError, LookupError) as error:
        raise InputError(f"The replacement names a group that the expression does not have: {error}.") from error


def _words(query: Query) -> Callable[[str], Iterator[Hit]]:
    key = _key_of(case=query.case, exact=query.exact)
    wanted = "".join(map(key, query.text))
    is_plain = query.text.isascii()

    def find(text: str) -> Iterator[Hit]:
        if not wanted:
            return
        if text.isascii() and is_plain:
            folded, starts = text if query.case else text.lower(), None
        else:
            parts = [key(character) for character in text]
            folded = "".join(parts)
            starts = _starts(parts) if any(len(part) != 1 for part in parts) else None
        at = folded.find(wanted)
        while at >= 0:
            span = (at, at + len(wanted)) if starts is None else _span(starts, at, at + len(wanted))
            end = None if span is None else _whole(text, *span, folds=not query.exact)
            if span is not None and end is not None:
                yield Hit(start=span[0], end=end)
                at = folded.find(wanted, at + len(wanted))
            else:
                at = folded.find(wanted, at + 1)

    return find


def _starts(parts: list[str]) -> list[int]:
    """Where each character's key begins among all keys, and where the last one ends."""
    starts = [0]
    for part in parts:
        starts.append(starts[-1] + len(part))
    return starts


def _span(starts: list[int], first: int, last: int) -> tuple[int, int] | None:
    """The characters whose keys fill `first` to `last`; None where one is only half in."""
    start, end = bisect_left(starts, first), bisect_left(starts, last)
    if starts[start] != first or starts[end] != last:
        return None
    # A character without a key, such as an accent on its own, belongs to the one before it.
    while starts[start + 1] == first:
        start += 1
    return start, end


def _whole(text: str, start: int, end: int, *, folds: bool) -> int | None:
    """Where a hit of whole letters ends, accents that make no difference included; None where it cuts a letter."""
    if start > 0 and (text[start - 1] == _JOINER or unicodedata.combining(text[start])):
        return None
    if _OBJECT in text[start:end]:
        return None
    while end < len(text) and _goes_along(text[end]):
        if not folds or text[end] == _JOINER or _is_modifier(text[end]):
            return None
        end += 1
    return end


def _goes_along(character: str) -> bool:
    """Whether the character is part of the letter or picture before it."""
    if character.isascii():
        return False
    return (
        character == _JOINER
        or _is_modifier(character)
        or "\ufe00" <= character <= "\ufe0f"
        or unicodedata.category(character) in ("Mn", "Me")
    )


def _is_modifier(character: str) -> bool:
    """Whether it gives the emoji before it a colour of skin."""
    return "\U0001f3fb" <= character <= "\U0001f3ff"


def _key_of(*, case: bool, exact: bool) -> Callable[[str], str]:
    if exact:
        return _same if case else str.casefold
    return _folded_keeping_case if case else _folded


def _same(character: str) -> str:
    return character


@lru_cache(maxsize=8192)
def _folded(character: str) -> str:
    if character == _OBJECT:
        return character
    # Decomposed in the end: letters of some scripts come both whole and in parts.
    return unicodedata.normalize("NFKD", fold(character))


@lru_cache(maxsize=8192)
def _folded_keeping_case(character: str) -> str:
    folded = _folded(character)
    return folded.upper() if character.isupper() else folded


def _is_word(text: str, hit: Hit) -> bool:
    return not (_is_inside(text, hit.start) or _is_inside(text, hit.end))


def _is_inside(text: str, at: int) -> bool:
    """Whether a word goes on over the boundary at `at`; scripts written without spaces have one everywhere."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    return _is_letter(before) and _is_letter(after) and not (_is_spaceless(before) or _is_spaceless(after))


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.category(character) in ("Mn", "Mc")


def _is_spaceless(character: str) -> bool:
    return (
        "\u3040" <= character <= "\u30ff"
        or "\u3400" <= character <= "\u9fff"
        or "\U00020000" <= character <= "\U0003ffff"
        or "\u0e00" <= character <= "\u0eff"
    )


def _expression(query: Query) -> Callable[[str], Iterator[Hit]]:
    # Imported here: few ever look for an expression.
    import regex

    flags = regex.MULTILINE | (0 if query.case else regex.IGNORECASE)
    try:
        compiled: Any = regex.compile(query.text, flags)
    except (regex.error, RecursionError, OverflowError) as error:
        raise InputError(f"This is no regular expression: {error}.") from error

    def find(text: str) -> Iterator[Hit]:
        lines = text.replace("\u2028", "\n")
        try:
            for match in compiled.finditer(lines, timeout=LONGEST_SEARCH):
                start, end = match.span()
                if end > start and _whole(text, start, end, folds=False) == end:
                    yield Hit(start=start, end=end, expand=match.expand)
        except TimeoutError as error:
            raise InputError("The expression takes too long to look for: make it simpler.") from error

    return find
