"""Keeps the log of an article's claims: whatever is done to them, or to their words, is noted with who and when."""

from PySide6.QtCore import QObject, Signal

from deskeditor.article.change import Change
from deskeditor.article.claim_log import log_entries
from deskeditor.article.claim_progress import Checked, checked
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.workspace import Workspace

_COPY = frozenset({Change.BODY, Change.HEADLINE, Change.STANDFIRST, Change.SUMMARY})


class CheckLog(QObject):
    """Follows the article at hand. `found` is how its claims stand: whoever shows claims reads it here."""

    checked = Signal()
    """`found` is another."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._shown: OpenArticle | None = None
        self._found: tuple[Checked, ...] = ()
        workspace.opened.connect(self._follow)

    @property
    def found(self) -> tuple[Checked, ...]:
        """The claims of the article at hand as they stand, in the order of the copy."""
        return self._found

    def _follow(self, open_article: OpenArticle | None) -> None:
        if self._shown is not None:
            self._shown.changed.disconnect(self._note)
        self._shown = open_article
        if open_article is not None:
            open_article.changed.connect(self._note)
        self._found = checked(open_article.article) if open_article is not None else ()
        self.checked.emit()

    def _note(self, change: Change) -> None:
        shown = self._shown
        if shown is None or (change is not Change.CLAIMS and change not in _COPY):
            return
        before, self._found = self._found, checked(shown.article)
        if before == self._found:
            return
        # Undoing is no exception: it is a change like any other, and noted as one.
        workspace = self._workspace
        shown.log_claims(log_entries(before, self._found, by=workspace.person.name, at=workspace.now()))
        self.checked.emit()
