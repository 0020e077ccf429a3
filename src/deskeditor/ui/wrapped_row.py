"""How list rows of wrapped text are painted: an icon beside it, what follows a line break said softly."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from deskeditor.ui.theme import current_look

_FLAGS: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_SIDE: Final = 6
_TOP: Final = 6
_ICON: Final = 16
Index = QModelIndex | QPersistentModelIndex

INDENT: Final = Qt.ItemDataRole.UserRole + 1
"""The role of how many pixels a row's words stand further in."""


HEADING: Final = Qt.ItemDataRole.UserRole + 2
"""The role that says of a row that it heads those below it."""


class WrappedRow(QStyledItemDelegate):
    """Rows as high as their text at the view's width."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = current_look()
        rect = QRect(option.rect)
        painter.save()
        paint_ground(painter, option)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(icon, QIcon):
            icon.paint(painter, QRect(rect.left() + _SIDE, rect.top() + _TOP + 1, _ICON, _ICON))
        first, _, rest = str(index.data(Qt.ItemDataRole.DisplayRole)).partition("\n")
        words = rect.adjusted(_text_left(index), _TOP, -_SIDE, -_TOP)
        font = _font(index, option.font)
        painter.setFont(font)
        painter.setPen(QColor(look.text_soft if index.data(HEADING) else look.text))
        painter.drawText(words, _FLAGS, first)
        if rest:
            painter.setFont(small_font(option.font, look.size_small))
            painter.setPen(QColor(look.text_soft))
            top = _text_height(QFontMetrics(font), words.width(), first)
            painter.drawText(words.adjusted(0, top + 2, 0, 0), _FLAGS, rest)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = current_look()
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        room = max(width - _text_left(index) - _SIDE, 40)
        first, _, rest = str(index.data(Qt.ItemDataRole.DisplayRole)).partition("\n")
        height = _text_height(QFontMetrics(_font(index, option.font)), room, first)
        if rest:
            height += 2 + _text_height(QFontMetrics(small_font(option.font, look.size_small)), room, rest)
        return QSize(room, height + 2 * _TOP + 1)


def _font(index: Index, base: QFont) -> QFont:
    font = QFont(base)
    if index.data(HEADING):
        font.setWeight(QFont.Weight.DemiBold)
    return font


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Paint what is below a row's words: whether it is chosen or pointed at, and the line that ends it."""
    look = current_look()
    rect = QRect(option.rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, QColor(look.accent_soft))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, QColor(look.hover))
    painter.setPen(QPen(QColor(look.line), 1))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def _text_left(index: Index) -> int:
    return (
        _SIDE
        + (index.data(INDENT) or 0)
        + (_ICON + 8 if isinstance(index.data(Qt.ItemDataRole.DecorationRole), QIcon) else 0)
    )


def _text_height(metrics: QFontMetrics, width: int, text: str) -> int:
    return metrics.boundingRect(QRect(0, 0, width, 10_000), _FLAGS, text).height()


def small_font(base: QFont, pixels: int) -> QFont:
    """The font of what is said softly below a row's first words."""
    font = QFont(base)
    font.setPixelSize(pixels)
    return font
