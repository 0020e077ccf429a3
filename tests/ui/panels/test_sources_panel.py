"""The sources panel shows whatever an article has, and keeps what is unfolded and focused."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from deskeditor.article.sources import Source, SourceKind, Terms
from deskeditor.ui.panels.sources_panel import SourcesPanel
from deskeditor.ui.source_row import SourceRow

Key = Qt.Key
ONE, TWO, THREE = (Source(number=number, title=title) for number, title in ((1, "one"), (2, "two"), (3, "three")))


@pytest.fixture
def panel(qtbot: QtBot) -> SourcesPanel:
    panel = SourcesPanel()
    qtbot.addWidget(panel)
    panel.resize(280, 600)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    return panel


def rows(panel: SourcesPanel) -> list[SourceRow]:
    return sorted((row for row in panel.findChildren(SourceRow) if not row.isHidden()), key=lambda row: row.y())


def numbers(panel: SourcesPanel) -> list[int]:
    return [row.source.number for row in rows(panel)]


def test_rows_stay_unfolded_and_focused_while_others_come_and_go(qtbot: QtBot, panel: SourcesPanel) -> None:
    panel.show_sources((ONE, TWO))
    second = rows(panel)[1]
    second.unfold(True)
    second.setFocus()
    panel.show_sources((ONE, TWO, THREE), {2: (1, 2)})
    panel.layout().activate()
    assert numbers(panel) == [1, 2, 3]
    assert second.is_unfolded
    assert second.head.hasFocus()
    assert second.head.accessibleName() == "Source 2: two, 1\u00a0claim, against\u00a02"
    panel.show_sources((ONE, THREE))
    panel.layout().activate()
    assert numbers(panel) == [1, 3]
    assert rows(panel)[1].head.hasFocus()


def test_what_is_being_typed_stays_when_something_else_changes(qtbot: QtBot, panel: SourcesPanel) -> None:
    edited: list[tuple[int, str, object]] = []
    panel.edited.connect(lambda *values: edited.append(values))
    panel.show_sources((ONE,))
    (row,) = rows(panel)
    row.edit_title()
    title = next(field for field in row.findChildren(QLineEdit) if field.accessibleName() == "Title")
    qtbot.keyClicks(title, "first")
    panel.commit()
    assert edited == [(1, "title", "first")]
    panel.show_sources((replace(ONE, title="first"),))
    qtbot.keyClicks(title, " of all")
    panel.show_sources((replace(ONE, title="first", kind=SourceKind.CALL),))
    assert title.text() == "first of all"
    panel.commit()
    assert edited[-1] == (1, "title", "first of all")


def test_a_folded_panel_is_filled_when_it_opens(qtbot: QtBot) -> None:
    panel = SourcesPanel()
    qtbot.addWidget(panel)
    panel.show_sources((replace(ONE, terms=Terms.OFF_RECORD), TWO))
    assert numbers(panel) == []
    panel.show()
    panel.layout().activate()
    assert numbers(panel) == [1, 2]
