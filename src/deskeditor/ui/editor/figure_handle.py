"""The handles at the corners of a selected picture: dragged, or by keys, they say how wide it stands."""

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextCursor

from deskeditor.article.body import Figure
from deskeditor.richtext.drawing import ObjectDrawer
from deskeditor.richtext.look import TextLook
from deskeditor.richtext.object_blocks import change_object, leaf_of, object_rect, selected_object
from deskeditor.richtext.pieces import objects_in

NARROWEST: Final = 48
"""Pixels."""

_KEY_STEP: Final = 0.05
"""Of the column's width, for each press of a key."""

_SIZE: Final = 10.0
_REACH: Final = 9.0
"""Pixels around a handle's middle in which the mouse takes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The picture of the selected figure: where it is drawn, in its column, and how wide its file is."""

    figure: Figure
    place: QRectF
    column: QRectF
    own_width: float


def selected_picture(cursor: QTextCursor) -> Picture | None:
    """The picture of the figure that is selected as a whole; None for any other selection and for a lost file."""
    block = selected_object(cursor)
    return None if block is None else _picture_of(block)


def _picture_of(block: QTextBlock) -> Picture | None:
    document = block.document()
    drawer = document.findChild(ObjectDrawer)
    figure = leaf_of(block)
    if drawer is None or not isinstance(figure, Figure):
        return None
    column = object_rect(block)
    place, own_width = drawer.picture_in(column, document, objects_in(block)[0][1])
    if place.isEmpty():
        return None
    return Picture(figure=figure, place=place, column=column, own_width=own_width)


def takes_handle(picture: Picture, point: QPointF) -> bool:
    """Whether the point, in the document's coordinates, lies at one of the picture's handles."""
    return any(
        abs(point.x() - corner.x()) <= _REACH and abs(point.y() - corner.y()) <= _REACH for corner in _corners(picture)
    )


def width_at(picture: Picture, point: QPointF) -> int | None:
    """The width of the picture dragged to a point; it stands in the middle, so both sides move. None is its own."""
    return _fitting(picture, 2 * abs(point.x() - picture.place.center().x()))


def width_by_key(picture: Picture, *, wider: bool) -> int | None:
    """The width that one press of a key makes of the picture's. None is its own."""
    step = picture.column.width() * _KEY_STEP * (1 if wider else -1)
    return _fitting(picture, picture.place.width() + step)


def _fitting(picture: Picture, width: float) -> int | None:
    column = picture.column.width()
    if width >= column and picture.own_width >= column:
        return None
    return round(max(min(width, column), NARROWEST))


def set_width(cursor: QTextCursor, figure: Figure, width: int | None) -> None:
    """Let the selected figure stand `width` pixels wide, as one step; the selection stays on it."""
    change_object(cursor, replace(figure, width=width))


def paint_handles(painter: QPainter, picture: Picture, look: TextLook, width: int | None = None) -> None:
    """Paint the handles, in the document's coordinates; while one is dragged, the outline that `width` would give."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shown = picture
    if width is not None:
        shown = replace(picture, place=_outline(picture, width))
        painter.setPen(QPen(QColor(look.link), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(shown.place)
    painter.setPen(QPen(QColor(look.link), 1.5))
    painter.setBrush(QColor(look.ground))
    for corner in _corners(shown):
        painter.drawRoundedRect(QRectF(corner.x() - _SIZE / 2, corner.y() - _SIZE / 2, _SIZE, _SIZE), 2, 2)


def _outline(picture: Picture, width: int) -> QRectF:
    place = picture.place
    height = place.height() * width / place.width()
    return QRectF(place.center().x() - width / 2, place.top(), width, height)


def _corners(picture: Picture) -> tuple[QPointF, QPointF]:
    """The lower corners, so far inside that a picture as wide as the column shows them whole."""
    inner = picture.place.adjusted(_SIZE / 2, 0, -_SIZE / 2, -_SIZE / 2)
    return inner.bottomLeft(), inner.bottomRight()
