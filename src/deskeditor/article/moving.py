"""Leaves moved past their neighbours: what goes together, and how far one step is."""

from collections.abc import Sequence
from dataclasses import dataclass

from deskeditor.article.body import Body, Footnote, Leaf, ListItem, body_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A body in which the leaves from `first` to before `end` stand `by` leaves further down, or up where negative."""

    body: Body
    first: int
    end: int
    by: int

    def number(self, leaf: int) -> int:
        """The number that a leaf has now, by the one it had."""
        if self.first <= leaf < self.end:
            return leaf + self.by
        if self.by > 0 and self.end <= leaf < self.end + self.by:
            return leaf - (self.end - self.first)
        if self.by < 0 and self.first + self.by <= leaf < self.first:
            return leaf + (self.end - self.first)
        return leaf


def move_leaves(body: Body, first: int, last: int, *, up: bool) -> Moved | None:
    """Move the leaves from `first` to `last` past their neighbour above or below; None where there is none.

    List items take along what hangs on them, and pass an item with what hangs on that; past the item that
    they hang on they go alone. Footnotes stay where they are: at the end.
    """
    leaves = body.leaves
    stop = next((number for number, leaf in enumerate(leaves) if isinstance(leaf, Footnote)), len(leaves))
    if not 0 <= first <= last < stop:
        return None
    end = _behind_hanging(leaves, first, last, stop)
    depth = min((_depth(leaf) for leaf in leaves[first:end] if isinstance(leaf, ListItem)), default=0)
    if not all(isinstance(leaf, ListItem) for leaf in leaves[first:end]):
        depth = 0
    passed = _height_above(leaves, first, depth) if up else _height_below(leaves, end, stop, depth)
    if not passed:
        return None
    moved, around = leaves[first:end], leaves[first - passed : first] if up else leaves[end : end + passed]
    changed = (
        (*leaves[: first - passed], *moved, *around, *leaves[end:])
        if up
        else (*leaves[:first], *around, *moved, *leaves[end + passed :])
    )
    result = body_of(changed)
    if result == body:
        return None
    return Moved(body=result, first=first, end=end, by=-passed if up else passed)


def _depth(leaf: Leaf) -> int:
    return len(leaf.path) if isinstance(leaf, ListItem) else 0


def _behind_hanging(leaves: Sequence[Leaf], first: int, last: int, stop: int) -> int:
    """The number behind the leaves and what hangs on them."""
    if not isinstance(leaves[last], ListItem):
        return last + 1
    top = last
    while top > first and _depth(leaves[top - 1]) and _depth(leaves[top]) > 1:
        top -= 1
    depth = min(_depth(leaf) for leaf in leaves[top : last + 1])
    end = last + 1
    while end < stop and _depth(leaves[end]) > depth:
        end += 1
    return end


def _height_above(leaves: Sequence[Leaf], first: int, depth: int) -> int:
    """How many leaves the neighbour above is, for leaves that stand in `depth` lists."""
    at = first - 1
    if at < 0:
        return 0
    while at > 0 and _depth(leaves[at]) > max(depth, 1):
        at -= 1
    return first - at


def _height_below(leaves: Sequence[Leaf], end: int, stop: int, depth: int) -> int:
    """How many leaves the neighbour below is, for leaves that stand in `depth` lists."""
    if end >= stop:
        return 0
    own = _depth(leaves[end])
    behind = end + 1
    if own and (not depth or own >= depth):
        while behind < stop and _depth(leaves[behind]) > own:
            behind += 1
    return behind - end
