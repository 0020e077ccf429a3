"""The styles of a Word file: what each says of a text's structure, whatever language Word was set to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType
from typing import Final

from deskeditor.ingest.docx_xml import Node, is_on

_DEEPEST_CHAIN: Final = 12
_OUTLINE_LEVELS: Final = tuple("012345678")
"""Level 9 is that of words which are no heading."""
_HEADING: Final = re.compile(
    r"(?:heading|überschrift|titre|título|titolo|kop|заголовок|rubrik|overskrift|nagłówek|başlık|otsikko)\s?([1-9])",
    re.IGNORECASE,
)


class Role(Enum):
    """What a paragraph's style makes of it."""

    PLAIN = auto()
    HEADING = auto()
    CONTENTS = auto()
    TITLE = auto()
    SUBTITLE = auto()
    AUTHOR = auto()
    DATE = auto()
    QUOTE = auto()
    CAPTION = auto()
    CODE = auto()
    GOES_ON = auto()
    """The paragraph belongs to the list item above it where it stands as far in."""


_ROLES: Final = MappingProxyType(
    {
        "title": Role.TITLE,
        "subtitle": Role.SUBTITLE,
        "abstract": Role.SUBTITLE,
        "standfirst": Role.SUBTITLE,
        "author": Role.AUTHOR,
        "byline": Role.AUTHOR,
        "date": Role.DATE,
        "quote": Role.QUOTE,
        "intense quote": Role.QUOTE,
        "block text": Role.QUOTE,
        "block quote": Role.QUOTE,
        "block quotation": Role.QUOTE,
        "blockquote": Role.QUOTE,
        "quotations": Role.QUOTE,
        "quotation": Role.QUOTE,
        "zitat": Role.QUOTE,
        "citation": Role.QUOTE,
        "caption": Role.CAPTION,
        "image caption": Role.CAPTION,
        "figure caption": Role.CAPTION,
        "source code": Role.CODE,
        "html preformatted": Role.CODE,
        "preformatted text": Role.CODE,
        "code": Role.CODE,
        "macro text": Role.CODE,
        "toc heading": Role.CONTENTS,
        "list paragraph": Role.GOES_ON,
        "list continue": Role.GOES_ON,
        **{f"list continue {number}": Role.GOES_ON for number in range(2, 6)},
    }
)
_CODE_WORDS: Final = frozenset({"html code", "source text", "verbatim char", "code", "html typewriter", "html sample"})
_NO_DRESS: Final = frozenset({"hyperlink", "followedhyperlink", "internet link", "internetlink"})
"""Character styles whose look belongs to what they stand on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphStyle:
    """What a paragraph has of its style: its role, a heading's level, its list, how far in it stands (twips)."""

    role: Role = Role.PLAIN
    level: int = 0
    num_id: str = ""
    ilvl: int | None = None
    left: int = 0
    hanging: int = 0


PLAIN: Final = ParagraphStyle()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dress:
    """Switches of a run; None where it says nothing."""

    strong: bool | None = None
    emphasis: bool | None = None
    underline: bool | None = None
    strike: bool | None = None
    raised: str | None = None
    """`superscript`, `subscript` or `baseline`."""
    hidden: bool | None = None
    code: bool | None = None

    def over(self, other: "Dress") -> "Dress":
        """This one's switches, the other's where it says nothing."""
        return Dress(
            **{
                name: mine if (mine := getattr(self, name)) is not None else getattr(other, name)
                for name in self.__dataclass_fields__
            }
        )


UNDRESSED: Final = Dress()


class Styles:
    """A file's styles by id."""

    def __init__(self, root: Node | None) -> None:
        nodes = [node for node in root.children if node.name == "w:style"] if root is not None else []
        self._nodes = {node.get("w:styleId"): node for node in reversed(nodes)}
        self._default = next(
            (
                node.get("w:styleId")
                for node in nodes
                if node.get("w:type") == "paragraph" and node.get("w:default") in ("1", "true", "on")
            ),
            "",
        )
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._words: dict[str, Dress] = {}
        lang = root.below("w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang") if root is not None else None
        self.language = lang.get("w:val") if lang is not None else ""

    def paragraph(self, style_id: str) -> ParagraphStyle:
        """What the paragraph style of that id says; the file's default style for an empty id."""
        wanted = style_id or self._default
        if wanted not in self._paragraphs:
            self._paragraphs[wanted] = self._read_paragraph(wanted)
        return self._paragraphs[wanted]

    def words(self, style_id: str) -> Dress:
        """What the character style of that id says."""
        if style_id not in self._words:
            dress = UNDRESSED
            for node in self._chain(style_id):
                name = _name(node)
                if name in _NO_DRESS:
                    continue
                properties = node.child("w:rPr")
                dress = dress.over(dress_of(properties) if properties is not None else UNDRESSED)
                if name in _CODE_WORDS:
                    dress = dress.over(Dress(code=True))
            self._words[style_id] = dress
        return self._words[style_id]

    def numbers(self, style_id: str) -> str:
        """The numbering that a list style names, or an empty string."""
        return self._read_paragraph(style_id).num_id

    def _read_paragraph(self, style_id: str) -> ParagraphStyle:
        role, level = Role.PLAIN, 0
        num_id, ilvl = "", None
        left = hanging = None
        known = False
        for node in self._chain(style_id):
            known = True
            if role is Role.PLAIN:
                role, level = _role(node)
            properties = node.child("w:pPr")
            if properties is None:
                continue
            outline = properties.value("w:outlineLvl")
            if role is Role.PLAIN and outline in _OUTLINE_LEVELS:
                role, level = Role.HEADING, _OUTLINE_LEVELS.index(outline) + 1
            numbers = properties.child("w:numPr")
            if numbers is not None:
                num_id = num_id or (numbers.value("w:numId") or "")
                ilvl = ilvl if ilvl is not None else _whole(numbers.value("w:ilvl"))
            indent = properties.child("w:ind")
            if indent is not None:
                here, hang = indents(indent)
                left = here if left is None else left
                hanging = hang if hanging is None else hanging
        if not known and not self._nodes and (found := _HEADING.fullmatch(style_id)):
            role, level = Role.HEADING, int(found.group(1))
        return ParagraphStyle(role=role, level=level, num_id=num_id, ilvl=ilvl, left=left or 0, hanging=hanging or 0)

    def _chain(self, style_id: str) -> Iterator[Node]:
        """The style and those that it is based on."""
        for _ in range(_DEEPEST_CHAIN):
            node = self._nodes.get(style_id)
            if node is None:
                return
            yield node
            style_id = node.value("w:basedOn") or ""


def dress_of(properties: Node) -> Dress:
    """What the properties of a run say; right-to-left words have switches of their own."""
    other = bool(is_on(properties, "w:rtl") or is_on(properties, "w:cs"))
    strike, double = is_on(properties, "w:strike"), is_on(properties, "w:dstrike")
    return Dress(
        strong=is_on(properties, "w:bCs" if other else "w:b"),
        emphasis=is_on(properties, "w:iCs" if other else "w:i"),
        underline=is_on(properties, "w:u"),
        strike=double if double else strike,
        raised=properties.value("w:vertAlign"),
        hidden=is_on(properties, "w:vanish"),
    )


def indents(node: Node) -> tuple[int | None, int | None]:
    """How far in a `w:ind` puts a paragraph, and how far out its first line hangs, in twips."""
    left = node.get("w:left") or node.get("w:start")
    return _whole(left), _whole(node.get("w:hanging"))


def _role(node: Node) -> tuple[Role, int]:
    name = _name(node)
    if found := _HEADING.fullmatch(name):
        return Role.HEADING, int(found.group(1))
    return _ROLES.get(name, Role.PLAIN), 0


def _name(node: Node) -> str:
    return (node.value("w:name") or node.get("w:styleId")).strip().lower()


def _whole(text: str | None) -> int | None:
    """A whole number of a bearable size, in any of the units that a file may give (twips where it gives none)."""
    found = re.fullmatch(r"(-?\d{1,7})(?:\.\d+)?(pt|in|cm|mm)?", text or "")
    if found is None:
        return None
    factor = {None: 1.0, "pt": 20.0, "in": 1440.0, "cm": 567.0, "mm": 56.7}[found.group(2)]
    return round(int(found.group(1)) * factor)
