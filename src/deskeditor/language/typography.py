"""Typographic signs for what a keyboard types: quotation marks, apostrophes, dashes, points, by language."""

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from deskeditor.article.line import OBJECT
from deskeditor.language.words import UNSPACED

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
# Outer and inner marks of CLDR 's "delimiters", opening and closing; a region that differs has a row of its own.
# Where CLDR gives single marks for the outer ones (Dutch) or the same pair twice, it is what newspapers write.
_MARKS: Final = MappingProxyType(
    {
        "“”‘’": "en es pt-br da nl lv tr az gl hi bn ta zh ko th vi mn cy ga mt id ms sw tg af sq",
        "„“‚‘": "de cs sk sl hr mk et is lb bg lt",
        "„”‚’": "pl",
        "„”«»": "ro",
        "„”»«": "hu",
        "„”‘’": "bs",
        "„”’’": "sr",
        "„“«»": "ka",
        "«»“”": "fr it pt el ca eu kk",
        "«»‹›": "fr-ch it-ch fa am",
        "«»‘’": "nb nn no hy",
        "«»„“": "ru uk be ky",
        "””’’": "sv fi he",
        "”“’‘": "ar ur",
        "「」『』": "ja zh-hant zh-tw zh-hk zh-mo",
    }
)
_BY_TAG: Final = MappingProxyType({tag: marks for marks, tags in _MARKS.items() for tag in tags.split()})
_EM_APART: Final = frozenset({"fr", "ru", "uk", "be", "it", "pl", "pt", "bg", "ro", "lt", "lv", "hy", "ja", "zh"})
_BRITISH_REGIONS: Final = frozenset({"gb", "au", "ie", "nz", "za", "in"})
_LOOKED_AT: Final = 2000
"""Characters before the caret that tell what is open: a longer paragraph costs a key press no more."""

_OPENERS: Final = frozenset("([{<¿¡“„‘‚«‹「『（【《〈")
_EITHER: Final = "/|=+*_~:"
"""Signs that a quotation may begin or end behind."""
_DASHES: Final = frozenset("-‐‑–—―‒")
_UNSEEN: Final = re.compile(f"[{OBJECT}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0e\ufe0f\ufeff]+$")
"""What stands before the caret and is no sign: footnote references, marks of direction, joiners."""
_UNSPACED: Final = re.compile(f"[{UNSPACED}、。，：；？！]")
_ADDRESS: Final = re.compile(r"(?:[a-z][a-z0-9+.\-]*://|www\.)\S*$|\S+@\S*$", re.IGNORECASE)
_AS_CODE: Final = re.compile(r"(?:^|[\s(\[])`(?=[^`\s])[^`]*$")
_FEET: Final = re.compile(r"\d['′]\s?\d{1,2}$")
_LEFT_OUT: Final = re.compile(
    r"(?<!\w)‘((?i:tis|twas|twere|twill|till?|em|cause|bout|round|neath|nuff|cos|fraid)|\d\ds?)$"
)
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
    parts = language.replace("_", "-").casefold().split("-")
    tags = ("-".join(parts), *(f"{parts[0]}-{part}" for part in parts[1:]), parts[0])
    marks = next((_BY_TAG[tag] for tag in tags if tag in _BY_TAG), None)
    if marks is None or parts[0] == "en":
        return _BRITISH if _BRITISH_REGIONS.intersection(parts[1:]) else _ENGLISH
    outer = (marks[0], marks[1])
    if parts[0] == "fr" and "ch" not in parts[1:]:
        outer = (f"«{NARROW}", f"{NARROW}»")
    apart = "\u2014" if parts[0] in _EM_APART else "\u2013"
    return Signs(outer=outer, inner=(marks[2], marks[3]), joined_dash=apart, apart_dash=apart)


def typographic(before: str, language: str) -> Replacement | None:
    """What the last character of `before`, just typed, makes of itself and of those before it; None for nothing.

    `before` is the text from the beginning of its line to the caret. Addresses are left alone, and what
    backticks begin as code.
    """
    if not before:
        return None
    before = before[-_LOOKED_AT:]
    sign, text = before[-1], before[:-1]
    if "`" in text and _AS_CODE.search(text):
        return None
    signs = signs_of(language)
    is_address = _is_address(text)
    if sign == '"':
        made = _double_quote(_dashed(text, sign, signs), signs)
    elif is_address:
        return None
    elif sign == "'":
        made = _single_quote(_dashed(text, sign, signs), signs)
    elif sign == "." and text.endswith("..") and not text.endswith("..."):
        made = text[:-2] + "…"
    else:
        made = _decided(_dashed(text, sign, signs), sign, signs) + sign
    return _difference(before, made)


def ordinal_or_fraction(before: str) -> Replacement | None:
    """What a word that has just ended makes of an ordinal such as 1st, or of a fraction such as 1/2."""
    if not before or before[-1].isalnum() or before[-1] in "/_-" or _is_address(before[:-1]):
        return None
    text, end = before[-_LOOKED_AT:-1], before[-1]
    if _ORDINAL.search(text):
        return Replacement(removed=3, text=text[-2:] + end, raised=2, kept=1)
    found = _FRACTION.search(text)
    if found and found.group(1) in _FRACTIONS:
        return Replacement(removed=len(found.group(1)) + 1, text=_FRACTIONS[found.group(1)] + end)
    return None


def _is_address(text: str) -> bool:
    """Whether the text ends within an address."""
    if not text or text[-1].isspace():
        return False
    last = text[-_LOOKED_AT:].rsplit(maxsplit=1)[-1]
    return ("@" in last or "." in last or ":" in last) and _ADDRESS.search(last) is not None


def _double_quote(text: str, signs: Signs) -> str:
    """The text with a double mark behind it."""
    opening, closing = signs.outer
    seen = _UNSEEN.sub("", text)
    is_open = _is_open(seen, opening, closing)
    if _FEET.search(seen) or (seen[-1:].isdigit() and not is_open):
        # Inches and seconds.
        return text + '"'
    return text + (opening if _opens(seen, is_open) else closing)


def _single_quote(text: str, signs: Signs) -> str:
    """The text with a single mark behind it, or an apostrophe."""
    opening, closing = signs.inner
    if re.search(r"(?<!\w)‘[nN]$", text):
        # Rock ’n’ roll: neither of them quotes.
        return text[:-2] + APOSTROPHE + text[-1] + APOSTROPHE
    seen = _UNSEEN.sub("", text)
    is_open = _is_open(seen, opening, closing)
    last = seen[-1:]
    if last.isdigit() and not is_open:
        return text + "'"
    if last.isalpha() and not _UNSPACED.match(last) and not is_open:
        return text + APOSTROPHE
    if _opens(seen, is_open):
        return text + opening
    # Where nothing is open, and a mark of another form would close, it can be the apostrophe alone.
    return text + (closing if is_open else APOSTROPHE)


def _opens(seen: str, is_open: bool) -> bool:
    """Whether a mark behind `seen` opens; `is_open` says that one is open already."""
    last = seen[-1:]
    if not last or last.isspace():
        return True
    if last in _EITHER:
        word = seen.rstrip(_EITHER)[-1:]
        return not (is_open and word and not word.isspace() and word not in _OPENERS)
    if last in _OPENERS:
        # One that closes in some languages: “ ends a German quotation.
        return not (is_open and last in "“‘" and _follows_word(seen))
    if last in _DASHES:
        # “I never—” he began. But: the word—“never”—was his.
        return not (is_open and _follows_word(seen))
    return bool(_UNSPACED.match(last)) and not is_open


def _follows_word(seen: str) -> bool:
    return len(seen) > 1 and not seen[-2].isspace() and seen[-2] not in _OPENERS


def _is_open(text: str, opening: str, closing: str) -> bool:
    """Whether the last quotation that was begun has not ended yet."""
    opening, closing = opening.strip(NARROW), closing.strip(NARROW)
    if closing == APOSTROPHE:
        # Inside a word it closes nothing.
        text = re.sub(r"(?<=\w)’(?=\w)", "", text)
    if opening == closing:
        return text.count(opening) % 2 == 1
    return text.rfind(opening) > text.rfind(closing)


def _decided(text: str, sign: str, signs: Signs) -> str:
    """The text once the sign behind a mark tells that it was an apostrophe: 1990’s, geht’s, ’90s, ’tis."""
    if sign.isalpha():
        closing = signs.inner[1]
        in_word = closing != APOSTROPHE and not _UNSPACED.match(sign) and re.search(rf"[^\W\d_]{closing}$", text)
        return text[:-1] + APOSTROPHE if in_word or re.search(r"\d'$", text) else text
    if not sign.isdigit() and sign not in "'’" and signs.inner[0] == "‘" and (found := _LEFT_OUT.search(text)):
        return text[: found.start()] + APOSTROPHE + found.group(1)
    return text


def _dashed(text: str, sign: str, signs: Signs) -> str:
    """The text once the sign behind two hyphens tells that they are a dash: `--option` stays, `---` too."""
    if not text.endswith("--") or text.endswith("---") or sign == "-":
        return text
    before = text[:-2][-1:]
    if sign == " ":
        return text[:-2] + signs.apart_dash if before.strip() or text[:-2] else text
    if before.isspace() or not before or not (sign.isalnum() or sign in "\"'”’“‘,;:)]"):
        return text
    return text[:-2] + signs.joined_dash


def _difference(plain: str, made: str) -> Replacement | None:
    """The shortest replacement that makes `made` of `plain`."""
    if plain == made:
        return None
    shared = 0
    while shared < min(len(plain), len(made)) and plain[shared] == made[shared]:
        shared += 1
    return Replacement(removed=len(plain) - shared, text=made[shared:])
