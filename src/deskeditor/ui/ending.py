"""The end of the window: everything is stored, asked about where it can't be, or kept in files."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from deskeditor.errors import DeskError
from deskeditor.workspace.rescue import write_unsaved
from deskeditor.workspace.workspace import Workspace


class Ending(QObject):
    """Ways to the end: a person closes the window, the system ends the program, the store is none.

    Should a step fail, nothing is given up: the window stays, and with it the words.
    """

    def __init__(
        self, window: QWidget, workspace: Workspace, *, commit: Callable[[], None], keep_look: Callable[[], None]
    ) -> None:
        """`commit` takes what is typed and not yet said; `keep_look` notes in the session how the window looks."""
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._commit = commit
        self._keep_look = keep_look

    def save_everything(self) -> None:
        """Begin to store what is unsaved, at a moment that may be the last."""
        try:
            self._commit()
        finally:
            self._workspace.saver.save_all()

    def keep_everything(self) -> None:
        """Store everything and leave the session, unasked, before this returns: nobody may be there to answer.

        What the store does not take goes to files. The work can go on afterwards.
        """
        self._keep_by(self._workspace.store_everything)

    def end_unasked(self) -> None:
        """Keep everything and end the program: the system wants it gone."""
        try:
            self._keep_by(self._workspace.close)
        finally:
            self._leave(0)

    def _keep_by(self, store: Callable[[], list[str]]) -> None:
        try:
            self._commit()
            self._keep_look()
        finally:
            if store():
                self._rescued()

    def may_close(self) -> bool:
        """Store everything and close the store; where that fails, ask whether to leave all the same."""
        self._commit()
        self._keep_look()
        faults = self._workspace.close()
        return not faults or self._leaves_anyway(faults)

    def refuse(self, text: str) -> None:
        """Say why the store can't be opened; without it there is no desk to work at."""
        self._commit()
        QMessageBox.critical(self._window, "The store can't be opened", "\n\n".join([text, *self._rescued()]))
        self._leave(2)

    def _leave(self, code: int) -> None:
        # Out of sight first: a window that is shown when it is destroyed still tells its parts that the focus goes.
        self._window.hide()
        QApplication.exit(code)

    def _leaves_anyway(self, faults: list[str]) -> bool:
        question = QMessageBox(
            QMessageBox.Icon.Warning,
            "Not everything is saved",
            "\n".join([*faults, "", "Stay, and try again once this is mended?"]),
            QMessageBox.StandardButton.NoButton,
            self._window,
        )
        question.addButton("Stay", QMessageBox.ButtonRole.RejectRole)
        leave = question.addButton("Close, and keep them in files", QMessageBox.ButtonRole.DestructiveRole)
        question.exec()
        if question.clickedButton() is not leave:
            return False
        for said in self._rescued():
            QMessageBox.information(self._window, "Not everything is saved", said)
        return True

    def _rescued(self) -> list[str]:
        """Make files of what can't be stored, and say where they are; nothing where all is stored."""
        try:
            folder = write_unsaved(self._workspace)
        except DeskError as fault:
            return [str(fault)]
        return [] if folder is None else [f"What is not saved lies in {folder}: import it once the store takes it."]
