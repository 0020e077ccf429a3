"""Whatever is asked of whatever text: answers say what they should, and undo takes back each of them whole."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import cast
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from deskeditor.article.article import Article, Person, SummaryBullet, new_article
from deskeditor.article.body import Body
from deskeditor.article.claim_progress import Progress, checked
from deskeditor.article.claim_words import claimed_words
from deskeditor.article.claims import Anchor, Claim, ClaimKind, Query
from deskeditor.article.line import OBJECT, Line, MarkKind, line_of
from deskeditor.article.place import Field, Place
from deskeditor.workspace.checking import Checking
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.workspace import Workspace
from tests.strategies import bodies, lines

NOON = datetime(2026, 7, 15, 12, tzinfo=UTC)
WORDING = st.lists(st.sampled_from(["Ada", "voted", "13", "to", "“no”", "é", "🚢", "a."]), min_size=1, max_size=6).map(
    " ".join
)
ACTS = st.lists(
    st.tuples(st.sampled_from(["accept", "reword", "cut", "stet", "answer"]), st.integers(0, 9)), max_size=6
)


@dataclass
class Desk:
    """What checking asks of a workspace."""

    person: Person = field(default_factory=lambda: Person(name="Ada", initials="a"))

    def now(self) -> datetime:
        """The same moment always."""
        return NOON


def claimed(body: Body, lines_: list[Line], wordings: list[str]) -> Article:
    """An article in which each claim mark that lies anywhere is a claim with a query."""
    article = replace(
        new_article(uuid4(), NOON),
        headline=lines_[0],
        summary=tuple(SummaryBullet(id=uuid4(), line=line) for line in lines_[1:]),
        body=body,
    )
    claims = [
        Claim(
            id=claim_id,
            number=number,
            kind=ClaimKind.NAME,
            anchor=Anchor(quote="q", place=Place(field=Field.BODY)),
            query=Query(question="?", wording=wordings[number % len(wordings)], by="Ben", at=NOON),
        )
        for number, claim_id in enumerate(claimed_words(article), start=1)
    ]
    return replace(article, claims=tuple(claims), last_claim=len(claims))


def said(article: Article) -> tuple[object, ...]:
    return (article.headline, article.summary, article.body, article.claims)


@given(
    body=bodies(max_leaves=4),
    texts=st.lists(lines(), min_size=1, max_size=3),
    wordings=st.lists(WORDING, min_size=1, max_size=3),
    acts=ACTS,
)
def test_each_answer_is_one_step_that_does_what_it_says(
    qapp: QApplication, body: Body, texts: list[Line], wordings: list[str], acts: list[tuple[str, int]]
) -> None:
    made = claimed(body, [line_of(run for run in text if not run.has(MarkKind.FOOTNOTE)) for text in texts], wordings)
    open_article = OpenArticle(made, counter=None, new_id=uuid4)
    checking = Checking(cast("Workspace", Desk()))
    states = [said(open_article.article)]
    for act, which in acts:
        ids = [claim.id for claim in open_article.article.claims]
        if not ids:
            break
        claim_id = ids[which % len(ids)]
        before = {one.claim.id: one for one in checked(open_article.article)}
        steps = open_article.history.stack.count()
        done = _do(checking, open_article, act, claim_id, wordings[0])
        after = {one.claim.id: one for one in checked(open_article.article)}
        if not done:
            assert said(open_article.article) == states[-1]
            assert open_article.history.stack.count() == steps
            continue
        now, was = after[claim_id], before[claim_id]
        words = None if now.words is None else " ".join(now.words.replace(OBJECT, "").split())
        match act:
            case "accept":
                assert was.claim.query is not None
                assert (words, now.progress) == (was.claim.query.wording, Progress.SETTLED)
            case "reword":
                assert (words, now.progress) == (wordings[0], Progress.RECHECK)
            case "cut":
                assert (now.words, now.progress) == (None, Progress.CUT)
            case "stet":
                assert now.progress is Progress.SETTLED
        assert open_article.history.stack.count() == steps + 1
        states.append(said(open_article.article))
    for state in reversed(states[:-1]):
        open_article.undo()
        assert said(open_article.article) == state
    for state in states[1:]:
        open_article.redo()
        assert said(open_article.article) == state
    open_article.deleteLater()


def _do(checking: Checking, article: OpenArticle, act: str, claim_id: str, words: str) -> bool:
    had_words = claim_id in claimed_words(article.article)
    match act:
        case "accept":
            return checking.accept(article, claim_id)
        case "reword":
            return checking.reword(article, claim_id, words)
        case "cut":
            return checking.cut(article, claim_id)
        case "stet":
            before = article.article.claims
            checking.stet(article, claim_id, "why")
            return had_words and article.article.claims != before
        case _:
            checking.answer(article, claim_id, "so")
            return True
