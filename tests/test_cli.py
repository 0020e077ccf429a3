import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from deskeditor import cli
from deskeditor.article.article import Flag, Person, new_article
from deskeditor.article.claims import Verdict
from deskeditor.article.line import plain_line
from deskeditor.article.workflow import Stage
from deskeditor.store import ArticleQuery, open_store
from deskeditor.workspace.session import Session, write_session
from tests.export.reports import checked_piece
from tests.factcheck.pieces import SOURCED, claim, piece, query, verdict

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
MARKDOWN = """---
title: Harbour to *close*
standfirst: Ferries stop too.
summary:
  - The harbour closes on Monday
tags: [Ports]
byline: [Ada Person]
section: Local
---

The harbour **closes** on Monday.
"""


class Run:
    """Runs command lines and keeps what they said."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.out = ""
        self.err = ""

    def __call__(self, *arguments: str, code: int = 0) -> Any:
        self._capsys.readouterr()
        returned = cli.main(arguments)
        self.out, self.err = self._capsys.readouterr()
        assert returned == code, self.err
        # A check tells what stands in the way as facts, all else in one line of error.
        if code and arguments[0] != "check":
            assert self.err.count("\n") == 1
            assert self.err.startswith("deskeditor: ")
        return json.loads(self.out) if "--json" in arguments and self.out else self.out


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return Run(capsys)


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.md"
    path.write_text(MARKDOWN, encoding="utf-8")
    return path


def test_an_article_from_import_to_page(run: Run, harbour: Path, tmp_path: Path) -> None:
    (imported,) = run("import", str(harbour), "--json")
    assert imported["headline"] == "Harbour to close"
    assert imported["format"] == "markdown"
    assert set(imported) == {"id", "headline", "format", "warnings", "dropped"}

    (listed,) = run("list", "--json")
    assert set(listed) == {"id", "headline", "stage", "tags", "updated", "snippet"}
    assert (listed["id"], listed["stage"], listed["tags"]) == (imported["id"], "draft", ["Ports"])
    assert datetime.fromisoformat(listed["updated"]).tzinfo is not None
    assert run("search", "harb", "--json") == [listed]
    assert run("search", "zeppelin", "--json") == []

    shown = run("show", imported["id"][:8], "--json")
    assert (shown["standfirst"], shown["byline"]) == ("Ferries stop too.", [{"name": "Ada Person"}])
    assert run("show", imported["id"], "--original") == MARKDOWN

    run("export", imported["id"], "--to", str(tmp_path / "out"), "--format", "html,markdown")
    written = [Path(line) for line in run.out.splitlines()]
    assert [path.name for path in written] == ["harbour-to-close.html", "harbour-to-close.md"]
    assert all(path.is_file() for path in written)


def test_several_files_come_in_or_none(run: Run, harbour: Path, tmp_path: Path) -> None:
    run("import", str(harbour), str(tmp_path / "missing.md"), code=2)
    assert "missing.md" in run.err
    assert run("list", "--json") == []
    assert len(run("import", str(harbour), str(harbour), "--json")) == 2


def test_a_list_is_narrowed(run: Run, desk_home: Path) -> None:
    store = open_store(desk_home)
    tag = store.tag_named("Ports")
    for number, stage in enumerate((Stage.DRAFT, Stage.READY, Stage.SPIKED)):
        article = replace(new_article(UUID(int=number), NOON), headline=plain_line(f"The {stage}"), stage=stage)
        store.save(replace(article, tags=(tag,) if stage is Stage.READY else ()), expected=None)
    store.close()

    def headlines(*arguments: str) -> list[str]:
        return [fact["headline"] for fact in run("list", "--json", *arguments)]

    assert headlines("--stage", "ready") == ["The ready"]
    assert headlines("--stage", "ready", "--stage", "draft") == ["The ready", "The draft"]
    assert headlines("--tag", "PORTS") == ["The ready"]
    assert headlines("--tag", "unknown") == []
    assert headlines("--query", "spik") == ["The spiked"]
    assert headlines("--limit", "2") == ["The spiked", "The ready"]
    run("list", "--stage", "gone", code=2)
    assert run.err.startswith("deskeditor: Invalid value for '--stage': 'gone' is not one of")
    run("list", "--limit", "many", code=2)
    assert ". `deskeditor --help`" in run.err


@pytest.mark.parametrize("words", [['"'], ["*"], ["AND"], ["NEAR("], ["a", "OR"], ["京都"], [""]])
def test_any_words_can_be_searched_for(run: Run, words: Sequence[str]) -> None:
    assert run("search", "--json", "--", *words) == []


def test_a_blocking_finding_stops_an_export_until_a_reason_is_given(run: Run, desk_home: Path, tmp_path: Path) -> None:
    store = open_store(desk_home)
    flag = Flag(by="Ada Person", why="the council has not answered", at=NOON)
    held = replace(new_article(UUID(int=5 << 124), NOON), headline=plain_line("Held"), hold=flag)
    store.save(held, expected=None)
    store.close()

    run("export", str(held.id), "--to", str(tmp_path / "out"), code=3)
    assert "the council has not answered" in run.err
    assert not (tmp_path / "out").exists()

    run("export", str(held.id), "--to", str(tmp_path / "out"), "--override", "they did", "--as", "Bo de Wit")
    store = open_store(desk_home)
    (record,) = store.exports(held.id)
    store.close()
    assert (record.override, record.person) == ("they did", Person(name="Bo de Wit", initials="BDW"))


def test_a_check_says_what_is_wrong(run: Run, capsys: pytest.CaptureFixture[str], desk_home: Path) -> None:
    store = open_store(desk_home)
    store.save(new_article(UUID(int=5 << 124), NOON), expected=None)
    store.close()
    assert cli.main(["check", "5", "--json"]) == cli.BLOCKED
    findings = json.loads(capsys.readouterr().out)
    assert all(set(finding) == {"code", "severity", "text", "place"} for finding in findings)
    assert findings[0]["severity"] == "blocking"
    assert findings[0]["place"]["field"] == "headline"


def test_who_works_is_said_or_known_from_the_window(run: Run, harbour: Path, desk_home: Path) -> None:
    write_session(desk_home, Session(person=Person(name="Cy Person", initials="CP")))
    run("import", str(harbour))
    run("import", str(harbour), "--as", "Dee  Person")
    run("--as", "Eve Person", "import", str(harbour))
    store = open_store(desk_home)
    names = {store.revisions(head.id)[0].person.name for head in store.heads(ArticleQuery())}
    assert store.other_leases() == ()
    store.close()
    assert names == {"Cy Person", "Dee Person", "Eve Person"}


def test_the_store_can_be_named(run: Run, harbour: Path, tmp_path: Path, desk_home: Path) -> None:
    run("import", str(harbour), "--store", str(tmp_path / "other"))
    assert len(run("--store", str(tmp_path / "other"), "list", "--json")) == 1
    assert list(desk_home.iterdir()) == []


def test_the_persons_mistakes_are_one_line_and_exit_2(run: Run, harbour: Path, tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("Dear diary")
    for arguments in (
        ["frobnicate"],
        ["show"],
        ["show", "0123"],
        ["show", "no id"],
        ["import"],
        ["import", str(tmp_path)],
        ["list", "--store", str(tmp_path / "notes")],
        ["list", "--store", "postgresql://host/desk"],
        ["export", "0123", "--to", str(tmp_path / "out")],
        ["import", str(harbour), "--profile", str(tmp_path / "nowhere")],
    ):
        run(*arguments, code=2)
    (imported,) = run("import", str(harbour), "--json")
    run("export", imported["id"], "--to", str(tmp_path / "out"), "--format", "html,pdf", code=2)
    assert "pdf" in run.err
    run("export", imported["id"], "--to", str(harbour), code=2)
    assert harbour.read_text(encoding="utf-8") == MARKDOWN


def test_an_id_must_say_which_article_is_meant(run: Run, desk_home: Path) -> None:
    store = open_store(desk_home)
    for number in (1, 2):
        store.save(new_article(UUID(int=(0xAB << 120) + number), NOON), expected=None)
    store.close()
    run("show", "ab", code=2)
    assert "Several" in run.err


def test_our_own_mistakes_exit_1(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("of the program")

    monkeypatch.setattr("deskeditor.store.opening.open_store", fail)
    run("list", code=1)
    assert "Please report it" in run.err


def test_a_paste_comes_in_by_stdin(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    class Stdin:
        buffer = io.BytesIO(MARKDOWN.encode())

    monkeypatch.setattr(sys, "stdin", Stdin)
    (imported,) = run("import", "-", "--json")
    assert imported["headline"] == "Harbour to close"
    assert run("show", imported["id"], "--original") == MARKDOWN


def test_without_a_command_the_window_is_opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import sys
    import types

    opened: list[tuple[object, ...]] = []

    def run_window(store: object, *, person: object, profile: object) -> int:
        opened.append((store, person, profile))
        return 7

    fake = types.ModuleType("deskeditor.app")
    fake.run = run_window  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "deskeditor.app", fake)
    assert cli.main(["--store", str(tmp_path), "--as", "Ada Person"]) == 7
    assert cli.main([]) == 7
    assert opened[0] == (str(tmp_path), Person(name="Ada Person", initials="AP"), None)
    assert opened[1][1:] == (None, None)


def test_lines_for_a_terminal(run: Run, harbour: Path, tmp_path: Path) -> None:
    run("import", str(harbour))
    article_id = run.out.split()[0]
    assert run.out.rstrip().endswith("Harbour to close  [markdown]")
    assert run("list").split()[0] == article_id[:8]
    assert "The harbour closes on Monday." in run("show", article_id)
    run("check", article_id)
    assert run.out == "" or ": " in run.out
    assert run("--version").strip()


def test_help_is_shown(run: Run) -> None:
    assert "import" in run("--help")
    assert "--override" in run("export", "--help")


def test_claims_are_told_in_copy_order(run: Run, desk_home: Path) -> None:
    two = claim(2, judgement=verdict(Verdict.OK), evidence=SOURCED)
    article = piece("It has {2:14 boats} and {1:9 more}.", claims=(claim(1, "9 more", query=query()), two))
    store = open_store(desk_home)
    store.save(article, expected=None)
    store.close()
    told = run("claims", str(article.id), "--json")
    assert [(one["number"], one["words"], one["progress"]) for one in told] == [
        (2, "14 boats", "settled"),
        (1, "9 more", "with_writer"),
    ]
    assert run("show", str(article.id), "--json")["claims"] == told
    assert run("claims", str(article.id)).startswith("   2  “14 boats”  settled: OK")


def test_a_query_that_is_out_stops_a_check_and_an_export(run: Run, desk_home: Path, tmp_path: Path) -> None:
    article = piece(
        "It has {1:9 more}.", claims=(claim(1, "9 more", query=query()),), headline=plain_line("Boats for Vik")
    )
    store = open_store(desk_home)
    store.save(article, expected=None)
    store.close()
    said = run("check", str(article.id), "--json", code=3)
    (out,) = [finding for finding in said if finding["code"] == "claims.query-out"]
    assert (out["severity"], out["place"]["start"], out["place"]["end"]) == ("blocking", 7, 13)
    run("export", str(article.id), "--to", str(tmp_path / "out"), code=3)
    assert "Number 1 is with the writer" in run.err
    run("export", str(article.id), "--to", str(tmp_path / "out"), "--override", "goes at six", "--as", "Bo")
    store = open_store(desk_home)
    assert store.exports(article.id)[0].override == "goes at six"
    store.close()


def test_a_report_is_written_by_its_suffix(run: Run, desk_home: Path, tmp_path: Path) -> None:
    article = checked_piece()
    store = open_store(desk_home)
    store.save(article, expected=None)
    store.close()
    for suffix in (".html", ".docx", ".csv", ".json"):
        target = tmp_path / f"check{suffix}"
        assert run("report", str(article.id), "--to", str(target)) == f"{target}\n"
        assert target.stat().st_size > 500
    own = (tmp_path / "check.csv").read_text(encoding="utf-8-sig")
    assert run("report", str(article.id), "--to", str(tmp_path / "for-all.csv"), "--shareable", "--json") == [
        str(tmp_path / "for-all.csv")
    ]
    assert "Zarbo" in own
    assert "Zarbo" not in (tmp_path / "for-all.csv").read_text(encoding="utf-8-sig")
    run("report", str(article.id), "--to", str(tmp_path / "check.pdf"), code=2)
    assert ".docx" in run.err
    assert "--shareable" in run("report", "--help")


def test_the_profile_says_what_of_the_check_stops_an_export(run: Run, desk_home: Path, tmp_path: Path) -> None:
    article = piece(
        "It has {1:9 more} and {2:14 boats}.",
        claims=(claim(1, "9 more", query=query()), claim(2, judgement=verdict(Verdict.DISPUTED))),
        headline=plain_line("Boats for Vik"),
    )
    store = open_store(desk_home)
    store.save(article, expected=None)
    store.close()
    own = tmp_path / "own"
    own.mkdir()
    settings = own / "profile.toml"

    def said(code: int) -> dict[str, str]:
        facts = run("check", str(article.id), "--profile", str(own), "--json", code=code)
        named = {"claims.query-out", "claims.disputed"}
        return {fact["code"]: fact["severity"] for fact in facts if fact["code"] in named}

    settings.write_text('[checks]\n"claims.query-out" = "warning"\n"claims.disputed" = "off"\n', encoding="utf-8")
    assert said(0) == {"claims.query-out": "warning"}
    settings.write_text('[checks]\n"claims.query-out" = "off"\n"claims.disputed" = "blocking"\n', encoding="utf-8")
    assert said(3) == {"claims.disputed": "blocking"}
    settings.write_text('[checks]\n"claims.query_out" = "off"\n', encoding="utf-8")
    run("export", str(article.id), "--to", str(tmp_path / "out"), "--profile", str(own), code=2)
    assert "“claims.query_out” that does not exist" in run.err
    assert "claims.query-out" in run.err
