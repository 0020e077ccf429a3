"""What Enter does, by the leaf it is pressed in: a function on a cursor, one step of undo."""

from typing import Final

from PySide6.QtGui import QTextCharFormat, QTextCursor

from deskeditor.article.line import HARD_BREAK, MarkKind
from deskeditor.richtext.erasing import erase_selected
from deskeditor.richtext.insertion import leave_object
from deskeditor.richtext.marked import first_positions
from deskeditor.richtext.marks import BOUND_KINDS, char_format, marks_of
from deskeditor.richtext.object_blocks import selected_object
from deskeditor.richtext.pieces import leading_object, table_of
from deskeditor.richtext.positions import to_code_point
from deskeditor.richtext.shapes import PLAIN, Kind, Shape, block_format, shape_of, start_format
from deskeditor.ui.editor.block_commands import set_shape
from deskeditor.ui.editor.list_commands import lift

_LEFT_BEHIND: Final = BOUND_KINDS | {MarkKind.FOOTNOTE}
"""Marks that go no further than their words."""


def press_enter(cursor: QTextCursor) -> None:
    """Begin the next leaf, or leave the list or the quote where the leaf is empty."""
    cursor.beginEditBlock()
    if selected_object(cursor) is not None:
        # It stays: a person goes on below it.
        cursor.setPosition(cursor.selectionEnd())
    erase_selected(cursor)
    _enter(cursor)
    cursor.endEditBlock()


def _enter(cursor: QTextCursor) -> None:
    block = cursor.block()
    shape = shape_of(block.blockFormat())
    if table_of(block) is not None:
        insert_break(cursor)
        return
    if leading_object(block) is not None:
        _enter_at_object(cursor)
        return
    is_empty = block.length() == 1
    match shape.kind:
        case Kind.CODE:
            _enter_in_code(cursor, shape)
        case Kind.FOOTNOTE:
            _enter_in_note(cursor)
        case Kind.ITEM if is_empty:
            lift(cursor)
        case Kind.HEADING | Kind.ATTRIBUTION if is_empty:
            set_shape(block, Shape(quoted=shape.quoted and shape.kind is Kind.HEADING))
        case _ if is_empty and shape.quoted:
            set_shape(block, PLAIN)
        case Kind.HEADING if cursor.atBlockStart():
            _split(cursor, shape)
            set_shape(cursor.block().previous(), Shape(quoted=shape.quoted))
        case Kind.HEADING if cursor.atBlockEnd():
            _split(cursor, Shape(quoted=shape.quoted))
        case Kind.ATTRIBUTION:
            _split(cursor, PLAIN)
        case _:
            _split(cursor, shape)


def _split(cursor: QTextCursor, shape: Shape) -> None:
    """Split the block; what follows is of `shape`, and what is typed there has no link, claim or note."""
    marks = frozenset(mark for mark in marks_of(cursor.charFormat()) if mark.kind not in _LEFT_BEHIND)
    goes_on = shape == shape_of(cursor.blockFormat()) and shape.kind is not Kind.HEADING
    cursor.insertBlock(block_format(shape), char_format(marks) if goes_on else start_format(shape))


def insert_break(cursor: QTextCursor) -> None:
    """Insert a hard break: a new line inside the leaf."""
    marks = frozenset(mark for mark in marks_of(cursor.charFormat()) if mark.kind not in _LEFT_BEHIND)
    cursor.beginEditBlock()
    erase_selected(cursor)
    cursor.insertText(HARD_BREAK, char_format(marks))
    cursor.endEditBlock()


def _enter_at_object(cursor: QTextCursor) -> None:
    if not leave_object(cursor):
        # In a caption: the words behind the caret become a paragraph below the picture.
        cursor.insertBlock(block_format(PLAIN), QTextCharFormat())


def _enter_in_code(cursor: QTextCursor, shape: Shape) -> None:
    text = cursor.block().text()
    if cursor.atBlockEnd() and (not text or text.endswith(HARD_BREAK)):
        # A second Enter at the end leaves the code.
        if text:
            cursor.deletePreviousChar()
            cursor.insertBlock(block_format(Shape(quoted=shape.quoted)), QTextCharFormat())
        else:
            set_shape(cursor.block(), Shape(quoted=shape.quoted))
        return
    typed = text[: to_code_point(text, cursor.positionInBlock())].rpartition(HARD_BREAK)[2]
    indent = typed[: len(typed) - len(typed.lstrip(" \t"))]
    cursor.insertText(HARD_BREAK + indent, QTextCharFormat())


def _enter_in_note(cursor: QTextCursor) -> None:
    if cursor.atBlockEnd() and cursor.block().text().endswith(HARD_BREAK):
        # A second Enter at the end leaves the note.
        cursor.deletePreviousChar()
        go_to_reference(cursor)
    else:
        insert_break(cursor)


def go_to_reference(cursor: QTextCursor) -> None:
    """Go from a footnote to the words it is about: behind its first reference, if there is one."""
    label = shape_of(cursor.blockFormat()).label
    at = first_positions(cursor.document(), MarkKind.FOOTNOTE).get(label)
    if at is not None:
        cursor.setPosition(at + 1)


def open_paragraph_below(cursor: QTextCursor) -> None:
    """Open a paragraph below the leaf that the cursor is in, and go there."""
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    quoted = shape_of(cursor.blockFormat()).quoted
    cursor.insertBlock(block_format(Shape(quoted=quoted)), QTextCharFormat())
