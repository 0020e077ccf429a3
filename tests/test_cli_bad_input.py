"""What a person can get wrong at the command line: one sentence, exit 2, and not a byte of the store is touched."""

import io
import random
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from deskeditor import cli
from deskeditor.ingest.files import LARGEST

GOOD = "A headline of some words\n\nA paragraph that is long enough to be one, with a second half to it.\n"
BAD_FILES = {
    "empty": b"",
    "blank": b" \n\t\r\n\n",
    "binary": random.Random(1).randbytes(4000),
    "with NULs": b"words\x00words\n" * 100,
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "too large": b"word " * (LARGEST // 5 + 1),
    "of no known encoding": bytes(range(128, 256)) * 20,
}
BAD_PROFILES = {
    "no TOML": "[publication\nname=3",
    "an unknown setting": '[publication]\nnmae = "x"\n',
    "a wrong value": "[summary]\nmin = -1\n",
}


@pytest.fixture
def desk(desk_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A store with one article, which nobody has open."""
    good = tmp_path / "good.txt"
    good.write_text(GOOD, encoding="utf-8")
    assert cli.main(["import", str(good)]) == 0
    capsys.readouterr()
    return desk_home


def state_of(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {str(path): (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.rglob("*") if path.is_file()}


def refused(arguments: Sequence[str], desk: Path, capsys: pytest.CaptureFixture[str]) -> str:
    before = state_of(desk)
    code = cli.main(arguments)
    out, err = capsys.readouterr()
    assert (code, out) == (2, "")
    assert err.startswith("deskeditor: ")
    assert err.count("\n") == 1
    assert state_of(desk) == before
    return err


@pytest.mark.parametrize("kind", BAD_FILES)
def test_a_file_that_can_not_be_read(kind: str, desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(BAD_FILES[kind])
    assert "bad.txt" in refused(["import", str(tmp_path / "good.txt"), str(bad)], desk, capsys)


@pytest.mark.parametrize("kind", BAD_FILES)
def test_a_text_on_standard_input_that_can_not_be_read(
    kind: str, desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BAD_FILES[kind])))
    assert "text on standard input" in refused(["import", "-"], desk, capsys)


def test_a_text_in_another_encoding_comes_in_by_standard_input(
    desk_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Überfällige Fähre\n\nDie Fähre kommt später als früher angekündigt, größere Schäden gab es nicht.\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode("cp1252"))))
    assert cli.main(["import", "-"]) == 0
    assert "Überfällige Fähre" in capsys.readouterr().out


def test_files_that_are_none(desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for name in ("missing.txt", "loop", ".", "x" * 300):
        refused(["import", str(tmp_path / name)], desk, capsys)


@pytest.mark.parametrize("given", ["ffffffff", "no-id", "", "%", "-"])
@pytest.mark.parametrize("command", ["show", "check", "export"])
def test_an_id_that_is_none(
    command: str, given: str, desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to = ["--to", str(tmp_path / "out")] if command == "export" else []
    assert given in refused([command, *to, "--", given], desk, capsys)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("kind", BAD_PROFILES)
def test_a_profile_that_can_not_be_read(
    kind: str, desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "profile.toml").write_text(BAD_PROFILES[kind], encoding="utf-8")
    given = ["--profile", str(tmp_path / "house")]
    for arguments in (
        ["import", str(tmp_path / "good.txt")],
        ["check", "0"],
        ["export", "0", "--to", str(tmp_path / "out")],
    ):
        assert "profile.toml" in refused([*arguments, *given], desk, capsys)
    assert "profile.toml" in refused(given, desk, capsys), "the window, which is not opened"
    (desk / "profile").mkdir()
    (desk / "profile" / "profile.toml").write_text(BAD_PROFILES[kind], encoding="utf-8")
    assert "profile.toml" in refused(["import", str(tmp_path / "good.txt")], desk, capsys)


def test_places_to_export_to_that_are_none(desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    assert cli.main(["list", "--json"]) == 0
    article = capsys.readouterr().out.split('"id": "')[1][:36]
    for place in (tmp_path / "file", tmp_path / "file" / "deeper", tmp_path / ("y" * 300)):
        code = cli.main(["export", article, "--override", "a test", "--to", str(place)])
        out, err = capsys.readouterr()
        assert (code, out, err.count("\n")) == (2, "", 1)
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"
