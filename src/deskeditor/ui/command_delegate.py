"""Paints a row of the command palette: icon, text with the matched letters strong, shortcut."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from deskeditor.ui.theme import current_look

MATCHED_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""A tuple of the code points that were matched."""

SHORTCUT_ROLE: Final = Qt.ItemDataRole.UserRole + 2
MENU_ROLE: Final = Qt.ItemDataRole.UserRole + 3


class CommandDelegate(QStyledItemDelegate):
    """One line a command."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = current_look()
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.accent_soft))
            painter.drawRoundedRect(rect, look.radius_small, look.radius_small)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if icon is not None and not icon.isNull():
            icon.paint(painter, QRect(rect.left() + 10, rect.center().y() - 8, 16, 16))
        keys = index.data(SHORTCUT_ROLE) or ""
        small = QFont(option.font)
        small.setPixelSize(look.size_small)
        painter.setFont(small)
        painter.setPen(QColor(look.text_soft))
        inner = rect.adjusted(36, 0, -10, 0)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), keys)
        room = inner.adjusted(0, 0, -QFontMetrics(small).horizontalAdvance(keys) - 12, 0)
        at = self._paint_text(painter, room, option.font, index, look.text)
        menu = index.data(MENU_ROLE) or ""
        if at + 12 + QFontMetrics(small).horizontalAdvance(menu) < room.right():
            painter.setFont(small)
            painter.setPen(QColor(look.text_soft))
            painter.drawText(
                QRect(at + 8, rect.top(), room.right() - at, rect.height()), int(Qt.AlignmentFlag.AlignVCenter), menu
            )
        painter.restore()

    def _paint_text(
        self, painter: QPainter, room: QRect, base: QFont, index: QModelIndex | QPersistentModelIndex, colour: str
    ) -> int:
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        strong = QTextCharFormat()
        strong.setFontWeight(QFont.Weight.Bold)
        spans = []
        for at in index.data(MATCHED_ROLE) or ():
            span = QTextLayout.FormatRange()
            # The actions' texts are ASCII but for a few signs of one unit each.
            span.start, span.length, span.format = at, 1, strong
            spans.append(span)
        layout = QTextLayout(text, base)
        layout.setFormats(spans)
        layout.beginLayout()
        line = layout.createLine()
        line.setNumColumns(len(text))
        layout.endLayout()
        painter.setPen(QColor(colour))
        painter.setClipRect(room)
        layout.draw(painter, QPointF(room.left(), room.top() + (room.height() - line.height()) / 2))
        painter.setClipping(False)
        return room.left() + int(line.naturalTextWidth())

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, 32)
