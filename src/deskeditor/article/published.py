"""What of an article may be seen outside the desk."""

from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import Final

from deskeditor.article.body import (
    Body,
    Code,
    Embed,
    Figure,
    Footnote,
    Leaf,
    Rule,
    Table,
    body_of,
    leaf_lines,
    with_lines,
)
from deskeditor.article.line import HARD_BREAK, INTERNAL, OBJECT, Line, Marks, Run, line_of, map_marks

_SPACE: Final = " \t\n\r\f"
"""The characters HTML folds into one space."""


def published_line(line: Line) -> Line:
    """Return the line without notes and claims, its white space as HTML keeps it.

    Stretches of ordinary space become one, none stands at an end or beside a hard break, no break
    at an end. Non-breaking and typographic spaces are words' business and stay.
    """
    outward = map_marks(line, INTERNAL)
    characters = [(character, run.marks) for run in outward for character in run.text]
    kept: list[tuple[str, Marks]] = []
    for character, marks in characters:
        last = kept[-1][0] if kept else HARD_BREAK
        if character in _SPACE:
            if last not in (" ", HARD_BREAK):
                kept.append((" ", marks))
        elif character == HARD_BREAK:
            while kept and kept[-1][0] == " ":
                kept.pop()
            if kept:
                kept.append((character, marks))
        else:
            kept.append((character, marks))
    while kept and kept[-1][0] in (" ", HARD_BREAK):
        kept.pop()
    runs: list[Run] = []
    for marks, group in groupby(kept, key=itemgetter(1)):
        text = "".join(character for character, _ in group)
        pieces = text if OBJECT in text else (text,)
        runs.extend(Run(text=piece, marks=marks) for piece in pieces)
    return line_of(runs)


def published_leaf(leaf: Leaf) -> Leaf | None:
    """Return the leaf as it is published, or None where nothing of it is left."""
    if isinstance(leaf, Code):
        text = leaf.text.strip("\n")
        return replace(leaf, text=text) if text.strip() else None
    outward = with_lines(leaf, tuple(published_line(line) for line in leaf_lines(leaf)))
    if isinstance(outward, Table | Figure | Rule):
        return outward
    if isinstance(outward, Embed):
        title = " ".join(outward.title.split(" ")).strip()
        return replace(outward, title=title)
    return outward if leaf_lines(outward)[0] else None


def published(body: Body) -> Body:
    """Return the body as the page may show it: no note, no claim, no empty leaf, no idle space."""
    # An empty footnote goes first and takes its references along, which may leave space behind.
    spoken = body_of(leaf for leaf in body if not isinstance(leaf, Footnote) or published_line(leaf.line))
    return body_of(leaf for leaf in map(published_leaf, spoken) if leaf is not None)
