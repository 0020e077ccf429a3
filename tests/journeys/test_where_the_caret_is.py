"""After each act the caret is where a person goes on, and keys reach the text only from within it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolBar
from pytestqt.qtbot import QtBot

from deskeditor.article.line import MarkKind
from deskeditor.ui.acts import Act
from deskeditor.ui.dialogs.sorting_dialog import SortingDialog
from deskeditor.ui.main_window import MainWindow
from tests.journeys.steps import ALT, CONTROL, SHIFT, article_of, settled


def begin(qtbot: QtBot, window: MainWindow, *words: str) -> None:
    """Begin an article by keys alone: headline, standfirst and paragraphs, each followed by Enter."""
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(window.page.headline.hasFocus)
    for text in words:
        qtbot.keyClicks(window.focusWidget(), text)
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)


def test_a_new_article_is_written_from_the_headline_on_by_enter_alone(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    assert window.start_page.isAncestorOf(window.focusWidget())
    begin(qtbot, window, "Ferry returns", "From Friday", "The boat sails again.")
    assert window.page.body.hasFocus()
    article = article_of(window)
    assert (article.headline.text, article.standfirst.text) == ("Ferry returns", "From Friday")
    assert window.page.body.toPlainText().startswith("The boat sails again.")
    assert window.windowTitle().startswith("Ferry returns")


def test_a_pasted_page_is_current_in_the_list_and_the_caret_before_its_headline(
    qtbot: QtBot, open_window: Callable[[], MainWindow], page: str
) -> None:
    window = open_window()
    begin(qtbot, window, "Another article")
    window.tags.setFocus()
    QApplication.clipboard().setText(page)
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL | SHIFT)

    def arrived() -> bool:
        for dialog in window.findChildren(SortingDialog):
            if dialog.isVisible():
                dialog.accept()
        return article_of(window).headline.text.startswith("Marlow Backs")

    qtbot.waitUntil(arrived)
    settled(qtbot, window)
    window.activateWindow()
    qtbot.waitUntil(window.page.headline.hasFocus)
    assert window.page.headline.textCursor().position() == 0
    assert window.page.body.verticalScrollBar().value() == 0
    qtbot.waitUntil(lambda: window.list.view.currentIndex().row() == 0)
    head = window.list.view.currentIndex().data(Qt.ItemDataRole.UserRole)
    assert head.id == article_of(window).id


def test_the_sample_is_opened_with_the_caret_before_its_headline(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    button = next(button for button in window.start_page.findChildren(QPushButton) if "sample" in button.text())
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(window.page.headline.hasFocus)
    assert window.page.headline.textCursor().position() == 0


def test_bold_in_a_field_beside_the_text_leaves_the_text_alone(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    begin(qtbot, window, "Ferry returns", "", "The boat sails again.")
    window.page.body.moveCursor(QTextCursor.MoveOperation.Start)
    window.page.body.moveCursor(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    before = article_of(window).body
    qtbot.keyClick(window, Qt.Key.Key_5, ALT)
    assert not window.actions_[Act.BOLD].isEnabled()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_B, CONTROL)
    assert article_of(window).body == before
    qtbot.keyClick(window, Qt.Key.Key_3, ALT)
    assert window.actions_[Act.BOLD].isEnabled()
    qtbot.keyClick(window.page.body, Qt.Key.Key_B, CONTROL)
    assert MarkKind.STRONG in {
        mark.kind for leaf in article_of(window).body for run in getattr(leaf, "line", ()) for mark in run.marks
    }


def test_the_buttons_of_the_bar_work_on_the_text_when_reached_by_keys(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    begin(qtbot, window, "Ferry returns")
    bar = window.page.findChild(QToolBar)
    button = bar.widgetForAction(window.actions_[Act.BOLD])
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert window.actions_[Act.BOLD].isEnabled()


def test_a_half_typed_tag_is_taken_with_a_save(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    begin(qtbot, window, "Ferry returns")
    first = article_of(window).id
    qtbot.keyClick(window, Qt.Key.Key_5, ALT)
    qtbot.keyClicks(window.focusWidget(), "Harbour")
    assert not article_of(window).tags
    qtbot.keyClick(window, Qt.Key.Key_S, CONTROL)
    assert [tag.label for tag in article_of(window).tags] == ["Harbour"]
    qtbot.keyClicks(window.focusWidget(), "Night boats")
    begin(qtbot, window, "Another article")
    assert not article_of(window).tags
    assert window.tags.findChild(QLineEdit).text() == ""
    settled(qtbot, window)
    stored = window.workspace.read(lambda store: store.load(first)).result(timeout=10)
    assert [tag.label for tag in stored.article.tags] == ["Harbour", "Night boats"]


def test_a_half_typed_tag_is_taken_at_the_end(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    begin(qtbot, window, "Ferry returns")
    qtbot.keyClick(window, Qt.Key.Key_5, ALT)
    qtbot.keyClicks(window.focusWidget(), "Harbour")
    window.close()
    again = open_window()
    assert [tag.label for tag in article_of(again).tags] == ["Harbour"]


def test_going_to_details_shows_the_field_that_has_the_caret(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    begin(qtbot, window, "Ferry returns")
    window.resize(1200, 620)
    for _ in range(4):
        qtbot.keyClick(window, Qt.Key.Key_4, ALT)
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space if not article_of(window).summary else Qt.Key.Key_Return)
    qtbot.keyClick(window, Qt.Key.Key_6, ALT)
    field = window.focusWidget()

    def is_seen() -> bool:
        at = field.mapTo(window.panels.viewport(), field.rect().center())
        return window.panels.viewport().rect().contains(at)

    qtbot.waitUntil(is_seen)


def test_a_notice_covers_no_part_of_the_window(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    begin(qtbot, window, "Ferry returns")
    qtbot.keyClick(window, Qt.Key.Key_Return, CONTROL)
    assert window.notices.isVisible()
    foot = window.splitter.mapTo(window, window.splitter.rect().bottomLeft()).y()
    assert window.notices.y() > foot
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert window.notices.isAncestorOf(window.focusWidget())


def test_the_preview_is_gone_to_and_left_by_keys(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    begin(qtbot, window, "Ferry returns")
    qtbot.waitUntil(lambda: window.preview.focusProxy() is not None)
    qtbot.keyClick(window, Qt.Key.Key_9, ALT)
    qtbot.waitUntil(lambda: window.preview.isAncestorOf(window.focusWidget()))
    qtbot.keyClick(window, Qt.Key.Key_3, ALT)
    assert window.page.body.hasFocus()
