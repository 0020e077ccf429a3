"""Kept states, newest first."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from deskeditor.article.article import Person
from deskeditor.store.values import RevisionReason
from deskeditor.ui.panels.history_panel import HistoryPanel

NOW = datetime(2026, 11, 3, 12, 31, tzinfo=UTC)


MARA = Person(name="Mara Lind", initials="ml")


@dataclass(frozen=True)
class State:
    """What the panel needs of a revision."""

    id: UUID
    at: datetime
    reason: str
    name: str = ""
    person: Person = MARA
    word_count: int = 640


def test_states_say_who_when_and_why(qtbot: QtBot) -> None:
    panel = HistoryPanel(now=lambda: NOW, zone=UTC)
    qtbot.addWidget(panel)
    old = State(uuid4(), NOW - timedelta(hours=30), "import")
    new = State(uuid4(), NOW - timedelta(hours=1), "named save", "before the cut")
    panel.show_revisions((old, new))
    rows = panel.findChild(QListWidget)
    assert rows.item(0).text() == "11:31 · ml\nsaved as “before the cut” · 640 words"
    assert rows.item(1).text() == "Mon 06:31 · ml\nimported · 640 words"
    rows.setCurrentRow(1)
    with qtbot.waitSignal(panel.revision_chosen) as caught:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert caught.args == [old.id]


def test_every_reason_has_words(qtbot: QtBot) -> None:
    panel = HistoryPanel(now=lambda: NOW, zone=UTC)
    qtbot.addWidget(panel)
    panel.show_revisions(tuple(State(uuid4(), NOW, reason) for reason in RevisionReason))
    rows = panel.findChild(QListWidget)
    assert rows.count() == len(RevisionReason)
    assert not any("_" in rows.item(row).text() or "RevisionReason" in rows.item(row).text() for row in range(8))
    panel.show_revisions(())
    assert rows.isHidden()
