"""Words and reading time."""

import re
from math import ceil
from types import MappingProxyType
from typing import Final

from deskeditor.article.body import Body, Heading, ListItem, Paragraph, Table, leaf_text

UNSPACED: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
    "\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3031-\u3035\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
"""The inside of a regular expression's class: scripts without spaces (Han, kana, Thai, Lao, Khmer, Burmese)."""

_CHARACTER_AS_WORD: Final = re.compile(
    "[\u3005\u3007\u3040-\u309f\u30a1-\u30fa\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uff66-\uff9f\U00020000-\U0003ffff]"
)
_BETWEEN: Final = re.compile("[\\s\u2014\u2015\u2026\u2028\u2029\ufffc]+")

# Words a minute, silent reading of running text: Trauzettel-Klosinski and Dietz, "Standardized
# assessment of reading performance" (2012); characters a minute for Chinese and Japanese.
_PACE: Final = MappingProxyType(
    {
        "ar": 138,
        "de": 179,
        "en": 228,
        "es": 218,
        "fi": 161,
        "fr": 195,
        "he": 187,
        "it": 188,
        "ja": 357,
        "nl": 202,
        "pl": 166,
        "pt": 181,
        "ru": 184,
        "sl": 180,
        "sv": 199,
        "tr": 166,
        "zh": 255,
    }
)
_USUAL_PACE: Final = 190


_JOINED: Final = re.compile(
    "\u200d.|[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
    "\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffc\t\n\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
)
"""What stands with the character before it, is not seen, or parts lines and leaves."""

_FLAG: Final = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_COUNTED: Final = Paragraph | Heading | ListItem | Table


def count_characters(text: str) -> int:
    """Count characters with spaces as a reader sees them: an emoji, a flag, a letter with its accents is one."""
    if text.isascii():
        return len(text) - text.count("\n") - text.count("\t")
    return len(_JOINED.sub("", _FLAG.sub("x", text)))


def count_words(text: str) -> int:
    """Count words as a newsroom does: `state-of-the-art` and `U.S.` are one, a lone dash is none.

    Of Chinese and Japanese text each character counts.
    """
    characters = 0
    if not text.isascii():
        text, characters = _CHARACTER_AS_WORD.subn(" ", text)
        text = _BETWEEN.sub(" ", text)
    return characters + sum(1 for word in text.split() if any(map(str.isalnum, word)))


def body_words(body: Body) -> int:
    """Count the words a reader goes through: captions, code, embeds, footnotes and attributions are left out."""
    return sum(count_words(leaf_text(leaf)) for leaf in body if isinstance(leaf, _COUNTED))


class Counter:
    """Counts words and characters of a body that is counted again and again: only what is new in it costs anything."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[int, int]] = {}

    def count(self, body: Body) -> tuple[int, int]:
        """The words of a body, as `body_words` counts them, and the characters of the same leaves."""
        known: dict[str, tuple[int, int]] = {}
        words = characters = 0
        for leaf in body:
            if isinstance(leaf, _COUNTED):
                text = leaf_text(leaf)
                counted = self._known.get(text) or (count_words(text), count_characters(text))
                known[text] = counted
                words += counted[0]
                characters += counted[1]
        self._known = known
        return words, characters


def reading_minutes(words: int, language: str) -> int:
    """Return the whole minutes that `words` take in the language of a BCP 47 tag; 0 for no words."""
    pace = _PACE.get(language.split("-")[0].casefold(), _USUAL_PACE)
    return ceil(words / pace)
