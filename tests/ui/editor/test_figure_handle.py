"""How wide a picture stands: by its handles and by keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QTextCursor
from pytestqt.qtbot import QtBot

from deskeditor.article.body import Figure
from deskeditor.article.line import plain_line
from deskeditor.richtext.object_blocks import selected_object
from deskeditor.ui.editor.body_editor import BodyEditor
from deskeditor.ui.editor.figure_handle import NARROWEST, Picture, selected_picture
from tests.ui.editor.editing import body_editor, leaves, para

NAME = "a" * 64 + ".png"
CAPTIONED = Figure(media=NAME, caption=plain_line("The ferry."))


def figure_editor(qtbot: QtBot, figure: Figure = CAPTIONED, size: tuple[int, int] = (300, 120)) -> BodyEditor:
    """An editor whose second leaf is a figure with a picture of `size`, selected by a click."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor("steelblue"))
    editor = body_editor(qtbot, para("one"), figure, para("two"))
    editor.show_pictures(lambda name: image if name == NAME else QImage())
    editor.grab()
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(editor))
    assert selected_object(editor.textCursor()) is not None
    return editor


def middle_of(editor: BodyEditor) -> QPoint:
    cursor = QTextCursor(editor.document().findBlockByNumber(1))
    rect = editor.cursorRect(cursor)
    return QPoint(editor.viewport().width() // 2, rect.top() + 20)


def picture_of(editor: BodyEditor) -> Picture:
    picture = selected_picture(editor.textCursor())
    assert picture is not None
    return picture


def handle_of(editor: BodyEditor, *, right: bool = True) -> QPoint:
    place = picture_of(editor).place
    corner = place.bottomRight() if right else place.bottomLeft()
    inside = QPoint(round(corner.x()) + (-5 if right else 5), round(corner.y()) - 5)
    return inside - QPoint(0, editor.verticalScrollBar().value())


def drag(qtbot: QtBot, editor: BodyEditor, start: QPoint, by: int) -> None:
    viewport = editor.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(viewport, start + QPoint(by // 2, 0))
    qtbot.mouseMove(viewport, start + QPoint(by, 0))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start + QPoint(by, 0))


def width_of(editor: BodyEditor) -> int | None:
    figure = leaves(editor)[1]
    assert isinstance(figure, Figure)
    return figure.width


@pytest.mark.parametrize("right", [True, False])
@pytest.mark.parametrize("outward", [60, -60])
def test_dragging_a_handle_sets_the_width_as_one_step(qtbot: QtBot, right: bool, outward: int) -> None:
    editor = figure_editor(qtbot)
    drag(qtbot, editor, handle_of(editor, right=right), outward if right else -outward)
    width = width_of(editor)
    # Both sides move, and the mouse took the handle a little inside the corner.
    assert width is not None
    assert abs(width - (300 + 2 * outward)) <= 12
    assert picture_of(editor).place.width() == width
    editor.document().undo()
    assert leaves(editor) == (para("one"), CAPTIONED, para("two"))


def test_nothing_is_changed_while_the_mouse_is_down(qtbot: QtBot) -> None:
    editor = figure_editor(qtbot)
    start = handle_of(editor)
    qtbot.mousePress(editor.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(editor.viewport(), start + QPoint(40, 0))
    assert editor._dragged is not None
    editor.grab()
    assert width_of(editor) is None
    assert not editor.document().isUndoAvailable()


def test_a_picture_is_never_too_narrow_to_take_again(qtbot: QtBot) -> None:
    editor = figure_editor(qtbot)
    drag(qtbot, editor, handle_of(editor), -149)
    assert width_of(editor) == NARROWEST


def test_a_large_picture_dragged_to_the_columns_width_has_its_own(qtbot: QtBot) -> None:
    editor = figure_editor(qtbot, Figure(media=NAME, width=200), size=(2000, 800))
    drag(qtbot, editor, handle_of(editor), 600)
    assert width_of(editor) is None


def test_keys_make_it_wider_and_narrower(qtbot: QtBot) -> None:
    editor = figure_editor(qtbot)
    qtbot.keyClick(editor, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    wider = width_of(editor)
    assert wider is not None
    assert wider > 300
    qtbot.keyClick(editor, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert width_of(editor) == 300
    assert selected_object(editor.textCursor()) is not None


def test_a_lost_picture_has_no_handle(qtbot: QtBot) -> None:
    editor = figure_editor(qtbot, Figure(media="b" * 64 + ".png"))
    assert selected_picture(editor.textCursor()) is None
    qtbot.keyClick(editor, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert width_of(editor) is None


def test_the_words_beside_are_moved_through_as_ever(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("one two"))
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClick(editor, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert editor.textCursor().selectedText() == "o"
    assert leaves(editor) == (para("one two"),)
