"""Work on other threads, its result handed back on the main one."""

from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from deskeditor.errors import DeskError
from deskeditor.store.values import Superseded

T = TypeVar("T")


class Jobs(QObject):
    """Brings the results of futures to the thread that this object lives on."""

    failed = Signal(str)
    """A job nobody else answers for went wrong: the sentence to show."""

    stopped = Signal()
    """Nothing is handed over any more: whoever works on threads of their own ends them."""

    _finished = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._under_way = 0
        self._stopped = False
        # Queued even from this thread: a job that was done at once must not answer inside the call.
        self._finished.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    @property
    def idle(self) -> bool:
        """Whether nothing is under way."""
        return not self._under_way

    def stop(self) -> None:
        """Hand over nothing any more: whoever asked is gone."""
        self._stopped = True
        self.stopped.emit()

    def follow(
        self,
        future: "Future[T]",
        then: Callable[[T], None] | None = None,
        otherwise: Callable[[DeskError], None] | None = None,
    ) -> None:
        """Call `then` with the future's result, or `otherwise` with the fault a person can mend.

        Without `otherwise` such a fault is announced by `failed`. A cancelled or superseded future calls nobody.
        Any other exception is raised on the main thread, where the last line of defence shows it.
        """
        self._under_way += 1
        future.add_done_callback(lambda done: self._finished.emit(done, then, otherwise))

    def _hand_over(
        self,
        future: "Future[Any]",
        then: Callable[[Any], None] | None,
        otherwise: Callable[[DeskError], None] | None,
    ) -> None:
        self._under_way -= 1
        if self._stopped:
            return
        try:
            result = future.result()
        except (CancelledError, Superseded):
            return
        except DeskError as fault:
            if otherwise:
                otherwise(fault)
            else:
                self.failed.emit(str(fault))
            return
        if then:
            then(result)
