"""What the check says stops an export and leads to its place; the report of it is saved from the window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QListWidget, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from deskeditor.article.article import Article
from deskeditor.store import open_store
from deskeditor.ui.dialogs.export_dialog import ExportDialog
from deskeditor.ui.dialogs.report_dialog import ReportDialog
from deskeditor.ui.main_window import MainWindow
from tests.export.reports import checked_piece
from tests.journeys.steps import ALT, CONTROL, SHIFT, article_of, dialog_of, settled


@pytest.fixture
def window(qtbot: QtBot, home: Path, open_window: Callable[[], MainWindow]) -> MainWindow:
    """The window on a piece in the midst of its check."""
    store = open_store(home)
    store.save(checked_piece(), expected=None)
    store.close()
    opened = open_window()
    qtbot.waitUntil(lambda: opened.workspace.list_model.rowCount() == 1)
    opened.workspace.open(checked_piece().id)
    qtbot.waitUntil(lambda: opened.workspace.current is not None and opened.workspace.jobs.idle)
    return opened


def test_a_query_that_is_out_stops_the_export_and_leads_to_its_claim(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, home: Path
) -> None:
    qtbot.waitUntil(lambda: "Number 3 must change" in texts(window.findings.findChild(QListWidget)))
    qtbot.keyClick(window, Qt.Key.Key_E, CONTROL)
    dialog = dialog_of(qtbot, window, ExportDialog)
    rows = dialog.findChild(QListWidget)
    said = [line for line in texts(rows).splitlines() if line.startswith("Number")]
    assert said[0].startswith("Number 3 must change: “nobody leaves this island by swimming”")
    assert said[1].startswith("Number 6 is to be checked before all others")
    assert said[2].startswith("Number 9 waits on a source")
    rows.setFocus()
    rows.setCurrentRow(texts(rows).splitlines().index(said[2]))
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    qtbot.waitUntil(lambda: window.page.body.textCursor().selectedText() == "the harbour master agrees")

    # It has to go all the same: who says so, and why, is kept.
    to_the_window(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_E, CONTROL)
    dialog = dialog_of(qtbot, window, ExportDialog)
    field(dialog, "Folder").setText(str(tmp_path / "out"))
    qtbot.keyClicks(field(dialog, "Reason for exporting all the same"), "The mayor confirmed it")
    qtbot.mouseClick(button(dialog, "Export all the same"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any((tmp_path / "out").glob("*.html")))
    settled(qtbot, window)
    store = open_store(home)
    (record,) = store.exports(article_of(window).id)
    store.close()
    assert (record.override, record.person.name) == ("The mayor confirmed it", "Ada Byte")


def test_the_report_is_saved_for_the_desk_and_for_others(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    before = article_of(window)
    own = save_report(qtbot, window, tmp_path / "check.html")
    assert "Zarbo" in own.read_text(encoding="utf-8")
    assert f"Saved the check report as {own}." in window.notices.accessibleName()

    # The next one is offered beside it; another format is another name, and others get less.
    to_the_window(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_R, ALT | SHIFT)
    dialog = dialog_of(qtbot, window, ReportDialog)
    assert field(dialog, "File").text() == str(tmp_path / "vik-keeps-its-ferry-check.html")
    for_print = next(one for one in dialog.findChildren(QRadioButton) if one.text() == "For print")
    assert for_print.isChecked()
    for_print.setFocus()
    qtbot.waitUntil(for_print.hasFocus)
    qtbot.keyClick(for_print, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    others = dialog.findChild(QCheckBox)
    others.setFocus()
    qtbot.keyClick(others, Qt.Key.Key_Space)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    table = tmp_path / "vik-keeps-its-ferry-check.csv"
    qtbot.waitUntil(table.is_file)
    assert "14 to 9" in table.read_text(encoding="utf-8-sig")
    assert "Zarbo" not in table.read_text(encoding="utf-8-sig")
    settled(qtbot, window)
    assert is_as_before(article_of(window), before)


def to_the_window(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until keys reach the window again, after a dialog."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def is_as_before(article: Article, before: Article) -> bool:
    """Whether a report changed nothing of the article."""
    return (article.body, article.claims, article.sources, article.stage) == (
        before.body,
        before.claims,
        before.sources,
        before.stage,
    )


def save_report(qtbot: QtBot, window: MainWindow, path: Path) -> Path:
    qtbot.keyClick(window, Qt.Key.Key_R, ALT | SHIFT)
    dialog = dialog_of(qtbot, window, ReportDialog)
    field(dialog, "File").selectAll()
    qtbot.keyClicks(field(dialog, "File"), str(path))
    qtbot.keyClick(field(dialog, "File"), Qt.Key.Key_Return)
    qtbot.waitUntil(path.is_file)
    settled(qtbot, window)
    return path


def texts(rows: QListWidget) -> str:
    return "\n".join(rows.item(row).text() for row in range(rows.count()))


def field(dialog: QDialog, name: str) -> QLineEdit:
    return next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == name)


def button(dialog: QDialog, text: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == text)
