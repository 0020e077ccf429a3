"""Until when a wire's embargo line holds: an exact instant, or nothing where the line leaves doubt."""

import re
from datetime import UTC, datetime, timedelta, timezone
from types import MappingProxyType
from typing import Final

_MONTHS: Final = (
    ("jan", "ene", "gen"),
    ("feb", "fev", "fév"),
    ("mar", "mär", "maa"),
    ("apr", "avr", "abr"),
    ("may", "mai", "maj", "mei", "mag"),
    ("jun", "juin", "giu"),
    ("jul", "juil", "lug"),
    ("aug", "aoû", "aou", "ago"),
    ("sep", "set"),
    ("oct", "okt", "ott", "out"),
    ("nov",),
    ("dec", "dez", "déc", "dic"),
)
_HOURS_FROM_UTC: Final = MappingProxyType(
    {
        "GMT": 0,
        "UTC": 0,
        "UT": 0,
        "Z": 0,
        "BST": 1,
        "CET": 1,
        "MEZ": 1,
        "CEST": 2,
        "MESZ": 2,
        "EET": 2,
        "EEST": 3,
        "MSK": 3,
        "JST": 9,
        "EST": -5,
        "EDT": -4,
        "PST": -8,
        "PDT": -7,
    }
)
_ZONE: Final = re.compile(rf"(?<=[\d\s(:m.])({'|'.join(_HOURS_FROM_UTC)})\b|(?<=\d)\s?([+-])(\d{{2}}):?(\d{{2}})\b")
_CLOCK: Final = re.compile(
    r"(?<![\d.\-])(\d{1,2})(?:[:.h](\d{2}))(?::\d{2})?\s*([ap]\.?m\b\.?)?|(?<![\d.\-])(\d{1,2})\s*([ap]\.?m\b\.?)|"
    r"(?<![\d.\-])([01]\d|2[0-3])([0-5]\d)(?=\s*(?:GMT|UTC|UT|Z|BST|CET|MEZ|CEST|MESZ|E[SD]T|P[SD]T|JST|MSK|hrs|hours))|"
    r"(?<![\d.\-])(\d{1,2})\s+(?:Uhr|heures)\b",
    re.IGNORECASE,
)
_NUMBERS_ISO: Final = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})(?=\D|$)")
_NUMBERS_DOTTED: Final = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b")
_DAY_MONTH: Final = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th|er|\.)?\s+(?:de\s+)?([^\W\d_]{3,10})\.?,?\s+(?:de\s+)?(\d{4})\b"
)
_MONTH_DAY: Final = re.compile(r"\b([^\W\d_]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")


def read_embargo(line: str) -> datetime | None:
    """Return the aware instant (UTC) until which `line` forbids publication.

    None where the date, the year, the time or the zone is missing, or where there are two: a wrong
    hour is worse than a question to the desk.
    """
    day, rest = _day(line)
    clock = _clock(rest)
    zone = _zone(rest)
    if day is None or clock is None or zone is None:
        return None
    try:
        local = datetime(*day, *clock, tzinfo=timezone(zone))
        return local.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _day(line: str) -> tuple[tuple[int, int, int] | None, str]:
    """The year, month and day, and the line without them."""
    for shape, order in (
        (_NUMBERS_ISO, (1, 2, 3)),
        (_NUMBERS_DOTTED, (3, 2, 1)),
        (_DAY_MONTH, (3, 2, 1)),
        (_MONTH_DAY, (3, 1, 2)),
    ):
        for match in shape.finditer(line):
            year, month, day = (match.group(at) for at in order)
            number = int(month) if month.isdigit() else _month(month)
            if number:
                return (int(year), number, int(day)), line[: match.start()] + " " + line[match.end() :].lstrip("T")
    return None, line


def _month(word: str) -> int:
    lower = word.lower()
    return next((at for at, names in enumerate(_MONTHS, start=1) if lower.startswith(names)), 0)


def _clock(text: str) -> tuple[int, int] | None:
    found = list(_CLOCK.finditer(text))
    if len(found) != 1:
        return None
    match = found[0]
    hour = int(match[1] or match[4] or match[6] or match[8])
    minute = int(match[2] or match[7] or 0)
    half = (match[3] or match[5] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return hour, minute


def _zone(text: str) -> timedelta | None:
    zones = set()
    for match in _ZONE.finditer(text):
        if match[1]:
            zones.add(timedelta(hours=_HOURS_FROM_UTC[match[1]]))
        else:
            shift = timedelta(hours=int(match[3]), minutes=int(match[4]))
            zones.add(shift if match[2] == "+" else -shift)
    return zones.pop() if len(zones) == 1 else None
