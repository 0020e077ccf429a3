"""What changed between two texts, word by word."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from deskeditor.article.word_pairs import without_chance, word_pairs, words_of


class Kind(StrEnum):
    """What became of a stretch of text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of text, and whether it stands in both texts or in one."""

    text: str
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Code points of two texts that stand for one another; `same` where they are equal."""

    old: tuple[int, int]
    new: tuple[int, int]
    same: bool


def compared(before: str, after: str) -> tuple[Part, ...]:
    """Return the parts of both texts in order: without the new ones they are `before`, without those gone `after`."""
    parts: list[Part] = []
    for stretch in stretches(before, after):
        gone, new = before[slice(*stretch.old)], after[slice(*stretch.new)]
        if stretch.same:
            parts.append(Part(text=gone, kind=Kind.SAME))
            continue
        if gone:
            parts.append(Part(text=gone, kind=Kind.GONE))
        if new:
            parts.append(Part(text=new, kind=Kind.NEW))
    return tuple(parts)


def stretches(before: str, after: str) -> tuple[Stretch, ...]:
    """Return which stretches remained and which took another's place; together they cover both texts."""
    found: list[Stretch] = []
    for stretch in _stretches(before, after):
        last = found[-1] if found else None
        if last is not None and last.same == stretch.same:
            found[-1] = Stretch(old=(last.old[0], stretch.old[1]), new=(last.new[0], stretch.new[1]), same=last.same)
        else:
            found.append(stretch)
    return tuple(found)


def _stretches(before: str, after: str) -> Iterator[Stretch]:
    old, new = words_of(before), words_of(after)
    pairs = without_chance(word_pairs([word.text for word in old], [word.text for word in new]), old, new)
    low = first = 0
    for one, other in pairs:
        yield from _between(before, after, (low, old[one].start), (first, new[other].start))
        low, first = old[one].end, new[other].end
        yield Stretch(old=(old[one].start, low), new=(new[other].start, first), same=True)
    yield from _between(before, after, (low, len(before)), (first, len(after)))


def _between(before: str, after: str, old: tuple[int, int], new: tuple[int, int]) -> Iterator[Stretch]:
    """What lies between two words that remained: equal space at its ends remained with them."""
    (low, high), (first, last) = old, new
    head = 0
    while low + head < high and first + head < last and _is_same_space(before[low + head], after[first + head]):
        head += 1
    tail = 0
    while (
        low + head < high - tail
        and first + head < last - tail
        and _is_same_space(before[high - tail - 1], after[last - tail - 1])
    ):
        tail += 1
    if head:
        yield Stretch(old=(low, low + head), new=(first, first + head), same=True)
    if low + head < high - tail or first + head < last - tail:
        yield Stretch(old=(low + head, high - tail), new=(first + head, last - tail), same=False)
    if tail:
        yield Stretch(old=(high - tail, high), new=(last - tail, last), same=True)


def _is_same_space(one: str, other: str) -> bool:
    return one == other and one.isspace()
