"""The store can't be opened, or no longer takes what is written: it is said, and no word is lost."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from deskeditor.article.article import Person
from deskeditor.errors import StoreError
from deskeditor.media.media_store import MediaStore
from deskeditor.paths import media_folder
from deskeditor.profile.loading import load_profile
from deskeditor.store import open_store
from deskeditor.store.store import system_clock
from deskeditor.store.worker import StoreWorker
from deskeditor.ui.main_window import MainWindow
from deskeditor.workspace.session import Session
from deskeditor.workspace.workspace import Workspace

LOCKED = "The store is locked by another program."


class Answers(QTimer):
    """Presses a button in each message box that comes up, and keeps what it said."""

    def __init__(self, *labels: str) -> None:
        super().__init__(interval=10)
        self.said: list[str] = []
        self._labels = list(labels)
        self.timeout.connect(self._answer)
        self.start()

    def _answer(self) -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            self.said.append(box.text())
            label = self._labels.pop(0)
            next(button for button in box.buttons() if button.text().replace("&", "") == label).click()


def window_on(home: Path) -> MainWindow:
    workspace = Workspace(
        StoreWorker(home),
        home=home,
        profile=load_profile(),
        media=MediaStore(media_folder(home)),
        session=Session(),
        person=Person(name="Ada Byte", initials="ab"),
        now=system_clock,
        new_id=uuid4,
    )
    return MainWindow(workspace, asks_for_person=False)


def lose_the_store(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on nothing can be written."""
    write = window.workspace._worker.write

    def fail(_store: object) -> object:
        raise StoreError(LOCKED)

    monkeypatch.setattr(window.workspace._worker, "write", lambda _act: write(fail))


def unsaved_files(home: Path) -> str:
    return "".join(path.read_text() for path in home.glob("unsaved-*/*.md"))


def test_a_store_that_can_not_be_opened_is_refused_in_a_sentence_and_what_was_typed_is_kept(
    qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_store(home).close()
    with closing(sqlite3.connect(home / "desk.db")) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()
    before = (home / "desk.db").read_bytes()
    left: list[int] = []
    monkeypatch.setattr(QApplication, "exit", lambda code: left.append(code))
    window = window_on(home)
    window.workspace.new_article()
    qtbot.keyClicks(window.page.headline, "Typed at once")
    answers = Answers("OK")
    window.show()
    qtbot.waitUntil(lambda: bool(left))
    answers.stop()
    assert left == [2]
    assert "newer Deskeditor" in answers.said[0]
    assert str(home) in answers.said[0].split("\n\n")[1]
    assert "Typed at once" in unsaved_files(home)
    assert (home / "desk.db").read_bytes() == before
    window.deleteLater()


def test_the_window_stays_while_something_is_unsaved(
    qtbot: QtBot, home: Path, open_window: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    window.workspace.new_article()
    qtbot.keyClicks(window.page.headline, "Not to be lost")
    answers = Answers("Stay")
    with monkeypatch.context() as patched:
        lose_the_store(window, patched)
        assert not window.close()
    assert window.isVisible()
    assert LOCKED in answers.said[0]
    answers.stop()
    qtbot.keyClicks(window.page.headline, " at all")
    current: Any = window.workspace.current
    assert window.close()
    store = open_store(home)
    assert store.load(current.id).article.headline.text == "Not to be lost at all"
    store.close()


def test_who_closes_anyway_finds_the_words_in_files(
    qtbot: QtBot, home: Path, open_window: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    window.workspace.new_article()
    qtbot.keyClicks(window.page.headline, "Not to be lost")
    answers = Answers("Close, and keep them in files", "OK")
    lose_the_store(window, monkeypatch)
    assert window.close()
    answers.stop()
    assert "Not to be lost" in unsaved_files(home)
    assert str(home) in answers.said[1]


def test_the_system_ends_the_program_and_what_is_not_saved_lies_in_files(
    qtbot: QtBot, home: Path, open_window: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    window.workspace.new_article()
    qtbot.keyClicks(window.page.headline, "Not to be lost")
    left: list[int] = []
    with monkeypatch.context() as patched:
        patched.setattr(QApplication, "exit", lambda code: left.append(code))
        lose_the_store(window, patched)
        window.ending.end_unasked()
    assert left == [0]
    assert "Not to be lost" in unsaved_files(home)


def test_a_failed_save_is_told_and_no_more_once_it_succeeded(
    qtbot: QtBot, open_window: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    window.workspace.new_article()
    with monkeypatch.context() as patched:
        lose_the_store(window, patched)
        with qtbot.waitSignal(window.workspace.saver.failed):
            qtbot.keyClicks(window.page.headline, "Words")
    assert LOCKED in window.notices.findChildren(QLabel)[0].text()
    assert window.notices.isVisible()
    with qtbot.waitSignal(window.workspace.saver.saved):
        window.ending.save_everything()
    assert window.notices.isHidden()


def test_a_fault_while_closing_leaves_the_window_open(
    qtbot: QtBot, home: Path, open_window: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    window.workspace.new_article()
    qtbot.keyClicks(window.page.headline, "Words")
    current: Any = window.workspace.current

    def fail() -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr(window.details, "commit", fail)
        with pytest.raises(ZeroDivisionError):
            window.close()
    assert window.isVisible()
    assert window.close()
    store = open_store(home)
    assert store.load(current.id).article.headline.text == "Words"
    store.close()
