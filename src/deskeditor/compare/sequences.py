"""Three states of a sequence made one: what was put in, taken out and moved by either side."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from deskeditor.compare.leaves import is_moved

T = TypeVar("T")
Pairs = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side(Generic[T]):
    """One side's items, and which item of the base each is, by index."""

    items: Sequence[T]
    pairs: Pairs
    is_mine: bool

    def partners(self) -> dict[int, int]:
        """Where each item of the base is now, by its index there."""
        return dict(self.pairs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways(Generic[T]):
    """How items are told apart and merged."""

    same: Callable[[T, T], bool]
    """Whether neither has changed beside the other."""
    twins: Callable[[T, T], bool]
    """Whether two that both sides put in are one."""
    merge: Callable[[int, T, T, T], T]
    both_new: Callable[[T, T], T]


@dataclass(frozen=True, slots=True, kw_only=True)
class Put(Generic[T]):
    """An item of the merged sequence; `left_out` where the other side took it away, though mine changed it."""

    item: T
    left_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped(Generic[T]):
    """What the other side changed and mine took away: it stood behind the item at `after`, -1 for the top."""

    after: int
    item: T
    base: int


def merged_sequence(
    base: Sequence[T], mine: Side[T], theirs: Side[T], ways: Ways[T]
) -> tuple[list[Put[T]], list[Dropped[T]]]:
    """Return the merged items, and what of the other side found no place.

    The order is mine, unless only the other side moved something.
    """
    lead, other = (theirs, mine) if is_moved(theirs.pairs) and not is_moved(mine.pairs) else (mine, theirs)
    of_lead, of_other = lead.partners(), other.partners()
    base_of_lead = {at: number for number, at in lead.pairs}
    base_of_other = {at: number for number, at in other.pairs}
    unmatched = [at for at in range(len(other.items)) if at not in base_of_other]
    made: list[Put[T]] = []
    own: set[int] = set()
    """What the lead alone put in: what the other put in at the same place stands behind it."""
    position: dict[int, int] = {}
    """Where in `made` an item of the other side went, by its index."""
    dropped: list[tuple[T, int, int]] = []
    for at, item in enumerate(lead.items):
        number = base_of_lead.get(at)
        if number is None:
            twin = next((one for one in unmatched if ways.twins(other.items[one], item)), None)
            if twin is not None:
                unmatched.remove(twin)
                position[twin] = len(made)
                pair = (item, other.items[twin]) if lead.is_mine else (other.items[twin], item)
                item = ways.both_new(*pair)
            else:
                own.add(len(made))
            made.append(Put(item=item))
        elif number in of_other:
            position[of_other[number]] = len(made)
            pair = (item, other.items[of_other[number]])
            made.append(Put(item=ways.merge(number, base[number], *(pair if lead.is_mine else pair[::-1]))))
        elif not ways.same(item, base[number]):
            # One side took away what the other changed: the editor's will is done, and nothing is lost.
            if lead.is_mine:
                made.append(Put(item=item, left_out=True))
            else:
                dropped.append((item, number, len(made) - 1))
    inserted: dict[int, list[Put[T]]] = {}
    drops: list[tuple[T, int, int, int]] = [(item, number, after, -1) for item, number, after in dropped]
    last = next((at for at in range(len(made)) if at not in own), len(made)) - 1
    for at, item in enumerate(other.items):
        number = base_of_other.get(at)
        if at in position:
            last = position[at]
            while last + 1 in own:
                last += 1
        elif number is None:
            inserted.setdefault(last, []).append(Put(item=item))
        elif number not in of_lead and not ways.same(item, base[number]):
            if other.is_mine:
                inserted.setdefault(last, []).append(Put(item=item, left_out=True))
            else:
                drops.append((item, number, last, len(inserted.get(last, []))))
    final: list[Put[T]] = []
    ends: dict[int, int] = {}
    for index, put in [(-1, None), *enumerate(made)]:
        if put is not None:
            final.append(put)
        ends[index] = len(final) - 1
        final.extend(inserted.get(index, ()))
    return final, [
        Dropped(after=ends[after] + max(behind, 0), item=item, base=number) for item, number, after, behind in drops
    ]
