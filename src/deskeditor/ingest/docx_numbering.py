"""The lists of a Word file: of what kind each level is, and which number an item has."""

from dataclasses import dataclass, field
from typing import Final

from deskeditor.article.body import ListKind
from deskeditor.ingest.docx_styles import Styles, indents
from deskeditor.ingest.docx_xml import Node

LEVELS: Final = 9
MOST: Final = 999_999


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPlace:
    """Where an item stands: in the list named `group` at level `ilvl`, `left` twips in; `number` is its own."""

    group: str
    ilvl: int
    kind: ListKind
    number: int = 1
    left: int = 0


@dataclass(slots=True)
class _Level:
    kind: ListKind | None
    start: int
    left: int
    style: str = ""
    restarts: bool = True


@dataclass(slots=True)
class _List:
    """An abstract list: lists that share it go on counting."""

    name: str
    levels: dict[int, _Level] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Numbered:
    """A list that paragraphs name, and where it begins to count anew."""

    base: _List
    own: dict[int, _Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the items of a text in their order."""

    def __init__(self, root: Node | None, styles: Styles) -> None:
        nodes = root.children if root is not None else []
        abstract = {node.get("w:abstractNumId"): node for node in nodes if node.name == "w:abstractNum"}
        numbered = {node.get("w:numId"): node for node in nodes if node.name == "w:num"}
        lists: dict[str, _List] = {}
        self._lists: dict[str, _Numbered] = {}
        for num_id, node in numbered.items():
            name = _followed(node.value("w:abstractNumId") or "", abstract, numbered, styles)
            if name not in abstract:
                continue
            if name not in lists:
                lists[name] = _List(name, _levels(abstract[name]))
            self._lists[num_id] = _overridden(lists[name], node)

    def level_of_style(self, num_id: str, style_id: str) -> int:
        """The level of a list that a paragraph style stands for."""
        found = self._lists.get(num_id)
        levels = found.base.levels.items() if found is not None else ()
        return next((ilvl for ilvl, level in levels if style_id and level.style == style_id), 0)

    def place(self, num_id: str, ilvl: int, left: int | None = None) -> ListPlace | None:
        """Count one more item, and say where it stands; None for a list that shows neither signs nor numbers."""
        numbered = self._lists.get(num_id)
        if numbered is None:
            return None
        ilvl = min(max(ilvl, 0), LEVELS - 1)
        base = numbered.base
        level = numbered.own.get(ilvl) or base.levels.get(ilvl) or _Level(ListKind.BULLET, 1, 0)
        if level.kind is None:
            return None
        if ilvl in numbered.starts:
            base.counts[ilvl] = numbered.starts.pop(ilvl)
        elif ilvl in base.counts:
            base.counts[ilvl] += 1
        else:
            base.counts[ilvl] = level.start
        for deeper in [each for each in base.counts if each > ilvl]:
            own = numbered.own.get(deeper) or base.levels.get(deeper)
            if own is None or own.restarts:
                del base.counts[deeper]
        return ListPlace(
            group=base.name,
            ilvl=ilvl,
            kind=level.kind,
            number=min(max(base.counts[ilvl], 0), MOST) if level.kind is ListKind.NUMBER else 1,
            left=left if left is not None else level.left,
        )


def _followed(name: str, abstract: dict[str, Node], numbered: dict[str, Node], styles: Styles) -> str:
    """The abstract list that really holds the levels: one may be named by a list style only."""
    for _ in range(4):
        link = abstract[name].value("w:numStyleLink") if name in abstract else None
        node = numbered.get(styles.numbers(link)) if link else None
        if node is None:
            break
        name = node.value("w:abstractNumId") or ""
    return name


def _levels(node: Node) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for child in node.children:
        if child.name == "w:lvl" and child.get("w:ilvl").isdecimal():
            levels[int(child.get("w:ilvl")[:2])] = _level(child)
    return levels


def _level(node: Node) -> _Level:
    shape = node.value("w:numFmt") or "decimal"
    sign = node.value("w:lvlText") or ""
    indent = node.below("w:pPr", "w:ind")
    kind: ListKind | None = ListKind.BULLET if shape == "bullet" else ListKind.NUMBER
    if shape == "none" and not sign.strip():
        kind = None
    return _Level(
        kind=kind,
        start=_number(node.value("w:start"), 1),
        left=(indents(indent)[0] or 0) if indent is not None else 0,
        style=node.value("w:pStyle") or "",
        restarts=node.value("w:lvlRestart") != "0",
    )


def _overridden(base: _List, node: Node) -> _Numbered:
    numbered = _Numbered(base)
    for child in node.children:
        if child.name != "w:lvlOverride" or not child.get("w:ilvl").isdecimal():
            continue
        ilvl = int(child.get("w:ilvl")[:2])
        own = child.child("w:lvl")
        if own is not None:
            numbered.own[ilvl] = _level(own)
        start = child.value("w:startOverride")
        if start is not None:
            numbered.starts[ilvl] = _number(start, 1)
    return numbered


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) <= 6 else otherwise
