"""A document seen as leaves: which blocks, or parts of them, each leaf of the body is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextTable

from deskeditor.article.line import OBJECT
from deskeditor.richtext.objects import object_kind
from deskeditor.richtext.properties import BlockProperty, ObjectKind
from deskeditor.richtext.shapes import PLAIN, Kind, Shape, shape_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One leaf where it stands.

    `start` and `end` are UTF-16 offsets in `block` of the leaf's text; `object` says what begins it
    and `format` is that object's. A table has only `table`: valid until the document changes.
    """

    block: QTextBlock
    start: int = 0
    end: int = 0
    shape: Shape = PLAIN
    object: ObjectKind | None = None
    format: QTextCharFormat | None = None
    table: QTextTable | None = None


_Entry = QTextBlock | QTextTable


def pieces_of(document: QTextDocument) -> list[Piece]:
    """The leaves of the document in the body's order: footnotes last."""
    found = [piece for entry in _entries(document) for piece in _pieces(entry)]
    if not any(piece.shape.kind is Kind.FOOTNOTE for piece in found):
        return found
    return sorted(found, key=lambda piece: piece.shape.kind is Kind.FOOTNOTE)


def _entries(document: QTextDocument) -> list[_Entry]:
    """The blocks and tables of the top level, without the empty blocks that Qt forces around a table."""
    found: list[_Entry] = []
    at = document.rootFrame().begin()
    while not at.atEnd():
        block = at.currentBlock()
        if block.isValid():
            found.append(block)
        elif isinstance(frame := at.currentFrame(), QTextTable):
            found.append(frame)
        at += 1
    return [entry for number, entry in enumerate(found) if not _is_forced(found, number)]


def _is_forced(entries: list[_Entry], number: int) -> bool:
    """Whether the entry is an empty paragraph that is there only because a document must have a block there."""
    entry = entries[number]
    if isinstance(entry, QTextTable) or entry.length() > 1:
        return False
    before = number == 0 or isinstance(entries[number - 1], QTextTable)
    after = number == len(entries) - 1 or isinstance(entries[number + 1], QTextTable)
    return before and after and is_spare(entry)


def is_spare(block: QTextBlock) -> bool:
    """Whether the block is an empty paragraph that nobody asked for, if it stands alone beside a table or the end."""
    if block.length() > 1:
        return False
    its_format = block.blockFormat()
    return shape_of(its_format) == PLAIN and not its_format.boolProperty(BlockProperty.KEPT)


def _pieces(entry: _Entry) -> Iterator[Piece]:
    if isinstance(entry, QTextTable):
        yield Piece(block=entry.firstCursorPosition().block(), table=entry)
        return
    shape = shape_of(entry.blockFormat())
    end = entry.length() - 1
    objects = objects_in(entry)
    if not objects:
        yield Piece(block=entry, end=end, shape=shape)
        return
    # The editor keeps one leaf to a block; where something else did not, no word is lost.
    if objects[0][0] > 0:
        yield Piece(block=entry, end=objects[0][0], shape=shape)
    for number, (offset, its_format) in enumerate(objects):
        stop = objects[number + 1][0] if number + 1 < len(objects) else end
        kind = object_kind(its_format)
        is_figure = kind is ObjectKind.FIGURE
        yield Piece(
            block=entry, start=offset + 1, end=stop if is_figure else offset + 1, object=kind, format=its_format
        )
        if not is_figure and stop > offset + 1:
            yield Piece(block=entry, start=offset + 1, end=stop, shape=shape)


def objects_in(block: QTextBlock) -> list[tuple[int, QTextCharFormat]]:
    """The objects in a block that begin a leaf: UTF-16 offset and format."""
    if OBJECT not in block.text():
        return []
    found: list[tuple[int, QTextCharFormat]] = []
    part = block.begin()
    while not part.atEnd():
        fragment = part.fragment()
        part += 1
        words = fragment.text()
        if OBJECT in words and object_kind(fragment.charFormat()) is not None:
            origin = fragment.position() - block.position()
            units = words.encode("utf-16-le", "surrogatepass")
            found.extend(
                (origin + at // 2, fragment.charFormat())
                for at in range(0, len(units), 2)
                if units[at : at + 2] == _OBJECT_UNIT
            )
    return found


_OBJECT_UNIT: Final = OBJECT.encode("utf-16-le")
_BEGINNING_OF_FRAME: Final = "\ufdd0"
_END_OF_FRAME: Final = "\ufdd1"


def leading_object(block: QTextBlock) -> ObjectKind | None:
    """What the block begins with, where it is a figure, an embed or a rule."""
    if not block.text().startswith(OBJECT):
        return None
    part = block.begin()
    return None if part.atEnd() else object_kind(part.fragment().charFormat())


def is_below_table(block: QTextBlock) -> bool:
    """Whether a table ends right above the block; true at once, where frames are only known after an edit block."""
    return block.position() > 0 and block.document().characterAt(block.position() - 1) == _END_OF_FRAME


def is_above_table(block: QTextBlock) -> bool:
    """Whether a table begins right below the block; true at once, as `is_below_table`."""
    return block.document().characterAt(block.position() + block.length() - 1) == _BEGINNING_OF_FRAME


def table_of(block: QTextBlock) -> QTextTable | None:
    """The table that the block is in; one inserted within an edit block is known after it only."""
    return QTextCursor(block).currentTable()
