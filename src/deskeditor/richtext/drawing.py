"""How objects in the text are drawn: pictures, link cards, rules and footnote numbers."""

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPen,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from deskeditor.richtext.look import TextLook
from deskeditor.richtext.object_blocks import has_empty_caption
from deskeditor.richtext.properties import (
    EMBED_OBJECT,
    FOOTNOTE_OBJECT,
    IMAGE_OBJECT,
    RULE_OBJECT,
    CharProperty,
)

Pictures = Callable[[str], QImage]
"""Gives the picture of a stored file by its name, a null image where there is none."""

_RULE_HEIGHT = 24.0
_CARD_HEIGHT = 52.0
_MISSING_HEIGHT = 96.0
_TALLEST_PICTURE = 560.0


class ObjectDrawer(QPyTextObject):
    """Draws every object of one document. Nothing is loaded but through the pictures it was given."""

    def __init__(self, document: QTextDocument, look: TextLook, pictures: Pictures) -> None:
        super().__init__(document)
        self.look = look
        self._picture = lru_cache(maxsize=64)(pictures)
        layout = document.documentLayout()
        for kind in (IMAGE_OBJECT, RULE_OBJECT, EMBED_OBJECT, FOOTNOTE_OBJECT):
            layout.registerHandler(kind, self)

    def show_pictures(self, pictures: Pictures) -> None:
        """Take pictures from somewhere else."""
        self._picture = lru_cache(maxsize=64)(pictures)

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        match format.objectType():
            case kind if kind == FOOTNOTE_OBJECT:
                metrics = QFontMetricsF(self._reference_font())
                width = metrics.horizontalAdvance(format.stringProperty(CharProperty.FOOTNOTE)) + 2
                return QSizeF(width, QFontMetricsF(doc.defaultFont()).ascent())
            case kind if kind == IMAGE_OBJECT:
                height = self._picture_size(doc, format).height() + 8
                return QSizeF(_width(doc), height + self._hint_room(doc, posInDocument))
            case kind if kind == EMBED_OBJECT:
                return QSizeF(_width(doc), _CARD_HEIGHT)
            case _:
                return QSizeF(_width(doc), _RULE_HEIGHT)

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, doc: QTextDocument, posInDocument: int, format: QTextFormat
    ) -> None:
        place = QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        match format.objectType():
            case kind if kind == FOOTNOTE_OBJECT:
                self._draw_reference(painter, place, format)
            case kind if kind == IMAGE_OBJECT:
                self._draw_picture(painter, place, doc, format)
                self._draw_hint(painter, place, doc, posInDocument)
            case kind if kind == EMBED_OBJECT:
                self._draw_card(painter, place, format)
            case _:
                painter.setPen(QPen(QColor(self.look.edge), 1))
                middle = place.center().y()
                inset = place.width() * 0.3
                painter.drawLine(QPointF(place.left() + inset, middle), QPointF(place.right() - inset, middle))
        painter.restore()

    def _reference_font(self) -> QFont:
        font = QFont()
        font.setFamilies(list(self.look.sans))
        font.setPixelSize(max(round(self.look.size * 0.65), 8))
        return font

    def _draw_reference(self, painter: QPainter, rect: QRectF, format: QTextFormat) -> None:
        painter.setFont(self._reference_font())
        painter.setPen(QColor(self.look.link))
        label = format.stringProperty(CharProperty.FOOTNOTE)
        painter.drawText(rect, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter, label)

    def _picture_size(self, doc: QTextDocument, format: QTextFormat) -> QSizeF:
        """The size that the picture is shown in: its own or the one asked for, within the column."""
        picture = self._picture(format.stringProperty(CharProperty.MEDIA))
        if picture.isNull():
            return QSizeF(_width(doc), _MISSING_HEIGHT)
        size = QSizeF(picture.size()) / picture.devicePixelRatio()
        asked = format.intProperty(CharProperty.WIDTH)
        if asked > 0:
            size = size.scaled(asked, size.height() * asked / size.width(), Qt.AspectRatioMode.KeepAspectRatio)
        room = QSizeF(_width(doc), _TALLEST_PICTURE)
        fits = size.width() <= room.width() and size.height() <= room.height()
        return size if fits else size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)

    def _picture_place(self, rect: QRectF, doc: QTextDocument, format: QTextFormat) -> QRectF:
        size = self._picture_size(doc, format)
        return QRectF(QPointF(rect.left() + (rect.width() - size.width()) / 2, rect.top()), size)

    def picture_in(self, rect: QRectF, doc: QTextDocument, format: QTextFormat) -> tuple[QRectF, float]:
        """Where the picture of a figure drawn in `rect` stands, and its own width in pixels; empty for a lost one."""
        picture = self._picture(format.stringProperty(CharProperty.MEDIA))
        if picture.isNull():
            return QRectF(), 0.0
        return self._picture_place(rect, doc, format), picture.width() / picture.devicePixelRatio()

    def _draw_picture(self, painter: QPainter, rect: QRectF, doc: QTextDocument, format: QTextFormat) -> None:
        picture = self._picture(format.stringProperty(CharProperty.MEDIA))
        place = self._picture_place(rect, doc, format)
        if picture.isNull():
            self._draw_box(painter, place)
            alt = format.stringProperty(CharProperty.ALT)
            painter.setPen(QColor(self.look.soft))
            painter.setFont(self._label_font())
            painter.drawText(
                place, Qt.AlignmentFlag.AlignCenter, f"Picture not found: {alt}" if alt else "Picture not found"
            )
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, picture)

    def _hint_room(self, doc: QTextDocument, position: int) -> float:
        return caption_room(self.look) if has_empty_caption(doc.findBlock(position)) else 0

    def _draw_hint(self, painter: QPainter, rect: QRectF, doc: QTextDocument, position: int) -> None:
        """Say under a picture without a caption where to write one."""
        room = self._hint_room(doc, position)
        if not room:
            return
        font = QFont(doc.defaultFont())
        font.setPixelSize(round(self.look.size * 0.85))
        painter.setFont(font)
        painter.setPen(QColor(self.look.faint))
        place = rect.adjusted(4, rect.height() - room, -4, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, "Caption")

    def _draw_box(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(QPen(QColor(self.look.line), 1))
        painter.setBrush(QColor(self.look.sunken))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _label_font(self, *, bold: bool = False) -> QFont:
        font = QFont()
        font.setFamilies(list(self.look.sans))
        font.setPixelSize(13)
        font.setBold(bold)
        return font

    def _draw_card(self, painter: QPainter, rect: QRectF, format: QTextFormat) -> None:
        place = rect.adjusted(0, 2, -1, -2)
        self._draw_box(painter, place)
        inside = place.adjusted(14, 6, -14, -6)
        url = format.stringProperty(CharProperty.URL)
        title = format.stringProperty(CharProperty.TITLE) or url
        for text, align, bold, colour in (
            (title, Qt.AlignmentFlag.AlignTop, True, self.look.text),
            (url, Qt.AlignmentFlag.AlignBottom, False, self.look.soft),
        ):
            font = self._label_font(bold=bold)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
            painter.drawText(inside, align | Qt.AlignmentFlag.AlignLeft, shown)


def caption_room(look: TextLook) -> float:
    """The height of the line under a picture that has no caption yet."""
    return round(look.size * 0.85 * 1.5)


def _width(doc: QTextDocument) -> float:
    """The width of a full line."""
    width = doc.textWidth()
    return max(width - 2 * doc.documentMargin(), 80) if width > 0 else 400.0


def draw_objects(document: QTextDocument, look: TextLook, pictures: Pictures) -> ObjectDrawer:
    """Let the document draw its objects in `look`; it keeps the one drawer it has, and owns it."""
    drawer = document.findChild(ObjectDrawer)
    if drawer is None:
        return ObjectDrawer(document, look, pictures)
    drawer.look = look
    drawer.show_pictures(pictures)
    return drawer
