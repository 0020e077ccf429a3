"""The desk leaves notes on words, answers and settles them; they go along with the words and never out."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from deskeditor.article.body import Paragraph, body_of, leaf_lines, leaf_text
from deskeditor.article.line import Mark, MarkKind, plain_line
from deskeditor.article.notes import NoteKind
from deskeditor.desk.copies import duplicate
from deskeditor.export import render_page
from deskeditor.richtext.selection import change_marks
from deskeditor.ui.editor.note_bubble import NoteBubble
from deskeditor.ui.main_window import MainWindow
from tests.journeys.steps import ALT, CONTROL, SHIFT, article_of, settled

TEXT = "The harbour froze in May, the master said."


def noted_words(window: MainWindow) -> list[str]:
    return [
        run.text
        for leaf in article_of(window).body
        for line in leaf_lines(leaf)
        for run in line
        if run.has(MarkKind.NOTE)
    ]


def bubble_of(qtbot: QtBot, window: MainWindow) -> NoteBubble:
    qtbot.waitUntil(lambda: any(bubble.isVisible() for bubble in window.findChildren(NoteBubble)))
    return next(bubble for bubble in window.findChildren(NoteBubble) if bubble.isVisible())


def select(window: MainWindow, words: str) -> None:
    body = window.page.body
    found = body.document().find(words)
    assert not found.isNull()
    body.setTextCursor(found)
    body.setFocus()


def leave_note(qtbot: QtBot, window: MainWindow, words: str, text: str) -> None:
    select(window, words)
    qtbot.keyClick(window.page.body, Qt.Key.Key_C, CONTROL | SHIFT)
    bubble = bubble_of(qtbot, window)
    qtbot.keyClicks(bubble.text_field, text)
    qtbot.keyClick(bubble.text_field, Qt.Key.Key_Return)


@pytest.fixture
def window(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> MainWindow:
    opened = open_window()
    qtbot.keyClick(opened, Qt.Key.Key_N, CONTROL)
    opened.workspace.current.set_body(body_of([Paragraph(line=plain_line(TEXT))]))
    settled(qtbot, opened)
    opened.page.body.setFocus()
    return opened


def test_a_note_is_made_answered_settled_and_undone(qtbot: QtBot, window: MainWindow) -> None:
    before = article_of(window)
    leave_note(qtbot, window, "harbour", "Which one?")
    assert noted_words(window) == ["harbour"]
    (note,) = article_of(window).notes
    assert [(remark.author, remark.text) for remark in note.thread] == [(window.workspace.person.name, "Which one?")]
    assert window.page.body.hasFocus()
    # The caret in the words: the same key opens the thread.
    cursor = window.page.body.textCursor()
    cursor.setPosition(7)
    window.page.body.setTextCursor(cursor)
    qtbot.keyClick(window.page.body, Qt.Key.Key_C, CONTROL | SHIFT)
    bubble = bubble_of(qtbot, window)
    qtbot.keyClicks(bubble.text_field, "The old one")
    qtbot.keyClick(bubble.text_field, Qt.Key.Key_Return, SHIFT)
    qtbot.keyClicks(bubble.text_field, "in the east")
    qtbot.keyClick(bubble.text_field, Qt.Key.Key_Return)
    assert article_of(window).notes[0].thread[1].text == "The old one\nin the east"
    qtbot.keyClick(window.page.body, Qt.Key.Key_C, CONTROL | SHIFT)
    bubble = bubble_of(qtbot, window)
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert bubble.resolve_button.hasFocus()
    qtbot.keyClick(bubble.resolve_button, Qt.Key.Key_Space)
    assert article_of(window).notes[0].resolved
    for _ in range(3):
        qtbot.keyClick(window.page.body, Qt.Key.Key_Z, CONTROL)
    assert article_of(window).notes == ()
    assert article_of(window).body == before.body


def test_without_a_selection_the_word_at_the_caret_is_meant(qtbot: QtBot, window: MainWindow) -> None:
    cursor = window.page.body.textCursor()
    cursor.setPosition(TEXT.index("froze") + 2)
    window.page.body.setTextCursor(cursor)
    qtbot.keyClick(window.page.body, Qt.Key.Key_C, CONTROL | SHIFT)
    bubble = bubble_of(qtbot, window)
    qtbot.keyClicks(bubble.text_field, "Really?")
    # Looking elsewhere loses no word.
    window.page.headline.setFocus()
    assert noted_words(window) == ["froze"]
    assert article_of(window).notes[0].thread[0].text == "Really?"


def test_escape_leaves_no_note(qtbot: QtBot, window: MainWindow) -> None:
    select(window, "froze")
    qtbot.keyClick(window.page.body, Qt.Key.Key_C, CONTROL | SHIFT)
    qtbot.keyClick(bubble_of(qtbot, window).text_field, Qt.Key.Key_Escape)
    assert article_of(window).notes == ()
    assert noted_words(window) == []


def test_from_note_to_note_and_in_the_panel(qtbot: QtBot, window: MainWindow) -> None:
    leave_note(qtbot, window, "master", "Name?")
    leave_note(qtbot, window, "harbour", "Which one?")
    qtbot.keyClick(window.page.body, Qt.Key.Key_Home, CONTROL)
    qtbot.keyClick(window.page.body, Qt.Key.Key_PageDown, ALT)
    assert window.page.body.textCursor().selectedText() == "harbour"
    qtbot.keyClick(bubble_of(qtbot, window).text_field, Qt.Key.Key_Escape)
    qtbot.keyClick(window.page.body, Qt.Key.Key_PageDown, ALT)
    assert window.page.body.textCursor().selectedText() == "master"
    qtbot.keyClick(bubble_of(qtbot, window).text_field, Qt.Key.Key_Escape)
    qtbot.keyClick(window.page.body, Qt.Key.Key_M, ALT | SHIFT)
    rows = QApplication.focusWidget()
    assert window.notes.isAncestorOf(rows)
    qtbot.keyClick(rows, Qt.Key.Key_Home)
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert window.page.body.textCursor().selectedText() == "harbour"
    # The panel has selected its words: the key that begins a note answers it.
    qtbot.keyClick(window.page.body, Qt.Key.Key_C, CONTROL | SHIFT)
    qtbot.keyClicks(bubble_of(qtbot, window).text_field, "The old one")
    qtbot.keyClick(bubble_of(qtbot, window).text_field, Qt.Key.Key_Return)
    assert [len(note.thread) for note in article_of(window).notes] == [1, 2]
    qtbot.keyClick(window.page.body, Qt.Key.Key_M, ALT | SHIFT)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert noted_words(window) == ["master"]


def test_a_note_goes_along_with_its_words(qtbot: QtBot, window: MainWindow) -> None:
    leave_note(qtbot, window, "harbour", "Which one?")
    (note,) = article_of(window).notes
    select(window, "harbour froze")
    qtbot.keyClick(window.page.body, Qt.Key.Key_X, CONTROL)
    assert noted_words(window) == []
    assert article_of(window).notes == (note,)
    qtbot.keyClick(window.page.body, Qt.Key.Key_End, CONTROL)
    qtbot.keyClick(window.page.body, Qt.Key.Key_V, CONTROL)
    assert noted_words(window) == ["harbour"]
    assert article_of(window).notes == (note,)
    # Into another article it goes with its thread, under an id of that article.
    window.page.body.selectAll()
    qtbot.keyClick(window.page.body, Qt.Key.Key_C, CONTROL)
    settled(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    window.page.body.setFocus()
    qtbot.keyClick(window.page.body, Qt.Key.Key_V, CONTROL)
    assert noted_words(window) == ["harbour"]
    (copied,) = article_of(window).notes
    assert copied.thread == note.thread
    assert copied.id != note.id
    qtbot.keyClick(window.page.body, Qt.Key.Key_Z, CONTROL)
    assert article_of(window).notes == ()
    assert not article_of(window).body


def test_comments_of_pasted_copy_are_notes_and_edits_are_decided(qtbot: QtBot, window: MainWindow) -> None:
    data = QMimeData()
    data.setHtml(
        '<p>In <del cite="mailto:Bo" datetime="2026-03-01T12:30">early </del>June <ins cite="mailto:Bo"'
        ' datetime="2026-03-01T12:30">it </ins>froze.</p>'
    )
    body = window.page.body
    body.selectAll()
    QApplication.clipboard().setMimeData(data)
    qtbot.keyClick(body, Qt.Key.Key_V, CONTROL)
    assert [note.kind for note in article_of(window).notes] == [NoteKind.DELETED, NoteKind.INSERTED]
    for act in ("taken_back", "taken_back"):
        getattr(window.notes, act).emit(article_of(window).notes[0].id)
    assert article_of(window).body.leaves[0].line.text == "In early June froze."  # type: ignore[union-attr]
    assert article_of(window).notes == ()
    assert noted_words(window) == []
    for _ in range(3):
        qtbot.keyClick(body, Qt.Key.Key_Z, CONTROL)
    assert article_of(window).body.leaves[0].line.text == TEXT  # type: ignore[union-attr]


def test_nothing_of_a_note_is_published_and_a_copy_of_the_article_is_consistent(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    leave_note(qtbot, window, "harbour", "zanzibarite?")
    article = article_of(window)
    assert b"zanzibarite" not in render_page(article, window.workspace.profile)
    copy = duplicate(article, new_id=window.workspace.new_id, at=window.workspace.now())
    marked = {
        mark.value
        for leaf in copy.body
        for line in leaf_lines(leaf)
        for run in line
        for mark in run.marks
        if mark.kind is MarkKind.NOTE
    }
    assert marked == {note.id for note in copy.notes}


def test_a_settled_note_is_drawn_no_more(qtbot: QtBot, window: MainWindow) -> None:
    leave_note(qtbot, window, "harbour", "Which one?")
    cursor = QTextCursor(window.page.body.document())
    cursor.setPosition(6)

    def is_underlined() -> bool:
        formats = window.page.body.document().firstBlock().layout().formats()
        return any(one.format.underlineStyle() is not one.format.UnderlineStyle.NoUnderline for one in formats)

    assert is_underlined()
    window.notes.resolved.emit(article_of(window).notes[0].id, True)
    assert not is_underlined()
    assert not window.workspace.current.history.stack.isClean()


def test_dropped_copy_and_its_comments_are_one_step(qtbot: QtBot, window: MainWindow) -> None:
    before = article_of(window)
    data = QMimeData()
    data.setHtml('<p>It <ins cite="mailto:Bo" datetime="2026-03-01T12:30">really </ins>froze.</p><p>Twice.</p>')
    event = QDropEvent(
        QPointF(60, 40), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.page.body.dropEvent(event)
    assert len(article_of(window).notes) == 1
    assert "".join(noted_words(window)).strip() == "really"
    qtbot.keyClick(window.page.body, Qt.Key.Key_Z, CONTROL)
    assert article_of(window).notes == ()
    assert article_of(window).body == before.body
    qtbot.keyClick(window.page.body, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert len(article_of(window).notes) == 1


def pasted(qtbot: QtBot, window: MainWindow, html: str) -> None:
    """Paste a page in place of all there is."""
    data = QMimeData()
    data.setHtml(html)
    window.page.body.selectAll()
    QApplication.clipboard().setMimeData(data)
    qtbot.keyClick(window.page.body, Qt.Key.Key_V, CONTROL)


def take_back(qtbot: QtBot, window: MainWindow) -> None:
    """Take the first undecided edit back, by the panel."""
    qtbot.keyClick(window.page.body, Qt.Key.Key_M, ALT | SHIFT)
    rows = QApplication.focusWidget()
    qtbot.keyClick(rows, Qt.Key.Key_Home)
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    button = QApplication.focusWidget()
    assert isinstance(button, QPushButton)
    assert button.text() == "Take back"
    qtbot.keyClick(button, Qt.Key.Key_Space)


GONE = '<del cite="mailto:Bo" datetime="2026-03-01T12:30">Nobody came.</del>'


@pytest.mark.parametrize(
    "html", [f"<p>It froze.</p><p>{GONE}</p><p>It thawed.</p>", f"<p>It froze.</p><p>It thawed.</p><p>{GONE}</p>"]
)
def test_a_paragraph_that_was_taken_out_comes_back_as_one(qtbot: QtBot, window: MainWindow, html: str) -> None:
    pasted(qtbot, window, html)
    before = article_of(window)
    assert [leaf_text(leaf) for leaf in before.body] == ["It froze.", "It thawed."]
    take_back(qtbot, window)
    places = html.replace(GONE, "Nobody came.").removeprefix("<p>").removesuffix("</p>").split("</p><p>")
    assert [leaf_text(leaf) for leaf in article_of(window).body] == places
    assert (article_of(window).notes, noted_words(window)) == ((), [])
    qtbot.keyClick(window.page.body, Qt.Key.Key_Z, CONTROL)
    assert (article_of(window).body, article_of(window).notes) == (before.body, before.notes)


def test_what_was_taken_out_beside_words_that_are_gone_is_not_lost(qtbot: QtBot, window: MainWindow) -> None:
    pasted(qtbot, window, f"<p>It froze.</p><p>{GONE}</p><p>It thawed.</p><p>Then</p>")
    select(window, "It thawed.")
    qtbot.keyClick(window.page.body, Qt.Key.Key_Delete)
    take_back(qtbot, window)
    assert [leaf_text(leaf) for leaf in article_of(window).body if leaf_text(leaf)] == [
        "It froze.",
        "Then",
        "Nobody came.",
    ]


def test_notes_are_left_and_answered_in_markdown_too(qtbot: QtBot, window: MainWindow) -> None:
    leave_note(qtbot, window, "master", "Name?")
    qtbot.keyClick(window.page.body, Qt.Key.Key_F5)
    markdown = window.page.markdown
    qtbot.keyClick(markdown, Qt.Key.Key_End, CONTROL)
    qtbot.keyClicks(markdown, " It *was* __so__.")
    qtbot.keyClick(markdown, Qt.Key.Key_Home, CONTROL)
    for _ in range(2):
        qtbot.keyClick(markdown, Qt.Key.Key_Right, CONTROL | SHIFT)
    typed = markdown.text()
    qtbot.keyClick(markdown, Qt.Key.Key_C, CONTROL | SHIFT)
    bubble = bubble_of(qtbot, window)
    qtbot.keyClicks(bubble.text_field, "Which one?")
    qtbot.keyClick(bubble.text_field, Qt.Key.Key_Return)
    assert [words.strip() for words in noted_words(window)] == ["The harbour", "master"]
    assert markdown.hasFocus()
    assert markdown.text() == typed
    # From note to note, and answered there.
    for name in ("The harbour", "master"):
        qtbot.keyClick(markdown, Qt.Key.Key_PageDown, ALT)
        assert markdown.textCursor().selectedText().strip() == name
        qtbot.keyClicks(bubble_of(qtbot, window).text_field, f"{name}!")
        qtbot.keyClick(bubble_of(qtbot, window).text_field, Qt.Key.Key_Return)
    threads = {tuple(remark.text for remark in note.thread) for note in article_of(window).notes}
    assert threads == {("Name?", "master!"), ("Which one?", "The harbour!")}
    assert markdown.text() == typed


@pytest.mark.parametrize("key", [Qt.Key.Key_C, Qt.Key.Key_X])
def test_words_pasted_over_themselves_keep_their_marks(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    leave_note(qtbot, window, "harbour froze", "Which one?")
    (note,) = article_of(window).notes
    body = window.page.body
    select(window, "harbour froze")
    qtbot.keyClick(body, Qt.Key.Key_S, CONTROL | SHIFT)
    claim = Mark(MarkKind.CLAIM, "c1")
    body.edit(lambda cursor: change_marks(cursor, lambda marks: marks | {claim}))
    before = article_of(window).body
    qtbot.keyClick(body, key, CONTROL)
    if key == Qt.Key.Key_X:
        qtbot.keyClick(body, Qt.Key.Key_Z, CONTROL)
        select(window, "harbour froze")
    qtbot.keyClick(body, Qt.Key.Key_V, CONTROL)
    assert article_of(window).body == before
    assert article_of(window).notes == (note,)
    # A second time they would lie on other words too: those of the paste before keep them.
    qtbot.keyClick(body, Qt.Key.Key_V, CONTROL)
    assert noted_words(window) == ["harbour froze"]
    # Half of them selected, the other half keeps what lay on both.
    select(window, "froze")
    qtbot.keyClick(body, Qt.Key.Key_V, CONTROL)
    assert noted_words(window) == ["harbour "]


def test_a_note_is_not_doubled_into_another_text(qtbot: QtBot, window: MainWindow) -> None:
    leave_note(qtbot, window, "harbour froze", "Which one?")
    select(window, "harbour froze")
    qtbot.keyClick(window.page.body, Qt.Key.Key_C, CONTROL)
    headline = window.page.headline
    headline.setFocus()
    qtbot.keyClick(headline, Qt.Key.Key_V, CONTROL)
    assert article_of(window).headline == plain_line("harbour froze")
