"""The system ends the program or the session while words are unsaved: nothing is lost, and the desk comes back."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from deskeditor.store import open_store
from deskeditor.store.values import ArticleQuery
from deskeditor.workspace.session import read_session

PROGRAM = """
import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from deskeditor.app import run
from deskeditor.article.article import Person
from deskeditor.ui.acts import Act
from deskeditor.ui.main_window import MainWindow


def write():
    QTimer.singleShot(60_000, lambda: os._exit(3))
    window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
    window.actions_[Act.SHOW_PREVIEW].trigger()
    window.workspace.new_article()
    QTest.keyClicks(window.page.headline, "Typed at the last moment")
    if sys.argv[2] == "logout":
        # What Qt calls when a session manager asks; it can't be asked without one.
        window.ending.keep_everything()
    print("written", flush=True)


sys.exit(run(Path(sys.argv[1]), person=Person(name="Ada Byte"), on_first_paint=lambda: QTimer.singleShot(0, write)))
"""


def begun(home: Path, way: str) -> "subprocess.Popen[str]":
    """The program on a store at `home`, with words in it that were typed just now."""
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(home), way], stdout=subprocess.PIPE, text=True, env=os.environ.copy()
    )
    assert program.stdout is not None
    for line in program.stdout:
        if line.strip() == "written":
            break
    return program


def assert_all_is_kept(home: Path) -> None:
    store = open_store(home)
    (head,) = store.heads(ArticleQuery())
    store.close()
    session = read_session(home)
    assert head.headline == "Typed at the last moment"
    assert session.opened is not None
    assert session.opened.article.id == head.id
    assert session.choice("show_preview") is False


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends programs without a signal")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_ends_the_program_with_everything_kept(home: Path, name: str) -> None:
    with begun(home, "signal") as program:
        program.send_signal(getattr(signal, name))
        assert program.wait(timeout=60) == 0
    assert_all_is_kept(home)


def test_everything_is_kept_when_the_session_ends(home: Path) -> None:
    with begun(home, "logout") as program:
        program.kill()
    assert_all_is_kept(home)
