"""Where typing niceties could do harm: marks and claims, code, input methods, what a person took back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskeditor.article.body import Leaf, Rule
from deskeditor.article.line import Mark, MarkKind
from deskeditor.ui.acts import Act
from deskeditor.ui.editor.autoformat import Autoformat, Habits
from deskeditor.ui.editor.body_editor import BodyEditor
from tests.ui.editor.editing import (
    CLAIM,
    NUMBER,
    STRONG,
    body_editor,
    item,
    leaves,
    marked,
    para,
    press,
    put_caret_behind,
)

Key = Qt.Key
SUPERSCRIPT = Mark(MarkKind.SUPERSCRIPT)


def editor_of(qtbot: QtBot, *given: Leaf, ordinals: bool = False) -> BodyEditor:
    editor = body_editor(qtbot, *given)
    Autoformat(editor, lambda: Habits(ordinals=ordinals), lambda: "en")
    editor.undo_requested.connect(editor.document().undo)
    return editor


def commit(editor: BodyEditor, text: str, preedit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)


def test_a_word_that_an_apostrophe_belongs_to_keeps_its_marks(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, para(""))
    editor.run(Act.BOLD)
    qtbot.keyClicks(editor, "'tis")
    editor.run(Act.BOLD)
    qtbot.keyClicks(editor, " so")
    assert leaves(editor) == (para(marked(("’tis", STRONG), " so")),)


def test_a_raised_ordinal_keeps_its_claim(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, para(marked(("the 1st", CLAIM))), ordinals=True)
    put_caret_behind(editor, "1st")
    qtbot.keyClicks(editor, " day")
    assert leaves(editor) == (para(marked(("the 1", CLAIM), ("st", CLAIM, SUPERSCRIPT), " day")),)


def test_words_between_signs_keep_their_claim(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, para(marked("👩‍🚀 **", ("fact", CLAIM), " more*")))
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    qtbot.keyClicks(editor, "* so")
    assert leaves(editor) == (para(marked("👩‍🚀 ", ("fact", CLAIM, STRONG), (" more", STRONG), " so")),)


def test_what_becomes_code_keeps_its_straight_marks(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, para(""))
    qtbot.keyClicks(editor, '`a "b"` "c"')
    assert leaves(editor) == (para(marked(('a "b"', Mark(MarkKind.CODE)), " “c”")),)


@pytest.mark.parametrize("signs", ["---", "***", "___"])
def test_three_signs_and_enter_are_a_rule_and_one_undo_gives_them_back(qtbot: QtBot, signs: str) -> None:
    editor = editor_of(qtbot, para("above"), para(""))
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    qtbot.keyClicks(editor, signs)
    press(qtbot, editor, Key.Key_Return)
    qtbot.keyClicks(editor, "below")
    assert leaves(editor) == (para("above"), Rule(), para("below"))
    editor.document().undo()
    editor.document().undo()
    assert leaves(editor) == (para("above"), para(signs), para(""))


def test_a_number_below_a_list_goes_on_with_it(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, item("one", NUMBER), para(""))
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    qtbot.keyClicks(editor, "2. two")
    assert leaves(editor) == (item("one", NUMBER), item("two", NUMBER))


def test_beside_an_object_the_first_sign_is_set_too(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, Rule(), para("below"))
    qtbot.keyClicks(editor, '"Yes"')
    assert leaves(editor) == (para("“Yes”"), Rule(), para("below"))


def test_an_input_method_is_followed_when_it_commits_and_not_before(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, para(""))
    commit(editor, "", preedit='"')
    assert leaves(editor) == (para(""),)
    commit(editor, '"')
    assert leaves(editor) == (para("“"),)
    editor.document().undo()
    assert leaves(editor) == (para('"'),)


def test_what_was_taken_back_stays_when_it_is_typed_again(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, para("so "))
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    qtbot.keyClicks(editor, '"')
    assert leaves(editor) == (para("so “"),)
    press(qtbot, editor, Key.Key_Backspace)
    assert leaves(editor) == (para('so "'),)
    press(qtbot, editor, Key.Key_Backspace)
    qtbot.keyClicks(editor, '"x')
    assert leaves(editor) == (para('so "x'),)


def test_backspace_later_on_takes_a_character(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, para(""))
    qtbot.keyClicks(editor, '"a')
    press(qtbot, editor, Key.Key_Backspace, Key.Key_Backspace)
    assert leaves(editor) == (para(""),)


def test_a_list_begun_by_mistake_is_given_back_by_backspace(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, para(""))
    qtbot.keyClicks(editor, "* ")
    assert leaves(editor) == (item(""),)
    press(qtbot, editor, Key.Key_Backspace)
    assert leaves(editor) == (para("* "),)
