"""Titles: what a piece says that a person is, beside the name."""

import re
from collections.abc import Sequence
from typing import Final

from deskeditor.factcheck.roles import is_role

Span = tuple[int, int]

_PHRASE: Final = re.compile(
    r",\s(?P<title>[^,;:()«»“”\"—–.\u2028\n]+(?:(?<=\b[^\W\d_])\.[^,;:()«»“”\"—–.\u2028\n]+)*)"
    r"(?P<end>,|\.(?=\s|$)|[);:—–\"”]|$)"
)
_SAYING: Final = re.compile(r"\s(?:said|told|says|wrote|tweeted|added|argues|argued|thinks|believes)\b")
_OF: Final = re.compile(r"(?:of|from|with|at|vom|von|из) ")
_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")
_BEFORE: Final = re.compile(r"(?:^|(?<=[\s(«“\"—–]))(?:[^\W\d_][\w-]*[ \u00a0])+$")
_LEADING: Final = frozenset(
    "the a an this that its their his her our my of by to for from with and or as at in on said says told former also "
    "is was are were be been has had when while if because but than like who which".split()
)
_LONGEST: Final = 16
_LOOK_BACK: Final = 50
_MOST_WORDS_BEFORE: Final = 2


def titles_in(text: str, names: Sequence[Span], language: str) -> tuple[Span, ...]:
    """The ranges of titles beside the names at `names`: after a comma, or right before."""
    found: set[Span] = set()
    for start, end in names:
        if " " in text[start:end] and text.startswith(",", end):
            found.update(_after(text, end, language))
        found.update(_before(text, start, language))
    return tuple(sorted(found))


def _after(text: str, end: int, language: str) -> list[Span]:
    phrase = _PHRASE.match(text, end)
    if phrase is None:
        return []
    title = phrase.group("title")
    says = _SAYING.search(title)
    kept = title[: says.start()] if says else title
    kept = kept.rstrip()
    words = _WORD.findall(kept)
    # `Ann Lee, of the Lake Institute, wrote`: where one is from is what one is.
    is_title = any(is_role(word, language) for word in words) or (phrase.group("end") == "," and _OF.match(kept))
    if not words or not is_title or len(words) > _LONGEST:
        return []
    return [(phrase.start("title"), phrase.start("title") + len(kept))]


def _before(text: str, start: int, language: str) -> list[Span]:
    near = _BEFORE.search(text, max(start - _LOOK_BACK, 0), start)
    if near is None:
        return []
    words = list(_WORD.finditer(text, near.start(), start))
    last = words[-1]
    # In German a title has a capital without being part of the name.
    if not is_role(last.group(), language) or (last.group()[0].isupper() and language == "en"):
        return []
    first = last
    for word in reversed(words[-1 - _MOST_WORDS_BEFORE : -1]):
        said = word.group()
        if language != "en" or not said.islower() or said in _LEADING or said.endswith(("ed", "ly", "s")):
            break
        first = word
    return [(first.start(), last.end())]
