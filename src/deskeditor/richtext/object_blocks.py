"""Figures, embeds and rules as one meets them in the text: found at a point, selected and changed as a whole."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from deskeditor.article.line import OBJECT
from deskeditor.richtext.objects import ObjectLeaf, object_format, object_leaf
from deskeditor.richtext.pieces import leading_object, objects_in
from deskeditor.richtext.properties import ObjectKind


def leaf_of(block: QTextBlock) -> ObjectLeaf | None:
    """The figure, embed or rule that the block begins with, without a caption; None where it begins with text."""
    if leading_object(block) is None:
        return None
    return object_leaf(objects_in(block)[0][1])


def object_rect(block: QTextBlock) -> QRectF:
    """Where the object that the block begins with is drawn, in the document's coordinates; an object fills a line."""
    layout = block.layout()
    if not layout.lineCount():
        return QRectF()
    return layout.lineAt(0).rect().translated(layout.position())


def object_at(document: QTextDocument, point: QPointF) -> QTextBlock | None:
    """The block whose object is drawn at a point in the document's coordinates."""
    position = document.documentLayout().hitTest(point, Qt.HitTestAccuracy.FuzzyHit)
    block = document.findBlock(max(position, 0))
    return block if leading_object(block) is not None and object_rect(block).contains(point) else None


def has_empty_caption(block: QTextBlock) -> bool:
    """Whether the block is a figure without a word under it."""
    return block.length() == 2 and leading_object(block) is ObjectKind.FIGURE


def select_object(cursor: QTextCursor, block: QTextBlock) -> None:
    """Select the whole leaf that the block is: a figure's caption too."""
    cursor.setPosition(block.position())
    cursor.setPosition(block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor)


def selected_object(cursor: QTextCursor) -> QTextBlock | None:
    """The block of the figure, embed or rule that is selected as a whole, and nothing beside it."""
    block = cursor.document().findBlock(cursor.selectionStart())
    start, end = block.position(), block.position() + block.length() - 1
    is_whole = cursor.hasSelection() and (cursor.selectionStart(), cursor.selectionEnd()) == (start, end)
    return block if is_whole and leading_object(block) is not None else None


def change_object(cursor: QTextCursor, leaf: ObjectLeaf) -> None:
    """Make the object that the caret's block begins with `leaf`, as one step; the caption is not touched.

    An object that is `leaf` already, and a block that begins with none, are left alone.
    """
    block = cursor.document().findBlock(cursor.selectionStart())
    if leaf_of(block) in (None, leaf):
        return
    anchor, position = cursor.anchor(), cursor.position()
    editing = QTextCursor(block)
    editing.beginEditBlock()
    # Not by merging formats: a property that is gone would stay.
    editing.deleteChar()
    editing.insertText(OBJECT, object_format(leaf))
    editing.endEditBlock()
    cursor.setPosition(anchor)
    cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
