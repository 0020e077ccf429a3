"""A body or a line as HTML5: what is published of it, one element a leaf, and nothing that could act."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
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
)
from deskeditor.article.line import HARD_BREAK, Line, MarkKind
from deskeditor.article.published import published_line, published_with_places
from deskeditor.markup.grouping import Placed, gapped_headings, groups, list_stretches
from deskeditor.markup.nesting import Act, nested
from deskeditor.markup.notes import Notes, notes_of
from deskeditor.markup.reading import media_address

MediaAddress = Callable[[str], str]
"""Gives the address under which a page finds the picture of that stored name."""

TAGS: Final = MappingProxyType(
    {
        MarkKind.STRONG: "strong",
        MarkKind.EMPHASIS: "em",
        MarkKind.UNDERLINE: "u",
        MarkKind.STRIKE: "s",
        MarkKind.SUPERSCRIPT: "sup",
        MarkKind.SUBSCRIPT: "sub",
        MarkKind.CODE: "code",
    }
)
EmbedWriter = Callable[[Embed], str]
"""Writes the one element that shows an embed."""

_LISTS: Final = MappingProxyType({ListKind.BULLET: "ul", ListKind.NUMBER: "ol"})


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenBlock:
    """One element of the page and the leaves, by their index in the body given, that it shows."""

    html: str
    first_leaf: int
    last_leaf: int


def embed_card(embed: Embed) -> str:
    """Return an embed as a link card: nothing of it is loaded before a reader follows it."""
    return f'<p class="embed"><a href="{escaped(embed.url)}">{escaped(embed.title or embed.url)}</a></p>'


def write_html(body: Body, *, media_url: MediaAddress = media_address, write_embed: EmbedWriter = embed_card) -> str:
    """Return the published body as a fragment of HTML5; with link cards `read_html` reads it back to the same."""
    return "\n".join(block.html for block in write_blocks(body, media_url=media_url, write_embed=write_embed))


def write_blocks(
    body: Body, *, media_url: MediaAddress = media_address, write_embed: EmbedWriter = embed_card
) -> tuple[WrittenBlock, ...]:
    """Return the elements that `write_html` joins, each with the leaves that it shows."""
    placed = published_with_places(body)
    page = HtmlPage(
        media_url=media_url,
        notes=notes_of(leaf for _, leaf in placed),
        gapped=gapped_headings(placed),
        write_embed=write_embed,
    )
    return tuple(
        WrittenBlock(html=page.group(group), first_leaf=group[0][0], last_leaf=group[-1][0]) for group in groups(placed)
    )


def write_html_line(line: Line) -> str:
    """Return the published line as HTML without a block around it."""
    return HtmlPage(media_url=media_address, notes=Notes()).line(published_line(line))


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlPage:
    """Writes the published leaves of one body; `gapped` holds the indexes of headings that keep their level."""

    media_url: MediaAddress
    notes: Notes
    gapped: frozenset[int] = frozenset()
    write_embed: EmbedWriter = embed_card

    def group(self, group: Sequence[Placed]) -> str:
        """Return the element that shows the leaves, which `groups` put together."""
        first = group[0][1]
        if is_quoted(first):
            inside = "\n".join(self._stretch(stretch) for stretch in list_stretches(group))
            return f"<blockquote>\n{inside}\n</blockquote>"
        if isinstance(first, Footnote):
            inside = "\n".join(self._note(leaf) for _, leaf in group if isinstance(leaf, Footnote))
            return f'<section class="footnotes">\n<ol>\n{inside}\n</ol>\n</section>'
        return self._stretch(group)

    def _stretch(self, stretch: Sequence[Placed]) -> str:
        items = [leaf for _, leaf in stretch if isinstance(leaf, ListItem)]
        return self._list(items) if items else self._alone(*stretch[0])

    def _alone(self, index: int, leaf: Leaf) -> str:
        match leaf:
            case Heading():
                own = f' data-level="{leaf.level}"' if index in self.gapped else ""
                return f"<h{leaf.level}{own}>{self.line(leaf.line)}</h{leaf.level}>"
            case Attribution():
                return f"<footer>{self.line(leaf.line)}</footer>"
            case Code():
                language = f' class="language-{leaf.language}"' if leaf.language else ""
                return f"<pre><code{language}>{escaped(leaf.text)}</code></pre>"
            case Table():
                return self._table(leaf)
            case Figure():
                return self._figure(leaf)
            case Embed():
                return self.write_embed(leaf)
            case Rule():
                return "<hr>"
            case Paragraph() | ListItem() | Footnote():
                return f"<p>{self.line(leaf.line)}</p>"

    def _list(self, items: Iterable[ListItem]) -> str:
        parts: list[str] = []
        stack: list[ListLevel] = []
        for item in items:
            shared = 0
            while shared < min(len(stack), len(item.path)) and stack[shared] == item.path[shared]:
                shared += 1
            while len(stack) > shared:
                parts.append(f"</li>\n</{_LISTS[stack.pop().kind]}>")
            if len(item.path) == shared:
                parts.append("</li>\n")
            for level in item.path[shared:]:
                start = f' start="{level.start}"' if level.start != 1 else ""
                parts.append(f"{chr(10) if parts else ''}<{_LISTS[level.kind]}{start}>\n")
                stack.append(level)
            parts.append(f"<li>{self.line(item.line)}")
        while stack:
            parts.append(f"</li>\n</{_LISTS[stack.pop().kind]}>")
        return "".join(parts)

    def line(self, line: Line) -> str:
        """Return a published line's words and marks."""
        parts: list[str] = []
        for step in nested(line):
            mark = step.mark
            if step.act is Act.SAY:
                parts.append(escaped(step.text).replace(HARD_BREAK, "<br>"))
            elif step.act is Act.REFER:
                parts.append(self.reference(step.text))
            elif mark is not None and mark.kind is MarkKind.LINK:
                parts.append(f'<a href="{escaped(mark.value)}">' if step.act is Act.OPEN else "</a>")
            elif mark is not None:
                parts.append(f"<{TAGS[mark.kind]}>" if step.act is Act.OPEN else f"</{TAGS[mark.kind]}>")
        return "".join(parts)

    def reference(self, label: str) -> str:
        """Return a reference to the footnote of that label."""
        count = self.notes.refer(label)
        number = self.notes.numbers.get(label, label)
        again = "" if count == 1 else str(count)
        return (
            f'<sup id="fnref{again}-{label}"><a href="#fn-{label}" class="footnote-ref"'
            f' role="doc-noteref">{number}</a></sup>'
        )

    def _note(self, note: Footnote) -> str:
        back = ""
        if self.notes.references.get(note.label):
            back = f' <a href="#fnref-{note.label}" class="footnote-back" role="doc-backlink">\u21a9</a>'
        return f'<li id="fn-{note.label}">{self.line(note.line)}{back}</li>'

    def _table(self, table: Table) -> str:
        rows = [self._row(row, table, "td") for row in table.rows]
        parts = ["<table>"]
        if table.header:
            parts += ["<thead>", self._row(table.rows[0], table, "th"), "</thead>"]
            rows = rows[1:]
        if rows:
            parts += ["<tbody>", *rows, "</tbody>"]
        return "\n".join([*parts, "</table>"])

    def _row(self, row: Sequence[Line], table: Table, tag: str) -> str:
        cells: list[str] = []
        for cell, align in zip(row, table.alignments, strict=True):
            style = "" if align is Align.START else f' style="text-align:{align}"'
            cells.append(f"<{tag}{style}>{self.line(cell)}</{tag}>")
        return f"<tr>{''.join(cells)}</tr>"

    def _figure(self, figure: Figure) -> str:
        alt = escaped(figure.alt)
        missing = "" if figure.alt or figure.decorative else ' data-alt="missing"'
        width = f' width="{figure.width}"' if figure.width else ""
        image = f'<img src="{escaped(self.media_url(figure.media))}" alt="{alt}"{missing}{width}>'
        words = [self.line(figure.caption)] if figure.caption else []
        if figure.credit:
            words.append(f'<small class="credit">{escaped(figure.credit)}</small>')
        caption = f"\n<figcaption>{' '.join(words)}</figcaption>" if words else ""
        return f"<figure>\n{image}{caption}\n</figure>"


def escaped(text: str) -> str:
    """Return text as it may stand between tags and in a quoted attribute."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
