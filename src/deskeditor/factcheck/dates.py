"""Dates and times in running text: days, months, years, weekdays, centuries and the clock."""

import re
from functools import lru_cache
from typing import Final

from deskeditor.factcheck.calendars import MONTHS, WEEKDAYS, languages_of

Span = tuple[int, int]

_YEAR: Final = r"(?:1[0-9]{3}|20[0-9]{2})"
_DASH: Final = r"\s?[-–—]\s?"
# What years and days carry behind them: `1930s`, `2013–14`, `1960-х гг.`, `1937 թ.`, `2025-ին`, `2019’da`.
_YEAR_END: Final = (
    r"(?:['’]?s\b|er(?:n)?\b(?:\sJahren?)?|-?х\b|['’][a-zçğıöşü]+|-(?:ականներ\w*|ին|ից|ի|ը|ում|ական|го|м|й|е|ым))?"
    r"(?:\s?(?:гг?\.|год[а-я]*\b|թթ?\.|թվական\w*|թ\b|рр?\.|р[оі][кц]\w*|yıl\w*|году\b))?"
)
_ERA: Final = (
    r"(?:\s(?:B\.?C\.?(?:E\.?)?|A\.?D\.?|C\.?E\.?|до н\.\s?э\.|н\.\s?э\.|v\. Chr\.|n\. Chr\.|av\. J\.-C\.|մ\.թ\.ա\.))?"
)
_CENTURY: Final = (
    r"\b(?:\d{1,2}(?:st|nd|rd|th)|[IVX]{1,5}\.?|\d{1,2}\.|\d{1,2}(?:-?(?:м|й|го|րդ|րդ))?|[IVX]+[eè](?:me)?)\s?"
    r"(?:centur(?:y|ies)|Jahrhundert\w*|век[а-я]*|դար\w*|siècles?|siglos?|secolo|yüzyıl\w*|əsr\w*)"
    r"|\bsiglo [IVX]+\b|\b(?:القرن) [\w ]{3,12}?(?=\s|$)"
)
_ISO: Final = r"\b\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?\b"
_POINTS: Final = r"\b\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})\b"
_ZONE: Final = r"(?:\s?(?:GMT|UTC|BST|CET|CEST|EST|EDT|PST|PDT|ET|MSK|МСК|по Москве|Uhr|local time))?"
_CLOCK: Final = (
    r"\b(?:[01]?\d|2[0-4])[:.][0-5]\d(?::[0-5]\d)?\s?(?:[ap]\.?\s?m\.?(?!\w)|Uhr|h\b)" + _ZONE + r"|"
    r"\b(?:[01]?\d|2[0-3]):[0-5]\d(?:-\w+)?(?![\d:])" + _ZONE + r"|"
    r"\b\d{1,2}\s?(?:[ap]\.m\.|[ap]m\b|o['’]clock|Uhr\b(?:\s[0-5]\d\b)?)" + _ZONE + r"|"
    r"\b(?:[01]?\d|2[0-3])[h][0-5]?\d?\b(?!\w)|"
    r"\bժ(?:ամը)?\.?\s\d{1,2}(?:[:.]\d{2})?(?:-\w+)?|\bsaat \d{1,2}(?:[:.]\d{2})?(?:['’]\w+)?|"
    r"\b(?:noon|midnight|Mitternacht|полночь|полдень)\b"
)
_EAST_ASIAN: Final = (
    r"(?:\d{2,4}|[〇一二三四五六七八九十]{2,4})[年년](?:\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[月월](?:\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号일])?)?"
    r"|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[月월](?:\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号일])?|\d{1,2}[日일](?![间間本])"
    r"|(?:午前|午後|上午|下午|오전|오후)\s?\d{1,2}[時时点시](?:半|\s?\d{1,2}[分분])?"
    r"|[月火水木金土日]曜日|(?:星期|周)[一二三四五六日天]|[월화수목금토일]요일"
)
_DAY: Final = r"(?:\d{1,2}(?:st|nd|rd|th|er|º|ª|\.|-?(?:го|е|ին|ից|ի|րդ))?)"
_SMALL_MONTHS: Final = frozenset("may march august".split())


@lru_cache(maxsize=64)
def _expression(languages: tuple[str, ...]) -> re.Pattern[str]:
    months = "|".join(
        word for name in languages for word in sorted(MONTHS.get(name, "").split(), key=len, reverse=True)
    )
    weekdays = "|".join(
        word for name in languages for word in sorted(WEEKDAYS.get(name, "").split(), key=len, reverse=True)
    )
    month = rf"(?<!\w)(?:{months})(?!\w)"
    of = r"(?:\s(?:de|del|of|do|di|d['’]))?\s"
    year = rf"{_YEAR}{_YEAR_END}"
    days = rf"{_DAY}(?:(?:{_DASH}|\s(?:to|and|bis|und|по|и|et|al|y)\s){_DAY})?"
    day_and_month = (
        rf"(?:\b{days}{of}{month}(?:,?{of}{year}|\sթ\.)?"
        rf"|{month}(?:\s{days}(?![\d:,.]\d)(?!\s?[%$€])(?!\w))?(?:,?{of}{year})?"
        rf"|\b{year}\s{month}(?:\s{_DAY})?)"
    )
    weekday = rf"(?<!\w)(?:{weekdays})(?!\w)(?:\s(?:morning|afternoon|evening|night)\b)?"
    return re.compile(
        "|".join(
            (
                _ISO,
                _POINTS,
                rf"{weekday}(?:,?\s(?:den\s|dem\s|le\s|el\s)?{day_and_month})?",
                day_and_month,
                _EAST_ASIAN,
                _CENTURY,
                _CLOCK,
                rf"(?<![\w.,$€£#№+-]){_YEAR}(?:[-–—/](?:{_YEAR}|\d{{2}}))?{_YEAR_END}{_ERA}(?![\w%€])(?![.,:]\d)(?!\s?%)",
                rf"\b\d{{1,4}}(?:{_DASH}\d{{1,4}})?\s(?:годах?у?а?\s)?(?:BC|BCE|AD|до н\.\s?э\.|v\. Chr\.)(?!\w)",
                r"(?<![\w.,$€£])[1-9]0s\b",
            )
        )
    )


def dates_in(text: str, language: str) -> tuple[Span, ...]:
    """The ranges of dates and times; `language` is a primary language subtag."""
    found = []
    for date in _expression(languages_of(text, language)).finditer(text):
        words = date.group()
        # "May" and "March" are verbs, too: without a day they must be told by what stands before.
        if words.casefold() in _SMALL_MONTHS and not _follows_in(text, date.start()):
            continue
        found.append((date.start(), date.start() + len(words.rstrip())))
    return tuple(found)


def _follows_in(text: str, at: int) -> bool:
    return (
        re.search(
            r"(?:\b(?:in|of|since|by|until|till|from|to|last|next|this|early|late|mid|and|every|through|between|im|seit|bis|"
            r"Anfang|Ende|Mitte)|mid-)[\s-]$",
            text[max(at - 12, 0) : at],
            re.IGNORECASE,
        )
        is not None
    )
