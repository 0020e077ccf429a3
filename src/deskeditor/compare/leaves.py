"""Which leaves of one body are those of another: equal ones, moved ones, and changed ones that are alike enough."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from deskeditor.article.body import Leaf, leaf_lines, leaf_text, with_marks
from deskeditor.article.line import INTERNAL
from deskeditor.article.word_pairs import in_order, word_pairs, words_of

_ALIKE: Final = 0.35
"""Of the words of two leaves, what must be common for one to be the other, changed."""

_MOVED: Final = 0.6
"""The same for a leaf that was moved as well, which has this many words at least."""

_FEWEST: Final = 5

_COMPARED: Final = 4_000
"""Pairs of leaves that are compared one with another: among more of them they are taken in their order."""


def leaf_pairs(old: Sequence[Leaf], new: Sequence[Leaf]) -> tuple[tuple[int, int], ...]:
    """Return which leaves of `old` are which of `new`, sorted by the first; pairs that cross were moved."""
    pairs = dict(word_pairs([_key(leaf) for leaf in old], [_key(leaf) for leaf in new]))
    _pair_texts(old, new, pairs)
    _pair_moved(old, new, pairs)
    _pair_alike(old, new, pairs)
    _pair_moved_alike(old, new, pairs)
    return tuple(sorted(pairs.items()))


def is_moved(pairs: Sequence[tuple[int, int]]) -> bool:
    """Whether some of the pairs cross."""
    return len(in_order(pairs)) < len(pairs)


def same_copy(one: Leaf, other: Leaf) -> bool:
    """Whether two leaves are the same but for the marks of the desk on them."""
    return one == other or _bare(one) == _bare(other)


def _bare(leaf: Leaf) -> Leaf:
    return with_marks(leaf, lambda marks: frozenset(mark for mark in marks if mark.kind not in INTERNAL))


def _key(leaf: Leaf) -> str:
    """The leaf in words, its kind among them: equal for leaves that differ in marks at most."""
    return f"{type(leaf).__name__}\n{_form(leaf)}\n{leaf_text(leaf)}"


def _form(leaf: Leaf) -> str:
    return str(getattr(leaf, "media", "") or getattr(leaf, "url", "") or getattr(leaf, "label", ""))


def _pair_texts(old: Sequence[Leaf], new: Sequence[Leaf], pairs: dict[int, int]) -> None:
    """Pair what only became another kind of leaf, between leaves that are the same."""
    for numbers, places in _gaps(old, new, pairs):
        texts = [leaf_text(old[number]) for number in numbers], [leaf_text(new[at]) for at in places]
        for first, second in word_pairs(*texts):
            if texts[0][first].strip():
                pairs[numbers[first]] = places[second]


def _pair_moved(old: Sequence[Leaf], new: Sequence[Leaf], pairs: dict[int, int]) -> None:
    """Pair leaves with words that stand once on each side, wherever they went."""
    taken = set(pairs.values())
    keys, others = [_key(leaf) for leaf in old], [_key(leaf) for leaf in new]
    counts, also = Counter(keys), Counter(others)
    places = {key: at for at, key in enumerate(others) if at not in taken and also[key] == 1}
    for number, key in enumerate(keys):
        if number not in pairs and counts[key] == 1 and key in places and leaf_text(old[number]).strip():
            pairs[number] = places[key]


def _pair_alike(old: Sequence[Leaf], new: Sequence[Leaf], pairs: dict[int, int]) -> None:
    for numbers, places in _gaps(old, new, pairs):
        if len(numbers) * len(places) > _COMPARED:
            kept = [(n, m) for n, m in zip(numbers, places, strict=False) if likeness(old[n], new[m]) >= _ALIKE]
            pairs.update(kept)
        else:
            pairs.update(_best([old[n] for n in numbers], [new[m] for m in places], numbers, places))


def _pair_moved_alike(old: Sequence[Leaf], new: Sequence[Leaf], pairs: dict[int, int]) -> None:
    """Pair what is left and was moved and changed: the most alike first."""
    taken = set(pairs.values())
    left = [number for number in range(len(old)) if number not in pairs and _is_long(old[number])]
    places = [at for at in range(len(new)) if at not in taken and _is_long(new[at])]
    if not 0 < len(left) * len(places) <= _COMPARED:
        return
    scored = [(likeness(old[number], new[at]), number, at) for number in left for at in places]
    for score, number, at in sorted(scored, key=lambda one: (-one[0], one[1], one[2])):
        if score >= _MOVED and number not in pairs and at not in taken:
            pairs[number] = at
            taken.add(at)


def _is_long(leaf: Leaf) -> bool:
    return sum(_words(leaf).values()) >= _FEWEST


def _best(old: list[Leaf], new: list[Leaf], numbers: list[int], places: list[int]) -> dict[int, int]:
    """The choice of pairs in order that are most alike in all."""
    scores = [[likeness(one, other) for other in new] for one in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for n in range(len(old) - 1, -1, -1):
        for m in range(len(new) - 1, -1, -1):
            both = scores[n][m] + best[n + 1][m + 1] if scores[n][m] >= _ALIKE else -1.0
            best[n][m] = max(both, best[n + 1][m], best[n][m + 1])
    chosen: dict[int, int] = {}
    n = m = 0
    while n < len(old) and m < len(new):
        if scores[n][m] >= _ALIKE and best[n][m] == scores[n][m] + best[n + 1][m + 1]:
            chosen[numbers[n]] = places[m]
            n, m = n + 1, m + 1
        elif best[n][m] == best[n + 1][m]:
            n += 1
        else:
            m += 1
    return chosen


def likeness(one: Leaf, other: Leaf) -> float:
    """How much of the words of two leaves is common, from 0 to 1; leaves without words are alike where of one kind."""
    words, others = _words(one), _words(other)
    if not words and not others:
        return 1.0 if type(one) is type(other) and len(leaf_lines(one)) == len(leaf_lines(other)) else 0.0
    common = sum((words & others).values())
    return 2 * common / (sum(words.values()) + sum(others.values()))


def _words(leaf: Leaf) -> Counter[str]:
    return Counter(word.text for word in words_of(leaf_text(leaf)))


def _gaps(old: Sequence[Leaf], new: Sequence[Leaf], pairs: Mapping[int, int]) -> list[tuple[list[int], list[int]]]:
    """The leaves that are paired with none, between those that are; what moved parts nothing."""
    taken = set(pairs.values())
    anchors = in_order(sorted(pairs.items()))
    found: list[tuple[list[int], list[int]]] = []
    for (above, over), (below, under) in zip([(-1, -1), *anchors], [*anchors, (len(old), len(new))], strict=True):
        numbers = [number for number in range(above + 1, below) if number not in pairs]
        places = [at for at in range(over + 1, under) if at not in taken]
        if numbers and places:
            found.append((numbers, places))
    return found
