"""A footnote and what refers to it come and go together, whichever of the two is erased, in one step."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from deskeditor.article.body import Footnote, Leaf
from deskeditor.article.line import HARD_BREAK, OBJECT, Line, Mark, MarkKind, plain_line
from deskeditor.ui.acts import Act
from deskeditor.ui.editor.body_editor import BodyEditor
from deskeditor.ui.editor.insert_commands import remove_rows
from tests.ui.editor.editing import (
    body_editor,
    dangling,
    leaves,
    marked,
    para,
    press,
    put_caret,
    put_caret_behind,
    select,
    select_from,
    table,
)

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
ONE, TWO = (Mark(MarkKind.FOOTNOTE, label) for label in "12")


def note(label: str, text: str = "") -> Footnote:
    return Footnote(label=label, line=plain_line(text))


def referring(*marks: Mark) -> Line:
    return marked("word", *((OBJECT, mark) for mark in marks), " after")


BOTH: tuple[Leaf, ...] = (para(referring(ONE)), para(referring(TWO)), note("1", "first note"), note("2", "second note"))
FIRST_GONE = (para("word after"), para(referring(TWO)), note("2", "second note"))


def erase_backwards(qtbot: QtBot, editor: BodyEditor) -> None:
    put_caret(editor, OBJECT, at=1)
    press(qtbot, editor, Key.Key_Backspace)


def erase_forwards(qtbot: QtBot, editor: BodyEditor) -> None:
    put_caret(editor, OBJECT)
    press(qtbot, editor, Key.Key_Delete)


def erase_selected_reference(qtbot: QtBot, editor: BodyEditor) -> None:
    select(editor, OBJECT)
    press(qtbot, editor, Key.Key_Delete)


def cut_by_key(qtbot: QtBot, editor: BodyEditor) -> None:
    select(editor, OBJECT)
    press(qtbot, editor, Key.Key_X, with_=CONTROL)


def cut_by_action(qtbot: QtBot, editor: BodyEditor) -> None:
    select(editor, OBJECT)
    editor.run(Act.CUT)


def replace_by_break(qtbot: QtBot, editor: BodyEditor) -> None:
    select(editor, OBJECT)
    press(qtbot, editor, Key.Key_Return, with_=Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, editor, Key.Key_Backspace)


def test_the_note_goes_with_a_reference_that_a_break_replaces(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, *BOTH)
    replace_by_break(qtbot, editor)
    assert leaves(editor) == FIRST_GONE
    assert not dangling(editor.document())


@pytest.mark.parametrize(
    "erase", [erase_backwards, erase_forwards, erase_selected_reference, cut_by_key, cut_by_action]
)
def test_the_note_goes_with_its_last_reference(qtbot: QtBot, erase: Callable[[QtBot, BodyEditor], None]) -> None:
    editor = body_editor(qtbot, *BOTH)
    erase(qtbot, editor)
    assert leaves(editor) == FIRST_GONE
    editor.document().undo()
    assert leaves(editor) == BOTH
    editor.document().redo()
    assert leaves(editor) == FIRST_GONE


def test_a_note_that_is_referred_to_twice_stays_with_the_other(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para(referring(ONE)), para(marked("again", (OBJECT, ONE))), note("1", "the note"))
    erase_backwards(qtbot, editor)
    assert leaves(editor) == (para("word after"), para(marked("again", (OBJECT, ONE))), note("1", "the note"))


def test_the_references_go_with_a_note(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para(referring(ONE)), para(referring(ONE, TWO)), note("1"), note("2", "second"))
    put_caret(editor, "second")
    press(qtbot, editor, Key.Key_Left, Key.Key_Backspace)
    assert leaves(editor) == (para("word after"), para(referring(TWO)), note("2", "second"))
    assert not dangling(editor.document())
    editor.document().undo()
    assert leaves(editor)[0] == para(referring(ONE))


def test_of_notes_erased_together_only_the_references_of_the_one_left_stay(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, *BOTH)
    select_from(editor, "first", "second note")
    press(qtbot, editor, Key.Key_Delete)
    assert leaves(editor) == (para("word after"), para(referring(TWO)), note("2"))
    assert not dangling(editor.document())


def test_a_note_goes_with_the_row_that_refers_to_it(qtbot: QtBot) -> None:
    cells = table(("a", "b"), ("c", "d"))
    editor = body_editor(qtbot, cells)
    put_caret_behind(editor, "d")
    editor.run(Act.INSERT_FOOTNOTE)
    assert len(leaves(editor)) == 2
    put_caret(editor, "d")
    editor.edit(remove_rows)
    assert leaves(editor) == (table(("a", "b")),)


def test_cut_and_pasted_words_bring_their_note_along(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, *BOTH)
    select_from(editor, "word", OBJECT)
    press(qtbot, editor, Key.Key_X, with_=CONTROL)
    assert leaves(editor)[0] == para(" after")
    put_caret_behind(editor, " after")
    press(qtbot, editor, Key.Key_V, with_=CONTROL)
    assert leaves(editor)[0] == para(marked(" afterword", (OBJECT, ONE)))
    assert {leaf for leaf in leaves(editor) if isinstance(leaf, Footnote)} == set(BOTH[2:])
    assert QGuiApplication.clipboard().text()


def test_all_erased_leaves_a_paragraph_to_write_in(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, *BOTH)
    editor.selectAll()
    press(qtbot, editor, Key.Key_Delete)
    qtbot.keyClicks(editor, "anew")
    assert leaves(editor) == (para("anew"),)


def test_a_break_behind_a_reference_is_no_reference(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para(referring(ONE)), note("1", "the note"))
    put_caret(editor, OBJECT, at=1)
    press(qtbot, editor, Key.Key_Return, with_=Qt.KeyboardModifier.ShiftModifier)
    assert leaves(editor)[0] == para(marked("word", (OBJECT, ONE), f"{HARD_BREAK} after"))
    put_caret(editor, OBJECT)
    press(qtbot, editor, Key.Key_Delete)
    assert not dangling(editor.document())


def test_words_are_erased_by_control_and_backspace(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("one two"), para("three four"))
    put_caret_behind(editor, "two")
    press(qtbot, editor, Key.Key_Backspace, with_=CONTROL)
    assert leaves(editor)[0] == para("one ")
    put_caret(editor, "three")
    press(qtbot, editor, Key.Key_Delete, with_=CONTROL)
    assert leaves(editor)[1] == para("four")
    put_caret_behind(editor, "four")
    press(qtbot, editor, Key.Key_Delete, with_=CONTROL)
    assert leaves(editor) == (para("one "), para("four"))


def write_a_note(qtbot: QtBot) -> BodyEditor:
    editor = body_editor(qtbot, para("word after"), para("below"))
    put_caret_behind(editor, "word")
    editor.run(Act.INSERT_FOOTNOTE)
    qtbot.keyClicks(editor, "a note")
    return editor


def test_a_second_enter_at_the_end_of_a_note_leads_back_to_the_words(qtbot: QtBot) -> None:
    editor = write_a_note(qtbot)
    press(qtbot, editor, Key.Key_Return, Key.Key_Return)
    qtbot.keyClicks(editor, ",")
    assert leaves(editor) == (para(marked("word", (OBJECT, ONE), ", after")), para("below"), note("1", "a note"))


def test_one_enter_in_a_note_is_a_new_line_of_it(qtbot: QtBot) -> None:
    editor = write_a_note(qtbot)
    press(qtbot, editor, Key.Key_Return)
    qtbot.keyClicks(editor, "and more")
    assert leaves(editor)[-1] == note("1", f"a note{HARD_BREAK}and more")


def test_the_act_that_makes_a_note_leads_back_from_it_and_changes_nothing(qtbot: QtBot) -> None:
    editor = write_a_note(qtbot)
    before = leaves(editor)
    editor.run(Act.INSERT_FOOTNOTE)
    assert leaves(editor) == before
    qtbot.keyClicks(editor, ",")
    assert leaves(editor)[0] == para(marked("word", (OBJECT, ONE), ", after"))


def test_a_note_that_nothing_refers_to_keeps_the_caret(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("word"), note("7", "alone"))
    put_caret_behind(editor, "alone")
    was = editor.textCursor().position()
    editor.run(Act.INSERT_FOOTNOTE)
    assert editor.textCursor().position() == was
