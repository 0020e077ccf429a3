"""A whole page pasted into an empty article is sorted into fields when the person takes the offer."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from deskeditor.article.body import leaf_lines
from deskeditor.article.line import MarkKind
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


def test_a_page_pasted_with_its_dress_is_offered_and_keeps_it(
    qtbot: QtBot, open_window: Callable[[], MainWindow], page: str
) -> None:
    window = open_window()
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(window.page.headline.hasFocus)
    qtbot.keyClick(window, Qt.Key.Key_3, ALT)
    rows = "".join(f"<p>{row.strip()}</p>" for row in page.splitlines() if row.strip())
    copied = QMimeData()
    copied.setHtml(rows.replace("120 passengers", '<b>120</b> <a href="https://marlow.example/">passengers</a>'))
    QApplication.clipboard().setMimeData(copied)
    qtbot.keyClick(window.page.body, Qt.Key.Key_V, CONTROL)
    qtbot.keyClick(window, Qt.Key.Key_F6)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    dialog = dialog_of(qtbot, window, SortingDialog)
    qtbot.keyClick(dialog.findChild(QTableView), Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    article = article_of(window)
    assert article.headline.text == "Marlow Backs Night Ferry to Osk After Long Debate"
    assert len(article.body) == 5
    marked = [(run.text, mark.kind) for run in leaf_lines(article.body.leaves[1])[0] for mark in run.marks]
    assert marked == [("120", MarkKind.STRONG), ("passengers", MarkKind.LINK)]


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


def test_sorting_the_body_keeps_what_was_typed_elsewhere_and_the_text_as_it_was(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    paragraphs = [
        f"The boat sails again on day {number}, said the harbour council late on Tuesday." for number in "123"
    ]
    paste_into_new_article(qtbot, window, "\n\n".join(paragraphs))
    qtbot.keyClick(window, Qt.Key.Key_1, ALT)
    qtbot.keyClicks(window.page.headline, "Typed by hand")
    qtbot.keyClick(window, Qt.Key.Key_5, ALT)
    qtbot.keyClicks(window.focusWidget(), "Ferries")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    settled(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_I, CONTROL | SHIFT)
    dialog = dialog_of(qtbot, window, SortingDialog)
    table = dialog.findChild(QTableView)
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_P)
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_B)
    qtbot.keyClick(table, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    article = article_of(window)
    assert article.headline.text == "Typed by hand"
    assert [tag.label for tag in article.tags] == ["Ferries"]
    assert [bullet.line.text for bullet in article.summary] == paragraphs[:1]
    assert len(article.body) == 2
    settled(qtbot, window)
    originals = window.workspace.read(lambda store: store.originals(article.id)).result(timeout=10)
    assert [original.data.decode() for original in originals] == ["\n\n".join(paragraphs)]


def test_an_empty_body_has_no_lines_to_sort(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(window.page.headline.hasFocus)
    qtbot.keyClick(window, Qt.Key.Key_I, CONTROL | SHIFT)
    qtbot.waitUntil(window.notices.isVisible)
    assert window.notices.accessibleName() == "There are no lines to sort: the body is empty."
