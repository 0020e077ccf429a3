"""The menu of a right click in a text: what the window's menus offer there, and what only a table has."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu

from deskeditor.article.body import Align
from deskeditor.richtext.pieces import table_of
from deskeditor.ui.actions import Act, spec_of
from deskeditor.ui.editor.insert_commands import (
    add_column,
    add_row,
    align_columns,
    remove_columns,
    remove_rows,
    toggle_header_row,
)
from deskeditor.ui.icons import icon_of

if TYPE_CHECKING:
    from deskeditor.ui.editor.rich_editor import RichEditor

Command = Callable[[QTextCursor], object]

_NEEDS_SELECTION: Final = frozenset({Act.CUT, Act.COPY})
_CHANGES: Final = frozenset({Act.UNDO, Act.REDO, Act.CUT, Act.PASTE, Act.PASTE_PLAIN, Act.LINK})
_PARTS: Final = (
    (Act.UNDO, Act.REDO),
    (Act.CUT, Act.COPY, Act.PASTE, Act.PASTE_PLAIN),
    (Act.LINK, Act.SELECT_ALL),
)
_TABLE_COMMANDS: Final[tuple[tuple[str, Command] | None, ...]] = (
    ("Row above", partial(add_row, below=False)),
    ("Row below", add_row),
    ("Column before", partial(add_column, after=False)),
    ("Column after", add_column),
    None,
    ("Remove rows", remove_rows),
    ("Remove columns", remove_columns),
    None,
    ("First row is the head", toggle_header_row),
    ("Align column to the start", partial(align_columns, align=Align.START)),
    ("Align column left", partial(align_columns, align=Align.LEFT)),
    ("Centre column", partial(align_columns, align=Align.CENTER)),
    ("Align column right", partial(align_columns, align=Align.RIGHT)),
)


def context_menu(editor: "RichEditor") -> QMenu:
    """The menu for the editor as its caret stands; it is the editor's child."""
    menu = QMenu(editor)
    for number, part in enumerate(_PARTS):
        if number:
            menu.addSeparator()
        for act in part:
            _add(menu, editor, act)
    if table_of(editor.textCursor().block()) is not None and not editor.isReadOnly():
        menu.addSeparator()
        _fill_table_menu(menu.addMenu("Table"), editor)
    return menu


def _add(menu: QMenu, editor: "RichEditor", act: Act) -> None:
    spec = spec_of(act)
    action = menu.addAction(spec.text, partial(editor.run, act))
    if spec.icon is not None:
        action.setIcon(icon_of(spec.icon))
    if spec.shortcuts:
        # Shown only: the window's own action has the key.
        action.setText(f"{spec.text}\t{spec.shortcuts[0]}")
    lacks_selection = act in _NEEDS_SELECTION and not editor.textCursor().hasSelection()
    action.setEnabled(not lacks_selection and not (act in _CHANGES and editor.isReadOnly()))


def _fill_table_menu(menu: QMenu, editor: "RichEditor") -> None:
    for entry in _TABLE_COMMANDS:
        if entry is None:
            menu.addSeparator()
        else:
            menu.addAction(entry[0], partial(editor.edit, entry[1]))
