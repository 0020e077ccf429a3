"""What a person set up of the window is there at the next start."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from deskeditor.article.body import ListItem, Paragraph
from deskeditor.article.workflow import Stage
from deskeditor.ui.acts import Act
from deskeditor.ui.article_filter import ArticleFilter
from deskeditor.ui.main_window import MainWindow
from tests.journeys.steps import CONTROL, SHIFT, settled


def test_folded_panels_hidden_parts_and_the_theme_come_back(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(window.page.headline.hasFocus)
    qtbot.keyClicks(window.page.headline, "Ferry returns")
    window.panels.fold("Summary", True)
    window.panels.fold("History", False)
    folded = window.panels.folded_titles
    preview_was = window.preview.width()
    qtbot.keyClick(window, Qt.Key.Key_3, CONTROL | SHIFT)
    qtbot.waitUntil(window.preview.isHidden)
    window.actions_[Act.THEME_DARK].trigger()
    window.close()

    again = open_window()
    assert again.page.headline.toPlainText() == "Ferry returns"
    assert again.panels.folded_titles == folded
    assert "Summary" in folded
    assert "History" not in folded
    assert again.preview.isHidden()
    assert again.actions_[Act.THEME_DARK].isChecked()
    qtbot.keyClick(again, Qt.Key.Key_3, CONTROL | SHIFT)
    qtbot.waitUntil(again.preview.isVisible)
    assert again.preview.width() == preview_was
    again.actions_[Act.THEME_SYSTEM].trigger()


def test_the_order_of_the_list_its_stages_and_the_open_details_come_back(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    for words in ("Ferry returns", "Bridge closed"):
        qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
        qtbot.waitUntil(window.page.headline.hasFocus)
        qtbot.keyClicks(window.page.headline, words)
        settled(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_Return, CONTROL)
    settled(qtbot, window)
    wanted = ArticleFilter(chosen=frozenset({Stage.EDITING}), by_due=True)
    window.list.filter_bar.show_filter(replace(wanted, text="bridge"))
    window.details.show_open_groups(["Release", "Planning"])
    window.close()

    again = open_window()
    assert again.list.filter_bar.filter == wanted, "the words searched for are not kept"
    assert again.details.open_groups == ["Release", "Planning"]
    qtbot.waitUntil(lambda: [head.headline for head in again.workspace.list_model.heads()] == ["Bridge closed"])


def test_the_body_is_markdown_again_and_f5_leads_back(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(window.page.headline.hasFocus)
    window.page.body.setFocus()
    qtbot.keyClicks(window.page.body, "The boat sails.")
    qtbot.keyClick(window.page.body, Qt.Key.Key_F5)
    qtbot.keyClicks(window.page.markdown, " **Now**")
    window.close()

    again = open_window()
    assert again.actions_[Act.MARKDOWN_VIEW].isChecked()
    assert again.page.markdown.isVisible()
    assert "**Now**" in again.page.markdown.text()
    assert again.page.markdown.hasFocus()
    qtbot.keyClicks(again.page.markdown, "> ")
    qtbot.keyClick(again.page.markdown, Qt.Key.Key_F5)
    current = again.workspace.current
    assert current is not None
    (leaf,) = current.article.body.leaves
    assert isinstance(leaf, Paragraph)
    assert leaf.quoted
    assert again.page.body.hasFocus()
    again.close()

    last = open_window()
    assert not last.actions_[Act.MARKDOWN_VIEW].isChecked()
    assert last.page.body.isVisible()


def test_the_body_is_markdown_also_where_no_article_is_open_at_first(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    window.page.show_markdown(True)
    window.close()

    again = open_window()
    qtbot.keyClick(again, Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(again.page.headline.hasFocus)
    again.page.body.setFocus()
    assert again.page.markdown.hasFocus()
    qtbot.keyClicks(again.page.markdown, "* The boat sails.")
    qtbot.keyClick(again.page.markdown, Qt.Key.Key_F5)
    current = again.workspace.current
    assert current is not None
    assert [type(leaf) for leaf in current.article.body] == [ListItem]


def test_a_new_window_leaves_room_for_its_frame_and_offers_the_sample_at_once(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    room = window.screen().availableSize()
    assert window.height() < room.height()
    assert "An empty desk" in [label.text() for label in window.start_page.findChildren(QLabel)]
