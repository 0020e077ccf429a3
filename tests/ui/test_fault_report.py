"""A fault of ours: the words are saved first, then one report is shown."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from deskeditor.ui.fault_report import FaultReport, install_fault_report

pytestmark = pytest.mark.expects_logs


@pytest.fixture(autouse=True)
def hook_of_before() -> Iterator[None]:
    before = sys.excepthook
    yield
    sys.excepthook = before


def fail(what: str) -> None:
    try:
        raise ZeroDivisionError(what)
    except ZeroDivisionError:
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]


def reports(window: QWidget) -> list[str]:
    return [
        report.findChildren(QPlainTextEdit)[0].toPlainText()
        for report in window.findChildren(FaultReport)
        if report.isVisible()
    ]


def test_the_text_is_saved_before_the_report_is_shown(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    seen_at_saving: list[list[str]] = []
    install_fault_report(lambda: seen_at_saving.append(reports(window)), window)
    fail("one")
    assert seen_at_saving == [[]]
    assert "ZeroDivisionError: one" in reports(window)[0]


def test_many_faults_make_one_report(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    saved: list[int] = []
    install_fault_report(lambda: saved.append(1), window)
    for number in range(30):
        fail(f"fault {number}.")
    (report,) = reports(window)
    assert "fault 0." in report
    assert "fault 29." in report
    assert len(saved) == 30


def test_a_fault_in_saving_is_part_of_the_report(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    def refuse() -> None:
        raise KeyError("panel")

    install_fault_report(refuse, window)
    fail("first")
    (report,) = reports(window)
    assert "ZeroDivisionError: first" in report
    assert "KeyError: 'panel'" in report
