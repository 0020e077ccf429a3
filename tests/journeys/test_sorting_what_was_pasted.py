"""A whole page pasted into an empty article is sorted into fields when the person takes the offer."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from deskeditor.ui.dialogs.sorting_dialog import SortingDialog
from deskeditor.ui.main_window import MainWindow
from tests.journeys.steps import ALT, CONTROL, SHIFT, article_of, dialog_of, settled


def paste_into_new_article(qtbot: QtBot, window: MainWindow, text: str) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(window.page.headline.hasFocus)
    qtbot.keyClick(window, Qt.Key.Key_3, ALT)
    QApplication.clipboard().setText(text)
    qtbot.keyClick(window.page.body, Qt.Key.Key_V, CONTROL)


def test_the_offer_sorts_the_page_and_one_undo_takes_it_back(
    qtbot: QtBot, open_window: Callable[[], MainWindow], page: str
) -> None:
    window = open_window()
    paste_into_new_article(qtbot, window, page)
    pasted = article_of(window)
    assert "Subscribe now" in window.page.body.toPlainText()
    button = next(button for button in window.notices.findChildren(QPushButton) if "Sort" in button.text())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(qtbot, window, SortingDialog)
    qtbot.keyClick(dialog.findChild(QTableView), Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    article = article_of(window)
    assert article.headline.text == "Marlow Backs Night Ferry to Osk After Long Debate"
    assert len(article.summary) == 3
    assert len(article.body) == 5
    settled(qtbot, window)
    originals = window.workspace.read(lambda store: store.originals(article.id)).result(timeout=10)
    assert originals[0].data.decode() == page
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert article_of(window).body == pasted.body
    assert not article_of(window).headline


def test_a_selection_is_sent_to_a_field_by_one_key_and_back_by_another(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    paste_into_new_article(qtbot, window, "Ferry returns\n\nThe boat sails again.")
    body = window.page.body
    body.moveCursor(QTextCursor.MoveOperation.Start)
    body.moveCursor(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    qtbot.keyClick(window, Qt.Key.Key_H, ALT | SHIFT)
    assert article_of(window).headline.text == "Ferry returns"
    assert "Ferry returns" not in body.toPlainText()
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert not article_of(window).headline
    assert body.toPlainText().startswith("Ferry returns")


def test_a_short_paste_is_not_called_a_page(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    paste_into_new_article(qtbot, window, "One line.\n\nAnother line.")
    assert window.notices.isHidden()
