"""Instants as a page shows and encodes them, in the publication's zone."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from deskeditor.profile import PageWords


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTime:
    """An instant twice: `encoded` in ISO 8601 with its offset, `shown` in the page's words."""

    encoded: str
    shown: str


def encoded_time(at: datetime, zone: ZoneInfo) -> str:
    """Return the aware instant in ISO 8601 with offset, to the second, in `zone`."""
    if at.tzinfo is None:
        raise ValueError("an article's times are aware instants")
    return at.astimezone(zone).isoformat(timespec="seconds")


def shown_time(at: datetime, zone: ZoneInfo, words: PageWords) -> ShownTime:
    """Return the aware instant in `zone` as the page says it."""
    local = at.astimezone(zone)
    abbreviation = local.tzname() or ""
    if not abbreviation.isalpha():
        # Zones without a name of letters call themselves "+04": say what the number counts from.
        offset = local.isoformat()[-6:]
        abbreviation = f"UTC{offset.removesuffix(':00')}"
    shown = words.date.format(
        day=local.day,
        month=words.months[local.month - 1],
        year=local.year,
        clock=f"{local:%H:%M}",
        zone=abbreviation,
    )
    return ShownTime(encoded=encoded_time(at, zone), shown=shown)
