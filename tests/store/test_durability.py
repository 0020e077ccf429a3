"""What a save answered for is there, whatever happens to the program then."""

import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from deskeditor.store import ArticleQuery, open_store

WRITER = textwrap.dedent(
    """
    import sys
    from datetime import UTC, datetime
    from uuid import uuid4

    from deskeditor.article.article import new_article
    from deskeditor.store import open_store

    store = open_store(sys.argv[1])
    while True:
        saved = store.save(new_article(uuid4(), datetime(2026, 3, 4, tzinfo=UTC)), expected=None)
        print("saved", flush=True)
    """
)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_a_program_that_is_killed_loses_nothing_that_was_saved(tmp_path: Path) -> None:
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    with writer:
        for _ in range(25):
            assert writer.stdout.readline() == "saved\n"
        writer.send_signal(signal.SIGKILL)
        told = 25 + writer.stdout.read().count("saved\n")
    store = open_store(tmp_path)
    # One more may have been written than the program lived to tell of.
    assert store.count(ArticleQuery()) in (told, told + 1)
    assert store._raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    store.close()


def test_two_programs_write_in_turn(tmp_path: Path) -> None:
    program = WRITER.replace("while True:", "for _ in range(20):")
    open_store(tmp_path).close()
    writers = [
        subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    assert [writer.communicate()[0].count("saved") for writer in writers] == [20, 20]
    store = open_store(tmp_path)
    assert store.count(ArticleQuery()) == 40
    store.close()
