"""What Backspace and Delete do at the edges of leaves: functions on a cursor, one step of undo."""

from typing import Final

from PySide6.QtGui import QTextBlock, QTextCursor

from deskeditor.richtext.erasing import erase_selected, is_reference, notes_together, remove_block
from deskeditor.richtext.object_blocks import selected_object
from deskeditor.richtext.pieces import is_above_table, is_below_table, leading_object, table_of
from deskeditor.richtext.properties import ObjectKind
from deskeditor.richtext.shapes import PLAIN, Kind, Shape, block_format, shape_of
from deskeditor.ui.editor.block_commands import set_shape
from deskeditor.ui.editor.list_commands import lift, mend_lists

_EMOJI_PARTS: Final = frozenset(
    chr(part) for part in (0x200D, 0xFE0F, 0x20E3, *range(0x1F3FB, 0x1F400), *range(0x1F1E6, 0x1F200))
)
"""What joins signs to one emoji: joiner, variation, keycap, tones of skin, the letters of flags."""


def press_backspace(cursor: QTextCursor) -> bool:
    """Do what Backspace means at the start of a leaf; returns False where it only erases a character."""
    if cursor.hasSelection():
        return False
    if not cursor.atBlockStart():
        return _erase_beside_object(cursor) or _erase_reference(cursor) or _erase_emoji(cursor)
    with notes_together(cursor.document()):
        return _backspace_at_start(cursor)


def _backspace_at_start(cursor: QTextCursor) -> bool:
    block = cursor.block()
    if table_of(block) is not None:
        return cursor.position() == cursor.currentTable().firstPosition() or _is_cell_start(cursor)
    if leading_object(block) is None and _lift_leaf(cursor):
        return True
    return _join_above(cursor)


def _is_cell_start(cursor: QTextCursor) -> bool:
    return cursor.position() == cursor.currentTable().cellAt(cursor).firstPosition()


def _erase_beside_object(cursor: QTextCursor) -> bool:
    """Right behind a rule, an embed or an empty figure: the whole leaf goes, its block becomes a paragraph."""
    if cursor.positionInBlock() != 1 or leading_object(cursor.block()) is None:
        return False
    cursor.beginEditBlock()
    cursor.deletePreviousChar()
    _become_paragraph(cursor.block())
    cursor.endEditBlock()
    return True


def _erase_reference(cursor: QTextCursor, *, back: bool = True) -> bool:
    """Erase the reference to a footnote beside the caret, if there is one, and its note."""
    if not is_reference(cursor.document(), cursor.position() - back):
        return False
    with notes_together(cursor.document()):
        (cursor.deletePreviousChar if back else cursor.deleteChar)()
    return True


def _erase_emoji(cursor: QTextCursor) -> bool:
    """Erase the emoji before the caret with all that it is made of: its parts alone are other signs.

    Of a letter with accents Backspace takes the last one, as everywhere.
    """
    cluster = QTextCursor(cursor)
    cluster.movePosition(QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor)
    if len(cluster.selectedText()) < 2 or _EMOJI_PARTS.isdisjoint(cluster.selectedText()):
        return False
    cluster.removeSelectedText()
    cursor.setPosition(cluster.position())
    return True


def _become_paragraph(block: QTextBlock) -> None:
    # A block of an object has a shape like a paragraph's, but not its margins.
    QTextCursor(block).setBlockFormat(block_format(shape_of(block.blockFormat())))


def _lift_leaf(cursor: QTextCursor) -> bool:
    """Make the leaf one step plainer; False where it is a plain paragraph."""
    block = cursor.block()
    shape = shape_of(block.blockFormat())
    match shape.kind:
        case Kind.ITEM:
            return lift(cursor)
        case Kind.HEADING | Kind.ATTRIBUTION:
            set_shape(block, Shape(quoted=shape.quoted))
            return True
        case Kind.CODE if block.length() == 1:
            set_shape(block, Shape(quoted=shape.quoted))
            return True
        case Kind.PARAGRAPH if shape.quoted:
            set_shape(block, PLAIN)
            return True
        case Kind.FOOTNOTE:
            return block.length() > 1
        case _:
            return False


def _join_above(cursor: QTextCursor) -> bool:
    """Join the paragraph to what stands above, as far as the two can be joined."""
    block = cursor.block()
    above = block.previous()
    if not above.isValid():
        return True
    if table_of(above) is not None:
        if block.length() == 1 and not _is_needed(block):
            remove_block(block)
        cursor.setPosition(above.position() + above.length() - 1)
        return True
    if block.length() == 1 and leading_object(above) is not None:
        cursor.beginEditBlock()
        cursor.deletePreviousChar()
        cursor.endEditBlock()
        return True
    match leading_object(above):
        case ObjectKind.FIGURE:
            cursor.setPosition(above.position() + above.length() - 1)
            return True
        case ObjectKind.RULE | ObjectKind.EMBED:
            remove_block(above)
            return True
    if leading_object(block) is not None:
        # Only an empty paragraph gives way to an object: its words are not joined to it.
        if above.length() == 1:
            remove_block(above)
        return True
    cursor.beginEditBlock()
    cursor.deletePreviousChar()
    mend_lists(cursor.block(), cursor.block())
    cursor.endEditBlock()
    return True


def _is_needed(block: QTextBlock) -> bool:
    """Whether Qt needs the block: it is the only one between tables, or between a table and an end."""
    before = not block.previous().isValid() or is_below_table(block)
    after = not block.next().isValid() or is_above_table(block)
    return before and after


def press_delete(cursor: QTextCursor) -> bool:
    """Do what Delete means at the end of a leaf; returns False where it only erases a character."""
    if cursor.hasSelection():
        return False
    block = cursor.block()
    if cursor.atBlockStart() and leading_object(block) is not None:
        cursor.beginEditBlock()
        cursor.deleteChar()
        _become_paragraph(cursor.block())
        cursor.endEditBlock()
        return True
    if not cursor.atBlockEnd():
        return _erase_reference(cursor, back=False)
    if table_of(block) is not None:
        return True
    with notes_together(cursor.document()):
        return _delete_at_end(cursor)


def _delete_at_end(cursor: QTextCursor) -> bool:
    block = cursor.block()
    below = block.next()
    if not below.isValid():
        return True
    if table_of(below) is not None:
        if block.length() == 1 and not _is_needed(block):
            remove_block(block)
        return True
    if block.length() == 1 and leading_object(block) is None:
        remove_block(block)
        return True
    if leading_object(below) in (ObjectKind.RULE, ObjectKind.EMBED):
        remove_block(below)
        return True
    if leading_object(below) is ObjectKind.FIGURE or shape_of(below.blockFormat()).kind is Kind.FOOTNOTE:
        return True
    if leading_object(block) in (ObjectKind.RULE, ObjectKind.EMBED):
        if below.length() == 1:
            remove_block(below)
        return True
    cursor.beginEditBlock()
    cursor.deleteChar()
    mend_lists(cursor.block(), cursor.block())
    cursor.endEditBlock()
    return True


def erase_selection(cursor: QTextCursor) -> bool:
    """Erase what is selected, as one step; returns False without a selection."""
    if not cursor.hasSelection():
        return False
    whole = selected_object(cursor)
    if whole is not None:
        with notes_together(cursor.document()):
            remove_block(whole)
        return True
    cursor.beginEditBlock()
    erase_selected(cursor)
    if table_of(cursor.block()) is None:
        mend_lists(cursor.block(), cursor.block())
    cursor.endEditBlock()
    return True


def erase_word(cursor: QTextCursor, *, back: bool) -> None:
    """Erase from the caret to the edge of a word, within the leaf."""
    block = cursor.block()
    edge = QTextCursor(cursor)
    edge.movePosition(QTextCursor.MoveOperation.PreviousWord if back else QTextCursor.MoveOperation.NextWord)
    last = block.position() + block.length() - 1
    cursor.setPosition(min(max(edge.position(), block.position()), last), QTextCursor.MoveMode.KeepAnchor)
    erase_selection(cursor)
