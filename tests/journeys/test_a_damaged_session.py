"""What the last session left is a comfort: damaged or another version's, the window opens all the same."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from pytestqt.qtbot import QtBot

from deskeditor.article.article import Person, new_article
from deskeditor.article.line import plain_line
from deskeditor.store import open_store
from deskeditor.store.store import system_clock
from deskeditor.ui.main_window import MainWindow
from deskeditor.workspace.session import SESSION_FILE, OpenedArticle, Session, read_session, write_session


@pytest.mark.parametrize("content", ["", "[]", '{"v": 1}', "[" * 5000, "\x00" * 50, '{"v": 1, "person": 3}'])
def test_a_file_that_is_no_session(tmp_path: Path, content: str) -> None:
    (tmp_path / SESSION_FILE).write_text(content, encoding="utf-8")
    assert read_session(tmp_path) == Session()


CHOICES: dict[str, Any] = {
    "theme": "pink",
    "zoom": "wide",
    "preview_width": "WALL",
    "geometry": 5,
    "sizes": "all",
    "show_list": [],
    "folded": 7,
}


def test_choices_that_this_version_does_not_know(
    qtbot: QtBot, home: Path, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    for name, value in CHOICES.items():
        window.workspace.session = Session(person=Person(name="Ada", initials="a"), layout=((name, value),))
        window.view_acts.restore()
        assert window.workspace.session.person == Person(name="Ada", initials="a")


def test_the_store_is_shown_where_the_session_is_older(
    qtbot: QtBot, home: Path, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    window.workspace.new_article()
    qtbot.keyClicks(window.page.headline, "Old")
    window.close()
    left = json.loads((home / SESSION_FILE).read_text(encoding="utf-8"))
    store = open_store(home)
    stored = store.load(window.workspace.current.id)  # type: ignore[union-attr]
    store.save(replace(stored.article, headline=plain_line("New")), expected=stored.counter)
    store.close()
    assert left["opened"]["counter"] == stored.counter
    again = open_window()
    qtbot.waitUntil(lambda: again.page.headline.toPlainText() == "New")
    qtbot.keyClicks(again.page.headline, "!")
    again.close()
    store = open_store(home)
    assert store.load(stored.article.id).article.headline.text.strip("!") == "New"
    store.close()


def test_an_article_of_another_store_is_let_go(qtbot: QtBot, home: Path, open_window: Callable[[], MainWindow]) -> None:

    article = new_article(uuid4(), system_clock())
    write_session(home, Session(opened=OpenedArticle(article=article, counter=3)))
    window = open_window()
    qtbot.waitUntil(lambda: window.workspace.current is None)
    assert window.start_page.isVisible()
    window.workspace.new_article()
    qtbot.keyClicks(window.page.headline, "Here")
    current = window.workspace.current
    assert current is not None
    assert window.close()
    store = open_store(home)
    assert store.load(current.id).article.headline.text == "Here"
    store.close()
