import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from deskeditor.article.article import Article, new_article
from deskeditor.article.line import plain_line
from deskeditor.errors import StoreError
from deskeditor.store import ArticleQuery, Saved, Store, StoreWorker, Superseded, open_store

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
PATIENCE = 20.0


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[StoreWorker]:
    made = StoreWorker(tmp_path / "desk", person="Ada Person")
    yield made
    made.close()


def endless(store: Store) -> None:
    """Keep SQLite busy until somebody interrupts it."""
    with store._reading() as session:
        session.connection().exec_driver_sql(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
        )


def saving(article: Article, expected: int | None) -> Callable[[Store], Saved]:
    return lambda store: store.save(article, expected=expected)


def test_what_was_written_is_read(worker: StoreWorker) -> None:
    article = new_article(uuid4(), NOON)
    saved = worker.write(lambda store: store.save(article, expected=None)).result(PATIENCE)
    stored = worker.read(lambda store: store.load(article.id)).result(PATIENCE)
    assert (stored.article, stored.counter) == (article, saved.counter)


def test_the_store_is_opened_with_the_first_act(tmp_path: Path) -> None:
    worker = StoreWorker(tmp_path / "desk")
    assert not (tmp_path / "desk").exists()
    worker.close()
    assert not (tmp_path / "desk").exists()


def test_reading_and_writing_are_threads_of_their_own(worker: StoreWorker) -> None:
    names = {
        worker.read(lambda _: threading.current_thread().name).result(PATIENCE),
        worker.write(lambda _: threading.current_thread().name).result(PATIENCE),
    }
    assert names == {"store reader", "store writer"}


def test_reading_goes_on_while_a_write_takes_its_time(worker: StoreWorker) -> None:
    done = threading.Event()
    write = worker.write(lambda _: done.wait(PATIENCE))
    assert worker.read(lambda store: store.count(ArticleQuery())).result(PATIENCE) == 0
    done.set()
    assert write.result(PATIENCE)


def test_writes_are_done_in_order(worker: StoreWorker) -> None:
    article = new_article(uuid4(), NOON)
    worker.write(lambda store: store.save(article, expected=None))
    for number in range(1, 20):
        worker.write(saving(replace(article, headline=plain_line(str(number))), number))
    assert worker.write(lambda store: store.load(article.id)).result(PATIENCE).counter == 20


def test_a_newer_read_breaks_off_the_one_that_runs(worker: StoreWorker) -> None:
    begun = threading.Event()

    def slow(store: Store) -> None:
        begun.set()
        while True:
            endless(store)

    old = worker.read(slow, supersedes="list")
    assert begun.wait(PATIENCE)
    new = worker.read(lambda store: store.count(ArticleQuery()), supersedes="list")
    with pytest.raises(Superseded):
        old.result(PATIENCE)
    assert new.result(PATIENCE) == 0


def test_a_newer_read_takes_the_place_of_one_that_waits(worker: StoreWorker) -> None:
    go_on = threading.Event()
    worker.read(lambda _: go_on.wait(PATIENCE))
    waiting = worker.read(lambda _: "old", supersedes="list")
    other = worker.read(lambda _: "other", supersedes="tags")
    newer = worker.read(lambda _: "new", supersedes="list")
    with pytest.raises(Superseded):
        waiting.result(PATIENCE)
    go_on.set()
    assert (newer.result(PATIENCE), other.result(PATIENCE)) == ("new", "other")


def test_an_answer_that_came_too_late_is_superseded(worker: StoreWorker) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def between_statements(_: Store) -> str:
        begun.set()
        go_on.wait(PATIENCE)
        return "old"

    old = worker.read(between_statements, supersedes="list")
    assert begun.wait(PATIENCE)
    new = worker.read(lambda _: "new", supersedes="list")
    go_on.set()
    assert new.result(PATIENCE) == "new"
    with pytest.raises(Superseded):
        old.result(PATIENCE)


def test_a_fault_reaches_who_asked_and_the_next_act_is_done(worker: StoreWorker) -> None:
    with pytest.raises(StoreError):
        worker.read(lambda store: store.load(uuid4())).result(PATIENCE)
    with pytest.raises(ZeroDivisionError):
        worker.write(lambda _: 1 / 0).result(PATIENCE)
    assert worker.write(lambda store: store.count(ArticleQuery())).result(PATIENCE) == 0


def test_closing_does_what_was_asked_for(tmp_path: Path) -> None:
    worker = StoreWorker(tmp_path)
    articles = [new_article(uuid4(), NOON) for _ in range(10)]
    for article in articles:
        worker.write(saving(article, None))
    worker.close()
    store = open_store(tmp_path)
    assert store.count(ArticleQuery()) == len(articles)
    store.close()
    with pytest.raises(RuntimeError, match="closed"):
        worker.write(lambda store: store.count(ArticleQuery()))


def test_a_store_that_can_not_be_opened_is_told_to_everyone_who_asks(tmp_path: Path) -> None:
    (tmp_path / "desk.db").write_text("Dear diary")
    worker = StoreWorker(tmp_path)
    for future in (worker.read(lambda store: store.folder), worker.write(lambda store: store.folder)):
        with pytest.raises(StoreError, match="not a database"):
            future.result(PATIENCE)
    with pytest.raises(StoreError):
        worker.read(lambda store: store.folder).result(PATIENCE)
    worker.close()
    assert [path.name for path in tmp_path.iterdir()] == ["desk.db"]


def test_a_cancelled_act_is_not_done(worker: StoreWorker) -> None:
    go_on = threading.Event()
    worker.write(lambda _: go_on.wait(PATIENCE))
    article = new_article(uuid4(), NOON)
    cancelled = worker.write(lambda store: store.save(article, expected=None))
    assert cancelled.cancel()
    go_on.set()
    assert worker.write(lambda store: store.count(ArticleQuery())).result(PATIENCE) == 0


def test_the_window_holds_a_lease_until_it_closes(tmp_path: Path) -> None:
    worker = StoreWorker(tmp_path, person="Ada Person")
    worker.write(lambda store: store.folder).result(PATIENCE)
    other = open_store(tmp_path)
    (lease,) = other.other_leases()
    assert (lease.program, lease.person) == ("Deskeditor", "Ada Person")
    worker.close()
    assert other.other_leases() == ()
    other.close()


def test_a_read_that_was_interrupted_while_it_began_is_in_nobodys_way(worker: StoreWorker) -> None:
    article = new_article(uuid4(), NOON)
    for lane in (worker.read, worker.write):
        lane(lambda store: store._raw.execute("BEGIN")).result(PATIENCE)
    worker.write(saving(article, None)).result(PATIENCE)
    assert worker.read(lambda store: store.load(article.id)).result(PATIENCE).article == article


def test_reads_superseded_at_any_moment_leave_the_store_usable(worker: StoreWorker) -> None:
    waiting = [
        worker.read(lambda store: (store.stage_counts(), store.known_tags()), supersedes="list") for _ in range(400)
    ]
    for future in waiting:
        error = future.exception(PATIENCE) if not future.cancelled() else None
        assert error is None or isinstance(error, Superseded)
    assert worker.read(lambda store: store.count(ArticleQuery())).result(PATIENCE) == 0
