"""What a claim stands on: where in which source, what speaks against it, and what it does not stand on after all."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from deskeditor.article.claiming import with_evidence
from deskeditor.article.claims import Claim, Evidence, Verdict, claim_with
from deskeditor.ui.acts import Act
from deskeditor.ui.check_acts import CheckActs
from deskeditor.ui.editor.bubble import bubble_over
from deskeditor.ui.editor.locator_bubble import LocatorBubble
from deskeditor.ui.editor.rich_editor import RichEditor
from deskeditor.workspace.checking import Checking
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.workspace import Workspace

if TYPE_CHECKING:
    from deskeditor.ui.main_window import MainWindow


class EvidenceActs(QObject):
    """Asks in a bubble at the words: from the walk, from the list of claims (L), and by the act of the menu."""

    def __init__(self, window: "MainWindow", workspace: Workspace, checks: CheckActs) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._checks = checks
        self._checking = Checking(workspace)
        self._asked_of = ""
        self._asked_in: OpenArticle | None = None
        checks.walk.locator_asked.connect(self._ask)
        window.claims.list.letter_pressed.connect(self._press)

    def run(self, act: Act, checked: bool) -> bool:
        """Carry out an act; False where it is none of these."""
        if act is not Act.WHERE_IN_SOURCE:
            return False
        one = self._checks.claim_at_hand()
        if one is None:
            self._workspace.tell("Put the caret into a claim.")
        else:
            self._ask(one.claim.id)
        return True

    def _press(self, letter: str) -> None:
        claim_id = self._window.claims.list.current_id
        if letter == "L" and claim_id:
            self._window.claims.claim_chosen.emit(claim_id)
            self._ask(claim_id)

    def _ask(self, claim_id: str) -> None:
        article, editor = self._workspace.current, self._window.texts.last
        claim = self._claim(article, claim_id)
        if article is None or claim is None or not isinstance(editor, RichEditor):
            return
        if not article.article.sources:
            self._workspace.tell("Add a source first: Alt+Shift+D takes an address, a file or a line.")
            return
        self._asked_of, self._asked_in = claim_id, article
        bubble = bubble_over(self._window, LocatorBubble, LocatorBubble)
        bubble.answer_to(given=self._take, closed=editor.setFocus, removed=lambda: self._remove(bubble.source_number))
        bubble.ask(
            article.article.sources,
            editor.caret_in_window(),
            last=self._checks.walk.last_evidence,
            known=claim.evidence,
            is_judged=claim.judgement is not None,
        )

    def _take(self, evidence: Evidence) -> None:
        """Note where in its source a claim is; one without a verdict is OK by that, unless the source contradicts."""
        article, claim = self._asked()
        if article is None or claim is None:
            return
        if evidence.contradicts:
            self._checking.stand_on(article, claim.id, with_evidence(claim.evidence, (evidence,)))
            walk = self._checks.walk
            if walk.stop is not None:
                # The stop stays, and shows what was noted.
                walk.turn_to(walk.stop.place)
            if claim.judgement is None:
                self._workspace.tell(
                    f"Source {evidence.source} speaks against number {claim.number}: it waits for you."
                )
            return
        self._checks.walk.show_evidence(evidence)
        if claim.judgement is None:
            self._checking.judge(article, [claim.id], Verdict.OK, (evidence,))
        else:
            self._checking.stand_on(article, claim.id, with_evidence(claim.evidence, (evidence,)))
        self._checks.walk.go_on()

    def _remove(self, number: int) -> None:
        article, claim = self._asked()
        if article is not None and claim is not None:
            self._checking.stand_on(article, claim.id, [one for one in claim.evidence if one.source != number])
            self._workspace.tell(f"Number {claim.number} no longer stands on source {number}.", undo=article.undo)

    def _asked(self) -> tuple[OpenArticle | None, Claim | None]:
        article = self._asked_in
        if article is None or not isValid(article):
            return None, None
        return article, self._claim(article, self._asked_of)

    def _claim(self, article: OpenArticle | None, claim_id: str) -> Claim | None:
        return claim_with(article.article.claims, claim_id) if article is not None else None
