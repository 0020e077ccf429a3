"""The walk through a piece's facts: the copy is locked, and one key ticks, queries or passes over what is at hand."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTextEdit

from deskeditor.article.claim_progress import Checked, Progress
from deskeditor.article.claim_words import copy_texts, reached, text_at
from deskeditor.article.claims import Evidence, Verdict
from deskeditor.article.place import Place
from deskeditor.article.sources import source_numbered
from deskeditor.factcheck.levels import level_of
from deskeditor.factcheck.walk import Stop, stop_after, stop_at_claim, stops
from deskeditor.workspace.check_log import CheckLog
from deskeditor.workspace.checking import Checking
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.sourcing import Sourcing
from deskeditor.workspace.workspace import Workspace

if TYPE_CHECKING:
    from deskeditor.factcheck.facts import Fact

_PLAIN: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_MODIFIERS: Final = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


class Walk(QObject):
    """Walks the article at hand. It shows nothing itself: `moved` says that another stop is at hand."""

    moved = Signal()
    begun = Signal()
    ended = Signal()
    query_asked = Signal(str)
    """A claim's id: the person wants to ask about it."""

    locator_asked = Signal(str)
    """A claim's id: the person wants to say where in its source it is."""

    earlier_asked = Signal()
    """The person wants to see whether the words at hand were checked before."""

    told = Signal(str)

    def __init__(self, workspace: Workspace, log: CheckLog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._log = log
        self._checking = Checking(workspace)
        self._sourcing = Sourcing(workspace)
        self._article: OpenArticle | None = None
        self._stop: Stop | None = None
        self._past: list[Place] = []
        self._covered: tuple[str, ...] = ()
        self._known: tuple[object, tuple[Fact, ...]] = (None, ())
        self._waiting: tuple[Sequence[Fact] | None, Sequence[Checked] | None, tuple[Stop, ...]] = (None, None, ())
        self._last_evidence: Evidence | None = None
        workspace.opened.connect(self._forget_evidence)
        self._verdicts: dict[str, Callable[[], None]] = {
            "Space": self.approve,
            "A": lambda: self._judge(Verdict.OK_ON_AUTHOR),
            "S": lambda: self._judge(Verdict.NOT_CHECKABLE),
            "X": lambda: self._judge(Verdict.CANT_STAND_UP),
            "D": lambda: self._judge(Verdict.DISPUTED),
            "Q": lambda: self._ask(self.query_asked),
            "L": lambda: self._ask(self.locator_asked),
            "K": self.approve_with_link,
            "E": self.earlier_asked.emit,
            "W": lambda: self._reach(1),
            "N": lambda: self._reach(-1),
            "→": self.pass_over,
            "O": self.leave_mentions,
            "B": self.go_back,
            "U": self.end,
        }

    # Beginning and ending

    @property
    def is_on(self) -> bool:
        """Whether the copy is locked and its keys are the walk's."""
        return self._article is not None

    @property
    def stop(self) -> Stop | None:
        """What is at hand; None where all is checked."""
        return self._stop

    def begin(self, at: Place | None = None) -> None:
        """Walk the article at hand, from the first thing to check behind `at` on."""
        current = self._workspace.current
        if current is None or self.is_on:
            return
        self._article = current
        self._past = []
        self.begun.emit()
        waiting = self.waiting()
        self._turn_to(stop_after(waiting, current.article, at) or stop_after(waiting, current.article, None))

    def end(self) -> None:
        """Unlock the copy."""
        if self.is_on:
            self._article = None
            self._stop = None
            self.ended.emit()

    # What there is to check

    def found(self) -> "tuple[Fact, ...]":
        """The facts of the article at hand, claimed or not, as its check level asks."""
        current = self._workspace.current
        if current is None:
            return ()
        article = current.article
        level = level_of(article, self._workspace.profile)
        # A tick changes marks alone: the words are what facts are found in.
        key = (level, article.language, tuple(copy_texts(article)))
        if self._known[0] != key:
            from deskeditor.factcheck.facts import facts

            self._known = (key, facts(article, level))
        return self._known[1]

    def waiting(self) -> tuple[Stop, ...]:
        """What waits for a checker, in the order of the copy."""
        current = self._workspace.current
        if current is None:
            return ()
        found, claims = self.found(), self._log.found
        # Both are the same value as long as nothing changed: one key asks several times.
        if self._waiting[0] is not found or self._waiting[1] is not claims:
            self._waiting = (found, claims, stops(current.article, found, claims))
        return self._waiting[2]

    # Keys

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means in the walk; False for one that is none of its keys."""
        if event.modifiers() not in _PLAIN:
            return False
        key = _key_of(event)
        if key.isdigit() and key != "0":
            self.approve_with(int(key))
        elif key in self._verdicts:
            self.do(key)
        else:
            return False
        return True

    def do(self, key: str) -> None:
        """Do what the key of that name does."""
        if key in self._verdicts:
            self._verdicts[key]()

    # Acts

    def approve(self) -> None:
        """Say that the words are right: by the source used last, or, of words that changed, that they still are."""
        stop = self._stop
        if stop is not None and stop.checked is not None and stop.checked.progress is Progress.RECHECK:
            self._on_claim(lambda article, claim_id: self._checking.confirm(article, claim_id))
            return
        last = self.last_evidence
        self._judge(Verdict.OK, () if last is None else (last,))

    def approve_with(self, number: int) -> None:
        """Say that the words are right by the source of that number."""
        article = self._article
        if article is None:
            return
        if all(source.number != number for source in article.article.sources):
            self.told.emit(f"There is no source {number} yet.")
            return
        last = self._last_evidence
        self._last_evidence = last if last is not None and last.source == number else Evidence(source=number)
        self._judge(Verdict.OK, (self._last_evidence,))

    @property
    def link(self) -> str:
        """The address that the sentence at hand links to, "" for none."""
        from deskeditor.factcheck.linked import link_of

        article, stop = self._article, self._stop
        return link_of(article.article, stop.place) if article is not None and stop is not None else ""

    def approve_with_link(self) -> None:
        """Say that the words are right by what their sentence links to, which is a source from now on."""
        if self._article is None or self._stop is None:
            return
        link = self.link
        if not link:
            self.told.emit("This sentence has no link to a page.")
            return
        self._judge(Verdict.OK, link=link)

    def show_evidence(self, evidence: Evidence) -> None:
        """Take this for the source used last: with its locator it serves the next tick."""
        self._last_evidence = evidence

    @property
    def last_evidence(self) -> Evidence | None:
        """The source used last, with the locator given last."""
        last, current = self._last_evidence, self._workspace.current
        if last is None or current is None or source_numbered(current.article.sources, last.source) is None:
            return None
        return last

    def pass_over(self) -> None:
        """Leave what is at hand for later."""
        if self._article is not None and self._stop is not None:
            self._go_on(self._stop.place)

    def go_back(self) -> None:
        """Go to what was at hand before, judged or not."""
        article = self._article
        if article is None:
            return
        if not self._past:
            self.told.emit("This is where the walk began.")
            return
        self._turn_to(self._stop_at(self._past.pop()), remember=False)

    def undo(self) -> None:
        """Take the last step back, and go to where it was done."""
        article = self._article
        if article is not None:
            article.undo()
            if self._past:
                self.go_back()

    def turn_to(self, place: Place) -> None:
        """Go to the claim at a place, because a person chose it."""
        if self._article is not None:
            self._turn_to(self._stop_at(place))

    def go_on(self) -> None:
        """Go on, because what was at hand is done."""
        if self._article is not None and self._stop is not None:
            self._go_on(self._stop.place)

    # How it works

    def _forget_evidence(self) -> None:
        # Another article's sources have the same numbers.
        self._last_evidence = None

    def _judge(self, verdict: Verdict, evidence: Sequence[Evidence] = (), *, link: str = "") -> None:
        article, stop = self._article, self._stop
        if article is None or stop is None:
            return
        later = [fact.place for fact in self._mentions(stop)] if verdict is Verdict.OK else []
        covered: tuple[str, ...] = ()
        with article.one_step("tick"):
            if link and (number := self._sourcing.for_link(article, link)) is not None:
                # In the same step as the tick: undone with it.
                self._last_evidence = Evidence(source=number)
                evidence = (*evidence, self._last_evidence)
            if stop.checked is None:
                ids = self._checking.mark_all(article, [stop.place, *later], stop.kind, verdict, evidence)
                covered = ids[1:]
            else:
                self._checking.judge(article, [stop.checked.claim.id], verdict, evidence)
        self._covered = covered
        if covered:
            count = "1 later mention" if len(covered) == 1 else f"{len(covered)} later mentions"
            self.told.emit(f"{count} of “{stop.words}” ticked as well; O takes that back and leaves this one.")
        self._go_on(stop.place)

    def leave_mentions(self) -> None:
        """Take the ticks on later mentions back: only the one at hand was meant."""
        article = self._article
        if article is not None and self._covered:
            self._checking.remove_all(article, self._covered)
            self._covered = ()
            if self._past:
                self._go_on(self._past[-1])

    def _mentions(self, stop: Stop) -> "tuple[Fact, ...]":
        """Where the same words come again and are no claim yet."""
        article = self._article
        if article is None or stop.checked is not None:
            return ()
        from deskeditor.factcheck.facts import same_words

        fresh = {other.place for other in self.waiting() if other.checked is None}
        here = next((fact for fact in self.found() if fact.place == stop.place), None)
        return tuple(fact for fact in same_words(self.found(), here) if fact.place in fresh) if here is not None else ()

    def _on_claim(self, act: Callable[[OpenArticle, str], None]) -> None:
        """Do something with the claim at hand, made of the fact where it is none yet, as one step; and go on."""
        article, stop = self._article, self._stop
        if article is None or stop is None:
            return
        with article.one_step("tick"):
            claim_id = self._claim_at(article, stop)
            if claim_id is not None:
                act(article, claim_id)
        self._go_on(stop.place)

    def _claim_at(self, article: OpenArticle, stop: Stop) -> str | None:
        if stop.checked is not None:
            return stop.checked.claim.id
        return self._checking.mark(article, stop.place, stop.kind)

    def _ask(self, signal: object) -> None:
        article, stop = self._article, self._stop
        if article is None or stop is None:
            return
        claim_id = self._claim_at(article, stop)
        if claim_id is not None:
            self._stop = self._stop_at(stop.place)
            self.moved.emit()
            signal.emit(claim_id)  # type: ignore[attr-defined]

    def _reach(self, words: int) -> None:
        """Let the words at hand be one more, or one less."""
        article, stop = self._article, self._stop
        if article is None or stop is None:
            return
        place = reached(article.article, stop.place, words)
        if place == stop.place:
            return
        if stop.checked is not None:
            self._checking.move(article, stop.checked.claim.id, place)
            self._turn_to(self._stop_at(place), remember=False)
        else:
            self._stop = Stop(place=place, kind=stop.kind, words=text_at(article.article, place), reason=stop.reason)
            self.moved.emit()

    def _stop_at(self, place: Place) -> Stop | None:
        """The claim, or the fact, that begins at a place."""
        article = self._article
        if article is None:
            return None
        found: list[Checked] = [
            one
            for one in self._log.found
            if one.claimed is not None and replace(one.claimed.places[0], end=place.end) == place
        ]
        if found:
            return stop_at_claim(found[-1])
        return next((stop for stop in self.waiting() if stop.place == place), None)

    def _go_on(self, place: Place) -> None:
        article = self._article
        if article is None:
            return
        waiting = self.waiting()
        self._turn_to(stop_after(waiting, article.article, place) or stop_after(waiting, article.article, None))

    def _turn_to(self, stop: Stop | None, *, remember: bool = True) -> None:
        if remember and self._stop is not None and (stop is None or stop.place != self._stop.place):
            self._past.append(self._stop.place)
        self._stop = stop
        self.moved.emit()


def _key_of(event: QKeyEvent) -> str:
    match event.key():
        case Qt.Key.Key_Space | Qt.Key.Key_Return | Qt.Key.Key_Enter:
            return "Space"
        case Qt.Key.Key_Right | Qt.Key.Key_Down | Qt.Key.Key_Tab:
            return "→"
        case Qt.Key.Key_Left | Qt.Key.Key_Up | Qt.Key.Key_Backspace | Qt.Key.Key_Backtab:
            return "B"
        case Qt.Key.Key_Plus:
            return "W"
        case Qt.Key.Key_Minus:
            return "N"
        case Qt.Key.Key_Escape:
            return "U"
        case _:
            return event.text().upper()


class WalkKeys(QObject):
    """Gives the keys that are pressed in locked texts to the walk."""

    def __init__(self, walk: Walk) -> None:
        super().__init__(walk)
        self._walk = walk

    def watch(self, text: QTextEdit) -> None:
        """Let the walk have the keys of `text` while it is on."""
        text.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._walk.is_on and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.modifiers() in _PLAIN:
                # A plain key is the walk's before it is any menu's.
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() not in _MODIFIERS and self._walk.press(event):
                return True
        return False
