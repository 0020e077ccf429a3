"""Have we checked this before? Asked of the words at hand, and in the walk of each stop by itself."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from deskeditor.article.claim_words import in_marks
from deskeditor.article.claims import Evidence
from deskeditor.article.earlier_claims import EarlierClaim
from deskeditor.factcheck.similar import Similar
from deskeditor.ui.acts import Act
from deskeditor.ui.check_acts import CheckActs
from deskeditor.ui.dialogs.earlier_dialog import EarlierDialog
from deskeditor.workspace.earlier import earlier_claims
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.sourcing import Sourcing
from deskeditor.workspace.workspace import Workspace

if TYPE_CHECKING:
    from deskeditor.ui.main_window import MainWindow


class EarlierActs(QObject):
    """Carries out the act, and offers it in the walk where there is something to see."""

    def __init__(self, window: "MainWindow", workspace: Workspace, checks: CheckActs) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._checks = checks
        self._sourcing = Sourcing(workspace)
        checks.walk.moved.connect(self._look)
        checks.walk.earlier_asked.connect(self._ask)

    def run(self, act: Act, checked: bool) -> bool:
        """Carry out an act; False where it is none of these."""
        if act is not Act.CHECKED_BEFORE:
            return False
        self._ask()
        return True

    def _look(self) -> None:
        """Look for earlier claims like the stop of the walk, and say how many there are."""
        self._checks.bar.show_offered("E", False)
        current, stop = self._workspace.current, self._checks.walk.stop
        if current is not None and stop is not None and self._workspace.is_started:
            self._workspace.jobs.follow(
                earlier_claims(self._workspace, stop.words, but_not=current.id),
                lambda found: self._offer(stop.words, found),
            )

    def _offer(self, words: str, found: Sequence[Similar]) -> None:
        stop = self._checks.walk.stop
        if found and stop is not None and stop.words == words:
            self._checks.bar.show_key("E", f"Checked before: {len(found)}…")
            self._checks.bar.show_offered("E", True)

    def _ask(self) -> None:
        current, words = self._workspace.current, self._checks.words_at_hand()
        if current is None:
            return
        if not words:
            self._workspace.tell("Put the caret into the words that may have been checked before.")
            return
        self._workspace.jobs.follow(
            earlier_claims(self._workspace, words, but_not=current.id),
            lambda found: self._show(current, words, found),
        )

    def _show(self, open_article: OpenArticle, words: str, found: Sequence[Similar]) -> None:
        if not isValid(open_article) or open_article is not self._workspace.current:
            return
        if not found:
            self._workspace.tell(f"Nothing like {in_marks(' '.join(words.split()))} was checked before.")
            return
        now, zone = self._workspace.now(), self._workspace.profile.tzinfo
        dialog = EarlierDialog(words, found, now=now, zone=zone, parent=self._window)
        dialog.article_chosen.connect(self._workspace.open)
        dialog.sources_chosen.connect(lambda earlier: self._take_sources(open_article, earlier))
        dialog.open()

    def _take_sources(self, open_article: OpenArticle, earlier: EarlierClaim) -> None:
        """Make the sources of an earlier claim sources here; the next tick stands on the first of them."""
        numbers = self._sourcing.take_over(open_article, earlier.sources)
        if not numbers:
            return
        first = earlier.sources[0].number
        locator = next((one.locator for one in earlier.claim.evidence if one.source == first), "")
        self._checks.walk.show_evidence(Evidence(source=numbers[0], locator=locator))
        told = ", ".join(str(number) for number in numbers)
        self._workspace.tell(f"Here it is source {told}: the next OK stands on it.", undo=open_article.undo)
