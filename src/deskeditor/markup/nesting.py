"""Marks of a line as properly nested steps: what opens, what is said, what closes."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from deskeditor.article.line import Line, Mark, MarkKind, Run

_OUTERMOST_FIRST: Final = (
    MarkKind.LINK,
    MarkKind.STRONG,
    MarkKind.EMPHASIS,
    MarkKind.UNDERLINE,
    MarkKind.STRIKE,
    MarkKind.SUPERSCRIPT,
    MarkKind.SUBSCRIPT,
    MarkKind.CODE,
)


class Act(Enum):
    """What a step does."""

    OPEN = auto()
    CLOSE = auto()
    SAY = auto()
    REFER = auto()


@dataclass(frozen=True, slots=True)
class Step:
    """A step: `mark` where one opens or closes, `text` where words or a footnote's label are said."""

    act: Act
    mark: Mark | None = None
    text: str = ""


def nested(line: Line) -> Iterator[Step]:
    """Yield the line's steps: a mark goes on over neighbouring runs, and the one that reaches furthest is outermost."""
    runs = line.runs
    if len(runs) == 1 and not runs[0].marks:
        yield Step(Act.SAY, text=runs[0].text)
        return
    wanted = [[mark for mark in run.marks if mark.kind in _OUTERMOST_FIRST] for run in runs]
    stack: list[Mark] = []
    for index, run in enumerate(runs):
        keep = 0
        while keep < len(stack) and stack[keep] in wanted[index]:
            keep += 1
        while len(stack) > keep:
            yield Step(Act.CLOSE, stack.pop())
        opening = [(mark, _reach(mark, wanted, index)) for mark in wanted[index] if mark not in stack]
        for mark, _ in sorted(opening, key=lambda pair: (-pair[1], _OUTERMOST_FIRST.index(pair[0].kind))):
            stack.append(mark)
            yield Step(Act.OPEN, mark)
        yield _said(run)
    while stack:
        yield Step(Act.CLOSE, stack.pop())


def _reach(mark: Mark, wanted: list[list[Mark]], index: int) -> int:
    end = index
    while end < len(wanted) and mark in wanted[end]:
        end += 1
    return end


def _said(run: Run) -> Step:
    if run.has(MarkKind.FOOTNOTE):
        return Step(Act.REFER, text=run.value(MarkKind.FOOTNOTE))
    return Step(Act.SAY, text=run.text)
