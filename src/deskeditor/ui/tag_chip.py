"""A tag as a chip that can be focused, removed and, where a reader guessed it, confirmed."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskeditor.article.tags import Tag
from deskeditor.ui.theme import current_look

_HEIGHT = 26
_PADDING = 10
_CROSS = 18


class TagChip(QWidget):
    """Emits what a person asks for; the panel decides. An unsure tag is dashed and marked with a question mark."""

    removal_asked = Signal()
    edit_asked = Signal()
    confirmed = Signal()
    key_pressed = Signal(object)
    """A `Qt.Key` the chip itself has no use for: the panel moves the focus, splits or joins."""

    def __init__(self, tag: Tag, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tag = tag
        self._over_cross = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_tag(tag)

    def show_tag(self, tag: Tag) -> None:
        """Show another state of the tag."""
        self.tag = tag
        self.setAccessibleName(f"Tag {tag.label}, unsure" if tag.unsure else f"Tag {tag.label}")
        keys = "Del removes, F2 edits, S splits at spaces, J joins with the next"
        if tag.unsure:
            self.setToolTip(f"{tag.label}\nunsure: the import guessed it. Enter keeps it.\n{keys}")
        else:
            self.setToolTip(f"{tag.label}\n{keys}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._words_width() + 2 * _PADDING + _CROSS - 4, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(80, self.sizeHint().width()), _HEIGHT)

    def _words_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._words()) + 2

    def _words(self) -> str:
        return f"{self.tag.label} ?" if self.tag.unsure else self.tag.label

    def cross_rect(self) -> QRect:
        """Where a click removes the tag, in the chip's own coordinates."""
        left = self.width() - _CROSS - 5
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left = 5
        return QRect(left, (_HEIGHT - _CROSS) // 2, _CROSS, _CROSS)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = look.warning_soft if self.tag.unsure else look.surface
        pen = QPen(QColor(look.edge))
        if self.tag.unsure:
            pen = QPen(QColor(look.warning), 1, Qt.PenStyle.DashLine)
        if self.hasFocus():
            ground = look.accent_soft
            pen = QPen(QColor(look.accent), 2)
        inset = pen.widthF() / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(pen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)

        cross = self.cross_rect()
        words = self.rect().adjusted(_PADDING, 0, -_CROSS - 6, 0)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            words = self.rect().adjusted(_CROSS + 6, 0, -_PADDING, 0)
        shown = self.fontMetrics().elidedText(self._words(), Qt.TextElideMode.ElideRight, words.width())
        painter.setPen(QColor(look.text))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)

        if self._over_cross:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.hover))
            painter.drawEllipse(cross)
        painter.setPen(QPen(QColor(look.text if self._over_cross else look.text_soft), 1.4))
        centre, reach = QPointF(cross.center()) + QPointF(0.5, 0.5), 3.2
        for across in (1, -1):
            offset = QPointF(reach, reach * across)
            painter.drawLine(centre - offset, centre + offset)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.removal_asked.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.tag.unsure and not event.modifiers():
                self.confirmed.emit()
            case Qt.Key.Key_F2:
                self.edit_asked.emit()
            case (
                Qt.Key.Key_Left
                | Qt.Key.Key_Right
                | Qt.Key.Key_Up
                | Qt.Key.Key_Down
                | Qt.Key.Key_Home
                | Qt.Key.Key_End
                | Qt.Key.Key_S
                | Qt.Key.Key_J
            ) if not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self.key_pressed.emit(Qt.Key(event.key()))
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.cross_rect().contains(event.position().toPoint()):
            self.removal_asked.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self.cross_rect().contains(event.position().toPoint()):
            self.edit_asked.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(event.position().toPoint())

    def leaveEvent(self, event: object) -> None:
        self._hover(QPoint(-1, -1))

    def _hover(self, at: QPoint) -> None:
        over = self.cross_rect().contains(at)
        if over != self._over_cross:
            self._over_cross = over
            self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
