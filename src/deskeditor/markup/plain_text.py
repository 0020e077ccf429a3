"""A body or a line as words alone, and plain words as a body."""

import re
from typing import Final

from deskeditor.article.body import (
    Body,
    Code,
    Embed,
    Figure,
    Footnote,
    Leaf,
    ListItem,
    ListKind,
    ListLevel,
    Paragraph,
    Rule,
    Table,
    body_of,
)
from deskeditor.article.line import HARD_BREAK, Line, MarkKind, plain_line
from deskeditor.article.published import published_line

_BLANK_LINES: Final = re.compile(r"\n[ \t\f\v]*(?:\n[ \t\f\v]*)+")
_NEWLINES: Final = re.compile("\r\n|[\r\x85\u2028]")


def line_text(line: Line) -> str:
    """Return the words of a line on one row: hard breaks are spaces, references to footnotes are left out."""
    words = "".join(run.text for run in line if not run.has(MarkKind.FOOTNOTE))
    return words.replace(HARD_BREAK, " ")


def body_text(body: Body) -> str:
    """Return the words of a body: paragraphs parted by empty rows, list items with their signs one a row.

    Hard breaks are newlines, cells are parted by tabs; a reference to a footnote is its number in
    brackets, and so begins the footnote at the end.
    """
    parts: list[str] = []
    previous: Leaf | None = None
    for leaf, text in body_rows(body):
        if not text.strip():
            continue
        if parts:
            parts.append("\n" if isinstance(leaf, ListItem) and isinstance(previous, ListItem) else "\n\n")
        parts.append(text)
        previous = leaf
    return "".join(parts)


def body_rows(body: Body) -> tuple[tuple[Leaf, str], ...]:
    """Return each leaf with its words as `body_text` gives them; empty where it has none."""
    numbers = {
        leaf.label: number for number, leaf in enumerate((leaf for leaf in body if isinstance(leaf, Footnote)), start=1)
    }
    rows: list[tuple[Leaf, str]] = []
    counters: list[tuple[ListLevel, int]] = []
    for leaf in body:
        if isinstance(leaf, ListItem):
            counters = _counted(counters, leaf.path)
            rows.append((leaf, _item_text(leaf, counters[-1][1], numbers)))
        else:
            counters = []
            rows.append((leaf, _leaf_text(leaf, numbers)))
    return tuple(rows)


def _counted(counters: list[tuple[ListLevel, int]], path: tuple[ListLevel, ...]) -> list[tuple[ListLevel, int]]:
    kept = []
    for (level, number), wanted in zip(counters, path, strict=False):
        if level != wanted:
            break
        kept.append((level, number))
    if len(kept) == len(path):
        kept[-1] = (kept[-1][0], kept[-1][1] + 1)
    return [*kept, *((level, level.start) for level in path[len(kept) :])]


def _item_text(item: ListItem, number: int, numbers: dict[str, int]) -> str:
    indent = "    " * (len(item.path) - 1)
    sign = "\u2022" if item.path[-1].kind is ListKind.BULLET else f"{number}."
    hanging = f"\n{indent}{' ' * (len(sign) + 1)}"
    return f"{indent}{sign} {_words(item.line, numbers).replace(chr(10), hanging)}"


def _leaf_text(leaf: Leaf, numbers: dict[str, int]) -> str:
    match leaf:
        case Table():
            return "\n".join("\t".join(_words(cell, numbers).replace("\n", " ") for cell in row) for row in leaf.rows)
        case Figure():
            return " ".join(part for part in (_words(leaf.caption, numbers), leaf.credit) if part)
        case Embed():
            return " ".join(part for part in (leaf.title, leaf.url) if part)
        case Code():
            return leaf.text.strip("\n")
        case Rule():
            return "* * *"
        case Footnote():
            return f"[{numbers[leaf.label]}] {_words(leaf.line, numbers)}"
        case _:
            return _words(leaf.line, numbers)


def _words(line: Line, numbers: dict[str, int]) -> str:
    parts: list[str] = []
    for run in line:
        label = run.value(MarkKind.FOOTNOTE)
        parts.append(f"[{numbers.get(label, label)}]" if label else run.text.replace(HARD_BREAK, "\n"))
    return "".join(parts).strip(" \t\n")


def read_plain(text: str) -> Body:
    """Return the paragraphs of plain text, parted by empty rows; a newline within one is a hard break."""
    rows = _NEWLINES.sub("\n", text).replace("\u2029", "\n\n")
    lines = (
        published_line(plain_line(paragraph.strip("\n").replace("\n", HARD_BREAK)))
        for paragraph in _BLANK_LINES.split(rows)
    )
    return body_of(Paragraph(line=line) for line in lines if line)
