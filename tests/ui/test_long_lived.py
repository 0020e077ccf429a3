"""What lives as long as the program is kept from the garbage collector once the program has settled."""

import gc

from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from deskeditor.ui.long_lived import set_long_lived_apart


class Program(QObject):
    started = Signal()


def test_what_is_there_after_the_start_is_passed_over(qtbot: QtBot) -> None:
    program = Program()
    before = gc.get_freeze_count()
    set_long_lived_apart(program.started, program)
    assert gc.get_freeze_count() == before
    program.started.emit()
    try:
        qtbot.waitUntil(lambda: gc.get_freeze_count() > before)
    finally:
        gc.unfreeze()
