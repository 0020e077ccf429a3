"""What people do with claims, each as a function from the article's claims to the claims as they are then."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from deskeditor.article.claims import (
    Anchor,
    Claim,
    Evidence,
    Judgement,
    Query,
    Standing,
    Stet,
    Verdict,
)
from deskeditor.article.notes import Remark

Claims = tuple[Claim, ...]


def changed(claims: Iterable[Claim], claim_id: str, change: Callable[[Claim], Claim]) -> Claims:
    """The claims, one of them changed."""
    return tuple(change(claim) if claim.id == claim_id else claim for claim in claims)


def judged(claims: Claims, claim_id: str, judgement: Judgement, evidence: Iterable[Evidence] = ()) -> Claims:
    """A verdict is given: it answers a query that was out, and stands on the sources named beside those before.

    Raises ValueError for the verdict *change* without a wording: that is a query's.
    """

    def judge(claim: Claim) -> Claim:
        keeps_query = judgement.verdict is Verdict.CHANGE and claim.query is not None and claim.query.wording
        if judgement.verdict is Verdict.CHANGE and not keeps_query:
            raise ValueError("the verdict change says how the words must read")
        return replace(
            claim,
            judgement=judgement,
            query=claim.query if keeps_query else None,
            stet=None,
            reworded="",
            standing=Standing.PLACED,
            evidence=with_evidence(claim.evidence, evidence),
        )

    return changed(claims, claim_id, judge)


def with_evidence(evidence: Iterable[Evidence], more: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The sources that a claim stands on, each once; what is said anew of one is what holds."""
    known = {one.source: one for one in (*evidence, *more)}
    return tuple(known.values())


def standing_on(claims: Claims, claim_id: str, evidence: Iterable[Evidence]) -> Claims:
    """One claim stands on these sources, and on no others; its verdict is as it was."""
    stands_on = tuple(evidence)
    return changed(claims, claim_id, lambda claim: replace(claim, evidence=stands_on))


def queried(claims: Claims, claim_id: str, query: Query, judgement: Judgement | None = None) -> Claims:
    """A query goes out; one with a suggested wording is the verdict *change*, given as `judgement`."""
    return changed(
        claims,
        claim_id,
        lambda claim: replace(
            claim,
            query=query,
            judgement=judgement if query.wording else claim.judgement,
            stet=None,
            reworded="",
            standing=Standing.PLACED,
        ),
    )


def answered(claims: Claims, claim_id: str, remark: Remark) -> Claims:
    """An answer is added to the thread of a claim."""
    return changed(claims, claim_id, lambda claim: replace(claim, thread=(*claim.thread, remark)))


def accepted(claims: Claims, claim_id: str, *, words: str, by: str, at: datetime) -> Claims:
    """The suggested wording went into the copy, where it reads `words`: the claim is settled."""

    def accept(claim: Claim) -> Claim:
        judgement = Judgement(verdict=Verdict.OK, words=words, by=by, at=at)
        return replace(claim, judgement=judgement, query=None, stet=None, reworded="", standing=Standing.PLACED)

    return changed(claims, claim_id, accept)


def reworded(claims: Claims, claim_id: str, before: str) -> Claims:
    """The editor put other words in the place of `before`: the query is answered, and they are to be checked.

    What was asked stays in the thread: whoever checks anew reads it there.
    """

    def reword(claim: Claim) -> Claim:
        thread = claim.thread if claim.query is None else with_question(claim.thread, claim.query)
        return replace(claim, query=None, stet=None, reworded=before, thread=thread, standing=Standing.PLACED)

    return changed(claims, claim_id, reword)


def with_question(thread: tuple[Remark, ...], query: Query) -> tuple[Remark, ...]:
    """The thread with what a query asked, before the answers to it."""
    asked = question_of(query)
    if asked in thread:
        return thread
    at = next((n for n, remark in enumerate(thread) if remark.at is not None and remark.at >= query.at), len(thread))
    return (*thread[:at], asked, *thread[at:])


def question_of(query: Query) -> Remark:
    """What a query asks, as a remark."""
    wording = f"Suggested: “{query.wording}”" if query.wording else ""
    return Remark(author=query.by, text=" ".join(filter(None, (query.question.strip(), wording))), at=query.at)


def stetted(claims: Claims, claim_id: str, stet: Stet) -> Claims:
    """The words run as they are."""
    return changed(
        claims, claim_id, lambda claim: replace(claim, stet=stet, query=None, reworded="", standing=Standing.PLACED)
    )


def still_good(claims: Claims, claim_id: str, *, words: str, passage: str, by: str, at: datetime) -> Claims:
    """The verdict holds of the words as they are now."""

    def confirm(claim: Claim) -> Claim:
        stet = None if claim.stet is None else replace(claim.stet, words=words)
        if claim.reworded:
            # What was to change has changed, and is good now.
            judgement = Judgement(verdict=Verdict.OK, words=words, by=by, at=at)
            return replace(claim, judgement=judgement, reworded="", standing=Standing.PLACED)
        if claim.judgement is None:
            return replace(claim, stet=stet, standing=Standing.PLACED)
        held = replace(claim.judgement, words=words, passage=passage if claim.judgement.passage else "", by=by, at=at)
        return replace(claim, judgement=held, stet=stet, standing=Standing.PLACED)

    return changed(claims, claim_id, confirm)


def anchored(claims: Claims, claim_id: str, anchor: Anchor, standing: Standing = Standing.PLACED) -> Claims:
    """One claim lies on other words."""
    return changed(claims, claim_id, lambda claim: replace(claim, anchor=anchor, standing=standing))
