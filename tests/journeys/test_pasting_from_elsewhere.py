"""What comes from Word or a page keeps its structure, is told in one line, and may be had otherwise."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from deskeditor.article.body import ListItem, Paragraph, is_quoted, leaf_lines
from deskeditor.article.line import MarkKind
from deskeditor.ui.dialogs.original_dialog import OriginalDialog
from deskeditor.ui.dialogs.sorting_dialog import SortingDialog
from deskeditor.ui.main_window import MainWindow
from tests.journeys.steps import ALT, CONTROL, SHIFT, article_of, dialog_of, settled
from tests.markup.office_pages import word_comment, word_comments, word_item, word_page

WORD = word_page(
    "<p class=MsoNormal>The <a href='https://osk.example/'>harbour</a> "
    + word_comment("froze", 1)
    + ".</p>"
    + word_item("one boat", "·")
    + word_item("two boats", "·")
    + "<p class=MsoQuote>It was cold.</p>"
    + word_comments((1, "Bo Lind", "Who says?"))
)
PLAIN = "The harbour froze.\n\none boat\n\ntwo boats\n\nIt was cold."


def begin(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(window.page.headline.hasFocus)
    qtbot.keyClick(window, Qt.Key.Key_3, ALT)
    qtbot.keyClicks(window.page.body, "Before.")
    qtbot.keyClick(window.page.body, Qt.Key.Key_Return)


def paste(qtbot: QtBot, window: MainWindow, *, html: str = "", text: str = "", into: QWidget | None = None) -> None:
    copied = QMimeData()
    if html:
        copied.setHtml(html)
    if text:
        copied.setText(text)
    QApplication.clipboard().setMimeData(copied)
    qtbot.keyClick(into or window.page.body, Qt.Key.Key_V, CONTROL)


def offers(window: MainWindow) -> list[str]:
    buttons = window.notices.findChildren(QPushButton)
    return [button.text() for button in buttons if not button.isHidden()]


def take(qtbot: QtBot, window: MainWindow, label: str) -> None:
    """Lead the keyboard to the notice and on to an offer, and press it."""
    qtbot.keyClick(window, Qt.Key.Key_F6)
    for _ in range(offers(window).index(label)):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    focused = window.focusWidget()
    assert isinstance(focused, QPushButton), focused
    assert focused.text() == label
    qtbot.keyClick(focused, Qt.Key.Key_Space)


def rows(window: MainWindow) -> list[str]:
    return [line.text for leaf in article_of(window).body for line in leaf_lines(leaf)]


def test_word_copy_keeps_its_structure_and_is_told(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    begin(qtbot, window)
    paste(qtbot, window, html=WORD, text=PLAIN)
    body = article_of(window).body
    assert [type(leaf) for leaf in body] == [Paragraph, Paragraph, ListItem, ListItem, Paragraph]
    assert rows(window) == ["Before.", "The harbour froze.", "one boat", "two boats", "It was cold."]
    assert is_quoted(body.leaves[-1])
    links = [run.text for run in leaf_lines(body.leaves[1])[0] if run.has(MarkKind.LINK)]
    assert links == ["harbour"]
    assert window.notices.accessibleName() == "1 quote, 1 list, 1 link, 1 comment kept; 1 font dropped."
    assert offers(window) == ["Paste as plain text", "Show what was pasted"]
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert rows(window) == ["Before.", ""]


def test_it_can_be_had_as_plain_text_and_one_undo_takes_that_back(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    begin(qtbot, window)
    paste(qtbot, window, html=WORD, text=PLAIN)
    take(qtbot, window, "Paste as plain text")
    body = article_of(window).body
    assert rows(window) == ["Before.", *PLAIN.split("\n\n")]
    assert {type(leaf) for leaf in body} == {Paragraph}
    assert not any(run.marks for leaf in body for line in leaf_lines(leaf) for run in line)
    assert window.page.body.hasFocus()
    qtbot.keyClicks(window.page.body, " More.")
    assert rows(window)[-1] == "It was cold. More."
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert rows(window) == ["Before.", ""]


def test_plain_text_takes_the_place_of_what_the_paste_replaced(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    begin(qtbot, window)
    qtbot.keyClicks(window.page.body, "Old words.")
    qtbot.keyClick(window.page.body, Qt.Key.Key_Home, SHIFT)
    paste(qtbot, window, html=WORD, text=PLAIN)
    assert "Old words." not in rows(window)
    take(qtbot, window, "Paste as plain text")
    assert rows(window) == ["Before.", *PLAIN.split("\n\n")]
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert rows(window) == ["Before.", "Old words."]


def test_words_typed_since_are_never_taken_back_for_it(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    begin(qtbot, window)
    paste(qtbot, window, html=WORD, text=PLAIN)
    # A moment later: only the window itself knows when it has looked at the article.
    qtbot.waitUntil(lambda: window.paste_report.is_settled)
    qtbot.keyClicks(window.page.body, "!")
    typed = rows(window)
    take(qtbot, window, "Paste as plain text")
    assert rows(window) == typed
    assert window.notices.accessibleName().startswith("The text was changed since")


def test_the_page_is_shown_as_it_came_and_kept_with_the_article(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    begin(qtbot, window)
    paste(qtbot, window, html=WORD, text=PLAIN)
    take(qtbot, window, "Show what was pasted")
    dialog = dialog_of(qtbot, window, OriginalDialog)
    assert "mso-list:l0 level1" in dialog.findChild(QPlainTextEdit).toPlainText()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settled(qtbot, window)
    kept = window.workspace.read(lambda store: store.originals(article_of(window).id)).result(timeout=10)
    assert [(original.name, original.data.decode()) for original in kept] == [("pasted page", WORD)]


def test_what_is_kept_of_pages_leaves_sorting_to_the_words(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    begin(qtbot, window)
    paste(qtbot, window, html=WORD, text=PLAIN)
    settled(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_I, CONTROL | SHIFT)
    dialog = dialog_of(qtbot, window, SortingDialog)
    assert isinstance(dialog, SortingDialog)
    assert "mso-list" not in " ".join(line.text for line in dialog.sorting.lines)
    assert "one boat" in " ".join(line.text for line in dialog.sorting.lines)


def test_a_whole_page_with_structure_is_offered_in_one_notice(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(window.page.headline.hasFocus)
    qtbot.keyClick(window, Qt.Key.Key_3, ALT)
    paste(qtbot, window, html=WORD, text="\n".join(["row"] * 9))
    assert window.notices.accessibleName().startswith("This looks like a whole page. 1 quote")
    assert offers(window) == ["Sort into fields…", "Paste as plain text", "Show what was pasted"]


def test_markdown_stays_plain_text_until_it_is_wanted(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    begin(qtbot, window)
    paste(qtbot, window, text="## Head\n\n- one\n- two")
    assert rows(window) == ["Before.", "## Head", "- one\u2028- two"]
    take(qtbot, window, "Read as Markdown")
    assert rows(window) == ["Before.", "Head", "one", "two"]
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert rows(window) == ["Before.", ""]


def test_a_few_words_are_pasted_in_silence(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    begin(qtbot, window)
    paste(qtbot, window, html="<span style='font-family:Papyrus;color:red'>red <a href='https://a.example/'>words</a>")
    assert rows(window)[-1] == "red words"
    assert window.notices.isHidden()


def test_a_line_tells_what_it_could_not_take(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    begin(qtbot, window)
    headline = window.page.headline
    headline.setFocus()
    paste(qtbot, window, html=WORD, text=PLAIN, into=headline)
    assert article_of(window).headline.text == "The harbour froze. one boat two boats It was cold."
    assert window.notices.accessibleName() == "1 link, 1 comment kept; 1 quote, 1 list made plain words."
    take(qtbot, window, "Paste as plain text")
    assert headline.hasFocus()
    assert [run.marks for run in article_of(window).headline] == [frozenset()]
    assert article_of(window).notes == ()


def test_a_summary_point_tells_it_too_and_may_be_gone_by_then(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    begin(qtbot, window)
    window.workspace.current.add_bullet()
    (point,) = window.summary.editors()
    point.setFocus()
    footnote = '<p>Froze<a href="#fn-1" class="footnote-ref">1</a>.</p><section class="footnotes"><ol>'
    paste(qtbot, window, html=f'{footnote}<li id="fn-1">In May.</li></ol></section>', into=point)
    assert article_of(window).summary[0].line.text == "Froze."
    assert window.notices.accessibleName() == "1 footnote dropped."
    qtbot.waitUntil(lambda: window.paste_report.is_settled)
    qtbot.keyClick(point, Qt.Key.Key_Delete, ALT)
    take(qtbot, window, "Paste as plain text")
    assert article_of(window).summary == ()
    assert window.notices.accessibleName().startswith("The text was changed since")


def test_words_alone_are_not_told_of(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    begin(qtbot, window)
    window.page.headline.setFocus()
    told: list[str] = []
    window.workspace.noticed.connect(lambda notice: told.append(notice.text))
    paste(qtbot, window, html="<p style='font-family: Arial'>The <b>harbour</b></p>", into=window.page.headline)
    assert article_of(window).headline.text == "The harbour"
    assert told == []
