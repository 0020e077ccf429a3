"""Acts that send an article to a checker at another desk, and take back what was done there."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from deskeditor.desk.handoff import HandedOff, Taken, story_name
from deskeditor.desk.handoff_telling import told_handoff, told_taken
from deskeditor.errors import DeskError
from deskeditor.store.values import StoredArticle
from deskeditor.ui.acts import Act
from deskeditor.workspace.handing import hand_off_open, network_warning, take_story_file
from deskeditor.workspace.notices import Notice, Offer
from deskeditor.workspace.workspace import Workspace

STORY_FILTER: Final = "Hand-offs (*.deskstory)"

_FOLDER: Final = "handoff_folder"
_WARNED: Final = "warned_of_network"


class HandoffActs(QObject):
    """Asks for the place of the file, and for nothing else."""

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
        workspace.started.connect(self._look_at_the_store)

    def run(self, act: Act, checked: bool) -> bool:
        """Carry out an act; False where it is none of these."""
        acts: dict[Act, Callable[[], object]] = {
            Act.SEND_TO_CHECKER: self._send,
            Act.TAKE_HANDOFF: self._ask_for_handoffs,
        }
        if act not in acts:
            return False
        self._commit()
        acts[act]()
        return True

    def take(self, path: Path) -> None:
        """Take in a hand-off: a check copy of a piece that is new here, or what came back of one that is not."""
        self._workspace.jobs.follow(take_story_file(self._workspace, path), self._show_taken, self._say_why)

    def _send(self) -> None:
        workspace, current = self._workspace, self._workspace.current
        if current is None:
            return
        proposed = Path(self._folder()) / story_name(current.article)
        chosen, _ = QFileDialog.getSaveFileName(self._window, "Send to checker", str(proposed), STORY_FILTER)
        if not chosen:
            return
        workspace.session = workspace.session.with_choice(_FOLDER, str(Path(chosen).parent))
        workspace.jobs.follow(hand_off_open(workspace, current, Path(chosen)), self._say_sent)

    def _ask_for_handoffs(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self._window, "Open a hand-off", self._folder(), STORY_FILTER)
        for name in names:
            self.take(Path(name))

    def _folder(self) -> str:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return str(self._workspace.session.choice(_FOLDER) or documents)

    def _say_sent(self, sent: HandedOff) -> None:
        self._show_history()
        folder = sent.path.parent
        offers = (Offer(label="Show folder", take=lambda: self._open(folder)),)
        self._workspace.noticed.emit(Notice(text=told_handoff(sent), offers=offers))

    def _open(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._workspace.noticed.emit(Notice(text=f"This system opens no folder by itself. It is {folder}."))

    def _show_taken(self, taken: Taken) -> None:
        workspace = self._workspace
        is_step = workspace.show_stored(StoredArticle(article=taken.article, counter=taken.counter))
        self._show_history()
        workspace.refresh()
        current = workspace.current
        workspace.tell(told_taken(taken), undo=current.undo if is_step and current is not None else None)

    def _say_why(self, fault: DeskError) -> None:
        # Nothing was changed and there is nothing to answer: unlike other faults it need not stay.
        self._workspace.noticed.emit(Notice(text=str(fault)))

    def _look_at_the_store(self) -> None:
        """Warn of a store on a network share, once."""
        if self._workspace.session.choice(_WARNED) != str(self._workspace.home):
            self._workspace.jobs.follow(network_warning(self._workspace), self._warn)

    def _warn(self, told: str) -> None:
        workspace = self._workspace
        if told:
            workspace.session = workspace.session.with_choice(_WARNED, str(workspace.home))
            workspace.noticed.emit(Notice(text=told, lasting=True))
