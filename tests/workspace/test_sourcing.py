"""The sources of an open article: one step each, numbers given once, and claims' evidence going along."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from pytestqt.qtbot import QtBot

from deskeditor.article.article import new_article
from deskeditor.article.body import Paragraph, body_of
from deskeditor.article.claims import ClaimKind, Evidence, Verdict
from deskeditor.article.line import plain_line
from deskeditor.article.place import Field, Place
from deskeditor.article.sources import Source, SourceKind, Terms
from deskeditor.errors import DeskError
from deskeditor.workspace.check_log import CheckLog
from deskeditor.workspace.checking import Checking
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.sourcing import KeptFile, Sourcing, source_of
from deskeditor.workspace.workspace import Workspace

VOTE = Place(field=Field.BODY, start=18, end=25)


@pytest.fixture
def log(workspace: Workspace) -> CheckLog:
    return CheckLog(workspace)


@pytest.fixture
def current(workspace: Workspace, log: CheckLog) -> OpenArticle:
    body = body_of([Paragraph(line=plain_line("The council voted 14 to 9 for a night ferry."))])
    return workspace.turn_to(replace(new_article(uuid4(), datetime(2026, 7, 15, tzinfo=UTC)), body=body), None)


@pytest.fixture
def sourcing(workspace: Workspace) -> Sourcing:
    return Sourcing(workspace)


def titles(current: OpenArticle) -> list[tuple[int, str]]:
    return [(source.number, source.title) for source in current.article.sources]


def test_lines_become_sources_in_one_step_and_no_number_comes_twice(current: OpenArticle, sourcing: Sourcing) -> None:
    assert sourcing.add_lines(current, ["call w/ Klaar 17 July", " ", "https://example.org/vote"]) == (1, 2)
    assert titles(current) == [(1, "call w/ Klaar 17 July"), (2, "example.org/vote")]
    assert current.article.sources[0] == Source(
        number=1, title="call w/ Klaar 17 July", kind=SourceKind.CALL, person="Klaar", date="17 July"
    )
    current.undo()
    assert titles(current) == []
    assert sourcing.add_lines(current, ["minutes"]) == (3,)


def test_an_address_is_one_source_however_often_it_is_named(current: OpenArticle, sourcing: Sourcing) -> None:
    assert sourcing.for_link(current, "https://example.org/vote") == 1
    assert sourcing.for_link(current, "https://www.example.org/vote/#top") == 1
    assert sourcing.for_link(current, "  ") is None
    assert titles(current) == [(1, "example.org/vote")]


def test_what_adds_nothing_is_no_step(current: OpenArticle, sourcing: Sourcing) -> None:
    sourcing.add_lines(current, ["https://example.org/vote"])
    sourcing.add_lines(current, [" ", "https://example.org/vote"])
    sourcing.change(current, 1, title="example.org/vote")
    sourcing.change(current, 1, title="  ")
    sourcing.remove(current, 7)
    current.undo()
    assert titles(current) == []


def test_values_change_in_one_step_each(current: OpenArticle, sourcing: Sourcing) -> None:
    sourcing.add_lines(current, ["Klaar"])
    sourcing.change(current, 1, terms=Terms.OFF_RECORD, person="Ina Klaar")
    found = source_of(current, 1)
    assert found is not None
    assert (found.terms, found.person) == (Terms.OFF_RECORD, "Ina Klaar")
    current.undo()
    assert source_of(current, 1) == Source(number=1, title="Klaar")


def test_one_that_goes_takes_the_evidence_along_and_undo_brings_both_back(
    workspace: Workspace, log: CheckLog, current: OpenArticle, sourcing: Sourcing
) -> None:
    checking = Checking(workspace)
    sourcing.add_lines(current, ["minutes", "call w/ Klaar"])
    claim_id = checking.mark(current, VOTE, ClaimKind.NUMBER)
    assert claim_id is not None
    both = (Evidence(source=1, locator="p. 4"), Evidence(source=2))
    checking.judge(current, [claim_id], Verdict.OK, both)
    sourcing.remove(current, 1)
    assert titles(current) == [(2, "call w/ Klaar")]
    assert current.article.claims[0].evidence == (Evidence(source=2),)
    assert log.found[0].claim == current.article.claims[0]
    assert current.article.claim_log[-1].text == "sources: 2"
    current.undo()
    assert titles(current) == [(1, "minutes"), (2, "call w/ Klaar")]
    assert current.article.claims[0].evidence == both


def test_files_are_kept_apart_from_pictures_and_opened_as_copies(
    qtbot: QtBot, workspace: Workspace, current: OpenArticle, sourcing: Sourcing, tmp_path: Path, home: Path
) -> None:
    minutes, same = tmp_path / "minutes_of_may.txt", tmp_path / "copy.txt"
    for path in (minutes, same):
        path.write_text("14 to 9", encoding="utf-8")
    files = sourcing.keep_files([minutes, tmp_path / "gone.pdf", same]).result(timeout=20)
    assert len(files.faults) == 1
    assert files.faults[0].startswith("“gone.pdf” can’t be read")
    assert sourcing.add_files(current, files.kept) == (1, 1)
    (source,) = current.article.sources
    assert (source.title, source.file_name, source.kind) == (
        "minutes of may",
        "minutes_of_may.txt",
        SourceKind.DOCUMENT,
    )
    assert workspace.evidence.path(source.media).is_relative_to(home / "evidence")
    assert not (home / "media").exists()
    copy = sourcing.copy_file(source, tmp_path / "copies")
    assert (copy.name, copy.read_text(encoding="utf-8")) == ("minutes_of_may.txt", "14 to 9")
    copy.write_text("changed", encoding="utf-8")
    assert workspace.evidence.read(source.media) == b"14 to 9"
    assert sourcing.copy_file(source, tmp_path / "copies").read_text(encoding="utf-8") == "14 to 9"


def test_a_copy_leads_nowhere_else_whatever_a_file_was_called(
    current: OpenArticle, sourcing: Sourcing, workspace: Workspace, tmp_path: Path
) -> None:
    media = workspace.evidence.adopt(b"text", "a.txt")
    for called in ("../../evil.sh", "a:b*?.txt", "...", ""):
        source = Source(number=1, title="a", media=media, file_name=called)
        copy = sourcing.copy_file(source, tmp_path / "copies")
        assert (copy.parent, copy.suffix) == (tmp_path / "copies", ".txt")


def test_a_file_that_is_gone_is_told(sourcing: Sourcing, tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="missing from the store"):
        sourcing.copy_file(Source(number=1, title="a", media="0" * 64 + ".pdf"), tmp_path)


def test_a_kept_file_knows_what_it_was_called(current: OpenArticle, sourcing: Sourcing) -> None:
    sourcing.add_files(current, [KeptFile(media=f"{'1' * 64}.pdf", file_name="Budget 2026.pdf")])
    assert titles(current) == [(1, "Budget 2026")]
