"""A body or a line as Markdown that people read: what Python-Markdown can't say is written as HTML."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from deskeditor.article.body import (
    Align,
    Attribution,
    Body,
    Code,
    Embed,
    Figure,
    Footnote,
    Heading,
    Leaf,
    ListItem,
    ListKind,
    ListLevel,
    Paragraph,
    Rule,
    Table,
    is_quoted,
    leaf_lines,
)
from deskeditor.article.line import Line, MarkKind
from deskeditor.article.published import published_line, published_with_places
from deskeditor.markup.grouping import Placed, gapped_headings, groups, list_stretches
from deskeditor.markup.html_writer import HtmlPage, MediaAddress
from deskeditor.markup.markdown_line import markdown_line
from deskeditor.markup.markdown_text import raw_block
from deskeditor.markup.notes import Notes, notes_of
from deskeditor.markup.reading import media_address

_RULES: Final = MappingProxyType({Align.START: "---", Align.LEFT: ":---", Align.CENTER: ":---:", Align.RIGHT: "---:"})
_STEP: Final = "    "


def write_markdown(body: Body, *, media_url: MediaAddress = media_address) -> str:
    """Return the published body as Markdown; `read_markdown` reads it back to the same."""
    placed = published_with_places(body)
    gapped = gapped_headings(placed)
    page = _Page(
        html=HtmlPage(media_url=media_url, notes=notes_of(leaf for _, leaf in placed), gapped=gapped),
        notes_in_html=_needs_html_notes(placed, gapped),
    )
    return "\n\n".join(page.group(group) for group in groups(placed))


def write_markdown_line(line: Line) -> str:
    """Return the published line as Markdown."""
    html = HtmlPage(media_url=media_address, notes=Notes())
    return markdown_line(published_line(line), html.reference)


def _needs_html_notes(placed: Sequence[Placed], gapped: frozenset[int]) -> bool:
    """Whether a footnote is referred to from HTML, where Markdown's references are not read, or from nowhere."""
    referred: set[str] = set()
    labels: set[str] = set()
    for group in groups(placed):
        in_html = _is_html(group, gapped)
        for _, leaf in group:
            if isinstance(leaf, Footnote):
                labels.add(leaf.label)
            here = {
                run.value(MarkKind.FOOTNOTE) for line in leaf_lines(leaf) for run in line if run.has(MarkKind.FOOTNOTE)
            }
            if here and in_html:
                return True
            referred |= here
    return labels != referred


def _is_html(group: Sequence[Placed], gapped: frozenset[int]) -> bool:
    """Whether the leaves must be written as HTML."""
    index, first = group[0]
    if is_quoted(first):
        return any(isinstance(leaf, Code) or at in gapped or isinstance(leaf, ListItem) for at, leaf in group)
    match first:
        case ListItem():
            return not _is_plain_list([leaf for _, leaf in group if isinstance(leaf, ListItem)])
        case Heading():
            return index in gapped
        case Table():
            return not _is_plain_table(first)
        case Figure():
            return not _is_plain_figure(first)
        case Code():
            return not _is_plain_code(first)
        case Embed():
            return True
        case _:
            return False


def _is_plain_list(items: Sequence[ListItem]) -> bool:
    """Whether no two different lists follow each other at the same depth: Markdown would make one of them."""
    for above, item in pairwise(items):
        shorter = min(len(above.path), len(item.path))
        if above.path[:shorter] != item.path[:shorter]:
            return False
    return all(level.start < 100_000 for item in items for level in item.path)


def _is_plain_table(table: Table) -> bool:
    return (
        table.header
        and len(table.rows) > 1
        and len(table.alignments) > 1
        and all(cell for cell in table.rows[0])
        and all(any(row) for row in table.rows)
    )


def _is_plain_figure(figure: Figure) -> bool:
    alt_is_plain = re.fullmatch(r"[\w ,.\-]*", figure.alt) is not None
    return alt_is_plain and bool(figure.alt) and not (figure.caption or figure.credit or figure.width)


def _is_plain_code(code: Code) -> bool:
    rows = code.text.split("\n")
    return (
        "\t" not in code.text and all(row.strip() for row in rows if row) and all(row == row.rstrip() for row in rows)
    )


@dataclass(slots=True)
class _Page:
    """Writes the published leaves of one body."""

    html: HtmlPage
    notes_in_html: bool
    _counters: list[tuple[ListLevel, int]] = field(default_factory=list)

    def group(self, group: Sequence[Placed]) -> str:
        """Return the block of Markdown or HTML that says the leaves, which `groups` put together."""
        first = group[0][1]
        if _is_html(group, self.html.gapped):
            return raw_block(self.html.group(group))
        if is_quoted(first):
            inside = "\n\n".join(self._stretch(stretch) for stretch in list_stretches(group))
            return "\n".join(f"> {row}".rstrip(" ") if not row.strip() else f"> {row}" for row in inside.split("\n"))
        if isinstance(first, Footnote):
            if self.notes_in_html:
                return raw_block(self.html.group(group))
            return "\n\n".join(
                f"[^{leaf.label}]: {self.line(leaf.line, '<br>')}" for _, leaf in group if isinstance(leaf, Footnote)
            )
        return self._stretch(group)

    def _stretch(self, stretch: Sequence[Placed]) -> str:
        items = [leaf for _, leaf in stretch if isinstance(leaf, ListItem)]
        return self._list(items) if items else self._alone(stretch[0][1])

    def _alone(self, leaf: Leaf) -> str:
        match leaf:
            case Heading():
                return f"{'#' * leaf.level} {self.line(leaf.line, '<br>')}"
            case Attribution():
                return f"<footer>{self.line(leaf.line, '<br>')}</footer>"
            case Code():
                longest = max((len(run) for run in re.findall("`+", leaf.text)), default=0)
                fence = "`" * max(3, longest + 1)
                return f"{fence}{leaf.language}\n{leaf.text}\n{fence}"
            case Table():
                return self._table(leaf)
            case Figure():
                return f"![{leaf.alt}]({self.html.media_url(leaf.media)})"
            case Rule():
                return "* * *"
            case Paragraph() | ListItem() | Footnote():
                return self.line(leaf.line)
            case Embed():
                return f"<{leaf.url}>"

    def line(self, line: Line, hard_break: str = "  \n") -> str:
        """Return a published line."""
        return markdown_line(line, self._reference, hard_break=hard_break)

    def _reference(self, label: str) -> str:
        return self.html.reference(label) if self.notes_in_html else f"[^{label}]"

    def _list(self, items: Sequence[ListItem]) -> str:
        rows: list[str] = []
        counters: list[tuple[ListLevel, int]] = []
        for item in items:
            depth = len(item.path)
            if len(counters) >= depth:
                counters = counters[:depth]
                counters[-1] = (counters[-1][0], counters[-1][1] + 1)
            else:
                counters = [*counters, (item.path[-1], item.path[-1].start)]
            level, number = counters[-1]
            sign = "-" if level.kind is ListKind.BULLET else f"{number}."
            rows.append(f"{_STEP * (depth - 1)}{sign} {self.line(item.line, '<br>')}")
        return "\n".join(rows)

    def _table(self, table: Table) -> str:
        rows = [[self.line(cell, "<br>") for cell in row] for row in table.rows]
        rows.insert(1, [_RULES[align] for align in table.alignments])
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)
