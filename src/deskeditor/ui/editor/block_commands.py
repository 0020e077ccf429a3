"""Headings and quotes: what the selected blocks are, changed by functions on a cursor, one step of undo each."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from deskeditor.article.line import HARD_BREAK
from deskeditor.richtext.pieces import leading_object
from deskeditor.richtext.positions import to_utf16
from deskeditor.richtext.properties import BlockProperty
from deskeditor.richtext.selection import text_blocks
from deskeditor.richtext.shapes import Kind, Shape, block_format, shape_of, start_format


def reshape(cursor: QTextCursor, blocks: Iterable[QTextBlock], change: Callable[[Shape], Shape]) -> None:
    """Give each block the shape that `change` makes of its own, as one step."""
    cursor.beginEditBlock()
    for block in blocks:
        set_shape(block, change(shape_of(block.blockFormat())))
    cursor.endEditBlock()


def set_shape(block: QTextBlock, shape: Shape) -> None:
    """Make the block a leaf of `shape`; no step where it is one."""
    its_format = block.blockFormat()
    if shape_of(its_format) != shape:
        editing = QTextCursor(block)
        editing.beginEditBlock()
        editing.setBlockFormat(block_format(shape, kept=its_format.boolProperty(BlockProperty.KEPT)))
        if start_format(shape) != start_format(shape_of(its_format)):
            editing.setBlockCharFormat(start_format(shape))
        editing.endEditBlock()


def set_heading(cursor: QTextCursor, level: int) -> None:
    """Make the selected blocks headings of `level`, 2 to 4; 0 makes them paragraphs. Quotes stay quotes."""
    kind = Kind.HEADING if level else Kind.PARAGRAPH
    reshape(cursor, text_blocks(cursor), lambda shape: Shape(kind=kind, level=level, quoted=shape.quoted))


def toggle_quote(cursor: QTextCursor) -> None:
    """Put the selected blocks into a block quote, or take them out where all of them are in one."""
    blocks = text_blocks(cursor)
    quoted = not all(shape_of(block.blockFormat()).quoted for block in blocks)
    reshape(cursor, blocks, lambda shape: with_quote(shape, quoted))


def with_quote(shape: Shape, quoted: bool) -> Shape:
    """The shape inside or outside a block quote: an attribution is only inside one."""
    if shape.kind is Kind.ATTRIBUTION and not quoted:
        return Shape()
    return replace(shape, quoted=quoted)


def toggle_attribution(cursor: QTextCursor) -> None:
    """Make the selected block say whose words the quote above it are, or make it quoted text again."""
    reshape(
        cursor,
        text_blocks(cursor),
        lambda shape: Shape(kind=Kind.PARAGRAPH if shape.kind is Kind.ATTRIBUTION else Kind.ATTRIBUTION, quoted=True),
    )


def toggle_code_block(cursor: QTextCursor) -> None:
    """Make one block of code of the selected blocks, or paragraphs of a block of code, a line each."""
    blocks = text_blocks(cursor)
    if not blocks:
        return
    cursor.beginEditBlock()
    if all(shape_of(block.blockFormat()).kind is Kind.CODE for block in blocks):
        for block in blocks:
            _code_to_paragraphs(block)
    else:
        _blocks_to_code(blocks)
    cursor.endEditBlock()


def is_code_block(block: QTextBlock) -> bool:
    """Whether a block of text is one of code."""
    return leading_object(block) is None and shape_of(block.blockFormat()).kind is Kind.CODE


def set_code_language(cursor: QTextCursor, language: str) -> None:
    """Say of the selected blocks of code which language they are in; an empty one says nothing."""
    blocks = [block for block in text_blocks(cursor) if is_code_block(block)]
    reshape(cursor, blocks, lambda shape: replace(shape, label=language))


def _code_to_paragraphs(block: QTextBlock) -> None:
    quoted = shape_of(block.blockFormat()).quoted
    editing = QTextCursor(block)
    editing.setBlockFormat(block_format(Shape(quoted=quoted)))
    while True:
        text = editing.block().text()
        at = text.find(HARD_BREAK)
        if at < 0:
            return
        editing.setPosition(editing.block().position() + to_utf16(text, at))
        editing.deleteChar()
        editing.insertBlock(block_format(Shape(quoted=quoted)), QTextCharFormat())


def _blocks_to_code(blocks: list[QTextBlock]) -> None:
    first = blocks[0]
    quoted = shape_of(first.blockFormat()).quoted
    editing = QTextCursor(first)
    for block in reversed(blocks[1:]):
        if block.previous().blockNumber() in {other.blockNumber() for other in blocks}:
            editing.setPosition(block.position())
            editing.deletePreviousChar()
            editing.insertText(HARD_BREAK, QTextCharFormat())
    editing.setPosition(first.position())
    editing.setBlockFormat(block_format(Shape(kind=Kind.CODE, quoted=quoted)))
    editing.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    if editing.hasSelection():
        editing.setCharFormat(QTextCharFormat())
