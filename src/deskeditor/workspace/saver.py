"""When an article is stored: soon after each change, and whenever a person turns away from it."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from deskeditor.article.article import Article, Person, is_blank
from deskeditor.errors import DeskError
from deskeditor.store.values import Conflict, Gone, RevisionReason, Saved
from deskeditor.workspace.jobs import Jobs
from deskeditor.workspace.open_article import OpenArticle

if TYPE_CHECKING:
    from deskeditor.store.store import Store

AUTOSAVE_AFTER: Final = 1000
"""Milliseconds between the last change and its saving."""

LATEST_AFTER: Final = 10_000
"""Milliseconds after which unbroken typing is saved all the same."""

RETRY_AFTER: Final = 5000
"""Milliseconds until a save that failed is tried again."""

REVISION_AFTER_WORK: Final = 10 * 60
"""Seconds of work after which a revision is kept without being asked for."""

Write = Callable[[Callable[["Store"], Saved]], "Future[Saved]"]


@dataclass(slots=True)
class _Watched:
    timer: QTimer
    latest: QTimer
    in_flight: int = 0
    again: bool = False
    conflicted: bool = False
    revision_at: datetime | None = None

    def stop(self) -> None:
        """Let nothing be due."""
        self.timer.stop()
        self.latest.stop()


class Saver(QObject):
    """Stores open articles through the one writer. Typing goes on meanwhile."""

    saved = Signal(object, object)
    """The `OpenArticle` and the aware instant of its saving."""

    conflicted = Signal(object, object)
    """The `OpenArticle` and the `Conflict`: it was changed elsewhere since it was opened."""

    failed = Signal(str)

    def __init__(
        self,
        write: Write,
        jobs: Jobs,
        *,
        now: Callable[[], datetime],
        person: Callable[[], Person],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._write = write
        self._jobs = jobs
        self._now = now
        self._person = person
        self._watched: dict[OpenArticle, _Watched] = {}
        self._is_stopped = False

    def watch(self, open_article: OpenArticle) -> None:
        """Store the article from now on, a second after each change."""
        timer = QTimer(self, singleShot=True, interval=AUTOSAVE_AFTER)
        # Each change puts the first timer off; the second one runs from the first unsaved change on.
        latest = QTimer(self, singleShot=True, interval=LATEST_AFTER)
        watched = _Watched(timer=timer, latest=latest)
        self._watched[open_article] = watched
        for due in (timer, latest):
            due.timeout.connect(lambda: self._autosave(open_article))
        open_article.edited.connect(lambda: latest.isActive() or latest.start())
        # While a conflict waits for its answer, each save keeps a revision: a few will do.
        open_article.edited.connect(lambda: timer.start(RETRY_AFTER if watched.conflicted else AUTOSAVE_AFTER))

    def forget(self, open_article: OpenArticle) -> None:
        """Stop storing the article."""
        self._watched.pop(open_article).stop()

    def stop(self) -> None:
        """Store nothing any more: all is stored, and the program ends."""
        self._is_stopped = True
        for watched in self._watched.values():
            watched.stop()

    def save(self, open_article: OpenArticle, reason: RevisionReason | None = None) -> "Future[Saved] | None":
        """Store the article as it is now and, where there is a `reason`, keep a revision of it.

        Returns what comes of it, or None where there is nothing to store. What is given to the
        writer afterwards finds it stored.
        """
        if self._is_stopped:
            return None
        watched = self._watched[open_article]
        watched.stop()
        job = self._prepared(open_article, reason)
        if job is None:
            return None
        edits, article, act = job
        watched.in_flight += 1
        future = self._write(act)
        self._jobs.follow(
            future,
            lambda saved: self._note_saved(open_article, edits, article, saved),
            lambda fault: self._note_fault(open_article, fault),
        )
        return future

    def save_all(self, reason: RevisionReason | None = None) -> list["Future[Saved]"]:
        """Store whatever is unsaved, and keep revisions where there is a `reason`. Raises nothing itself."""
        saves = [self._saved_if_it_can_be(open_article, reason) for open_article in list(self._watched)]
        return [save for save in saves if save is not None]

    def _saved_if_it_can_be(self, open_article: OpenArticle, reason: RevisionReason | None) -> "Future[Saved] | None":
        try:
            return self.save(open_article, reason)
        except Exception as fault:
            # One article that can't be read must not keep the others from being stored.
            failed: Future[Saved] = Future()
            failed.set_exception(fault)
            return failed

    def _autosave(self, open_article: OpenArticle) -> None:
        """Store what was typed, one save at a time: a store that makes them wait must not gather a queue of them."""
        watched = self._watched[open_article]
        if watched.in_flight:
            watched.again = True
        else:
            self.save(open_article)

    def _prepared(
        self, open_article: OpenArticle, reason: RevisionReason | None
    ) -> tuple[int, Article, Callable[["Store"], Saved]] | None:
        edits, at = open_article.edits, self._now()
        # While a save is under way, what is stored is not known yet: even an undone change has to be stored.
        changed = open_article.for_saving(at, anyway=self._watched[open_article].in_flight > 0)
        article = changed or open_article.article
        if open_article.counter is None and is_blank(article) and not self._watched[open_article].in_flight:
            # What was typed was taken back before it was ever stored: nothing waits any more.
            open_article.mark_saved(edits, article)
            return None
        why = reason or self._due_revision(open_article, at, changed is not None)
        if changed is None and why is None:
            return None
        person = self._person()

        def write(store: "Store", counter: int | None, *, saves: bool) -> Saved:
            saved = Saved(counter=counter or 0, at=article.modified)
            if saves:
                saved = store.save(article, expected=counter)
                open_article.counter = saved.counter
            if why is not None:
                store.keep_revision(article, reason=why, person=person, at=at)
            return saved

        def act(store: "Store") -> Saved:
            try:
                # The counter is read here, where the saves before this one are done: one may still have
                # been under way when this one was asked for, as at closing.
                return write(store, open_article.counter, saves=changed is not None)
            except Gone:
                # An older copy of the store was put in its place. The words are in the window: they are stored anew.
                return write(store, None, saves=True)
            except Conflict:
                # A person says which of the two goes on. Until then, and whatever happens, this one is in the history.
                store.keep_revision(article, reason=why or RevisionReason.WORK_TIME, person=person, at=at)
                raise

        return edits, article, act

    def _due_revision(self, open_article: OpenArticle, at: datetime, has_changes: bool) -> RevisionReason | None:
        watched = self._watched[open_article]
        if watched.revision_at is None:
            watched.revision_at = at
        if has_changes and (at - watched.revision_at).total_seconds() >= REVISION_AFTER_WORK:
            watched.revision_at = at
            return RevisionReason.WORK_TIME
        return None

    def _note_saved(self, open_article: OpenArticle, edits: int, article: Article, saved: Saved) -> None:
        open_article.mark_saved(edits, article)
        if open_article in self._watched:
            self._watched[open_article].conflicted = False
        self.saved.emit(open_article, saved.at)
        self._go_on(open_article)

    def _note_fault(self, open_article: OpenArticle, fault: DeskError) -> None:
        if isinstance(fault, Conflict):
            if open_article in self._watched:
                self._watched[open_article].conflicted = True
            self.conflicted.emit(open_article, fault)
        else:
            self.failed.emit(str(fault))
            if open_article in self._watched:
                self._watched[open_article].timer.start(RETRY_AFTER)
        self._go_on(open_article)

    def _go_on(self, open_article: OpenArticle) -> None:
        watched = self._watched.get(open_article)
        if watched is None:
            return
        watched.in_flight -= 1
        if watched.again and not watched.in_flight:
            watched.again = False
            self.save(open_article)
