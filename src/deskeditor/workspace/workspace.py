"""The desk at work: the store behind its worker, the list, and the articles that are open."""

import logging
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, Protocol
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from deskeditor.article.article import Article, Person, is_blank, new_article
from deskeditor.article.tags import Tag
from deskeditor.article.workflow import Stage
from deskeditor.errors import DeskError
from deskeditor.media.evidence_store import EvidenceStore
from deskeditor.media.media_store import MediaStore
from deskeditor.paths import evidence_folder
from deskeditor.profile.profile import Profile
from deskeditor.store.values import Conflict, RevisionReason, Saved, StoredArticle
from deskeditor.workspace.article_list_model import ArticleListModel
from deskeditor.workspace.jobs import Jobs
from deskeditor.workspace.notices import Notice, Offer
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.saver import Saver
from deskeditor.workspace.session import OpenedArticle, Session, write_session

if TYPE_CHECKING:
    from deskeditor.store.store import Store

log: Final = logging.getLogger(__name__)

SAVING: Final = "saving"
"""The subject of what is told while changes can't be saved."""

POLL_EVERY: Final = 1000
"""Milliseconds between two looks for changes that another program made in the store."""

KEPT_OPEN: Final = 30
"""Articles whose documents and undo are kept after the desk turned to another."""

LAST_SAVE_WITHIN: Final = 20.0
"""Seconds that the end of the program waits for the last saves."""


class Worker(Protocol):
    """The store's threads, as the workspace uses them."""

    def read(self, act: Callable[["Store"], Any], *, supersedes: str = "") -> "Future[Any]":
        """Run `act` on the reader."""

    def write(self, act: Callable[["Store"], Any]) -> "Future[Any]":
        """Run `act` on the writer."""

    def close(self) -> None:
        """Finish what was given, then close the store."""


class Workspace(QObject):
    """What is open, and the way to the store."""

    started = Signal()
    """The store can be used."""

    refused = Signal(str)
    """The store can't be opened: why, and what to do."""

    opened = Signal(object)
    """The `OpenArticle` that the desk turned to, or None."""

    noticed = Signal(object)
    """A `Notice` to show."""

    settled = Signal(str)
    """The subject of notices that are no longer true."""

    tags_known = Signal(object)
    """All tags of the desk, a tuple of `Tag`."""

    stages_counted = Signal(object)
    """How many articles stand at each stage, a mapping of `Stage` to int."""

    person_changed = Signal(object)

    def __init__(
        self,
        worker: Worker,
        *,
        home: Path,
        profile: Profile,
        media: MediaStore,
        session: Session,
        person: Person,
        now: Callable[[], datetime],
        new_id: Callable[[], UUID],
        parent: QObject | None = None,
    ) -> None:
        """`home` is the folder of the session file and of the sources' files, `session` what it held."""
        super().__init__(parent)
        self.profile = profile
        self.media = media
        self.evidence = EvidenceStore(evidence_folder(home))
        self.jobs = Jobs(self)
        self.now = now
        self.new_id = new_id
        self.session = session
        self._person = person
        self.home = home
        self._worker = worker
        self._is_closed = False
        self._known_tags: tuple[Tag, ...] = ()
        self._open: dict[UUID, OpenArticle] = {}
        self._current: OpenArticle | None = None
        self._seen_version: int | None = None
        self.list_model = ArticleListModel(self.read, self.jobs, first=session.heads, parent=self)
        self.saver = Saver(self.write, self.jobs, now=now, person=lambda: self._person, parent=self)
        self.jobs.failed.connect(lambda text: self.noticed.emit(Notice(text=text, lasting=True)))
        self.saver.failed.connect(
            lambda text: self.noticed.emit(
                Notice(text=f"Not saved yet, and tried again by itself. {text}", subject=SAVING, lasting=True)
            )
        )
        self.saver.saved.connect(self._note_saved)
        self.saver.conflicted.connect(self._ask_about_conflict)
        self._poll = QTimer(self, interval=POLL_EVERY)
        self._poll.timeout.connect(self._look_for_changes)

    # The store

    def tell(self, text: str, *, undo: Callable[[], None] | None = None) -> None:
        """Tell a person something in passing; `undo` takes it back, where it can be."""
        offers = (Offer(label="Undo", take=undo),) if undo is not None else ()
        self.noticed.emit(Notice(text=text, offers=offers))

    def read(self, act: Callable[["Store"], Any], *, supersedes: str = "") -> "Future[Any]":
        """Run `act(store)` on the reader thread; a newer one of the same name supersedes it."""
        return self._worker.read(act, supersedes=supersedes)

    def write(self, act: Callable[["Store"], Any]) -> "Future[Any]":
        """Run `act(store)` on the writer thread, in the order of the calls."""
        return self._worker.write(act)

    @property
    def is_started(self) -> bool:
        """Whether the store has answered. Before the first frame nothing should ask it: to open it takes a while."""
        return self._seen_version is not None

    def start(self) -> None:
        """Open the store, fetch what the window shows, and look for changes from now on."""
        self.jobs.follow(
            self.write(lambda store: store.data_version()),
            self._begin,
            lambda fault: self.refused.emit(str(fault)),
        )

    def _begin(self, version: int) -> None:
        self._seen_version = version
        self.started.emit()
        self.refresh()
        self._poll.start()
        left = self._current
        if left is not None and left.counter is not None:
            # What the last session left may be older than the store, or of another store altogether.
            self.jobs.follow(
                self.read(lambda store: store.load(left.id)),
                lambda stored: self._show_stored(left, stored),
                lambda _gone: self._turn_away_from(left),
            )

    def refresh(self) -> None:
        """Ask the store again for the list, the counts and the tags."""
        self.list_model.refresh()
        self.jobs.follow(self.read(lambda store: (store.stage_counts(), store.known_tags())), self._show_desk)

    def close(self) -> list[str]:
        """Store everything, leave the session, close the store; where something can't be stored, it stays open.

        Returns what could not be stored, as sentences.
        """
        if self._is_closed:
            return []
        self._poll.stop()
        faults = self.store_everything()
        if faults:
            self._poll.start()
            return faults
        self._is_closed = True
        self.saver.stop()
        self.jobs.stop()
        self._worker.close()
        return []

    def store_everything(self) -> list[str]:
        """Store everything and leave the session, and wait for it. Returns what could not be stored, as sentences."""
        faults = self._save_for_the_last_time()
        if not faults:
            self._leave_session()
        return faults

    def _save_for_the_last_time(self) -> list[str]:
        faults: dict[str, None] = {}
        end = monotonic() + LAST_SAVE_WITHIN
        for future in self.saver.save_all(RevisionReason.CLOSED):
            try:
                future.result(timeout=max(0.0, end - monotonic()))
            except Conflict:
                # Nothing is lost: the other text is in the store, and this one in the article's history.
                continue
            except TimeoutError:
                faults["The store did not answer in time: the last changes are not saved yet."] = None
            except DeskError as fault:
                faults[str(fault)] = None
            except Exception as fault:
                log.exception("a last save failed")
                faults[f"Deskeditor made a mistake ({type(fault).__name__}): the last changes are not saved."] = None
        return list(faults)

    def _show_desk(self, found: tuple[dict[Stage, int], tuple[Tag, ...]]) -> None:
        counts, self._known_tags = found
        self.stages_counted.emit(counts)
        self.tags_known.emit(self._known_tags)

    def _leave_session(self) -> None:
        current, opened = self._current, None
        if current is not None and current.counter is not None:
            opened = OpenedArticle(article=current.article, counter=current.counter)
        self.session = Session(
            person=self.session.person, layout=self.session.layout, heads=self.list_model.heads(), opened=opened
        )
        self.keep_session()

    def keep_session(self) -> None:
        """Write the session file; one that can't be written costs the next start some comfort only."""
        try:
            write_session(self.home, self.session)
        except OSError as fault:
            self.noticed.emit(Notice(text=f"The window's layout could not be kept: {fault.strerror}."))

    # Who

    @property
    def person(self) -> Person:
        """Who is working."""
        return self._person

    def set_person(self, person: Person) -> None:
        """Another person sits down at the desk."""
        self._person = person
        self.session = Session(
            person=person, layout=self.session.layout, heads=self.session.heads, opened=self.session.opened
        )
        self.keep_session()
        self.person_changed.emit(person)

    # Tags

    @property
    def known_tags(self) -> tuple[Tag, ...]:
        """All tags of the desk."""
        return self._known_tags

    def tag_labelled(self, label: str) -> Tag:
        """The desk's tag of that label, or a new one; it becomes known with the article's next save."""
        folded = label.casefold()
        known = next((tag for tag in self._known_tags if tag.label.casefold() == folded), None)
        if known is None:
            known = Tag(id=self.new_id(), label=label)
            self._known_tags = (*self._known_tags, known)
            self.tags_known.emit(self._known_tags)
        return known

    # Open articles

    @property
    def current(self) -> OpenArticle | None:
        """The article the desk works on."""
        return self._current

    def new_article(self) -> OpenArticle:
        """Turn to an empty article; it is stored once something is written in it."""
        return self.turn_to(new_article(self.new_id(), self.now(), language=self.profile.language), None)

    def open(self, article_id: UUID) -> None:
        """Turn to a stored article, with its undo where it was open before."""
        if self._current is not None and self._current.id == article_id:
            return
        if article_id in self._open:
            self._turn(self._open[article_id])
            self._look_at_current()
            return
        self.jobs.follow(
            self.read(lambda store: store.load(article_id), supersedes="open"),
            self._turn_to_stored,
        )

    def _turn_to_stored(self, stored: StoredArticle) -> None:
        self.turn_to(stored.article, stored.counter)

    def turn_to(self, article: Article, counter: int | None) -> OpenArticle:
        """Turn to `article`, stored under `counter` or, where that is None, not stored yet."""
        open_article = self._open.get(article.id)
        if open_article is None:
            open_article = OpenArticle(article, counter=counter, new_id=self.new_id, parent=self)
            self._open[article.id] = open_article
            self.saver.watch(open_article)
        self._turn(open_article)
        return open_article

    def save_current(self, reason: RevisionReason | None = None) -> "Future[Saved] | None":
        """Store the article at hand now, with a revision where there is a reason for one; see `Saver.save`."""
        return self.saver.save(self._current, reason) if self._current is not None else None

    def unsaved(self) -> tuple[Article, ...]:
        """The open articles that have changes which are not stored, as they are now."""
        return tuple(
            one.article for one in self._open.values() if one.unsaved and (one.counter or not is_blank(one.article))
        )

    def unsaved_ids(self) -> frozenset[UUID]:
        """The ids of the open articles that were changed since they were last stored."""
        return frozenset(one.id for one in self._open.values() if one.unsaved)

    def _note_saved(self, open_article: OpenArticle) -> None:
        self.refresh()
        self.settled.emit(SAVING)
        self.settled.emit(_conflict_over(open_article))

    def _turn(self, open_article: OpenArticle) -> None:
        if self._current is open_article:
            return
        if self._current is not None:
            self.saver.save(self._current, RevisionReason.CLOSED)
        # The dictionary's order is the order of use: the longest unused goes first.
        self._open[open_article.id] = self._open.pop(open_article.id)
        self._current = open_article
        self._let_go_of_old()
        self.opened.emit(open_article)

    def _let_go_of_old(self) -> None:
        for open_article in list(self._open.values())[:-KEPT_OPEN]:
            if not open_article.unsaved:
                self._forget(open_article)

    # Changes made elsewhere

    def _look_for_changes(self) -> None:
        # On the writer's connection the version tells of other programs' changes and not of our own.
        if self.jobs.idle:
            # A store that can't be asked is told of where something is wanted of it, at the next save at the latest.
            looking = self.write(lambda store: store.data_version())
            self.jobs.follow(looking, self._note_version, lambda _fault: None)

    def _note_version(self, version: int) -> None:
        if version != self._seen_version:
            self._seen_version = version
            self.refresh()
            self._look_at_current()

    def _show_stored(self, left: OpenArticle, stored: StoredArticle) -> None:
        """Show what the store holds in place of what the session left, unless a person began to write already."""
        is_same = stored.counter == left.counter and stored.article == left.article
        if is_same or self._current is not left or self._is_written_in(left):
            return
        self._current = None
        self._forget(left)
        self.turn_to(stored.article, stored.counter)

    def _turn_away_from(self, left: OpenArticle) -> None:
        """Close what the session left and this store does not know; once written in, it will be stored anew."""
        if self._current is left and not self._is_written_in(left):
            # It lives on unseen: the editors hold its documents until they are given others.
            del self._open[left.id]
            self.saver.forget(left)
            self._current = None
            self.opened.emit(None)

    def _is_written_in(self, left: OpenArticle) -> bool:
        # Not `unsaved`: what was typed and taken back is nothing to keep.
        return left.for_saving(self.now()) is not None

    def _forget(self, open_article: OpenArticle) -> None:
        del self._open[open_article.id]
        self.saver.forget(open_article)
        open_article.deleteLater()

    def _look_at_current(self) -> None:
        """See whether another program changed the open article in the store."""
        current = self._current
        if current is not None and current.counter is not None and not current.unsaved:
            self.jobs.follow(
                self.read(lambda store: store.load(current.id)), lambda stored: self._reconcile(current, stored)
            )

    def _reconcile(self, open_article: OpenArticle, stored: StoredArticle) -> None:
        if open_article.unsaved or open_article.counter is None or stored.counter <= open_article.counter:
            return
        self._take_over(open_article, stored)
        self.tell("The article was changed by another program; its new text is shown.", undo=open_article.undo)

    def show_stored(self, stored: StoredArticle) -> bool:
        """Turn to an article as this program just stored it; return whether that was a step of the one that was open.

        What was typed meanwhile is not lost: it comes to a conflict, which is asked about.
        """
        known = self._open.get(stored.article.id)
        is_step = known is not None and (known.counter or 0) < stored.counter and not known.unsaved
        if known is not None and is_step:
            self._take_over(known, stored)
        self.turn_to(stored.article, stored.counter)
        return is_step

    def _take_over(self, open_article: OpenArticle, stored: StoredArticle) -> None:
        open_article.take_over(stored.article, "change made elsewhere", is_logged=True)
        open_article.counter = stored.counter
        open_article.mark_saved(open_article.edits, stored.article)

    def _ask_about_conflict(self, open_article: OpenArticle, conflict: Conflict) -> None:
        stored = conflict.stored
        person = self._person

        def keep_revision_of(article: Article) -> None:
            act: Callable[[Store], Any] = lambda store: store.keep_revision(  # noqa: E731
                article, reason=RevisionReason.RESTORE, person=person, at=self.now()
            )
            self.jobs.follow(self.write(act))

        def keep_mine() -> None:
            keep_revision_of(stored.article)
            open_article.counter = stored.counter
            self.saver.save(open_article)

        def take_theirs() -> None:
            keep_revision_of(open_article.article)
            self._take_over(open_article, stored)

        self.noticed.emit(
            Notice(
                text=f"Another program changed “{_name(open_article)}” while you did."
                " Neither text is lost: choose which goes on.",
                offers=(
                    Offer(label="Keep mine", take=keep_mine),
                    Offer(label="Take the other", take=take_theirs),
                ),
                subject=_conflict_over(open_article),
                lasting=True,
            )
        )


def _conflict_over(open_article: OpenArticle) -> str:
    return f"conflict over {open_article.id}"


def _name(open_article: OpenArticle) -> str:
    return open_article.article.headline.text or "No headline"
