"""The database worker: a thread that writes, a thread that reads, futures between them and the caller."""

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar

from deskeditor.store.lane import Job, Lane
from deskeditor.store.leases import BEAT
from deskeditor.store.opening import open_store
from deskeditor.store.store import Store

T = TypeVar("T")


class StoreWorker:
    """The store of a running window. Acts are done in the order they are given, reads beside writes.

    Callbacks of the futures run in the worker's threads. `opened` answers once the store can be
    used, or holds the StoreError that it could not be opened with.
    """

    def __init__(self, location: Path | str, *, program: str = "Deskeditor", person: str = "") -> None:
        def open_to_write() -> Store:
            return open_store(location)

        def open_to_read() -> Store:
            # The writer makes the store and brings its schema up to date.
            self._writer.opened.result()
            return open_store(location)

        def beat(store: Store) -> None:
            store.take_lease(program, person)

        self._writer = Lane("store writer", open_to_write, beat=beat, pause=BEAT.total_seconds())
        self._reader = Lane("store reader", open_to_read)

    @property
    def opened(self) -> Future[None]:
        """Done when the store can be read and written."""
        return self._reader.opened

    def write(self, act: Callable[[Store], T]) -> "Future[T]":
        """Have `act` done by the writing thread: one after another, none left out, not even at closing."""
        job = Job(act=act)
        self._writer.add(job)
        return job.future

    def read(self, act: Callable[[Store], T], *, supersedes: str = "") -> "Future[T]":
        """Have `act` done by the reading thread.

        With `supersedes`, an earlier read of that name which waits or runs is broken off: its future
        ends with Superseded.
        """
        job = Job(act=act, kind=supersedes)
        self._reader.add(job)
        return job.future

    def close(self) -> None:
        """Do all that was asked for, give the lease back and end both threads."""
        self._reader.close()
        if self._writer.opened.done() and self._writer.opened.exception() is None:
            self.write(lambda store: store.drop_lease())
        self._writer.close()
