"""Claims outlive what changes outside the editor: an older text, the same text taken in again, another program."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from pytestqt.qtbot import QtBot

from deskeditor.article.article import Article, SummaryBullet, new_article
from deskeditor.article.body import Paragraph, body_of
from deskeditor.article.change import Change
from deskeditor.article.claim_progress import Progress, checked
from deskeditor.article.claim_words import claimed_words
from deskeditor.article.claims import ClaimKind, Evidence, Standing, Verdict
from deskeditor.article.line import plain_line
from deskeditor.article.place import Field, Place
from deskeditor.article.sources import Source
from deskeditor.desk.copies import duplicate
from deskeditor.desk.importing import read_text
from deskeditor.markup.plain_text import body_text
from deskeditor.store import open_store
from deskeditor.workspace.check_log import CheckLog
from deskeditor.workspace.checking import Checking
from deskeditor.workspace.intake import sort_into
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.past import restore
from deskeditor.workspace.workspace import Workspace
from tests.workspace.writing import type_into

NOON = datetime(2026, 7, 15, 12, tzinfo=UTC)
FIRST = "The council voted 14 to 9 for a night ferry, said Mira Aldous."
SECOND = "The last ship sailed on 3 May 1974."
VOTE = Place(field=Field.BODY, start=18, end=25)
DATE = Place(field=Field.BODY, leaf=1, start=24, end=34)


@pytest.fixture
def log(workspace: Workspace) -> CheckLog:
    return CheckLog(workspace)


@pytest.fixture
def checking(workspace: Workspace) -> Checking:
    return Checking(workspace)


@pytest.fixture
def current(workspace: Workspace, log: CheckLog) -> OpenArticle:
    article = replace(
        new_article(uuid4(), NOON),
        headline=plain_line("Night ferry for Hallin"),
        summary=(SummaryBullet(id=uuid4(), line=plain_line("Nine voted against it")),),
        body=body_of([Paragraph(line=plain_line(FIRST)), Paragraph(line=plain_line(SECOND))]),
    )
    return workspace.turn_to(article, None)


def judged(checking: Checking, current: OpenArticle, place: Place) -> str:
    claim_id = checking.mark(current, place, ClaimKind.NUMBER)
    assert claim_id is not None
    checking.judge(current, [claim_id], Verdict.OK, [Evidence(source=1)])
    return claim_id


def lying(article: Article) -> dict[str, str]:
    return {claim_id: one.words for claim_id, one in claimed_words(article).items()}


def progress(article: Article) -> dict[str, Progress]:
    return {one.claim.id: one.progress for one in checked(article)}


def told(current: OpenArticle) -> list[str]:
    return [entry.text for entry in current.article.claim_log]


def append(current: OpenArticle, text: str) -> None:
    type_into(current.body_document, text)
    assert body_text(current.article.body).endswith(text)


def test_going_back_keeps_claims_verdicts_and_sources_made_since(
    workspace: Workspace, current: OpenArticle, checking: Checking
) -> None:
    before = current.article
    current.set_field(Change.SOURCES, (Source(number=current.next_source_number(), title="Minutes"),))
    vote = judged(checking, current, VOTE)
    head = judged(checking, current, Place(field=Field.HEADLINE, start=0, end=11))
    bullet = judged(checking, current, Place(field=Field.SUMMARY, bullet=before.summary[0].id, start=0, end=4))
    append(current, " It was old.")
    restore(workspace, current, before)
    after = current.article
    assert body_text(after.body) == body_text(before.body)
    assert lying(after) == {vote: "14 to 9", head: "Night ferry", bullet: "Nine"}
    assert set(progress(after).values()) == {Progress.SETTLED}
    assert [source.title for source in after.sources] == ["Minutes"]
    assert [claim.evidence for claim in after.claims] == [(Evidence(source=1),)] * 3


def test_a_claim_on_words_that_the_older_text_has_not_is_lost_and_undo_brings_it_back(
    workspace: Workspace, current: OpenArticle, checking: Checking
) -> None:
    before = current.article
    append(current, " It was built in 1931, and nobody knows by whom.")
    built = judged(checking, current, Place(field=Field.BODY, leaf=1, start=52, end=56))
    vote = judged(checking, current, VOTE)
    whole = current.article
    restore(workspace, current, before)
    assert progress(current.article) == {vote: Progress.SETTLED, built: Progress.LOST}
    assert lying(current.article) == {vote: "14 to 9"}
    assert told(current)[-1] == "words changed elsewhere, and its place is lost"
    current.undo()
    assert lying(current.article) == {vote: "14 to 9", built: "1931"}
    assert (current.article.claims, current.article.body) == (whole.claims, whole.body)


def test_a_verdict_asks_for_a_recheck_where_the_older_words_are_other(
    workspace: Workspace, current: OpenArticle, checking: Checking
) -> None:
    vote = judged(checking, current, VOTE)
    before = current.article
    checking.reword(current, vote, "15 to 8")
    checking.judge(current, [vote], Verdict.OK)
    restore(workspace, current, before)
    assert lying(current.article) == {vote: "14 to 9"}
    assert progress(current.article) == {vote: Progress.RECHECK}
    current.undo()
    assert progress(current.article) == {vote: Progress.SETTLED}


def test_what_was_cut_is_back_with_its_verdict_and_what_was_unmarked_is_a_claim_again(
    workspace: Workspace, current: OpenArticle, checking: Checking
) -> None:
    vote, date = judged(checking, current, VOTE), judged(checking, current, DATE)
    before = current.article
    checking.cut(current, vote)
    checking.remove(current, date)
    restore(workspace, current, before)
    assert lying(current.article) == {vote: "14 to 9", date: "3 May 1974"}
    assert progress(current.article) == {vote: Progress.SETTLED, date: Progress.SETTLED}


def test_what_was_made_and_cut_since_finds_its_words_again(
    workspace: Workspace, current: OpenArticle, checking: Checking
) -> None:
    before = current.article
    date = judged(checking, current, DATE)
    checking.cut(current, date)
    assert progress(current.article) == {date: Progress.CUT}
    restore(workspace, current, before)
    assert (lying(current.article), progress(current.article)) == ({date: "3 May 1974"}, {date: Progress.SETTLED})


def test_a_widened_claim_stays_wide(workspace: Workspace, current: OpenArticle, checking: Checking) -> None:
    vote = judged(checking, current, VOTE)
    before = current.article
    checking.move(current, vote, replace(VOTE, start=12))
    append(current, " More.")
    restore(workspace, current, before)
    assert lying(current.article) == {vote: "voted 14 to 9"}


def test_going_back_and_undoing_it_is_told_once_each(
    workspace: Workspace, current: OpenArticle, checking: Checking
) -> None:
    before = current.article
    judged(checking, current, VOTE)
    entries = len(told(current))
    restore(workspace, current, before)
    current.undo()
    current.redo()
    assert told(current)[entries:] == []


def test_taking_the_text_in_again_keeps_the_claims(
    workspace: Workspace, current: OpenArticle, checking: Checking, home: Path
) -> None:
    vote = judged(checking, current, VOTE)
    date = judged(checking, current, DATE)
    text = f"Night ferry for Hallin\n\n{FIRST.replace('night', 'new night')}\n\nA paragraph between.\n\n{SECOND}\n"
    reading = workspace.read(lambda store: read_text(store, text, language="en", new_id=uuid4))
    sorting = reading.result(timeout=20).imported.sorting
    sort_into(workspace, current, sorting, read_as=sorting)
    assert "new night ferry" in body_text(current.article.body)
    assert lying(current.article) == {vote: "14 to 9", date: "3 May 1974"}
    assert set(progress(current.article).values()) == {Progress.SETTLED}
    current.undo()
    assert lying(current.article) == {vote: "14 to 9", date: "3 May 1974"}


def test_what_another_program_says_of_claims_holds_and_is_logged_once(
    qtbot: QtBot, workspace: Workspace, current: OpenArticle, checking: Checking, home: Path
) -> None:
    vote = judged(checking, current, VOTE)
    with qtbot.waitSignal(workspace.saver.saved):
        workspace.save_current()
    mine = told(current)
    store = open_store(home)
    theirs = store.load(current.id)
    (claim,) = theirs.article.claims
    claim = replace(claim, judgement=replace(claim.judgement, verdict=Verdict.DISPUTED, by="Bo"))
    entry = replace(theirs.article.claim_log[-1], by="Bo", text="verdict: disputed", at=datetime.now(UTC))
    changed = replace(theirs.article, claims=(claim,), claim_log=(*theirs.article.claim_log, entry))
    store.save(changed, expected=theirs.counter)
    store.close()
    qtbot.waitUntil(lambda: current.article.claims == (claim,))
    assert lying(current.article) == {vote: "14 to 9"}
    assert told(current) == [*mine, "verdict: disputed"]
    assert [one.by for one in current.article.claim_log][-1] == "Bo"
    assert [one.claim for one in checked(current.article)] == [claim]


def test_a_copy_of_an_article_has_its_claims(current: OpenArticle, checking: Checking) -> None:
    vote = judged(checking, current, VOTE)
    copy = duplicate(current.article, new_id=uuid4, at=NOON)
    assert (lying(copy), copy.claims) == ({vote: "14 to 9"}, current.article.claims)
    assert (copy.last_claim, copy.claim_log) == (1, current.article.claim_log)


@pytest.mark.parametrize("standing", [Standing.LOST, Standing.UNSURE])
def test_a_claim_that_was_lost_lies_on_its_words_where_they_are_back(
    workspace: Workspace, current: OpenArticle, checking: Checking, standing: Standing
) -> None:
    vote = judged(checking, current, VOTE)
    before = current.article
    claims = tuple(replace(claim, standing=standing) for claim in before.claims)
    current.set_field(Change.CLAIMS, claims)
    restore(workspace, current, before)
    assert progress(current.article) == {vote: Progress.SETTLED}
