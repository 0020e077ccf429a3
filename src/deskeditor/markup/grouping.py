"""Leaves that are written together: a block quote, a list, the footnotes; all others alone."""

from collections.abc import Iterable, Iterator

from deskeditor.article.body import Attribution, Footnote, Heading, Leaf, ListItem, is_quoted
from deskeditor.markup.levels import Levels

Placed = tuple[int, Leaf]
"""A leaf and its index in the body that was given to be written."""


def groups(leaves: Iterable[Placed]) -> Iterator[list[Placed]]:
    """Yield the leaves in their order, those together that share an element of the page."""
    group: list[Placed] = []
    for placed in leaves:
        if group and not _joins(group[-1][1], placed[1]):
            yield group
            group = []
        group.append(placed)
    if group:
        yield group


def _joins(previous: Leaf, leaf: Leaf) -> bool:
    if is_quoted(previous) or is_quoted(leaf):
        return is_quoted(previous) and is_quoted(leaf) and not isinstance(previous, Attribution)
    return any(isinstance(previous, kind) and isinstance(leaf, kind) for kind in (ListItem, Footnote))


def list_stretches(leaves: Iterable[Placed]) -> Iterator[list[Placed]]:
    """Yield what stands in one quote: list items that follow each other together, all others alone."""
    stretch: list[Placed] = []
    for placed in leaves:
        if stretch and not (isinstance(stretch[-1][1], ListItem) and isinstance(placed[1], ListItem)):
            yield stretch
            stretch = []
        stretch.append(placed)
    if stretch:
        yield stretch


def gapped_headings(leaves: Iterable[Placed]) -> frozenset[int]:
    """The indexes of headings whose level a reader would close up, because it leaves a gap above it."""
    levels = Levels()
    gapped: set[int] = set()
    for index, leaf in leaves:
        if isinstance(leaf, Heading):
            if levels.closed_up(leaf.level) != leaf.level:
                gapped.add(index)
            levels.add(leaf.level, leaf.level)
    return frozenset(gapped)
