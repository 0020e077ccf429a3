"""Which keys type: a letter with Alt alone is a command, which nobody may have, and never words."""

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from deskeditor.article.line import plain_line
from deskeditor.ui.editor.markdown_view import MarkdownView
from tests.ui.editor.editing import body_editor, leaves, line, line_editor, para, select

Modifier = Qt.KeyboardModifier
ALT, SHIFT, CONTROL = Modifier.AltModifier, Modifier.ShiftModifier, Modifier.ControlModifier


def send(editor: QTextEdit, text: str, modifiers: Qt.KeyboardModifier) -> None:
    QApplication.sendEvent(editor, QKeyEvent(QEvent.Type.KeyPress, ord(text.upper()), modifiers, text))


@pytest.fixture
def linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")


@pytest.mark.usefixtures("linux")
@pytest.mark.parametrize("modifiers", [ALT, ALT | SHIFT])
@pytest.mark.parametrize("selects", [False, True])
def test_a_letter_with_alt_is_not_typed(qtbot: QtBot, modifiers: Qt.KeyboardModifier, selects: bool) -> None:
    for editor in (body_editor(qtbot, para("words")), line_editor(qtbot, "words")):
        if selects:
            select(editor, "words")
        with qtbot.assertNotEmitted(editor.typed):
            send(editor, "b", modifiers)
        assert editor.toPlainText() == "words"
    markdown = MarkdownView()
    qtbot.addWidget(markdown)
    markdown.setReadOnly(False)
    send(markdown, "b", modifiers)
    assert markdown.toPlainText() == ""


@pytest.mark.usefixtures("linux")
def test_altgr_types(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("words"))
    with qtbot.waitSignal(editor.typed):
        send(editor, "@", ALT | CONTROL)
    assert leaves(editor) == (para("@words"),)


def test_on_macos_alt_types_its_signs(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    editor = line_editor(qtbot, "words")
    select(editor, "words")
    with qtbot.waitSignal(editor.typed):
        send(editor, "œ", ALT)
    assert line(editor) == plain_line("œ")
