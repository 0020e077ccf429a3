"""The main job: a pasted page becomes an article, is edited, kept, found again and exported."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from deskeditor.article.article import Access
from deskeditor.ui.dialogs.export_dialog import ExportDialog
from deskeditor.ui.dialogs.sorting_dialog import SortingDialog
from deskeditor.ui.main_window import MainWindow
from tests.journeys.steps import ALT, CONTROL, SHIFT, article_of, dialog_of, settled


def paste_page(qtbot: QtBot, window: MainWindow, page: str) -> None:
    """Ctrl+Shift+N with a page on the clipboard; a sorting with doubts is confirmed as it is."""
    QApplication.clipboard().setText(page)
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL | SHIFT)

    def arrived() -> bool:
        for dialog in window.findChildren(SortingDialog):
            if dialog.isVisible():
                dialog.accept()
        return window.workspace.current is not None

    qtbot.waitUntil(arrived)
    settled(qtbot, window)


def test_a_pasted_page_comes_apart_into_its_fields(
    qtbot: QtBot, open_window: Callable[[], MainWindow], page: str
) -> None:
    window = open_window()
    paste_page(qtbot, window, page)
    article = article_of(window)
    assert article.headline.text == "Marlow Backs Night Ferry to Osk After Long Debate"
    assert [bullet.line.text[:16] for bullet in article.summary] == [
        "The council vote",
        "Fares stay froze",
        "Critics call the",
    ]
    assert {tag.label for tag in article.tags} == {"Marlow", "Osk"}
    assert [person.name for person in article.byline] == ["Jonas Reed"]
    assert article.credit.name == "Soundwire.example"
    assert article.access is Access.PREMIUM
    assert len(article.body) == 5
    assert window.page.headline.toPlainText() == article.headline.text
    assert len(window.summary.editors()) == 3


def test_the_whole_way(qtbot: QtBot, open_window: Callable[[], MainWindow], page: str, tmp_path: Path) -> None:
    window = open_window()
    paste_page(qtbot, window, page)

    # She edits the body…
    qtbot.keyClick(window, Qt.Key.Key_3, ALT)
    body = window.page.body
    qtbot.waitUntil(body.hasFocus)
    body.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(body, Qt.Key.Key_Return)
    qtbot.keyClicks(body, "The mayor will sign it.")
    # …changes a bullet…
    qtbot.keyClick(window, Qt.Key.Key_4, ALT)
    bullet = window.summary.editors()[0]
    qtbot.waitUntil(bullet.hasFocus)
    bullet.moveCursor(QTextCursor.MoveOperation.End)  # type: ignore[attr-defined]
    qtbot.keyClicks(bullet, " At last.")
    # …adds a tag…
    qtbot.keyClick(window, Qt.Key.Key_5, ALT)
    field = window.tags.findChild(QLineEdit)
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "Transport")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    # …sees the page as she types.
    qtbot.waitUntil(lambda: b"The mayor will sign it." in (window.preview.page or b""))
    assert b"At last." in (window.preview.page or b"")
    assert b"Transport" in (window.preview.page or b"")
    before = article_of(window)

    # Text and fields are taken back in one order, and done again.
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert [tag.label for tag in article_of(window).tags] == ["Marlow", "Osk"]
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert not article_of(window).summary[0].line.text.endswith("At last.")
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL | SHIFT)
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert article_of(window).tags == before.tags
    assert article_of(window).body == before.body

    # She closes the window, opens it again, finds everything.
    window.close()
    again = open_window()
    after = article_of(again)
    assert (after.headline, after.summary, after.tags, after.body, after.byline, after.credit) == (
        before.headline,
        before.summary,
        before.tags,
        before.body,
        before.byline,
        before.credit,
    )
    assert [head.headline for head in again.workspace.list_model.heads()] == [before.headline.text]

    # The original is beside it, boilerplate and all.
    originals = again.workspace.read(lambda store: store.originals(after.id)).result(timeout=10)
    assert originals[0].data.decode() == page

    # She exports a page that she can publish.
    qtbot.keyClick(again, Qt.Key.Key_E, CONTROL)
    dialog = dialog_of(qtbot, again, ExportDialog)
    folder = tmp_path / "out"
    field = next(field for field in dialog.findChildren(QLineEdit) if field.accessibleName() == "Folder")
    field.setText(str(folder))
    button = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Export")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.isVisible() and any(folder.glob("*.html")))
    exported = next(folder.glob("*.html")).read_text(encoding="utf-8")
    assert "<h1" in exported
    assert "The mayor will sign it." in exported
    assert "At last." in exported
    assert "Download our free app" not in exported
    assert exported.encode() == again.preview.page
