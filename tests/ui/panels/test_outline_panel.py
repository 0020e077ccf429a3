"""The outline: a row a heading, each a way to its place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget
from pytestqt.qtbot import QtBot

from deskeditor.article.outline import OutlineRow
from deskeditor.article.place import Field, Place
from deskeditor.ui.panels.outline_panel import OutlinePanel
from deskeditor.ui.wrapped_row import INDENT


def row(text: str, level: int, leaf: int) -> OutlineRow:
    return OutlineRow(text=text, level=level, place=Place(field=Field.BODY, leaf=leaf))


ROWS = (row("Council", 2, 1), row("Fares", 3, 4), row("", 2, 6))


def shown(qtbot: QtBot) -> tuple[OutlinePanel, QListWidget]:
    panel = OutlinePanel()
    qtbot.addWidget(panel)
    panel.resize(260, 400)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel, panel.findChild(QListWidget)


def test_without_headings_it_says_how_one_is_made(qtbot: QtBot) -> None:
    panel, rows = shown(qtbot)
    panel.show_rows(ROWS)
    panel.show_rows(())
    assert rows.isHidden()
    assert "No headings" in panel.findChild(QLabel).text()
    assert panel.findChild(QLabel).isVisible()


def test_levels_stand_further_in_and_are_said(qtbot: QtBot) -> None:
    panel, rows = shown(qtbot)
    panel.show_rows(ROWS)
    items = [rows.item(number) for number in range(rows.count())]
    assert [item.data(INDENT) for item in items] == [0, 12, 0]
    assert items[1].data(Qt.ItemDataRole.AccessibleTextRole) == "Level 3: Fares"
    assert items[2].data(Qt.ItemDataRole.AccessibleTextRole) == "Level 2: empty heading"


def test_a_click_or_enter_leads_to_where_the_heading_stands_now(qtbot: QtBot) -> None:
    panel, rows = shown(qtbot)
    panel.show_rows(ROWS)
    # A paragraph came above: the same words stand elsewhere.
    panel.show_rows(tuple(row(one.text, one.level, one.place.leaf + 1) for one in ROWS))
    with qtbot.waitSignal(panel.place_chosen) as caught:
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualItemRect(rows.item(0)).center())
    assert caught.args == [Place(field=Field.BODY, leaf=2)]
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.place_chosen) as caught:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert caught.args == [Place(field=Field.BODY, leaf=5)]


def test_the_heading_of_the_caret_is_marked_but_not_under_the_keys_of_who_chooses(qtbot: QtBot) -> None:
    panel, rows = shown(qtbot)
    panel.show_rows(ROWS)
    rows.clearFocus()
    panel.show_current(1)
    assert rows.currentRow() == 1
    panel.show_current(None)
    assert rows.currentRow() == -1
    panel.activateWindow()
    panel.setFocus()
    qtbot.waitUntil(rows.hasFocus)
    rows.setCurrentRow(2)
    panel.show_current(0)
    assert rows.currentRow() == 2
    rows.clearFocus()
    assert rows.currentRow() == 0
