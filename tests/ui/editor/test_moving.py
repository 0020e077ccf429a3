"""Paragraphs moved by keys: marks, caret and selection go along, one step of undo each."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from deskeditor.article.body import Body, Figure, Footnote, Rule, body_of
from deskeditor.article.line import OBJECT, Mark, plain_line
from deskeditor.article.moving import move_leaves
from deskeditor.ui.acts import Act
from tests.strategies import FEW, bodies
from tests.ui.editor.editing import (
    CLAIM,
    FOOTNOTE,
    STRONG,
    body,
    body_editor,
    item,
    leaves,
    marked,
    para,
    put_caret,
    select,
    select_from,
    table,
)

PICTURE = Figure(media=f"{'ab' * 32}.png", caption=plain_line("At the quay"))


def test_the_caret_goes_along_and_one_undo_brings_both_back(qtbot: QtBot) -> None:
    claimed = para(marked("the 👩‍🚀 ", ("fare", CLAIM), " is ", ("frozen", STRONG)))
    editor = body_editor(qtbot, para("one"), claimed, para("three"))
    put_caret(editor, "frozen", at=3)
    editor.run(Act.MOVE_UP)
    assert leaves(editor) == (claimed, para("one"), para("three"))
    caret = editor.textCursor()
    assert caret.block().text()[caret.positionInBlock() :].startswith("zen")
    editor.document().undo()
    assert leaves(editor) == (para("one"), claimed, para("three"))
    assert not editor.document().isUndoAvailable()
    editor.document().redo()
    assert leaves(editor)[0] == claimed


def test_what_is_selected_stays_selected_and_moves_on(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("one"), para("two"), para("three"), para("four"))
    select_from(editor, "ne", "tw")
    editor.run(Act.MOVE_DOWN)
    editor.run(Act.MOVE_DOWN)
    assert leaves(editor) == (para("three"), para("four"), para("one"), para("two"))
    assert editor.textCursor().selection().toPlainText() == "ne\ntw"


def test_at_the_ends_nothing_happens_and_nothing_is_to_undo(qtbot: QtBot) -> None:
    note = Footnote(label="1", line=plain_line("A note"))
    first = para(marked("one", (OBJECT, Mark(FOOTNOTE, "1"))))
    editor = body_editor(qtbot, first, para("two"), note)
    for words, act in (("one", Act.MOVE_UP), ("two", Act.MOVE_DOWN), ("A note", Act.MOVE_UP)):
        put_caret(editor, words)
        editor.run(act)
        assert leaves(editor) == (first, para("two"), note)
    assert not editor.document().isUndoAvailable()


@pytest.mark.parametrize("passed", [table(("a", "b"), ("c", "d")), PICTURE, Rule(), item("a")])
def test_a_paragraph_passes_tables_and_objects_whole(qtbot: QtBot, passed: object) -> None:
    assert isinstance(passed, type(table(("a",))) | Figure | Rule | type(item("a")))
    editor = body_editor(qtbot, para("above"), passed, para("moves"))
    put_caret(editor, "moves", at=2)
    editor.run(Act.MOVE_UP)
    assert leaves(editor) == (para("above"), para("moves"), passed)
    assert editor.textCursor().block().text() == "moves"
    editor.run(Act.MOVE_DOWN)
    assert leaves(editor) == (para("above"), passed, para("moves"))
    editor.document().undo()
    editor.document().undo()
    assert leaves(editor) == (para("above"), passed, para("moves"))


def test_a_table_moves_from_within_and_the_caret_stays_in_its_cell(qtbot: QtBot) -> None:
    cells = table(("a", "b"), ("c", "deep"))
    editor = body_editor(qtbot, para("one"), cells)
    put_caret(editor, "deep", at=2)
    editor.run(Act.MOVE_UP)
    assert leaves(editor) == (cells, para("one"))
    caret = editor.textCursor()
    assert caret.currentTable() is not None
    assert (caret.block().text(), caret.positionInBlock()) == ("deep", 2)


def test_a_selected_picture_stays_selected(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("one"), PICTURE)
    select(editor, OBJECT)
    editor.run(Act.MOVE_UP)
    assert leaves(editor) == (PICTURE, para("one"))
    cursor = editor.textCursor()
    assert (cursor.selectionStart(), cursor.selectionEnd()) == (0, 1)


@given(bodies(max_leaves=6), st.integers(0, 400), st.integers(0, 400), st.lists(st.booleans(), min_size=1, max_size=3))
@settings(max_examples=FEW, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_widget_holds_what_the_value_says(
    qtbot: QtBot, given_body: Body, anchor: int, position: int, ways: list[bool]
) -> None:
    editor = body_editor(qtbot, *given_body.leaves)
    before = body(editor)
    end = editor.document().characterCount() - 1
    cursor = editor.textCursor()
    cursor.setPosition(min(anchor, end))
    cursor.setPosition(min(position, end), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    for up in ways:
        editor.run(Act.MOVE_UP if up else Act.MOVE_DOWN)
    after = body(editor)
    assert len(after) == len(before)
    if len(ways) == 1 and after != before:
        moves = (move_leaves(before, one, two, up=ways[0]) for one in range(len(before)) for two in range(len(before)))
        assert after in [moved.body for moved in moves if moved is not None]
    while editor.document().isUndoAvailable():
        editor.document().undo()
    assert body(editor) == before == body_of(given_body.leaves)
    editor.close()
