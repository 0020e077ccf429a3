"""What stands inside a paragraph of a Word file: words, links, changes, notes, comments, pictures."""

from dataclasses import dataclass, field, replace
from typing import Final

from deskeditor.ingest.docx_comments import author
from deskeditor.ingest.docx_drawings import boxes, chosen, is_rule, lettering, pictures
from deskeditor.ingest.docx_pieces import BREAK, DELETED, INSERTED, Edit, Picture, Piece, point, words_piece
from deskeditor.ingest.docx_reading import FieldState, Reading, link_of
from deskeditor.ingest.docx_styles import UNDRESSED, Dress, dress_of
from deskeditor.ingest.docx_symbols import UNKNOWN, symbol
from deskeditor.ingest.docx_xml import Node

_PUT_IN: Final = frozenset({"w:ins", "w:moveTo"})
_TAKEN_OUT: Final = frozenset({"w:del", "w:moveFrom"})
_DRAWN: Final = frozenset({"w:drawing", "w:pict", "w:object"})
_SILENT: Final = frozenset(
    "w:pPr w:rPr w:sdtPr w:sdtEndPr w:smartTagPr w:customXmlPr w:fldData w:ffData w:bookmarkStart w:bookmarkEnd"
    " w:proofErr w:permStart w:permEnd w:lastRenderedPageBreak w:annotationRef w:footnoteRef w:endnoteRef"
    " w:separator w:continuationSeparator w:pgNum".split()
)


@dataclass(slots=True)
class Content:
    """What a paragraph holds: its words, and what stands beside them."""

    pieces: list[Piece] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    boxes: list[Node] = field(default_factory=list)
    has_rule: bool = False

    @property
    def has_words(self) -> bool:
        """Whether there is a word, deleted ones too."""
        return any(piece.text.strip() for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class _Around:
    """What words stand in: a tracked change, a link, a run's marks."""

    edit: Edit | None = None
    href: str = ""
    dress: Dress = UNDRESSED


class InlineReader:
    """Reads paragraphs one after another: fields and comments may reach over several."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._content = Content()

    def paragraph(self, node: Node, edit: Edit | None = None) -> Content:
        """Return what the paragraph holds; `edit` is the change that it stands in as a whole."""
        self._content = Content()
        self._walk(node, _Around(edit=edit))
        return self._content

    def _walk(self, node: Node, around: _Around) -> None:
        for child in node.children:
            name = child.name
            if name in _SILENT:
                continue
            if name == "w:r":
                self._run(child, around)
            elif name in _PUT_IN or name in _TAKEN_OUT:
                self._walk(child, _Around(_inner(edit_of(child), around.edit), around.href))
            elif name == "w:hyperlink":
                self._walk(child, _Around(around.edit, self._href(child) or around.href))
            elif name == "w:fldSimple":
                self._walk(child, _Around(around.edit, link_of(child.get("w:instr")) or around.href))
            elif name == "w:sdt":
                self._control(child, around)
            elif name == "w:commentRangeStart":
                self._reading.begin_comment(child.get("w:id"))
            elif name == "w:commentRangeEnd":
                self._reading.end_comment(child.get("w:id"))
            elif name == "mc:AlternateContent":
                branch = chosen(child)
                if branch is not None:
                    self._walk(branch, around)
            elif name.startswith("m:"):
                self._formula(child, around)
            else:
                self._walk(child, around)

    def _formula(self, node: Node, around: _Around) -> None:
        """A formula in one line: fractions with a stroke, exponents raised."""
        raised = {"m:sup": "superscript", "m:sub": "subscript"}.get(node.name)
        if node.name == "m:t":
            self._say(node.text, around)
        elif node.name == "m:den":
            self._say("/", around)
            self._walk(node, around)
        elif raised is not None:
            self._walk(node, replace(around, dress=replace(around.dress, raised=raised)))
        else:
            self._walk(node, around)

    def _href(self, link: Node) -> str:
        relation = self._reading.relations.get(link.get("r:id"))
        if relation is None or not relation.external:
            # A place in the same file: the page that comes of it has no such place.
            return ""
        anchor = link.get("w:anchor")
        return f"{relation.target}#{anchor}" if anchor and "#" not in relation.target else relation.target

    def _control(self, node: Node, around: _Around) -> None:
        """A field of a form."""
        self._reading.note_form_field(node)
        content = node.child("w:sdtContent")
        if content is not None:
            self._walk(content, around)

    def _run(self, node: Node, around: _Around) -> None:
        properties = node.child("w:rPr")
        dress = around.dress
        if properties is not None:
            style = properties.value("w:rStyle")
            below = self._reading.styles.words(style) if style else UNDRESSED
            dress = dress_of(properties).over(below)
        if dress.hidden and any(child.name == "w:t" and child.text.strip() for child in node.children):
            self._reading.dropped["hidden text"] = None
        self._parts(node, _Around(around.edit, around.href, dress))

    def _parts(self, node: Node, around: _Around) -> None:
        marked_by_hand = False
        for child in node.children:
            name = child.name
            if name in _SILENT:
                continue
            if name == "w:t":
                if not marked_by_hand:
                    self._say(child.text, around)
            elif name == "w:delText":
                edit = around.edit if around.edit is not None else Edit(DELETED, "", "")
                self._say(child.text, _Around(edit, around.href, around.dress))
            elif name in ("w:instrText", "w:delInstrText"):
                if self._reading.fields and not self._reading.fields[-1].shown:
                    self._reading.fields[-1].order.append(child.text)
            elif name == "w:fldChar":
                self._field(child)
            elif name in ("w:tab", "w:ptab"):
                self._say("\t" if around.dress.code else " ", around)
            elif name == "w:br":
                # The end of a page or a column is the page's business.
                self._break(around) if child.get("w:type") in ("", "textWrapping") else self._say(" ", around)
            elif name == "w:cr":
                self._break(around)
            elif name == "w:noBreakHyphen":
                self._say("\N{NON-BREAKING HYPHEN}", around)
            elif name == "w:softHyphen":
                self._say("\N{SOFT HYPHEN}", around)
            elif name == "w:sym":
                self._symbol(child, around)
            elif name in ("w:footnoteReference", "w:endnoteReference"):
                marked_by_hand = is_on_attribute(child.get("w:customMarkFollows"))
                self._refer(child, around)
            elif name == "w:commentReference":
                self._point(child.get("w:id"))
            elif name in _DRAWN:
                self._draw(child, around)
            elif name == "w:ruby":
                self._ruby(child, around)
            elif name == "mc:AlternateContent":
                branch = chosen(child)
                if branch is not None:
                    self._parts(branch, around)
            else:
                self._walk(child, around)

    def _say(self, text: str, around: _Around) -> None:
        reading, dress = self._reading, around.dress
        if not text or reading.hides_words or dress.hidden:
            return
        if text.strip() and (around.edit is None or around.edit.kind != DELETED):
            reading.worded.update(reading.active)
        self._add(words_piece(text, **self._under(around)))

    def _break(self, around: _Around) -> None:
        if not self._reading.hides_words and not around.dress.hidden:
            self._add(Piece(BREAK, "\n", **self._under(around)))  # type: ignore[arg-type]

    def _under(self, around: _Around) -> dict[str, object]:
        href = around.href or self._reading.field_href
        return {
            "tags": _tags(around.dress, linked=bool(href)),
            "href": href,
            "comments": tuple(sorted(self._reading.active)),
            "edit": around.edit,
        }

    def _add(self, piece: Piece) -> None:
        self._content.pieces.append(piece)

    def _field(self, node: Node) -> None:
        fields = self._reading.fields
        kind = node.get("w:fldCharType")
        if kind == "begin":
            fields.append(FieldState())
        elif kind == "separate" and fields:
            fields[-1].shown = True
        elif kind == "end" and fields:
            fields.pop()

    def _symbol(self, node: Node, around: _Around) -> None:
        sign = symbol(node)
        if sign == UNKNOWN:
            self._reading.warnings[
                "A sign of a symbol font can't be read: “\N{REPLACEMENT CHARACTER}” stands for it."
            ] = None
        self._say(sign, around)

    def _refer(self, node: Node, around: _Around) -> None:
        if around.edit is not None and around.edit.kind == DELETED:
            return
        kind = node.name.removeprefix("w:").removesuffix("Reference")
        number = self._reading.notes.number(kind, node.get("w:id"))
        link = f'<a href="#fn-{number}" class="footnote-ref">{number}</a>'
        self._add(Piece(link, comments=tuple(sorted(self._reading.active)), edit=around.edit))

    def _point(self, identity: str) -> None:
        """A comment that no words stand under is told at its sign."""
        label = self._reading.labels.get(identity)
        if label is not None and label not in self._reading.worded:
            self._reading.worded.add(label)
            self._add(point(label))

    def _draw(self, node: Node, around: _Around) -> None:
        if is_rule(node):
            self._content.has_rule = True
            return
        found = list(pictures(node, self._reading.relations, leads=not self._content.has_words))
        if around.edit is not None and around.edit.kind == DELETED:
            for picture in found:
                self._say(f"[picture: {picture.alt}]" if picture.alt else "[picture]", around)
            return
        self._content.pictures.extend(found)
        self._content.boxes.extend(boxes(node))
        for words in lettering(node):
            self._say(f" {words} ", around)
        if not found and next(node.all("c:chart", "?:chart", "?:relIds"), None) is not None:
            self._reading.dropped["a chart or diagram"] = None
        if next(node.all("o:OLEObject"), None) is not None:
            self._reading.dropped["an object of another program"] = None

    def _ruby(self, node: Node, around: _Around) -> None:
        base, reading = node.child("w:rubyBase"), node.child("w:rt")
        if base is not None:
            self._walk(base, around)
        if reading is not None:
            self._say(" (", around)
            self._walk(reading, around)
            self._say(")", around)


def edit_of(node: Node) -> Edit:
    """The tracked change that a `w:ins`, `w:del`, `w:moveTo` or `w:moveFrom` is."""
    kind = DELETED if node.name in _TAKEN_OUT else INSERTED
    return Edit(kind, author(node.get("w:author")), node.get("w:date")[:40])


def is_on_attribute(value: str) -> bool:
    """Whether a switch that is an attribute is on."""
    return value in ("1", "true", "on")


def _inner(edit: Edit, outer: Edit | None) -> Edit:
    """Of two changes around the same words the one that decides: what is taken out is gone, whoever put it in."""
    return outer if outer is not None and (outer.kind == DELETED or edit.kind == INSERTED) else edit


def _tags(dress: Dress, *, linked: bool) -> tuple[str, ...]:
    tags = (
        ("strong", dress.strong),
        ("em", dress.emphasis),
        ("u", dress.underline and not linked),
        ("s", dress.strike),
        ("sup", dress.raised == "superscript"),
        ("sub", dress.raised == "subscript"),
        ("code", dress.code),
    )
    return tuple(tag for tag, on in tags if on)
