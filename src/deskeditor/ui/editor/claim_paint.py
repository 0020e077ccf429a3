"""How claims are drawn over their words: a line below each, told apart by colour and by pattern; overlaps in lanes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextCursor, QTextDocument, QTextLine

from deskeditor.richtext.grounds import first_block
from deskeditor.richtext.properties import CharProperty

LANE: Final = 3
"""Pixels between the lines of claims that overlap."""

_LANES: Final = 4
_BELOW: Final = 3.0


class Pattern(Enum):
    """What a line looks like without its colour."""

    SOLID = auto()
    THICK = auto()
    DASHED = auto()
    DOTTED = auto()
    DOUBLE = auto()
    DASH_DOT = auto()
    LONG_DASH = auto()
    HAIRLINE = auto()
    """A fact that is no claim yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLook:
    """How one claim is drawn: `colour` is `#rrggbb`. `is_open` says that something is left to do."""

    number: int
    pattern: Pattern
    colour: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one block, in UTF-16 offsets, under one claim."""

    start: int
    end: int
    claim: str
    begins: bool
    """Whether the claim begins here, and not in a block above."""


def paint_claims(painter: QPainter, document: QTextDocument, visible: QRectF, looks: Mapping[str, ClaimLook]) -> None:
    """Draw the claims of the blocks that show in `visible`, in the document's coordinates."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for block in visible_blocks(document, visible):
        for span, lane in in_lanes(claim_spans(block)):
            look = looks.get(span.claim)
            if look is not None:
                for x, y, width in _lines_below(block, span.start, span.end):
                    draw_line(painter, x, y + lane * LANE, width, look.pattern, QColor(look.colour))


def paint_facts(painter: QPainter, facts: Sequence[QTextCursor], visible: QRectF, colour: str) -> None:
    """Draw a faint line below what is to be checked and is no claim yet."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for cursor in facts:
        if cursor.isNull() or not cursor.hasSelection():
            continue
        block = cursor.document().findBlock(cursor.selectionStart())
        layout = block.layout()
        top = layout.position().y()
        if top > visible.bottom() or top + layout.boundingRect().height() < visible.top():
            continue
        start = cursor.selectionStart() - block.position()
        end = min(cursor.selectionEnd() - block.position(), block.length() - 1)
        for x, y, width in _lines_below(block, start, end):
            draw_line(painter, x, y, width, Pattern.HAIRLINE, QColor(colour))


def visible_blocks(document: QTextDocument, visible: QRectF) -> Iterator[QTextBlock]:
    """The blocks that show in `visible`, in the document's coordinates."""
    layout = document.documentLayout()
    block = first_block(document, visible)
    while block.isValid():
        if layout.blockBoundingRect(block).top() > visible.bottom():
            return
        yield block
        block = block.next()


def claim_spans(block: QTextBlock) -> list[Span]:
    """The stretches of a block under each claim, from the left; what a bold word splits is one."""
    origin = block.position()
    found: list[Span] = []
    running: dict[str, int] = {}
    part = block.begin()
    while not part.atEnd():
        fragment = part.fragment()
        part += 1
        start, end = fragment.position() - origin, fragment.position() - origin + fragment.length()
        for claim in fragment.charFormat().stringProperty(CharProperty.CLAIMS).split():
            at = running.get(claim)
            if at is not None and found[at].end == start:
                found[at] = Span(found[at].start, end, claim, found[at].begins)
            else:
                running[claim] = len(found)
                found.append(Span(start, end, claim, start > 0 or not _goes_on_from_above(block, claim)))
    return found


def _goes_on_from_above(block: QTextBlock, claim: str) -> bool:
    above = block.previous()
    if not above.isValid() or above.length() < 2:
        return False
    cursor = QTextCursor(above)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    return claim in cursor.charFormat().stringProperty(CharProperty.CLAIMS).split()


def in_lanes(spans: Sequence[Span]) -> Iterator[tuple[Span, int]]:
    """Each span with the lane that it is drawn in: of two that overlap the later one goes lower."""
    ends = [0] * _LANES
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        lane = next((lane for lane, end in enumerate(ends) if end <= span.start), _LANES - 1)
        ends[lane] = span.end
        yield span, lane


def _lines_below(block: QTextBlock, start: int, end: int) -> Iterator[tuple[float, float, float]]:
    """Where a line below the words runs: x, y and width for each row of them, in either direction of writing."""
    layout = block.layout()
    origin = layout.position()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        low, high = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if low >= high:
            continue
        y = origin.y() + line.y() + line.ascent() + _BELOW
        for left, right in _extents(line, low, high):
            yield origin.x() + left, y, right - left


def _extents(line: QTextLine, low: int, high: int) -> list[tuple[float, float]]:
    """From where to where the signs of a row reach: several pieces where directions mix."""
    pieces: list[tuple[float, float]] = []
    for run in line.glyphRuns(low, high - low):
        rect = run.boundingRect()
        positions = run.positions()
        left = min((point.x() for point in positions), default=rect.left())
        pieces.append((min(left, rect.left()), rect.right()))
    if not pieces:
        one, other = line.cursorToX(low), line.cursorToX(high)
        pieces = [(min(_x(one), _x(other)), max(_x(one), _x(other)))]
    return _joined(sorted(pieces))


def _x(found: object) -> float:
    # PySide gives the position back along with the coordinate.
    return float(found[0]) if isinstance(found, tuple) else float(found)  # type: ignore[arg-type]


def _joined(pieces: list[tuple[float, float]]) -> list[tuple[float, float]]:
    joined: list[tuple[float, float]] = []
    for left, right in pieces:
        if joined and left <= joined[-1][1] + 8:
            joined[-1] = (joined[-1][0], max(joined[-1][1], right))
        else:
            joined.append((left, right))
    return joined


def draw_line(painter: QPainter, x: float, y: float, width: float, pattern: Pattern, colour: QColor) -> None:
    """Draw a line in a pattern, from a point to the right."""
    ends = QPointF(x, y), QPointF(x + max(width, 2), y)
    match pattern:
        case Pattern.DOUBLE:
            painter.setPen(QPen(colour, 1))
            painter.drawLine(*ends)
            painter.drawLine(ends[0] + QPointF(0, 2), ends[1] + QPointF(0, 2))
        case Pattern.HAIRLINE:
            painter.setPen(_pen(colour, 1, (1, 3)))
            painter.drawLine(*ends)
        case Pattern.DOTTED:
            painter.setPen(_pen(colour, 2, (1, 1.5)))
            painter.drawLine(*ends)
        case Pattern.DASHED:
            painter.setPen(_pen(colour, 2, (3, 2)))
            painter.drawLine(*ends)
        case Pattern.LONG_DASH:
            painter.setPen(_pen(colour, 1.5, (8, 2.5)))
            painter.drawLine(*ends)
        case Pattern.DASH_DOT:
            painter.setPen(_pen(colour, 2, (4, 1.5, 1, 1.5)))
            painter.drawLine(*ends)
        case _:
            painter.setPen(QPen(colour, 2.5 if pattern is Pattern.THICK else 1.2))
            painter.drawLine(*ends)


def _pen(colour: QColor, width: float, dashes: Sequence[float]) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern(list(dashes))
    return pen
