"""A piece goes to a checker at another desk and comes back, both having worked on it; what changed is compared."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QTextCursor
from PySide6.QtWidgets import QFileDialog, QListWidget, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from deskeditor.article.body import leaf_text
from deskeditor.article.claim_words import claimed_words
from deskeditor.article.claims import Claim, Verdict
from deskeditor.ui.compare_view import CompareView
from deskeditor.ui.dialogs.compare_dialog import CompareDialog
from deskeditor.ui.main_window import MainWindow
from tests.journeys.conftest import OpenDesk
from tests.journeys.steps import ALT, CONTROL, SHIFT, article_of, dialog_of, settled

TEXT = "The council voted 14 to 9 for a night ferry.\n\nFares stay frozen for two years, and children travel free."


def shown(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def notice(window: MainWindow) -> str:
    return "" if window.notices.isHidden() else window.notices.accessibleName()


def write(qtbot: QtBot, window: MainWindow, text: str) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(window.page.headline.hasFocus)
    qtbot.keyClicks(window.page.headline, "Marlow backs ferry")
    qtbot.keyClick(window, Qt.Key.Key_3, ALT)
    for number, paragraph in enumerate(text.split("\n\n")):
        if number:
            qtbot.keyClick(window.page.body, Qt.Key.Key_Return)
        qtbot.keyClicks(window.page.body, paragraph)
    settled(qtbot, window)


def select(window: MainWindow, words: str) -> None:
    body = window.page.body
    body.setFocus()
    cursor = body.document().find(words)
    assert not cursor.isNull()
    body.setTextCursor(cursor)


def claim_on(window: MainWindow, words: str) -> Claim:
    article = article_of(window)
    found = claimed_words(article)
    return next(one for one in article.claims if one.id in found and found[one.id].words == words)


def send(qtbot: QtBot, window: MainWindow, to: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown(qtbot, window)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(to), ""))
    qtbot.keyClick(window, Qt.Key.Key_H, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: notice(window).startswith("Handed off"))
    assert to.is_file()


def take(qtbot: QtBot, window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown(qtbot, window)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    qtbot.keyClick(window, Qt.Key.Key_O, CONTROL)


def test_out_to_a_second_desk_and_back_with_edits_on_both_sides(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = open_desk(tmp_path / "editor", "Ada Byte")
    write(qtbot, editor, TEXT)
    out, back = tmp_path / "out.deskstory", tmp_path / "back.deskstory"
    send(qtbot, editor, out, monkeypatch)

    checker = open_desk(tmp_path / "checker", "Bea Cole")
    take(qtbot, checker, out, monkeypatch)
    qtbot.waitUntil(lambda: notice(checker).startswith("A check copy from Ada Byte"))
    assert article_of(checker).headline.text == "Marlow backs ferry"
    select(checker, "14 to 9")
    qtbot.keyClick(checker, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: len(article_of(checker).claims) == 1)
    qtbot.keyClick(checker, Qt.Key.Key_Return, ALT | SHIFT)
    qtbot.waitUntil(lambda: article_of(checker).claims[0].judgement is not None)
    select(checker, "two")
    qtbot.keyClicks(checker.page.body, "three")
    settled(qtbot, checker)
    send(qtbot, checker, back, monkeypatch)

    shown(qtbot, editor)
    select(editor, "two")
    qtbot.keyClicks(editor.page.body, "four")
    select(editor, "night ")
    qtbot.keyClick(editor.page.body, Qt.Key.Key_Delete)
    settled(qtbot, editor)
    take(qtbot, editor, back, monkeypatch)
    told = "1 verdict, 1 suggested wording, 1 new claim came back from Bea Cole."
    qtbot.waitUntil(lambda: notice(editor) == told)
    assert [leaf_text(leaf) for leaf in article_of(editor).body] == [
        "The council voted 14 to 9 for a ferry.",
        "Fares stay frozen for four years, and children travel free.",
    ]
    judged = claim_on(editor, "14 to 9")
    assert judged.judgement is not None
    assert (judged.judgement.verdict, judged.judgement.by) == (Verdict.OK, "Bea Cole")
    suggested = claim_on(editor, "four")
    assert suggested.query is not None
    assert suggested.query.wording == "three"
    assert all(entry.by != "Ada Byte" for entry in article_of(editor).claim_log if "verdict" in entry.text)

    before = article_of(editor)
    take(qtbot, editor, back, monkeypatch)
    qtbot.waitUntil(lambda: "was taken in before" in notice(editor))
    assert article_of(editor) == before


def test_a_hand_off_that_is_dropped_on_the_window_is_taken_and_undone_in_one_step(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = open_desk(tmp_path / "editor", "Ada Byte")
    write(qtbot, editor, TEXT)
    out, back = tmp_path / "out.deskstory", tmp_path / "back.deskstory"
    send(qtbot, editor, out, monkeypatch)
    checker = open_desk(tmp_path / "checker", "Bea Cole")
    drop(checker, out)
    qtbot.waitUntil(lambda: notice(checker).startswith("A check copy"))
    select(checker, "two")
    qtbot.keyClicks(checker.page.body, "three")
    settled(qtbot, checker)
    send(qtbot, checker, back, monkeypatch)
    shown(qtbot, editor)
    before = article_of(editor).body
    drop(editor, back)
    qtbot.waitUntil(lambda: notice(editor) == "Edits of the copy came back from Bea Cole.")
    assert "three years" in leaf_text(article_of(editor).body.leaves[1])
    editor.page.body.setFocus()
    qtbot.keyClick(editor.page.body, Qt.Key.Key_Z, CONTROL)
    assert article_of(editor).body == before


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    window.dropEvent(
        QDropEvent(
            QPointF(QPoint(5, 5)),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def test_a_damaged_hand_off_is_told_and_changes_nothing(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_desk(tmp_path / "desk", "Ada Byte")
    write(qtbot, window, TEXT)
    before = article_of(window)
    broken = tmp_path / "broken.deskstory"
    broken.write_bytes(b"PK\x03\x04 not really")
    take(qtbot, window, broken, monkeypatch)
    qtbot.waitUntil(lambda: "“broken.deskstory” can't be opened" in notice(window))
    assert article_of(window) == before


# Comparing


def compare(qtbot: QtBot, window: MainWindow) -> tuple[CompareDialog, CompareView]:
    shown(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_D, CONTROL)
    dialog = dialog_of(qtbot, window, CompareDialog)
    assert isinstance(dialog, CompareDialog)
    view = dialog.findChild(CompareView)
    assert isinstance(view, CompareView)
    qtbot.waitUntil(lambda: bool(view.toPlainText()))
    return dialog, view


def test_what_changed_since_it_was_sent_is_seen_and_walked_through_by_keys(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_desk(tmp_path / "desk", "Ada Byte")
    write(qtbot, window, TEXT)
    send(qtbot, window, tmp_path / "out.deskstory", monkeypatch)
    select(window, "two")
    qtbot.keyClicks(window.page.body, "three")
    select(window, "night ")
    qtbot.keyClick(window.page.body, Qt.Key.Key_Delete)
    before = article_of(window)
    dialog, view = compare(qtbot, window)
    since = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Since sent to checker")
    assert since.isChecked()
    assert [(words, _look(view, words)) for words in ("night ", "two", "three", "frozen")] == [
        ("night ", "struck"),
        ("two", "struck"),
        ("three", "underlined"),
        ("frozen", "plain"),
    ]
    seen = []
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_N)
        seen.append(view.textCursor().selectedText())
    assert seen == ["night ", "twothree", "night "]
    qtbot.keyClick(view, Qt.Key.Key_P)
    assert view.textCursor().selectedText() == "twothree"
    qtbot.keyClicks(view, "typed")
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert article_of(window).body == before.body


def _look(view: QTextEdit, words: str) -> str:
    cursor: QTextCursor = view.document().find(words)
    assert not cursor.isNull()
    form = cursor.charFormat()
    return "struck" if form.fontStrikeOut() else "underlined" if form.fontUnderline() else "plain"


def test_a_kept_state_is_compared_from_the_history_panel(qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path) -> None:
    window = open_desk(tmp_path / "desk", "Ada Byte")
    write(qtbot, window, TEXT)
    qtbot.keyClick(window, Qt.Key.Key_S, CONTROL)
    kept = window.history.findChild(QListWidget)
    qtbot.waitUntil(lambda: kept.count() == 1)
    select(window, "two")
    qtbot.keyClicks(window.page.body, "three")
    qtbot.keyClick(window, Qt.Key.Key_8, ALT)
    kept.setCurrentRow(0)
    button = next(one for one in window.history.findChildren(QPushButton) if one.text() == "Compare…")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    view = dialog_of(qtbot, window, CompareDialog).findChild(CompareView)
    qtbot.waitUntil(lambda: view.changes == 1)
    assert (_look(view, "two"), _look(view, "three")) == ("struck", "underlined")


def test_an_article_without_kept_states_has_nothing_to_compare_with(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path
) -> None:
    window = open_desk(tmp_path / "desk", "Ada Byte")
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(window.page.headline.hasFocus)
    qtbot.keyClick(window, Qt.Key.Key_D, CONTROL)
    qtbot.waitUntil(lambda: notice(window).startswith("Nothing to compare with yet"))


def test_a_store_on_a_network_share_is_warned_about_once(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deskeditor.store.network.is_on_network", lambda folder: True)
    window = open_desk(tmp_path / "desk", "Ada Byte")
    qtbot.waitUntil(lambda: "network share" in notice(window))
    window.close()
    again = open_desk(tmp_path / "desk", "Ada Byte")
    write(qtbot, again, TEXT)
    assert "network share" not in notice(again)
