from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from deskeditor.article.line import plain_line
from deskeditor.ui.editor.context_menu import context_menu
from tests.ui.editor.editing import body_editor, leaves, line, line_editor, para, put_caret, select, table


def entry(menu: QMenu, text: str) -> QAction:
    return next(action for action in menu.actions() if action.text().split("\t")[0] == text)


def test_undo_in_the_menu_is_asked_of_the_window(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("one"))
    qtbot.keyClicks(editor, "x")
    menu = context_menu(editor)
    with qtbot.waitSignal(editor.undo_requested):
        entry(menu, "Undo").trigger()
    with qtbot.waitSignal(editor.redo_requested):
        entry(menu, "Redo").trigger()
    assert leaves(editor) == (para("xone"),)


def test_cut_needs_a_selection_and_paste_does_not(qtbot: QtBot) -> None:
    editor = line_editor(qtbot, "one two")
    assert not entry(context_menu(editor), "Cut").isEnabled()
    select(editor, "one ")
    entry(context_menu(editor), "Cut").trigger()
    assert line(editor) == plain_line("two")
    entry(context_menu(editor), "Paste").trigger()
    assert line(editor) == plain_line("one two")


def test_a_read_only_text_offers_to_copy_only(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("one"))
    editor.selectAll()
    editor.setReadOnly(True)
    enabled = {action.text().split("\t")[0] for action in context_menu(editor).actions() if action.isEnabled()}
    assert enabled - {""} == {"Copy", "Select all"}


def test_only_a_table_has_the_menu_of_one(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("one"), table(("a", "b")))
    assert not any(action.menu() for action in context_menu(editor).actions())
    put_caret(editor, "b")
    submenu = entry(context_menu(editor), "Table").menu()
    assert isinstance(submenu, QMenu)
    entry(submenu, "Row above").trigger()
    assert leaves(editor)[1] == table(("", ""), ("a", "b"))
