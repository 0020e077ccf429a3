"""The place, and the agency, that the first paragraph of a piece may open with."""

import re
from dataclasses import replace
from typing import Final

from deskeditor.ingest.sorting import Slot, SortedLine

_DATELINE: Final = re.compile(
    r"^(?P<place>[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]+(?:[ -][A-ZÀ-ÖØ-Þ.'’]+){0,3}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?){0,2}"
    r"(?:, (?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+))?)\s*(?P<agency>\((?:[A-Z]{2,8}|[A-Z][\w ]{2,25})\))?\s*"
    r"(?P<dash>[—–]|--?)\s+(?=\S)"
)


def without_dateline(line: SortedLine, *, credited: bool) -> list[SortedLine]:
    """Cut the dateline, and the agency in it, from the first paragraph; `credited` where the agency is known."""
    match = _DATELINE.match(line.text)
    if not match:
        return [line]
    rest = replace(line, text=line.text[match.end() :])
    place = SortedLine(text=match["place"], slot=Slot.DATELINE, why="the place before the first sentence")
    agency = f"{match['agency'] or ''} {match['dash']}".strip()
    slot = Slot.CREDIT if match["agency"] and not credited else Slot.DROPPED
    why = "the agency in the dateline" if match["agency"] else "the dash of the dateline"
    return [place, SortedLine(text=agency, slot=slot, why=why), rest]
