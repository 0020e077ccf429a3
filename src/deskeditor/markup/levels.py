"""Heading levels without gaps: a page's own levels moved to 2, 3 and 4."""

from dataclasses import dataclass, field
from typing import Final

TOP: Final = 2
DEEPEST: Final = 4


@dataclass(slots=True)
class Levels:
    """The open headings while a page is gone through from top to bottom."""

    _open: list[tuple[int, int]] = field(default_factory=list)

    def closed_up(self, level: int) -> int:
        """The level that a heading of `level` gets next: at most one deeper than the heading it stands under."""
        above = next((moved for given, moved in reversed(self._open) if given < level), TOP - 1)
        return min(above + 1, DEEPEST)

    def add(self, level: int, moved: int) -> None:
        """Go past a heading of `level` that was moved to `moved`."""
        while self._open and self._open[-1][0] >= level:
            self._open.pop()
        self._open.append((level, moved))
