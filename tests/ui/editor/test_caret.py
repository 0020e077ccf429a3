"""The caret is as high as the words that it stands for, in a heading without words too."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from deskeditor.article.body import Leaf
from deskeditor.ui.acts import Act
from deskeditor.ui.editor.body_editor import BodyEditor
from tests.ui.editor.editing import body_editor, head, leaves, para, press, put_caret, resized

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
