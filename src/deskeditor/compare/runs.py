"""Three states of a line made one: word by word, each word with the marks of both sides."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from deskeditor.article.line import INTERNAL, NO_MARKS, OBJECT, Line, Mark, MarkKind, Marks, Run, line_of
from deskeditor.compare.words import stretches

_RAISED: Final = frozenset({MarkKind.SUPERSCRIPT, MarkKind.SUBSCRIPT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Words that both sides changed: mine stayed. `claim` is the mark that lies on them, or on a word beside them.

    `wording` is what would stand under the mark if the other side's words were taken.
    """

    claim: str
    wording: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedLine:
    """One line made of three, and where the two sides clashed."""

    line: Line
    clashes: tuple[Clash, ...] = ()


@dataclass(slots=True)
class Marked:
    """A text with the marks of each of its code points."""

    text: str = ""
    marks: list[Marks] = field(default_factory=list)

    @classmethod
    def of(cls, line: Line) -> "Marked":
        """The text and marks of a line."""
        return cls(line.text, [run.marks for run in line for _ in run.text])

    def add(self, text: str, marks: Sequence[Marks]) -> None:
        """Put words at the end."""
        self.text += text
        self.marks.extend(marks)

    def line(self) -> Line:
        """The line that this is."""
        runs: list[Run] = []
        for marks, group in groupby(zip(self.text, self.marks, strict=True), key=lambda pair: pair[1]):
            text = "".join(letter for letter, _ in group)
            if OBJECT in text:
                runs.extend(Run(text=letter, marks=marks) for letter in text)
            else:
                runs.append(Run(text=text, marks=marks))
        return line_of(runs)


def merged_line(base: Line, mine: Line, theirs: Line, *, name: Callable[[str], str | None]) -> MergedLine:
    """Return the line with what either side changed since `base`.

    `name` gives the id of the claim that a clash is laid under, from words that tell the clash from
    others of this line; None where it is known already, and not laid again.
    """
    if mine == theirs or theirs == base:
        return MergedLine(line=mine)
    if mine == base:
        return MergedLine(line=theirs)
    merging = _Merging(base=Marked.of(base), mine=Marked.of(mine), theirs=Marked.of(theirs))
    merging.run()
    return merging.told(name)


@dataclass(slots=True, kw_only=True)
class _Merging:
    base: Marked
    mine: Marked
    theirs: Marked
    made: Marked = field(default_factory=Marked)
    clashed: list[tuple[int, int, str, str]] = field(default_factory=list)
    """Where in the text the words lie that stayed, what the other side has instead, and what tells this place."""

    def run(self) -> None:
        for stable, base, mine, theirs in chunks(self.base.text, self.mine.text, self.theirs.text):
            if stable:
                self._keep(base, mine, theirs)
            else:
                self._choose(base, mine, theirs)

    def _keep(self, base: slice, mine: slice, theirs: slice) -> None:
        marks = map(merged_marks, self.base.marks[base], self.mine.marks[mine], self.theirs.marks[theirs])
        self.made.add(self.mine.text[mine], list(marks))

    def _choose(self, base: slice, mine: slice, theirs: slice) -> None:
        was, ours, other = self.base.text[base], self.mine.text[mine], self.theirs.text[theirs]
        if ours == other:
            before = self.base.marks[base] if ours == was else [NO_MARKS] * len(ours)
            self.made.add(ours, list(map(merged_marks, before, self.mine.marks[mine], self.theirs.marks[theirs])))
        elif ours == was:
            self._take(self.theirs, theirs, self.mine, mine)
        else:
            start = len(self.made.text)
            self._take(self.mine, mine, self.theirs, theirs)
            if other != was:
                self.clashed.append((start, len(self.made.text), other, f"{base.start} {was} {other}"))

    def _take(self, chosen: Marked, taken: slice, other: Marked, left: slice) -> None:
        """Take one side's words; claims and notes that the other laid on those that go stay with their successors."""
        before = _desk_marks(self.base.marks)
        staying = _staying(other, left) - before
        gone = before - _desk_marks(other.marks)
        self.made.add(chosen.text[taken], [(marks - gone) | staying for marks in chosen.marks[taken]])

    def told(self, name: Callable[[str], str | None]) -> MergedLine:
        clashes: list[Clash] = []
        for start, end, other, told in self.clashed:
            claim = name(told)
            if claim is None:
                continue
            words = self.made.text[start:end]
            low, high = start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))
            if low < high:
                wording = other.strip()
            else:
                # Nothing stayed that a claim could lie on: it lies on the word beside it.
                low, high, wording = _beside(self.made.text, start, end, other)
            for at in range(low, high):
                self.made.marks[at] |= {Mark(MarkKind.CLAIM, claim)}
            clashes.append(Clash(claim=claim, wording=wording))
        return MergedLine(line=self.made.line(), clashes=tuple(clashes))


def _beside(text: str, start: int, end: int, other: str) -> tuple[int, int, str]:
    """The word before a place, or the one behind it, and what stands there with the other side's words."""
    before = text[:start].rstrip()
    if before:
        low = max(before.rfind(sign) for sign in " \u2028\t\u00a0") + 1
        gap = "" if other[:1].isspace() or not text[len(before) : end] else " "
        return low, len(before), f"{text[low : len(before)]}{gap}{other}".rstrip()
    behind = text[end:].lstrip()
    low = len(text) - len(behind)
    high = low + len(behind.split(maxsplit=1)[0]) if behind else low
    return low, high, f"{other.strip()} {text[low:high]}".strip()


def chunks(base: str, mine: str, theirs: str) -> Iterator[tuple[bool, slice, slice, slice]]:
    """Yield what stands in all three texts, letter for letter, and what lies between, as ranges of each in order."""
    kept = _kept(base, mine), _kept(base, theirs)
    low = first = other = 0
    at = 0
    while at < len(base):
        if kept[0][at] is None or kept[1][at] is None:
            at += 1
            continue
        start, one, two = at, kept[0][at], kept[1][at]
        assert one is not None
        assert two is not None
        while at < len(base) and kept[0][at] == one + at - start and kept[1][at] == two + at - start:
            at += 1
        if start > low or one > first or two > other:
            yield False, slice(low, start), slice(first, one), slice(other, two)
        low, first, other = at, one + at - start, two + at - start
        yield True, slice(start, at), slice(one, first), slice(two, other)
    if low < len(base) or first < len(mine) or other < len(theirs):
        yield False, slice(low, len(base)), slice(first, len(mine)), slice(other, len(theirs))


def _kept(base: str, other: str) -> list[int | None]:
    """Where in the other text each code point stands that remained."""
    kept: list[int | None] = [None] * len(base)
    for stretch in stretches(base, other):
        if stretch.same:
            kept[slice(*stretch.old)] = range(*stretch.new)
    return kept


def merged_marks(base: Marks, mine: Marks, theirs: Marks) -> Marks:
    """Return the marks with what either side put on and took off; of two that exclude each other mine."""
    if mine == theirs or theirs == base:
        return mine
    marks = mine - (base - theirs)
    for mark in sorted(theirs - base):
        others = {other.kind for other in marks if other.kind not in INTERNAL}
        if mark.kind not in others and not (mark.kind in _RAISED and others & _RAISED):
            marks |= {mark}
    if MarkKind.FOOTNOTE in {mark.kind for mark in mine} - {mark.kind for mark in marks}:
        # A reference always refers to something.
        marks |= {mark for mark in mine if mark.kind is MarkKind.FOOTNOTE}
    return marks


def _staying(other: Marked, left: slice) -> Marks:
    """The desk's marks in words that go: those on all of them, and those that lie nowhere else in the line."""
    inside = other.marks[left]
    if not inside:
        return NO_MARKS
    outside = _desk_marks([*other.marks[: left.start], *other.marks[left.stop :]])
    words = [marks for letter, marks in zip(other.text[left], inside, strict=True) if not letter.isspace()]
    whole = frozenset.intersection(*words) if words else NO_MARKS
    return frozenset(mark for mark in _desk_marks(inside) if mark in whole or mark not in outside)


def _desk_marks(marks: Sequence[Marks]) -> Marks:
    return frozenset(mark for mark in frozenset().union(*marks) if mark.kind in INTERNAL)
