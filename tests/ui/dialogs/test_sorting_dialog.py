"""Where each line goes: looked over and changed by key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QTableView
from pytestqt.qtbot import QtBot

from deskeditor.ingest.sorting import MOVED_BY_HAND, Slot, SortedLine, Sorting
from deskeditor.ui.dialogs.sorting_dialog import SortingDialog
from deskeditor.ui.dialogs.sorting_model import SLOT_LABELS

Key = Qt.Key
SORTING = Sorting(
    format="page copy",
    lines=(
        SortedLine(text="Home", slot=Slot.DROPPED, why="it looks like a menu"),
        SortedLine(text="Council votes", slot=Slot.HEADLINE),
        SortedLine(text="Harbour Budget", slot=Slot.TAGS, why="short words in a row", sure=False),
        SortedLine(text="The council " * 40, slot=Slot.BODY),
        SortedLine(text="What next", slot=Slot.HEADING, sure=False),
    ),
)


@pytest.fixture
def dialog(qtbot: QtBot) -> SortingDialog:
    dialog = SortingDialog(SORTING)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def table(dialog: SortingDialog) -> QTableView:
    return dialog.findChild(QTableView)


def slots(dialog: SortingDialog) -> list[Slot]:
    return [line.slot for line in dialog.sorting.lines]


def said(dialog: SortingDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_each_slot_has_a_label_and_a_key_of_its_own() -> None:
    assert [slot for slot, _, _ in SLOT_LABELS] == list(Slot)
    for part in (1, 2):
        assert len({entry[part] for entry in SLOT_LABELS}) == len(SLOT_LABELS)
    assert "U" not in {key for _, _, key in SLOT_LABELS}


def test_it_begins_at_the_first_line_in_doubt_and_says_why(dialog: SortingDialog) -> None:
    assert table(dialog).currentIndex().row() == 2
    assert "Not sure. Short words in a row." in said(dialog)
    assert "5 lines, read as page copy · 1 left out · 2 to look at" in said(dialog)


def test_a_letter_sends_the_line_and_settles_it(qtbot: QtBot, dialog: SortingDialog) -> None:
    qtbot.keyClick(table(dialog), Key.Key_N)
    moved = dialog.sorting.lines[2]
    assert (moved.slot, moved.sure, moved.why) == (Slot.DESK_NOTE, True, MOVED_BY_HAND)
    assert "1 to look at" in said(dialog)
    qtbot.keyClick(table(dialog), Key.Key_U)
    assert table(dialog).currentIndex().row() == 4
    qtbot.keyClick(table(dialog), Key.Key_Delete)
    assert slots(dialog)[4] is Slot.DROPPED
    assert "to look at" not in said(dialog)


def test_several_lines_go_at_once(qtbot: QtBot, dialog: SortingDialog) -> None:
    qtbot.keyClick(table(dialog), Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table(dialog), Key.Key_B)
    assert slots(dialog) == [Slot.DROPPED, Slot.HEADLINE, Slot.BULLET, Slot.BULLET, Slot.HEADING]


def test_the_list_of_fields_opens_by_key(qtbot: QtBot, dialog: SortingDialog) -> None:
    qtbot.keyClick(table(dialog), Key.Key_Space)
    combo = table(dialog).findChild(QComboBox)
    assert combo.currentText() == "Tags"
    qtbot.keyClick(combo, Key.Key_Down)
    qtbot.keyClick(combo, Key.Key_Return)
    assert slots(dialog)[2] is Slot.BYLINE


def test_the_result_is_handed_over(qtbot: QtBot, dialog: SortingDialog) -> None:
    qtbot.keyClick(table(dialog), Key.Key_H)
    with qtbot.waitSignal(dialog.confirmed) as caught:
        qtbot.keyClick(table(dialog), Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert caught.args == [dialog.sorting]
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_escape_hands_nothing_over(qtbot: QtBot, dialog: SortingDialog) -> None:
    with qtbot.assertNotEmitted(dialog.confirmed):
        qtbot.keyClick(table(dialog), Key.Key_Escape)
    assert not dialog.isVisible()


def test_an_empty_sorting_can_be_shown(qtbot: QtBot) -> None:
    dialog = SortingDialog(Sorting(lines=(), format="page copy"))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(table(dialog), Key.Key_H)
    assert dialog.sorting.lines == ()


def test_all_kinds_of_lines_are_painted(dialog: SortingDialog) -> None:
    assert not dialog.grab().isNull()
    assert table(dialog).accessibleName()


def test_without_doubt_it_begins_where_something_is_kept(qtbot: QtBot) -> None:
    lines = (*(SortedLine(text=f"Menu {at}", slot=Slot.DROPPED) for at in range(60)), SORTING.lines[1])
    dialog = SortingDialog(Sorting(lines=lines, format="page copy"))
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    row = table(dialog).currentIndex()
    assert row.row() == 60
    assert table(dialog).viewport().rect().contains(table(dialog).visualRect(row))
