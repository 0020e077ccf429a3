"""The notes panel: what is to be decided and answered first, what is settled folded away."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from deskeditor.article.notes import Note, NoteKind, Remark
from deskeditor.article.noting import Noted
from deskeditor.ui.panels.notes_panel import NotesPanel

NOON = datetime(2026, 7, 15, 12, tzinfo=UTC)
Key = Qt.Key


def noted(name: str, kind: NoteKind = NoteKind.REMARK, *, resolved: bool = False) -> Noted:
    note = Note(id=name, thread=(Remark(author="Ada", text=f"{name}?"),), kind=kind, resolved=resolved)
    return Noted(note=note, quote=f"words of {name}")


OPEN, EDIT, SETTLED, LATER = (
    noted("one"),
    noted("two", NoteKind.INSERTED),
    noted("three", resolved=True),
    noted("four"),
)


@pytest.fixture
def panel(qtbot: QtBot) -> NotesPanel:
    panel = NotesPanel(now=lambda: NOON, zone=UTC)
    qtbot.addWidget(panel)
    panel.resize(300, 500)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    panel.show_notes((OPEN, EDIT, SETTLED, LATER))
    return panel


def list_of(panel: NotesPanel) -> QListWidget:
    found = panel.findChild(QListWidget)
    assert found is not None
    return found


def heads(panel: NotesPanel) -> list[str]:
    rows = list_of(panel)
    return [rows.item(row).text().split("\n")[0] for row in range(rows.count())]


def buttons(panel: NotesPanel) -> list[str]:
    return [button.text() for button in panel.findChildren(QPushButton) if button.isVisible()]


UNDECIDED = ["Edits to decide  1", "Put in: “words of two”"]
REMARKS = ["Open  2", "“words of one”", "“words of four”"]


def test_settled_notes_are_folded_until_they_are_asked_for(qtbot: QtBot, panel: NotesPanel) -> None:
    assert heads(panel) == [*UNDECIDED, *REMARKS, "Resolved  1"]
    rows = list_of(panel)
    rows.setFocus()
    qtbot.keyClick(rows, Key.Key_End)
    assert buttons(panel) == []
    qtbot.keyClick(rows, Key.Key_Return)
    assert heads(panel)[-2:] == ["Resolved  1", "“words of three”"]
    qtbot.keyClick(rows, Key.Key_Left)
    assert heads(panel)[-1] == "Resolved  1"
    qtbot.keyClick(rows, Key.Key_Right)
    qtbot.keyClick(rows, Key.Key_Down)
    assert buttons(panel) == ["Answer…", "Open again", "Remove"]
    with qtbot.waitSignal(panel.resolved) as asked:
        qtbot.mouseClick(panel.findChildren(QPushButton)[1], Qt.MouseButton.LeftButton)
    assert asked.args == ["three", False]


def test_a_heading_is_folded_by_a_click(qtbot: QtBot, panel: NotesPanel) -> None:
    rows = list_of(panel)
    row = heads(panel).index("Open  2")
    with qtbot.assertNotEmitted(panel.note_chosen):
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualItemRect(rows.item(row)).center())
    assert heads(panel) == [*UNDECIDED, "Open  2", "Resolved  1"]


def test_nothing_is_asked_of_a_heading(qtbot: QtBot, panel: NotesPanel) -> None:
    rows = list_of(panel)
    rows.setFocus()
    qtbot.keyClick(rows, Key.Key_Home)
    for signal in (panel.answer_asked, panel.removed, panel.kept, panel.note_chosen):
        with qtbot.assertNotEmitted(signal):
            for key in (Key.Key_R, Key.Key_Delete, Key.Key_Return, Key.Key_Return):
                qtbot.keyClick(rows, key)


def test_the_keyboard_goes_on_where_a_note_is_gone(qtbot: QtBot, panel: NotesPanel) -> None:
    rows = list_of(panel)
    rows.setFocus()
    qtbot.keyClick(rows, Key.Key_Home)
    for _ in range(3):
        qtbot.keyClick(rows, Key.Key_Down)
    with qtbot.waitSignal(panel.removed) as asked:
        qtbot.keyClick(rows, Key.Key_Delete)
    assert asked.args == ["one"]
    panel.show_notes((EDIT, SETTLED, LATER))
    assert rows.currentItem().text().startswith("“words of four”")


def test_headings_are_said_to_screen_readers(panel: NotesPanel) -> None:
    rows = list_of(panel)
    said = rows.item(rows.count() - 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Resolved, 1 note, folded"


def test_the_keyboard_begins_at_the_first_note(qtbot: QtBot, panel: NotesPanel) -> None:
    rows = list_of(panel)
    rows.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert rows.currentItem().text().startswith("Put in:")
    assert buttons(panel) == ["Keep", "Take back"]
