"""Where sentences begin and end, in any script: the marks that end them, and the points that do not."""

import re
from collections.abc import Iterator
from typing import Final

from deskeditor.language.abbreviations import BEFORE_NUMBERS, NEVER_LAST, OPENERS, ORDINAL_LANGUAGES, SELDOM_LAST, YEARS

_CLOSING: Final = "\"'”’»›)\\]}）】」』〉》］｝＂＇"
# What closes in some languages, opens in others: before a space it closes, and so does a guillemet after one.
_CLOSING_HERE: Final = r"[«“‹](?=\s|$)|[ \u00a0\u202f]»(?=[\s,.։…]|$)"
# Marks that end a sentence wherever they stand: Chinese and Japanese, Armenian, Arabic and Urdu, Indic, Ethiopic,
# Burmese, Khmer, Tibetan, Syriac.
_ALONE: Final = "。｡！？։।॥።፧။៕༎܀۔"
_WITH_SPACE: Final = ".!?…؟⁇⁈⁉‼:"
_END: Final = re.compile(f"(?:[{_ALONE}]|[{_WITH_SPACE}])[{_ALONE}{_WITH_SPACE}]*(?:[{_CLOSING}]|{_CLOSING_HERE})*")
_APART: Final = re.compile("[\n\t\u2028\u2029]+")
_BEFORE_WORD: Final = frozenset(" \u00a0\u202f\t\n\u2028\ufffc([«“„\"'‘—–/")
_INITIALS: Final = re.compile(r"(?:\w\.)+\w", re.UNICODE)
_NEXT: Final = re.compile(r"[\s\ufffc]*(?P<opening>[\"'“”„«»‘’‚(\[¿¡‹]*)(?P<word>[^\W_]*)")
_SIGN_AND_SMALL: Final = re.compile(r"\s*[,—–-]+\s*(?P<next>\w)")
_QUOTES: Final = ('"', "“", "„", "«")
_LETTERS_BACK: Final = 40
_LONGEST_ORDINAL: Final = 2


def sentences(text: str, language: str = "") -> tuple[tuple[int, int], ...]:
    """The ranges of code points that are the sentences of `text`, without the white space around them.

    `language` is a BCP 47 tag; it tells what a point after a number means, and may be left out. New lines,
    tabs and hard breaks part sentences too. Words quoted inside a sentence belong to it, whatever mark ends them.
    """
    ordinals = language.split("-")[0].casefold() in ORDINAL_LANGUAGES
    found: list[tuple[int, int]] = []
    for start, end in _stretches(text):
        at = _past_spaces(text, start, end)
        for mark in _END.finditer(text, start, end):
            stop = mark.end()
            if at < mark.start() and stop < end and _is_end(text, at, mark, ordinals):
                found.append((at, stop))
                at = _past_spaces(text, stop, end)
        if at < end:
            found.append((at, at + len(text[at:end].rstrip())))
    return tuple(found)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for gap in _APART.finditer(text):
        yield at, gap.start()
        at = gap.end()
    yield at, len(text)


def _past_spaces(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _is_end(text: str, start: int, mark: re.Match[str], ordinals: bool) -> bool:
    """Whether a sentence that began at `start` ends with the mark."""
    marks, stop = mark.group(), mark.end()
    if any(sign in _ALONE for sign in marks):
        return not _goes_on_small(text, stop)
    if not text[stop].isspace():
        return False
    is_point = marks[0] == "." and not marks.startswith("..")
    if marks[0] in ".:" and _is_armenian(text, mark.start()):
        # The point is a colon there, or ends an abbreviation; a colon is what people type for the full stop.
        return not is_point and not _goes_on_small(text, stop)
    if marks[0] == ":" or _goes_on_small(text, stop):
        return False
    return not is_point or _point_ends(text, start, mark, ordinals)


def _goes_on_small(text: str, stop: int) -> bool:
    """Whether what follows can begin no sentence: a small letter, or a dash or comma before one."""
    after = _NEXT.match(text, stop)
    word = after.group("word") if after else ""
    if word:
        return word[0].islower()
    following = _SIGN_AND_SMALL.match(text, stop)
    return following is not None and following.group("next").islower()


def _point_ends(text: str, start: int, mark: re.Match[str], ordinals: bool) -> bool:
    word = _word_before(text, start, mark.start())
    if not word or len(mark.group()) > 1:
        # What closes after the point is no part of an abbreviation.
        return bool(word) or mark.start() > start
    after = _NEXT.match(text, mark.end())
    following = after.group("word") if after else ""
    is_opener = following.casefold() in OPENERS or bool(after and after.group("opening")[:1] in _QUOTES)
    folded = word.casefold()
    if word.isdecimal():
        is_list_number = mark.start() - len(word) == start
        return not is_list_number and not (ordinals and len(word) <= _LONGEST_ORDINAL and not is_opener)
    if folded in BEFORE_NUMBERS and (following[:1].isdecimal() or folded not in NEVER_LAST):
        return not following[:1].isdecimal()
    if folded in YEARS and text[start : mark.start() - len(word)].rstrip()[-1:].isdecimal():
        return True
    if folded in NEVER_LAST:
        return is_opener and folded in SELDOM_LAST
    if folded in SELDOM_LAST or (len(word) == 1 and word.isupper()) or _INITIALS.fullmatch(word):
        return is_opener
    return True


def _word_before(text: str, start: int, at: int) -> str:
    begin = at
    while begin > start and text[begin - 1] not in _BEFORE_WORD:
        begin -= 1
    return text[begin:at]


def _is_armenian(text: str, at: int) -> bool:
    for sign in reversed(text[max(at - _LETTERS_BACK, 0) : at]):
        if sign.isalpha():
            return "\u0531" <= sign <= "\u0587"
    return False
