"""What the readers of a Word file share while they go through it: styles, lists, comments, what was left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from deskeditor.ingest.docx_comments import Comments
from deskeditor.ingest.docx_numbering import Numbering
from deskeditor.ingest.docx_package import Package, Relation
from deskeditor.ingest.docx_styles import Styles
from deskeditor.ingest.docx_xml import Node, is_on

_LINK: Final = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]\S*))?', re.IGNORECASE)
_PLACE_IN_LINK: Final = re.compile(r'\\l\s+"([^"]*)"', re.IGNORECASE)


@dataclass(slots=True)
class FieldState:
    """An open field: what it is told to show, and whether its result has begun."""

    order: list[str] = field(default_factory=list)
    shown: bool = False

    @property
    def href(self) -> str:
        """The address that the field links its result to."""
        return link_of("".join(self.order))


def link_of(order: str) -> str:
    """The address in a field's order, or an empty string."""
    found = _LINK.match(order)
    if found is None:
        return ""
    address = found.group(1) or found.group(2) or ""
    place = _PLACE_IN_LINK.search(order)
    return f"{address}#{place.group(1)}" if address and place else address


@dataclass(slots=True)
class NotesFound:
    """The footnotes and endnotes that the text refers to, in that order."""

    numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    def number(self, kind: str, identity: str) -> int:
        """The number of a note; a new one the first time."""
        return self.numbers.setdefault((kind, identity), len(self.numbers) + 1)


class Reading:
    """The state of one file's reading. `relations` and `ranges` are those of the part that is gone through."""

    def __init__(self, package: Package, styles: Styles, numbering: Numbering, comments: Comments) -> None:
        self.package = package
        self.styles = styles
        self.numbering = numbering
        self.labels = comments.labels
        self.notes = NotesFound()
        self.relations: dict[str, Relation] = {}
        self.ranges: frozenset[str] = frozenset()
        self.fields: list[FieldState] = []
        self.fields_balanced = True
        self.active: dict[str, None] = {}
        self.worded: set[str] = set()
        self.breaks_edited = 0
        self.dropped: dict[str, None] = {}
        self.warnings: dict[str, None] = {}

    def enter(self, root: Node, relations: dict[str, Relation]) -> None:
        """Begin with a part: what it refers to, which comments have both ends in it, whether its fields are whole."""
        self.relations = relations
        starts = {node.get("w:id") for node in root.all("w:commentRangeStart")}
        ends = {node.get("w:id") for node in root.all("w:commentRangeEnd")}
        # A range that never ends would lie on all the rest.
        self.ranges = frozenset(starts & ends)
        self.active = {}
        self.fields = []
        depth = 0
        for kind in _field_signs(root):
            depth += {"begin": 1, "end": -1}.get(kind, 0)
            if depth < 0:
                break
        self.fields_balanced = depth == 0

    def note_form_field(self, node: Node) -> None:
        """Warn where a field of a form only asks for words: its question is in the text, as it is in Word."""
        properties = node.child("w:sdtPr")
        if properties is not None and is_on(properties, "w:showingPlcHdr"):
            self.warnings["A form field was not filled in: what it asks for stands in the text."] = None

    @property
    def hides_words(self) -> bool:
        """Whether words here belong to what a field is told, not to what it shows."""
        return self.fields_balanced and any(not each.shown for each in self.fields)

    @property
    def field_href(self) -> str:
        """The address that open fields give to words."""
        return next((href for each in reversed(self.fields) if each.shown and (href := each.href)), "")

    def begin_comment(self, identity: str) -> None:
        """Words after this stand under the comment."""
        label = self.labels.get(identity)
        if label is not None and identity in self.ranges:
            self.active[label] = None

    def end_comment(self, identity: str) -> None:
        """Words after this don't."""
        self.active.pop(self.labels.get(identity, ""), None)


def _field_signs(root: Node) -> Iterator[str]:
    return (node.get("w:fldCharType") for node in root.all("w:fldChar"))
