"""Spares the garbage collector what lives as long as the program."""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer, SignalInstance

SETTLED_AFTER: Final = 2000
"""Milliseconds until what comes after the first frame has come too: the store, the exporters, the web engine."""


def set_long_lived_apart(started: SignalInstance, parent: QObject) -> None:
    """Once the program has `started` and settled, let the collector pass over all that is there by then.

    A full round over modules and widgets takes 60 ms, in the middle of a word; over what comes later it takes one.
    """
    settled = QTimer(parent, singleShot=True, interval=SETTLED_AFTER)
    settled.timeout.connect(gc.freeze)
    started.connect(settled.start)
