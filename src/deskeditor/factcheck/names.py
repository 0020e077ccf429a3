"""Names in scripts that have capitals: what stands in the middle of a sentence with one, and is no common word."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from deskeditor.factcheck.name_words import CALENDAR, DEMONYMS, LINKS, SAYING, never_names
from deskeditor.language.folding import fold

Span = tuple[int, int]

_WORD: Final = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?|[^\W\d_]\.(?=[\s\u00a0]?[^\W\d_])|"
    r"\w+(?:[-‐‑'’ʼ`&·]\w+)*|&"
)
_POSSESSIVE: Final = re.compile(r"['’ʼ`](?:s|S)?$")
_SUFFIX: Final = re.compile(r"['’ʼ`][a-zçğıöşüəа-я]+$")
_TITLE_CASE: Final = 0.6
_FEW_WORDS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of the text: its range and its letters."""

    start: int
    end: int
    text: str
    begins: bool = False
    """Whether a sentence or a quotation begins with it, so that its capital tells nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names of one text: those that are sure, those that only the rest of the piece can tell, its small words."""

    sure: tuple[tuple[Word, ...], ...]
    doubtful: tuple[tuple[Word, ...], ...]
    small: frozenset[str]


@lru_cache(maxsize=4096)
def names_in(text: str, sentences: tuple[Span, ...], language: str) -> Names:
    """The runs of words with capitals in a text whose sentences are given."""
    sure: list[tuple[Word, ...]] = []
    doubtful: list[tuple[Word, ...]] = []
    small: set[str] = set()
    for start, end in sentences:
        words = list(_words(text, start, end))
        small.update(word.text for word in words if word.text[:1].islower())
        capitals = [word for word in words if word.text[:1].isupper()]
        cased = [word for word in words if word.text[:1].isupper() or word.text[:1].islower()]
        headlike = len(cased) >= _FEW_WORDS and len(capitals) > _TITLE_CASE * len(cased)
        for run in _runs(text, words, never_names(language)):
            if headlike or run[0].begins:
                doubtful.append(run)
            else:
                sure.append(run)
    return Names(sure=tuple(sure), doubtful=tuple(doubtful), small=frozenset(small))


def decided(text: str, names: Names, known: frozenset[str], small: frozenset[str]) -> tuple[Span, ...]:
    """The ranges of the names of a text, with `known` (words of sure names of the piece) and its `small` words."""
    found = [(run[0].start, run[-1].end) for run in names.sure]
    for run in names.doubtful:
        rest = _without_opener(text, run, known, small)
        if rest:
            found.append((rest[0].start, rest[-1].end))
    return tuple(sorted(found))


def known_words(names: Iterable[Names]) -> frozenset[str]:
    """The words of the sure names, folded."""
    return frozenset(fold(word.text) for one in names for run in one.sure for word in run)


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    begins = True
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        bare = _SUFFIX.sub("", _POSSESSIVE.sub("", word))
        if bare and not (bare.isdigit()):
            yield Word(
                start=match.start(),
                end=match.start() + len(bare),
                text=bare,
                begins=begins or text[match.start() - 1 : match.start()] in ('"', "“", "„", "«"),
            )
        begins = False


def _is_capital(word: str) -> bool:
    return word[:1].isupper() or (word[:1].isdigit() and any(map(str.isupper, word)))


def _runs(text: str, words: Sequence[Word], common: frozenset[str]) -> Iterator[tuple[Word, ...]]:
    run: list[Word] = []
    for at, word in enumerate(words):
        part = _named_part(word, common)
        if part is not None and (not run or _joins(text, run[-1], part)):
            run.append(part)
            continue
        if run and word.text.casefold() in LINKS and _links(text, words, at, run, common):
            run.append(word)
            continue
        if run:
            yield from _trimmed(run)
        run = [part] if part is not None else []
    if run:
        yield from _trimmed(run)


def _named_part(word: Word, common: frozenset[str]) -> Word | None:
    """The part of a word that may be of a name: of `Baku-based` `Baku`, of `pro-Kremlin` `Kremlin`."""
    text = word.text
    if _is_capital(text):
        start, end = 0, len(text)
        if "-" in text:
            pieces = text.split("-")
            while len(pieces) > 1 and pieces[-1][:1].islower():
                end -= len(pieces.pop()) + 1
        kept = text[start:end]
        folded = kept.casefold()
        if folded in CALENDAR or (folded in common and not kept.isupper()) or kept in ("I", "A"):
            return None
        return Word(start=word.start, end=word.start + end, text=kept, begins=word.begins)
    if "-" in text and text[:1].islower():
        at = next((at + 1 for at, sign in enumerate(text) if sign == "-" and text[at + 1 : at + 2].isupper()), None)
        if at is not None and text[at:].casefold() not in DEMONYMS:
            inner = Word(start=word.start + at, end=word.end, text=text[at:])
            return _named_part(inner, common)
    return None


def _joins(text: str, before: Word, after: Word) -> bool:
    between = text[before.end : after.start]
    return between in (" ", "\u00a0", "\u202f", "-", "/") or (before.text.endswith(".") and not between.strip())


def _links(text: str, words: Sequence[Word], at: int, run: Sequence[Word], common: frozenset[str]) -> bool:
    """Whether the small word at `at` goes on with the run to another capital."""
    if not _joins(text, run[-1], words[at]):
        return False
    for step in (1, 2):
        if at + step >= len(words):
            return False
        following = words[at + step]
        if not _joins(text, words[at + step - 1], following):
            return False
        if _named_part(following, common) is not None:
            return True
        if following.text.casefold() not in LINKS:
            return False
    return False


def _trimmed(run: list[Word]) -> Iterator[tuple[Word, ...]]:
    """The run without small words and bare demonyms at its ends."""
    kept = list(run)
    while kept and (kept[-1].text.casefold() in LINKS or (kept[-1].text.casefold() in DEMONYMS)):
        if kept[-1].text.casefold() in DEMONYMS and len(kept) == 1:
            return
        kept.pop()
    while kept and (kept[0].text.casefold() in LINKS or (len(kept) > 1 and _is_people(kept))):
        kept.pop(0)
    if kept and all(word.text.casefold() in DEMONYMS or word.text.casefold() in LINKS for word in kept):
        return
    if kept and kept[0].text.casefold().split("-")[0] in DEMONYMS and len(kept) == 1:
        return
    if kept:
        yield tuple(kept)


def _is_people(run: Sequence[Word]) -> bool:
    """Whether it begins as `Armenians of Karabakh` does."""
    return run[0].text.casefold() in DEMONYMS and run[1].text.casefold() in LINKS


def _without_opener(
    text: str, run: tuple[Word, ...], known: frozenset[str], small: frozenset[str]
) -> tuple[Word, ...] | None:
    first = run[0]
    folded = first.text.casefold()
    if fold(first.text) in known or _is_striking(first.text):
        return run
    if len(run) > 1:
        if folded in small:
            return run[1:]
        return run
    if folded in small:
        return None
    possessive = text[first.end : first.end + 2] in ("'s", "’s")
    following = re.match(r"\s(\w+)", text[first.end :])
    says = following is not None and following.group(1) in SAYING
    return run if possessive or says else None


def _is_striking(word: str) -> bool:
    """Whether a word is written as only names are: `NATO`, `McKay`, `Nagorno-Karabakh`, `U.S.`."""
    letters = [sign for sign in word if sign.isalpha()]
    return len(letters) > 1 and any(sign.isupper() for sign in letters[1:])
