"""Words with marks: the runs that headlines, bullets, captions and paragraphs are made of."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from operator import attrgetter
from typing import Final

from deskeditor.article.links import safe_href

HARD_BREAK: Final = "\u2028"
"""A line break inside a line of runs."""

OBJECT: Final = "\ufffc"
"""The one character that stands for a footnote reference."""

# Control characters, paragraph separators, lone surrogates and non-characters: no format that an
# article goes through can carry them (U+FDD0/1 are frame marks inside QTextDocument).
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)


class MarkKind(StrEnum):
    """What a mark says of its words."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    UNDERLINE = "underline"
    STRIKE = "strike"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    CODE = "code"
    LINK = "link"
    FOOTNOTE = "footnote"
    CLAIM = "claim"
    NOTE = "note"
    BULLET = "bullet"
    """The passage that a summary bullet says in short, by the bullet's id."""


INTERNAL: Final = frozenset({MarkKind.CLAIM, MarkKind.NOTE, MarkKind.BULLET})
"""Marks of the desk: they never reach anything published."""

VALUED: Final = INTERNAL | {MarkKind.LINK, MarkKind.FOOTNOTE}


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A mark and, where its kind has one, its value: a link's address, a claim's id, a footnote's label."""

    kind: MarkKind
    value: str = ""

    def __post_init__(self) -> None:
        if bool(self.value) != (self.kind in VALUED):
            raise ValueError(f"{self.kind} mark with value {self.value!r}")
        if self.kind is MarkKind.LINK and safe_href(self.value) != self.value:
            raise ValueError(f"unsafe link {self.value!r}")
        if self.kind in VALUED - {MarkKind.LINK} and not is_label(self.value):
            raise ValueError(f"{self.kind} mark with label {self.value!r}")


def is_label(text: str) -> bool:
    """Whether `text` may name a claim, a note, a bullet or a footnote: letters, digits and hyphens of ASCII."""
    return re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9\-]*", text) is not None


Marks = frozenset[Mark]
NO_MARKS: Final[Marks] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of text under one set of marks: at most one link, a superscript or a subscript."""

    text: str
    marks: Marks = NO_MARKS

    def __post_init__(self) -> None:
        # What is forbidden is never printable, and asking that first is six times as fast.
        if not self.text or (not self.text.isprintable() and _FORBIDDEN.search(self.text)):
            raise ValueError(f"text that no run can hold: {self.text!r}")
        if not self.marks and OBJECT not in self.text:
            return
        kinds = [mark.kind for mark in self.marks if mark.kind not in INTERNAL]
        if len(kinds) != len(set(kinds)) or {MarkKind.SUPERSCRIPT, MarkKind.SUBSCRIPT} <= set(kinds):
            raise ValueError(f"marks that exclude each other: {sorted(self.marks)}")
        is_reference = MarkKind.FOOTNOTE in kinds
        if is_reference != (OBJECT in self.text) or (is_reference and self.text != OBJECT):
            raise ValueError("a footnote reference is one object character, and nothing else is")

    def has(self, kind: MarkKind) -> bool:
        """Whether a mark of `kind` lies on the run."""
        return bool(self.marks) and any(mark.kind is kind for mark in self.marks)

    def value(self, kind: MarkKind) -> str:
        """The value of the run's mark of `kind`, or an empty string."""
        return next((mark.value for mark in sorted(self.marks) if mark.kind is kind), "")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of runs: none empty, neighbours differing in marks. Equal lines hold equal runs."""

    runs: tuple[Run, ...] = field(default=())

    def __post_init__(self) -> None:
        if any(a.marks == b.marks for a, b in zip(self.runs, self.runs[1:], strict=False) if OBJECT not in a.text):
            raise ValueError("neighbouring runs with equal marks: build lines with line_of()")

    @property
    def text(self) -> str:
        """The words alone; a hard break is U+2028, a footnote reference U+FFFC."""
        return "".join(run.text for run in self.runs)

    def __bool__(self) -> bool:
        return bool(self.runs)

    def __len__(self) -> int:
        return sum(len(run.text) for run in self.runs)

    def __iter__(self) -> Iterator[Run]:
        return iter(self.runs)


EMPTY_LINE: Final = Line()


def line_of(runs: Iterable[Run]) -> Line:
    """Build a line, joining neighbours that have the same marks."""
    joined: list[Run] = []
    for marks, group in groupby(runs, key=attrgetter("marks")):
        alike = list(group)
        if len(alike) == 1 or any(mark.kind is MarkKind.FOOTNOTE for mark in marks):
            # Of two references side by side each is one of its own.
            joined.extend(alike)
        else:
            joined.append(Run(text="".join(run.text for run in alike), marks=marks))
    return Line(tuple(joined))


def plain_line(text: str) -> Line:
    """Build an unmarked line from any text: newlines become spaces, what no line can hold is left out."""
    kept = clean_text(text)
    return Line((Run(text=kept),)) if kept else EMPTY_LINE


def clean_text(text: str) -> str:
    """Return `text` as a run can hold it: newlines as spaces, forbidden characters left out."""
    return _FORBIDDEN.sub("", re.sub(r"\r\n|[\r\n\x0b\x0c\x85\u2029]", " ", text)).replace(OBJECT, "")


def slice_line(line: Line, start: int, end: int | None = None) -> Line:
    """Return the code points `start` to `end` of `line`, marks kept."""
    stop = len(line) if end is None else end
    parts: list[Run] = []
    at = 0
    for run in line.runs:
        piece = run.text[max(start - at, 0) : max(stop - at, 0)]
        if piece:
            parts.append(Run(text=piece, marks=run.marks))
        at += len(run.text)
    return line_of(parts)


def join_lines(lines: Iterable[Line], separator: str = "") -> Line:
    """Return the lines one after another, with unmarked `separator` between them."""
    runs: list[Run] = []
    for number, line in enumerate(lines):
        if number and separator:
            runs.append(Run(text=separator))
        runs.extend(line.runs)
    return line_of(runs)


def remarked(line: Line, change: Callable[[Marks], Marks]) -> Line:
    """Return `line`, each run under the marks that `change` makes of its own."""
    return line_of(Run(text=run.text, marks=change(run.marks)) for run in line)


def renamed(marks: Marks, kind: MarkKind, names: Mapping[str, str]) -> Marks:
    """Return the marks, those of `kind` under other values where `names` gives one for theirs."""
    return frozenset(
        Mark(kind, names[mark.value]) if mark.kind is kind and mark.value in names else mark for mark in marks
    )


def map_marks(line: Line, drop: frozenset[MarkKind]) -> Line:
    """Return `line` without its marks of the kinds in `drop`; a dropped footnote takes its object along."""
    return line_of(
        Run(text=run.text, marks=frozenset(mark for mark in run.marks if mark.kind not in drop))
        for run in line.runs
        if not (MarkKind.FOOTNOTE in drop and run.has(MarkKind.FOOTNOTE))
    )
