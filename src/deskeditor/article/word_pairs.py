"""Which words of a text remained in another one, in order: what carries claims and carets from one to the other."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

_IDEOGRAPHS: Final = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD: Final = re.compile(rf"[{_IDEOGRAPHS}]|[^\W{_IDEOGRAPHS}]+|[^\w\s]")
"""A word, one letter of a script that parts no words, or one sign."""

_COMPARED: Final = 60_000
"""Pairs of words that are compared one with another: beyond them only words that occur once lead on."""

_DEEPEST: Final = 24
_SHORT: Final = 4

Pair = tuple[int, int]


class Word(NamedTuple):
    """A word and the code points it stands at."""

    text: str
    start: int
    end: int

    @property
    def counts(self) -> bool:
        """Whether it is a word, and no sign."""
        return self.text[0].isalnum() or self.text[0] == "_"


def words_of(text: str) -> list[Word]:
    """Return the words and signs of a text; white space lies between them."""
    return [Word(found.group(), *found.span()) for found in _WORD.finditer(text)]


def word_pairs(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Return which words of `old` remained in `new`, as pairs of indices that grow on both sides.

    Equal beginnings and ends are taken first, then words that occur once on each side; only what
    lies between these is compared word by word. So it stays fast on 100,000 words.
    """
    pairs: list[Pair] = []
    ranges = [(0, len(old), 0, len(new), 0)]
    while ranges:
        low, high, first, last, depth = ranges.pop()
        while low < high and first < last and old[low] == new[first]:
            pairs.append((low, first))
            low, first = low + 1, first + 1
        while low < high and first < last and old[high - 1] == new[last - 1]:
            high, last = high - 1, last - 1
            pairs.append((high, last))
        if low == high or first == last:
            continue
        if (high - low) * (last - first) <= _COMPARED:
            matcher = SequenceMatcher(None, old[low:high], new[first:last], autojunk=False)
            for block in matcher.get_matching_blocks():
                pairs.extend((low + block.a + step, first + block.b + step) for step in range(block.size))
            continue
        anchors = _anchors(old, new, (low, high, first, last))
        if not anchors or depth >= _DEEPEST:
            continue
        pairs.extend(anchors)
        for (above, over), (below, under) in zip(
            [(low - 1, first - 1), *anchors], [*anchors, (high, last)], strict=True
        ):
            ranges.append((above + 1, below, over + 1, under, depth + 1))
    return sorted(pairs)


def _anchors(old: Sequence[str], new: Sequence[str], within: tuple[int, int, int, int]) -> list[Pair]:
    """Words that occur once on each side, as many as stand in the same order."""
    low, high, first, last = within
    once = _once(old, low, high)
    also = _once(new, first, last)
    return in_order((at, also[word]) for word, at in once.items() if word in also)


def _once(words: Sequence[str], start: int, end: int) -> dict[str, int]:
    counts = Counter(words[start:end])
    return {words[at]: at for at in range(start, end) if counts[words[at]] == 1}


def in_order(pairs: Iterable[Pair]) -> list[Pair]:
    """Return the longest choice of pairs that grow on both sides; given sorted by the first."""
    ends: list[int] = []
    tops: list[int] = []
    given = list(pairs)
    before = [-1] * len(given)
    for number, (_, at) in enumerate(given):
        length = bisect_left(ends, at)
        before[number] = tops[length - 1] if length else -1
        if length == len(ends):
            ends.append(at)
            tops.append(number)
        else:
            ends[length], tops[length] = at, number
    chosen: list[Pair] = []
    number = tops[-1] if tops else -1
    while number >= 0:
        chosen.append(given[number])
        number = before[number]
    return chosen[::-1]


def without_chance(pairs: Sequence[Pair], old: Sequence[Word], new: Sequence[Word]) -> list[Pair]:
    """Leave out lone signs and short words that are alike by chance: all around them is other."""
    counts = Counter(word.text for word in old)
    counts.update(word.text for word in new)
    kept: list[Pair] = []
    stretches = list(_stretches(pairs))
    for number, stretch in enumerate(stretches):
        spoken = [old[at] for at, _ in stretch if old[at].counts]
        is_slight = not spoken or (len(spoken) == 1 and len(spoken[0].text) <= _SHORT and counts[spoken[0].text] > 2)
        before = stretches[number - 1][-1] if number else (-1, -1)
        after = stretches[number + 1][0] if number + 1 < len(stretches) else (len(old), len(new))
        # At the ends of the text nothing is other.
        above = stretch[0][0] - before[0] > 1 and stretch[0][1] - before[1] > 1
        below = after[0] - stretch[-1][0] > 1 and after[1] - stretch[-1][1] > 1
        if not (is_slight and above and below):
            kept.extend(stretch)
    return kept


def _stretches(pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    stretch: list[Pair] = []
    for pair in pairs:
        if stretch and pair != (stretch[-1][0] + 1, stretch[-1][1] + 1):
            yield stretch
            stretch = []
        stretch.append(pair)
    if stretch:
        yield stretch


def carried_offsets(old: str, new: str, offsets: Iterable[int]) -> tuple[int, ...]:
    """Return where in `new` the words at code points of `old` stand, or the nearest that remained."""
    pairs = word_pairs(_WORD.findall(old), _WORD.findall(new))
    # Numbers alone: a value for each of tens of thousands of words would wake the garbage collector.
    old_starts, old_ends = _edges(old)
    new_starts, new_ends = _edges(new)
    ends = [old_ends[first] for first, _ in pairs]

    def carried(at: int) -> int:
        number = bisect_left(ends, at)
        if number < len(pairs):
            start, other = old_starts[pairs[number][0]], new_starts[pairs[number][1]]
            if start <= at:
                return other + at - start
        if not number:
            return new_starts[pairs[0][1]] if pairs and at else 0
        # Behind a word, and as far into the space after it as there is.
        behind = new_ends[pairs[number - 1][1]]
        space = len(new[behind:]) if number == len(pairs) else new_starts[pairs[number][1]] - behind
        between = new[behind : behind + space]
        return behind + min(at - ends[number - 1], len(between) - len(between.lstrip()))

    return tuple(carried(at) for at in offsets)


def _edges(text: str) -> tuple[list[int], list[int]]:
    starts: list[int] = []
    ends: list[int] = []
    for found in _WORD.finditer(text):
        starts.append(found.start())
        ends.append(found.end())
    return starts, ends
