from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from deskeditor.errors import DeskError
from deskeditor.store.values import Superseded
from deskeditor.workspace.jobs import Jobs


def test_a_result_arrives_on_the_main_thread(qtbot: QtBot) -> None:
    jobs, main, seen = Jobs(), QThread.currentThread(), []
    with ThreadPoolExecutor(1) as pool:
        jobs.follow(pool.submit(lambda: 42), lambda value: seen.append((value, QThread.currentThread())))
        assert not jobs.idle
        qtbot.waitUntil(lambda: jobs.idle)
    assert seen == [(42, main)]


def test_a_fault_goes_to_who_answers_for_it_else_it_is_announced(qtbot: QtBot) -> None:
    jobs, answered = Jobs(), []
    for otherwise in (answered.append, None):
        future: Future[None] = Future()
        future.set_exception(DeskError("The store is locked: close the other program."))
        with qtbot.waitSignal(jobs.failed, raising=False, timeout=500) as announced:
            jobs.follow(future, otherwise=otherwise)
            qtbot.waitUntil(lambda: jobs.idle)
        assert announced.signal_triggered is (otherwise is None)
    assert [str(fault) for fault in answered] == ["The store is locked: close the other program."]


def test_a_superseded_job_calls_nobody(qtbot: QtBot) -> None:
    jobs, calls = Jobs(), []
    future: Future[None] = Future()
    future.set_exception(Superseded())
    jobs.follow(future, calls.append, calls.append)
    qtbot.waitUntil(lambda: jobs.idle)
    assert calls == []
