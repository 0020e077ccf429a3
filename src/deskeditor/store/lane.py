"""One thread with a store of its own, and the acts that wait for it."""

import logging
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from threading import Condition, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from deskeditor.store.values import Superseded

if TYPE_CHECKING:
    from deskeditor.store.store import Store

log: Final = logging.getLogger(__name__)

Beat = Callable[["Store"], None]


@dataclass(slots=True, kw_only=True, eq=False)
class Job:
    """An act on the store, and where its answer goes. A newer job of the same kind supersedes it; no kind, never."""

    act: Callable[["Store"], Any]
    kind: str = ""
    future: Future[Any] = field(default_factory=Future)
    superseded: bool = False


class Lane:
    """Runs jobs one after another in a thread of its own, which opens the store and closes it.

    The thread starts with the first job. `beat` is called then, and every `pause` seconds between jobs.
    """

    def __init__(
        self, name: str, opening: Callable[[], "Store"], *, beat: Beat | None = None, pause: float = 0
    ) -> None:
        self._opening = opening
        self._beat = beat
        self._pause = pause
        self._next_beat = monotonic()
        self._jobs: deque[Job] = deque()
        self._running: Job | None = None
        self._store: Store | None = None
        self._closed = False
        self._failure: BaseException | None = None
        self._changed = Condition()
        self.opened: Future[None] = Future()
        # A program that ends without `close` is not held up: what was committed is on disk.
        self._thread = Thread(target=self._run, name=name, daemon=True)

    @property
    def started(self) -> bool:
        """Whether the thread was started."""
        return self._thread.ident is not None

    @property
    def failed(self) -> bool:
        """Whether the store could not be opened."""
        return self._failure is not None

    def start(self) -> None:
        """Open the store, where that was not begun yet."""
        with self._changed:
            if not self.started and not self._closed:
                self._thread.start()

    def add(self, job: Job) -> None:
        """Take the job; one of its kind that waits or runs ends with Superseded."""
        self.start()
        with self._changed:
            if self._failure is not None:
                job.future.set_exception(self._failure)
                return
            if self._closed:
                raise RuntimeError("the store is closed")
            superseded = self._superseded_by(job) if job.kind else []
            self._jobs.append(job)
            self._changed.notify()
        # Outside of the lock: a future's callbacks run here and may add jobs.
        for waiting in superseded:
            _fail(waiting, Superseded())

    def _superseded_by(self, job: Job) -> list[Job]:
        waiting = [other for other in self._jobs if other.kind == job.kind]
        for other in waiting:
            self._jobs.remove(other)
        # Under the lock the thread can't go on to another job: the right statement is broken off.
        if self._running is not None and self._running.kind == job.kind and self._store is not None:
            self._running.superseded = True
            self._store.interrupt()
        return waiting

    def _is_superseded(self) -> bool:
        return self._running is not None and self._running.superseded

    def close(self) -> None:
        """Do all that waits, then close the store and end the thread."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        if self.started:
            self._thread.join()

    def _run(self) -> None:
        try:
            store = self._opening()
        except BaseException as error:
            self._refuse_all(error)
            return
        store.stop_when(self._is_superseded)
        with self._changed:
            self._store = store
        self.opened.set_result(None)
        try:
            while (job := self._next_job()) is not None:
                self._do(store, job)
        finally:
            store.close()

    def _refuse_all(self, error: BaseException) -> None:
        with self._changed:
            self._failure = error
            waiting = tuple(self._jobs)
            self._jobs.clear()
        self.opened.set_exception(error)
        for job in waiting:
            _fail(job, error)

    def _next_job(self) -> Job | None:
        with self._changed:
            while True:
                rest = self._next_beat - monotonic()
                if self._beat is not None and rest <= 0:
                    self._next_beat = monotonic() + self._pause
                    self._running = Job(act=self._beat)
                    self._running.future.add_done_callback(_log_failure)
                elif self._jobs:
                    self._running = self._jobs.popleft()
                elif self._closed:
                    return None
                else:
                    self._changed.wait(None if self._beat is None else rest)
                    continue
                return self._running

    def _do(self, store: "Store", job: Job) -> None:
        if not job.future.set_running_or_notify_cancel():
            return
        answer: Any = None
        error: BaseException | None = None
        try:
            answer = job.act(store)
        except BaseException as raised:
            error = raised
        with self._changed:
            self._running = None
        if job.superseded:
            job.future.set_exception(Superseded())
        elif error is not None:
            job.future.set_exception(error)
        else:
            job.future.set_result(answer)


def _fail(job: Job, error: BaseException) -> None:
    if job.future.set_running_or_notify_cancel():
        job.future.set_exception(error)


def _log_failure(future: Future[Any]) -> None:
    error = future.exception()
    if error is not None:
        log.warning("the store's lease could not be renewed: %s", error)
