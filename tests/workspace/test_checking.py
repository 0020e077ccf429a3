"""Checking claims: words and what is said of them change in one step, and the log tells of all of it."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from deskeditor.article.article import SummaryBullet, new_article
from deskeditor.article.body import Paragraph, body_of
from deskeditor.article.claim_progress import Progress, checked
from deskeditor.article.claims import Addressee, ClaimKind, Evidence, Verdict
from deskeditor.article.line import Mark, MarkKind, Run, line_of, plain_line
from deskeditor.article.place import Field, Place
from deskeditor.markup.plain_text import body_text
from deskeditor.workspace.check_log import CheckLog
from deskeditor.workspace.checking import Checking
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.workspace import Workspace

NOON = datetime(2026, 7, 15, 12, tzinfo=UTC)
TEXT = "The council voted 14 to 9 for a night ferry, said Mira Aldous."
VOTE = Place(field=Field.BODY, start=18, end=25)


@pytest.fixture
def log(workspace: Workspace) -> CheckLog:
    return CheckLog(workspace)


@pytest.fixture
def current(workspace: Workspace, log: CheckLog) -> OpenArticle:
    article = replace(new_article(uuid4(), NOON), body=body_of([Paragraph(line=plain_line(TEXT))]))
    return workspace.turn_to(article, None)


@pytest.fixture
def checking(workspace: Workspace) -> Checking:
    return Checking(workspace)


def marked(checking: Checking, current: OpenArticle, place: Place = VOTE) -> str:
    claim_id = checking.mark(current, place, ClaimKind.NUMBER)
    assert claim_id is not None
    return claim_id


def progress(current: OpenArticle) -> list[Progress]:
    return [one.progress for one in checked(current.article)]


def told(current: OpenArticle) -> list[str]:
    return [entry.text for entry in current.article.claim_log]


def test_what_a_claim_stands_on_changes_without_a_verdict(current: OpenArticle, checking: Checking) -> None:
    claim_id = marked(checking, current)
    both = (Evidence(source=1, locator="p. 4"), Evidence(source=2, contradicts=True))
    checking.stand_on(current, claim_id, both)
    assert (current.article.claims[0].evidence, progress(current)) == (both, [Progress.UNCHECKED])
    assert told(current)[-1] == "sources: 1; against it 2"
    checking.judge(current, [claim_id], Verdict.DISPUTED)
    assert told(current)[-1] == "verdict: disputed, source 1; against it 2"
    judgement = current.article.claims[0].judgement
    checking.stand_on(current, claim_id, ())
    assert (current.article.claims[0].evidence, current.article.claims[0].judgement) == ((), judgement)
    assert told(current)[-1] == "sources: none"
    current.undo()
    assert current.article.claims[0].evidence == both


def test_a_tick_is_one_step_and_its_number_is_never_given_again(current: OpenArticle, checking: Checking) -> None:
    with current.one_step("tick"):
        claim_id = marked(checking, current)
        checking.judge(current, [claim_id], Verdict.OK, [Evidence(source=1, locator="p. 4")])
    (claim,) = current.article.claims
    assert (claim.number, claim.evidence, progress(current)) == (
        1,
        (Evidence(source=1, locator="p. 4"),),
        [Progress.SETTLED],
    )
    current.undo()
    assert (current.article.claims, body_text(current.article.body)) == ((), TEXT)
    assert current.article.body == body_of([Paragraph(line=plain_line(TEXT))])
    marked(checking, current)
    assert [one.number for one in current.article.claims] == [2]
    assert told(current)[-2:] == ["no claim any more: “14 to 9”", "marked: “14 to 9”"]


def test_words_that_change_ask_for_a_recheck_and_one_act_confirms_them(
    current: OpenArticle, checking: Checking
) -> None:
    claim_id = marked(checking, current)
    checking.judge(current, [claim_id], Verdict.OK)
    cursor = QTextCursor(current.body_document)
    cursor.setPosition(19)
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText("5")
    assert progress(current) == [Progress.RECHECK]
    checking.confirm(current, claim_id)
    assert progress(current) == [Progress.SETTLED]
    assert "asks for a recheck" in told(current)


def test_an_accepted_wording_goes_into_the_copy_and_settles(current: OpenArticle, checking: Checking) -> None:
    claim_id = marked(checking, current)
    checking.query(current, claim_id, "Minutes say 13", wording="13 to 10", to=Addressee.EDITOR)
    assert progress(current) == [Progress.WITH_EDITOR]
    before = current.article
    assert checking.accept(current, claim_id)
    assert body_text(current.article.body) == TEXT.replace("14 to 9", "13 to 10")
    assert progress(current) == [Progress.SETTLED]
    current.undo()
    assert (current.article.body, current.article.claims) == (before.body, before.claims)


def test_rewording_asks_for_a_recheck_stet_settles_and_cut_settles(current: OpenArticle, checking: Checking) -> None:
    claim_id = marked(checking, current)
    checking.judge(current, [claim_id], Verdict.OK)
    checking.query(current, claim_id, "Sure?", to=Addressee.WRITER)
    assert progress(current) == [Progress.WITH_WRITER]
    checking.reword(current, claim_id, "by a clear majority")
    assert progress(current) == [Progress.RECHECK]
    checking.stet(current, claim_id, "Minutes are not out yet")
    assert progress(current) == [Progress.SETTLED]
    checking.cut(current, claim_id)
    assert progress(current) == [Progress.CUT]
    assert body_text(current.article.body) == "The council voted for a night ferry, said Mira Aldous."
    current.undo()
    assert progress(current) == [Progress.SETTLED]
    assert told(current)[-1] == "in the copy again: “by a clear majority”"


def test_a_bullet_agrees_with_its_passage_until_either_changes(workspace: Workspace, log: CheckLog) -> None:
    bullet = SummaryBullet(id=uuid4(), line=plain_line("The vote was 14 to 9"))
    passage = Run(text=TEXT, marks=frozenset({Mark(MarkKind.BULLET, str(bullet.id))}))
    article = replace(new_article(uuid4(), NOON), summary=(bullet,), body=body_of([Paragraph(line=line_of([passage]))]))
    current, checking = workspace.turn_to(article, None), Checking(workspace)
    claim_id = marked(checking, current, Place(field=Field.SUMMARY, bullet=bullet.id, start=13, end=20))
    checking.agree_with_body(current, claim_id)
    assert progress(current) == [Progress.SETTLED]
    cursor = QTextCursor(current.body_document)
    cursor.setPosition(20)
    cursor.insertText("0")
    assert progress(current) == [Progress.RECHECK]


def test_closing_and_opening_keeps_every_claim(
    qtbot: QtBot, workspace: Workspace, current: OpenArticle, checking: Checking
) -> None:
    claim_id = marked(checking, current)
    checking.judge(current, [claim_id], Verdict.DISPUTED)
    before = current.article
    workspace.saver.save(current)
    qtbot.waitUntil(lambda: workspace.jobs.idle and not current.unsaved)
    stored = workspace.read(lambda store: store.load(current.id)).result(timeout=10)
    assert (stored.article.claims, stored.article.claim_log) == (before.claims, before.claim_log)


def test_rewording_is_to_be_checked_also_where_nothing_was_judged(current: OpenArticle, checking: Checking) -> None:
    claim_id = marked(checking, current)
    checking.query(current, claim_id, "Who says so?")
    checking.answer(current, claim_id, "The clerk")
    assert checking.reword(current, claim_id, "by 14 votes to 9")
    assert body_text(current.article.body) == TEXT.replace("14 to 9", "by 14 votes to 9")
    (claim,) = current.article.claims
    assert (progress(current), claim.reworded, claim.query) == ([Progress.RECHECK], "14 to 9", None)
    assert [remark.text for remark in claim.thread] == ["Who says so?", "The clerk"]
    assert told(current)[-3:] == ["words changed: “14 to 9” → “by 14 votes to 9”", "query closed", "asks for a recheck"]
    checking.confirm(current, claim_id)
    assert progress(current) == [Progress.SETTLED]
    current.undo()
    current.undo()
    assert (body_text(current.article.body), progress(current)) == (TEXT, [Progress.WITH_EDITOR])


def test_a_suggestion_that_was_worded_otherwise_is_good_once_confirmed(
    current: OpenArticle, checking: Checking
) -> None:
    claim_id = marked(checking, current)
    checking.query(current, claim_id, "Minutes say 13", wording="13 to 10")
    # In other marks only: that is a rewording, too.
    checking.reword(current, claim_id, "14  to 9")
    assert progress(current) == [Progress.RECHECK]
    checking.confirm(current, claim_id)
    assert progress(current) == [Progress.SETTLED]


def test_an_accepted_sentence_keeps_the_claims_in_it(current: OpenArticle, checking: Checking) -> None:
    sentence = marked(checking, current, Place(field=Field.BODY, start=0, end=43))
    vote, ferry = marked(checking, current), marked(checking, current, Place(field=Field.BODY, start=32, end=43))
    checking.judge(current, [vote, ferry], Verdict.OK)
    checking.query(current, sentence, "It is one", wording="The harbour council voted 13 to 9 for one night ferry")
    checking.accept(current, sentence)
    assert body_text(current.article.body) == (
        "The harbour council voted 13 to 9 for one night ferry, said Mira Aldous."
    )
    found = {one.claim.id: one for one in checked(current.article)}
    assert (found[vote].words, found[vote].progress) == ("13 to 9", Progress.RECHECK)
    assert (found[ferry].words, found[ferry].progress) == ("night ferry", Progress.SETTLED)
    assert found[sentence].progress is Progress.SETTLED


def test_a_bullet_cut_whole_goes_and_comes_back_by_one_undo(workspace: Workspace) -> None:
    bullet, other = (SummaryBullet(id=uuid4(), line=plain_line(text)) for text in ("The vote was 14 to 9", "Two"))
    article = replace(new_article(uuid4(), NOON), summary=(bullet, other))
    current, checking = workspace.turn_to(article, None), Checking(workspace)
    claim_id = marked(checking, current, Place(field=Field.SUMMARY, bullet=bullet.id, start=0, end=20))
    before = current.article.summary
    assert checking.cut(current, claim_id)
    assert current.article.summary == (other,)
    assert progress(current) == [Progress.CUT]
    current.undo()
    assert current.article.summary == before
    assert progress(current) == [Progress.UNCHECKED]


def test_an_act_on_words_that_are_gone_is_no_step(current: OpenArticle, checking: Checking) -> None:
    claim_id = marked(checking, current)
    checking.query(current, claim_id, "Sure?", wording="13 to 10")
    checking.cut(current, claim_id)
    steps = current.history.stack.count()
    assert not checking.cut(current, claim_id)
    assert not checking.reword(current, claim_id, "anything")
    assert not checking.accept(current, claim_id)
    assert current.history.stack.count() == steps
