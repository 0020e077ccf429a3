"""Clashes of two sides: each under a claim of its own, whose id is the same whenever the same texts are merged."""

from collections.abc import Collection
from dataclasses import dataclass, field
from uuid import UUID, uuid5

from deskeditor.article.line import Line, Mark, MarkKind, line_of, remarked, slice_line
from deskeditor.compare.runs import Clash, merged_line


@dataclass(slots=True, kw_only=True)
class Naming:
    """Gives each clash an id that is the same whenever the same texts are merged, and keeps the clashes."""

    article: UUID
    known: Collection[str]
    clashes: list[Clash] = field(default_factory=list)

    def merge(self, place: str, base: Line, mine: Line, theirs: Line) -> Line:
        """Merge a line of the copy, and keep its clashes."""
        merged = merged_line(base, mine, theirs, name=lambda told: self.named(f"{place} {told}"))
        self.clashes.extend(merged.clashes)
        return merged.line

    def named(self, told: str) -> str | None:
        """The id of the claim of a clash, None where it is known; `told` tells it from all others."""
        claim = str(uuid5(self.article, told.encode("utf-8", "replace").decode()))
        return None if claim in self.known else claim


def with_mark(line: Line, claim: str, words: str) -> tuple[Line, str]:
    """Lay a claim on the last word of a line; returns it with that word and those to stand behind it."""
    text = line.text
    end = len(text.rstrip(" \u2028\ufffc\u00a0\t")) or len(text)
    low = max(text[:end].rfind(sign) for sign in " \u2028\t\u00a0\ufffc") + 1
    mark = frozenset({Mark(MarkKind.CLAIM, claim)})
    marked = remarked(slice_line(line, low, end), lambda marks: marks | mark)
    made = line_of((*slice_line(line, 0, low), *marked, *slice_line(line, end)))
    return made, f"{text[low:end]} {words.strip()}"
