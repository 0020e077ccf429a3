"""The words of a sentence as names are looked for in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_WORD: Final = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?|[^\W\d_]\.(?=[\s\u00a0]?[^\W\d_])|"
    r"\w+(?:[-‐‑'’ʼ`&·]\w+)*|&"
)
_POSSESSIVE: Final = re.compile(r"['’ʼ`][sS]$")
# Turkish and Azerbaijani part a name's ending by an apostrophe.
_SUFFIX: Final = re.compile(r"['’ʼ`][a-zçğıöşüəа-я]+$")
_OPENING: Final = ('"', "“", "„", "«", "‘", "»", "(")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of the text: its range and its letters, an ending after an apostrophe left out."""

    start: int
    end: int
    text: str
    begins: bool = False
    """Whether a sentence or a quotation begins with it, so that its capital tells nothing."""

    @property
    def folded(self) -> str:
        """The word without capitals."""
        return self.text.casefold()

    @property
    def is_capital(self) -> bool:
        """Whether it is written with a capital."""
        return self.text[:1].isupper() or (self.text[:1].isdigit() and any(map(str.isupper, self.text)))


def words_in(text: str, start: int, end: int) -> Iterator[Word]:
    """The words of a sentence, figures left out."""
    begins = True
    for match in _WORD.finditer(text, start, end):
        bare = _SUFFIX.sub("", _POSSESSIVE.sub("", match.group()))
        if bare and not bare.isdigit():
            opened = text[match.start() - 1 : match.start()] if match.start() else ""
            yield Word(
                start=match.start(), end=match.start() + len(bare), text=bare, begins=begins or opened in _OPENING
            )
        begins = False


def are_joined(text: str, before: Word, after: Word) -> bool:
    """Whether nothing but a space stands between two words."""
    between = text[before.end : after.start]
    return between in (" ", "\u00a0", "\u202f", "-", "/") or (before.text.endswith(".") and not between.strip())
