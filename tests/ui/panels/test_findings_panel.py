"""Findings: worst first, each a way to its place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from deskeditor.article.finding import Finding, Severity
from deskeditor.article.place import Field, Place
from deskeditor.ui.panels.findings_panel import FindingsPanel, findings_text


def finding(severity: Severity, code: str, leaf: int = 0) -> Finding:
    return Finding(severity=severity, code=code, text=f"About {code}", place=Place(field=Field.BODY, leaf=leaf))


FINDINGS = (
    finding(Severity.ADVICE, "few-bullets"),
    finding(Severity.BLOCKING, "hold", 1),
    finding(Severity.WARNING, "alt", 2),
    finding(Severity.WARNING, "alt", 3),
)


def shown(qtbot: QtBot) -> tuple[FindingsPanel, QListWidget]:
    panel = FindingsPanel()
    qtbot.addWidget(panel)
    panel.resize(260, 400)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.show_findings(FINDINGS)
    return panel, panel.findChild(QListWidget)


def test_the_worst_stands_first_and_is_named_for_ears_too(qtbot: QtBot) -> None:
    _, rows = shown(qtbot)
    assert [rows.item(row).text() for row in range(4)] == ["About hold", "About alt", "About alt", "About few-bullets"]
    assert rows.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == "blocking: About hold"


def test_a_click_or_enter_leads_to_the_place(qtbot: QtBot) -> None:
    panel, rows = shown(qtbot)
    at = rows.visualItemRect(rows.item(0)).center()
    with qtbot.waitSignal(panel.place_chosen) as caught:
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert caught.args == [FINDINGS[1].place]
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.place_chosen) as caught:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert caught.args == [FINDINGS[2].place]


def test_rows_are_as_high_as_their_words(qtbot: QtBot) -> None:
    panel, rows = shown(qtbot)
    before = rows.height()
    long = Finding(severity=Severity.ADVICE, code="x", text="words and words " * 30, place=Place(field=Field.BODY))
    panel.show_findings((*FINDINGS, long))
    assert rows.height() > before + 60
    panel.show_findings(())
    assert rows.isHidden()


def test_the_sum_is_said_in_words() -> None:
    assert findings_text(FINDINGS) == "1 blocking · 2 warnings · 1 hint"
    assert "Nothing" in findings_text(())
