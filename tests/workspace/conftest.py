"""Workspaces on a store of their own."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskeditor.article.article import Person
from deskeditor.media.media_store import MediaStore
from deskeditor.paths import media_folder
from deskeditor.profile.loading import load_profile
from deskeditor.store.worker import StoreWorker
from deskeditor.workspace.session import read_session
from deskeditor.workspace.workspace import Workspace
from tests.workspace.writing import Start


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "desk"


@pytest.fixture
def begin(qapp: QApplication, home: Path) -> Iterator[Start]:
    """Make workspaces on one store, not started yet; those still open at the end are closed."""
    running: list[Workspace] = []

    def begun() -> Workspace:
        workspace = Workspace(
            StoreWorker(home),
            home=home,
            profile=load_profile(),
            media=MediaStore(media_folder(home)),
            session=read_session(home),
            person=Person(name="Ada Byte", initials="ab"),
            now=lambda: datetime.now(UTC),
            new_id=uuid4,
        )
        running.append(workspace)
        return workspace

    yield begun
    for workspace in running:
        workspace.close()


@pytest.fixture
def start(qtbot: QtBot, begin: Start) -> Start:
    """Start workspaces on one store."""

    def started() -> Workspace:
        workspace = begin()
        with qtbot.waitSignal(workspace.list_model.counted):
            workspace.start()
        return workspace

    return started


@pytest.fixture
def workspace(start: Start) -> Workspace:
    """A workspace that is at work."""
    return start()
