"""List numbers and quote bars are painted beside the words: a change elsewhere that alters one has it painted anew."""

from collections.abc import Callable, Mapping

import pytest
from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from pytestqt.qtbot import QtBot

from deskeditor.article.body import Attribution, Leaf
from deskeditor.article.line import plain_line
from deskeditor.richtext.grounds import signs_in
from deskeditor.ui.acts import Act
from deskeditor.ui.editor.body_editor import BodyEditor
from tests.ui.editor.editing import NUMBER, body_editor, item, para, press, put_caret

Key = Qt.Key
NUMBERED = tuple(item(word, NUMBER) for word in ("one", "two", "three", "four"))
QUOTE = (para("first", quoted=True), para("second", quoted=True), Attribution(line=plain_line("somebody")))


class Painted(QObject):
    """What of an editor was painted since it was last asked."""

    def __init__(self, editor: BodyEditor) -> None:
        super().__init__(editor)
        self.region = QRegion()
        editor.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return super().eventFilter(watched, event)


def beside(editor: BodyEditor) -> Mapping[int, tuple[str, bool, bool]]:
    return signs_in(editor.document(), QRectF(editor.viewport().rect()))


def place_of(editor: BodyEditor, number: int) -> QRegion:
    block = editor.document().findBlockByNumber(number)
    whole = editor.document().documentLayout().blockBoundingRect(block)
    return QRegion(QRectF(0, whole.top() + 1, editor.viewport().width() - 1, whole.height() - 2).toRect())


@pytest.mark.parametrize(
    ("leaves", "at", "change", "altered"),
    [
        pytest.param(NUMBERED, "two", lambda e, q: press(q, e, Key.Key_Tab), {1, 2, 3}, id="nested"),
        pytest.param(NUMBERED, "two", lambda e, q: e.run(Act.BULLETED_LIST), {1, 2, 3}, id="made a bullet"),
        pytest.param(NUMBERED, "three", lambda e, q: e.run(Act.PARAGRAPH), {3}, id="made a paragraph"),
        pytest.param(
            (para("words"), *NUMBERED[1:]), "words", lambda e, q: e.run(Act.NUMBERED_LIST), {0, 1, 2, 3}, id="joined"
        ),
        pytest.param(QUOTE, "second", lambda e, q: e.run(Act.QUOTE), {0}, id="a quote parted"),
        pytest.param(
            QUOTE,
            "somebody",
            lambda e, q: e.edit(lambda cursor: cursor.insertText("المدير ")),
            {1, 2},
            id="a bar that goes over to the other side",
        ),
    ],
)
def test_numbers_and_bars_that_a_change_alters_are_painted_anew(
    qtbot: QtBot, leaves: tuple[Leaf, ...], at: str, change: Callable[[BodyEditor, QtBot], None], altered: set[int]
) -> None:
    editor = body_editor(qtbot, *leaves)
    painted = Painted(editor)
    qtbot.waitUntil(lambda: not painted.region.isEmpty())
    put_caret(editor, at)
    before = beside(editor)
    painted.region = QRegion()
    change(editor, qtbot)
    after = beside(editor)
    assert altered <= {number for number in after if after[number] != before.get(number)}
    stale = [place_of(editor, number) for number in after if after[number] != before.get(number)]
    qtbot.waitUntil(lambda: all(place.subtracted(painted.region).isEmpty() for place in stale))
