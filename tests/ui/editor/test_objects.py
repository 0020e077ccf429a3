"""Pictures, cards and rules by mouse and keys: selected, erased, described and inserted, one step of undo each."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from deskeditor.article.body import Code, Embed, Figure, Leaf, Rule
from deskeditor.article.line import plain_line
from deskeditor.richtext.object_blocks import object_rect, selected_object
from deskeditor.richtext.selection import selected_body
from deskeditor.ui.acts import Act, Needs
from deskeditor.ui.editor.body_editor import BodyEditor
from deskeditor.ui.editor.bubble import AnyBubble
from deskeditor.ui.editor.code_bubble import CodeBubble
from deskeditor.ui.editor.embed_bubble import EmbedBubble
from deskeditor.ui.editor.number_bubble import NumberBubble
from deskeditor.ui.editor.picture_bubble import PictureBubble
from deskeditor.workspace.undo_history import UndoHistory
from tests.ui.editor.editing import (
    NUMBER,
    body_editor,
    item,
    leaves,
    para,
    press,
    put_caret,
    put_caret_behind,
    select,
    table,
)
from tests.ui.editor.test_pictures import adopted, picture

Key = Qt.Key
FIGURE = Figure(media="a" * 64 + ".png", alt="a boat", caption=plain_line("The last ferry"))
EMBED = Embed(url="https://example.org/film", title="A film")
OBJECTS: tuple[Leaf, ...] = (FIGURE, EMBED, Rule())


def object_editor(qtbot: QtBot, *given: Leaf) -> tuple[BodyEditor, UndoHistory]:
    editor = body_editor(qtbot, *given)
    editor.show_pictures(lambda name: picture("red").scaled(400, 200))
    editor.adopt_pictures_by(adopted)
    history = UndoHistory(editor)
    history.follow(editor.document())
    with qtbot.waitActive(editor):
        editor.activateWindow()
    editor.setFocus()
    return editor, history


def middle_of(editor: BodyEditor, number: int) -> QPoint:
    block = editor.document().findBlockByNumber(number)
    return object_rect(block).center().toPoint() - QPoint(0, editor.verticalScrollBar().value())


def click_object(qtbot: QtBot, editor: BodyEditor, number: int) -> None:
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(editor, number))


def the(editor: QWidget, kind: type[AnyBubble]) -> AnyBubble:
    bubble = editor.window().findChild(kind)
    assert bubble is not None
    assert bubble.isVisible()
    return bubble


@pytest.mark.parametrize("leaf", OBJECTS)
@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_a_click_selects_an_object_and_delete_takes_it_whole(qtbot: QtBot, leaf: Leaf, key: Key) -> None:
    editor, history = object_editor(qtbot, para("one"), leaf, para("two"))
    click_object(qtbot, editor, 1)
    assert selected_object(editor.textCursor()) is not None
    assert leaf in selected_body(editor.textCursor()).leaves
    press(qtbot, editor, key)
    assert leaves(editor) == (para("one"), para("two"))
    assert history.stack.count() == 1
    history.undo()
    assert leaves(editor) == (para("one"), leaf, para("two"))


@pytest.mark.parametrize("leaf", OBJECTS)
def test_an_object_alone_leaves_a_paragraph(qtbot: QtBot, leaf: Leaf) -> None:
    editor, history = object_editor(qtbot, leaf)
    click_object(qtbot, editor, 0)
    press(qtbot, editor, Key.Key_Delete)
    assert leaves(editor) == ()
    qtbot.keyClicks(editor, "x")
    assert leaves(editor) == (para("x"),)
    history.undo()
    history.undo()
    assert leaves(editor) == (leaf,)


@pytest.mark.parametrize("leaf", OBJECTS)
def test_enter_goes_on_below_a_selected_object(qtbot: QtBot, leaf: Leaf) -> None:
    editor, _ = object_editor(qtbot, leaf, para("two"))
    click_object(qtbot, editor, 0)
    press(qtbot, editor, Key.Key_Return)
    qtbot.keyClicks(editor, "x")
    assert leaves(editor) == (leaf, para("x"), para("two"))


def test_letters_typed_over_a_selected_object_are_a_paragraph(qtbot: QtBot) -> None:
    editor, history = object_editor(qtbot, para("one"), EMBED)
    click_object(qtbot, editor, 1)
    qtbot.keyClicks(editor, "xyz")
    assert leaves(editor) == (para("one"), para("xyz"))
    assert history.stack.count() == 1
    history.undo()
    assert leaves(editor) == (para("one"), EMBED)


def test_the_line_under_a_picture_takes_its_caption(qtbot: QtBot) -> None:
    editor, _ = object_editor(qtbot, Figure(media=FIGURE.media), para("two"))
    rect = object_rect(editor.document().begin())
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, round(rect.bottom()) - 8))
    assert editor.cursorWidth() == 0, "Qt's caret would be as high as the picture"
    qtbot.keyClicks(editor, "A boat")
    assert leaves(editor)[0] == Figure(media=FIGURE.media, caption=plain_line("A boat"))
    assert editor.cursorWidth() > 0
    assert object_rect(editor.document().begin()).height() < rect.height()


@pytest.mark.parametrize("way", ["double click", "action"])
def test_the_details_of_a_picture_are_one_step(qtbot: QtBot, way: str) -> None:
    editor, history = object_editor(qtbot, para("one"), FIGURE, para("two"))
    if way == "double click":
        qtbot.mouseDClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(editor, 1))
    else:
        put_caret(editor, "last")
        assert Needs.PICTURE in editor.met_needs()
        editor.run(Act.PICTURE_DETAILS)
    bubble = the(editor, PictureBubble)
    assert bubble.alt_field.toPlainText() == "a boat"
    qtbot.keyClicks(bubble.alt_field, "A ferry leaves")
    press_tab(qtbot, bubble.alt_field)
    qtbot.keyClicks(bubble.credit_field, "A. Person")
    bubble.width_field.selectAll()
    qtbot.keyClicks(bubble.width_field, "320")
    qtbot.keyClick(bubble.width_field, Key.Key_Return)
    assert bubble.isHidden()
    assert editor.hasFocus()
    assert leaves(editor)[1] == replace(FIGURE, alt="A ferry leaves", credit="A. Person", width=320)
    assert history.stack.count() == 1
    history.undo()
    assert leaves(editor)[1] == FIGURE
    history.redo()
    assert leaves(editor)[1] == replace(FIGURE, alt="A ferry leaves", credit="A. Person", width=320)


def press_tab(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.keyClick(widget, Key.Key_Tab)


def test_a_picture_is_decoration_only_where_somebody_says_so(qtbot: QtBot) -> None:
    editor, _ = object_editor(qtbot, FIGURE)
    qtbot.mouseDClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(editor, 0))
    bubble = the(editor, PictureBubble)
    qtbot.keyClick(bubble.decorative_box, Key.Key_Space)
    assert not bubble.alt_field.isEnabled()
    qtbot.mouseClick(bubble.done_button, Qt.MouseButton.LeftButton)
    assert leaves(editor) == (replace(FIGURE, alt="", decorative=True),)


def test_escape_leaves_a_picture_as_it_was(qtbot: QtBot) -> None:
    editor, history = object_editor(qtbot, FIGURE)
    qtbot.mouseDClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(editor, 0))
    bubble = the(editor, PictureBubble)
    qtbot.keyClicks(bubble.alt_field, "no")
    qtbot.keyClick(bubble.alt_field, Key.Key_Escape)
    assert bubble.isHidden()
    assert leaves(editor) == (FIGURE,)
    assert not history.stack.canUndo()


def test_what_was_said_of_a_picture_is_kept_when_one_clicks_elsewhere(qtbot: QtBot) -> None:
    editor, _ = object_editor(qtbot, FIGURE, para("two"))
    qtbot.mouseDClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(editor, 0))
    bubble = the(editor, PictureBubble)
    qtbot.keyClicks(bubble.alt_field, "A ferry")
    editor.setFocus(Qt.FocusReason.MouseFocusReason)
    assert bubble.isHidden()
    assert leaves(editor)[0] == replace(FIGURE, alt="A ferry")


def test_chosen_files_are_pictures_and_the_caret_is_in_the_caption(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "ferry.png"
    picture("blue").save(str(path))
    editor, history = object_editor(qtbot, para("one"), para("two"))
    editor.choose_pictures_by(lambda: [path])
    put_caret_behind(editor, "one")
    editor.run(Act.INSERT_PICTURE)
    qtbot.keyClicks(editor, "The ferry")
    figure = Figure(media=adopted(path.read_bytes()), caption=plain_line("The ferry"))
    assert leaves(editor) == (para("one"), figure, para("two"))
    history.undo()
    history.undo()
    assert leaves(editor) == (para("one"), para("two"))


def test_nothing_chosen_is_nothing_done(qtbot: QtBot) -> None:
    editor, history = object_editor(qtbot, para("one"))
    editor.choose_pictures_by(lambda: [])
    editor.run(Act.INSERT_PICTURE)
    assert not history.stack.canUndo()


def test_a_picture_for_a_cell_is_refused_in_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    editor, _ = object_editor(qtbot, table(("a", "b")))
    editor.choose_pictures_by(lambda: [tmp_path / "never.png"])
    put_caret(editor, "b")
    with qtbot.waitSignal(editor.refused):
        editor.run(Act.INSERT_PICTURE)
    assert leaves(editor) == (table(("a", "b")),)


def test_a_link_is_embedded_as_a_card(qtbot: QtBot) -> None:
    editor, history = object_editor(qtbot, para("one"), para("two"))
    put_caret_behind(editor, "one")
    editor.run(Act.INSERT_EMBED)
    bubble = the(editor, EmbedBubble)
    qtbot.keyClicks(bubble.address_field, "example.org/film")
    press_tab(qtbot, bubble.address_field)
    qtbot.keyClicks(bubble.title_field, "A film")
    qtbot.keyClick(bubble.title_field, Key.Key_Return)
    assert leaves(editor) == (para("one"), EMBED, para("two"))
    assert history.stack.count() == 1
    history.undo()
    assert leaves(editor) == (para("one"), para("two"))


@pytest.mark.parametrize("address", ["javascript:alert(1)", "mailto:a@example.org", "", "no host"])
def test_what_is_no_page_is_no_card(qtbot: QtBot, address: str) -> None:
    editor, _ = object_editor(qtbot, para("one"))
    editor.run(Act.INSERT_EMBED)
    bubble = the(editor, EmbedBubble)
    qtbot.keyClicks(bubble.address_field, address)
    qtbot.keyClick(bubble.address_field, Key.Key_Return)
    assert bubble.isVisible()
    assert leaves(editor) == (para("one"),)


def test_a_card_is_changed_by_a_double_click(qtbot: QtBot) -> None:
    editor, _ = object_editor(qtbot, EMBED)
    qtbot.mouseDClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(editor, 0))
    bubble = the(editor, EmbedBubble)
    bubble.title_field.clear()
    qtbot.keyClick(bubble.title_field, Key.Key_Return)
    assert leaves(editor) == (replace(EMBED, title=""),)


def test_a_numbered_list_begins_where_one_says(qtbot: QtBot) -> None:
    editor, history = object_editor(qtbot, item("one", NUMBER), item("two", NUMBER))
    put_caret(editor, "two")
    editor.run(Act.LIST_START)
    bubble = the(editor, NumberBubble)
    qtbot.keyClicks(bubble.number_field, "7")
    qtbot.keyClick(bubble.number_field, Key.Key_Return)
    later = replace(NUMBER, start=7)
    assert leaves(editor) == (item("one", later), item("two", later))
    assert editor.hasFocus()
    history.undo()
    assert leaves(editor) == (item("one", NUMBER), item("two", NUMBER))


def test_acts_are_offered_where_their_leaf_is(qtbot: QtBot) -> None:
    editor, _ = object_editor(qtbot, para("one"), FIGURE, item("two", NUMBER), table(("a", "b")), Code(text="three"))
    for words, needs in (
        ("one", {Needs.BODY, Needs.LEAVES}),
        ("last", {Needs.BODY, Needs.LEAVES, Needs.PICTURE}),
        ("two", {Needs.BODY, Needs.LEAVES, Needs.NUMBERED_ITEM}),
        ("b", {Needs.BODY, Needs.TABLE}),
        ("three", {Needs.BODY, Needs.LEAVES, Needs.CODE}),
    ):
        put_caret(editor, words)
        assert editor.met_needs() == needs


def test_a_selected_picture_is_framed_in_the_accent(qtbot: QtBot) -> None:
    editor, _ = object_editor(qtbot, FIGURE, para("two"))

    def framed() -> bool:
        image: QImage = editor.viewport().grab().toImage()
        rect = object_rect(editor.document().begin())
        at = QPoint(round(rect.center().x()), round(rect.top()) + 1)
        return image.pixelColor(at).name() == editor.look.link

    assert not framed()
    click_object(qtbot, editor, 0)
    assert framed()
    QApplication.clipboard().clear()
    press(qtbot, editor, Key.Key_C, with_=Qt.KeyboardModifier.ControlModifier)
    put_caret_behind(editor, "two")
    press(qtbot, editor, Key.Key_V, with_=Qt.KeyboardModifier.ControlModifier)
    assert leaves(editor) == (FIGURE, para("two"), FIGURE)


def right_click(editor: BodyEditor, at: QPoint) -> QMenu:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, editor.viewport().mapToGlobal(at))
    QApplication.sendEvent(editor.viewport(), event)
    menu = editor.findChild(QMenu)
    assert menu is not None
    return menu


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_right_click_is_about_what_lies_under_it(qtbot: QtBot) -> None:
    editor, _ = object_editor(qtbot, para("one"), FIGURE, table(("a", "b")))
    menu = right_click(editor, middle_of(editor, 1))
    assert selected_object(editor.textCursor()) is not None
    next(action for action in menu.actions() if action.text().startswith("Picture details")).trigger()
    assert the(editor, PictureBubble).alt_field.toPlainText() == "a boat"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_right_click_leaves_the_selection_that_it_lies_in(qtbot: QtBot) -> None:
    editor, _ = object_editor(qtbot, para("one two"), para("three"))
    put_caret(editor, "three", at=3)
    there = editor.cursorRect().center()
    select(editor, "two")
    right_click(editor, editor.cursorRect().center() - QPoint(6, 0)).close()
    assert editor.textCursor().selectedText() == "two"
    right_click(editor, there).close()
    assert editor.place().start == editor.place().end == 3
    assert editor.place().leaf == 1


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_language_of_a_block_of_code_is_said_kept_and_seen(qtbot: QtBot) -> None:
    editor, history = object_editor(qtbot, Code(text="print(1)\nprint(2)", quoted=True), para("two"))
    put_caret(editor, "print")
    unnamed = editor.viewport().grab().toImage()
    menu = right_click(editor, editor.cursorRect().center())
    (act,) = (one for one in menu.actions() if one.text().startswith("Language of the code"))
    act.trigger()
    bubble = the(editor, CodeBubble)
    qtbot.keyClicks(bubble.language_field, "plain text")
    qtbot.keyClick(bubble.language_field, Key.Key_Return)
    assert bubble.isVisible()
    bubble.language_field.clear()
    qtbot.keyClicks(bubble.language_field, "C++")
    qtbot.keyClick(bubble.language_field, Key.Key_Return)
    assert leaves(editor)[0] == Code(text="print(1)\nprint(2)", language="cpp", quoted=True)
    assert editor.hasFocus()
    editor.viewport().repaint()
    assert editor.viewport().grab().toImage() != unnamed
    editor.run(Act.CODE_LANGUAGE)
    assert bubble.language_field.text() == "cpp"
    bubble.language_field.clear()
    qtbot.keyClick(bubble.language_field, Key.Key_Return)
    assert leaves(editor)[0] == Code(text="print(1)\nprint(2)", quoted=True)
    history.undo()
    history.undo()
    assert leaves(editor)[0] == Code(text="print(1)\nprint(2)", quoted=True)
    put_caret(editor, "two")
    editor.run(Act.CODE_LANGUAGE)
    assert not bubble.isVisible()
