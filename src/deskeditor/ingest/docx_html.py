"""Blocks of a Word file as one page of HTML: lists nested, quotes and code gathered, captions at their pictures."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from deskeditor.article.body import ListKind
from deskeditor.ingest.docx_blocks import Block, Cell, Kind, TableBlock
from deskeditor.ingest.docx_numbering import ListPlace
from deskeditor.ingest.docx_pieces import Piece, image, written
from deskeditor.ingest.docx_styles import Role

DEEP_ENOUGH: Final = 340
"""Twips: what stands so much further in than its style is a quotation to its writer, six millimetres."""
_NEARLY: Final = 170
_SHARE_OF_DRESS: Final = 0.6
"""Where more of the words stand in than this, that is how the page looks and quotes nobody."""
_ENOUGH_TO_JUDGE: Final = 8
_LEVELS: Final = 6


@dataclass(slots=True)
class _Open:
    """A list that is open: `following` is the number that its next item would have."""

    place: ListPlace
    following: int


@dataclass(slots=True)
class _Page:
    out: list[str] = field(default_factory=list)
    lists: list[_Open] = field(default_factory=list)
    gap: bool = False


def page(blocks: Sequence[Block], *, in_cell: bool = False) -> str:
    """The blocks as HTML."""
    made = _Page()
    indented = frozenset() if in_cell else _dress(blocks)
    at = 0
    while at < len(blocks):
        block = blocks[at]
        alike = _run(blocks, at, indented)
        if block.kind is Kind.EMPTY:
            made.gap = True
        elif block.kind is Kind.ITEM and block.place is not None:
            _item(made, block.place, block.html)
        elif _continues(made, block) or (made.lists and block.kind is Kind.ELSEWHERE):
            made.out.append(f"<p>{block.html}</p>")
        else:
            _close(made, 0)
            at += _write(made, blocks, at, alike, indented)
            continue
        at += 1
    _close(made, 0)
    return "".join(made.out)


def _write(made: _Page, blocks: Sequence[Block], at: int, alike: int, indented: frozenset[int]) -> int:
    """Write what is no list; return how many blocks that took."""
    block = blocks[at]
    if block.kind is Kind.RULE:
        made.out.append("<hr>")
    elif block.kind is Kind.TABLE and block.table is not None:
        made.out.append(_table(block.table))
    elif block.kind is Kind.FIGURE:
        return _figure(made, blocks, at)
    elif block.role is Role.CODE:
        made.out.append(f"<pre>{written(_lines(blocks[at : at + alike]))}</pre>")
        return alike
    elif _is_quote(block, indented):
        quoted = "".join(f"<p>{each.html}</p>" for each in blocks[at : at + alike] if each.kind is not Kind.EMPTY)
        made.out.append(f"<blockquote>{quoted}</blockquote>")
        return alike
    elif block.role in (Role.HEADING, Role.CONTENTS, Role.TITLE) and block.kind is Kind.WORDS:
        level = min(max(block.level, 1), _LEVELS)
        made.out.append(f"<h{level}>{block.html}</h{level}>")
    else:
        made.out.append(f"<p>{block.html}</p>")
    return 1


def _run(blocks: Sequence[Block], at: int, indented: frozenset[int]) -> int:
    """How many blocks from `at` on are one quote or one piece of code; empty ones between them count along."""
    first = blocks[at]
    if first.kind is not Kind.WORDS or not (first.role is Role.CODE or _is_quote(first, indented)):
        return 1
    last = at
    for index in range(at + 1, len(blocks)):
        block = blocks[index]
        if block.kind is Kind.EMPTY:
            continue
        if block.kind is not Kind.WORDS or (block.role is Role.CODE) != (first.role is Role.CODE):
            break
        if not (block.role is Role.CODE or _is_quote(block, indented)):
            break
        last = index
    return last - at + 1


def _is_quote(block: Block, indented: frozenset[int]) -> bool:
    if block.kind is not Kind.WORDS:
        return False
    if block.role is Role.QUOTE:
        return True
    is_further = block.beyond >= DEEP_ENOUGH and block.beyond not in indented
    return is_further and block.role in (Role.PLAIN, Role.GOES_ON)


def _dress(blocks: Sequence[Block]) -> frozenset[int]:
    """The indents that most of the text has."""
    plain = [block for block in blocks if block.kind is Kind.WORDS and block.role is Role.PLAIN and block.text.strip()]
    if len(plain) < _ENOUGH_TO_JUDGE:
        return frozenset()
    words = Counter[int]()
    for block in plain:
        words[block.beyond] += len(block.text.split())
    total = sum(words.values())
    return frozenset(left for left, count in words.items() if count > total * _SHARE_OF_DRESS)


def _lines(blocks: Sequence[Block]) -> list[Piece]:
    """Lines of code as one text."""
    pieces: list[Piece] = []
    for number, block in enumerate(blocks):
        if number:
            pieces.append(Piece("\n", "\n"))
        for piece in block.pieces:
            pieces.append(Piece("\n", "\n", edit=piece.edit) if piece.html == "<br>" else _untagged(piece))
    return pieces


def _untagged(piece: Piece) -> Piece:
    return Piece(piece.html, piece.text, comments=piece.comments, edit=piece.edit)


def _continues(made: _Page, block: Block) -> bool:
    """Whether a paragraph without a sign belongs to the item above it, as its words stand under the item's."""
    if not made.lists or block.kind is not Kind.WORDS or not block.goes_on or made.gap:
        return False
    if block.role not in (Role.PLAIN, Role.GOES_ON):
        return False
    depth = len(made.lists)
    while depth and block.left < made.lists[depth - 1].place.left - _NEARLY:
        depth -= 1
    if not depth:
        return False
    _close(made, depth)
    return True


def _item(made: _Page, place: ListPlace, html: str) -> None:
    made.gap = False
    depth = _depth(made.lists, place)
    closing = made.lists[depth - 1] if depth else None
    _close(made, depth)
    if closing is not None and not _is_below(place, closing.place):
        same = closing.place.kind is place.kind
        if same and (place.kind is ListKind.BULLET or place.number == closing.following):
            made.out.append("</li>")
            closing.place, closing.following = place, place.number + 1
            made.out.append(f"<li><p>{html}</p>")
            return
        _close(made, depth - 1)
    start = f' start="{place.number}"' if place.kind is ListKind.NUMBER and place.number != 1 else ""
    made.out.append(f"<{_element(place)}{start}><li><p>{html}</p>")
    made.lists.append(_Open(place, place.number + 1))


def _depth(lists: Sequence[_Open], place: ListPlace) -> int:
    """How many of the open lists stay open for the item: those around it, and its own."""
    for index in range(len(lists) - 1, -1, -1):
        if lists[index].place.group == place.group and lists[index].place.ilvl == place.ilvl:
            return index + 1
    depth = len(lists)
    while depth > 1 and not _is_below(place, lists[depth - 1].place) and _is_above(place, lists[depth - 1].place):
        depth -= 1
    return depth


def _is_below(place: ListPlace, other: ListPlace) -> bool:
    """Whether the item is nested in the list of `other`."""
    if place.group == other.group or place.ilvl > other.ilvl:
        return place.ilvl > other.ilvl
    return place.ilvl == other.ilvl and place.left > other.left + _NEARLY


def _is_above(place: ListPlace, other: ListPlace) -> bool:
    return _is_below(other, place)


def _close(made: _Page, depth: int) -> None:
    """Close open lists until `depth` are left."""
    while len(made.lists) > depth:
        made.out.append(f"</li></{_element(made.lists.pop().place)}>")
    if not depth:
        made.gap = False


def _element(place: ListPlace) -> str:
    return "ol" if place.kind is ListKind.NUMBER else "ul"


def _figure(made: _Page, blocks: Sequence[Block], at: int) -> int:
    """Write a picture, or several side by side, with the caption that follows; return how many blocks that took."""
    last = at
    while last + 1 < len(blocks) and blocks[last + 1].kind is Kind.FIGURE:
        last += 1
    shown = "".join(image(block.picture) for block in blocks[at : last + 1] if block.picture is not None)
    caption = last + 1
    while caption < len(blocks) and blocks[caption].kind is Kind.EMPTY:
        caption += 1
    has_caption = caption < len(blocks) and blocks[caption].role is Role.CAPTION and blocks[caption].kind is Kind.WORDS
    told = f"<figcaption>{blocks[caption].html}</figcaption>" if has_caption else ""
    made.out.append(f"<figure>{shown}{told}</figure>")
    return (caption if has_caption else last) - at + 1


def _table(table: TableBlock) -> str:
    """A table; pictures among several rows and columns come after it, for a cell holds words only."""
    is_layout = len(table.rows) == 1 or all(len(row) == 1 for row in table.rows)
    after: list[Block] = []
    rows: list[str] = []
    spans = _spans(table)
    for number, row in enumerate(table.rows):
        cells: list[str] = []
        for index, cell in enumerate(row):
            if cell.merged:
                continue
            blocks = cell.blocks
            if not is_layout:
                after.extend(block for block in blocks if block.kind is Kind.FIGURE)
                blocks = tuple(block for block in blocks if block.kind is not Kind.FIGURE)
            cells.append(_cell(blocks, cell, spans[number, index], is_head=table.header and number == 0))
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>{''.join(rows)}</table>{page(after, in_cell=True)}"


def _cell(blocks: Sequence[Block], cell: Cell, rows: int, *, is_head: bool) -> str:
    name = "th" if is_head else "td"
    across = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    down = f' rowspan="{rows}"' if rows > 1 else ""
    sides = {block.align for block in blocks if block.kind is Kind.WORDS}
    align = f' align="{next(iter(sides))}"' if len(sides) == 1 and "" not in sides else ""
    return f"<{name}{across}{down}{align}>{page(blocks, in_cell=True)}</{name}>"


def _spans(table: TableBlock) -> dict[tuple[int, int], int]:
    """How many rows each cell reaches over: those below it that only go on."""
    spans: dict[tuple[int, int], int] = {}
    above: dict[int, tuple[int, int]] = {}
    for number, row in enumerate(table.rows):
        column = 0
        for index, cell in enumerate(row):
            if cell.merged and column in above:
                spans[above[column]] += 1
            else:
                above[column] = (number, index)
            spans[number, index] = 1
            column += cell.columns
    return spans
