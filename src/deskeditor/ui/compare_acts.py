"""The act that shows what changed in an article between two of its kept states."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from deskeditor.ui.acts import Act
from deskeditor.ui.dialogs.compare_dialog import CompareDialog
from deskeditor.ui.panels.history_panel import reason_text
from deskeditor.ui.times import moment_text
from deskeditor.workspace.comparing import KeptStates, compare_states, kept_states
from deskeditor.workspace.notices import Notice
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.workspace import Workspace


class CompareActs(QObject):
    """Shows a dialog that only reads: nothing in it changes the article."""

    def __init__(self, workspace: Workspace, *, window: QWidget, commit: Callable[[], None]) -> None:
        """`commit` takes what is typed in the panels and not yet said."""
        super().__init__(window)
        self._workspace = workspace
        self._window = window
        self._commit = commit

    def run(self, act: Act, checked: bool) -> bool:
        """Carry out the act; False where it is another."""
        if act is not Act.COMPARE:
            return False
        self._commit()
        self.compare_since(None)
        return True

    def compare_since(self, revision_id: UUID | None) -> None:
        """Compare a kept state of the open article with what it is now; None for the one most likely meant."""
        current = self._workspace.current
        if current is not None:
            states = kept_states(self._workspace, current)
            self._workspace.jobs.follow(states, lambda found: self._show(current, found, revision_id))

    def _show(self, open_article: OpenArticle, states: KeptStates, revision_id: UUID | None) -> None:
        if not states.revisions:
            self._workspace.noticed.emit(
                Notice(text="Nothing to compare with yet: a state is kept by Ctrl+S, and when an article is closed.")
            )
            return
        now, zone = self._workspace.now(), self._workspace.profile.tzinfo
        labels = [
            (
                f"{moment_text(one.at, now, zone)} · {one.person.initials or one.person.name} · {reason_text(one)}",
                one.id,
            )
            for one in states.revisions
        ]
        dialog = CompareDialog(
            labels, since=tuple((since.value, at) for since, at in states.since.items()), parent=self._window
        )
        dialog.asked.connect(lambda before, after: self._compare(dialog, open_article, before, after))
        dialog.open()
        named = [states.since[since] for since in states.since]
        dialog.ask(revision_id or (named[-1] if named else states.revisions[-1].id))

    def _compare(self, dialog: CompareDialog, open_article: OpenArticle, before: UUID, after: UUID | None) -> None:
        comparing = compare_states(self._workspace, open_article, before, after)
        self._workspace.jobs.follow(comparing, dialog.show_compared)
