"""The signals by which a system ends a program, brought into Qt's loop."""

import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QSocketNotifier

END_SIGNALS: Final = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
"""By name: no system has them all."""


@contextmanager
def ended_by_signals(end: Callable[[], None]) -> Iterator[None]:
    """Call `end` from the event loop when the system tells the program to end. Main thread only."""
    # Python runs a handler between two of its own instructions, and in Qt's loop there may be none for long:
    # what wakes the loop is the byte that the interpreter writes to a socket.
    ours, theirs = socket.socketpair()
    ours.setblocking(False)
    theirs.setblocking(False)
    notifier = QSocketNotifier(ours.fileno(), QSocketNotifier.Type.Read)

    def read() -> None:
        ours.recv(64)
        end()

    notifier.activated.connect(read)
    numbers = [getattr(signal, name) for name in END_SIGNALS if hasattr(signal, name)]
    former_wakeup = signal.set_wakeup_fd(theirs.fileno(), warn_on_full_buffer=False)
    former = [(number, signal.signal(number, _leave_to_the_loop)) for number in numbers]
    try:
        yield
    finally:
        for number, handler in former:
            signal.signal(number, handler)
        signal.set_wakeup_fd(former_wakeup)
        notifier.setEnabled(False)
        ours.close()
        theirs.close()


def _leave_to_the_loop(_number: int, _frame: object) -> None:
    """Do nothing: the socket tells the loop."""
