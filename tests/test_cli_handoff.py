"""A piece handed to another desk and taken back by the command line alone."""

import json
from pathlib import Path
from typing import Any

import pytest

from deskeditor import cli
from deskeditor.article.claims import Verdict
from deskeditor.store import open_store
from deskeditor.store.values import RevisionReason
from tests.desk.test_handoff import BASE, judged


class Desk:
    """Runs command lines on a store of its own."""

    def __init__(self, folder: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.out = ""
        self.err = ""
        self._name = name
        self._capsys = capsys

    def run(self, *arguments: str, code: int = 0) -> Any:
        returned = cli.main(["--store", str(self.folder), "--as", self._name, *arguments])
        self.out, self.err = self._capsys.readouterr()
        assert returned == code, self.err
        return json.loads(self.out) if "--json" in arguments and self.out else self.out


@pytest.fixture
def editor(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    desk = Desk(tmp_path / "editor", "Ada Byte", capsys)
    store = open_store(desk.folder)
    store.save(BASE, expected=None)
    store.close()
    return desk


@pytest.fixture
def checker(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path / "checker", "Bea Cole", capsys)


def check(desk: Desk) -> None:
    store = open_store(desk.folder)
    stored = store.load(BASE.id)
    store.save(judged(stored.article, "a", Verdict.DISPUTED), expected=stored.counter)
    store.close()


def test_out_to_a_checker_and_back(editor: Desk, checker: Desk, tmp_path: Path) -> None:
    out, back = str(tmp_path / "out.deskstory"), str(tmp_path / "back.deskstory")
    sent = editor.run("handoff", str(BASE.id)[:8], "--to", out, "--json")
    assert (sent["path"], sent["missing"]) == (out, [])
    (copy,) = checker.run("import", out, "--json")
    assert (copy["id"], copy["format"], copy["new"], copy["from"]) == (str(BASE.id), "hand-off", True, "Ada Byte")
    check(checker)
    assert checker.run("handoff", str(BASE.id), "--to", back) == f"Handed off as {back}.\n"
    assert editor.run("merge", back) == "1 verdict came back from Bea Cole.\n"
    (told,) = editor.run("claims", str(BASE.id), "--json")
    assert told["verdict"] == "disputed"
    again = editor.run("merge", back, "--json")
    assert (again["again"], again["verdicts"]) == (True, 0)


def test_a_hand_off_is_imported_among_other_files(editor: Desk, checker: Desk, tmp_path: Path) -> None:
    out, text = tmp_path / "out.deskstory", tmp_path / "piece.md"
    editor.run("handoff", str(BASE.id), "--to", str(out))
    text.write_text("---\ntitle: Harbour closes\n---\n\nThe harbour closes on Monday.\n", encoding="utf-8")
    taken = checker.run("import", str(text), str(out), "--json")
    assert [one["headline"] for one in taken] == ["Harbour closes", BASE.headline.text]


def test_none_is_imported_where_one_can_not_be(editor: Desk, checker: Desk, tmp_path: Path) -> None:
    out = tmp_path / "out.deskstory"
    editor.run("handoff", str(BASE.id), "--to", str(out))
    out.write_bytes(out.read_bytes().replace(b"14 to 9", b"15 to 9").replace(b"Ada", b"Bob")[:-40])
    checker.run("import", str(out), code=2)
    assert "“out.deskstory” can't be opened" in checker.err
    assert not (checker.folder / "desk.db").exists()


def test_a_piece_that_is_not_here_is_not_merged(editor: Desk, checker: Desk, tmp_path: Path) -> None:
    out = tmp_path / "out.deskstory"
    editor.run("handoff", str(BASE.id), "--to", str(out))
    checker.run("merge", str(out), code=2)
    assert "`deskeditor import` makes a check copy" in checker.err


def test_what_came_is_kept_in_the_history_and_as_the_original(editor: Desk, checker: Desk, tmp_path: Path) -> None:
    out, back = tmp_path / "out.deskstory", tmp_path / "back.deskstory"
    editor.run("handoff", str(BASE.id), "--to", str(out))
    checker.run("import", str(out))
    check(checker)
    checker.run("handoff", str(BASE.id), "--to", str(back))
    editor.run("merge", str(back))
    store = open_store(editor.folder)
    kept = [(one.reason, one.person.name) for one in store.revisions(BASE.id)]
    store.close()
    assert (RevisionReason.HANDOFF, "Ada Byte") in kept
    assert (RevisionReason.IMPORT, "Bea Cole") in kept


def test_a_store_on_a_share_is_warned_about(editor: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deskeditor.store.network.is_on_network", lambda folder: True)
    editor.run("handoff", str(BASE.id), "--to", str(tmp_path))
    assert "network share" in editor.err
