"""The report's format, its file and for whom it is."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from deskeditor.ui.dialogs.report_dialog import ReportDialog, ReportRequest


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> ReportDialog:
    shown = ReportDialog(
        tmp_path / "a-check.html",
        choose_file=lambda path: path.with_name("chosen"),
        is_taken=lambda path: path.suffix == ".docx",
    )
    qtbot.addWidget(shown)
    shown.show()
    return shown


def choice(dialog: ReportDialog, text: str) -> QRadioButton:
    return next(one for one in dialog.findChildren(QRadioButton) if one.text() == text)


def button(dialog: ReportDialog, text: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == text)


def line(dialog: ReportDialog) -> QLineEdit:
    return next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == "File")


def warning(dialog: ReportDialog) -> QLabel:
    return next(one for one in dialog.findChildren(QLabel) if one.text().startswith("There is such a file"))


def test_a_format_ends_the_name_and_a_name_chooses_the_format(
    qtbot: QtBot, dialog: ReportDialog, tmp_path: Path
) -> None:
    assert choice(dialog, "For print").isChecked()
    qtbot.mouseClick(
        choice(dialog, "For Word"), Qt.MouseButton.LeftButton, pos=choice(dialog, "For Word").rect().center() * 0.2
    )
    assert line(dialog).text() == str(tmp_path / "a-check.docx")
    assert warning(dialog).isVisible()
    line(dialog).selectAll()
    qtbot.keyClicks(line(dialog), str(tmp_path / "b.json"))
    assert choice(dialog, "Data").isChecked()
    assert not warning(dialog).isVisible()
    qtbot.keyClicks(line(dialog), "x")
    assert not button(dialog, "Save report").isEnabled()
    with qtbot.assertNotEmitted(dialog.requested):
        dialog.accept()


def test_what_is_asked_for(qtbot: QtBot, dialog: ReportDialog, tmp_path: Path) -> None:
    qtbot.mouseClick(button(dialog, "Choose…"), Qt.MouseButton.LeftButton)
    box = dialog.findChild(QCheckBox)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    with qtbot.waitSignal(dialog.requested) as caught:
        qtbot.mouseClick(button(dialog, "Save report"), Qt.MouseButton.LeftButton)
    assert caught.args == [ReportRequest(path=tmp_path / "chosen.html", shareable=True)]
