"""Every shortcut does its thing from inside the editors: no text widget keeps a key for itself."""

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from deskeditor.ui.action_set import ActionSet
from deskeditor.ui.actions import ACTIONS
from deskeditor.ui.acts import Act, Needs
from deskeditor.ui.editor.body_editor import BodyEditor
from deskeditor.ui.editor.line_editor import LineEditor
from deskeditor.ui.metadata_edit import MetadataEdit
from deskeditor.ui.metadata_text import MetadataText

ANSWERED_BY_THE_TEXT = frozenset({Act.CUT, Act.COPY, Act.PASTE, Act.PASTE_PLAIN, Act.SELECT_ALL, Act.UNDO, Act.REDO})
"""A text answers these itself, or asks its window in its own words."""


@pytest.mark.parametrize("kind", [BodyEditor, LineEditor, MetadataEdit, MetadataText])
def test_each_shortcut_is_heard_while_a_text_has_the_caret(qtbot: QtBot, kind: type[QWidget]) -> None:
    editor = kind("Text") if kind in (MetadataEdit, MetadataText) else kind()
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = ActionSet(window)
    actions.fill_menus(window.menuBar())
    actions.show_needs(has_article=True, has_text=True, has_selection=True, at_caret=Needs)
    middle = QWidget()
    QVBoxLayout(middle).addWidget(editor)
    window.setCentralWidget(middle)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    editor.setFocus()
    heard: list[Act] = []
    actions.triggered.connect(lambda name, checked: heard.append(name))
    deaf = []
    for spec in ACTIONS:
        for keys in spec.shortcuts:
            heard.clear()
            combination = QKeySequence(keys)[0]
            qtbot.keyClick(editor, combination.key(), combination.keyboardModifiers())
            if heard != [spec.name] and spec.name not in ANSWERED_BY_THE_TEXT:
                deaf.append((keys, spec.name, list(heard)))
    assert deaf == []
