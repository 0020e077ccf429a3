"""Steps that several journeys take."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from deskeditor.article.article import Article
from deskeditor.ui.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def article_of(window: MainWindow) -> Article:
    current = window.workspace.current
    assert current is not None
    return current.article


def settled(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until all is stored."""
    current = window.workspace.current
    qtbot.waitUntil(lambda: window.workspace.jobs.idle and not (current and current.unsaved))


def dialog_of(qtbot: QtBot, window: MainWindow, kind: type[QDialog]) -> QDialog:
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(kind)))
    return next(dialog for dialog in window.findChildren(kind) if dialog.isVisible())
