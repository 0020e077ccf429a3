"""Rules, tables, pictures, cards and footnotes put into the text: one step of undo each."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor

from deskeditor.article.body import Align, Body, Embed, Figure, Footnote, Leaf, Rule, Table
from deskeditor.article.line import EMPTY_LINE, OBJECT, Mark, MarkKind
from deskeditor.richtext.erasing import erase_selected, footnote_labels, notes_together
from deskeditor.richtext.insertion import append_leaves, free_label, insert_body
from deskeditor.richtext.marks import char_format
from deskeditor.richtext.pieces import leading_object, table_of
from deskeditor.richtext.properties import ObjectKind
from deskeditor.richtext.selection import selected_cells
from deskeditor.richtext.shapes import Kind, shape_of
from deskeditor.richtext.tables import aligned_cell_format, column_align, dress_cell
from deskeditor.ui.editor.enter_key import go_to_reference, open_paragraph_below


def insert_rule(cursor: QTextCursor) -> None:
    """Insert a break between parts."""
    _insert_leaves(cursor, (Rule(),))


def insert_figures(cursor: QTextCursor, figures: Sequence[Figure]) -> None:
    """Insert pictures; the cursor is then where the last one's caption goes on."""
    _insert_leaves(cursor, figures)


def insert_embed(cursor: QTextCursor, embed: Embed) -> None:
    """Insert a link card."""
    _insert_leaves(cursor, (embed,))


def insert_table(cursor: QTextCursor, rows: int, columns: int) -> None:
    """Insert an empty table, its first row a head; the cursor is then in its first cell."""
    if not takes_leaves(cursor):
        return
    start = cursor.selectionStart()
    empty = tuple((EMPTY_LINE,) * columns for _ in range(rows))
    _insert_leaves(cursor, (Table(rows=empty, alignments=(Align.START,) * columns),))
    block = cursor.document().findBlock(start)
    while block.isValid() and table_of(block) is None:
        block = block.next()
    cursor.setPosition(block.position())


def takes_leaves(cursor: QTextCursor) -> bool:
    """Whether whole leaves can stand where the cursor is: anywhere but in a table and in a footnote."""
    return table_of(cursor.block()) is None and shape_of(cursor.blockFormat()).kind is not Kind.FOOTNOTE


def _insert_leaves(cursor: QTextCursor, leaves: Sequence[Leaf]) -> None:
    """Insert whole leaves: below a caption or code, and nowhere in a cell or a footnote."""
    if not takes_leaves(cursor):
        return
    cursor.beginEditBlock()
    erase_selected(cursor)
    in_caption = leading_object(cursor.block()) is ObjectKind.FIGURE and not cursor.atBlockStart()
    if in_caption or shape_of(cursor.blockFormat()).kind is Kind.CODE:
        open_paragraph_below(cursor)
    insert_body(cursor, Body(tuple(leaves)))
    cursor.endEditBlock()


def insert_footnote(cursor: QTextCursor) -> None:
    """Insert a reference and, at the end, its empty footnote, where the cursor then is; from a footnote, go back."""
    block = cursor.block()
    if shape_of(block.blockFormat()).kind is Kind.FOOTNOTE:
        go_to_reference(cursor)
        return
    if shape_of(block.blockFormat()).kind is Kind.CODE:
        return
    document = cursor.document()
    label = free_label(footnote_labels(document))
    cursor.beginEditBlock()
    cursor.setPosition(cursor.selectionEnd())
    cursor.insertText(OBJECT, char_format(frozenset({Mark(MarkKind.FOOTNOTE, label)})))
    end = append_leaves(document, (Footnote(label=label, line=EMPTY_LINE),))
    cursor.endEditBlock()
    cursor.setPosition(end.position())


def add_row(cursor: QTextCursor, *, below: bool = True) -> None:
    """Add a row to the table the caret is in; the caret goes into it."""
    table = table_of(cursor.block())
    if table is None:
        return
    rows, columns = selected_cells(cursor)
    at = rows.stop if below else rows.start
    aligns = [column_align(table, column) for column in range(table.columns())]
    cursor.beginEditBlock()
    table.insertRows(at, 1)
    table = cursor.currentTable()
    for column, align in enumerate(aligns):
        dress_cell(table.cellAt(at, column).firstCursorPosition(), align)
    cursor.endEditBlock()
    cursor.setPosition(table.cellAt(at, columns.start).firstPosition())


def add_column(cursor: QTextCursor, *, after: bool = True) -> None:
    """Add a column to the table the caret is in; the caret goes into it."""
    table = table_of(cursor.block())
    if table is None:
        return
    rows, columns = selected_cells(cursor)
    at = columns.stop if after else columns.start
    cursor.beginEditBlock()
    table.insertColumns(at, 1)
    table = cursor.currentTable()
    for row in range(table.rows()):
        dress_cell(table.cellAt(row, at).firstCursorPosition(), Align.START)
    cursor.endEditBlock()
    cursor.setPosition(table.cellAt(rows.start, at).firstPosition())


def remove_rows(cursor: QTextCursor) -> None:
    """Remove the rows that the caret or the selection is in; the last one takes the table along."""
    table = table_of(cursor.block())
    if table is not None:
        rows, _ = selected_cells(cursor)
        with notes_together(cursor.document()):
            table.removeRows(rows.start, len(rows))


def remove_columns(cursor: QTextCursor) -> None:
    """Remove the columns that the caret or the selection is in; the last one takes the table along."""
    table = table_of(cursor.block())
    if table is not None:
        _, columns = selected_cells(cursor)
        with notes_together(cursor.document()):
            table.removeColumns(columns.start, len(columns))


def remove_table(cursor: QTextCursor) -> None:
    """Remove the table that the caret is in, with the footnotes that it alone refers to."""
    table = table_of(cursor.block())
    if table is not None:
        with notes_together(cursor.document()):
            table.removeRows(0, table.rows())


def toggle_header_row(cursor: QTextCursor) -> None:
    """Make the first row of the table the caret is in its head, or an ordinary row."""
    table = table_of(cursor.block())
    if table is not None:
        its_format = table.format()
        its_format.setHeaderRowCount(0 if its_format.headerRowCount() else 1)
        table.setFormat(its_format)


def align_columns(cursor: QTextCursor, align: Align) -> None:
    """Let the columns that the caret or the selection is in stand as `align` says."""
    table = table_of(cursor.block())
    if table is None:
        return
    _, columns = selected_cells(cursor)
    cursor.beginEditBlock()
    for column in columns:
        for row in range(table.rows()):
            table.cellAt(row, column).firstCursorPosition().setBlockFormat(aligned_cell_format(align))
    cursor.endEditBlock()
