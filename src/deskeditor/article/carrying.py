"""What a body that was written anew takes over from the one it was: claims, notes, passages, untouched leaves.

Markdown and HTML say no mark of the desk, no empty paragraph and no idle space. Where a leaf came
back as it went, the leaf it was is taken whole; elsewhere a mark stays on the words that remained.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import groupby
from typing import Final

from deskeditor.article.body import Body, Leaf, body_of, leaf_lines, leaf_text, with_lines, with_marks
from deskeditor.article.line import INTERNAL, NO_MARKS, OBJECT, Line, Mark, MarkKind, Marks, Run, line_of
from deskeditor.article.published import published, published_with_places
from deskeditor.article.word_pairs import Word, in_order, without_chance, word_pairs, words_of

_COMPARED: Final = 40_000
"""Pairs of leaves that are compared one with another."""

_LEAST_KEPT: Final = 0.34
"""Of a mark's words, what must remain among others for the mark to stay."""

_FEWEST: Final = 2
"""Words that a stretch must hold to be found again at another place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A body with what it took over; `lost` are the marks of the desk whose words are gone."""

    body: Body
    lost: frozenset[Mark] = NO_MARKS


def carried(before: Body, after: Body) -> Carried:
    """Return `after`, which says no marks of the desk, with all that it keeps of `before`.

    `after` has the form that `published` gives. A mark lies on words that were under it, or that
    replaced some of them inside it; on no others. Equal bodies give `before` itself.
    """
    placed = published_with_places(before)
    old = [before.leaves[index] for index, _ in placed]
    given = list(after)
    same = _same_leaves([leaf for _, leaf in placed], given)
    whole = {at: old[number] for number, at in same}
    leaves = [whole.get(at, leaf) for at, leaf in enumerate(given)]
    for numbers, places in _between(same, len(old), len(given)):
        _mark([old[number] for number in numbers], leaves, places)
    _find_moved(before, leaves)
    body = body_of(_with_unsaid(before, placed, leaves, dict(same)))
    if len(placed) < len(before) and published(body) != after:
        # An empty leaf would part what is now one list or one quote.
        body = body_of(leaves)
    return Carried(body=body, lost=desk_marks(before) - desk_marks(body))


def found_again(earlier: Body, body: Body) -> Body:
    """Return the body with marks that only `earlier` has, where their words stand, as the only ones: pasted again."""
    leaves = list(body)
    _find_moved(earlier, leaves)
    return body_of(leaves)


def claims_carried(before: Body, after: Body) -> Body:
    """Return `after`, word for word, with the claims of `before` on those of their words that remained in it.

    `after` is another whole state of the same piece, without marks of claims.
    """
    old = [with_marks(leaf, _claims_alone) for leaf in before]
    leaves = list(after)
    plain = [with_marks(leaf, _no_desk_marks) for leaf in old]
    same = _same_leaves(plain, [with_marks(leaf, _no_desk_marks) for leaf in leaves])
    for number, at in same:
        _mark([old[number]], leaves, [at])
    for numbers, places in _between(same, len(old), len(leaves)):
        _mark([old[number] for number in numbers], leaves, places)
    _find_moved(Body(tuple(old)), leaves)
    return Body(tuple(leaves))


def _claims_alone(marks: Marks) -> Marks:
    return frozenset(mark for mark in marks if mark.kind is MarkKind.CLAIM or mark.kind not in INTERNAL)


def _no_desk_marks(marks: Marks) -> Marks:
    return frozenset(mark for mark in marks if mark.kind not in INTERNAL)


def desk_marks(body: Body) -> frozenset[Mark]:
    """The claims, notes and passages that lie on a body's words."""
    return frozenset(
        mark for leaf in body for line in leaf_lines(leaf) for run in line for mark in run.marks if _is_of_desk(mark)
    )


# Leaves


def _same_leaves(old: Sequence[Leaf], new: Sequence[Leaf]) -> list[tuple[int, int]]:
    """Which leaves came back as they went: at both ends, moved ones of their own words, and between."""
    top = 0
    while top < min(len(old), len(new)) and old[top] == new[top]:
        top += 1
    end = 0
    while end < min(len(old), len(new)) - top and old[-1 - end] == new[-1 - end]:
        end += 1
    pairs = [(at, at) for at in range(top)]
    pairs += [(len(old) - 1 - at, len(new) - 1 - at) for at in range(end)]
    low, high, first, last = top, len(old) - end, top, len(new) - end
    if low < high and first < last:
        alone = _alone(old, new, (low, high, first, last))
        pairs += alone
        anchors = in_order(alone)
        for (above, over), (below, under) in zip(
            [(low - 1, first - 1), *anchors], [*anchors, (high, last)], strict=True
        ):
            pairs += _alike(old, new, range(above + 1, below), range(over + 1, under))
    return sorted(dict(pairs).items())


def _alone(old: Sequence[Leaf], new: Sequence[Leaf], within: tuple[int, int, int, int]) -> list[tuple[int, int]]:
    """Leaves with words that stand once on each side, wherever they moved to."""
    low, high, first, last = within
    counts, others = Counter(old), Counter(new)
    places = {leaf: at for at, leaf in enumerate(new) if first <= at < last and others[leaf] == 1}
    return [
        (number, places[old[number]])
        for number in range(low, high)
        if counts[old[number]] == 1 and old[number] in places and leaf_text(old[number]).strip()
    ]


def _alike(old: Sequence[Leaf], new: Sequence[Leaf], numbers: range, places: range) -> Iterator[tuple[int, int]]:
    if not 0 < len(numbers) * len(places) <= _COMPARED:
        return
    matcher = SequenceMatcher(None, old[numbers.start : numbers.stop], new[places.start : places.stop], autojunk=False)
    for block in matcher.get_matching_blocks():
        for step in range(block.size):
            yield numbers.start + block.a + step, places.start + block.b + step


def _between(same: Sequence[tuple[int, int]], old: int, new: int) -> Iterator[tuple[list[int], list[int]]]:
    """The leaves between those that are the same, on both sides; what moved parts nothing."""
    moved = {number for number, _ in same}, {at for _, at in same}
    anchors = in_order(same)
    for (above, over), (below, under) in zip([(-1, -1), *anchors], [*anchors, (old, new)], strict=True):
        numbers = [number for number in range(above + 1, below) if number not in moved[0]]
        places = [at for at in range(over + 1, under) if at not in moved[1]]
        if numbers and places:
            yield numbers, places


def _with_unsaid(
    before: Body, placed: Sequence[tuple[int, Leaf]], leaves: Sequence[Leaf], same: dict[int, int]
) -> Iterator[Leaf]:
    """The leaves, and among them what is not published, such as empty paragraphs, beside leaves that are the same."""
    said = {index: number for number, (index, _) in enumerate(placed)}
    behind: defaultdict[int, list[Leaf]] = defaultdict(list)
    waiting: list[Leaf] = []
    last = -1
    is_near = True
    for index, leaf in enumerate(before):
        if index not in said:
            (behind[last] if is_near else waiting).append(leaf)
            continue
        at = same.get(said[index])
        is_near = at is not None
        if at is not None:
            behind[at - 1].extend(waiting)
            last = at
        waiting = []
    yield from behind[-1]
    for at, leaf in enumerate(leaves):
        yield leaf
        yield from behind[at]


# Marks


@dataclass(slots=True)
class _Text:
    """Lines one below the other, each code point with the marks of the desk that lie on it."""

    text: str = ""
    marks: list[Marks] = field(default_factory=list)

    def add(self, line: Line) -> None:
        if self.marks:
            self.text += "\n"
            self.marks.append(NO_MARKS)
        for run in line:
            mine = frozenset(filter(_is_of_desk, run.marks)) if run.marks else NO_MARKS
            self.marks.extend([mine] * len(run.text))
        self.text += line.text

    def has(self, at: int, mark: Mark) -> bool:
        """Whether the mark lies at a code point; between two lines, whether it goes on."""
        low = high = at
        while 0 <= low < len(self.text) and self.text[low] == "\n":
            low -= 1
        while 0 <= high < len(self.text) and self.text[high] == "\n":
            high += 1
        return low >= 0 and high < len(self.text) and mark in self.marks[low] and mark in self.marks[high]

    def put(self, at: int, marks: Marks) -> None:
        """Lay marks on a code point; between two lines none lies."""
        if marks and self.text[at] != "\n":
            self.marks[at] |= marks

    def stands_alone(self, low: int, high: int) -> bool:
        """Whether no word goes on beyond a stretch."""
        around = self.text[max(low - 1, 0) : low], self.text[high : high + 1]
        return not any(letter.isalnum() for letter in around)


def _is_of_desk(mark: Mark) -> bool:
    return mark.kind in INTERNAL


def _text_of(leaves: Sequence[Leaf]) -> _Text:
    text = _Text()
    for leaf in leaves:
        for line in leaf_lines(leaf):
            text.add(line)
    return text


def _mark(old: Sequence[Leaf], leaves: list[Leaf], places: Sequence[int]) -> None:
    """Lay the marks of the old leaves on the words that remained in the leaves at `places`."""
    source = _text_of(old)
    if not any(source.marks):
        return
    target = _text_of([leaves[at] for at in places])
    _carry(source, target)
    _write(leaves, places, target)


def _write(leaves: list[Leaf], places: Sequence[int], target: _Text) -> None:
    """Put the marks of a text on the lines that it was made of."""
    start = 0
    for at in places:
        lines: list[Line] = []
        for line in leaf_lines(leaves[at]):
            lines.append(_marked(line, target.marks[start : start + len(line)]))
            # An empty line at the very top adds no newline before the next one.
            start += len(line) + 1 if start + len(line) else 0
        leaves[at] = with_lines(leaves[at], tuple(lines))


def _marked(line: Line, marks: Sequence[Marks]) -> Line:
    if not any(marks):
        return line
    runs: list[Run] = []
    at = 0
    for run in line:
        for more, part in groupby(zip(run.text, marks[at : at + len(run.text)], strict=True), key=lambda pair: pair[1]):
            runs.append(Run(text="".join(letter for letter, _ in part), marks=run.marks | more))
        at += len(run.text)
    return line_of(runs)


def _carry(source: _Text, target: _Text) -> None:
    old, new = words_of(source.text), words_of(target.text)
    pairs = without_chance(word_pairs([word.text for word in old], [word.text for word in new]), old, new)
    staying = _staying(source, old, new, pairs)
    if not staying:
        return
    for first, second in pairs:
        for step in range(len(old[first].text)):
            target.put(new[second].start + step, source.marks[old[first].start + step] & staying)
    ends = [(0, 0), *((old[a].end, new[b].end) for a, b in pairs)]
    starts = [*((old[a].start, new[b].start) for a, b in pairs), (len(source.text), len(target.text))]
    for (low, first), (high, last) in zip(ends, starts, strict=True):
        _carry_between(source, target, (low, high, first, last), staying)


def _carry_between(source: _Text, target: _Text, within: tuple[int, int, int, int], staying: frozenset[Mark]) -> None:
    """Carry marks over what lies between two words that remained: space as it was, replaced words whole."""
    low, high, first, last = within
    edge, rear = low, high
    has_words = _says_something(source.text[low:high])
    spaces: list[tuple[int, int]] = []
    while low < high and first < last and source.text[low] == target.text[first] and source.text[low].isspace():
        spaces.append((low, first))
        low, first = low + 1, first + 1
    while (
        low < high
        and first < last
        and source.text[high - 1] == target.text[last - 1]
        and source.text[high - 1].isspace()
    ):
        high, last = high - 1, last - 1
        spaces.append((high, last))
    around = () if has_words else (low - 1, high)
    growing = frozenset(
        mark
        for mark in _marks_at(source, edge - 1, rear + 1) & staying
        if all(source.has(at, mark) for at in (*range(low, high), *around))
    )
    for at in range(first, last):
        target.put(at, growing)
    for old, new in spaces:
        # Space beside words that are gone is no longer the mark's, unless their successors are.
        target.put(new, source.marks[old] & (growing if has_words else staying))


def _says_something(text: str) -> bool:
    """Whether there are words or signs: a footnote's reference alone is nothing that words could take the place of."""
    return any(letter != OBJECT and not letter.isspace() for letter in text)


def _marks_at(source: _Text, low: int, high: int) -> frozenset[Mark]:
    return NO_MARKS.union(*source.marks[max(low, 0) : high])


def _staying(source: _Text, old: list[Word], new: list[Word], pairs: Sequence[tuple[int, int]]) -> frozenset[Mark]:
    """The marks of which enough words remained: a mark alone on one word of a new sentence would say nothing true."""
    partner = dict(pairs)
    under: defaultdict[Mark, list[int]] = defaultdict(list)
    for number, word in enumerate(old):
        for mark in source.marks[word.start]:
            under[mark].append(number)
    staying: set[Mark] = set()
    for mark, numbers in under.items():
        spoken = [number for number in numbers if old[number].counts] or numbers
        kept = [number for number in spoken if number in partner]
        if (
            len(kept) >= _LEAST_KEPT * len(spoken)
            or (kept and _is_cut(numbers, partner))
            or (
                not kept
                and _is_typed_over(numbers, partner, len(old), len(new))
                and any(_says_something(old[number].text) for number in numbers)
            )
        ):
            staying.add(mark)
    return frozenset(staying)


def _is_cut(numbers: Sequence[int], partner: dict[int, int]) -> bool:
    """Whether words were only taken out of a stretch: what remained of it stands together."""
    kept = [partner[number] for number in numbers if number in partner]
    return kept[-1] - kept[0] == len(kept) - 1


def _is_typed_over(numbers: Sequence[int], partner: dict[int, int], old: int, new: int) -> bool:
    """Whether a few words replaced the whole stretch between two words that remained: a figure put right."""
    above, below = numbers[0] - 1, numbers[-1] + 1
    is_open = above >= 0 and above not in partner, below < old and below not in partner
    if any(is_open) or numbers[-1] - numbers[0] != len(numbers) - 1 or (above < 0 and below >= old):
        return False
    first = partner[above] + 1 if above >= 0 else 0
    last = partner[below] if below < old else new
    return 0 < last - first <= 2 * len(numbers) + 1


def _find_moved(before: Body, leaves: list[Leaf]) -> None:
    """Lay a mark whose words are gone from their place on the same words elsewhere, if there is one such place."""
    lost = desk_marks(before) - desk_marks(Body(tuple(leaves)))
    if not lost:
        return
    source, target = _text_of(before.leaves), _text_of(leaves)
    found = False
    for mark, low, high in list(_places_of(source, lost)):
        words = source.text[low:high].strip()
        if len(words_of(words)) < _FEWEST or source.text.count(words) != 1 or target.text.count(words) != 1:
            continue
        at = target.text.index(words)
        if not target.stands_alone(at, at + len(words)):
            continue
        found = True
        for step in range(at, at + len(words)):
            target.put(step, frozenset({mark}))
    if found:
        _write(leaves, range(len(leaves)), target)


def _places_of(source: _Text, marks: frozenset[Mark]) -> Iterator[tuple[Mark, int, int]]:
    """Where each of the marks lies."""
    begun: dict[Mark, int] = {}
    for at, on in enumerate([*source.marks, NO_MARKS]):
        if not on and not begun:
            continue
        for mark in [mark for mark in begun if mark not in on]:
            yield mark, begun.pop(mark), at
        for mark in on & marks:
            begun.setdefault(mark, at)
