"""What Tab does: on in a table, deeper in a list, spaces in code; elsewhere it is for the window."""

from PySide6.QtGui import QTextCharFormat, QTextCursor

from deskeditor.richtext.erasing import erase_selected
from deskeditor.richtext.pieces import table_of
from deskeditor.richtext.shapes import Kind, shape_of
from deskeditor.ui.editor.insert_commands import add_row
from deskeditor.ui.editor.list_commands import lift, nest, path_of

_CODE_INDENT = "    "


def press_tab(cursor: QTextCursor, *, back: bool) -> bool:
    """Do what Tab, or Shift+Tab with `back`, means at the caret; False where it means nothing to the text."""
    block = cursor.block()
    if table_of(block) is not None:
        _to_next_cell(cursor, back=back)
        return True
    if path_of(block):
        (lift if back else nest)(cursor)
        return True
    if shape_of(block.blockFormat()).kind is Kind.CODE:
        if not back:
            cursor.beginEditBlock()
            erase_selected(cursor)
            cursor.insertText(_CODE_INDENT, QTextCharFormat())
            cursor.endEditBlock()
        return True
    return False


def _to_next_cell(cursor: QTextCursor, *, back: bool) -> None:
    """Go to the next cell and select its words; behind the last one a row is added."""
    table = cursor.currentTable()
    cell = table.cellAt(cursor)
    columns = table.columns()
    number = cell.row() * columns + cell.column() + (-1 if back else 1)
    if number < 0:
        return
    if number >= table.rows() * columns:
        add_row(cursor)
        table = cursor.currentTable()
    there = table.cellAt(number // columns, number % columns)
    cursor.setPosition(there.firstPosition())
    cursor.setPosition(there.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
