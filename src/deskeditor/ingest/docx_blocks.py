"""The blocks of a Word file in their order: paragraphs by what they are, tables, pictures."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from deskeditor.ingest.docx_drawings import chosen
from deskeditor.ingest.docx_inline import Content, InlineReader, edit_of
from deskeditor.ingest.docx_numbering import ListPlace
from deskeditor.ingest.docx_pieces import Edit, Picture, Piece, accepted, joined, written
from deskeditor.ingest.docx_reading import Reading
from deskeditor.ingest.docx_styles import ParagraphStyle, Role, indents
from deskeditor.ingest.docx_xml import Node, is_on

_EDITED: Final = frozenset({"w:ins", "w:del", "w:moveFrom", "w:moveTo"})
_ALIGNED: Final = {"center": "center", "right": "right", "end": "right"}.items()


class Kind(Enum):
    """What a block is."""

    WORDS = auto()
    ITEM = auto()
    EMPTY = auto()
    FIGURE = auto()
    TABLE = auto()
    RULE = auto()
    ELSEWHERE = auto()
    """Deleted words alone: nothing of them stands in the text."""


@dataclass(slots=True)
class Block:
    """A block; `pieces` are a paragraph's words. `left` says how far in it stands, `beyond` how much further than
    its style has it, in twips.
    """

    kind: Kind
    pieces: tuple[Piece, ...] = ()
    role: Role = Role.PLAIN
    level: int = 0
    place: ListPlace | None = None
    left: int = 0
    beyond: int = 0
    align: str = ""
    goes_on: bool = False
    picture: Picture | None = None
    table: "TableBlock | None" = None

    @property
    def text(self) -> str:
        """The words that stay."""
        return accepted(self.pieces)

    @property
    def html(self) -> str:
        """The words as HTML."""
        return written(self.pieces)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table. One that only goes on below another is `merged` and holds nothing."""

    blocks: tuple[Block, ...]
    columns: int = 1
    merged: bool = False


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table; `header` says that its first row is a head."""

    rows: tuple[tuple[Cell, ...], ...]
    header: bool


class BlockReader:
    """Goes through a part of the file; boxes of text follow the paragraph that they hang on."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._inline = InlineReader(reading)
        self._blocks: list[Block] = []
        self._before: tuple[Piece, ...] = ()
        self._mark: Edit | None = None

    def read(self, root: Node) -> list[Block]:
        """Return the blocks below `root`."""
        return self._inside(root.children, None)

    def _inside(self, nodes: Iterable[Node], edit: Edit | None) -> list[Block]:
        """Read nodes into blocks of their own."""
        blocks, before, mark = self._blocks, self._before, self._mark
        self._blocks, self._before, self._mark = [], (), None
        self._walk(nodes, edit)
        self._end_waiting()
        found, self._blocks, self._before, self._mark = self._blocks, blocks, before, mark
        return found

    def _end_waiting(self) -> None:
        """Words that wait for the paragraph which they go on in get one of their own: none comes."""
        waiting, self._before, self._mark = self._before, (), None
        if waiting:
            self._add_words(Block(Kind.WORDS, pieces=waiting))

    def _walk(self, nodes: Iterable[Node], edit: Edit | None) -> None:
        for node in nodes:
            name = node.name
            if name == "w:p":
                self._paragraph(node, edit)
            elif name == "w:tbl":
                self._table(node, edit)
            elif name == "w:sdt":
                self._reading.note_form_field(node)
                content = node.child("w:sdtContent")
                if content is not None:
                    self._walk(content.children, edit)
            elif name in _EDITED:
                self._walk(node.children, edit or edit_of(node))
            elif name == "w:commentRangeStart":
                self._reading.begin_comment(node.get("w:id"))
            elif name == "w:commentRangeEnd":
                self._reading.end_comment(node.get("w:id"))
            elif name == "mc:AlternateContent":
                branch = chosen(node)
                if branch is not None:
                    self._walk(branch.children, edit)
            elif name == "w:altChunk":
                self._reading.dropped["a document inside the document"] = None
            elif name not in ("w:sectPr", "w:tcPr", "w:trPr", "w:tblPr"):
                self._walk(node.children, edit)

    def _paragraph(self, node: Node, edit: Edit | None) -> None:
        properties = node.child("w:pPr")
        content = self._inline.paragraph(node, edit)
        pieces = joined(self._before, content.pieces, mark=self._mark) if self._before else tuple(content.pieces)
        self._before, self._mark = (), None
        mark = properties.child("w:rPr") if properties is not None else None
        gone = next((child for child in mark.children if child.name in ("w:del", "w:moveFrom")), None) if mark else None
        if mark is not None and (gone is not None or mark.child("w:ins") is not None):
            self._reading.breaks_edited += 1
        is_drop_cap = properties is not None and _is_drop_cap(properties)
        if (gone is not None or is_drop_cap) and pieces and not content.boxes:
            self._before, self._mark = pieces, edit_of(gone) if gone is not None else None
            self._add_pictures(content, leads=None)
            return
        block = self._classified(properties, pieces)
        block.pieces = pieces
        if content.has_rule or (block.kind is Kind.EMPTY and properties is not None and _is_line(properties)):
            self._blocks.append(Block(Kind.RULE))
        self._add_pictures(content, leads=True)
        if not content.pictures or block.kind is not Kind.EMPTY:
            self._add_words(block)
        self._add_pictures(content, leads=False)
        for box in content.boxes:
            self._blocks.extend(self._boxed(box))

    def _boxed(self, box: Node) -> list[Block]:
        active, self._reading.active = self._reading.active, {}
        blocks = BlockReader(self._reading).read(box)
        self._reading.active = active
        return blocks

    def _add_words(self, block: Block) -> None:
        if block.kind in (Kind.WORDS, Kind.ITEM) and not block.text.strip():
            has_more = any(piece.edit is not None or "<" in piece.html.replace("<br>", "") for piece in block.pieces)
            block.kind = Kind.ELSEWHERE if has_more else Kind.EMPTY
        self._blocks.append(block)

    def _add_pictures(self, content: Content, *, leads: bool | None) -> None:
        self._blocks.extend(
            Block(Kind.FIGURE, picture=picture)
            for picture in content.pictures
            if leads is None or picture.leads is leads
        )

    def _classified(self, properties: Node | None, pieces: tuple[Piece, ...]) -> Block:
        style_id = (properties.value("w:pStyle") or "") if properties is not None else ""
        style = self._reading.styles.paragraph(style_id)
        block = Block(Kind.WORDS, role=style.role, level=style.level)
        if not any(piece.text.strip() or "<a " in piece.html for piece in pieces):
            block.kind = Kind.EMPTY
        indent = properties.child("w:ind") if properties is not None else None
        left, hanging = indents(indent) if indent is not None else (None, None)
        numbers = properties.child("w:numPr") if properties is not None else None
        removed = numbers is not None and numbers.value("w:numId") == "0"
        if properties is not None:
            aligned = properties.value("w:jc") or ""
            block.align = next((side for sign, side in _ALIGNED if sign == aligned), "")
        if style.role in (Role.PLAIN, Role.GOES_ON) and block.kind is Kind.WORDS and not removed:
            block.place = self._place(numbers, style, style_id, left)
            if block.place is not None:
                block.kind = Kind.ITEM
        block.goes_on = removed or style.role is Role.GOES_ON
        block.left = (left if left is not None else style.left) - (hanging if hanging is not None else style.hanging)
        block.beyond = block.left - (style.left - style.hanging)
        return block

    def _place(self, numbers: Node | None, style: ParagraphStyle, style_id: str, left: int | None) -> ListPlace | None:
        num_id = (numbers.value("w:numId") or "") if numbers is not None else ""
        ilvl = numbers.value("w:ilvl") if numbers is not None else None
        numbering = self._reading.numbering
        level = int(ilvl) if ilvl is not None and ilvl.isascii() and ilvl.isdigit() and len(ilvl) < 3 else style.ilvl
        if not num_id:
            num_id = style.num_id
            level = level if level is not None else numbering.level_of_style(num_id, style_id)
        if not num_id or num_id == "0":
            return None
        return numbering.place(num_id, level or 0, left)

    def _table(self, node: Node, edit: Edit | None) -> None:
        self._end_waiting()
        rows: list[tuple[Cell, ...]] = []
        heads: list[bool] = []
        for row in _below(node, "w:tr"):
            properties = row.child("w:trPr")
            gone = properties.child("w:del") if properties is not None else None
            if properties is not None and (gone is not None or properties.child("w:ins") is not None):
                self._reading.breaks_edited += 1
            change = edit_of(gone) if gone is not None else edit
            cells = tuple(self._cell(cell, change) for cell in _below(row, "w:tc"))
            if gone is not None:
                self._blocks.extend(block for cell in cells for block in cell.blocks if block.kind is Kind.ELSEWHERE)
            elif cells:
                rows.append(cells)
                heads.append(properties is not None and bool(is_on(properties, "w:tblHeader")))
        if rows:
            header = heads[0] or _has_head(node, rows)
            self._blocks.append(Block(Kind.TABLE, table=TableBlock(tuple(rows), header)))

    def _cell(self, node: Node, edit: Edit | None) -> Cell:
        properties = node.child("w:tcPr")
        span = properties.value("w:gridSpan") if properties is not None else None
        merge = properties.child("w:vMerge") if properties is not None else None
        blocks = tuple(self._inside(node.children, edit))
        merged = merge is not None and merge.get("w:val", "continue") == "continue"
        is_empty = not any(block.kind is not Kind.EMPTY for block in blocks)
        columns = int(span) if span is not None and span.isascii() and span.isdigit() and len(span) < 4 else 1
        return Cell(blocks, max(columns, 1), merged and is_empty)


def _below(node: Node, name: str) -> Iterable[Node]:
    """The rows of a table or the cells of a row: some stand in form fields or tracked changes."""
    for child in node.children:
        if child.name == name:
            yield child
        elif child.name in ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:del", "w:smartTag"):
            yield from _below(child, name)


def _is_drop_cap(properties: Node) -> bool:
    frame = properties.child("w:framePr")
    return frame is not None and frame.get("w:dropCap") in ("drop", "margin")


def _is_line(properties: Node) -> bool:
    bottom = properties.below("w:pBdr", "w:bottom")
    return bottom is not None and bottom.get("w:val") not in ("", "nil", "none")


def _has_head(node: Node, rows: list[tuple[Cell, ...]]) -> bool:
    """Whether the first of several rows is set off: all its words are strong, and not all of the next row's."""
    if len(rows) < 2:
        return False
    return _is_strong(rows[0]) and not _is_strong(rows[1])


def _is_strong(row: tuple[Cell, ...]) -> bool:
    pieces = [piece for cell in row for block in cell.blocks for piece in block.pieces if piece.text.strip()]
    return bool(pieces) and all("strong" in piece.tags for piece in pieces)
