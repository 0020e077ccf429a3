"""Hypothesis strategies for states of one article that was checked at two desks."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from deskeditor.article.article import Article
from deskeditor.article.claim_words import claimed_words
from deskeditor.article.claims import (
    Anchor,
    Claim,
    ClaimKind,
    Evidence,
    Judgement,
    LogEntry,
    Query,
    Stet,
    Verdict,
)
from deskeditor.article.notes import Remark
from deskeditor.article.place import Field, Place
from deskeditor.article.sources import Source, Terms
from tests.compare.states import begun, edited

START = datetime(2026, 3, 1, 9, tzinfo=UTC)
WORDS = st.sampled_from(("as agreed", "ring Klaar", "see page 3", "no", "14"))


@st.composite
def _worked_on(draw: st.DrawFn, article: Article, who: str) -> Article:
    """The article after `who` checked, sourced and edited."""
    made = draw(edited(article))
    numbers = article.last_source, article.last_claim
    sources = list(made.sources)
    for _ in range(draw(st.integers(0, 2))):
        numbers = numbers[0] + 1, numbers[1]
        title = f"{draw(WORDS)} {who}"
        sources.append(Source(number=numbers[0], title=title, terms=draw(st.sampled_from(Terms))))
    claims = [draw(_said_of(claim, who, numbers[0])) for claim in made.claims]
    for each in range(draw(st.integers(0, 2))):
        numbers = numbers[0], numbers[1] + 1
        anchor = Anchor(quote="ferry", place=Place(field=Field.BODY))
        claim = Claim(id=f"{who}{each}", number=numbers[1], kind=ClaimKind.NAME, anchor=anchor, by=who)
        claims.append(draw(_said_of(claim, who, numbers[0])))
    at = START + timedelta(minutes=draw(st.integers(1, 500)))
    log = [LogEntry(claim=claim.number, at=at, by=who, text=draw(WORDS)) for claim in claims[:1]]
    return replace(
        made,
        modified=at,
        claims=tuple(claims),
        sources=tuple(sources),
        last_source=numbers[0],
        last_claim=numbers[1],
        claim_log=(*made.claim_log, *log),
    )


@st.composite
def _said_of(draw: st.DrawFn, claim: Claim, who: str, sources: int) -> Claim:
    at = START + timedelta(minutes=draw(st.integers(1, 500)))
    act = draw(st.sampled_from(("none", "judge", "query", "suggest", "answer", "stet", "source")))
    match act:
        case "judge":
            verdict = draw(st.sampled_from((Verdict.OK, Verdict.DISPUTED)))
            return replace(claim, judgement=Judgement(verdict=verdict, words="ferry", by=who, at=at), query=None)
        case "query":
            return replace(claim, query=Query(question=draw(WORDS), by=who, at=at))
        case "suggest":
            judgement = Judgement(verdict=Verdict.CHANGE, words="ferry", by=who, at=at)
            query = Query(question="", wording=f"{draw(WORDS)} boat", by=who, at=at)
            return replace(claim, query=query, judgement=judgement)
        case "answer":
            return replace(claim, thread=(*claim.thread, Remark(author=who, text=draw(WORDS), at=at)))
        case "stet":
            return replace(claim, stet=Stet(by=who, why=draw(WORDS), at=at, words="ferry"), query=None)
        case "source" if sources:
            evidence = Evidence(source=draw(st.integers(1, sources)), locator=draw(WORDS))
            if all(one.source != evidence.source for one in claim.evidence):
                return replace(claim, evidence=(*claim.evidence, evidence))
    return claim


@st.composite
def checked_states(draw: st.DrawFn) -> tuple[Article, Article, Article]:
    """An article with claims and a source, and what two desks made of it."""
    base, mine, theirs, _ = draw(checked_by_two())
    return base, mine, theirs


@st.composite
def checked_by_two(draw: st.DrawFn) -> tuple[Article, Article, Article, Article]:
    """The same, and what a third desk made of it."""
    base = draw(begun())
    claims = [
        Claim(id=claim_id, number=at + 1, kind=ClaimKind.NUMBER, anchor=Anchor(quote=one.words, place=one.places[0]))
        for at, (claim_id, one) in enumerate(claimed_words(base).items())
    ]
    base = replace(
        base,
        claims=tuple(claims),
        last_claim=len(claims),
        sources=(Source(number=1, title="Harbour council minutes"),),
        last_source=1,
    )
    return base, draw(_worked_on(base, "Ada")), draw(_worked_on(base, "Bea")), draw(_worked_on(base, "Cleo"))
