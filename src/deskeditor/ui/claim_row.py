"""How a claim is painted in a list: its number, its line as in the copy, its words and where it stands."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from deskeditor.article.claim_progress import Checked
from deskeditor.ui.claim_looks import claim_look
from deskeditor.ui.claim_model import ClaimModel, claim_quote, claim_subline
from deskeditor.ui.editor.claim_paint import draw_line
from deskeditor.ui.theme import current_look
from deskeditor.ui.wrapped_row import paint_ground, small_font

_SIDE: Final = 6
_TOP: Final = 5
_NUMBER: Final = 34
Index = QModelIndex | QPersistentModelIndex


class ClaimRow(QStyledItemDelegate):
    """Rows of one height: 500 of them are laid out at once."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one = index.data(ClaimModel.CLAIM)
        if not isinstance(one, Checked):
            return
        look = current_look()
        rect = QRect(option.rect)
        painter.save()
        paint_ground(painter, option)
        drawn = claim_look(one, look)
        font = QFont(option.font)
        font.setBold(drawn.is_open)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        first = rect.top() + _TOP + metrics.ascent()
        painter.setPen(QColor(drawn.colour))
        number = QRect(rect.left() + _SIDE, rect.top() + _TOP, _NUMBER - 10, metrics.height())
        painter.drawText(number, int(Qt.AlignmentFlag.AlignRight), str(one.claim.number))
        draw_line(
            painter,
            float(number.left()),
            float(number.bottom() + 5),
            float(number.width()),
            drawn.pattern,
            QColor(drawn.colour),
        )
        left = rect.left() + _SIDE + _NUMBER
        room = rect.right() - _SIDE - left
        painter.setPen(QColor(look.text))
        painter.drawText(QPointF(left, first), metrics.elidedText(claim_quote(one), Qt.TextElideMode.ElideRight, room))
        small = small_font(option.font, look.size_small)
        painter.setFont(small)
        painter.setPen(QColor(look.text_soft))
        below = QFontMetrics(small)
        second = rect.top() + _TOP + metrics.height() + 2 + below.ascent()
        subline = below.elidedText(claim_subline(one), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(left, second), subline)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = current_look()
        height = QFontMetrics(option.font).height() + QFontMetrics(small_font(option.font, look.size_small)).height()
        return QSize(120, height + 2 + 2 * _TOP + 1)
