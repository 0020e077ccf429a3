"""The window's composition root: plain constructor calls, in order."""

import getpass
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from deskeditor.article.article import Person
from deskeditor.media.media_store import MediaStore
from deskeditor.paths import data_folder, media_folder, profile_folder
from deskeditor.profile.loading import load_profile
from deskeditor.resources import resource_path
from deskeditor.store.location import locate
from deskeditor.store.worker import StoreWorker
from deskeditor.ui.end_signals import ended_by_signals
from deskeditor.ui.fault_report import install_fault_report
from deskeditor.ui.icons import defer_icons, load_icons
from deskeditor.ui.long_lived import set_long_lived_apart
from deskeditor.ui.main_window import MainWindow
from deskeditor.workspace.session import read_session
from deskeditor.workspace.workspace import Workspace


def run(
    store: Path | str | None = None,
    *,
    person: Person | None = None,
    profile: Path | None = None,
    on_first_paint: Callable[[], None] | None = None,
) -> int:
    """Open the window on `store` and return the exit code once it is closed.

    `person` and `profile` go before what the session and the store's folder say. Raises DeskError
    where the profile can't be read. `on_first_paint` is called once, when the window was first drawn.
    """
    # What can be wrong with the places is told before there is anything to show it in.
    location = store or data_folder()
    home = locate(location).folder
    own_profile = profile_folder(home)
    loaded = load_profile(profile or (own_profile if own_profile.is_dir() else None))
    # The preview's web view draws with OpenGL, and Qt wants to know that before there is an application.
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Deskeditor")
    app.setDesktopFileName("deskeditor")
    app.setWindowIcon(QIcon(str(resource_path("icons", "deskeditor.svg"))))
    defer_icons(app)
    session = read_session(home)
    person_given = person is not None
    person = person or session.person or Person(name=getpass.getuser())
    workspace = Workspace(
        StoreWorker(location, person=person.name),
        home=home,
        profile=loaded,
        media=MediaStore(media_folder(home)),
        session=session,
        person=person,
        now=lambda: datetime.now(UTC),
        new_id=uuid4,
    )
    window = MainWindow(workspace, asks_for_person=not person_given and session.person is None)
    install_fault_report(window.ending.save_everything, window)
    # Whoever logs out may still change their mind: everything is kept, and the window stays until it is closed.
    app.commitDataRequest.connect(lambda _manager: window.ending.keep_everything())
    if on_first_paint is not None:
        window.first_painted.connect(on_first_paint)
    window.first_painted.connect(lambda: load_icons(app))
    set_long_lived_apart(workspace.started, app)
    window.show()
    with ended_by_signals(window.ending.end_unasked):
        return app.exec()
