"""Dictionaries are opened beside the work, and not after its end."""

import threading
from pathlib import Path

from pytestqt.qtbot import QtBot

from deskeditor.workspace.spelling import Spelling
from tests.workspace.writing import Start


def opening_threads() -> set[threading.Thread]:
    return {thread for thread in threading.enumerate() if thread.name.startswith("dictionaries")}


def test_the_end_of_the_workspace_ends_the_opening_of_dictionaries(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    # A window of an earlier test may have left its own.
    others = opening_threads()
    workspace = start()
    spelling = Spelling(workspace.jobs, own_folder=tmp_path, newsroom_words=tmp_path / "newsroom.txt")
    with qtbot.waitSignal(spelling.changed):
        assert spelling.speller("en") is None
    assert opening_threads() - others
    workspace.close()
    assert not opening_threads() - others
    (tmp_path / "dictionaries").mkdir()
    for ending, text in (("dic", "1\nvorto\n"), ("aff", "SET UTF-8\n")):
        (tmp_path / "dictionaries" / f"eo.{ending}").write_text(text, encoding="utf-8")
    spelling.look_again()
    assert spelling.speller("eo") is None
    assert not opening_threads() - others
