"""Finding words in a text: letters that a reader takes for the same are the same, unless asked otherwise."""

import re
import time
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Any, Final

from deskeditor.article.line import HARD_BREAK, OBJECT, clean_text
from deskeditor.errors import InputError
from deskeditor.language.folding import fold
from deskeditor.language.letters import goes_on, is_whole

LONGEST_SEARCH: Final = 0.5
"""Seconds that a regular expression may take for all texts that one matcher is given."""

_NON_JOINER: Final = "\u200c"
_KEYCAP: Final = "\u20e3"
_ESCAPE: Final = re.compile(r"\\(.)|\$(\d)", re.DOTALL)


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
"""Finds every hit of a query in a text, in order; none overlaps another. Make a new one for a new search."""


def matcher(query: Query) -> Matcher:
    """The matcher of a query; one without text finds nothing.

    Raises InputError for a regular expression that is none; the matcher raises it where one takes too long.
    """
    if not query.text:
        return lambda text: []
    find = _expression(query) if query.regex else _words(query)

    return lambda text: list(find(text))


def replacement(hit: Hit, instead: str) -> str:
    """The text that takes a hit's place, as a line can hold it: a new line is a break in it.

    For a regular expression groups such as `\\1` are filled in, and `$1` where the expression has one.
    Raises InputError where the replacement names a group that there is not.
    """
    text = instead if hit.expand is None else hit.expand(instead)
    return clean_text(text.replace("\r\n", HARD_BREAK).replace("\n", HARD_BREAK))


def _words(query: Query) -> Callable[[str], Iterator[Hit]]:
    key = _key_of(case=query.case, exact=query.exact)
    wanted = "".join(map(key, query.text))
    is_plain = query.text.isascii()
    skipped = _is_exact if query.exact else lambda character: not key(character)

    def find(text: str) -> Iterator[Hit]:
        if not wanted:
            return
        is_ascii = text.isascii() and is_plain
        if is_ascii:
            folded, starts = text if query.case else text.lower(), None
        else:
            # A text has few different characters, and this is done for a whole article at each key.
            keys = {character: key(character) for character in set(text)}
            folded = text.translate({ord(character): part for character, part in keys.items()})
            starts = None if all(len(part) == 1 for part in keys.values()) else _starts(text, keys)
        at = folded.find(wanted)
        while at >= 0:
            span = (at, at + len(wanted)) if starts is None else _span(starts, at, at + len(wanted))
            if span is None or is_ascii:
                # Each sign of ASCII is whole.
                end = None if span is None else span[1]
            else:
                end = _whole(text, *span, skipped=skipped)
            if span is not None and end is not None and (not query.whole_word or _is_word(text, span[0], end)):
                yield Hit(start=span[0], end=end)
                at = folded.find(wanted, at + len(wanted))
            else:
                at = folded.find(wanted, at + 1)

    return find


def _starts(text: str, keys: dict[str, str]) -> list[int]:
    """Where each character's key begins among all keys, and where the last one ends."""
    lengths = {character: len(part) for character, part in keys.items()}
    return list(accumulate(map(lengths.__getitem__, text), initial=0))


def _span(starts: list[int], first: int, last: int) -> tuple[int, int] | None:
    """The characters whose keys fill `first` to `last`; None where one is only half in."""
    start, end = bisect_left(starts, first), bisect_left(starts, last)
    if starts[start] != first or starts[end] != last:
        return None
    # A character without a key, such as an accent on its own, belongs to the one before it.
    while starts[start + 1] == first:
        start += 1
    return start, end


def _whole(text: str, start: int, end: int, *, skipped: Callable[[str], bool]) -> int | None:
    """Where a hit of whole letters ends, accents that make no difference included; None where it cuts a letter."""
    if OBJECT in text[start:end] or not is_whole(text, start):
        return None
    # A non-joiner parts what is before it from what follows, and stays when words around it change.
    while not is_whole(text, end) and text[end] != _NON_JOINER:
        if not skipped(text[end]):
            return None
        end += 1
    return end


def _is_exact(_character: str) -> bool:
    return False


def _key_of(*, case: bool, exact: bool) -> Callable[[str], str]:
    if exact:
        return _same if case else str.casefold
    return _folded_keeping_case if case else _folded


def _same(character: str) -> str:
    return character


@lru_cache(maxsize=8192)
def _folded(character: str) -> str:
    if character in (OBJECT, _KEYCAP):
        return character
    if "\U000e0100" <= character <= "\U000e01ef":
        # Which form of a Chinese sign is drawn.
        return ""
    # Decomposed in the end: letters of some scripts come both whole and in parts.
    return unicodedata.normalize("NFKD", fold(character))


@lru_cache(maxsize=8192)
def _folded_keeping_case(character: str) -> str:
    folded = _folded(character)
    return folded.upper() if character.isupper() else folded


def _is_word(text: str, start: int, end: int) -> bool:
    return not (goes_on(text, start) or goes_on(text, end))


def _expression(query: Query) -> Callable[[str], Iterator[Hit]]:
    # Imported here: few ever look for an expression.
    import regex

    flags = regex.MULTILINE | (0 if query.case else regex.IGNORECASE)
    try:
        compiled: Any = regex.compile(query.text, flags)
    except (regex.error, ValueError, RecursionError, OverflowError) as error:
        raise InputError(f"This is no regular expression: {error}.") from error
    left = LONGEST_SEARCH

    def matches(text: str) -> Iterable[Any]:
        nonlocal left
        began = time.perf_counter()
        try:
            # At an object, such as a footnote's reference, a line ends as at a break.
            return list(compiled.finditer(text.replace(HARD_BREAK, "\n").replace(OBJECT, "\n"), timeout=left))
        finally:
            # Never none at all: that would be no limit.
            left = max(left - (time.perf_counter() - began), 0.001)

    def find(text: str) -> Iterator[Hit]:
        try:
            found = [(match.span(), match) for match in matches(text)]
        except (TimeoutError, RecursionError, MemoryError) as error:
            raise InputError("The expression takes too long to look for: make it simpler.") from error
        # An expression may ask to be looked for from the end.
        for (start, end), match in sorted(found, key=lambda one: one[0]):
            if query.whole_word and not _is_word(text, start, end):
                continue
            if end > start and _whole(text, start, end, skipped=_is_exact) == end:
                yield Hit(start=start, end=end, expand=_expanding(match))

    return find


def _expanding(match: Any) -> Callable[[str], str]:
    """Fills what a match found into a replacement; raises InputError for one that can't be read."""

    def spelled(escape: re.Match[str]) -> str:
        sign, number = escape.groups()
        if number is not None:
            return f"\\g<{number}>" if int(number) <= match.re.groups else escape[0]
        return "$" if sign == "$" else escape[0]

    def expand(instead: str) -> str:
        import regex

        try:
            filled: str = match.expand(_ESCAPE.sub(spelled, instead))
        except (IndexError, LookupError) as error:
            raise InputError(f"The replacement names a group that the expression does not have: {error}.") from error
        except (regex.error, ValueError, OverflowError) as error:
            raise InputError(f"The replacement can’t be read: {error}. Write \\\\ for a backslash.") from error
        return filled

    return expand
