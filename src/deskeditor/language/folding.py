"""Folding: the plainest form of a text, in which search and completion compare words."""

import re
import unicodedata
from types import MappingProxyType
from typing import Final

# What neither case folding nor decomposition brings to the letter a person types for it.
_LETTERS: Final = MappingProxyType(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ħ": "h",
        "ı": "i",
        "ŧ": "t",
        "ŋ": "n",
        "ə": "e",
        "ß": "ss",
        "ي": "ی",
        "ى": "ی",
        "ك": "ک",
        "\u0640": "",
    }
)
_SIGNS: Final = MappingProxyType(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u02bb\u2039\u203a\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u2028\u2029\ufffc", " "),
    }
)
# Compatibility decomposition would turn ´ into a space and a combining accent, so signs come first.
_FIRST: Final = str.maketrans(dict(_SIGNS))
_LAST: Final = str.maketrans(dict(_LETTERS))

# Accents of the Latin, Greek and Cyrillic scripts, vowel points of Hebrew and Arabic. The vowel
# signs of the Indic and Thai scripts are letters in all but name and stay. Default-ignorable
# characters (soft hyphen, joiners, direction marks) go too.
_DROPPED: Final = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]"
)


def fold(text: str) -> str:
    """Return `text` without case, accents, ligatures and typographic signs.

    `Łódź` becomes `lodz`, `Straße` `strasse`, `don’t` `don't`; `京都` stays. Folding what is folded
    changes nothing. The length may change.
    """
    if text.isascii():
        return text.lower()
    folded = _folded_once(text)
    # Rarely, dropping a mark lets the rest compose or decompose anew.
    while (again := _folded_once(folded)) != folded:
        folded = again
    return folded


def _folded_once(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.translate(_FIRST)).casefold()
    kept = _DROPPED.sub("", unicodedata.normalize("NFKD", plain)).translate(_LAST)
    return unicodedata.normalize("NFC", kept)
