"""The XML inside Word files as a small tree: bounded, and with nothing that could grow or point elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final
from xml.parsers import expat

MOST_NODES: Final = 1_500_000
MOST_TEXT: Final = 16_000_000
"""Characters."""
DEEPEST: Final = 140
"""Real files stay below 60; the readers call themselves once or twice a level."""

_PREFIXES: Final = MappingProxyType(
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
        "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
        "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
        "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
        "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp",
        "http://purl.org/dc/elements/1.1/": "dc",
        "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
        "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
        "http://purl.oclc.org/ooxml/drawingml/main": "a",
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
        "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
        "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
        "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
        "http://schemas.microsoft.com/office/drawing/2017/decorative": "adec",
        "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
        "http://purl.oclc.org/ooxml/officeDocument/math": "m",
        "urn:schemas-microsoft-com:vml": "v",
        "urn:schemas-microsoft-com:office:office": "o",
        "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
        "http://schemas.microsoft.com/office/word/2012/wordml": "w15",
        "http://schemas.microsoft.com/office/word/2016/wordml/cid": "w16cid",
        "http://schemas.microsoft.com/office/word/2018/wordml/cex": "w16cex",
        "http://www.w3.org/XML/1998/namespace": "xml",
    }
)


class XmlFaultError(ValueError):
    """A part that is not well formed, or not of a kind that any office program writes."""


@dataclass(slots=True)
class Node:
    """An element: `name` and the keys of `attributes` carry the usual prefixes, as in `w:p`, whatever the file's own.

    `text` is what stands between its tags, its children's left out.
    """

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node"] = field(default_factory=list)
    text: str = ""

    def get(self, key: str, otherwise: str = "") -> str:
        """An attribute's value."""
        return self.attributes.get(key, otherwise)

    def child(self, name: str) -> "Node | None":
        """The first child of that name."""
        return next((child for child in self.children if child.name == name), None)

    def value(self, name: str) -> str | None:
        """The `w:val` of the first child of that name; empty where the child has none, None where there is no child."""
        found = self.child(name)
        return None if found is None else found.get("w:val")

    def below(self, *path: str) -> "Node | None":
        """The node that a path of names leads to."""
        found: Node | None = self
        for name in path:
            found = found.child(name) if found is not None else None
        return found

    def all(self, *names: str) -> Iterator["Node"]:
        """Every node below this one that has one of the names, in the order of the text."""
        waiting = list(reversed(self.children))
        while waiting:
            node = waiting.pop()
            if node.name in names:
                yield node
            waiting.extend(reversed(node.children))


def is_on(node: Node, name: str) -> bool | None:
    """Whether a switch such as `<w:b/>` among a node's children is on; None where it says nothing."""
    value = node.value(name)
    return None if value is None else value not in ("0", "false", "off", "none")


def read_xml(data: bytes) -> Node:
    """Return the root of a part. Raises XmlFaultError; a document type declaration, which no such file has, is one."""
    builder = _Builder()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, UnicodeError, LookupError) as fault:
        raise XmlFaultError(str(fault)) from None
    return builder.root.children[0]


def _refuse(*_: object) -> None:
    raise XmlFaultError("a document type declaration")


class _Builder:
    def __init__(self) -> None:
        self.root = Node("")
        self._open = [self.root]
        self._nodes = 0
        self._characters = 0
        self._names: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._nodes += 1
        if self._nodes > MOST_NODES or len(self._open) > DEEPEST:
            raise XmlFaultError("far too much, or nested far too deeply")
        named = self._named
        node = Node(named(name), {named(key): value for key, value in attributes.items()})
        self._open[-1].children.append(node)
        self._open.append(node)

    def end(self, _: str) -> None:
        self._open.pop()

    def text(self, text: str) -> None:
        self._characters += len(text)
        if self._characters > MOST_TEXT:
            raise XmlFaultError("far too much text")
        self._open[-1].text += text

    def _named(self, name: str) -> str:
        known = self._names.get(name)
        if known is None:
            space, _, local = name.rpartition(" ")
            known = f"{_PREFIXES.get(space, '?')}:{local}" if space else local
            self._names[name] = known
        return known
