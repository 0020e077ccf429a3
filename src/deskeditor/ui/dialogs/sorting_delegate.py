"""Paints sorted lines and edits where one goes."""

from typing import cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QComboBox, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from deskeditor.ingest.sorting import Slot, SortedLine
from deskeditor.ui.article_list_delegate import two_lines
from deskeditor.ui.dialogs.sorting_model import LINE_ROLE, SLOT_LABELS, slot_label
from deskeditor.ui.icons import Icon, Tone, icon_of
from deskeditor.ui.theme import current_look

Index = QModelIndex | QPersistentModelIndex


class SortingDelegate(QStyledItemDelegate):
    """An unsure line has a ground of its own and a question mark, a dropped one stands back."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = current_look()
        rect = QRect(option.rect)
        line = cast(SortedLine, index.data(LINE_ROLE))
        dropped = line.slot is Slot.DROPPED
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(look.accent_soft))
        elif not line.sure:
            painter.fillRect(rect, QColor(look.warning_soft))
        painter.setPen(QColor(look.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(QColor(look.text_faint if dropped else look.text))
        font = QFont(option.font)
        along = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        inner = rect.adjusted(10, 5, -8, -5)
        if index.column() == 0:
            font.setWeight(QFont.Weight.Normal if dropped or line.slot is Slot.BODY else QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.drawText(inner.adjusted(0, 0, -40, 0), along, slot_label(line.slot))
            if not line.sure:
                at = QRect(inner.right() - 38, rect.center().y() - 8, 16, 16)
                icon_of(Icon.UNSURE, Tone.WARNING).paint(painter, at)
            at = QRect(inner.right() - 14, rect.center().y() - 6, 12, 12)
            icon_of(Icon.NEXT, Tone.SOFT).paint(painter, at)
        else:
            font.setItalic(dropped)
            painter.setFont(font)
            first, second = two_lines(" ".join(line.text.split()), font, inner.width())
            half = inner.height() // 2
            if second:
                painter.drawText(QRect(inner.left(), inner.top(), inner.width(), half), along, first)
                painter.drawText(QRect(inner.left(), inner.top() + half, inner.width(), half), along, second)
            else:
                painter.drawText(inner, along, first)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, 2 * option.fontMetrics.lineSpacing() + 12)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        combo = QComboBox(parent)
        combo.setAccessibleName("Field of this line")
        for slot, label, _ in SLOT_LABELS:
            combo.addItem(label, slot)
        combo.activated.connect(lambda: self._finish(combo))
        return combo

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            # A member of an enumeration comes back from Qt as its plain text.
            model.setData(index, Slot(editor.currentData()))

    def _finish(self, combo: QComboBox) -> None:
        self.commitData.emit(combo)
        self.closeEditor.emit(combo)
