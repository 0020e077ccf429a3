"""A reporter's Word file is opened: its fields, footnotes, comments and open changes come with it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from deskeditor.article.body import Figure, Footnote, ListItem, Paragraph, leaf_lines, leaf_text
from deskeditor.article.line import MarkKind
from deskeditor.article.notes import NoteKind
from deskeditor.ui.dialogs.original_dialog import OriginalDialog
from deskeditor.ui.dialogs.sorting_dialog import SortingDialog
from deskeditor.ui.main_window import MainWindow
from tests.ingest.docx_twins import (
    comment,
    commented,
    drawing,
    gone,
    ins,
    item,
    numbered,
    numbering,
    p,
    run,
    word_file,
)
from tests.journeys.steps import CONTROL, SHIFT, article_of, dialog_of, settled
from tests.media.pictures import png

FILE = word_file(
    p("Night ferry sails again", "Titel")
    + p("The sound is free of ice.", "Untertitel")
    + p("By Ada Quay")
    + p(
        run("The boat left at ")
        + commented("eleven", 0)
        + run(" with ")
        + ins("all ")
        + gone("few ")
        + run("seats taken.")
    )
    + item("No bicycles", 1)
    + p(run("Said the log.") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    + p(drawing("pic", "A boat in the dark")),
    parts={
        "comments": comment(0, "Or ten?", paragraph="0A")
        + comment(1, "Eleven, the harbour says.", "Ada", paragraph="0B"),
        "commentsExtended": '<w15:commentEx w15:paraId="0B" w15:paraIdParent="0A"/>',
        "numbering": numbering(numbered(1, "bullet")),
        "footnotes": f'<w:footnote w:id="2">{p("Page 12.")}</w:footnote>',
    },
    media={"pic": png()},
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.docx"
    path.write_bytes(FILE)
    return path


def is_open(window: MainWindow) -> bool:
    current = window.workspace.current
    return current is not None and current.article.headline.text == "Night ferry sails again"


def looks_as_written(window: MainWindow) -> None:
    article = article_of(window)
    assert article.standfirst.text == "The sound is free of ice."
    assert [name.name for name in article.byline] == ["Ada Quay"]
    assert [type(leaf) for leaf in article.body] == [Paragraph, ListItem, Paragraph, Figure, Footnote]
    assert leaf_text(article.body.leaves[0]) == "The boat left at eleven with all seats taken."
    remark, inserted, deleted = sorted(article.notes, key=lambda note: list(NoteKind).index(note.kind))
    assert [said.text for said in remark.thread] == ["Or ten?", "Eleven, the harbour says."]
    assert (inserted.thread[0].author, deleted.thread[0].text) == ("Ada", "few ")
    (line,) = leaf_lines(article.body.leaves[0])
    under = {mark.value: run_.text for run_ in line for mark in sorted(run_.marks) if mark.kind is MarkKind.NOTE}
    assert under[remark.id] == "eleven"


def test_a_word_file_is_opened_with_all_that_is_in_it(
    qtbot: QtBot, open_window: Callable[[], MainWindow], file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
    qtbot.keyClick(window, Qt.Key.Key_O, CONTROL)
    qtbot.waitUntil(lambda: is_open(window))
    looks_as_written(window)
    said = window.notices.accessibleName()
    assert said.startswith("Read as a Word file: 5 paragraphs and headings, 1 comment, 2 pending edits.")
    assert window.page.headline.hasFocus()

    qtbot.keyClick(window, Qt.Key.Key_F4)
    dialog = dialog_of(qtbot, window, OriginalDialog)
    shown = dialog.findChild(QPlainTextEdit).toPlainText()
    assert "“ferry.docx” is a Word file" in shown
    assert "few" in shown
    assert "Ada: Eleven, the harbour says." in shown
    copy = file.with_name("copy.docx")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    (save,) = [button for button in dialog.findChildren(QPushButton) if button.text() == "Save a copy…"]
    qtbot.mouseClick(save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "copy.docx" in window.notices.accessibleName())
    assert copy.read_bytes() == FILE
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settled(qtbot, window)

    window.close()
    again = open_window()
    qtbot.waitUntil(lambda: is_open(again))
    looks_as_written(again)


def offered(file: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    data.setText(file.as_uri())
    return data


def test_a_word_file_that_is_dropped_on_the_copy_is_opened(
    qtbot: QtBot, open_window: Callable[[], MainWindow], file: Path
) -> None:
    window = open_window()
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(window.page.headline.hasFocus)
    data = offered(file)
    copy, none, left = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    entered = QDragEnterEvent(window.rect().center(), copy, data, left, none)
    for target in (window.page.body, window):
        # The copy lets it through to the window.
        target.dragEnterEvent(entered)
        assert entered.isAccepted() is (target is window)
    window.dropEvent(QDropEvent(QPointF(window.rect().center()), copy, data, left, none))
    qtbot.waitUntil(lambda: is_open(window))
    looks_as_written(window)


def test_a_word_file_that_is_pasted_into_the_copy_is_opened(
    qtbot: QtBot, open_window: Callable[[], MainWindow], file: Path
) -> None:
    window = open_window()
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(window.page.headline.hasFocus)
    QApplication.clipboard().setMimeData(offered(file))
    window.page.body.setFocus()
    qtbot.keyClick(window.page.body, Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: is_open(window))
    looks_as_written(window)


def test_a_damaged_word_file_is_said_and_nothing_is_opened(
    qtbot: QtBot, open_window: Callable[[], MainWindow], file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    file.write_bytes(FILE[:700])
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
    qtbot.keyClick(window, Qt.Key.Key_O, CONTROL)
    qtbot.waitUntil(lambda: "is damaged" in window.notices.accessibleName())
    assert not is_open(window)


def test_the_lines_of_a_word_files_body_can_be_sorted(
    qtbot: QtBot, open_window: Callable[[], MainWindow], file: Path
) -> None:
    window = open_window()
    window.intake_acts.import_paths([file])
    qtbot.waitUntil(lambda: is_open(window))
    settled(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_I, CONTROL | SHIFT)
    dialog = dialog_of(qtbot, window, SortingDialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    looks_as_written(window)
