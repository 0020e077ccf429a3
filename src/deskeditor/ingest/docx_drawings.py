"""What stands in a Word file's drawings: pictures, boxes of text, lettering."""

from collections.abc import Iterator
from typing import Final

from deskeditor.ingest.docx_package import Relation
from deskeditor.ingest.docx_pieces import PART, Picture
from deskeditor.ingest.docx_xml import Node

BOX: Final = "w:txbxContent"
_TELLING: Final = frozenset({BOX, "a:blip", "v:imagedata", "w:t", "m:t", "w:r", "w:p"})
_GENERATED: Final = (
    "Description automatically generated",
    "AI-generated content may be incorrect.",
    "AI generated content may be incorrect.",
)


def chosen(node: Node) -> Node | None:
    """The branch of an `mc:AlternateContent` to read: the newer one where it says anything."""
    choice, fallback = node.child("mc:Choice"), node.child("mc:Fallback")
    if choice is not None and (fallback is None or next(choice.all(*_TELLING), None) is not None):
        return choice
    return fallback


def boxes(node: Node) -> Iterator[Node]:
    """The text boxes of a drawing, those inside other boxes left to them."""
    yield from (found for found in _outermost(node) if found.name == BOX)


def lettering(node: Node) -> Iterator[str]:
    """Words that are drawn as a picture."""
    for found in _outermost(node):
        if found.name == "v:textpath" and found.get("string").strip():
            yield found.get("string").strip()


def is_rule(node: Node) -> bool:
    """Whether the drawing is a line across the page."""
    return any(found.get("o:hr") in ("t", "true", "1") for found in node.all("v:rect", "v:shape", "v:line"))


def pictures(node: Node, relations: dict[str, Relation], *, leads: bool) -> Iterator[Picture]:
    """The pictures of a drawing; `leads` says that they come before their paragraph's words."""
    frame = next(iter(node.all("wp:docPr")), None)
    told = _alt(frame) if frame is not None else None
    for found in _outermost(node):
        if found.name == "pic:pic":
            blip = next(iter(found.all("a:blip")), None)
            own = found.below("pic:nvPicPr", "pic:cNvPr")
            address = _address(blip, relations) if blip is not None else ""
            alt = told if told is not None else _alt(own) if own is not None else None
        elif found.name == "v:imagedata":
            address = _target(found.get("r:id") or found.get("r:pict"), relations)
            alt = found.get("o:title") or None
        else:
            continue
        if address:
            yield Picture(address=address, alt=alt, leads=leads)


def _outermost(node: Node) -> Iterator[Node]:
    waiting = list(reversed(node.children))
    while waiting:
        found = waiting.pop()
        if found.name == "mc:AlternateContent":
            branch = chosen(found)
            waiting.extend(reversed(branch.children if branch is not None else []))
            continue
        yield found
        if found.name not in (BOX, "pic:pic"):
            waiting.extend(reversed(found.children))


def _alt(node: Node) -> str | None:
    """What a person, or Word, wrote for those who don't see the picture; empty where it is said to be decorative."""
    decorative = next(iter(node.all("adec:decorative")), None)
    if decorative is not None and decorative.get("val") in ("1", "true"):
        return ""
    words = node.get("descr") or node.get("title")
    for sign in _GENERATED:
        words = words.replace(sign, "")
    return " ".join(words.split()) or None


def _address(blip: Node, relations: dict[str, Relation]) -> str:
    return _target(blip.get("r:embed") or blip.get("r:link"), relations)


def _target(identity: str, relations: dict[str, Relation]) -> str:
    relation = relations.get(identity)
    if relation is None:
        return ""
    return relation.target if relation.external else PART + relation.target
