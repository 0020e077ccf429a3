"""The desk lists what a piece stands on, by keys; what is off the record never leaves with it."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from deskeditor.article.body import Paragraph, body_of
from deskeditor.article.claims import ClaimKind, Evidence, Verdict
from deskeditor.article.line import Mark, MarkKind, Run, line_of, plain_line
from deskeditor.article.place import Field, Place
from deskeditor.article.sources import SourceKind, Terms
from deskeditor.export.formats import Format, render
from deskeditor.export.page import render_page
from deskeditor.ui.editor.locator_bubble import LocatorBubble
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.notice_bar import NoticeBar
from deskeditor.ui.source_head import SourceHead
from deskeditor.ui.source_row import SourceRow
from deskeditor.workspace.checking import Checking
from tests.journeys.steps import ALT, CONTROL, SHIFT, article_of, settled

Key = Qt.Key
Widget = TypeVar("Widget", bound=QWidget)

TEXT = "The council voted 14 to 9 for a night ferry, said Mira Aldous on 15 July."
VOTE = Place(field=Field.BODY, start=18, end=25)


@pytest.fixture
def window(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> MainWindow:
    opened = open_window()
    qtbot.keyClick(opened, Key.Key_N, CONTROL)
    current = opened.workspace.current
    assert current is not None
    current.set_body(body_of([Paragraph(line=plain_line(TEXT))]))
    settled(qtbot, opened)
    return opened


@pytest.fixture
def asked_to_open(window: MainWindow) -> list[QUrl]:
    """What would be handed to the browser, or to the program for a file."""
    asked: list[QUrl] = []

    def keep(url: QUrl) -> bool:
        asked.append(url)
        return True

    window.source_acts.open_url = keep
    return asked


def focused(window: MainWindow) -> QWidget:
    found = window.focusWidget()
    assert found is not None
    return found


def press(qtbot: QtBot, window: MainWindow, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(focused(window), key)


def add(qtbot: QtBot, window: MainWindow, *lines: str) -> None:
    qtbot.keyClick(window, Key.Key_D, ALT | SHIFT)
    for line in lines:
        qtbot.keyClicks(focused(window), line)
        press(qtbot, window, Key.Key_Return)


def go_to_list(qtbot: QtBot, window: MainWindow) -> SourceHead:
    qtbot.keyClick(window, Key.Key_V, ALT | SHIFT)
    head = focused(window)
    assert isinstance(head, SourceHead)
    return head


def titles(window: MainWindow) -> list[tuple[int, str]]:
    return [(source.number, source.title) for source in article_of(window).sources]


def field(window: MainWindow, kind: type[Widget], name: str) -> Widget:
    return next(
        found for found in window.sources.findChildren(kind) if found.accessibleName() == name and found.isVisible()
    )


def shown(window: MainWindow) -> list[str]:
    """What the rows say, as the screen reader hears it."""
    rows = sorted((row for row in window.sources.findChildren(SourceRow) if row.isVisible()), key=lambda row: row.y())
    return [row.head.accessibleName() for row in rows]


def told(window: MainWindow) -> str:
    return window.findChild(NoticeBar).accessibleName()


def marked_claim(window: MainWindow, *evidence: Evidence) -> None:
    current = window.workspace.current
    assert current is not None
    checking = Checking(window.workspace)
    claim_id = checking.mark(current, VOTE, ClaimKind.NUMBER)
    assert claim_id is not None
    checking.judge(current, [claim_id], Verdict.OK, evidence)


def clip(data: QMimeData) -> None:
    QApplication.clipboard().setMimeData(data)


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_sources_are_typed_one_after_another(qtbot: QtBot, window: MainWindow) -> None:
    add(qtbot, window, "call w/ Klaar 17 July", "https://example.org/vote", "   ")
    assert titles(window) == [(1, "call w/ Klaar 17 July"), (2, "example.org/vote")]
    assert window.sources.input.hasFocus()
    assert shown(window) == [
        "Source 1: call w/ Klaar 17 July, Call · 17 July · Klaar · 0\u00a0claims",
        "Source 2: example.org/vote, Page · 0\u00a0claims",
    ]
    marked_claim(window, Evidence(source=1), Evidence(source=2, contradicts=True))
    assert shown(window) == [
        "Source 1: call w/ Klaar 17 July, Call · 17 July · Klaar · 1\u00a0claim",
        "Source 2: example.org/vote, Page · against\u00a01",
    ]
    add(qtbot, window, "https://www.example.org/vote/")
    assert len(titles(window)) == 2
    assert told(window) == "That is source 2 already."
    settled(qtbot, window)
    stored = window.workspace.read(lambda store: store.load(article_of(window).id)).result(timeout=20)
    assert stored.article.sources == article_of(window).sources


def test_the_clipboard_gives_addresses_lines_and_files(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    add(qtbot, window)
    one = QMimeData()
    one.setText("https://example.org/a")
    clip(one)
    qtbot.keyClick(focused(window), Key.Key_V, CONTROL)
    assert (titles(window), window.sources.input.text()) == ([], "https://example.org/a")
    press(qtbot, window, Key.Key_Return)
    several = QMimeData()
    several.setText("https://example.org/b\n\ncall w/ Reed\n")
    clip(several)
    qtbot.keyClick(focused(window), Key.Key_V, CONTROL)
    assert titles(window) == [(1, "example.org/a"), (2, "example.org/b"), (3, "call w/ Reed")]
    minutes = tmp_path / "council_minutes.txt"
    minutes.write_text("14 to 9", encoding="utf-8")
    clip(files(minutes))
    qtbot.keyClick(focused(window), Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: len(titles(window)) == 4)
    assert titles(window)[3] == (4, "council minutes")
    # In the list, too, and the same file is no second source.
    go_to_list(qtbot, window)
    qtbot.keyClick(focused(window), Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: told(window) == "That is source 4 already.")
    current = window.workspace.current
    assert current is not None
    for _ in range(3):
        current.undo()
    assert titles(window) == []


def test_a_file_that_cannot_be_kept_is_told_and_the_others_are(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    empty, minutes = tmp_path / "empty.txt", tmp_path / "minutes.txt"
    empty.write_bytes(b"")
    minutes.write_text("14 to 9", encoding="utf-8")
    add(qtbot, window)
    clip(files(empty, minutes))
    qtbot.keyClick(focused(window), Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: titles(window) == [(1, "minutes")])
    assert told(window) == "“empty.txt” is empty."


def test_escape_leads_back_to_the_words_at_hand(qtbot: QtBot, window: MainWindow) -> None:
    window.page.body.setFocus()
    qtbot.keyClick(window.page.body, Key.Key_F9, SHIFT)
    walk = window.check_acts.walk
    add(qtbot, window, "minutes")
    press(qtbot, window, Key.Key_Escape)
    assert window.page.body.hasFocus()
    assert walk.is_on
    press(qtbot, window, Key.Key_1)
    assert article_of(window).claims[0].evidence == (Evidence(source=1),)
    go_to_list(qtbot, window)
    press(qtbot, window, Key.Key_Escape)
    assert window.page.body.hasFocus()


def test_files_and_pages_are_dropped_on_the_panel(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    add(qtbot, window)
    talk = tmp_path / "Klaar talk.mp3"
    talk.write_bytes(b"ID3\x04\x00talk")
    data = files(talk)
    data.setUrls([*data.urls(), QUrl("https://example.org/c")])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.sources.dropEvent(drop)
    qtbot.waitUntil(lambda: len(titles(window)) == 2)
    assert titles(window) == [(1, "example.org/c"), (2, "Klaar talk")]
    recording = article_of(window).sources[1]
    assert (recording.kind, recording.file_name) == (SourceKind.RECORDING, "Klaar talk.mp3")
    assert window.workspace.evidence.read(recording.media) == b"ID3\x04\x00talk"


def test_keys_lead_through_the_list(qtbot: QtBot, window: MainWindow) -> None:
    add(qtbot, window, "one", "two", "three")
    press(qtbot, window, Key.Key_Down)
    heads = [row.head for row in window.sources.findChildren(SourceRow)]
    assert focused(window) is heads[0]
    press(qtbot, window, Key.Key_Down, Key.Key_Down, Key.Key_Down)
    assert focused(window) is heads[2]
    press(qtbot, window, Key.Key_2)
    assert focused(window) is heads[1]
    press(qtbot, window, Key.Key_Up, Key.Key_Up)
    assert window.sources.input.hasFocus()
    assert go_to_list(qtbot, window) is heads[0]


def test_a_source_unfolds_and_is_told_more_of(qtbot: QtBot, window: MainWindow) -> None:
    add(qtbot, window, "Klaar")
    go_to_list(qtbot, window)
    press(qtbot, window, Key.Key_Return)
    press(qtbot, window, Key.Key_Tab)
    assert focused(window) is field(window, QLineEdit, "Title")
    field(window, QLineEdit, "Title").selectAll()
    qtbot.keyClicks(focused(window), "Ina Klaar, ministry")
    press(qtbot, window, Key.Key_Tab)
    assert titles(window) == [(1, "Ina Klaar, ministry")]
    assert focused(window) is field(window, QComboBox, "Type")
    press(qtbot, window, Key.Key_Up)
    assert article_of(window).sources[0].kind is SourceKind.EVENT
    for name, text in (
        ("Person", "Ina Klaar"),
        ("Contact (never leaves the desk)", "+1 555 0100"),
        ("Date", "17 July"),
        ("Address", "https://example.org/klaar"),
        ("Archived copy", "https://archive.example/klaar"),
    ):
        edit = field(window, QLineEdit, name)
        edit.setFocus()
        qtbot.keyClicks(edit, text)
    remark = field(window, QPlainTextEdit, "Remark")
    remark.setFocus()
    qtbot.keyClicks(remark, "Rang back twice")
    press(qtbot, window, Key.Key_Escape)
    assert isinstance(focused(window), SourceHead)
    (source,) = article_of(window).sources
    assert (source.person, source.contact, source.date) == ("Ina Klaar", "+1 555 0100", "17 July")
    assert (source.url, source.archived_url, source.remark) == (
        "https://example.org/klaar",
        "https://archive.example/klaar",
        "Rang back twice",
    )
    press(qtbot, window, Key.Key_Left)
    assert not window.sources.findChild(SourceRow).is_unfolded
    press(qtbot, window, Key.Key_F2)
    assert focused(window) is field(window, QLineEdit, "Title")


def test_a_title_that_was_emptied_comes_back(qtbot: QtBot, window: MainWindow) -> None:
    add(qtbot, window, "Klaar")
    go_to_list(qtbot, window)
    press(qtbot, window, Key.Key_F2, Key.Key_Delete, Key.Key_Return)
    assert titles(window) == [(1, "Klaar")]
    press(qtbot, window, Key.Key_Escape)
    assert field(window, QLineEdit, "Title").text() == "Klaar"


def test_one_is_removed_with_what_stood_on_it_and_undo_brings_both_back(qtbot: QtBot, window: MainWindow) -> None:
    add(qtbot, window, "minutes", "call w/ Klaar")
    marked_claim(window, Evidence(source=1, locator="p. 4"))
    go_to_list(qtbot, window)
    press(qtbot, window, Key.Key_Delete)
    assert titles(window) == [(2, "call w/ Klaar")]
    assert article_of(window).claims[0].evidence == ()
    assert told(window) == "Source 1 was removed. 1 claim no longer stands on it."
    assert isinstance(focused(window), SourceHead)
    qtbot.keyClick(window, Key.Key_Z, CONTROL)
    assert titles(window) == [(1, "minutes"), (2, "call w/ Klaar")]
    assert article_of(window).claims[0].evidence == (Evidence(source=1, locator="p. 4"),)
    go_to_list(qtbot, window)
    press(qtbot, window, Key.Key_Delete, Key.Key_Delete)
    assert window.sources.input.hasFocus()


def test_pages_and_files_open_only_when_asked(
    qtbot: QtBot, window: MainWindow, asked_to_open: list[QUrl], tmp_path: Path
) -> None:
    minutes, setup = tmp_path / "minutes.txt", tmp_path / "setup.exe"
    minutes.write_text("14 to 9", encoding="utf-8")
    setup.write_bytes(b"MZ\x90\x00")
    add(qtbot, window, "https://example.org/vote")
    clip(files(minutes, setup))
    qtbot.keyClick(focused(window), Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: len(titles(window)) == 3)
    assert asked_to_open == []
    go_to_list(qtbot, window)
    press(qtbot, window, Key.Key_O)
    assert [url.toString() for url in asked_to_open] == ["https://example.org/vote"]
    press(qtbot, window, Key.Key_2, Key.Key_O)
    copy = Path(asked_to_open[1].toLocalFile())
    assert (copy.name, copy.read_text(encoding="utf-8")) == ("minutes.txt", "14 to 9")
    assert not copy.is_relative_to(window.workspace.home)
    press(qtbot, window, Key.Key_3, Key.Key_O)
    assert len(asked_to_open) == 2
    assert told(window).startswith("Files of the kind .exe are kept, and not opened from here")
    # What it does is for the person to judge: a copy is shown in its folder.
    press(qtbot, window, Key.Key_F6, Key.Key_Return)
    folder = Path(asked_to_open[2].toLocalFile())
    assert [path.name for path in folder.iterdir()] == ["setup.exe"]


def test_an_address_that_is_no_page_is_not_opened(qtbot: QtBot, window: MainWindow, asked_to_open: list[QUrl]) -> None:
    current = window.workspace.current
    assert current is not None
    add(qtbot, window, "one")
    for address in ("javascript:alert(1)", "file:///etc/passwd", "file://host/x"):
        window.source_acts._sourcing.change(current, 1, url=address)
        go_to_list(qtbot, window)
        press(qtbot, window, Key.Key_O)
    assert asked_to_open == []
    window.source_acts._sourcing.change(current, 1, url="example.org/x")
    press(qtbot, window, Key.Key_O)
    assert [url.toString() for url in asked_to_open] == ["https://example.org/x"]


def test_off_the_record_is_unmistakable(qtbot: QtBot, window: MainWindow) -> None:
    add(qtbot, window, "Klaar")
    go_to_list(qtbot, window)
    press(qtbot, window, Key.Key_Return)
    terms = field(window, QComboBox, "Terms")
    terms.setFocus()
    press(qtbot, window, Key.Key_End)
    assert article_of(window).sources[0].terms is Terms.OFF_RECORD
    assert shown(window) == ["Source 1: Klaar, off the record, 0\u00a0claims"]
    said = [label.text() for label in window.sources.findChildren(QLabel) if label.isVisible()]
    assert "OFF RECORD" in said
    assert any("never leaves the desk" in text for text in said)
    qtbot.keyClick(window, Key.Key_Z, CONTROL)
    assert article_of(window).sources[0].terms is Terms.ON_RECORD
    assert "OFF RECORD" not in [label.text() for label in window.sources.findChildren(QLabel) if label.isVisible()]


def test_nothing_of_a_source_reaches_a_page(qtbot: QtBot, window: MainWindow) -> None:
    current = window.workspace.current
    assert current is not None
    add(qtbot, window, "xsecretx")
    for name in ("url", "archived_url"):
        window.source_acts._sourcing.change(current, 1, **{name: "https://xsecretx.example/"})
    for name in ("person", "contact", "remark", "date", "file_name"):
        window.source_acts._sourcing.change(current, 1, **{name: "xsecretx"})
    marked_claim(window, Evidence(source=1, locator="xsecretx"))
    for terms in Terms:
        window.source_acts._sourcing.change(current, 1, terms=terms)
        article, profile = article_of(window), window.workspace.profile
        assert "xsecretx" in str(article)
        assert b"xsecretx" not in render_page(article, profile, window.workspace.media, inline=False)
        for fmt in Format:
            rendered = render(article, fmt, profile, media=window.workspace.media)
            assert "xsecretx" not in repr(rendered)


def test_a_link_is_its_sentences_source_by_one_key(qtbot: QtBot, window: MainWindow) -> None:
    current = window.workspace.current
    assert current is not None
    link = Mark(MarkKind.LINK, "https://example.org/minutes")
    runs = [Run(text="The council", marks=frozenset({link})), Run(text=" of Marlow voted on 15 July. Osk did not.")]
    current.set_body(body_of([Paragraph(line=line_of(runs))]))
    window.page.body.setFocus()
    qtbot.keyClick(window.page.body, Key.Key_F9, SHIFT)
    walk = window.check_acts.walk
    assert walk.stop is not None
    words = walk.stop.words
    shown_keys = [button.text() for button in window.check_acts.bar.findChildren(QToolButton) if button.isVisible()]
    assert "K  OK, link example.org/minutes" in shown_keys
    press(qtbot, window, Key.Key_K)
    assert titles(window) == [(1, "example.org/minutes")]
    assert article_of(window).claims[0].evidence == (Evidence(source=1),)
    # One step: the source goes with the tick.
    qtbot.keyClick(focused(window), Key.Key_Z, CONTROL)
    assert (article_of(window).claims, article_of(window).sources) == ((), ())
    assert walk.stop.words == words
    press(qtbot, window, Key.Key_K, Key.Key_K)
    assert titles(window) == [(2, "example.org/minutes")]
    assert {claim.evidence for claim in article_of(window).claims} == {(Evidence(source=2),)}
    while walk.stop is not None and walk.stop.words != "Osk":
        press(qtbot, window, Key.Key_Right)
    before = article_of(window)
    press(qtbot, window, Key.Key_K)
    assert told(window) == "This sentence has no link to a page."
    assert article_of(window) == before


def bubble_of(qtbot: QtBot, window: MainWindow) -> LocatorBubble:
    qtbot.waitUntil(lambda: any(bubble.isVisible() for bubble in window.findChildren(LocatorBubble)))
    return window.findChild(LocatorBubble)


def test_in_the_walk_it_is_said_where_in_the_source(qtbot: QtBot, window: MainWindow) -> None:
    add(qtbot, window, "minutes", "call w/ Klaar")
    window.page.body.setFocus()
    qtbot.keyClick(window.page.body, Key.Key_F9, SHIFT)
    walk = window.check_acts.walk
    assert walk.stop is not None
    first = walk.stop.words
    press(qtbot, window, Key.Key_L)
    bubble = bubble_of(qtbot, window)
    assert bubble.give_button.text() == "OK with this"
    qtbot.keyClicks(bubble.locator_field, "p. 4")
    press(qtbot, window, Key.Key_Return)
    (claim,) = article_of(window).claims
    assert claim.evidence == (Evidence(source=1, locator="p. 4"),)
    assert claim.judgement is not None
    assert walk.stop.words != first
    # The next tick stands on the same place.
    press(qtbot, window, Key.Key_Space)
    assert article_of(window).claims[1].evidence == (Evidence(source=1, locator="p. 4"),)
    # What speaks against it is noted, and the verdict is still to be given.
    at = walk.stop.words
    press(qtbot, window, Key.Key_L)
    bubble_of(qtbot, window)
    press(qtbot, window, Key.Key_Tab, Key.Key_Down, Key.Key_Tab, Key.Key_Space)
    assert bubble.give_button.text() == "Note it"
    press(qtbot, window, Key.Key_Return)
    third = article_of(window).claims[2]
    assert (third.evidence, third.judgement) == ((Evidence(source=2, contradicts=True),), None)
    assert told(window) == f"Source 2 speaks against number {third.number}: it waits for you."
    assert walk.stop.words == at
    said = [label.text() for label in window.check_acts.bar.findChildren(QLabel) if label.isVisible()]
    assert any("Source 2: call w/ Klaar (speaks against it)" in text for text in said)
    press(qtbot, window, Key.Key_D)
    judgement = article_of(window).claims[2].judgement
    assert judgement is not None
    assert judgement.verdict is Verdict.DISPUTED
    assert article_of(window).claims[2].evidence == (Evidence(source=2, contradicts=True),)


def test_the_source_used_last_is_this_articles_and_still_listed(qtbot: QtBot, window: MainWindow) -> None:
    def tick() -> tuple[Evidence, ...]:
        cursor = window.page.body.document().find("14 to 9")
        window.page.body.setTextCursor(cursor)
        window.page.body.setFocus()
        qtbot.keyClick(window.page.body, Key.Key_Return, ALT | SHIFT)
        return article_of(window).claims[0].evidence

    add(qtbot, window, "minutes")
    window.page.body.setFocus()
    qtbot.keyClick(window.page.body, Key.Key_F9, SHIFT)
    press(qtbot, window, Key.Key_1, Key.Key_U)
    go_to_list(qtbot, window)
    press(qtbot, window, Key.Key_Delete)
    assert tick() == ()
    qtbot.keyClick(window, Key.Key_Z, CONTROL)
    qtbot.keyClick(window, Key.Key_Z, CONTROL)
    assert tick() == (Evidence(source=1),)
    # Another article's source 1 is another source.
    qtbot.keyClick(window, Key.Key_N, CONTROL)
    current = window.workspace.current
    assert current is not None
    current.set_body(body_of([Paragraph(line=plain_line(TEXT))]))
    add(qtbot, window, "other minutes")
    assert tick() == ()


def test_what_a_claim_stands_on_is_changed_from_the_list_and_by_the_caret(qtbot: QtBot, window: MainWindow) -> None:
    add(qtbot, window, "minutes", "call w/ Klaar")
    marked_claim(window, Evidence(source=1, locator="p. 4"))
    verdict = article_of(window).claims[0].judgement
    qtbot.keyClick(window, Key.Key_L, ALT | SHIFT)
    press(qtbot, window, Key.Key_Down, Key.Key_L)
    bubble = bubble_of(qtbot, window)
    assert (bubble.locator_field.text(), bubble.give_button.text()) == ("p. 4", "Stands on this")
    bubble.locator_field.selectAll()
    qtbot.keyClicks(bubble.locator_field, "p. 5")
    press(qtbot, window, Key.Key_Return)
    assert article_of(window).claims[0].evidence == (Evidence(source=1, locator="p. 5"),)
    assert article_of(window).claims[0].judgement == verdict
    qtbot.keyClick(focused(window), Key.Key_3, ALT | SHIFT)
    bubble_of(qtbot, window)
    press(qtbot, window, Key.Key_Tab, Key.Key_Tab, Key.Key_Tab)
    assert bubble.remove_button.hasFocus()
    press(qtbot, window, Key.Key_Return)
    assert article_of(window).claims[0].evidence == ()
    assert told(window) == "Number 1 no longer stands on source 1."
    qtbot.keyClick(focused(window), Key.Key_Z, CONTROL)
    assert article_of(window).claims[0].evidence == (Evidence(source=1, locator="p. 5"),)


def test_another_article_shows_its_own(qtbot: QtBot, window: MainWindow) -> None:
    add(qtbot, window, "one")
    first = article_of(window).id
    qtbot.keyClick(window, Key.Key_N, CONTROL)
    add(qtbot, window, "two", "three")
    assert [row.split(",")[0] for row in shown(window)] == ["Source 1: two", "Source 2: three"]
    settled(qtbot, window)
    window.workspace.open(first)
    qtbot.waitUntil(lambda: shown(window) == ["Source 1: one, 0\u00a0claims"])


def test_a_click_unfolds_and_a_button_removes(qtbot: QtBot, window: MainWindow) -> None:
    add(qtbot, window, "one")
    row = window.sources.findChild(SourceRow)
    qtbot.mouseClick(row.head, Qt.MouseButton.LeftButton, pos=QPoint(40, 8))
    assert row.is_unfolded
    remove = next(button for button in row.findChildren(QPushButton) if button.text() == "Remove")
    qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert article_of(window).sources == ()
