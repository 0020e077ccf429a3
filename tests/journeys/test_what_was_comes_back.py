"""The history of an article: kept states are shown, and their words come back without moving the piece."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialogButtonBox, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from deskeditor.article.workflow import Stage
from deskeditor.export.formats import Format
from deskeditor.ui.dialogs.export_dialog import ExportRequest
from deskeditor.ui.dialogs.revision_dialog import RevisionDialog
from deskeditor.ui.main_window import MainWindow
from tests.journeys.steps import ALT, CONTROL, article_of, dialog_of, settled


def write_headline(qtbot: QtBot, window: MainWindow, words: str) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(window.page.headline.hasFocus)
    qtbot.keyClicks(window.page.headline, words)


def kept_states(window: MainWindow) -> QListWidget:
    found = window.history.findChild(QListWidget)
    assert isinstance(found, QListWidget)
    return found


def offer(window: MainWindow, label: str) -> QPushButton:
    return next(button for button in window.notices.findChildren(QPushButton) if button.text() == label)


def test_the_words_of_a_kept_state_come_back_and_the_stage_stays(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    write_headline(qtbot, window, "Ferry returns")
    qtbot.keyClick(window, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: kept_states(window).count() == 1)
    qtbot.keyClick(window, Qt.Key.Key_Return, CONTROL)
    qtbot.keyClicks(window.page.headline, " at night")
    settled(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_8, ALT)
    qtbot.waitUntil(lambda: kept_states(window).count() == 2)
    kept_states(window).setCurrentRow(1)
    qtbot.keyClick(kept_states(window), Qt.Key.Key_Return)
    dialog = dialog_of(qtbot, window, RevisionDialog)
    buttons = dialog.findChild(QDialogButtonBox)
    restore = next(button for button in buttons.buttons() if "Restore" in button.text())
    qtbot.mouseClick(restore, Qt.MouseButton.LeftButton)
    assert article_of(window).headline.text == "Ferry returns"
    assert article_of(window).stage is Stage.EDITING
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_F6)
    qtbot.keyClick(offer(window, "Undo"), Qt.Key.Key_Return)
    assert article_of(window).headline.text == "Ferry returns at night"
    assert article_of(window).stage is Stage.EDITING


def test_an_export_is_in_the_history_at_once_and_a_page_that_nothing_opens_is_told(
    qtbot: QtBot, open_window: Callable[[], MainWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []

    def open_nothing(url: QUrl) -> bool:
        opened.append(url)
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", open_nothing)
    window = open_window()
    write_headline(qtbot, window, "Ferry returns")
    settled(qtbot, window)
    current = window.workspace.current
    assert current is not None
    request = ExportRequest(folder=tmp_path / "out", formats=(Format.HTML,), override="Cleared by phone")
    window.article_acts.export(current, request)
    qtbot.waitUntil(lambda: kept_states(window).count() == 1)
    assert "exported" in kept_states(window).item(0).text()
    qtbot.mouseClick(offer(window, "Open"), Qt.MouseButton.LeftButton)
    assert [Path(url.toLocalFile()).suffix for url in opened] == [".html"]
    assert "opens no page by itself" in window.notices.accessibleName()
