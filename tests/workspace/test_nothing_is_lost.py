"""Whatever comes between typing and storing, the words are in the store afterwards."""

import random
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any
from uuid import UUID, uuid4

import pytest
from pytestqt.qtbot import QtBot

from deskeditor.article.article import Article, new_article
from deskeditor.article.change import Change
from deskeditor.article.line import plain_line
from deskeditor.errors import StoreError
from deskeditor.export.formats import Format
from deskeditor.markup.plain_text import body_text
from deskeditor.store.opening import open_store
from deskeditor.store.store import system_clock
from deskeditor.store.values import Revision, RevisionReason
from deskeditor.workspace import saver
from deskeditor.workspace.notices import Notice
from deskeditor.workspace.outgoing import export_open
from deskeditor.workspace.past import restore
from deskeditor.workspace.workspace import Workspace
from tests.workspace.writing import Start, save, stored, type_into, written

LOCKED = "The store is locked by another program."


@contextmanager
def writer_held(workspace: Workspace) -> Iterator[None]:
    """The writer is busy meanwhile: saves wait."""
    gate = Event()
    workspace.write(lambda _store: gate.wait(20))
    try:
        yield
    finally:
        gate.set()


class LockedWhile:
    """A worker whose writes fail while `locked`."""

    def __init__(self, workspace: Workspace) -> None:
        self.worker = workspace._worker
        self.locked = True
        workspace._worker = self

    def read(self, act: Callable[[Any], Any], *, supersedes: str = "") -> "Future[Any]":
        return self.worker.read(act, supersedes=supersedes)

    def write(self, act: Callable[[Any], Any]) -> "Future[Any]":
        def fail(_store: object) -> object:
            raise StoreError(LOCKED)

        return self.worker.write(fail if self.locked else act)

    def close(self) -> None:
        self.worker.close()


def kept(home: Path, article_id: UUID) -> list[tuple[Revision, Article]]:
    store = open_store(home)
    try:
        return [(revision, store.revision_article(revision.id)) for revision in store.revisions(article_id)]
    finally:
        store.close()


def notices_of(workspace: Workspace) -> dict[str, Notice]:
    """The notices that stand, by subject, kept up to date."""
    standing: dict[str, Notice] = {}
    workspace.noticed.connect(lambda notice: standing.update({notice.subject: notice}))
    workspace.settled.connect(lambda subject: standing.pop(subject, None))
    return standing


def test_a_change_undone_while_its_save_is_under_way_is_stored_undone(qtbot: QtBot, start: Start, home: Path) -> None:
    workspace = start()
    open_article = written(qtbot, workspace)
    type_into(open_article.body_document, "Words that matter.")
    save(qtbot, workspace)
    with writer_held(workspace):
        open_article.set_body(new_article(uuid4(), system_clock()).body)
        workspace.save_current()
        open_article.undo()
    assert workspace.close() == []
    assert stored(home, open_article.id).body == open_article.article.body
    assert len(open_article.article.body)


def test_an_export_holds_what_was_typed_while_a_save_was_under_way(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    workspace = start()
    open_article = written(qtbot, workspace)
    with writer_held(workspace):
        type_into(open_article.body_document, "One.")
        workspace.save_current()
        type_into(open_article.body_document, " Two.")
        exporting = export_open(
            workspace, open_article, folder=tmp_path / "out", formats=[Format.MARKDOWN], override="a test"
        )
    assert "One. Two." in exporting.result(timeout=20)[0].paths[0].read_text()


def test_no_older_text_is_exported_where_the_present_one_can_not_be_stored(
    qtbot: QtBot, start: Start, tmp_path: Path, home: Path
) -> None:
    workspace = start()
    open_article = written(qtbot, workspace)
    store = open_store(home)
    theirs = store.load(open_article.id)
    store.save(replace(theirs.article, section="World"), expected=theirs.counter)
    store.close()
    type_into(open_article.body_document, "Mine.")
    exporting = export_open(
        workspace, open_article, folder=tmp_path / "out", formats=[Format.MARKDOWN], override="a test"
    )
    assert exporting.exception(timeout=20) is not None
    assert not (tmp_path / "out").exists()


def test_what_a_restored_text_replaces_is_in_the_history(qtbot: QtBot, start: Start, home: Path) -> None:
    workspace = start()
    open_article = written(qtbot, workspace)
    earlier = open_article.article
    with writer_held(workspace):
        type_into(open_article.body_document, "One.")
        workspace.save_current()
        type_into(open_article.body_document, " Two.")
        before = open_article.article.body
        restore(workspace, open_article, earlier)
    assert workspace.close() == []
    assert before in [article.body for _, article in kept(home, open_article.id)]
    assert stored(home, open_article.id).body == earlier.body


def test_a_save_that_failed_is_told_tried_again_and_then_told_no_more(
    qtbot: QtBot, start: Start, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saver, "RETRY_AFTER", 20)
    monkeypatch.setattr(saver, "AUTOSAVE_AFTER", 10)
    workspace = start()
    standing = notices_of(workspace)
    open_article = written(qtbot, workspace)
    worker = LockedWhile(workspace)
    type_into(open_article.body_document, "One.")
    for _ in range(3):
        with qtbot.waitSignal(workspace.saver.failed):
            pass
    (notice,) = [notice for notice in standing.values() if LOCKED in notice.text]
    assert notice.lasting
    assert open_article.unsaved
    type_into(open_article.body_document, " Two.")
    worker.locked = False
    qtbot.waitUntil(lambda: not open_article.unsaved)
    assert notice not in standing.values()
    assert stored(home, open_article.id).body == open_article.article.body


def test_while_saving_fails_the_window_does_not_close_and_then_it_does(qtbot: QtBot, start: Start, home: Path) -> None:
    workspace = start()
    open_article = written(qtbot, workspace)
    other = written(qtbot, workspace, "Another")
    worker = LockedWhile(workspace)
    type_into(open_article.body_document, "One.")
    type_into(other.body_document, "Two.")
    assert workspace.close() == [LOCKED]
    worker.locked = False
    type_into(other.body_document, " Three.")
    assert workspace.close() == []
    for one in (open_article, other):
        assert stored(home, one.id).body == one.article.body


def test_a_conflict_without_an_answer_loses_neither_text(
    qtbot: QtBot, start: Start, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saver, "RETRY_AFTER", 20)
    monkeypatch.setattr(saver, "AUTOSAVE_AFTER", 10)
    workspace = start()
    standing = notices_of(workspace)
    open_article = written(qtbot, workspace)
    store = open_store(home)
    theirs = store.load(open_article.id)
    store.save(replace(theirs.article, standfirst=plain_line("Theirs")), expected=theirs.counter)
    for word in ("Mine.", " And more.", " The last."):
        with qtbot.waitSignal(workspace.saver.conflicted):
            type_into(open_article.body_document, word)
    assert len([notice for notice in standing.values() if notice.offers]) == 1
    type_into(open_article.body_document, " Really.")
    assert workspace.close() == []
    assert store.load(open_article.id).article.standfirst.text == "Theirs"
    store.close()
    assert kept(home, open_article.id)[0][1].body == open_article.article.body


def test_two_windows_on_one_article_lose_neither_text(qtbot: QtBot, start: Start, home: Path) -> None:
    one = start()
    mine = written(qtbot, one)
    two = start()
    with qtbot.waitSignal(two.opened):
        two.open(mine.id)
    theirs = two.current
    assert theirs is not None
    type_into(mine.body_document, "Mine.")
    type_into(theirs.body_document, "Theirs.")
    one.close()
    two.close()
    bodies = [stored(home, mine.id).body, *(article.body for _, article in kept(home, mine.id))]
    assert mine.article.body in bodies
    assert theirs.article.body in bodies


def test_an_article_that_the_store_forgot_is_stored_anew(qtbot: QtBot, start: Start, home: Path) -> None:
    workspace = start()
    open_article = written(qtbot, workspace)

    def forget(store: Any) -> None:
        store._raw.execute("DELETE FROM article")

    workspace.write(forget).result(timeout=20)
    type_into(open_article.body_document, "More.")
    assert workspace.close() == []
    assert stored(home, open_article.id).body == open_article.article.body


@pytest.mark.expects_logs
def test_one_article_that_can_not_be_read_keeps_no_other_from_being_stored(
    qtbot: QtBot, start: Start, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = start()
    broken, sound = written(qtbot, workspace, "Broken"), written(qtbot, workspace, "Sound")
    type_into(sound.body_document, "Words.")

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr(broken, "for_saving", fail)
        (fault,) = workspace.close()
    assert "ZeroDivisionError" in fault
    assert stored(home, sound.id).body == sound.article.body


@pytest.mark.parametrize("counter", [1, 2, 3, 9])
def test_the_store_wins_over_what_the_session_left(qtbot: QtBot, begin: Start, home: Path, counter: int) -> None:
    store = open_store(home)
    article = replace(new_article(uuid4(), system_clock()), headline=plain_line("Old"))
    store.save(article, expected=None)
    newer = replace(article, headline=plain_line("New"))
    store.save(newer, expected=1)
    store.close()
    workspace = begin()
    workspace.turn_to(article, counter)  # as the window does before the store answers
    with qtbot.waitSignal(workspace.list_model.counted):
        workspace.start()
    qtbot.waitUntil(lambda: workspace.jobs.idle)
    current = workspace.current
    assert current is not None
    assert (current.article, current.counter) == (newer, 2)
    current.undo()
    assert current.article.headline.text == "New"
    workspace.close()
    assert stored(home, article.id).headline.text == "New"


def test_what_was_typed_before_the_store_answered_outlives_it(qtbot: QtBot, begin: Start, home: Path) -> None:
    store = open_store(home)
    article = replace(new_article(uuid4(), system_clock()), headline=plain_line("Old"))
    store.save(article, expected=None)
    store.save(replace(article, headline=plain_line("New")), expected=1)
    workspace = begin()
    open_article = workspace.turn_to(article, 1)
    type_into(open_article.body_document, "Typed at once.")
    with qtbot.waitSignal(workspace.saver.conflicted):
        workspace.start()
    assert workspace.current is open_article
    assert workspace.close() == []
    assert store.load(article.id).article.headline.text == "New"
    store.close()
    assert kept(home, article.id)[0][1].body == open_article.article.body


def test_an_article_of_another_store_is_not_shown(qtbot: QtBot, begin: Start) -> None:
    workspace = begin()
    notices = notices_of(workspace)
    workspace.turn_to(replace(new_article(uuid4(), system_clock()), headline=plain_line("Elsewhere")), 4)
    with qtbot.waitSignal(workspace.list_model.counted):
        workspace.start()
    qtbot.waitUntil(lambda: workspace.jobs.idle)
    assert workspace.current is None
    assert not notices


def is_current(workspace: Workspace, article_id: UUID) -> bool:
    return workspace.current is not None and workspace.current.id == article_id


def test_sixty_articles_in_a_row_are_all_stored(qtbot: QtBot, start: Start, home: Path) -> None:
    workspace = start()
    ids = []
    for number in range(60):
        open_article = workspace.new_article()
        type_into(open_article.body_document, f"Article {number}.")
        ids.append(open_article.id)
    for article_id in reversed(ids[:20]):
        workspace.open(article_id)
        qtbot.waitUntil(partial(is_current, workspace, article_id))
        assert workspace.current is not None
        type_into(workspace.current.body_document, " Again.")
    assert workspace.close() == []
    store = open_store(home)
    words = [body_text(store.load(article_id).article.body) for article_id in ids]
    store.close()
    assert words == [f"Article {number}.{' Again.' if number < 20 else ''}" for number in range(60)]


@pytest.mark.parametrize("seed", range(6))
def test_a_storm_of_typing_undoing_turning_and_saving_ends_in_the_store(
    qtbot: QtBot, start: Start, home: Path, seed: int
) -> None:
    chance = random.Random(seed)
    workspace = start()
    opened = [written(qtbot, workspace, f"Article {number}") for number in range(4)]
    for step in range(120):
        current = workspace.current
        assert current is not None
        match chance.choice("ttttuuurosfbk"):
            case "t":
                type_into(current.body_document, f"w{step} ")
            case "u":
                current.undo()
            case "r":
                current.redo()
            case "o":
                workspace.open(chance.choice(opened).id)
            case "s":
                workspace.save_current(chance.choice([None, RevisionReason.NAMED_SAVE]))
            case "f":
                current.set_field(Change.SECTION, f"Section {step}")
            case "b":
                current.add_bullet(plain_line(f"bullet {step}"))
            case _:
                qtbot.wait(chance.choice([1, 5, 20]))
    assert workspace.close() == []
    for one in opened:
        found, now = stored(home, one.id), one.article
        assert replace(found, modified=now.modified) == now
