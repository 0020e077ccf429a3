"""Typographic signs for what a keyboard types: quotation marks, apostrophes, dashes, points, by language."""

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

NARROW: Final = "\u202f"
APOSTROPHE: Final = "\u2019"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """A language's signs: outer and inner quotation marks, and the dash for two hyphens between words and apart."""

    outer: tuple[str, str]
    inner: tuple[str, str]
    joined_dash: str = "\u2013"
    apart_dash: str = "\u2013"


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """What takes the place of the last `removed` characters before the caret.

    The last `raised` characters of those before `kept` at the end are to stand as superscript.
    """

    removed: int
    text: str
    raised: int = 0
    kept: int = 0


_ENGLISH: Final = Signs(outer=("“", "”"), inner=("‘", "’"), joined_dash="\u2014", apart_dash="\u2014")
_BRITISH: Final = Signs(outer=("“", "”"), inner=("‘", "’"), joined_dash="\u2014")
_LOW: Final = Signs(outer=("„", "“"), inner=("‚", "‘"))
_LOW_HIGH: Final = Signs(outer=("„", "”"), inner=("‚", "’"))
_GUILLEMETS: Final = Signs(outer=("«", "»"), inner=("“", "”"))
_EAST: Final = Signs(outer=("«", "»"), inner=("„", "“"), joined_dash="\u2014", apart_dash="\u2014")
_SAME: Final = Signs(outer=("”", "”"), inner=("’", "’"))
_CORNERS: Final = Signs(outer=("「", "」"), inner=("『", "』"), joined_dash="\u2014", apart_dash="\u2014")

# The Common Locale Data Repository, "delimiters".
_SIGNS: Final = MappingProxyType(
    {
        "en": _ENGLISH,
        "en-gb": _BRITISH,
        "en-au": _BRITISH,
        "en-ie": _BRITISH,
        "ar": Signs(outer=("”", "“"), inner=("’", "‘")),
        "az": _ENGLISH,
        "bg": _LOW,
        "bn": _ENGLISH,
        "ca": _GUILLEMETS,
        "cs": _LOW,
        "da": _ENGLISH,
        "de": _LOW,
        "de-ch": Signs(outer=("«", "»"), inner=("‹", "›")),
        "el": _GUILLEMETS,
        "es": _GUILLEMETS,
        "et": Signs(outer=("„", "“"), inner=("‚", "‘")),
        "fa": Signs(outer=("«", "»"), inner=("‹", "›")),
        "fi": _SAME,
        "fr": Signs(outer=(f"«{NARROW}", f"{NARROW}»"), inner=("“", "”")),
        "ga": _ENGLISH,
        "he": Signs(outer=("”", "”"), inner=("’", "’")),
        "hi": _ENGLISH,
        "hr": _LOW_HIGH,
        "hu": Signs(outer=("„", "”"), inner=("»", "«")),
        "hy": _GUILLEMETS,
        "is": _LOW,
        "it": _GUILLEMETS,
        "ja": _CORNERS,
        "ka": _LOW,
        "lt": _LOW,
        "lv": _ENGLISH,
        "nb": Signs(outer=("«", "»"), inner=("‘", "’")),
        "no": Signs(outer=("«", "»"), inner=("‘", "’")),
        "nl": Signs(outer=("‘", "’"), inner=("“", "”")),
        "pl": Signs(outer=("„", "”"), inner=("«", "»")),
        "pt": Signs(outer=("«", "»"), inner=("“", "”")),
        "pt-br": _ENGLISH,
        "ro": Signs(outer=("„", "”"), inner=("«", "»")),
        "ru": _EAST,
        "sk": _LOW,
        "sl": _LOW,
        "sq": _GUILLEMETS,
        "sr": Signs(outer=("„", "“"), inner=("‘", "’")),
        "sv": _SAME,
        "tr": _ENGLISH,
        "uk": Signs(outer=("«", "»"), inner=("„", "“"), joined_dash="\u2014", apart_dash="\u2014"),
        "zh": _ENGLISH,
        "zh-tw": _CORNERS,
    }
)
_OPENS_AFTER: Final = frozenset(" \t\u00a0\u2009\u202f\u2028([{/-\u2010\u2011\u2012\u2013\u2014\u2015=¿¡\ufffc")
_QUOTES: Final = "\"'“”„‟‘’‚‛«»‹›「」『』"
_ADDRESS: Final = re.compile(r"(?:[a-z][a-z0-9+.\-]*://|www\.)\S*$|\S+@\S*$", re.IGNORECASE)
_ELIDED: Final = re.compile(r"[‘‚](tis|twas|twere|em|til|cause|n|bout|round|cos)$", re.IGNORECASE)
_ORDINAL: Final = re.compile(r"(?<![\w.,])\d*(?:(?<!1)1st|(?<!1)2nd|(?<!1)3rd|(?:1[123]|[04-9])th)$", re.IGNORECASE)
_FRACTION: Final = re.compile(r"(?<![\w/.,])(\d/\d{1,2})$")
_FRACTIONS: Final = MappingProxyType(
    {
        **{"1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾", "1/5": "⅕", "2/5": "⅖", "3/5": "⅗"},
        **{"4/5": "⅘", "1/6": "⅙", "5/6": "⅚", "1/7": "⅐", "1/8": "⅛", "3/8": "⅜", "5/8": "⅝", "7/8": "⅞"},
        **{"1/9": "⅑", "1/10": "⅒"},
    }
)


def signs_of(language: str) -> Signs:
    """The signs of a language by its BCP 47 tag; those of English where it is not known."""
    tag = language.lower()
    return _SIGNS.get(tag) or _SIGNS.get(tag.split("-")[0], _ENGLISH)


def typographic(before: str, language: str) -> Replacement | None:
    """What the last character of `before`, just typed, makes of itself and of those before it; None for nothing.

    `before` is the text from the beginning of its line to the caret. Addresses are left alone.
    """
    if not before or _ADDRESS.search(before[:-1]):
        return None
    character, text = before[-1], before[:-1]
    signs = signs_of(language)
    match character:
        case '"':
            return _double_quote(text, signs)
        case "'":
            return _single_quote(text, signs)
        case "-":
            return _dash(text, signs)
        case "." if text.endswith("..") and not text.endswith("..."):
            return Replacement(removed=3, text="…")
        case _ if character.isdigit() and text.endswith(signs.inner[0]) and signs.inner[0] != APOSTROPHE:
            # ’90s: what looked like an opening mark was an apostrophe.
            return Replacement(removed=1 + len(signs.inner[0]), text=APOSTROPHE + character)
        case _ if not character.isalnum() and (found := _ELIDED.search(text)):
            return Replacement(removed=len(found.group()) + 1, text=APOSTROPHE + found.group(1) + character)
    return None


def ordinal_or_fraction(before: str) -> Replacement | None:
    """What a word that has just ended makes of an ordinal such as 1st, or of a fraction such as 1/2."""
    if not before or before[-1].isalnum() or before[-1] in "/_-" or _ADDRESS.search(before[:-1]):
        return None
    text, end = before[:-1], before[-1]
    if _ORDINAL.search(text):
        return Replacement(removed=3, text=text[-2:] + end, raised=2, kept=1)
    found = _FRACTION.search(text)
    if found and found.group(1) in _FRACTIONS:
        return Replacement(removed=len(found.group(1)) + 1, text=_FRACTIONS[found.group(1)] + end)
    return None


def _opens(text: str) -> bool:
    return not text or text[-1] in _OPENS_AFTER or (text[-1] in _QUOTES and _opens(text[:-1]))


def _double_quote(text: str, signs: Signs) -> Replacement | None:
    opening, closing = signs.outer
    is_open = text.count(opening) > text.count(closing) if opening != closing else text.count(opening) % 2 == 1
    if text and text[-1].isdigit() and not is_open:
        # Inches and seconds.
        return None
    if _opens(text) and not (is_open and text.endswith(opening)):
        return Replacement(removed=1, text=opening)
    return Replacement(removed=1, text=closing)


def _single_quote(text: str, signs: Signs) -> Replacement | None:
    opening, closing = signs.inner
    if found := _ELIDED.search(text):
        # Rock ’n’ roll: neither of the two is a quotation mark.
        return Replacement(removed=len(found.group()) + 1, text=APOSTROPHE + found.group(1) + APOSTROPHE)
    is_open = opening != APOSTROPHE and text.count(opening) > text.count(closing)
    if text and text[-1].isdigit() and not is_open:
        return None
    if _opens(text):
        return Replacement(removed=1, text=opening)
    return Replacement(removed=1, text=closing if is_open else APOSTROPHE)


def _dash(text: str, signs: Signs) -> Replacement | None:
    if not text.endswith("-") or text.endswith("--") or not text[:-1].strip():
        return None
    apart = text[-2] in " \u00a0\u2009"
    return Replacement(removed=2, text=signs.apart_dash if apart else signs.joined_dash)
