"""The database worker: a thread that writes, a thread that reads, futures between them and the caller."""

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from deskeditor.store.lane import Job, Lane

if TYPE_CHECKING:
    from deskeditor.store.store import Store

T = TypeVar("T")


BEAT: Final = 10.0
"""Seconds between two signs of life in the store's lease."""


class StoreWorker:
    """The store of a running window. Acts are done in the order they are given, reads beside writes.

    The store is opened with the first act, and SQLAlchemy loaded only then: a window can be painted
    first. Where it can't be opened, each act's future holds the StoreError. Callbacks of the futures
    run in the worker's threads.
    """

    def __init__(self, location: Path | str, *, program: str = "Deskeditor", person: str = "") -> None:
        def open_to_write() -> "Store":
            from deskeditor.store.opening import open_store

            return open_store(location)

        def open_to_read() -> "Store":
            # The writer makes the store and brings its schema up to date.
            self._writer.start()
            self._writer.opened.result()
            return open_to_write()

        def beat(store: "Store") -> None:
            store.take_lease(program, person)

        self._writer = Lane("store writer", open_to_write, beat=beat, pause=BEAT)
        self._reader = Lane("store reader", open_to_read)

    def write(self, act: "Callable[[Store], T]") -> "Future[T]":
        """Have `act` done by the writing thread: one after another, none left out, not even at closing."""
        job = Job(act=act)
        self._writer.add(job)
        return job.future

    def read(self, act: "Callable[[Store], T]", *, supersedes: str = "") -> "Future[T]":
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
        if self._writer.started and not self._writer.failed:
            self.write(lambda store: store.drop_lease())
        self._writer.close()
