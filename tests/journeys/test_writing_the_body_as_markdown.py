"""F5 shows the body as Markdown: what is written there is the article's, undone in its order, and never another's."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskeditor.article.article import Article
from deskeditor.article.body import Body, Heading, ListItem, Paragraph, leaf_lines, leaf_text
from deskeditor.article.line import EMPTY_LINE, Line, Mark, MarkKind, Run, join_lines, plain_line
from deskeditor.ui.acts import Act
from deskeditor.ui.main_window import MainWindow
from tests.journeys.steps import CONTROL, SHIFT, article_of, settled
from tests.journeys.test_where_the_caret_is import begin

CLAIM = Mark(MarkKind.CLAIM, "c1")


def turn(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F5)


def press(qtbot: QtBot, window: MainWindow, *keys: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    for key in keys:
        qtbot.keyClick(window.focusWidget(), key, held or Qt.KeyboardModifier.NoModifier)


def claimed(window: MainWindow, words: str) -> Body:
    """Give words of the body a claim; the body with it."""
    current = window.workspace.current
    assert current is not None
    leaves = []
    for leaf in current.article.body:
        text = leaf_text(leaf)
        if words in text and isinstance(leaf, Paragraph):
            before, after = text.split(words)
            claim = Line((Run(text=words, marks=frozenset({CLAIM})),))
            leaf = replace(leaf, line=join_lines((plain_line(before), claim, plain_line(after))))
        leaves.append(leaf)
    current.set_body(Body(tuple(leaves)))
    return current.article.body


def words_under_claim(article: Article) -> str:
    return "".join(run.text for leaf in article.body for line in leaf_lines(leaf) for run in line if CLAIM in run.marks)


def texts(article: Article) -> list[str]:
    return [leaf_text(leaf) for leaf in article.body]


def test_there_and_back_alters_nothing_and_the_caret_stays_at_its_words(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    begin(qtbot, window, "Ferry", "Friday", "The boat sails.", "", "It carries 120 people.")
    press(qtbot, window, Qt.Key.Key_Backspace)
    before = claimed(window, "120 people")
    current = window.workspace.current
    assert current is not None
    qtbot.keyClick(window.page.body, Qt.Key.Key_Home, CONTROL)
    for _ in range(4):
        press(qtbot, window, Qt.Key.Key_Right)
    index = current.history.stack.index()
    turn(qtbot, window)
    assert window.page.markdown.hasFocus()
    assert window.page.markdown.text() == "The boat sails.\n\nIt carries 120 people."
    assert window.page.markdown.textCursor().position() == 4
    press(qtbot, window, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_End)
    turn(qtbot, window)
    assert window.page.body.hasFocus()
    assert window.page.body.textCursor().block().text() == "It carries 120 people."
    assert window.page.body.textCursor().atBlockEnd()
    assert article_of(window).body == before
    assert current.history.stack.index() == index


def test_a_word_changed_in_markdown_keeps_the_claim_and_undo_leads_to_the_first_body(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    begin(qtbot, window, "Ferry", "Friday", "The boat sails. It carries 120 people.")
    before = claimed(window, "120 people")
    turn(qtbot, window)
    press(qtbot, window, Qt.Key.Key_Home, held=CONTROL)
    qtbot.keyClicks(window.focusWidget(), "Yes: ")
    press(qtbot, window, Qt.Key.Key_End, held=CONTROL)
    press(qtbot, window, Qt.Key.Key_Return, Qt.Key.Key_Return)
    qtbot.keyClicks(window.focusWidget(), "## Fares")
    turn(qtbot, window)
    article = article_of(window)
    assert texts(article)[:2] == ["Yes: The boat sails. It carries 120 people.", "Fares"]
    assert isinstance(article.body.leaves[1], Heading)
    assert words_under_claim(article) == "120 people"
    while article_of(window).body != before:
        index = window.workspace.current.history.stack.index() if window.workspace.current else 0
        assert index
        press(qtbot, window, Qt.Key.Key_Z, held=CONTROL)
    assert words_under_claim(article_of(window)) == "120 people"


def test_undo_in_markdown_brings_back_what_was_typed_and_not_a_tidier_writing(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    begin(qtbot, window, "Ferry", "Friday")
    turn(qtbot, window)
    view = window.page.markdown
    qtbot.keyClicks(view, "* star")
    press(qtbot, window, Qt.Key.Key_Return)
    qtbot.keyClicks(view, "__strong__")
    typed = view.text()
    assert typed == "* star\n* __strong__"
    qtbot.waitUntil(lambda: [leaf for leaf in article_of(window).body if isinstance(leaf, ListItem)] != [])
    press(qtbot, window, Qt.Key.Key_Return)
    qtbot.keyClicks(view, "more")
    assert texts(article_of(window)) == ["star", "strong", "more"]
    press(qtbot, window, Qt.Key.Key_Z, held=CONTROL)
    assert view.text() == typed
    assert texts(article_of(window)) == ["star", "strong"]
    press(qtbot, window, Qt.Key.Key_Z, held=CONTROL | SHIFT)
    assert view.text() == typed + "\n* more"


def test_each_article_has_its_own_markdown_and_its_own_undo(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    begin(qtbot, window, "First", "Friday", "Words of the first.")
    settled(qtbot, window)
    first = article_of(window).id
    begin(qtbot, window, "Second", "Monday", "Words of the second.")
    settled(qtbot, window)
    turn(qtbot, window)
    view = window.page.markdown
    press(qtbot, window, Qt.Key.Key_End, held=CONTROL)
    qtbot.keyClicks(view, " And more.")
    # At once, before the pause is over.
    second = article_of(window).id
    window.workspace.open(first)
    qtbot.waitUntil(lambda: article_of(window).id == first)
    assert view.isVisible()
    assert view.text().startswith("Words of the first.")
    view.setFocus()
    for _ in range(12):
        press(qtbot, window, Qt.Key.Key_Z, held=CONTROL)
        assert "second" not in view.text()
        assert "more" not in view.text()
    window.workspace.open(second)
    qtbot.waitUntil(lambda: article_of(window).id == second)
    assert "Words of the second. And more." in " ".join(texts(article_of(window)))
    assert "And more." in view.text()


def test_what_is_typed_in_markdown_is_stored_when_the_window_is_closed_at_once(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    begin(qtbot, window, "Ferry", "Friday", "The boat.")
    turn(qtbot, window)
    press(qtbot, window, Qt.Key.Key_End, held=CONTROL)
    press(qtbot, window, Qt.Key.Key_Return, Qt.Key.Key_Return)
    qtbot.keyClicks(window.page.markdown, "Last *words*")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    again = open_window()
    assert texts(article_of(again))[-1] == "Last words"


def test_typing_in_markdown_counts_as_unsaved_at_once_and_is_saved_by_itself(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    begin(qtbot, window, "Ferry", "Friday", "The boat.")
    settled(qtbot, window)
    turn(qtbot, window)
    current = window.workspace.current
    assert current is not None
    assert not current.unsaved
    qtbot.keyClicks(window.page.markdown, "x")
    assert current.unsaved
    settled(qtbot, window)
    assert "x" in texts(article_of(window))[0] + texts(article_of(window))[-1]


def test_signs_are_set_by_the_keys_of_the_formats(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    begin(qtbot, window, "Ferry", "Friday", "The boat sails")
    turn(qtbot, window)
    view = window.page.markdown
    press(qtbot, window, Qt.Key.Key_A, held=CONTROL)
    press(qtbot, window, Qt.Key.Key_B, held=CONTROL)
    assert view.text().strip() == "**The boat sails**"
    press(qtbot, window, Qt.Key.Key_B, held=CONTROL)
    press(qtbot, window, Qt.Key.Key_2, held=CONTROL)
    assert view.text().strip() == "## The boat sails"
    press(qtbot, window, Qt.Key.Key_0, held=CONTROL)
    QApplication.clipboard().setText("https://example.org/")
    view.moveCursor(QTextCursor.MoveOperation.Start)
    view.moveCursor(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    press(qtbot, window, Qt.Key.Key_K, held=CONTROL)
    assert view.text().strip() == "[The boat sails](https://example.org/)"
    turn(qtbot, window)
    run = leaf_lines(article_of(window).body.leaves[0])[0].runs[0]
    assert run.value(MarkKind.LINK) == "https://example.org/"


def test_acts_that_have_no_sign_are_off_in_markdown(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    begin(qtbot, window, "Ferry", "Friday", "The boat sails")
    turn(qtbot, window)
    assert window.actions_[Act.BOLD].isEnabled()
    assert window.actions_[Act.INSERT_TABLE].isEnabled()
    assert not window.actions_[Act.INSERT_PICTURE].isEnabled()
    assert not window.actions_[Act.MOVE_UP].isEnabled()
    turn(qtbot, window)
    assert window.actions_[Act.INSERT_PICTURE].isEnabled()


def test_the_person_is_told_of_a_claim_that_lost_its_words(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    begin(qtbot, window, "Ferry", "Friday", "It carries 120 people across the sound.")
    claimed(window, "120 people")
    turn(qtbot, window)
    press(qtbot, window, Qt.Key.Key_A, held=CONTROL)
    with qtbot.waitSignal(window.workspace.noticed) as told:
        qtbot.keyClicks(window.page.markdown, "Rain all day.")
    assert told.args is not None
    assert told.args[0].text == "1 claim lost its words. Undo brings it back."
    press(qtbot, window, Qt.Key.Key_Z, held=CONTROL)
    assert words_under_claim(article_of(window)) == "120 people"


def test_words_cut_and_pasted_in_markdown_keep_their_claim(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    begin(qtbot, window, "Ferry", "Friday", "It carries 120 people.", "", "The boat sails.")
    claimed(window, "It carries 120 people")
    turn(qtbot, window)
    view = window.page.markdown
    view.moveCursor(QTextCursor.MoveOperation.Start)
    view.moveCursor(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    press(qtbot, window, Qt.Key.Key_X, held=CONTROL)
    assert words_under_claim(article_of(window)) == ""
    press(qtbot, window, Qt.Key.Key_End, held=CONTROL)
    press(qtbot, window, Qt.Key.Key_Return, Qt.Key.Key_Return)
    press(qtbot, window, Qt.Key.Key_V, held=CONTROL)
    turn(qtbot, window)
    assert words_under_claim(article_of(window)) == "It carries 120 people"
    assert texts(article_of(window))[-1] == "It carries 120 people."


def test_empty_body_begins_in_markdown(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    begin(qtbot, window, "Ferry", "Friday")
    turn(qtbot, window)
    qtbot.keyClicks(window.page.markdown, "> Said.")
    turn(qtbot, window)
    assert Paragraph(line=EMPTY_LINE) not in article_of(window).body.leaves
    assert texts(article_of(window)) == ["Said."]
