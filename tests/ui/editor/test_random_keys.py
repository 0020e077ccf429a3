"""Random keys in the real widget over the article's one undo order: undo leads to the first body, redo to the last."""

from collections.abc import Callable
from typing import Final

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from deskeditor.article.body import Body, body_of
from deskeditor.richtext.body_document import load_body, read_body
from deskeditor.richtext.clipboard import write_clipboard
from deskeditor.ui.acts import Act
from deskeditor.ui.editor.body_editor import BodyEditor
from deskeditor.workspace.undo_history import UndoHistory
from tests.strategies import bodies
from tests.ui.editor.editing import dangling, resized

Press = Callable[[BodyEditor], object]

KEYS: Final = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)
MODIFIERS: Final = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
)
ACTS: Final = (
    Act.BOLD,
    Act.ITALIC,
    Act.CODE,
    Act.CLEAR_MARKS,
    Act.PARAGRAPH,
    Act.HEADING_2,
    Act.QUOTE,
    Act.BULLETED_LIST,
    Act.NUMBERED_LIST,
    Act.INDENT,
    Act.OUTDENT,
    Act.INSERT_RULE,
    Act.INSERT_TABLE,
    Act.INSERT_FOOTNOTE,
    Act.SELECT_ALL,
    Act.CUT,
)


def _key(key: Qt.Key, modifier: Qt.KeyboardModifier) -> Press:
    return lambda editor: QTest.keyClick(editor, key, modifier)


def _typed(words: str) -> Press:
    return lambda editor: QTest.keyClicks(editor, words)


def _act(act: Act) -> Press:
    return lambda editor: editor.run(act)


def _pasted(body: Body) -> Press:
    return lambda editor: editor.insertFromMimeData(write_clipboard(body))


def _caret(at: float, length: float) -> Press:
    def put(editor: BodyEditor) -> None:
        cursor = editor.textCursor()
        last = editor.document().characterCount() - 1
        cursor.setPosition(round(at * last))
        cursor.setPosition(min(round((at + length) * last), last), QTextCursor.MoveMode.KeepAnchor)
        # Qt itself never lets a caret stand inside a pair of units.
        if not any(0xDC00 <= ord(editor.document().characterAt(p)[:1] or " ") <= 0xDFFF for p in _ends(cursor)):
            editor.setTextCursor(cursor)

    return put


def _ends(cursor: QTextCursor) -> tuple[int, int]:
    return cursor.anchor(), cursor.position()


PRESSES: Final = st.one_of(
    st.builds(_key, st.sampled_from(KEYS), st.sampled_from(MODIFIERS)),
    st.builds(_typed, st.sampled_from(("a", "two words", "x.", "  "))),
    st.builds(_act, st.sampled_from(ACTS)),
    st.builds(_caret, st.floats(0, 1), st.sampled_from((0.0, 0.0, 0.1, 0.5))),
    st.builds(_pasted, bodies(max_leaves=2)),
)


@settings(suppress_health_check=list(HealthCheck), max_examples=settings.default.max_examples // 2)  # type: ignore[union-attr]
@given(body=bodies(max_leaves=4), presses=st.lists(PRESSES, max_size=12))
def test_every_key_is_undone_and_redone_exactly(qtbot: QtBot, body: Body, presses: list[Press]) -> None:
    editor = BodyEditor()
    document = QTextDocument(editor)
    load_body(document, body)
    history = UndoHistory(editor)
    history.follow(document)
    editor.show_document(document)
    assert not history.stack.canUndo(), "to be shown is no step"
    try:
        for press in presses:
            press(editor)
            assert body_of(read_body(document)) == read_body(document)
            assert not dangling(document)
            assert not resized(document)
        last = read_body(document)
        while history.stack.canUndo():
            history.undo()
        assert read_body(document) == body
        while history.stack.canRedo():
            history.redo()
        assert read_body(document) == last
        other = QTextDocument()
        load_body(other, last)
        assert read_body(other) == last
    finally:
        editor.show_document(None)
        editor.deleteLater()
