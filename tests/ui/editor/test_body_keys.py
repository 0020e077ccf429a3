import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics, QInputMethodEvent, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskeditor.article.body import Attribution, Body, Code, Embed, Figure, Footnote, Rule
from deskeditor.article.line import HARD_BREAK, OBJECT, Mark, MarkKind, plain_line
from deskeditor.article.place import Field, Place
from deskeditor.richtext.body_document import load_body
from deskeditor.richtext.places import place_to_cursor
from deskeditor.ui.editor.body_editor import BodyEditor
from deskeditor.ui.theme import palette_of
from deskeditor.ui.theme_tokens import DARK
from deskeditor.workspace.undo_history import UndoHistory
from tests.ui.editor.editing import (
    BULLET,
    CLAIM,
    LINK,
    NUMBER,
    STRONG,
    body,
    body_editor,
    head,
    item,
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
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
FIGURE = Figure(media="a" * 64 + ".jpg", alt="a", caption=plain_line("caption"))


def test_enter_begins_the_next_paragraph(qtbot: QtBot) -> None:
    editor = body_editor(qtbot)
    qtbot.keyClicks(editor, "one")
    press(qtbot, editor, Key.Key_Return)
    qtbot.keyClicks(editor, "two")
    assert leaves(editor) == (para("one"), para("two"))


def test_shift_enter_is_a_hard_break(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("onetwo"))
    put_caret(editor, "two")
    press(qtbot, editor, Key.Key_Return, with_=SHIFT)
    assert leaves(editor) == (para(f"one{HARD_BREAK}two"),)


def test_enter_behind_a_heading_begins_a_paragraph(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, head("one"))
    put_caret_behind(editor, "one")
    press(qtbot, editor, Key.Key_Return)
    qtbot.keyClicks(editor, "two")
    assert leaves(editor) == (head("one"), para("two"))


def test_enter_before_a_heading_opens_a_paragraph_above(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, head("one"))
    press(qtbot, editor, Key.Key_Return)
    assert leaves(editor) == (para(""), head("one"))


def test_enter_inside_a_heading_makes_two_of_it(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, head("onetwo"))
    put_caret(editor, "two")
    press(qtbot, editor, Key.Key_Return)
    assert leaves(editor) == (head("one"), head("two"))


def test_enter_twice_leaves_a_list(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, item("one"))
    put_caret_behind(editor, "one")
    press(qtbot, editor, Key.Key_Return)
    assert leaves(editor) == (item("one"), item(""))
    press(qtbot, editor, Key.Key_Return)
    qtbot.keyClicks(editor, "two")
    assert leaves(editor) == (item("one"), para("two"))


def test_enter_leaves_a_nested_list_one_list_at_a_time(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, item("one"), item("two", BULLET, NUMBER))
    put_caret_behind(editor, "two")
    press(qtbot, editor, Key.Key_Return, Key.Key_Return)
    assert leaves(editor)[-1] == item("", BULLET)
    press(qtbot, editor, Key.Key_Return)
    assert leaves(editor)[-1] == para("")


def test_enter_twice_leaves_a_quote(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("one", quoted=True))
    put_caret_behind(editor, "one")
    press(qtbot, editor, Key.Key_Return, Key.Key_Return)
    qtbot.keyClicks(editor, "two")
    assert leaves(editor) == (para("one", quoted=True), para("two"))


def test_enter_behind_an_attribution_leaves_the_quote(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("one", quoted=True), Attribution(line=plain_line("she")))
    put_caret_behind(editor, "she")
    press(qtbot, editor, Key.Key_Return)
    qtbot.keyClicks(editor, "x")
    assert leaves(editor)[1:] == (Attribution(line=plain_line("she")), para("x"))


def test_enter_in_code_is_a_line_and_twice_at_its_end_leaves_it(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, Code(text="  one", language="python"))
    put_caret_behind(editor, "one")
    press(qtbot, editor, Key.Key_Return)
    qtbot.keyClicks(editor, "two")
    assert leaves(editor) == (Code(text="  one\n  two", language="python"),)
    press(qtbot, editor, Key.Key_Return)
    press(qtbot, editor, Key.Key_Backspace, Key.Key_Backspace)
    press(qtbot, editor, Key.Key_Return)
    qtbot.keyClicks(editor, "x")
    assert leaves(editor) == (Code(text="  one\n  two", language="python"), para("x"))


def test_enter_over_a_selection_is_one_step(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("one two three"))
    select(editor, " two ")
    press(qtbot, editor, Key.Key_Return)
    assert leaves(editor) == (para("one"), para("three"))
    editor.document().undo()
    assert leaves(editor) == (para("one two three"),)


@pytest.mark.parametrize(
    ("leaf", "plainer"),
    [
        (item("one"), para("one")),
        (head("one"), para("one")),
        (para("one", quoted=True), para("one")),
    ],
)
def test_backspace_at_the_start_lifts_a_leaf(qtbot: QtBot, leaf: object, plainer: object) -> None:
    editor = body_editor(qtbot, para("zero"), leaf)  # type: ignore[arg-type]
    put_caret(editor, "one")
    press(qtbot, editor, Key.Key_Backspace)
    assert leaves(editor) == (para("zero"), plainer)
    press(qtbot, editor, Key.Key_Backspace)
    assert leaves(editor) == (para("zeroone"),)


def test_backspace_lifts_a_nested_item_one_list(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, item("one"), item("two", BULLET, BULLET), item("three", BULLET, BULLET, NUMBER))
    put_caret(editor, "two")
    press(qtbot, editor, Key.Key_Backspace)
    assert leaves(editor) == (item("one"), item("two"), item("three", BULLET, NUMBER))


def test_backspace_behind_a_rule_takes_the_rule(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("one"), Rule(), para("two"))
    put_caret(editor, "two")
    press(qtbot, editor, Key.Key_Backspace)
    assert leaves(editor) == (para("one"), para("two"))
    editor.document().undo()
    assert leaves(editor) == (para("one"), Rule(), para("two"))


def test_backspace_behind_a_figure_goes_into_the_caption(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, FIGURE, para("two"))
    put_caret(editor, "two")
    press(qtbot, editor, Key.Key_Backspace)
    assert leaves(editor) == (FIGURE, para("two"))
    qtbot.keyClicks(editor, "!")
    assert leaves(editor)[0] == Figure(media=FIGURE.media, alt="a", caption=plain_line("caption!"))


def test_backspace_behind_a_table_does_not_break_it(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, table(("a", "b")), para("two"))
    put_caret(editor, "two")
    press(qtbot, editor, Key.Key_Backspace)
    assert leaves(editor) == (table(("a", "b")), para("two"))
    qtbot.keyClicks(editor, "!")
    assert leaves(editor) == (table(("a", "b!")), para("two"))


def test_delete_before_a_rule_takes_the_rule(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("one"), Rule(), para("two"))
    put_caret_behind(editor, "one")
    press(qtbot, editor, Key.Key_Delete)
    assert leaves(editor) == (para("one"), para("two"))


def test_delete_at_the_end_joins_what_comes_next(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("one"), head("two"))
    put_caret_behind(editor, "one")
    press(qtbot, editor, Key.Key_Delete)
    assert leaves(editor) == (para("onetwo"),)


def test_deleting_the_item_above_leaves_no_item_hanging_in_the_air(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, item("one"), item("two", BULLET, NUMBER), item("three", BULLET, NUMBER, BULLET))
    select_from(editor, "one", "two")
    press(qtbot, editor, Key.Key_Delete, Key.Key_Backspace)
    assert leaves(editor)[1:] == (item("three", BULLET),)


def test_tab_nests_an_item_and_what_hangs_on_it(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, item("one"), item("two"), item("three", BULLET, NUMBER))
    put_caret(editor, "two")
    press(qtbot, editor, Key.Key_Tab)
    assert leaves(editor) == (item("one"), item("two", BULLET, BULLET), item("three", BULLET, BULLET, NUMBER))
    press(qtbot, editor, Key.Key_Tab)
    assert leaves(editor)[1] == item("two", BULLET, BULLET)
    press(qtbot, editor, Key.Key_Backtab, with_=SHIFT)
    assert leaves(editor) == (item("one"), item("two"), item("three", BULLET, NUMBER))


def test_the_first_item_cannot_be_nested(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("x"), item("one"))
    put_caret(editor, "one")
    press(qtbot, editor, Key.Key_Tab)
    assert leaves(editor) == (para("x"), item("one"))


def test_tab_goes_from_cell_to_cell_and_adds_a_row(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, table(("a", "b")))
    put_caret(editor, "a")
    press(qtbot, editor, Key.Key_Tab)
    qtbot.keyClicks(editor, "B")
    press(qtbot, editor, Key.Key_Tab)
    qtbot.keyClicks(editor, "c")
    press(qtbot, editor, Key.Key_Backtab, with_=SHIFT)
    qtbot.keyClicks(editor, "d")
    assert leaves(editor) == (table(("a", "d"), ("c", "")),)


def test_enter_in_a_cell_is_a_hard_break(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, table(("ab", "c")))
    put_caret(editor, "b")
    press(qtbot, editor, Key.Key_Return)
    assert [cell.text for cell in leaves(editor)[0].rows[0]] == [f"a{HARD_BREAK}b", "c"]


def test_tab_in_a_paragraph_leaves_the_editor(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("one"))
    press(qtbot, editor, Key.Key_Tab)
    assert leaves(editor) == (para("one"),)


@pytest.mark.parametrize("leaf", [Rule(), Embed(url="https://example.org/")])
def test_typing_beside_an_object_begins_a_paragraph(qtbot: QtBot, leaf: Rule | Embed) -> None:
    editor = body_editor(qtbot, leaf)
    put_caret_behind(editor, OBJECT)
    qtbot.keyClicks(editor, "after")
    assert leaves(editor) == (leaf, para("after"))
    put_caret(editor, OBJECT)
    qtbot.keyClicks(editor, "before")
    assert leaves(editor) == (para("before"), leaf, para("after"))
    press(qtbot, editor, Key.Key_Right, Key.Key_Return)
    assert leaves(editor) == (para("before"), para(""), leaf, para("after"))


def test_typing_behind_a_picture_is_its_caption(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, Figure(media=FIGURE.media, alt="a"))
    put_caret_behind(editor, OBJECT)
    qtbot.keyClicks(editor, "caption")
    press(qtbot, editor, Key.Key_Return)
    qtbot.keyClicks(editor, "x")
    assert leaves(editor) == (FIGURE, para("x"))


def test_backspace_behind_a_picture_takes_it(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, Figure(media=FIGURE.media, alt="a"))
    put_caret_behind(editor, OBJECT)
    press(qtbot, editor, Key.Key_Backspace)
    assert leaves(editor) == ()


@pytest.mark.parametrize("mark", [CLAIM, LINK, Mark(MarkKind.NOTE, "n")])
def test_text_typed_at_the_edges_of_bound_words_is_free(qtbot: QtBot, mark: Mark) -> None:
    editor = body_editor(qtbot, para(marked("a ", ("word", mark), " b")))
    put_caret_behind(editor, "word")
    qtbot.keyClicks(editor, "s")
    put_caret(editor, "word")
    qtbot.keyClicks(editor, "s")
    assert leaves(editor) == (para(marked("a s", ("word", mark), "s b")),)


@pytest.mark.parametrize("mark", [CLAIM, LINK])
def test_bound_words_at_the_ends_of_a_paragraph_do_not_grow(qtbot: QtBot, mark: Mark) -> None:
    editor = body_editor(qtbot, para(marked(("word", mark))))
    qtbot.keyClicks(editor, "a")
    put_caret_behind(editor, "word")
    qtbot.keyClicks(editor, "b")
    press(qtbot, editor, Key.Key_Return)
    qtbot.keyClicks(editor, "c")
    assert leaves(editor) == (para(marked("a", ("word", mark), "b")), para("c"))


def test_text_typed_inside_bound_words_is_bound(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para(marked(("word", CLAIM))))
    put_caret(editor, "word", at=2)
    qtbot.keyClicks(editor, "x")
    assert leaves(editor) == (para(marked(("woxrd", CLAIM))),)


def test_bold_typing_stays_bold(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para(marked(("word", STRONG))))
    put_caret_behind(editor, "word")
    qtbot.keyClicks(editor, "s")
    assert leaves(editor) == (para(marked(("words", STRONG))),)


def test_typing_over_a_selection_keeps_a_claim_that_holds_all_of_it(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para(marked("a ", ("forty envoys", CLAIM), " left")))
    select(editor, "forty")
    qtbot.keyClicks(editor, "sixty")
    assert leaves(editor) == (para(marked("a ", ("sixty envoys", CLAIM), " left")),)
    select(editor, "envoys left")
    qtbot.keyClicks(editor, "men stayed")
    assert leaves(editor) == (para(marked("a ", ("sixty ", CLAIM), "men stayed")),)


def test_typing_behind_a_footnote_reference_is_text(qtbot: QtBot) -> None:
    reference = Mark(MarkKind.FOOTNOTE, "1")
    note = Footnote(label="1", line=plain_line("note"))
    editor = body_editor(qtbot, para(marked("a", (OBJECT, reference))), note)
    put_caret_behind(editor, OBJECT)
    qtbot.keyClicks(editor, "b")
    assert leaves(editor) == (para(marked("a", (OBJECT, reference), "b")), note)


def test_typing_around_emoji_keeps_them_whole(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("a😀b"))
    press(qtbot, editor, Key.Key_Right, Key.Key_Right)
    qtbot.keyClicks(editor, "x")
    press(qtbot, editor, Key.Key_Backspace, Key.Key_Backspace)
    assert leaves(editor) == (para("ab"),)


def test_typing_goes_on_in_the_shape_of_the_leaf_below_a_deleted_empty_one(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para(""), head("two"))
    press(qtbot, editor, Key.Key_Delete)
    assert leaves(editor) == (head("two"),)


def test_an_empty_editor_has_an_empty_body(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("one"))
    press(qtbot, editor, Key.Key_A, with_=CONTROL)
    press(qtbot, editor, Key.Key_Delete)
    assert leaves(editor) == ()


@pytest.mark.parametrize(
    ("key", "modifier"), [(Key.Key_Z, CONTROL), (Key.Key_Z, CONTROL | SHIFT), (Key.Key_Y, CONTROL)]
)
def test_undo_keys_are_left_to_the_window(qtbot: QtBot, key: Key, modifier: Qt.KeyboardModifier) -> None:
    editor = body_editor(qtbot, para("one"))
    qtbot.keyClicks(editor, "x")
    asked = editor.undo_requested if modifier == CONTROL and key is Key.Key_Z else editor.redo_requested
    with qtbot.waitSignal(asked):
        qtbot.keyClick(editor, key, modifier)
    assert leaves(editor) == (para("xone"),)


def test_a_read_only_editor_changes_nothing(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, item("one"))
    editor.setReadOnly(True)
    press(qtbot, editor, Key.Key_Return, Key.Key_Backspace, Key.Key_Tab, Key.Key_X, Key.Key_Delete)
    assert leaves(editor) == (item("one"),)


def test_words_from_an_input_method_do_not_grow_a_claim(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para(marked(("word", CLAIM))))
    put_caret_behind(editor, "word")
    composing = QInputMethodEvent("jing", [])
    QApplication.sendEvent(editor, composing)
    assert leaves(editor) == (para(marked(("word", CLAIM))),)
    committed = QInputMethodEvent()
    committed.setCommitString("京都")
    QApplication.sendEvent(editor, committed)
    assert leaves(editor) == (para(marked(("word", CLAIM), "京都")),)


def test_the_mouse_works_beside_the_column(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("one"), para("two"))
    assert editor.viewport().x() > 50
    second = editor.cursorRect(place_to_cursor(editor.document(), Place(field=Field.BODY, leaf=1)))
    qtbot.mouseClick(editor, Qt.MouseButton.LeftButton, pos=QPoint(5, second.center().y()))
    qtbot.keyClicks(editor, "x")
    assert leaves(editor) == (para("one"), para("xtwo"))


def test_the_column_is_about_seventy_letters_wide_and_no_wider_than_the_window(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("one"))
    wide = editor.viewport().width()
    editor.resize(1400, 600)
    assert editor.viewport().width() == wide
    copy = "The harbour council has grown increasingly confident about a night ferry."
    letter = QFontMetrics(editor.document().defaultFont()).horizontalAdvance(copy) / len(copy)
    assert 62 < wide / letter < 80
    editor.resize(400, 600)
    assert 300 < editor.viewport().width() <= 400


def test_undo_shows_what_it_changed(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, *(para(f"paragraph {number}") for number in range(200)))
    put_caret_behind(editor, "paragraph 199")
    qtbot.keyClicks(editor, "xyz")
    press(qtbot, editor, Key.Key_Home, with_=CONTROL)
    assert editor.verticalScrollBar().value() < 50
    editor.document().undo()
    assert leaves(editor)[-1] == para("paragraph 199")
    assert editor.textCursor().block().text() == "paragraph 199"
    assert editor.textCursor().atBlockEnd()
    assert editor.viewport().rect().contains(editor.cursorRect())


def test_typing_is_never_moved_by_what_it_changes(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("one"), item("two"), item("three"))
    put_caret(editor, "three")
    press(qtbot, editor, Key.Key_Tab)
    qtbot.keyClicks(editor, "x")
    assert leaves(editor)[-1] == item("xthree", BULLET, BULLET)


def test_another_look_moves_nothing_and_changes_nothing(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para(marked("one ", ("two", LINK))), head("three"))
    put_caret(editor, "three", at=2)
    qtbot.keyClicks(editor, "x")
    before = body(editor)
    steps = editor.document().availableUndoSteps()
    with qtbot.assertNotEmitted(editor.document().undoCommandAdded):
        editor.setPalette(palette_of(DARK))
    assert editor.look.text == DARK.text
    assert editor.textCursor().position() == editor.document().findBlockByNumber(1).position() + 3
    assert body(editor) == before
    assert editor.document().availableUndoSteps() == steps


def undoable(editor: BodyEditor) -> UndoHistory:
    """The article's one undo order over the editor's document."""
    history = UndoHistory(editor)
    history.follow(editor.document())
    return history


@pytest.mark.parametrize("selected", ["one", "two", "three", "bold", "ne tw"])
def test_typing_over_a_selection_is_one_step_with_the_letters_that_follow(qtbot: QtBot, selected: str) -> None:
    before = para(marked("one two three ", ("bold", STRONG)))
    editor = body_editor(qtbot, before)
    history = undoable(editor)
    select(editor, selected)
    qtbot.keyClicks(editor, "xyz")
    assert body(editor).leaves != (before,)
    assert history.stack.count() == 1
    history.undo()
    assert leaves(editor) == (before,)


def test_a_document_that_is_shown_has_nothing_to_undo(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, head("one"))
    other = QTextDocument(editor)
    load_body(other, Body((para("two"),)))
    history = UndoHistory(editor)
    history.follow(other)
    editor.show_document(other)
    assert not history.stack.canUndo()
