"""The column of panels follows the focus, so that a person sees where she types."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from deskeditor.ui.panel_column import PanelColumn


def tall_panel(name: str) -> QWidget:
    panel = QWidget()
    column = QVBoxLayout(panel)
    filler, field = QLabel(name), QLineEdit()
    filler.setFixedHeight(600)
    field.setObjectName(name)
    column.addWidget(filler)
    column.addWidget(field)
    panel.setFocusProxy(field)
    return panel


@pytest.fixture
def column(qtbot: QtBot) -> PanelColumn:
    column = PanelColumn()
    for name in ("One", "Two", "Three"):
        column.add_panel(name, tall_panel(name), open_=name != "Three")
    column.resize(260, 300)
    qtbot.addWidget(column)
    with qtbot.waitActive(column):
        column.show()
        column.activateWindow()
    return column


def is_seen(column: PanelColumn, name: str) -> bool:
    field = column.findChild(QLineEdit, name)
    place = QRect(field.mapTo(column.viewport(), field.rect().topLeft()), field.size())
    return field.hasFocus() and column.viewport().rect().contains(place)


@pytest.mark.parametrize("name", ["Two", "Three", "One"])
def test_what_is_gone_to_is_seen_even_where_it_was_folded_away(qtbot: QtBot, column: PanelColumn, name: str) -> None:
    column.focus(name)
    qtbot.waitUntil(lambda: is_seen(column, name))


def test_tab_scrolls_along(qtbot: QtBot, column: PanelColumn) -> None:
    column.focus("One")
    qtbot.waitUntil(lambda: is_seen(column, "One"))
    qtbot.keyClick(column.findChild(QLineEdit, "One"), Qt.Key.Key_Tab)
    qtbot.keyClick(column.focusWidget(), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: is_seen(column, "Two"))
