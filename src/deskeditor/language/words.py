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
    return sum(
        count_words(leaf_text(leaf)) for leaf in body if isinstance(leaf, Paragraph | Heading | ListItem | Table)
    )


def reading_minutes(words: int, language: str) -> int:
    """Return the whole minutes that `words` take in the language of a BCP 47 tag; 0 for no words."""
    pace = _PACE.get(language.split("-")[0].casefold(), _USUAL_PACE)
    return ceil(words / pace)
