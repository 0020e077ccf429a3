"""Checking in the window: claims drawn over their words, the layout of the checker, the walk, one key for each act."""

from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from deskeditor.article.article import Article
from deskeditor.article.claim_progress import Checked, Progress, tally
from deskeditor.article.claim_words import whole_text
from deskeditor.article.claims import ClaimKind, Evidence, Verdict, claim_with
from deskeditor.article.line import MarkKind
from deskeditor.article.place import Field, Place
from deskeditor.factcheck.walk import stop_after, stop_at_claim
from deskeditor.richtext.places import cursor_to_place, places_to_cursors
from deskeditor.richtext.selection import caret_marks
from deskeditor.ui.acts import Act
from deskeditor.ui.check_bar import CheckBar
from deskeditor.ui.check_words import bar_words, counts_text, link_words
from deskeditor.ui.claim_card import ClaimCard
from deskeditor.ui.claim_looks import claim_look
from deskeditor.ui.editor.bubble import bubble_over
from deskeditor.ui.editor.claim_gutter import WIDTH, ClaimGutter
from deskeditor.ui.editor.query_bubble import Asked, QueryBubble
from deskeditor.ui.editor.rich_editor import RichEditor
from deskeditor.ui.layouts import Layout
from deskeditor.ui.theme import current_look
from deskeditor.ui.walk import Walk, WalkKeys
from deskeditor.workspace.check_log import CheckLog
from deskeditor.workspace.checking import Checking
from deskeditor.workspace.workspace import Workspace

if TYPE_CHECKING:
    from deskeditor.ui.main_window import MainWindow


class CheckActs(QObject):
    """Carries out the acts of checking at the claim, or the words, that the caret is at."""

    def __init__(self, window: "MainWindow", workspace: Workspace, log: CheckLog) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._log = log
        self.checking = Checking(workspace)
        self._editors: list[RichEditor] = []
        self._asked_of = ""
        self.walk = Walk(workspace, log, self)
        self._keys = WalkKeys(self.walk)
        self.bar = CheckBar()
        self.bar.show_keys(False)
        self.bar.hide()
        window.page.add_below(self.bar)
        self._card = ClaimCard(lambda: log.found, self._article, self)
        self.gutter = ClaimGutter(window.page.body)
        self._facts_due = QTimer(self, singleShot=True, interval=0)
        self._facts_due.timeout.connect(self._show_facts)
        window.layouts.turned.connect(self._show_layout)
        log.checked.connect(self._show_claims)
        workspace.opened.connect(self._leave_walk)
        window.claims.claim_chosen.connect(self._go_to_claim)
        self.bar.key_chosen.connect(self.walk.do)
        self.walk.begun.connect(self._lock)
        self.walk.ended.connect(self._unlock)
        self.walk.moved.connect(self._show_stop)
        self.walk.told.connect(workspace.tell)
        self.walk.query_asked.connect(self._ask)

    def follow(self, editor: RichEditor) -> None:
        """Draw claims in `editor`, and give its keys to the walk while that is on."""
        self._editors = [one for one in self._editors if isValid(one)]
        self._editors.append(editor)
        self._keys.watch(editor)
        self._card.watch(editor)
        editor.shown_anew.connect(self._show_claims)
        editor.cursorPositionChanged.connect(self._show_caret)
        if self.walk.is_on:
            editor.setReadOnly(True)
        self._show_claims()

    def run(self, act: Act, checked: bool) -> bool:
        """Carry out an act; False where it is none of these."""
        if self.walk.is_on and act is Act.UNDO:
            self.walk.undo()
            return True
        plain = {
            Act.WALK: self._walk,
            Act.MARK_CLAIM: self._mark,
            Act.NEXT_OPEN: lambda: self._step(back=False),
            Act.PREVIOUS_OPEN: lambda: self._step(back=True),
            Act.TICK: self._tick,
            Act.QUERY: self._query,
            Act.STILL_GOOD: self._confirm,
            Act.AGREES_WITH_BODY: self._agree,
            Act.REMOVE_CLAIM: self._remove,
        }
        if act not in plain:
            return False
        plain[act]()
        return True

    # The layout

    @property
    def is_checking(self) -> bool:
        """Whether the window is laid out for a checker."""
        return self._window.layouts.current is Layout.CHECK

    def _show_layout(self) -> None:
        checking = self.is_checking
        self._window.page.body.leave_beside(WIDTH if checking else 0)
        self._show_bar()
        if checking:
            self._window.page.show_markdown(False)
        else:
            self.walk.end()
        self._show_facts()
        self._show_caret()

    def _show_bar(self) -> None:
        self.bar.setVisible(self.is_checking and self._workspace.current is not None)

    # What is shown

    def _show_claims(self) -> None:
        tokens = current_look()
        looks = MappingProxyType({one.claim.id: claim_look(one, tokens) for one in self._log.found})
        for editor in self._editors:
            if isValid(editor):
                editor.show_claims(looks)
        found = self._log.found
        self._window.claims.show_claims(found, person=self._workspace.person.name)
        self._window.panels.show_count("Claims", sum(one.is_open for one in found))
        if self.is_checking:
            # A turn of the event loop later: several changes of one act are looked through once.
            self._facts_due.start()

    def _show_facts(self) -> None:
        fresh = [stop for stop in self.walk.waiting() if stop.checked is None] if self.is_checking else []
        for editor in self._editors:
            if isValid(editor):
                mine = [stop.place for stop in fresh if self._editor_at(stop.place) is editor]
                editor.show_facts(places_to_cursors(editor.document(), mine))
        found = self._log.found
        counted = tally(found)
        total = counted.total + len(fresh)
        self.bar.show_counts(counted.settled, total, counts_text(found, len(fresh)))

    def _show_stop(self) -> None:
        stop = self.walk.stop
        if not self.walk.is_on:
            return
        if stop is None:
            self.bar.show_stop("The walk", "Nothing is left to check.", "Escape unlocks the copy.")
            return
        self._window.go_acts.go_to(stop.place)
        article = self._workspace.current
        if article is not None:
            self.bar.show_stop(*bar_words(stop, article.article, len(self.walk.waiting())))
            recheck = stop.checked is not None and stop.checked.progress is Progress.RECHECK
            last = self.walk.last_evidence
            ok = "Still good" if recheck else f"OK, source {last.source}" if last is not None else "OK"
            self.bar.show_key("Space", ok)
            link = self.walk.link
            self.bar.show_offered("K", bool(link))
            self.bar.show_key("K", link_words(link, article.article))

    def _go_to_claim(self, claim_id: str) -> None:
        one = next((one for one in self._log.found if one.claim.id == claim_id), None)
        if one is None:
            return
        if one.claimed is None:
            self._workspace.tell(f"The words of number {one.claim.number} are not in the copy.")
        elif self.walk.is_on:
            self.walk.turn_to(one.claimed.places[0])
        else:
            self._window.go_acts.go_to(one.claimed.places[0])

    def _show_caret(self) -> None:
        one = self.claim_at_caret()
        if one is not None:
            self._window.claims.list.show_current(one.claim.id)
        if not self.is_checking or self.walk.is_on:
            return
        article = self._workspace.current
        if article is None:
            return
        if one is None:
            self.bar.show_stop("Checking", "Put the caret into a claim, or walk through all facts: Shift+F9.", "")
        else:
            self.bar.show_stop(*bar_words(stop_at_claim(one), article.article, None))

    # The walk

    def _walk(self) -> None:
        if self.walk.is_on:
            self.walk.end()
            return
        self._window.layouts.turn_to(Layout.CHECK)
        self.walk.begin()

    def _leave_walk(self) -> None:
        self.walk.end()
        self._show_bar()

    def _lock(self) -> None:
        self.bar.show_keys(True)
        for editor in self._editors:
            if isValid(editor):
                editor.setReadOnly(True)

    def _unlock(self) -> None:
        self.bar.show_keys(False)
        for editor in self._editors:
            if isValid(editor):
                editor.setReadOnly(False)
        self._show_caret()

    # Acts at the caret

    def _mark(self) -> None:
        """Make the selected words, or the word at the caret, a claim."""
        article, editor = self._workspace.current, self._editor()
        if article is None or editor is None:
            return
        cursor = editor.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        place = self._place_of(editor, cursor)
        claim_id = self.checking.mark(article, place, _kind_at(article.article, place)) if place is not None else None
        if claim_id is None:
            self._workspace.tell("Select the words that are to be checked.")
            return
        claim = claim_with(article.article.claims, claim_id)
        if claim is not None:
            self._workspace.tell(f"Number {claim.number}: “{claim.anchor.quote}”.", undo=article.undo)

    def _tick(self) -> None:
        article, one = self._workspace.current, self.claim_at_caret()
        if article is None:
            return
        last = self.walk.last_evidence
        evidence: tuple[Evidence, ...] = () if last is None else (last,)
        if one is not None:
            self.checking.judge(article, [one.claim.id], Verdict.OK, evidence)
            return
        editor = self._editor()
        place = self._place_of(editor, editor.textCursor()) if editor is not None else None
        if place is None or not self.checking.mark_all(
            article, [place], _kind_at(article.article, place), Verdict.OK, evidence
        ):
            self._workspace.tell("Select the words that are right, or put the caret into a claim.")

    def _confirm(self) -> None:
        article, one = self._workspace.current, self.claim_at_caret()
        if article is not None and one is not None:
            self.checking.confirm(article, one.claim.id)

    def _agree(self) -> None:
        article, one = self._workspace.current, self.claim_at_caret()
        if article is None or one is None or one.claimed is None or one.claimed.places[0].bullet is None:
            self._workspace.tell("Put the caret into a claim of a summary point.")
            return
        self.checking.agree_with_body(article, one.claim.id)

    def _remove(self) -> None:
        article, one = self._workspace.current, self.claim_at_caret()
        if article is not None and one is not None:
            self.checking.remove(article, one.claim.id)
            self._workspace.tell(f"Number {one.claim.number} is no claim any more.", undo=article.undo)

    def _query(self) -> None:
        one = self.claim_at_caret()
        if one is None:
            self._mark()
            one = self.claim_at_caret()
        if one is not None:
            self._ask(one.claim.id)

    def _ask(self, claim_id: str) -> None:
        article, editor = self._workspace.current, self._editor()
        claim = claim_with(article.article.claims, claim_id) if article is not None else None
        if claim is None or editor is None:
            return
        self._asked_of = claim_id
        bubble = bubble_over(self._window, QueryBubble, QueryBubble)
        bubble.answer_to(given=self._send, closed=editor.setFocus)
        query = claim.query
        bubble.ask(
            f"Number {claim.number}: “{claim.anchor.quote}”",
            editor.caret_in_window(),
            question=query.question if query is not None else "",
            wording=query.wording if query is not None else "",
        )

    def _send(self, asked: Asked) -> None:
        article = self._workspace.current
        if article is not None:
            self.checking.query(article, self._asked_of, asked.question, wording=asked.wording, to=asked.to)
            self.walk.go_on()

    def _step(self, *, back: bool) -> None:
        """Go to the next thing that is to be checked, from the caret on and round."""
        article, editor = self._workspace.current, self._editor()
        if article is None:
            return
        waiting = self.walk.waiting()
        here = self._place_of(editor, editor.textCursor()) if editor is not None else None
        stop = stop_after(waiting, article.article, here, back=back) or stop_after(
            waiting, article.article, None, back=back
        )
        if stop is None:
            self._workspace.tell("Nothing is left to check.")
        else:
            self._window.go_acts.go_to(stop.place)

    # Where things are

    def _article(self) -> Article | None:
        current = self._workspace.current
        return current.article if current is not None else None

    def claim_at_hand(self) -> Checked | None:
        """The claim that the walk stands at, else the one at the caret."""
        return self.walk.stop.checked if self.walk.stop is not None else self.claim_at_caret()

    def words_at_hand(self) -> str:
        """The words of the walk's stop, of the claim at the caret, else those selected or the word at the caret."""
        if self.walk.stop is not None:
            return self.walk.stop.words
        one, editor = self.claim_at_caret(), self._editor()
        if one is not None and one.words is not None:
            return one.words
        if editor is None:
            return ""
        cursor = editor.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        return cursor.selectedText().replace("\u2029", " ").strip()

    def _editor(self) -> RichEditor | None:
        last = self._window.texts.last
        return last if isinstance(last, RichEditor) and last.isVisible() else None

    def _editor_at(self, place: Place) -> QWidget | None:
        page = self._window.page
        match place.field:
            case Field.BODY:
                return page.body
            case Field.HEADLINE:
                return page.headline
            case Field.STANDFIRST:
                return page.standfirst
            case _:
                return self._window.summary.editor_of(place.bullet) if place.bullet is not None else None

    def _place_of(self, editor: RichEditor, cursor: QTextCursor) -> Place | None:
        page = self._window.page
        if editor is page.body:
            return cursor_to_place(cursor)
        if editor is page.headline or editor is page.standfirst:
            field = Field.HEADLINE if editor is page.headline else Field.STANDFIRST
            return cursor_to_place(cursor, field=field)
        bullet = self._window.summary.bullet_of(editor)
        return cursor_to_place(cursor, field=Field.SUMMARY, bullet=bullet) if bullet is not None else None

    def claim_at_caret(self) -> Checked | None:
        """The claim that the caret or the whole selection lies in; of several, the one begun last."""
        editor = self._editor()
        if editor is None:
            return None
        ids = {mark.value for mark in caret_marks(editor.textCursor()) if mark.kind is MarkKind.CLAIM}
        return next((one for one in reversed(self._log.found) if one.claim.id in ids), None)


def _kind_at(article: Article, place: Place) -> ClaimKind:
    """A guess what is to be checked about the words at a place."""
    from deskeditor.factcheck.facts import kind_of

    return kind_of(whole_text(article, place), place.start, place.end)
