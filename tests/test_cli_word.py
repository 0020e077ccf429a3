"""Word files on the command line: what comes in, and what is said of a file that can't."""

import json
from pathlib import Path

import pytest

from deskeditor import cli
from tests.ingest.docx_twins import comment, commented, gone, p, run, word_file


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.docx"
    body = p("Ferries stop", "Titel") + p(run("No ") + commented("boat", 0) + gone(" at all") + run(" left."))
    core = "<dc:creator>Carol Clerk</dc:creator>"
    path.write_bytes(word_file(body, parts={"comments": comment(0, "Sure?"), "header": p("Draft 3")}, core=core))
    return path


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert cli.main(arguments) == 0
    return capsys.readouterr().out


def test_a_word_file_is_imported_and_says_what_was_left_out(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, ferry: Path
) -> None:
    store = ("--store", str(tmp_path / "desk"))
    (fact,) = json.loads(printed(capsys, "import", str(ferry), "--json", *store))
    assert (fact["format"], fact["headline"]) == ("word", "Ferries stop")
    assert fact["warnings"] == ["The byline is the file's author, Carol Clerk: check that it is the writer."]
    assert fact["dropped"] == ["page header “Draft 3”"]
    shown = json.loads(printed(capsys, "show", fact["id"], "--json", *store))
    assert shown["body_text"].strip() == "No boat left."
    assert shown["byline"] == [{"name": "Carol Clerk"}]


def test_the_original_comes_back_byte_for_byte(
    capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path, ferry: Path
) -> None:
    store = ("--store", str(tmp_path / "desk"))
    assert cli.main(("import", str(ferry), "--json", *store)) == 0
    (fact,) = json.loads(capfdbinary.readouterr().out)
    assert cli.main(("show", fact["id"], "--original", *store)) == 0
    assert capfdbinary.readouterr().out == ferry.read_bytes()


def test_a_file_that_is_no_word_file_is_told_in_one_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, ferry: Path
) -> None:
    ferry.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
    assert cli.main(("import", str(ferry), "--store", str(tmp_path / "desk"))) == 2
    said = capsys.readouterr().err
    assert "“ferry.docx” is an old Word file. Open it in Word" in said
    assert said.count("\n") == 1
