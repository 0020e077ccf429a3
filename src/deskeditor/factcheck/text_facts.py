"""The facts of one text: quotations first, then dates, names and numbers, none inside another."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from deskeditor.article.claims import ClaimKind
from deskeditor.factcheck.dates import dates_in
from deskeditor.factcheck.names import Names, decided, known_words, names_in
from deskeditor.factcheck.numbers import numbers_in
from deskeditor.factcheck.quotations import Span, quotations_in
from deskeditor.factcheck.quoted_names import is_quoted_name
from deskeditor.factcheck.titles import titles_in
from deskeditor.factcheck.uncased_names import uncased_names_in
from deskeditor.language.sentences import sentences

_YEAR: Final = re.compile(r"\d{4}")
_REMEMBERED: Final = 8192
"""Texts whose facts are remembered, so that a key typed into one costs no look at the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A fact of a text: its range and its kind."""

    start: int
    end: int
    kind: ClaimKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What all the texts of a piece tell about each of them: words of sure names, and words without a capital."""

    known: frozenset[str]
    small: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text with what its neighbours say of it.

    `quoted`: all of it is a quotation. `goes_on`: the next one opens with a quotation mark.
    """

    words: str
    language: str
    quoted: bool = False
    goes_on: bool = False


def seen_in(texts: Iterable[Text]) -> Seen:
    """What the texts of a piece tell together."""
    found = [_names(text) for text in texts]
    return Seen(known=known_words(found), small=frozenset().union(*(names.small for names in found)))


def facts_in(text: Text, seen: Seen) -> tuple[Found, ...]:
    """The facts of a text, in its order."""
    if text.quoted:
        return _whole(text.words)
    return _merged(text, names_of(text, seen))


def names_of(text: Text, seen: Seen) -> tuple[Span, ...]:
    """The ranges of all names of a text, those in quotations included."""
    names = decided(text.words, _names(text), seen.known, seen.small, text.language)
    uncased = [
        (start, end)
        for start, end in uncased_names_in(text.words)
        if not any(start < other and one < end for one, other in names)
    ]
    return tuple(sorted((*names, *uncased))) if uncased else names


def _whole(words: str) -> tuple[Found, ...]:
    start = len(words) - len(words.lstrip())
    end = len(words.rstrip())
    return (Found(start=start, end=end, kind=ClaimKind.QUOTATION),) if start < end else ()


def _quoted_kind(text: Text, start: int, end: int) -> ClaimKind:
    return ClaimKind.NAME if is_quoted_name(text.words, start, end, text.language) else ClaimKind.QUOTATION


@lru_cache(maxsize=_REMEMBERED)
def sentences_of(text: Text) -> tuple[Span, ...]:
    """The sentences of a text, found once."""
    return sentences(text.words, text.language)


@lru_cache(maxsize=_REMEMBERED)
def _names(text: Text) -> Names:
    return names_in(text.words, sentences_of(text), text.language)


@lru_cache(maxsize=_REMEMBERED)
def _fixed(text: Text) -> tuple[tuple[Found, ...], tuple[Found, ...]]:
    """Quotations and dates, and the numbers beside them: what no other text has a say in."""
    quoted = [
        Found(start=start, end=end, kind=_quoted_kind(text, start, end))
        for start, end in quotations_in(text.words, goes_on=text.goes_on)
    ]
    taken = list(quoted)
    _add(taken, dates_in(text.words, text.language), ClaimKind.DATE)
    return tuple(taken), tuple(
        Found(start=start, end=end, kind=ClaimKind.NUMBER) for start, end in numbers_in(text.words, text.language)
    )


@lru_cache(maxsize=_REMEMBERED)
def _merged(text: Text, names: tuple[Span, ...]) -> tuple[Found, ...]:
    fixed = _fixed(text)
    taken = list(fixed[0])
    counted = [number for number in fixed[1] if _is_free(taken, number.start, number.end)]
    # `2 Millionen Euro`: what a number counts in is no name.
    outside = [
        (start, end)
        for start, end in names
        if _is_free(taken, start, end) and not any(one.start <= start and end <= one.end for one in counted)
    ]
    taken, outside = _with_years(text.words, taken, outside)
    _add(taken, titles_in(text.words, outside, text.language), ClaimKind.TITLE)
    _add(taken, outside, ClaimKind.NAME)
    _add(taken, [(number.start, number.end) for number in fixed[1]], ClaimKind.NUMBER)
    return tuple(sorted(taken, key=lambda found: found.start))


def _with_years(words: str, taken: list[Found], names: list[Span]) -> tuple[list[Found], list[Span]]:
    """`the 2020 Lake Games` is one name: who checks it has checked its year."""
    years = {
        (one.end + 1): one
        for one in taken
        if one.kind is ClaimKind.DATE
        and _YEAR.fullmatch(words, one.start, one.end)
        and words[: one.start].endswith("the ")
    }
    joined = [(years[start].start, end) if start in years else (start, end) for start, end in names]
    gone = {years[start] for start, _ in names if start in years}
    return [one for one in taken if one not in gone], joined


def _add(taken: list[Found], spans: Iterable[Span], kind: ClaimKind) -> None:
    for start, end in spans:
        if _is_free(taken, start, end):
            taken.append(Found(start=start, end=end, kind=kind))


def _is_free(taken: Iterable[Found], start: int, end: int) -> bool:
    return not any(start < found.end and found.start < end for found in taken)


def forget() -> None:
    """Forget the texts that were looked through: for measuring what the first time costs."""
    for remembered in (sentences_of, _names, _fixed, _merged):
        remembered.cache_clear()
