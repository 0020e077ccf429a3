from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from deskeditor.article.line import HARD_BREAK, Mark, MarkKind, plain_line
from deskeditor.ui.acts import Act
from deskeditor.ui.editor.line_editor import LineEditor
from tests.ui.editor.editing import (
    CLAIM,
    STRONG,
    line,
    line_editor,
    marked,
    press,
    put_caret_behind,
    select,
)

Key = Qt.Key


def test_enter_leads_on_and_inserts_nothing(qtbot: QtBot) -> None:
    editor = line_editor(qtbot, "one")
    with qtbot.waitSignal(editor.left_forward):
        press(qtbot, editor, Key.Key_Return)
    assert line(editor) == plain_line("one")


def test_the_arrows_lead_out_at_the_ends_only(qtbot: QtBot) -> None:
    editor = line_editor(qtbot, "a long headline " * 12)
    with qtbot.assertNotEmitted(editor.left_forward):
        press(qtbot, editor, Key.Key_Down)
    with qtbot.assertNotEmitted(editor.left_back):
        press(qtbot, editor, Key.Key_Up)
    with qtbot.waitSignal(editor.left_back):
        press(qtbot, editor, Key.Key_Up)
    press(qtbot, editor, Key.Key_End, with_=Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(editor.left_forward):
        press(qtbot, editor, Key.Key_Down)


def test_backspace_where_there_is_nothing_says_so(qtbot: QtBot) -> None:
    editor = line_editor(qtbot, "a")
    press(qtbot, editor, Key.Key_Delete)
    with qtbot.waitSignal(editor.emptied):
        press(qtbot, editor, Key.Key_Backspace)


def test_it_grows_with_its_words_and_shrinks_again(qtbot: QtBot) -> None:
    editor = line_editor(qtbot, "short")
    low = editor.height()
    qtbot.keyClicks(editor, "a long headline " * 8)
    assert editor.height() > low * 2
    press(qtbot, editor, Key.Key_A, with_=Qt.KeyboardModifier.ControlModifier)
    press(qtbot, editor, Key.Key_Delete)
    assert editor.height() == low


def test_it_shows_all_its_words_in_a_narrow_window(qtbot: QtBot) -> None:
    editor = line_editor(qtbot, "a headline that needs more than one line")
    wide = editor.height()
    editor.resize(160, editor.height())
    assert editor.height() > wide
    assert editor.verticalScrollBar().maximum() == 0


def test_marks_work_as_in_the_body(qtbot: QtBot) -> None:
    editor = line_editor(qtbot, marked("a ", ("claim", CLAIM), " b"))
    select(editor, "b")
    assert editor.run(Act.BOLD)
    put_caret_behind(editor, "claim")
    qtbot.keyClicks(editor, "s")
    assert line(editor) == marked("a ", ("claim", CLAIM), "s ", ("b", STRONG))
    assert not editor.run(Act.HEADING_2)


def test_tab_leaves_the_line(qtbot: QtBot) -> None:
    editor = line_editor(qtbot, "one")
    press(qtbot, editor, Key.Key_Tab)
    assert line(editor) == plain_line("one")


def test_it_has_a_name_for_those_who_hear_it(qtbot: QtBot) -> None:
    editor = line_editor(qtbot)
    assert editor.accessibleName() == "Headline"
    assert editor.placeholderText() == "Headline"


def test_a_hard_break_is_shown_but_not_pasted(qtbot: QtBot) -> None:
    editor = line_editor(qtbot, f"one{HARD_BREAK}two")
    assert line(editor) == plain_line(f"one{HARD_BREAK}two")
    data = QMimeData()
    data.setText("three\r\nfour")
    editor.insertFromMimeData(data)
    assert line(editor) == plain_line(f"three fourone{HARD_BREAK}two")


def test_without_a_document_it_is_shut(qtbot: QtBot) -> None:
    editor = line_editor(qtbot, "one")
    editor.show_document(None)
    qtbot.keyClicks(editor, "x")
    assert editor.document().isEmpty()
    other = QTextDocument(editor)
    editor.show_document(other)
    qtbot.keyClicks(editor, "x")
    assert line(editor) == plain_line("x")


def test_a_bold_look_is_no_mark(qtbot: QtBot) -> None:
    editor = LineEditor(name="Headline")
    qtbot.addWidget(editor)
    document = QTextDocument(editor)
    editor.show_size(30, bold=True)
    editor.show_document(document)
    editor.show()
    qtbot.keyClicks(editor, "x")
    assert line(editor) == plain_line("x")
    assert document.defaultFont().pixelSize() == 30
    assert Mark(MarkKind.STRONG) not in line(editor).runs[0].marks


def test_the_hint_is_as_large_as_the_words_to_come_and_goes_with_the_first(qtbot: QtBot) -> None:
    editor = line_editor(qtbot)
    editor.show_size(30)
    hinted = editor.viewport().grab().toImage()
    editor.setPlaceholderText("")
    bare = editor.viewport().grab().toImage()
    rows = [y for y in range(bare.height()) if any(hinted.pixel(x, y) != bare.pixel(x, y) for x in range(200))]
    assert max(rows) - min(rows) > 18
    editor.setPlaceholderText("Headline")
    qtbot.keyClicks(editor, " ")
    typed = editor.viewport().grab().toImage()
    assert all(typed.pixel(x, y) == bare.pixel(x, y) for x in range(20, 200) for y in range(bare.height()))
