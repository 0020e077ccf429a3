"""The act of saving a fact-check report of the open article."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from deskeditor.export.report import ReportFormat
from deskeditor.ui.acts import Act
from deskeditor.ui.dialogs.report_dialog import ReportDialog, ReportRequest
from deskeditor.workspace.notices import Notice, Offer
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.outgoing import is_taken, report_name, report_open
from deskeditor.workspace.workspace import Workspace


class ReportActs(QObject):
    """Asks what the report is to be, and has it written."""

    def __init__(
        self,
        workspace: Workspace,
        *,
        window: QWidget,
        commit: Callable[[], None],
        show_history: Callable[[], None],
    ) -> None:
        """`commit` takes what is typed in the panels and not yet said; `show_history` shows the kept states anew."""
        super().__init__(window)
        self._workspace = workspace
        self._window = window
        self._commit = commit
        self._show_history = show_history

    def run(self, act: Act, checked: bool) -> bool:
        """Carry out an act; False where it is none of these."""
        if act is not Act.SAVE_REPORT:
            return False
        self._commit()
        self._ask()
        return True

    def _ask(self) -> None:
        current, session = self._workspace.current, self._workspace.session
        if current is None:
            return
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(session.choice("report_folder") or session.choice("export_folder") or documents)
        suffix = session.choice("report_format", ReportFormat.HTML.value)
        fmt = ReportFormat(suffix) if suffix in set(ReportFormat) else ReportFormat.HTML
        dialog = ReportDialog(
            folder / report_name(current, fmt),
            choose_file=self._choose_file,
            is_taken=is_taken,
            parent=self._window,
        )
        dialog.requested.connect(lambda request: self.save(current, request))
        dialog.open()

    def save(self, open_article: OpenArticle, request: ReportRequest) -> None:
        """Save the article, then write its report, as `request` says."""
        workspace = self._workspace
        workspace.session = workspace.session.with_choice("report_folder", str(request.path.parent)).with_choice(
            "report_format", request.path.suffix.lower()
        )
        writing = report_open(workspace, open_article, path=request.path, shareable=request.shareable)
        workspace.jobs.follow(writing, self._say_written)

    def _say_written(self, path: Path) -> None:
        self._show_history()
        offers = (
            Offer(label="Open", take=lambda: self._open(path)),
            Offer(label="Show folder", take=lambda: self._open(path.parent)),
        )
        self._workspace.noticed.emit(Notice(text=f"Saved the check report as {path}.", offers=offers))

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._workspace.noticed.emit(Notice(text=f"This system opens it by no program. It is {path}."))

    def _choose_file(self, path: Path) -> Path | None:
        # The dialog says itself whether a file would be replaced.
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, "Save check report", str(path), options=QFileDialog.Option.DontConfirmOverwrite
        )
        return Path(chosen) if chosen else None
