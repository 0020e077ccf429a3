"""A line of an article's words with what was searched for standing out."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout

from deskeditor.ui.theme_tokens import Tokens

Range = tuple[int, int]
_BEFORE: Final = 16


def near_match(text: str, matches: Sequence[Range]) -> tuple[str, tuple[Range, ...]]:
    """Cut the beginning of `text`, at a word, so that its first match stands near it; ranges are code points."""
    if not matches or matches[0][0] <= _BEFORE:
        return text, tuple(matches)
    cut = text.find(" ", matches[0][0] - _BEFORE, matches[0][0]) + 1 or matches[0][0]
    return "…" + text[cut:], tuple((start - cut + 1, end - cut + 1) for start, end in matches)


def draw_snippet(
    painter: QPainter, rect: QRect, text: str, matches: Sequence[Range], *, font: QFont, look: Tokens
) -> None:
    """Draw one line of `text` softly into `rect`, its matches strong; what does not fit ends in dots."""
    shown, ranges = near_match(text, matches)
    elided = QFontMetrics(font).elidedText(shown, Qt.TextElideMode.ElideRight, rect.width())
    kept = len(elided.removesuffix("…"))
    strong = QTextCharFormat()
    strong.setFontWeight(QFont.Weight.Bold)
    strong.setForeground(QColor(look.text))
    spans = []
    for start, end in ranges:
        if start < kept:
            span = QTextLayout.FormatRange()
            span.start, span.length, span.format = _units(elided, start), 0, strong
            span.length = _units(elided, min(end, kept)) - span.start
            spans.append(span)
    layout = QTextLayout(elided, font)
    layout.setFormats(spans)
    layout.beginLayout()
    line = layout.createLine()
    # Bold letters are wider than those the text was cut by: a little more room keeps the line whole.
    line.setLineWidth(rect.width() + QFontMetrics(font).averageCharWidth() * 4)
    layout.endLayout()
    painter.save()
    painter.setClipRect(rect)
    painter.setPen(QColor(look.text_soft))
    layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2))
    painter.restore()


def _units(text: str, code_points: int) -> int:
    """Qt counts in UTF-16 units."""
    return len(text[:code_points].encode("utf-16-le")) // 2
