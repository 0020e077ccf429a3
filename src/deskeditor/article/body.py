"""The body's grammar: a sequence of leaves, each one block of the editor."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from deskeditor.article.line import EMPTY_LINE, Line, MarkKind, Marks, is_label, line_of, remarked

HEADING_LEVELS: Final = (2, 3, 4)


class ListKind(StrEnum):
    """How a list counts."""

    BULLET = "bullet"
    NUMBER = "number"


class Align(StrEnum):
    """How a table column stands; START is the language's own side."""

    START = "start"
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLevel:
    """One step of a list path. Items whose paths begin alike stand in the same list."""

    kind: ListKind
    start: int = 1

    def __post_init__(self) -> None:
        if not 0 <= self.start <= 999_999 or (self.kind is ListKind.BULLET and self.start != 1):
            raise ValueError(f"list start {self.start}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph; `quoted` stands in a block quote."""

    line: Line
    quoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of level 2, 3 or 4: level 1 is the headline."""

    level: int
    line: Line
    quoted: bool = False

    def __post_init__(self) -> None:
        if self.level not in HEADING_LEVELS:
            raise ValueError(f"heading level {self.level}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who said the block quote that ends here. What is quoted after it is another quote."""

    line: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """A list item: one line, and the lists it stands in from the outermost to its own."""

    line: Line
    path: tuple[ListLevel, ...]
    quoted: bool = False

    def __post_init__(self) -> None:
        if not self.path:
            raise ValueError("a list item without a list")


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A block of code; `text` has its newlines, `language` is a word such as `python` or empty."""

    text: str
    language: str = ""
    quoted: bool = False

    def __post_init__(self) -> None:
        if self.language and not is_label(self.language):
            raise ValueError(f"code language {self.language!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A rectangular table of lines; `header` makes the first row its head."""

    rows: tuple[tuple[Line, ...], ...]
    header: bool = True
    alignments: tuple[Align, ...]

    def __post_init__(self) -> None:
        if not self.rows or not self.alignments or any(len(row) != len(self.alignments) for row in self.rows):
            raise ValueError("a table is rectangular and has a cell")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture with its caption. `media` names a stored file, `<sha256>.<ext>`; `width` is in pixels."""

    media: str
    alt: str = ""
    decorative: bool = False
    caption: Line = EMPTY_LINE
    credit: str = ""
    width: int | None = None

    def __post_init__(self) -> None:
        if self.decorative and self.alt:
            raise ValueError("a decorative picture has no alt text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed:
    """Something of another site, shown as a link card."""

    url: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A break between parts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """The text of a footnote; runs with the footnote mark of the same label refer to it."""

    label: str
    line: Line

    def __post_init__(self) -> None:
        if not is_label(self.label):
            raise ValueError(f"footnote label {self.label!r}")


Leaf = Paragraph | Heading | Attribution | ListItem | Code | Table | Figure | Embed | Rule | Footnote
LineLeaf = Paragraph | Heading | Attribution | ListItem | Footnote


@dataclass(frozen=True, slots=True)
class Body:
    """A well-formed sequence of leaves: built by `body_of`, which repairs what is not."""

    leaves: tuple[Leaf, ...] = field(default=())

    def __bool__(self) -> bool:
        return bool(self.leaves)

    def __iter__(self) -> Iterator[Leaf]:
        return iter(self.leaves)

    def __len__(self) -> int:
        return len(self.leaves)


EMPTY_BODY: Final = Body()


def is_quoted(leaf: Leaf) -> bool:
    """Whether the leaf stands in a block quote."""
    return isinstance(leaf, Attribution) or getattr(leaf, "quoted", False)


def leaf_lines(leaf: Leaf) -> tuple[Line, ...]:
    """The lines of runs that a leaf holds: a table's cells row by row, a figure's caption; none for code."""
    match leaf:
        case Table():
            return tuple(cell for row in leaf.rows for cell in row)
        case Figure():
            return (leaf.caption,)
        case Code() | Embed() | Rule():
            return ()
        case _:
            return (leaf.line,)


def leaf_text(leaf: Leaf) -> str:
    """The text that places count in: cells end in a tab, rows in a newline; an embed is its title."""
    match leaf:
        case Table():
            return "\n".join("\t".join(cell.text for cell in row) for row in leaf.rows)
        case Code():
            return leaf.text
        case Embed():
            return leaf.title
        case Rule():
            return ""
        case _:
            return leaf_lines(leaf)[0].text


def with_lines(leaf: Leaf, lines: tuple[Line, ...]) -> Leaf:
    """Return the leaf with its lines replaced, given as `leaf_lines` gives them."""
    match leaf:
        case Table():
            width = len(leaf.alignments)
            rows = tuple(lines[at : at + width] for at in range(0, len(lines), width))
            return replace(leaf, rows=rows)
        case Figure():
            return replace(leaf, caption=lines[0])
        case Code() | Embed() | Rule():
            return leaf
        case _:
            return replace(leaf, line=lines[0])


def with_marks(leaf: Leaf, change: Callable[[Marks], Marks]) -> Leaf:
    """Return the leaf, each run of its lines under the marks that `change` makes of its own."""
    return with_lines(leaf, tuple(remarked(line, change) for line in leaf_lines(leaf)))


def marked_values(body: Body, kind: MarkKind) -> frozenset[str]:
    """The values of the marks of a kind that lie on words of the body: the ids of its claims, notes or passages."""
    return frozenset(
        mark.value
        for leaf in body
        for line in leaf_lines(leaf)
        for run in line
        for mark in run.marks
        if mark.kind is kind
    )


def body_of(leaves: Iterable[Leaf]) -> Body:
    """Build a well-formed body.

    Footnotes go to the end under labels of their own, references without a note are left out, a
    list item goes at most one level deeper than the item before it, an attribution without a quote
    becomes a quoted paragraph.
    """
    given = list(leaves)
    notes = _distinct_labels(leaf for leaf in given if isinstance(leaf, Footnote))
    labels = {note.label for note in notes}
    repaired: list[Leaf] = []
    for leaf in (leaf for leaf in given if not isinstance(leaf, Footnote)):
        previous = repaired[-1] if repaired else None
        repaired.append(_placed(_without_dangling(leaf, labels), previous))
    repaired.extend(_without_dangling(note, frozenset()) for note in notes)
    return Body(tuple(repaired))


def _distinct_labels(notes: Iterable[Footnote]) -> list[Footnote]:
    taken: set[str] = set()
    distinct: list[Footnote] = []
    for note in notes:
        label, number = note.label, 2
        while label in taken:
            label, number = f"{note.label}-{number}", number + 1
        taken.add(label)
        distinct.append(replace(note, label=label))
    return distinct


def _without_dangling(leaf: Leaf, labels: set[str] | frozenset[str]) -> Leaf:
    lines = leaf_lines(leaf)
    if not any(
        run.has(MarkKind.FOOTNOTE) and run.value(MarkKind.FOOTNOTE) not in labels for line in lines for run in line
    ):
        return leaf
    return with_lines(
        leaf,
        tuple(
            line_of(run for run in line if not run.has(MarkKind.FOOTNOTE) or run.value(MarkKind.FOOTNOTE) in labels)
            for line in lines
        ),
    )


def _placed(leaf: Leaf, previous: Leaf | None) -> Leaf:
    if isinstance(leaf, Attribution):
        opens = previous is not None and is_quoted(previous) and not isinstance(previous, Attribution)
        return leaf if opens else Paragraph(line=leaf.line, quoted=True)
    if isinstance(leaf, ListItem):
        above = previous.path if isinstance(previous, ListItem) and previous.quoted == leaf.quoted else ()
        shared = 0
        while shared < min(len(above), len(leaf.path)) and above[shared] == leaf.path[shared]:
            shared += 1
        if len(leaf.path) > shared + 1:
            return replace(leaf, path=(*leaf.path[:shared], leaf.path[-1]))
    return leaf
