"""Keeping words out of what leaves the desk: names and contacts of those who must not be told."""

import re
from collections.abc import Callable, Iterable
from typing import Final

WITHHELD: Final = "[withheld]"
"""What stands in the desk's own words where they would tell a contact, or who it was."""

Hide = Callable[[str], str]
"""Gives a text with every telling word withheld."""

CALENDAR: Final = frozenset(
    """January February March April May June July August September October November December
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday""".split()
)
"""Words with a capital that are no names."""


def hiding(telling: Iterable[str]) -> Hide:
    """Return what withholds each of the words and phrases that tell, where it stands whole, in any capitals."""
    longest_first = sorted(set(telling), key=len, reverse=True)
    if not longest_first:
        return lambda text: text
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
    return lambda text: pattern.sub(WITHHELD, text)
