"""Scripts that run right to left, have no spaces or take several units a sign: caret, selection and marks exact."""

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from deskeditor.article.body import ListItem
from deskeditor.article.line import HARD_BREAK, plain_line
from deskeditor.article.place import Field, Place
from deskeditor.richtext.grounds import grounds_in
from deskeditor.ui.acts import Act
from deskeditor.ui.editor.body_editor import BodyEditor
from tests.ui.editor.editing import (
    NUMBER,
    STRONG,
    body_editor,
    leaves,
    line,
    line_editor,
    marked,
    para,
    press,
    put_caret,
    put_caret_behind,
    select,
)

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft
ARABIC = "قال الوزير إن القرار نهائي"
HEBREW = "השר אמר שההחלטה סופית"
CJK = "大臣は決定を発表した。"
ASTRONAUT = "👩‍🚀"
FLAG = "🇩🇪"
THUMB = "👍🏽"


def edges(editor: BodyEditor, number: int) -> tuple[float, float]:
    """How far the first line of a block stands from the column's left and right edge."""
    document = editor.document()
    block = document.findBlockByNumber(number)
    natural = block.layout().lineAt(0).naturalTextRect().translated(block.layout().position())
    margin = document.documentMargin()
    return natural.left() - margin, document.textWidth() - margin - natural.right()


def caret_x(editor: BodyEditor, words: str, at: int = 0) -> int:
    put_caret(editor, words, at=at)
    return editor.cursorRect().x()


@pytest.mark.parametrize("text", [ARABIC, HEBREW, f"2026: {ARABIC}", f"({HEBREW}) in English"])
def test_a_paragraph_whose_first_letter_runs_right_to_left_stands_on_the_right(qtbot: QtBot, text: str) -> None:
    editor = body_editor(qtbot, para(text), para("English"))
    left, right = edges(editor, 0)
    assert editor.document().firstBlock().textDirection() is RIGHT_TO_LEFT
    assert right < 2 < left
    assert edges(editor, 1)[0] < 2


def test_a_paragraph_turns_with_its_first_letter_as_it_is_typed(qtbot: QtBot) -> None:
    editor = body_editor(qtbot)
    qtbot.keyClicks(editor, "12 ")
    assert edges(editor, 0)[0] < 2
    editor.insertPlainText("שלום")
    assert edges(editor, 0)[1] < 2
    put_caret(editor, "12")
    qtbot.keyClicks(editor, "a")
    assert edges(editor, 0)[0] < 2


def test_english_stays_on_the_left_in_an_arabic_article(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("English"), para(ARABIC))
    editor.setLayoutDirection(RIGHT_TO_LEFT)
    assert edges(editor, 0)[0] < 2
    assert edges(editor, 1)[1] < 2


@pytest.mark.parametrize("text", [ARABIC, HEBREW])
def test_the_caret_runs_with_the_words(qtbot: QtBot, text: str) -> None:
    editor = body_editor(qtbot, para(text))
    places = [caret_x(editor, text, at) for at in range(len(text) + 1)]
    assert places[0] > places[-1]
    assert places == sorted(places, reverse=True)
    put_caret(editor, text)
    press(qtbot, editor, Key.Key_Left)
    assert editor.textCursor().position() == 1
    press(qtbot, editor, Key.Key_End)
    assert editor.textCursor().position() == len(text)


@pytest.mark.parametrize("text", [ARABIC, HEBREW])
def test_a_click_lands_at_the_letter_under_it(qtbot: QtBot, text: str) -> None:
    editor = body_editor(qtbot, para(text))
    put_caret(editor, text, at=5)
    at = editor.cursorRect().center()
    press(qtbot, editor, Key.Key_Home)
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert editor.textCursor().position() == 5


def test_marks_lie_on_the_selected_letters_only(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para(ARABIC))
    put_caret_behind(editor, "قال ")
    for _ in "الوزير":
        press(qtbot, editor, Key.Key_Left, with_=SHIFT)
    assert editor.textCursor().selectedText() == "الوزير"
    assert editor.place() == Place(field=Field.BODY, leaf=0, start=4, end=10)
    editor.run(Act.BOLD)
    assert leaves(editor) == (para(marked("قال ", ("الوزير", STRONG), " إن القرار نهائي")),)
    editor.document().undo()
    assert leaves(editor) == (para(ARABIC),)


def test_words_of_both_directions_are_marked_and_typed_between(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para(f"The paper {HEBREW} wrote"))
    select(editor, "אמר")
    editor.run(Act.ITALIC)
    put_caret_behind(editor, "השר ")
    qtbot.keyClicks(editor, "x")
    found = "".join(run.text for run in leaves(editor)[0].line)  # type: ignore[union-attr]
    assert found == f"The paper {HEBREW} wrote".replace("השר ", "השר x")
    marked_words = [run.text for run in leaves(editor)[0].line if run.marks]  # type: ignore[union-attr]
    assert marked_words == ["אמר"]


def test_a_list_counts_on_the_side_its_words_begin(qtbot: QtBot) -> None:
    arabic = ListItem(line=plain_line("عنصر"), path=(NUMBER,))
    english = ListItem(line=plain_line("item"), path=(NUMBER,))
    editor = body_editor(qtbot, arabic, english)
    image = editor.viewport().grab().toImage()
    assert inked(image, editor, 0, right=True)
    assert not inked(image, editor, 0, right=False)
    assert inked(image, editor, 1, right=False)
    assert not inked(image, editor, 1, right=True)


def test_the_bar_of_a_quote_stands_where_its_words_begin(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para(ARABIC, quoted=True), para("English", quoted=True))
    image = editor.viewport().grab().toImage()
    assert inked(image, editor, 0, right=True)
    assert not inked(image, editor, 0, right=False)
    assert inked(image, editor, 1, right=False)
    assert not inked(image, editor, 1, right=True)


def inked(image: QImage, editor: BodyEditor, number: int, *, right: bool) -> bool:
    """Whether something is drawn in the indent at one edge of a block's first line."""
    document = editor.document()
    ground = next(
        ground
        for ground in grounds_in(document, QRectF(0, 0, document.textWidth(), 600))
        if ground.block.blockNumber() == number
    )
    margin = round(document.documentMargin())
    left = round(document.textWidth()) - margin - 26 if right else margin
    paper = image.pixelColor(QPoint(1, 1))
    rows = range(round(ground.rect.top()), round(ground.rect.bottom()))
    return any(image.pixelColor(x, y) != paper for x in range(left, left + 26) for y in rows)


def test_chinese_and_japanese_are_selected_by_the_sign(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para(CJK))
    put_caret(editor, "決定")
    press(qtbot, editor, Key.Key_Right, Key.Key_Right, with_=SHIFT)
    assert editor.place() == Place(field=Field.BODY, leaf=0, start=3, end=5)
    editor.run(Act.BOLD)
    assert leaves(editor) == (para(marked("大臣は", ("決定", STRONG), "を発表した。")),)
    put_caret_behind(editor, "。")
    press(qtbot, editor, Key.Key_Backspace)
    assert leaves(editor)[0] == para(marked("大臣は", ("決定", STRONG), "を発表した"))


@pytest.mark.parametrize("sign", ["😀", ASTRONAUT, FLAG, THUMB])
def test_an_emoji_is_one_sign_to_every_key(qtbot: QtBot, sign: str) -> None:
    editor = body_editor(qtbot, para(f"a{sign}b"))
    put_caret(editor, "a", at=1)
    press(qtbot, editor, Key.Key_Right, with_=SHIFT)
    assert editor.textCursor().selectedText() == sign
    assert editor.place() == Place(field=Field.BODY, leaf=0, start=1, end=1 + len(sign))
    editor.run(Act.BOLD)
    assert leaves(editor) == (para(marked("a", (sign, STRONG), "b")),)
    press(qtbot, editor, Key.Key_Right, Key.Key_Backspace)
    assert leaves(editor) == (para("ab"),)
    editor.document().undo()
    assert leaves(editor) == (para(marked("a", (sign, STRONG), "b")),)
    press(qtbot, editor, Key.Key_Home, Key.Key_Right, Key.Key_Delete)
    assert leaves(editor) == (para("ab"),)


def test_of_a_letter_with_an_accent_backspace_takes_the_accent(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("ae\u0301"))
    press(qtbot, editor, Key.Key_End, Key.Key_Backspace)
    assert leaves(editor) == (para("ae"),)


def test_places_count_signs_behind_emoji_and_breaks(qtbot: QtBot) -> None:
    text = f"{ASTRONAUT}{HARD_BREAK}{HEBREW}"
    editor = body_editor(qtbot, para(text))
    start = text.index("אמר")
    editor.show_place(Place(field=Field.BODY, leaf=0, start=start, end=start + 3))
    assert editor.textCursor().selectedText() == "אמר"


def test_a_headline_runs_right_to_left_too(qtbot: QtBot) -> None:
    editor = line_editor(qtbot, HEBREW)
    natural = editor.document().firstBlock().layout().lineAt(0).naturalTextRect()
    assert natural.left() > 100
    press(qtbot, editor, Key.Key_End)
    qtbot.keyClicks(editor, "!")
    assert line(editor) == plain_line(f"{HEBREW}!")
