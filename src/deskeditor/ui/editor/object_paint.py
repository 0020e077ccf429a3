"""What is painted over objects: the frame of a selected one, and the caret in a caption without words."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextCursor

from deskeditor.richtext.drawing import ObjectDrawer, caption_room
from deskeditor.richtext.look import TextLook
from deskeditor.richtext.object_blocks import has_empty_caption, object_rect, selected_object
from deskeditor.richtext.pieces import objects_in


def paint_selection(painter: QPainter, cursor: QTextCursor, look: TextLook) -> None:
    """Frame the object that is selected as a whole, in the document's coordinates."""
    block = selected_object(cursor)
    if block is None:
        return
    place = object_rect(block)
    document = block.document()
    drawer = document.findChild(ObjectDrawer)
    if drawer is not None:
        # Qt lays the colour of selected words over it: a picture is to be seen as it is.
        painter.fillRect(place.adjusted(-1, -1, 1, 1), QColor(look.ground))
        drawer.drawObject(painter, place, document, block.position(), objects_in(block)[0][1])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(look.link), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 4, 4)


def empty_caption_rect(block: QTextBlock, look: TextLook) -> QRectF:
    """Where the words under a figure will stand that has none yet; empty for any other block."""
    if not has_empty_caption(block):
        return QRectF()
    rect = object_rect(block)
    return QRectF(rect.left(), rect.bottom() - caption_room(look), rect.width(), caption_room(look))


def is_in_empty_caption(cursor: QTextCursor) -> bool:
    """Whether the caret stands where the words under a figure will."""
    return not cursor.hasSelection() and cursor.positionInBlock() == 1 and has_empty_caption(cursor.block())


def paint_caption_caret(painter: QPainter, cursor: QTextCursor, look: TextLook, width: int) -> None:
    """Paint the caret of a caption without words: Qt's own would stand behind the picture, and be as high as it."""
    place = empty_caption_rect(cursor.block(), look)
    is_rtl = cursor.block().textDirection() is Qt.LayoutDirection.RightToLeft
    x = place.right() - width if is_rtl else place.left()
    painter.fillRect(QRectF(x, place.top() + 2, width, place.height() - 4), QColor(look.text))
