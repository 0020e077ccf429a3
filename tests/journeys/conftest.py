"""A whole program on a store of its own: the window as a person meets it, and the command line."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from deskeditor.article.article import Person
from deskeditor.media.media_store import MediaStore
from deskeditor.paths import media_folder
from deskeditor.profile.loading import load_profile
from deskeditor.store.store import system_clock
from deskeditor.store.worker import StoreWorker
from deskeditor.ui.main_window import MainWindow
from deskeditor.workspace.session import read_session
from deskeditor.workspace.workspace import Workspace

OpenDesk = Callable[[Path, str], MainWindow]

PAGE = """Sections
News
Sport
Culture

Subscribe now for 1 euro a week

Premium Content

Marlow Backs Night Ferry to Osk After Long Debate

  • The council voted 14 to 9 for a night ferry from next spring.
  • Fares stay frozen for two years, and children travel free.
  • Critics call the cost estimate “a guess with a ribbon on it”.
Marlow Osk

The harbour council voted late on Tuesday to pay for a night ferry across the sound, ending a debate that had lasted \
for the better part of three years.

The first boat is to leave Marlow for Osk at 11 p.m. on 1 April. It will carry 120 passengers and, for the first time, \
bicycles free of charge.

"We have talked about this since my daughter was in school," said council leader Mira Aldous. "She has a daughter of \
her own now."

Opponents said that the cost had been estimated too low. The ferry company put it at 2.4 million a year; the \
treasurer's own paper speaks of 3.1 million.

A second vote on the contract is due in January, and most councillors expect it to pass.

By Jonas\u00a0Reed via Soundwire.example

More Top Reads:

Download our free app today

Leave a comment
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "desk"


@pytest.fixture
def open_desk(qtbot: QtBot) -> Iterator[OpenDesk]:
    """Open the window on the store in a folder, as a person of a name, and wait until the store answers."""
    opened: list[MainWindow] = []

    def open_it(home: Path, name: str) -> MainWindow:
        workspace = Workspace(
            StoreWorker(home),
            home=home,
            profile=load_profile(),
            media=MediaStore(media_folder(home)),
            session=read_session(home),
            person=Person(name=name, initials="".join(word[0] for word in name.split()).lower()),
            now=system_clock,
            new_id=uuid4,
        )
        window = MainWindow(workspace, asks_for_person=False)
        opened.append(window)
        with qtbot.waitSignals([window.first_painted, workspace.list_model.counted]):
            window.show()
        with qtbot.waitActive(window):
            window.activateWindow()
        return window

    yield open_it
    for window in opened:
        window.close()
        # Gone before the next test: a window that dies later may take the focus from another.
        window.deleteLater()
        qtbot.waitUntil(lambda gone=window: not isValid(gone))  # type: ignore[misc]
    QApplication.clipboard().clear()


@pytest.fixture
def open_window(open_desk: OpenDesk, home: Path) -> Callable[[], MainWindow]:
    """Open the window on the store at `home`."""
    return lambda: open_desk(home, "Ada Byte")


@pytest.fixture
def page() -> str:
    """The text of a published page, of our own writing."""
    return PAGE
