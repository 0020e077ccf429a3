"""The acts that are one command on the body's cursor, and what holds and makes sense where the cursor stands."""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Final

from PySide6.QtGui import QTextCursor

from deskeditor.article.body import Align, ListKind
from deskeditor.richtext.pieces import leading_object, table_of
from deskeditor.richtext.properties import ObjectKind
from deskeditor.richtext.shapes import Kind, Shape, shape_of
from deskeditor.richtext.tables import column_align
from deskeditor.ui.acts import Act, Needs
from deskeditor.ui.editor.block_commands import (
    is_code_block,
    set_heading,
    toggle_attribution,
    toggle_code_block,
    toggle_quote,
)
from deskeditor.ui.editor.insert_commands import (
    add_column,
    add_row,
    align_columns,
    insert_footnote,
    insert_rule,
    insert_table,
    remove_columns,
    remove_rows,
    remove_table,
    takes_leaves,
    toggle_header_row,
)
from deskeditor.ui.editor.list_commands import lift, nest, path_of, toggle_list
from deskeditor.ui.editor.move_commands import move_selected

Command = Callable[[QTextCursor], object]

_HEADINGS: Final = MappingProxyType({Act.PARAGRAPH: 0, Act.HEADING_2: 2, Act.HEADING_3: 3, Act.HEADING_4: 4})
_ALIGNMENTS: Final = MappingProxyType(
    {
        Act.ALIGN_START: Align.START,
        Act.ALIGN_LEFT: Align.LEFT,
        Act.ALIGN_CENTER: Align.CENTER,
        Act.ALIGN_RIGHT: Align.RIGHT,
    }
)
_FIRST_TABLE: Final = (3, 2)
"""Rows and columns of a table that is new."""

BODY_COMMANDS: Final[Mapping[Act, Command]] = MappingProxyType(
    {
        **{act: partial(set_heading, level=level) for act, level in _HEADINGS.items()},
        Act.QUOTE: toggle_quote,
        Act.ATTRIBUTION: toggle_attribution,
        Act.CODE_BLOCK: toggle_code_block,
        Act.BULLETED_LIST: partial(toggle_list, kind=ListKind.BULLET),
        Act.NUMBERED_LIST: partial(toggle_list, kind=ListKind.NUMBER),
        Act.INDENT: nest,
        Act.OUTDENT: lift,
        Act.MOVE_UP: partial(move_selected, up=True),
        Act.MOVE_DOWN: partial(move_selected, up=False),
        Act.INSERT_RULE: insert_rule,
        Act.INSERT_TABLE: partial(insert_table, rows=_FIRST_TABLE[0], columns=_FIRST_TABLE[1]),
        Act.INSERT_FOOTNOTE: insert_footnote,
        Act.ROW_ABOVE: partial(add_row, below=False),
        Act.ROW_BELOW: add_row,
        Act.COLUMN_BEFORE: partial(add_column, after=False),
        Act.COLUMN_AFTER: add_column,
        Act.REMOVE_ROWS: remove_rows,
        Act.REMOVE_COLUMNS: remove_columns,
        Act.REMOVE_TABLE: remove_table,
        Act.TABLE_HEAD: toggle_header_row,
        **{act: partial(align_columns, align=align) for act, align in _ALIGNMENTS.items()},
    }
)


def body_checks(cursor: QTextCursor) -> dict[Act, bool]:
    """Which acts hold for the leaf that the cursor stands in."""
    block = cursor.block()
    is_object = leading_object(block) is not None
    shape = Shape() if is_object else shape_of(block.blockFormat())
    table = table_of(block)
    is_text = shape.kind in (Kind.PARAGRAPH, Kind.HEADING) and not is_object and table is None
    checked = {act: is_text and shape.level == level for act, level in _HEADINGS.items()}
    path = path_of(block)
    checked[Act.QUOTE] = shape.quoted
    checked[Act.ATTRIBUTION] = shape.kind is Kind.ATTRIBUTION
    checked[Act.CODE_BLOCK] = shape.kind is Kind.CODE
    checked[Act.BULLETED_LIST] = bool(path) and path[-1].kind is ListKind.BULLET
    checked[Act.NUMBERED_LIST] = bool(path) and path[-1].kind is ListKind.NUMBER
    checked[Act.TABLE_HEAD] = table is not None and table.format().headerRowCount() > 0
    align = column_align(table, table.cellAt(cursor).column()) if table is not None else None
    checked.update({act: align is its for act, its in _ALIGNMENTS.items()})
    return checked


def body_needs(cursor: QTextCursor) -> frozenset[Needs]:
    """What acts on leaves may need, as far as it is there where the cursor stands."""
    block = cursor.document().findBlock(cursor.selectionStart())
    met = {Needs.BODY}
    end = QTextCursor(cursor.document())
    end.setPosition(cursor.selectionEnd())
    if takes_leaves(QTextCursor(block)) or takes_leaves(end):
        met.add(Needs.LEAVES)
    if leading_object(block) is ObjectKind.FIGURE:
        met.add(Needs.PICTURE)
    if table_of(cursor.block()) is not None:
        met.add(Needs.TABLE)
    path = path_of(block)
    if path and path[-1].kind is ListKind.NUMBER:
        met.add(Needs.NUMBERED_ITEM)
    if is_code_block(block):
        met.add(Needs.CODE)
    return frozenset(met)
