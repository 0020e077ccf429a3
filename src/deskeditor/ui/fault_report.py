"""The last line of defence: a fault of ours is shown as text that can be copied, after the words are safe."""

import logging
import platform
import sys
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import Final

import PySide6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from deskeditor import __version__

log = logging.getLogger(__name__)

LONGEST_REPORT: Final = 100_000
NOT_SAVED: Final = "What stands in the panels beside the text could not be read for saving:"


class FaultReport(QDialog):
    """Shows the report and copies it; what goes wrong while it is shown is added."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Something went wrong in Deskeditor")
        said = QLabel(
            "This is a fault of the program, not of yours. Your text was saved first; you can go on working.\n"
            "Please copy the report and send it to whoever looks after the program."
        )
        said.setWordWrap(True)
        text = self._text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.setAccessibleName("Report")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton("Copy report", QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QApplication.clipboard().setText(text.toPlainText()))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (said, text, buttons):
            layout.addWidget(part)
        self.resize(640, 420)

    def add(self, report: str) -> None:
        """Add a further report, up to `LONGEST_REPORT` characters in all."""
        if len(self._text.toPlainText()) < LONGEST_REPORT:
            self._text.appendPlainText(f"\n{report}")


def report_of(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> str:
    """The report of an exception: versions first, then the trace. It holds no text of an article."""
    head = (
        f"Deskeditor {__version__}, Python {platform.python_version()}, PySide6 {PySide6.__version__}, "
        f"{platform.platform()}"
    )
    return "\n".join([head, "", *traceback.format_exception(kind, fault, trace)])


def install_fault_report(save_everything: Callable[[], object], window: QWidget) -> None:
    """Let an exception that nobody caught first save the text, then show a report over `window`."""

    def show(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        report = report_of(kind, fault, trace)
        log.error(report)
        try:
            save_everything()
        except Exception:
            report += f"\n{NOT_SAVED}\n{traceback.format_exc()}"
            log.exception("saving after a fault failed")
        # One report, however often a timer runs into the same fault.
        shown = window.findChild(FaultReport)
        if isinstance(shown, FaultReport) and shown.isVisible():
            shown.add(report)
        else:
            FaultReport(report, window).open()

    sys.excepthook = show
