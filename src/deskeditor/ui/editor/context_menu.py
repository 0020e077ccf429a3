"""The menu of a right click in a text: what the window's menus offer there, and what they have for its place."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu

from deskeditor.ui.actions import ACTIONS, spec_of
from deskeditor.ui.acts import Act, Menu, Needs
from deskeditor.ui.icons import icon_of

if TYPE_CHECKING:
    from deskeditor.ui.editor.rich_editor import RichEditor

_NEEDS_SELECTION: Final = frozenset({Act.CUT, Act.COPY})
_CHANGES: Final = frozenset({Act.UNDO, Act.REDO, Act.CUT, Act.PASTE, Act.PASTE_PLAIN, Act.LINK})
_PARTS: Final = (
    (Act.UNDO, Act.REDO),
    (Act.CUT, Act.COPY, Act.PASTE, Act.PASTE_PLAIN),
    (Act.LINK, Act.SELECT_ALL),
)


MenuOffer = Callable[["RichEditor", QTextCursor, QMenu], None]
"""Adds to a menu what may be done with the words at a cursor, if there is anything."""


def context_menu(editor: "RichEditor", offers: Iterable[MenuOffer] = ()) -> QMenu:
    """The menu for the editor as its caret stands, headed by what `offers` add; it is the editor's child."""
    menu = QMenu(editor)
    for offer in offers:
        offer(editor, editor.textCursor(), menu)
    for number, part in enumerate(_PARTS):
        if number:
            menu.addSeparator()
        for act in part:
            _add(menu, editor, act)
    if editor.isReadOnly():
        return menu
    met = editor.met_needs()
    if Needs.PICTURE in met:
        menu.addSeparator()
        _add(menu, editor, Act.PICTURE_DETAILS)
    if Needs.NUMBERED_ITEM in met:
        menu.addSeparator()
        _add(menu, editor, Act.LIST_START)
    if Needs.CODE in met:
        menu.addSeparator()
        _add(menu, editor, Act.CODE_LANGUAGE)
    if Needs.TABLE in met:
        menu.addSeparator()
        _fill(menu.addMenu("Table"), editor, Menu.TABLE)
    return menu


def _fill(submenu: QMenu, editor: "RichEditor", menu: Menu) -> None:
    part = None
    for spec in (spec for spec in ACTIONS if spec.menu is menu):
        if part not in (None, spec.part):
            submenu.addSeparator()
        part = spec.part
        _add(submenu, editor, spec.name)


def _add(menu: QMenu, editor: "RichEditor", act: Act) -> None:
    spec = spec_of(act)
    action = menu.addAction(spec.text, partial(editor.run, act))
    if spec.icon is not None:
        action.setIcon(icon_of(spec.icon))
    if spec.shortcuts:
        # Shown only: the window's own action has the key.
        action.setText(f"{spec.text}\t{spec.shortcuts[0]}")
    if spec.checkable:
        action.setCheckable(True)
        action.setChecked(editor.checked_acts().get(act, False))
    lacks_selection = act in _NEEDS_SELECTION and not editor.textCursor().hasSelection()
    action.setEnabled(not lacks_selection and not (act in _CHANGES and editor.isReadOnly()))
