"""Undo in the input of a moment is the window's, and takes back what was typed."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDateTimeEdit, QMainWindow
from pytestqt.qtbot import QtBot

from deskeditor.ui.icons import Icon
from deskeditor.ui.moment_edit import MomentEdit

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


def test_ctrl_z_says_what_was_typed_and_then_reaches_the_window(qtbot: QtBot) -> None:
    window = QMainWindow()
    field = MomentEdit("Due time", now=lambda: NOW, zone=UTC, icon=Icon.DUE)
    window.setCentralWidget(field)
    undo = QAction("Undo", window)
    undo.setShortcut(QKeySequence("Ctrl+Z"))
    window.addAction(undo)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.show_moment(NOW)
    edit = field.findChild(QDateTimeEdit)
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_Up)
    told: list[object] = []
    field.committed.connect(told.append)
    undo.triggered.connect(lambda: told.append("undo"))
    qtbot.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert told == [datetime(2026, 3, 5, 12, 0, tzinfo=UTC), "undo"]
