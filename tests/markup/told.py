"""Bodies told in a few signs, so that a test reads like the page it speaks of."""

from deskeditor.article.body import (
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
    Paragraph,
    Rule,
    Table,
)
from deskeditor.article.line import HARD_BREAK, Line, MarkKind

_SIGNS = {
    MarkKind.STRONG: "b",
    MarkKind.EMPHASIS: "i",
    MarkKind.UNDERLINE: "u",
    MarkKind.STRIKE: "s",
    MarkKind.SUPERSCRIPT: "sup",
    MarkKind.SUBSCRIPT: "sub",
    MarkKind.CODE: "code",
}


def told_line(line: Line) -> str:
    """`{b i:words}` for marked words, `{>address:words}` for a link, `{^label}` for a reference, `//` for a break."""
    parts = []
    for run in line:
        names = [_SIGNS[mark.kind] for mark in sorted(run.marks) if mark.kind in _SIGNS]
        link = run.value(MarkKind.LINK)
        names += [f">{link}"] if link else []
        text = run.text.replace(HARD_BREAK, "//")
        if run.has(MarkKind.FOOTNOTE):
            parts.append(f"{{^{run.value(MarkKind.FOOTNOTE)}}}")
        else:
            parts.append(f"{{{' '.join(names)}:{text}}}" if names else text)
    return "".join(parts)


def told(body: Body) -> list[str]:
    """A row for each leaf: its kind and its words."""
    return [_told_leaf(leaf) for leaf in body]


def _told_leaf(leaf: Leaf) -> str:
    quote = "> " if getattr(leaf, "quoted", False) else ""
    match leaf:
        case Paragraph():
            return f"{quote}{told_line(leaf.line)}"
        case Heading():
            return f"{quote}h{leaf.level} {told_line(leaf.line)}"
        case Attribution():
            return f"> by {told_line(leaf.line)}"
        case ListItem():
            path = "".join("*" if level.kind is ListKind.BULLET else f"{level.start}." for level in leaf.path)
            return f"{quote}{path} {told_line(leaf.line)}"
        case Code():
            return f"{quote}code {leaf.language}:{leaf.text}"
        case Table():
            sides = "".join(align[0] for align in leaf.alignments)
            rows = " / ".join(" | ".join(told_line(cell) for cell in row) for row in leaf.rows)
            return f"table {'head ' if leaf.header else ''}{sides}: {rows}"
        case Figure():
            shown = "decorative" if leaf.decorative else leaf.alt
            return f"figure [{shown}] {told_line(leaf.caption)} ({leaf.credit}) {leaf.width}"
        case Embed():
            return f"embed {leaf.url} {leaf.title}".rstrip()
        case Rule():
            return "rule"
        case Footnote():
            return f"note {leaf.label}: {told_line(leaf.line)}"
