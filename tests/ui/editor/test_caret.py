"""The caret is as high as the words that it stands for, where there are none yet too."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from deskeditor.article.body import Code, Footnote, Leaf
from deskeditor.article.line import EMPTY_LINE, plain_line
from deskeditor.ui.acts import Act
from deskeditor.ui.editor.body_editor import BodyEditor
from tests.ui.editor.editing import body_editor, head, leaves, para, press, put_caret, resized, table

LEVELS = {2: Act.HEADING_2, 3: Act.HEADING_3, 4: Act.HEADING_4}


def caret_height(editor: BodyEditor) -> int:
    return editor.cursorRect().height()


def height_in(qtbot: QtBot, leaf: Leaf) -> int:
    editor = body_editor(qtbot, leaf)
    put_caret(editor, "word", at=2)
    return caret_height(editor)


@pytest.mark.parametrize("level", LEVELS)
def test_the_caret_of_an_empty_heading_is_that_of_one_with_words(qtbot: QtBot, level: int) -> None:
    high = height_in(qtbot, head("word", level))
    made = body_editor(qtbot)
    made.run(LEVELS[level])
    assert abs(caret_height(made) - high) <= 2
    qtbot.keyClicks(made, "word")
    assert leaves(made) == (head("word", level),)
    assert caret_height(made) == high
    assert not resized(made.document())
    loaded = body_editor(qtbot, para("one"), head("", level))
    press(qtbot, loaded, Qt.Key.Key_Down)
    assert abs(caret_height(loaded) - high) <= 2


def test_behind_a_heading_the_caret_is_a_paragraphs(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, head("one"))
    press(qtbot, editor, Qt.Key.Key_End, Qt.Key.Key_Return)
    assert caret_height(editor) == height_in(qtbot, para("word"))


def test_a_heading_that_became_a_paragraph_has_a_paragraphs_caret(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, head(""))
    press(qtbot, editor, Qt.Key.Key_Backspace)
    qtbot.keyClicks(editor, "x")
    press(qtbot, editor, Qt.Key.Key_Backspace)
    assert caret_height(editor) == height_in(qtbot, para("word"))


@pytest.mark.parametrize(
    ("empty", "written"),
    [
        (Code(text=""), Code(text="word")),
        (Footnote(label="1", line=EMPTY_LINE), Footnote(label="1", line=plain_line("word"))),
    ],
)
def test_small_print_without_words_has_a_small_caret(qtbot: QtBot, empty: Leaf, written: Leaf) -> None:
    editor = body_editor(qtbot, para("one"), empty)
    press(qtbot, editor, Qt.Key.Key_Down)
    assert abs(caret_height(editor) - height_in(qtbot, written)) <= 2
    assert caret_height(editor) < height_in(qtbot, para("word")) - 2
    qtbot.keyClicks(editor, "word")
    assert leaves(editor)[1] == written
    assert not resized(editor.document())


def row_heights(editor: BodyEditor) -> list[float]:
    """How high all rows but the last of the first table are: from where the words of one begin to those of the next."""
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().begin().next().position())
    made = cursor.currentTable()
    blocks = (made.cellAt(row, 0).firstCursorPosition().block() for row in range(made.rows()))
    tops = [editor.document().documentLayout().blockBoundingRect(block).top() for block in blocks]
    return [below - top for top, below in pairwise(tops)]


@pytest.mark.parametrize("act", [None, Act.ROW_ABOVE, Act.ROW_BELOW, Act.COLUMN_BEFORE, Act.COLUMN_AFTER])
def test_a_row_is_not_higher_where_cells_are_empty(qtbot: QtBot, act: Act | None) -> None:
    editor = body_editor(qtbot, para("one"), table(("a", "b"), ("c", "d"), ("", ""), ("e", "f")))
    put_caret(editor, "a")
    if act is not None:
        editor.run(act)
    heights = row_heights(editor)
    assert max(heights) - min(heights) <= 2
    put_caret(editor, "d", at=1)
    press(qtbot, editor, Qt.Key.Key_Backspace)
    assert row_heights(editor) == pytest.approx(heights, abs=2)
    press(qtbot, editor, Qt.Key.Key_Tab)
    qtbot.keyClicks(editor, "words")
    assert not resized(editor.document())
