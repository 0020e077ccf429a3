"""What to export, where, and what stands in the way."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from deskeditor.article.finding import Finding, Severity
from deskeditor.article.place import Field, Place
from deskeditor.export.formats import Format
from deskeditor.ui.dialogs.export_dialog import ExportDialog, ExportRequest

HOLD = Finding(severity=Severity.BLOCKING, code="hold", text="On hold.", place=Place(field=Field.HOLD))
FEW = Finding(severity=Severity.ADVICE, code="few", text="Few points.", place=Place(field=Field.SUMMARY))


def shown(qtbot: QtBot, tmp_path: Path, *findings: Finding) -> ExportDialog:
    dialog = ExportDialog(findings, folder=tmp_path, choose_folder=lambda start: start / "chosen")
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def button(dialog: ExportDialog, text: str) -> QPushButton:
    return next(found for found in dialog.findChildren(QPushButton) if found.text() == text)


def field(dialog: ExportDialog, name: str) -> QLineEdit:
    return next(found for found in dialog.findChildren(QLineEdit) if found.accessibleName() == name)


def test_formats_and_folder_make_the_request(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = shown(qtbot, tmp_path, FEW)
    boxes = {box.text(): box for box in dialog.findChildren(QCheckBox)}
    assert len(boxes) == len(Format)
    assert boxes["Page"].isChecked()
    boxes["Markdown"].setFocus()
    qtbot.keyClick(boxes["Markdown"], Qt.Key.Key_Space)
    qtbot.mouseClick(button(dialog, "Choose…"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(dialog.requested) as caught:
        qtbot.mouseClick(button(dialog, "Export"), Qt.MouseButton.LeftButton)
    assert caught.args == [ExportRequest(formats=(Format.HTML, Format.MARKDOWN), folder=tmp_path / "chosen")]


def test_no_format_or_no_folder_exports_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = shown(qtbot, tmp_path)
    page = dialog.findChildren(QCheckBox)[0]
    page.click()
    assert not button(dialog, "Export").isEnabled()
    page.click()
    field(dialog, "Folder").clear()
    assert not button(dialog, "Export").isEnabled()
    with qtbot.assertNotEmitted(dialog.requested):
        dialog.accept()


def test_a_blocking_finding_asks_for_a_reason(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = shown(qtbot, tmp_path, FEW, HOLD)
    export = button(dialog, "Export all the same")
    assert not export.isEnabled()
    qtbot.keyClicks(field(dialog, "Reason for exporting all the same"), "Lifted by phone")
    with qtbot.waitSignal(dialog.requested) as caught:
        qtbot.mouseClick(export, Qt.MouseButton.LeftButton)
    assert caught.args[0].override == "Lifted by phone"


def test_a_finding_leads_to_its_place_and_out_of_the_dialog(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = shown(qtbot, tmp_path, FEW, HOLD)
    rows = dialog.findChild(QListWidget)
    rows.setCurrentRow(0)
    with qtbot.waitSignal(dialog.place_chosen) as caught:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert caught.args == [HOLD.place]
    assert not dialog.isVisible()


def test_return_exports(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = shown(qtbot, tmp_path, FEW)
    page = dialog.findChildren(QCheckBox)[0]
    page.setFocus()
    with qtbot.waitSignal(dialog.requested):
        qtbot.keyClick(page, Qt.Key.Key_Return)
