"""Finding a claim's words again in a text that was changed elsewhere: exactly, else by what is like them.

A claim is put where its words stand for certain, where they most likely stand it is unsure, and
elsewhere it is not put at all: it never moves in silence.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from deskeditor.article.claims import Anchor, Standing
from deskeditor.article.place import Field, Place
from deskeditor.article.word_pairs import Pair, Word, without_chance, word_pairs
from deskeditor.factcheck.word_index import Window, WordIndex, folded_words
from deskeditor.language.folding import fold

CERTAIN: Final = 0.72
"""Likeness, from 0 to 1, from which on words are those of the claim."""

LIKELY: Final = 0.56
"""Likeness from which on they may be."""

MARGIN: Final = 0.12
"""How much likelier the best place must be than the next."""

_LONG: Final = 80
"""Code points from which on a quote speaks for itself; of a shorter one what stands around it counts for more."""

TELLING: Final = 24
"""Code points from which on a quote found whole, and once, is certain wherever it stands."""

_TOUCHING: Final = 16
"""Code points on each side of a quote: the only place that has them too is the claim's."""

_FREQUENT: Final = 100
"""A quote that stands more often than this leads nowhere: its surroundings do."""

_EDGE: Final = 10
"""What the beginning or the end of a text weighs, as what stands around, in code points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Where a claim's words stand, and whether that is certain."""

    place: Place
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Code points of the texts that may be a claim's words, and how likely: from 0 to 1."""

    start: int
    end: int
    likeness: float
    exact: bool = False


def exact_places(text: str, quote: str, *, prefix: str = "", suffix: str = "") -> tuple[tuple[int, int], ...]:
    """Return every stretch of `text` that is `quote` between `prefix` and `suffix`; they may overlap."""
    wanted = prefix + quote + suffix
    found: list[tuple[int, int]] = []
    at = text.find(wanted)
    while at >= 0:
        found.append((at + len(prefix), at + len(prefix) + len(quote)))
        at = text.find(wanted, at + 1)
    return tuple(found)


def find_again(anchor: Anchor, texts: Sequence[tuple[Place, str]]) -> Found | None:
    """Return where the words of an anchor stand in `texts`, each given with the place of its first character.

    None where they stand nowhere. A field's words are looked for in that field, a bullet's in that
    bullet first; found whole elsewhere they are a guess.
    """
    return find_in(anchor, indexes(texts))


def indexes(texts: Sequence[tuple[Place, str]]) -> dict[Field, WordIndex]:
    """The texts, made ready to look for many anchors in."""
    fields = dict.fromkeys(place.field for place, _ in texts)
    return {name: WordIndex(tuple(one for one in texts if one[0].field is name)) for name in fields}


def find_in(anchor: Anchor, known: dict[Field, WordIndex]) -> Found | None:
    """Do as `find_again`, in texts that were made ready."""
    index = known.get(anchor.place.field)
    if index is not None:
        found = decided(anchor, index, candidates(anchor, index))
        if found is not None:
            return found
    return find_elsewhere(anchor, known)


def decided(anchor: Anchor, index: WordIndex, given: Sequence[Candidate]) -> Found | None:
    """Choose among candidates, the likeliest first; of two that are near equal the one at the claim's old place."""
    if not given or given[0].likeness < LIKELY:
        return None
    best = given[0]
    next_best = given[1].likeness if len(given) > 1 else 0.0
    standing = Standing.PLACED
    if best.likeness - next_best < MARGIN:
        there = _at_its_place(anchor, index, given)
        if there is not None:
            best = there
        else:
            standing = Standing.UNSURE
    elif best.likeness < CERTAIN:
        standing = Standing.UNSURE
    return Found(place=index.place(best.start, best.end), standing=standing)


def _at_its_place(anchor: Anchor, index: WordIndex, given: Sequence[Candidate]) -> Candidate | None:
    """Of near equals, the one that stands where the claim stood, and in its bullet: nothing says it moved."""
    near = [one for one in given if given[0].likeness - one.likeness < MARGIN and one.likeness >= CERTAIN]
    if anchor.place.field is Field.SUMMARY:
        mine = [one for one in near if index.place(one.start, one.end).bullet == anchor.place.bullet]
        if len(mine) == 1:
            return mine[0]
    at = index.offset(anchor.place)
    return next((one for one in near if one.exact and one.start == at), None)


def find_elsewhere(anchor: Anchor, known: dict[Field, WordIndex]) -> Found | None:
    """The words in another field of the copy: whole, once in all of it, and long enough to be no chance."""
    if len(anchor.quote) < TELLING:
        return None
    found = [
        Found(place=index.place(start, end), standing=Standing.UNSURE)
        for name, index in known.items()
        if name is not anchor.place.field
        for start, end in exact_places(index.text, anchor.quote)
    ]
    return found[0] if len(found) == 1 else None


# Candidates


def candidates(anchor: Anchor, index: WordIndex) -> list[Candidate]:
    """Where the words of an anchor may stand, the likeliest first; none overlaps a likelier one."""
    if not anchor.quote.strip():
        return []
    whole = _with_what_touches(anchor, index)
    if whole is not None:
        return [whole]
    exact = list(_exact(anchor, index))
    is_certain = any(one.likeness >= CERTAIN for one in exact)
    found = exact if is_certain else [*exact, *_alike(anchor, index)]
    chosen: list[Candidate] = []
    for one in sorted(found, key=lambda one: (-one.likeness, not one.exact, one.start)):
        if not any(one.start < other.end and other.start < one.end for other in chosen):
            chosen.append(one)
    return chosen


def _with_what_touches(anchor: Anchor, index: WordIndex) -> Candidate | None:
    """The one place where not only the quote stands but what touched it on both sides."""
    prefix, suffix = anchor.prefix[-_TOUCHING:], anchor.suffix[:_TOUCHING]
    if len(prefix) + len(suffix) < _TOUCHING:
        return None
    found = exact_places(index.text, anchor.quote, prefix=prefix, suffix=suffix)
    if len(found) != 1 or not _is_whole(anchor, index, *found[0]):
        return None
    start, end = found[0]
    first, last = index.bounds(start)
    if (not prefix and start != first) or (not suffix and end != last):
        return None
    return Candidate(start=start, end=end, likeness=1.0, exact=True)


def _exact(anchor: Anchor, index: WordIndex) -> Iterator[Candidate]:
    if index.text.count(anchor.quote) > _FREQUENT:
        return
    everywhere = exact_places(index.text, anchor.quote)
    found = [(start, end) for start, end in everywhere if _is_whole(anchor, index, start, end)]
    for start, end in found:
        around = _around(anchor, index, start, end)
        likeness = _likeness(anchor, 1.0, around)
        if len(found) == 1 and len(anchor.quote) >= TELLING:
            likeness = max(likeness, CERTAIN + MARGIN)
        yield Candidate(start=start, end=end, likeness=likeness, exact=True)


def _is_whole(anchor: Anchor, index: WordIndex, start: int, end: int) -> bool:
    """Whether no word goes on beyond a stretch that did not go on beyond the claim."""
    before, after = index.text[max(start - 1, 0) : start], index.text[end : end + 1]
    goes_on = anchor.quote[0].isalnum() and before.isalnum() and not anchor.prefix[-1:].isalnum()
    return not (goes_on or (anchor.quote[-1].isalnum() and after.isalnum() and not anchor.suffix[:1].isalnum()))


def _likeness(anchor: Anchor, words: float, around: float) -> float:
    share = 0.4 + 0.5 * min(1.0, len(anchor.quote) / _LONG)
    return share * words + (1 - share) * around


def _around(anchor: Anchor, index: WordIndex, start: int, end: int) -> float:
    """How much of what stands around a stretch is what stood around the claim."""
    first, last = index.bounds(start)
    before = index.text[max(start - len(anchor.prefix), first) : start]
    after = index.text[end : min(end + len(anchor.suffix), last)]
    is_first, is_last = start == first, end == last
    sides = (
        _side(anchor.prefix[::-1], before[::-1], is_edge=is_first),
        _side(anchor.suffix, after, is_edge=is_last),
    )
    weights = (max(len(anchor.prefix), _EDGE), max(len(anchor.suffix), _EDGE))
    return sum(side * weight for side, weight in zip(sides, weights, strict=True)) / sum(weights)


def _side(wanted: str, given: str, *, is_edge: bool) -> float:
    if not wanted:
        return 1.0 if is_edge else 0.0
    if wanted == given:
        return 1.0
    # Loading it takes longer than most texts take to be looked through.
    from rapidfuzz.fuzz import ratio

    # Any two stretches of one language are alike to some part.
    return max(0.0, (ratio(fold(wanted), fold(given)) / 100 - 0.5) * 2)


# Words that are alike


@dataclass(frozen=True, slots=True)
class _Quote:
    """The words of an anchor with those around them; the claim's own are those from `first` to before `last`."""

    words: list[Word]
    first: int
    last: int


def _quote_of(anchor: Anchor) -> _Quote:
    words = folded_words(anchor.prefix + anchor.quote + anchor.suffix)
    start, end = len(anchor.prefix), len(anchor.prefix) + len(anchor.quote)
    first = next((n for n, word in enumerate(words) if word.end > start), len(words))
    last = next((n for n, word in enumerate(words) if word.start >= end), len(words))
    return _Quote(words, first, last)


def _alike(anchor: Anchor, index: WordIndex) -> Iterator[Candidate]:
    quote = _quote_of(anchor)
    if quote.first >= quote.last:
        return
    for window in index.windows([word.text for word in quote.words]):
        found = _in_window(anchor, index, quote, window)
        if found is not None:
            yield found


def _in_window(anchor: Anchor, index: WordIndex, quote: _Quote, window: Window) -> Candidate | None:
    there = index.words[window.first : window.last]
    pairs = without_chance(word_pairs([w.text for w in quote.words], [w.text for w in there]), quote.words, there)
    stretch = _stretch(index, quote, there, pairs)
    if stretch is None:
        return None
    low, high, kept = stretch
    start, end = there[low].start, there[high].end
    old = sum(_weight(word) for word in quote.words[quote.first : quote.last])
    new = sum(_weight(word) for word in there[low : high + 1])
    words = 2 * kept / (old + new) if old + new else 0.0
    from rapidfuzz.fuzz import ratio

    # Letters tell of words that were only spelled otherwise.
    letters = ratio(fold(anchor.quote), fold(index.text[start:end])) / 100
    likeness = _likeness(anchor, max(words, (letters - 0.5) * 2), _around(anchor, index, start, end))
    return Candidate(start=start, end=end, likeness=likeness)


def _stretch(
    index: WordIndex, quote: _Quote, there: Sequence[Word], pairs: Sequence[Pair]
) -> tuple[int, int, float] | None:
    """The first and last of the words that are the quote's or took their place, and what weight of them remained."""
    kept = [(a, b) for a, b in pairs if quote.first <= a < quote.last]
    before = max(((a, b) for a, b in pairs if a < quote.first), default=None)
    after = min(((a, b) for a, b in pairs if a >= quote.last), default=None)
    if not any(quote.words[a].counts for a, _ in kept) and any(w.counts for w in quote.words[quote.first : quote.last]):
        return _replaced(index, quote, there, before, after)
    first, last = _text_with_most(index, quote, there, kept)
    kept = [(a, b) for a, b in kept if first <= there[b].start < last]
    low, high = kept[0][1], kept[-1][1]
    gone_before, gone_after = kept[0][0] - quote.first, quote.last - 1 - kept[-1][0]
    # What stands between the words around the claim, or the end of its text, and its own that remained.
    top = _edge(quote.first == 0, before, quote.first - 1, 1, _at_or_after(there, first))
    end = _edge(quote.last == len(quote.words), after, quote.last, -1, _at_or_after(there, last) - 1)
    if gone_before and top is not None and 0 < low - top <= 2 * gone_before + 1 and there[top].start >= first:
        low = top
    if gone_after and end is not None and 0 < end - high <= 2 * gone_after + 1 and there[end].end <= last:
        high = end
    return low, high, sum(_weight(quote.words[a]) for a, _ in kept)


def _text_with_most(index: WordIndex, quote: _Quote, there: Sequence[Word], kept: Sequence[Pair]) -> tuple[int, int]:
    """The bounds of the text that holds most of what remained: a paragraph may have been parted."""
    weights: dict[tuple[int, int], float] = {}
    for old, new in kept:
        bounds = index.bounds(there[new].start)
        weights[bounds] = weights.get(bounds, 0.0) + _weight(quote.words[old])
    return max(weights, key=lambda bounds: weights[bounds])


def _edge(is_at_edge: bool, neighbour: Pair | None, beside: int, step: int, edge: int) -> int | None:
    """The word that the quote's first or last may be now, by the word beside it or by the edge of its text."""
    if is_at_edge:
        return edge
    return neighbour[1] + step if neighbour is not None and neighbour[0] == beside else None


def _at_or_after(words: Sequence[Word], at: int) -> int:
    return bisect_left(words, at, key=lambda word: word.start)


def _replaced(
    index: WordIndex, quote: _Quote, there: Sequence[Word], before: Pair | None, after: Pair | None
) -> tuple[int, int, float] | None:
    """The few words that stand where all of the quote's did: a figure put right."""
    if before is None or after is None or before[0] != quote.first - 1 or after[0] != quote.last:
        return None
    low, high = before[1] + 1, after[1] - 1
    if not 0 <= high - low <= 2 * (quote.last - quote.first):
        return None
    if index.bounds(there[low].start) != index.bounds(there[high].start):
        return None
    return low, high, 0.0


def _weight(word: Word) -> float:
    return float(len(word.text)) if word.counts else 0.2
