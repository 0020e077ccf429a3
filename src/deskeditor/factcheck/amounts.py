"""What numbers amount to, so that the same one is known again however it is written."""

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

_NUMBER: Final = re.compile(
    r"(?<![\w])(?P<figures>\d{1,3}(?:[\u00a0\u202f\u2009 ,.'’]\d{3})+(?!\d)(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?)"
    r"(?:[\s\u00a0\u202f-]?(?P<scale>hundred|thousand|million|billion|trillion|bn|mn|m|k|Tausend|Millionen|Million|"
    r"Milliarden|Milliarde|Mio|Mrd|Billionen|тыс|тысяч\w*|млн|млрд|трлн|миллион\w*|миллиард\w*|հազար|միլիոն|միլիարդ|"
    r"մլն|մլրդ|millions?|milliards?|mille|millones|milyon|milyar|bin|ألف|مليون|مليار)(?![\w]))?"
    r"(?![^\W_])",
    re.IGNORECASE,
)
_SCALES: Final = MappingProxyType(
    {
        "hun": 100,
        "tho": 1_000,
        "k": 1_000,
        "tau": 1_000,
        "тыс": 1_000,
        "հազ": 1_000,
        "bin": 1_000,
        "ألف": 1_000,
        "mio": 1_000_000,
        "mil": 1_000_000,
        "mn": 1_000_000,
        "m": 1_000_000,
        "млн": 1_000_000,
        "мил": 1_000_000,
        "միլ": 1_000_000,
        "մլն": 1_000_000,
        "ملي": 1_000_000,
        "bil": 1_000_000_000,
        "bn": 1_000_000_000,
        "mrd": 1_000_000_000,
        "млр": 1_000_000_000,
        "մլր": 1_000_000_000,
        "tri": 1_000_000_000_000,
        "трл": 1_000_000_000_000,
    }
)
_THOUSAND_MILLIONS: Final = ("milliard", "миллиард", "միլիարդ", "milyar", "مليار")
_THOUSANDS: Final = ("mille",)


def amounts_in(text: str) -> Iterator[tuple[int, int, float]]:
    """The figures of a text with their ranges and what they amount to, scale words included."""
    for number in _NUMBER.finditer(text):
        value = _value(number.group("figures"))
        scale = (number.group("scale") or "").casefold()
        yield number.start(), number.end(), round(value * _factor(scale), 4)


def _value(figures: str) -> float:
    bare = re.sub(r"[\u00a0\u202f\u2009 '’]", "", figures)
    grouped = re.fullmatch(r"(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*)(?:[.,](\d{1,2}))?", bare)
    if grouped:
        return float(re.sub(r"[.,]", "", grouped.group(1)) + "." + (grouped.group(3) or "0"))
    return float(bare.replace(",", "."))


def _factor(scale: str) -> int:
    if not scale:
        return 1
    if scale.startswith(_THOUSAND_MILLIONS):
        return 1_000_000_000
    if scale in _THOUSANDS:
        return 1_000
    return _SCALES.get(scale, _SCALES.get(scale[:3], 1))
