"""An editor is told of misspellings and mends them, by keys and by mouse."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from deskeditor.article.body import Code, Paragraph, body_of
from deskeditor.article.change import Change
from deskeditor.article.line import Mark, MarkKind, Run, line_of, plain_line
from deskeditor.markup.plain_text import body_text
from deskeditor.ui.acts import Act
from deskeditor.ui.dialogs.spelling_dialog import SpellingDialog
from deskeditor.ui.editor.rich_editor import RichEditor
from deskeditor.ui.main_window import MainWindow
from tests.journeys.steps import CONTROL, SHIFT, article_of, dialog_of, settled

STRONG = frozenset({Mark(MarkKind.STRONG)})


def marked(editor: RichEditor) -> list[str]:
    """The words with a wave under them."""
    return [
        selection.cursor.selectedText()
        for selection in editor.extraSelections()
        if selection.format.underlineStyle() is QTextCharFormat.UnderlineStyle.WaveUnderline
    ]


def notices(window: MainWindow) -> list[str]:
    """What the window tells from now on."""
    told: list[str] = []
    window.workspace.noticed.connect(lambda notice: told.append(notice.text))
    return told


def menu_of(qtbot: QtBot) -> QMenu:
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


@pytest.fixture
def window(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> MainWindow:
    opened = open_window()
    qtbot.keyClick(opened, Qt.Key.Key_N, CONTROL)
    current = opened.workspace.current
    assert current is not None
    current.set_line(Change.HEADLINE, plain_line("The harbor frooze"))
    current.set_body(
        body_of(
            [
                Paragraph(
                    line=line_of([Run(text="It was "), Run(text="verry", marks=STRONG), Run(text=" cold 😀 todday.")])
                ),
                Code(text="frooze = verry"),
            ]
        )
    )
    settled(qtbot, opened)
    return opened


def test_misspellings_are_marked_and_nothing_else(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: marked(window.page.body) == ["verry", "todday"])
    qtbot.waitUntil(lambda: marked(window.page.headline) == ["frooze"])
    assert not window.workspace.current.unsaved


def test_the_word_being_typed_is_left_alone(qtbot: QtBot, window: MainWindow) -> None:
    body = window.page.body
    qtbot.waitUntil(lambda: len(marked(body)) == 2)
    qtbot.keyClick(body, Qt.Key.Key_Home, CONTROL)
    check = window.spelling_acts.check_of(body)
    with qtbot.waitSignal(check.marked):
        qtbot.keyClicks(body, "Agian")
    assert "Agian" not in marked(body)
    qtbot.keyClicks(body, " it ")
    qtbot.waitUntil(lambda: "Agian" in marked(body))


def test_by_keys_from_one_to_the_next_and_back(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: len(marked(window.page.body)) == 2)
    before = article_of(window)
    window.page.headline.setFocus()
    qtbot.keyClick(window.page.headline, Qt.Key.Key_Home)
    qtbot.keyClick(window.page.headline, Qt.Key.Key_F7)
    menu = menu_of(qtbot)
    assert window.page.headline.textCursor().selectedText() == "frooze"
    assert "froze" in menu.actions()[0].text() or any("froze" in action.text() for action in menu.actions())
    number = next(n for n, action in enumerate(menu.actions()) if action.text().endswith("froze"))
    qtbot.keyClick(menu, Qt.Key(Qt.Key.Key_1.value + number))
    assert article_of(window).headline.text == "The harbor froze"
    qtbot.keyClick(window.page.headline, Qt.Key.Key_F7)
    menu = menu_of(qtbot)
    assert window.page.body.textCursor().selectedText() == "verry"
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    leaf = article_of(window).body.leaves[0]
    # What is put in its place is as bold as it was.
    assert isinstance(leaf, Paragraph)
    assert [run.text for run in leaf.line if run.marks]
    assert "verry" not in leaf.line.text
    qtbot.keyClick(window.page.body, Qt.Key.Key_Z, CONTROL)
    qtbot.keyClick(window.page.body, Qt.Key.Key_Z, CONTROL)
    assert article_of(window).headline == before.headline
    assert article_of(window).body == before.body


def test_a_word_of_ones_own_is_right_from_then_on(
    qtbot: QtBot, window: MainWindow, open_window: Callable[[], MainWindow]
) -> None:
    qtbot.waitUntil(lambda: marked(window.page.headline) == ["frooze"])
    window.page.headline.setFocus()
    qtbot.keyClick(window.page.headline, Qt.Key.Key_Home)
    qtbot.keyClick(window.page.headline, Qt.Key.Key_F7)
    qtbot.keyClick(menu_of(qtbot), Qt.Key.Key_A)
    qtbot.waitUntil(lambda: marked(window.page.headline) == [])
    window.close()
    again = open_window()
    qtbot.waitUntil(lambda: marked(again.page.body) == ["verry", "todday"])
    assert marked(again.page.headline) == []


def test_a_word_added_by_mistake_is_taken_out_again(qtbot: QtBot, window: MainWindow, home: Path) -> None:
    (home / "words.txt").write_text("# people\nOkoro\n", encoding="utf-8")
    qtbot.waitUntil(lambda: marked(window.page.headline) == ["frooze"])
    window.page.headline.setFocus()
    qtbot.keyClick(window.page.headline, Qt.Key.Key_Home)
    qtbot.keyClick(window.page.headline, Qt.Key.Key_F7)
    qtbot.keyClick(menu_of(qtbot), Qt.Key.Key_A)
    qtbot.waitUntil(lambda: marked(window.page.headline) == [])
    assert (home / "words.txt").read_text(encoding="utf-8") == "# people\nOkoro\nfrooze\n"
    undo = next(button for button in window.notices.findChildren(QPushButton) if button.text() == "Undo")
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: marked(window.page.headline) == ["frooze"])
    assert (home / "words.txt").read_text(encoding="utf-8") == "# people\nOkoro\n"


def test_a_right_click_offers_what_may_be_meant(qtbot: QtBot, window: MainWindow) -> None:
    body = window.page.body
    qtbot.waitUntil(lambda: len(marked(body)) == 2)
    cursor = body.textCursor()
    cursor.setPosition(body_text(article_of(window).body).index("verry") + 2)
    body.setTextCursor(cursor)
    place = body.cursorRect().center()
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(body.viewport(), QContextMenuEvent(reason, place, body.viewport().mapToGlobal(place)))
    menu = menu_of(qtbot)
    assert any(action.text().endswith("very") for action in menu.actions())
    menu.close()


def test_names_that_the_article_tells_are_right(qtbot: QtBot, window: MainWindow) -> None:
    body = window.page.body
    qtbot.waitUntil(lambda: len(marked(body)) == 2)
    qtbot.keyClick(body, Qt.Key.Key_Home, CONTROL)
    qtbot.keyClicks(body, "Okorro sailed. Zzyzx sailed. ")
    qtbot.waitUntil(lambda: marked(body) == ["Okorro", "Zzyzx", "verry", "todday"])
    # A capital inside a sentence tells a name.
    qtbot.keyClicks(body, "And so did Okorro. ")
    qtbot.waitUntil(lambda: marked(body) == ["Zzyzx", "verry", "todday"])
    for _ in "Okorro. ":
        qtbot.keyClick(body, Qt.Key.Key_Backspace)
    qtbot.keyClicks(body, "she. ")
    qtbot.waitUntil(lambda: marked(body) == ["Okorro", "Zzyzx", "verry", "todday"])
    # And so do the fields.
    qtbot.keyClicks(window.tags.findChild(QLineEdit), "Zzyzx Group")
    qtbot.keyClick(window.tags.findChild(QLineEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: marked(body) == ["Okorro", "verry", "todday"])
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    qtbot.keyClicks(body, "Zzyzx sailed. ")
    qtbot.waitUntil(lambda: marked(body) == ["Zzyzx"])


def test_off_is_off_and_remembered(qtbot: QtBot, window: MainWindow, open_window: Callable[[], MainWindow]) -> None:
    qtbot.waitUntil(lambda: len(marked(window.page.body)) == 2)
    window.actions_[Act.CHECK_SPELLING].trigger()
    qtbot.waitUntil(lambda: marked(window.page.body) == [])
    window.close()
    again = open_window()
    qtbot.waitUntil(lambda: again.workspace.jobs.idle)
    assert not again.actions_[Act.CHECK_SPELLING].isChecked()
    assert marked(again.page.body) == []


def test_a_language_without_a_dictionary_is_left_alone(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: len(marked(window.page.body)) == 2)
    window.workspace.current.set_field(Change.LANGUAGE, "az")
    qtbot.waitUntil(lambda: marked(window.page.body) == [])
    told = notices(window)
    qtbot.keyClick(window.page.body, Qt.Key.Key_F7)
    assert "no dictionary for Azerbaijani" in told[0]


def test_a_word_that_no_dictionary_can_spell_is_offered_to_the_lists(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: len(marked(window.page.body)) == 2)
    window.workspace.current.set_line(Change.HEADLINE, plain_line("The şəhər"))
    window.page.headline.setFocus()
    qtbot.keyClick(window.page.headline, Qt.Key.Key_Home)
    qtbot.keyClick(window.page.headline, Qt.Key.Key_F7)
    menu = menu_of(qtbot)
    assert window.page.headline.textCursor().selectedText() == "şəhər"
    assert any("my words" in action.text() for action in menu.actions())
    menu.close()


def test_it_is_said_that_the_way_went_round_and_that_nothing_is_wrong(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: len(marked(window.page.body)) == 2)
    told = notices(window)
    window.page.body.setFocus()
    qtbot.keyClick(window.page.body, Qt.Key.Key_End, CONTROL)
    qtbot.keyClick(window.page.body, Qt.Key.Key_F7)
    menu_of(qtbot).close()
    assert window.page.headline.textCursor().selectedText() == "frooze"
    assert told.pop() == "From the start of the article."
    qtbot.keyClick(window.page.headline, Qt.Key.Key_F7)
    menu_of(qtbot).close()
    assert window.page.body.textCursor().selectedText() == "verry"
    assert not told
    qtbot.keyClick(window.page.body, Qt.Key.Key_F7, SHIFT)
    menu_of(qtbot).close()
    qtbot.keyClick(window.page.headline, Qt.Key.Key_F7, SHIFT)
    menu_of(qtbot).close()
    assert window.page.body.textCursor().selectedText() == "todday"
    assert told.pop() == "From the end of the article."
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    qtbot.keyClicks(window.page.body, "It was cold.")
    qtbot.keyClick(window.page.body, Qt.Key.Key_F7)
    assert told == ["No misspelling in this article."]


def test_a_language_without_a_dictionary_of_its_own_is_told_of_once(
    qtbot: QtBot, window: MainWindow, open_window: Callable[[], MainWindow]
) -> None:
    told = notices(window)
    current = window.workspace.current
    assert not told
    current.set_field(Change.LANGUAGE, "az")
    current.set_field(Change.LANGUAGE, "en-GB")
    current.set_field(Change.LANGUAGE, "en")
    current.set_field(Change.LANGUAGE, "az")
    assert len(told) == 2
    assert "no dictionary for Azerbaijani on this machine: its spelling is not checked" in told[0]
    assert "no dictionary for English, United Kingdom" in told[1]
    assert "that for English, United States is used" in told[1]
    offer = next(button for button in window.notices.findChildren(QPushButton) if button.text() == "What to do…")
    qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    dialog_of(qtbot, window, SpellingDialog).close()
    window.close()
    again = open_window()
    told = notices(again)
    again.workspace.current.set_field(Change.LANGUAGE, "en-GB")
    again.workspace.current.set_field(Change.LANGUAGE, "az")
    assert not told


def test_what_is_typed_behind_a_misspelling_is_not_marked(qtbot: QtBot, window: MainWindow) -> None:
    headline = window.page.headline
    qtbot.waitUntil(lambda: marked(headline) == ["frooze"])
    qtbot.keyClick(headline, Qt.Key.Key_End)
    qtbot.keyClicks(headline, " over")
    assert marked(headline) == ["frooze"]


def test_a_window_that_was_closed_with_misspellings_marked_holds_no_text(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: len(marked(window.page.body)) == 2)
    current = window.workspace.current
    assert current is not None
    window.close()
    for editor in window.findChildren(RichEditor):
        assert editor.extraSelections() == []
        assert editor.document().parent() is not current
