"""What of an article may be seen outside the desk."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from deskeditor.article.body import (
    Body,
    Code,
    Embed,
    Figure,
    Footnote,
    Leaf,
    Paragraph,
    Rule,
    Table,
    body_of,
    leaf_lines,
    with_lines,
)
from deskeditor.article.line import (
    HARD_BREAK,
    INTERNAL,
    Line,
    MarkKind,
    Marks,
    Run,
    clean_text,
    line_of,
    plain_line,
)
from deskeditor.article.links import safe_href

_SPACES: Final = re.compile(r"[ \t\n\r\f]+")
"""The characters HTML folds into one space. Non-breaking and typographic spaces are words' business and stay."""

_SPACED_BREAK: Final = re.compile(f" ?{HARD_BREAK} ?")
Tidy = Callable[[Line], Line]

_NEWLINES: Final = re.compile(f"\r\n|[\r\x0b\x0c\x85{HARD_BREAK}\u2029]")


def published_line(line: Line) -> Line:
    """Return the line without notes and claims, its white space as HTML keeps it.

    Stretches of ordinary space become one, none stands at an end or beside a hard break, no break
    at an end. A footnote reference is a link of its own and carries no other.
    """
    return _tidied(line, INTERNAL)


def tidied_line(line: Line) -> Line:
    """Return the line as `published_line` does, its notes and claims kept: what a reader of files takes in."""
    return _tidied(line, frozenset())


def _tidied(line: Line, dropped: frozenset[MarkKind]) -> Line:
    kept: list[Run] = []
    for run in line:
        text = run.text
        if not text.isalnum():
            text = _SPACED_BREAK.sub(HARD_BREAK, _SPACES.sub(" ", text))
        last = kept[-1].text[-1] if kept else HARD_BREAK
        if text[0] == " " and last in (" ", HARD_BREAK):
            text = text[1:]
        if not kept:
            text = text.lstrip(HARD_BREAK)
        if not text:
            continue
        if text[0] == HARD_BREAK and last == " ":
            _take_last(kept)
        marks = _outward(run.marks, dropped) if run.marks else run.marks
        kept.append(run if text == run.text and marks == run.marks else Run(text=text, marks=marks))
    while kept and kept[-1].text[-1] in (" ", HARD_BREAK):
        _take_last(kept)
    return line_of(kept)


def _take_last(kept: list[Run]) -> None:
    run = kept.pop()
    if len(run.text) > 1:
        kept.append(Run(text=run.text[:-1], marks=run.marks))


def _outward(marks: Marks, dropped: frozenset[MarkKind]) -> Marks:
    kinds = {mark.kind for mark in marks}
    inner = dropped | {MarkKind.LINK} if MarkKind.FOOTNOTE in kinds else dropped
    return marks if kinds.isdisjoint(inner) else frozenset(mark for mark in marks if mark.kind not in inner)


def published_text(text: str) -> str:
    """Return the text of a plain field (alt text, credit, title) as an attribute can carry it."""
    return _SPACES.sub(" ", clean_text(text).replace(HARD_BREAK, " ")).strip(" ")


def published_code(text: str) -> str:
    """Return the text of code without empty lines at its ends; every kind of newline becomes one."""
    rows = _NEWLINES.sub("\n", text).split("\n")
    return "\n".join(clean_text(row) for row in rows).strip("\n")


def published_leaf(leaf: Leaf) -> Leaf | None:
    """Return the leaf as it is published, or None where nothing of it is left."""
    return _leaf(leaf, published_line)


def _leaf(leaf: Leaf, tidy: Tidy) -> Leaf | None:
    match leaf:
        case Rule():
            return leaf
        case Code():
            code = published_code(leaf.text)
            return replace(leaf, text=code) if code.strip() else None
        case Embed():
            return _published_embed(leaf)
        case Figure():
            return replace(
                leaf,
                alt=published_text(leaf.alt),
                caption=tidy(leaf.caption),
                credit=published_text(leaf.credit),
            )
    outward = with_lines(leaf, tuple(tidy(line) for line in leaf_lines(leaf)))
    return outward if isinstance(outward, Table) or leaf_lines(outward)[0] else None


def _published_embed(embed: Embed) -> Leaf | None:
    """An embed without a safe address is only its words; a title that repeats the address is none."""
    title, url = published_text(embed.title), safe_href(embed.url)
    if url is None:
        line = published_line(plain_line(title or embed.url))
        return Paragraph(line=line) if line else None
    return Embed(url=url, title="" if title == url else title)


def published_with_places(body: Body) -> tuple[tuple[int, Leaf], ...]:
    """Return what `published` keeps, each leaf with its index in `body`."""
    return _with_places(body, published_line)


def _with_places(body: Body, tidy: Tidy) -> tuple[tuple[int, Leaf], ...]:
    # An empty footnote goes first and takes its references along, which may leave space behind.
    indexed = [
        (index, leaf) for index, leaf in enumerate(body) if not isinstance(leaf, Footnote) or published_line(leaf.line)
    ]
    indexed = _repaired(indexed)
    return tuple(_repaired([(index, out) for index, leaf in indexed if (out := _leaf(leaf, tidy)) is not None]))


def _repaired(indexed: list[tuple[int, Leaf]]) -> list[tuple[int, Leaf]]:
    # body_of keeps every leaf and the order of a body that it built itself.
    leaves = body_of(leaf for _, leaf in indexed)
    return list(zip((index for index, _ in indexed), leaves, strict=True))


def published(body: Body) -> Body:
    """Return the body as the page may show it: no note, no claim, no empty leaf, no idle space."""
    return Body(tuple(leaf for _, leaf in published_with_places(body)))


def tidied(body: Body) -> Body:
    """Return the body as it would be published, its notes and claims kept: what a reader of files takes in."""
    return Body(tuple(leaf for _, leaf in _with_places(body, tidied_line)))
