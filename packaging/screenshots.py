"""Takes the screenshots of docs/screenshots: the real window on a store that is made for it and thrown away.

python packaging/screenshots.py [FOLDER]

No display is needed: without one the window and the page in its preview are drawn off screen. All that can be
read in the pictures is invented, and the clock stands still, so that two runs differ in nothing that matters.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Final
from uuid import uuid4

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu")

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog

from deskeditor.article.article import Article, Flag, Person, new_article
from deskeditor.article.line import plain_line
from deskeditor.article.tags import Tag
from deskeditor.article.workflow import Stage
from deskeditor.media.media_store import MediaStore
from deskeditor.paths import media_folder
from deskeditor.profile.loading import load_profile
from deskeditor.store.store import Store
from deskeditor.store.worker import StoreWorker
from deskeditor.ui.acts import Act
from deskeditor.ui.dialogs.sorting_dialog import SortingDialog
from deskeditor.ui.icons import load_icons
from deskeditor.ui.main_window import MainWindow
from deskeditor.workspace.session import read_session
from deskeditor.workspace.workspace import Workspace

SIZE: Final = QSize(1600, 1000)
NOW: Final = datetime(2026, 3, 4, 15, 42, tzinfo=UTC)
EDITOR: Final = Person(name="Alma Reyes", initials="ar")
PAUSE: Final = 1500
"""Milliseconds from an act to its picture: the page in the preview is drawn by a process of its own."""

OTHERS: Final = (
    ("Budget vote moves to Thursday after a tie in committee", Stage.CHECKING, ("Budget", "Council"), 35),
    ("Lighthouse keepers' cottages to become a school again", Stage.EDITING, ("Schools",), 52),
    ("What the new harbour dues mean for small boats", Stage.READY, ("Harbour", "Fishing"), 75),
    ("Storm warning: ferries stay in port until noon", Stage.PUBLISHED, ("Weather", "Ferries"), 330),
    ("Interview with the mayor, part two", Stage.DRAFT, ("Council",), 1500),
    ("Oyster beds reopen north of the breakwater", Stage.PUBLISHED, ("Fishing",), 2900),
)
"""Headline, stage, tags, and how many minutes ago it was changed."""

PAGE: Final = """Sections
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

Opponents said that the cost had been estimated too low. The ferry company put it at 2.4 million a year.

By Jonas Reed via Soundwire.example

More Top Reads:

Leave a comment
"""


def others() -> Iterator[Article]:
    """The other articles of the desk."""
    for headline, stage, labels, ago in OTHERS:
        article = new_article(uuid4(), NOW - timedelta(minutes=ago))
        yield replace(
            article,
            headline=plain_line(headline),
            stage=stage,
            tags=tuple(Tag(id=uuid4(), label=label) for label in labels),
            assignee=EDITOR if stage is Stage.EDITING else None,
            due=NOW + timedelta(minutes=48) if stage is Stage.EDITING else None,
            hold=Flag(by="Lu Ash", why="Waiting for the treasurer", at=NOW) if stage is Stage.CHECKING else None,
        )


class Photographer:
    """Takes one step after another, with a pause before each in which the window settles."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self._window = window
        self._folder = folder
        self._steps = iter(self._all_steps())
        self._has_begun = False

    def begin(self) -> None:
        """Start with the first step, once."""
        if not self._has_begun:
            self._has_begun = True
            QTimer.singleShot(PAUSE, self._go_on)

    def _go_on(self) -> None:
        step = next(self._steps, None)
        if step is None:
            self._window.close()
            return
        step()
        QTimer.singleShot(PAUSE, self._go_on)

    def _all_steps(self) -> Iterator[Callable[[], object]]:
        act = self._window.actions_
        yield lambda: self._take("start-light")
        yield act[Act.THEME_DARK].trigger
        yield lambda: self._take("start-dark")
        yield act[Act.THEME_LIGHT].trigger
        yield self._fill_desk
        yield self._window.start_page.sample_chosen.emit
        yield self._window.page.body.setFocus
        yield lambda: self._take("window-light")
        yield act[Act.THEME_DARK].trigger
        yield lambda: self._take("window-dark")
        yield act[Act.THEME_LIGHT].trigger
        yield lambda: QApplication.clipboard().setText(PAGE)
        yield act[Act.PASTE_AS_NEW].trigger
        yield self._review
        yield lambda: self._take("sorting")
        yield self._close_dialogs

    def _fill_desk(self) -> None:
        workspace = self._window.workspace
        for article in others():
            workspace.jobs.follow(workspace.write(partial(Store.save, article=article, expected=None)))
        workspace.refresh()

    def _dialogs(self) -> list[QDialog]:
        return [dialog for dialog in self._window.findChildren(QDialog) if dialog.isVisible()]

    def _review(self) -> None:
        if not any(isinstance(dialog, SortingDialog) for dialog in self._dialogs()):
            self._window.actions_[Act.SORT_INTO_FIELDS].trigger()

    def _close_dialogs(self) -> None:
        for dialog in self._dialogs():
            dialog.reject()

    def _take(self, name: str) -> None:
        picture = self._window.grab()
        painter = QPainter(picture)
        for dialog in self._dialogs():
            shown: QPixmap = dialog.grab()
            left, top = (SIZE.width() - dialog.width()) // 2, (SIZE.height() - dialog.height()) // 2
            painter.drawPixmap(left, top, shown)
            painter.setPen(self._window.palette().color(self._window.palette().ColorRole.Dark))
            painter.drawRect(left - 1, top - 1, dialog.width() + 1, dialog.height() + 1)
        painter.end()
        place = self._folder / f"{name}.png"
        if not picture.save(str(place)):
            raise OSError(f"{place} could not be written")
        print(place)


def main(folder: Path) -> int:
    """Take all pictures into `folder` and return the exit code."""
    folder.mkdir(parents=True, exist_ok=True)
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Deskeditor")
    app.setCursorFlashTime(0)
    with tempfile.TemporaryDirectory() as home:
        load_icons(app)
        workspace = Workspace(
            StoreWorker(Path(home)),
            home=Path(home),
            profile=load_profile(),
            media=MediaStore(media_folder(Path(home))),
            session=read_session(Path(home)),
            person=EDITOR,
            now=lambda: NOW,
            new_id=uuid4,
        )
        window = MainWindow(workspace, asks_for_person=False)
        window.resize(SIZE)
        photographer = Photographer(window, folder)
        workspace.list_model.counted.connect(lambda _count: photographer.begin())
        window.actions_[Act.THEME_LIGHT].trigger()
        window.show()
        window.splitter.setSizes([270, 610, 300, 420])
        return app.exec()


if __name__ == "__main__":
    root = Path(__file__).resolve().parent.parent
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else root / "docs" / "screenshots"))
