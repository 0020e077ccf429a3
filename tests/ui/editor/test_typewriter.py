"""Typewriter scrolling, the veil and zooming: the line at hand stays where it is, and nothing of it is an edit."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskeditor.ui.editor.body_editor import BodyEditor
from deskeditor.ui.editor.steady import WheelZoom, held_in_place
from deskeditor.ui.editor.typewriter import Typewriter
from deskeditor.ui.editor.veil import VEIL, bright_part
from deskeditor.ui.theme_tokens import DARK, LIGHT, Tokens, contrast
from tests.ui.editor.editing import body_editor, para, press, put_caret_behind, select_from, table

LONG = tuple(para(f"Paragraph {number} of the copy, which is some words long.") for number in range(60))


def height_of_caret(editor: BodyEditor) -> float:
    return editor.cursorRect().center().y() / editor.viewport().height()


def written_on(qtbot: QtBot) -> tuple[BodyEditor, Typewriter]:
    editor = body_editor(qtbot, *LONG)
    typewriter = Typewriter(editor)
    typewriter.switch(True)
    return editor, typewriter


def turn_wheel(editor: BodyEditor, turn: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    middle = QPointF(editor.viewport().rect().center())
    event = QWheelEvent(
        middle,
        QPointF(editor.viewport().mapToGlobal(middle.toPoint())),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor.viewport(), event)


@pytest.mark.parametrize("words", ["Paragraph 30", "Paragraph 59"])
def test_the_line_of_the_caret_stands_in_the_middle_at_the_end_too(qtbot: QtBot, words: str) -> None:
    editor, _ = written_on(qtbot)
    put_caret_behind(editor, words)
    assert height_of_caret(editor) == pytest.approx(0.45, abs=0.01)
    for _number in range(3):
        press(qtbot, editor, Qt.Key.Key_Return)
        qtbot.keyClicks(editor, "more words")
        assert height_of_caret(editor) == pytest.approx(0.45, abs=0.01)


def test_switching_it_is_no_edit_and_takes_the_room_away_again(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, *LONG)
    bar = editor.verticalScrollBar()
    editor.document().setModified(False)
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    typewriter = Typewriter(editor)
    editor.resize(editor.width(), editor.height() - 20)
    was = bar.maximum()
    typewriter.switch(True)
    assert bar.maximum() > was
    typewriter.switch(False)
    assert bar.maximum() == was
    assert not editor.document().isModified()
    assert not editor.document().isUndoAvailable()


def test_a_click_leaves_the_page_where_it_is(qtbot: QtBot) -> None:
    editor, _ = written_on(qtbot)
    put_caret_behind(editor, "Paragraph 30")
    was = editor.verticalScrollBar().value()
    at = QPoint(80, editor.viewport().height() - 60)
    qtbot.mousePress(editor.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(editor.viewport(), at - QPoint(0, 40))
    qtbot.mouseRelease(editor.viewport(), Qt.MouseButton.LeftButton, pos=at - QPoint(0, 40))
    assert editor.verticalScrollBar().value() == was
    assert not editor.textCursor().block().text().startswith("Paragraph 30 ")
    press(qtbot, editor, Qt.Key.Key_Left)
    assert height_of_caret(editor) == pytest.approx(0.45, abs=0.01)


def room_below(editor: BodyEditor) -> int:
    return editor.viewport().height() - editor.cursorRect().bottom()


def test_keys_keep_off_the_lower_edge(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, *LONG)
    Typewriter(editor)
    editor.document().setModified(False)
    for number in range(30):
        press(qtbot, editor, Qt.Key.Key_Down)
        assert room_below(editor) >= 48, number
    press(qtbot, editor, Qt.Key.Key_End, with_=Qt.KeyboardModifier.ControlModifier)
    assert room_below(editor) >= 48
    assert not editor.document().isModified()
    for _number in range(8):
        press(qtbot, editor, Qt.Key.Key_Return)
        qtbot.keyClicks(editor, "more words")
        assert room_below(editor) >= 48
    assert room_below(editor) < 100


def test_selecting_all_a_click_and_the_wheel_leave_the_page_where_a_person_has_it(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, *LONG)
    Typewriter(editor)
    bar = editor.verticalScrollBar()
    editor.setFocus()
    press(qtbot, editor, Qt.Key.Key_A, with_=Qt.KeyboardModifier.ControlModifier)
    assert bar.value() == 0
    at = QPoint(80, editor.viewport().height() - 45)
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert bar.value() == 0
    press(qtbot, editor, Qt.Key.Key_Left)
    assert bar.value() > 0
    turn_wheel(editor, 120)
    assert bar.value() == 0


def test_a_text_that_fits_is_not_scrolled(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("one"))
    Typewriter(editor)
    bar = editor.verticalScrollBar()
    while editor.document().size().height() + 40 <= editor.viewport().height():
        press(qtbot, editor, Qt.Key.Key_Return)
        assert bar.maximum() == 0


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_veiled_ink_can_still_be_read(tokens: Tokens) -> None:
    def mixed(at: int) -> int:
        ink, ground = (int(colour[at : at + 2], 16) for colour in (tokens.text, tokens.surface))
        return round(ink * (1 - VEIL) + ground * VEIL)

    assert contrast("#" + "".join(f"{mixed(at):02x}" for at in (1, 3, 5)), tokens.surface) >= 4.5


def test_only_what_is_at_hand_is_bright(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("one"), para("two"), table(("a", "b"), ("c", "d")), para("three"))
    clip = QRectF(editor.viewport().rect())
    layout = editor.document().documentLayout()
    rects = {block: layout.blockBoundingRect(editor.document().findBlockByNumber(block)) for block in (0, 1)}
    put_caret_behind(editor, "two")
    bright = bright_part(editor.textCursor(), clip)
    assert (bright.top(), bright.bottom()) == (rects[1].top(), rects[1].bottom())
    select_from(editor, "one", "two")
    assert bright_part(editor.textCursor(), clip).top() == rects[0].top()
    put_caret_behind(editor, "d")
    frame = layout.frameBoundingRect(editor.textCursor().currentTable())
    assert bright_part(editor.textCursor(), clip).height() == frame.height()


def test_the_veil_is_seen_and_no_edit(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("one"), para("two"))
    editor.document().setModified(False)
    plain = editor.grab().toImage()
    editor.show_veil(True)
    assert editor.grab().toImage() != plain
    editor.show_veil(False)
    assert editor.grab().toImage() == plain
    assert not editor.document().isModified()


def test_zooming_holds_the_line_of_the_caret(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, *LONG)
    put_caret_behind(editor, "Paragraph 30")
    was = editor.cursorRect().center().y()
    for size in (24, 30, 14):
        with held_in_place(editor):
            editor.show_size(size)
        assert abs(editor.cursorRect().center().y() - was) <= 1


def test_the_wheel_zooms_with_control_alone(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, *LONG)
    turns: list[bool] = []
    WheelZoom(editor).turned.connect(turns.append)
    for turn in (60, 60, -240):
        turn_wheel(editor, turn, Qt.KeyboardModifier.ControlModifier)
    turn_wheel(editor, -120)
    assert turns == [True, False, False]
    assert editor.verticalScrollBar().value() > 0
