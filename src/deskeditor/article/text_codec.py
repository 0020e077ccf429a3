"""Lines and bodies as JSON values, and back."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

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
    body_of,
)
from deskeditor.article.line import Line, Mark, MarkKind, Run, line_of

Json = dict[str, Any]


def line_to_json(line: Line) -> list[Any]:
    """A line as a list of runs: a string where unmarked, else `[text, mark, …]` with marks in order."""
    return [[run.text, *map(_mark_to_json, sorted(run.marks))] if run.marks else run.text for run in line]


def line_from_json(runs: list[Any]) -> Line:
    """The line that `line_to_json` wrote. Raises ValueError or TypeError for anything else."""
    return line_of(
        Run(text=run)
        if isinstance(run, str)
        else Run(text=run[0], marks=frozenset(_mark_from_json(mark) for mark in run[1:]))
        for run in runs
    )


def _mark_to_json(mark: Mark) -> str | list[str]:
    return [mark.kind.value, mark.value] if mark.value else mark.kind.value


def _mark_from_json(mark: str | list[str]) -> Mark:
    return Mark(MarkKind(mark)) if isinstance(mark, str) else Mark(MarkKind(mark[0]), mark[1])


def body_to_json(body: Body) -> list[Json]:
    """A body as a list of objects, one a leaf, each naming its kind."""
    return [_leaf_to_json(leaf) for leaf in body]


def body_from_json(leaves: list[Json]) -> Body:
    """The body that `body_to_json` wrote. Raises ValueError, KeyError or TypeError for anything else."""
    return body_of(_READERS[leaf["kind"]](leaf) for leaf in leaves)


def figure_to_json(figure: Figure) -> Json:
    """A figure alone, as for the lead image."""
    return _leaf_to_json(figure)


def figure_from_json(figure: Json) -> Figure:
    """The figure that `figure_to_json` wrote."""
    return _read_figure(figure)


def _quoted(leaf: Paragraph | Heading | ListItem | Code) -> Json:
    return {"quoted": True} if leaf.quoted else {}


def _leaf_to_json(leaf: Leaf) -> Json:
    match leaf:
        case Paragraph():
            return {"kind": "paragraph", "line": line_to_json(leaf.line)} | _quoted(leaf)
        case Heading():
            return {"kind": "heading", "level": leaf.level, "line": line_to_json(leaf.line)} | _quoted(leaf)
        case Attribution():
            return {"kind": "attribution", "line": line_to_json(leaf.line)}
        case ListItem():
            path = [[level.kind.value, level.start] for level in leaf.path]
            return {"kind": "item", "path": path, "line": line_to_json(leaf.line)} | _quoted(leaf)
        case Code():
            return {"kind": "code", "language": leaf.language, "text": leaf.text} | _quoted(leaf)
        case Table():
            rows = [[line_to_json(cell) for cell in row] for row in leaf.rows]
            return {"kind": "table", "header": leaf.header, "alignments": list(leaf.alignments), "rows": rows}
        case Figure():
            return {
                "kind": "figure",
                "media": leaf.media,
                "alt": leaf.alt,
                "decorative": leaf.decorative,
                "caption": line_to_json(leaf.caption),
                "credit": leaf.credit,
                "width": leaf.width,
            }
        case Embed():
            return {"kind": "embed", "url": leaf.url, "title": leaf.title}
        case Rule():
            return {"kind": "rule"}
        case Footnote():
            return {"kind": "footnote", "label": leaf.label, "line": line_to_json(leaf.line)}


def _read_figure(leaf: Json) -> Figure:
    return Figure(
        media=leaf["media"],
        alt=leaf["alt"],
        decorative=leaf["decorative"],
        caption=line_from_json(leaf["caption"]),
        credit=leaf["credit"],
        width=leaf["width"],
    )


def _read_item(leaf: Json) -> ListItem:
    path = tuple(ListLevel(kind=ListKind(kind), start=start) for kind, start in leaf["path"])
    return ListItem(line=line_from_json(leaf["line"]), path=path, quoted=leaf.get("quoted", False))


def _read_table(leaf: Json) -> Table:
    return Table(
        rows=tuple(tuple(line_from_json(cell) for cell in row) for row in leaf["rows"]),
        header=leaf["header"],
        alignments=tuple(Align(align) for align in leaf["alignments"]),
    )


_READERS: Final[Mapping[str, Callable[[Json], Leaf]]] = MappingProxyType(
    {
        "paragraph": lambda leaf: Paragraph(line=line_from_json(leaf["line"]), quoted=leaf.get("quoted", False)),
        "heading": lambda leaf: Heading(
            level=leaf["level"], line=line_from_json(leaf["line"]), quoted=leaf.get("quoted", False)
        ),
        "attribution": lambda leaf: Attribution(line=line_from_json(leaf["line"])),
        "item": _read_item,
        "code": lambda leaf: Code(text=leaf["text"], language=leaf["language"], quoted=leaf.get("quoted", False)),
        "table": _read_table,
        "figure": _read_figure,
        "embed": lambda leaf: Embed(url=leaf["url"], title=leaf["title"]),
        "rule": lambda _leaf: Rule(),
        "footnote": lambda leaf: Footnote(label=leaf["label"], line=line_from_json(leaf["line"])),
    }
)
