"""When an article is stored: soon after each change, and whenever a person turns away from it."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from deskeditor.article.article import Article, Person, is_blank
from deskeditor.errors import DeskError
from deskeditor.store.values import Conflict, RevisionReason, Saved
from deskeditor.workspace.jobs import Jobs
from deskeditor.workspace.open_article import OpenArticle

if TYPE_CHECKING:
    from deskeditor.store.store import Store

AUTOSAVE_AFTER: Final = 1000
"""Milliseconds between the last change and its saving."""

RETRY_AFTER: Final = 5000
"""Milliseconds until a save that failed is tried again."""

REVISION_AFTER_WORK: Final = 10 * 60
"""Seconds of work after which a revision is kept without being asked for."""

Write = Callable[[Callable[["Store"], Saved]], "Future[Saved]"]


@dataclass(slots=True)
class _Watched:
    timer: QTimer
    in_flight: bool = False
    again: list[RevisionReason | None] = field(default_factory=list)
    revision_at: datetime | None = None


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
        self._watched[open_article] = _Watched(timer=timer)
        timer.timeout.connect(lambda: self.save(open_article))
        open_article.edited.connect(lambda: timer.start(AUTOSAVE_AFTER))

    def forget(self, open_article: OpenArticle) -> None:
        """Stop storing the article."""
        self._watched.pop(open_article).timer.stop()

    def stop(self) -> None:
        """Store nothing any more: all is stored, and the program ends."""
        self._is_stopped = True
        for watched in self._watched.values():
            watched.timer.stop()

    def save(self, open_article: OpenArticle, reason: RevisionReason | None = None) -> None:
        """Store the article now and, where there is a `reason`, keep a revision of it."""
        if self._is_stopped:
            return
        watched = self._watched[open_article]
        watched.timer.stop()
        if watched.in_flight:
            watched.again.append(reason)
            return
        job = self._prepared(open_article, reason)
        if job is None:
            return
        edits, article, act = job
        watched.in_flight = True
        self._jobs.follow(
            self._write(act),
            lambda saved: self._note_saved(open_article, edits, article, saved),
            lambda fault: self._note_fault(open_article, fault),
        )

    def last_saves(self, reason: RevisionReason) -> list["Future[Saved]"]:
        """Store whatever is unsaved and keep revisions, for the end of the program: wait for these."""
        jobs = [self._prepared(open_article, reason) for open_article in self._watched]
        return [self._write(job[2]) for job in jobs if job is not None]

    def _prepared(
        self, open_article: OpenArticle, reason: RevisionReason | None
    ) -> tuple[int, Article, Callable[["Store"], Saved]] | None:
        edits, at = open_article.edits, self._now()
        changed = open_article.for_saving(at)
        article = changed or open_article.article
        if open_article.counter is None and is_blank(article):
            return None
        why = reason or self._due_revision(open_article, at, changed is not None)
        if changed is None and why is None:
            return None
        person = self._person()

        def act(store: "Store") -> Saved:
            # The counter is read here, where the saves before this one are done: one may still have
            # been under way when this one was asked for, as at closing.
            saved = Saved(counter=open_article.counter or 0, at=article.modified)
            if changed is not None:
                saved = store.save(article, expected=open_article.counter)
                open_article.counter = saved.counter
            if why is not None:
                store.keep_revision(article, reason=why, person=person, at=at)
            return saved

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
        self.saved.emit(open_article, saved.at)
        self._go_on(open_article)

    def _note_fault(self, open_article: OpenArticle, fault: DeskError) -> None:
        if isinstance(fault, Conflict):
            self.conflicted.emit(open_article, fault)
        else:
            self.failed.emit(str(fault))
            if open_article in self._watched:
                self._watched[open_article].timer.start(RETRY_AFTER)
        self._go_on(open_article)

    def _go_on(self, open_article: OpenArticle) -> None:
        if open_article not in self._watched:
            return
        watched = self._watched[open_article]
        watched.in_flight = False
        if watched.again:
            # One save serves all who asked meanwhile; a reason among them is kept.
            reasons = [reason for reason in watched.again if reason is not None]
            watched.again.clear()
            self.save(open_article, reasons[-1] if reasons else None)
