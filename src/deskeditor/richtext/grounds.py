"""What is painted under the text: quote bars, the ground of code, list signs and footnote labels."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextBlock,
    QTextDocument,
)

from deskeditor.article.body import ListKind, ListLevel
from deskeditor.richtext.look import TextLook
from deskeditor.richtext.pieces import leading_object, table_of
from deskeditor.richtext.shapes import PLAIN, Kind, Shape, shape_of

INDENT: Final = 28
"""Pixels that a list, a quote or a footnote stands in from the margin."""

_BULLETS: Final = ("•", "◦", "▪")
_GAP: Final = 9.0
_LANGUAGE: Final = 0.7
"""How high the name of a code's language is, beside the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One block as it is painted: its place in the document, its shape and the sign before its first line."""

    block: QTextBlock
    rect: QRectF
    shape: Shape
    sign: str
    joins_next: bool


def paint_grounds(painter: QPainter, document: QTextDocument, visible: QRectF, look: TextLook) -> None:
    """Paint for the blocks that show in `visible`, in the document's coordinates."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for ground in grounds_in(document, visible):
        if ground.shape.kind is Kind.CODE:
            _paint_code(painter, ground, look, document.defaultFont())
        if ground.shape.quoted:
            _paint_quote(painter, ground, look)
        if ground.sign:
            _paint_sign(painter, ground, look, document.defaultFont())


def signs_in(document: QTextDocument, visible: QRectF) -> Mapping[int, tuple[str, bool, bool]]:
    """By the number of its block, what is painted for each of those in `visible` that other blocks have a part in."""
    return {
        ground.block.blockNumber(): (ground.sign, ground.joins_next, _is_rtl(ground.block))
        for ground in grounds_in(document, visible)
    }


def grounds_in(document: QTextDocument, visible: QRectF) -> Iterator[Ground]:
    """The blocks in `visible` that something is painted for."""
    layout = document.documentLayout()
    block = first_block(document, visible)
    counting = _Counting()
    first_item = block
    while first_item.previous().isValid() and _path(first_item.previous()):
        first_item = first_item.previous()
    while first_item != block:
        counting.sign(_shape(first_item))
        first_item = first_item.next()
    while block.isValid():
        rect = layout.blockBoundingRect(block)
        if rect.top() > visible.bottom():
            return
        shape = _shape(block)
        sign = counting.sign(shape)
        if shape != PLAIN:
            below = block.next()
            joins = below.isValid() and _shape(below).quoted and shape.kind is not Kind.ATTRIBUTION
            joins = joins and _is_rtl(below) == _is_rtl(block)
            yield Ground(block=block, rect=rect, shape=shape, sign=sign, joins_next=joins)
        block = block.next()


def first_block(document: QTextDocument, visible: QRectF) -> QTextBlock:
    """The block from which on something shows in `visible`, or the one before it."""
    at = document.documentLayout().hitTest(QPointF(visible.left(), visible.top()), Qt.HitTestAccuracy.FuzzyHit)
    block = document.findBlock(max(at, 0))
    # A table's cells are hit one by one: begin with the block before.
    table = table_of(block)
    if table is not None:
        return document.findBlock(max(table.firstPosition() - 1, 0))
    return block.previous() if block.previous().isValid() else block


def _shape(block: QTextBlock) -> Shape:
    return PLAIN if leading_object(block) is not None else shape_of(block.blockFormat())


def _path(block: QTextBlock) -> tuple[ListLevel, ...]:
    return _shape(block).path


class _Counting:
    """Counts list items as they follow each other."""

    def __init__(self) -> None:
        self._path: tuple[ListLevel, ...] = ()
        self._quoted = False
        self._counts: list[int] = []

    def sign(self, shape: Shape) -> str:
        """The sign of the next leaf."""
        if shape.kind is Kind.FOOTNOTE:
            self._path, self._counts = (), []
            return shape.label
        if not shape.path:
            self._path, self._counts = (), []
            return ""
        above = self._path if self._quoted == shape.quoted else ()
        shared = 0
        while shared < min(len(above), len(shape.path)) and above[shared] == shape.path[shared]:
            shared += 1
        del self._counts[shared:]
        if len(shape.path) == shared:
            self._counts[-1] += 1
        self._counts.extend(level.start for level in shape.path[shared:])
        self._path, self._quoted = shape.path, shape.quoted
        last = shape.path[-1]
        return f"{self._counts[-1]}." if last.kind is ListKind.NUMBER else _BULLETS[(len(shape.path) - 1) % 3]


def _paint_code(painter: QPainter, ground: Ground, look: TextLook, font: QFont) -> None:
    layout = ground.block.layout()
    text = layout.boundingRect().translated(layout.position())
    document = ground.block.document()
    margin = document.documentMargin()
    left = margin + ground.shape.quoted * INDENT
    place = QRectF(left, text.top() - 10, document.textWidth() - margin - left, text.height() + 18)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.sunken))
    painter.drawRoundedRect(place, 6, 6)
    line = layout.lineAt(0)
    named = QFont(font)
    named.setFamilies(list(look.sans))
    named.setPixelSize(round(look.size * _LANGUAGE))
    # Where the first line leaves room for it.
    if QFontMetricsF(named).horizontalAdvance(ground.shape.label) + 2 * _GAP < line.width() - line.naturalTextWidth():
        painter.setFont(named)
        painter.setPen(QColor(look.soft))
        at_end = Qt.AlignmentFlag.AlignTop | (
            Qt.AlignmentFlag.AlignLeft if _is_rtl(ground.block) else Qt.AlignmentFlag.AlignRight
        )
        painter.drawText(place.adjusted(_GAP, 6, -_GAP, 0), at_end, ground.shape.label)


def _paint_quote(painter: QPainter, ground: Ground, look: TextLook) -> None:
    layout = ground.block.layout()
    text = layout.boundingRect().translated(layout.position())
    bottom = ground.block.next().layout().position().y() + 1 if ground.joins_next else text.bottom()
    document = ground.block.document()
    # The block's own rectangle ends where its words do, without the indent on the right.
    right = document.textWidth() - document.documentMargin()
    x = right - 7 if _is_rtl(ground.block) else ground.rect.left() + 4
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.line))
    painter.drawRoundedRect(QRectF(x, text.top(), 3, max(bottom - text.top(), 1)), 1.5, 1.5)


def _is_rtl(block: QTextBlock) -> bool:
    return block.textDirection() is Qt.LayoutDirection.RightToLeft


def _paint_sign(painter: QPainter, ground: Ground, look: TextLook, font: QFont) -> None:
    layout = ground.block.layout()
    if not layout.lineCount():
        return
    line = layout.lineAt(0)
    if ground.shape.kind is Kind.FOOTNOTE:
        font = QFont(font)
        font.setPixelSize(round(look.size * 0.75))
    painter.setFont(font)
    painter.setPen(QColor(look.soft))
    width = QFontMetricsF(font).horizontalAdvance(ground.sign)
    left = layout.position().x() + line.x()
    x = left + line.width() + _GAP if _is_rtl(ground.block) else left - width - _GAP
    painter.drawText(QPointF(x, layout.position().y() + line.y() + line.ascent()), ground.sign)
