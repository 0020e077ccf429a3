"""The gate: what the claims of a piece say against its going out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Final

from deskeditor.article.article import Article
from deskeditor.article.claim_progress import OUT, Checked, Difference, Progress, checked, difference
from deskeditor.article.claim_words import copy_texts, in_marks, place_to_look
from deskeditor.article.claims import Addressee, CheckLevel, Claim, ClaimKind, Judgement, Stet, Verdict
from deskeditor.article.finding import Finding, Severity
from deskeditor.article.place import Place
from deskeditor.factcheck.facts import distinct, facts, unclaimed

GATE: Final = MappingProxyType(
    {
        "claims.change-unmet": Severity.BLOCKING,
        "claims.query-out": Severity.BLOCKING,
        "claims.priority-unchecked": Severity.BLOCKING,
        "claims.recheck": Severity.WARNING,
        "claims.cant-stand-up": Severity.WARNING,
        "claims.disputed": Severity.WARNING,
        "claims.on-author": Severity.WARNING,
        "claims.no-source": Severity.WARNING,
        "claims.unsure": Severity.WARNING,
        "claims.lost": Severity.WARNING,
        "claims.unchecked": Severity.WARNING,
        "claims.stet": Severity.ADVICE,
    }
)
"""Each code with its severity unless the profile sets another; where key facts alone are checked, what is
unchecked is advice."""

_LONGEST: Final = 70
"""Characters of a claim's words that a finding says."""

_ASKED: Final = MappingProxyType(
    {
        Addressee.EDITOR: "is with the editor",
        Addressee.WRITER: "is with the writer",
        Addressee.SOURCE: "waits on a source",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    code: str
    text: str


def gate(article: Article, level: CheckLevel, now: datetime) -> tuple[Finding, ...]:
    """Return what the article's claims say against its going out at the aware instant `now`, in copy order.

    `level` is how much of the piece is to be checked: unchecked facts count accordingly.
    """
    found = checked(article)
    numbers = {source.number for source in article.sources}
    findings = [
        Finding(severity=GATE[said.code], code=said.code, text=said.text, place=_place(article, one))
        for one in found
        for said in _said(one, numbers, now)
    ]
    return (*findings, *_unchecked(article, level, found))


def _said(one: Checked, sources: set[int], now: datetime) -> Iterator[_Said]:
    """What is to be said of one claim. Words that were cut, and what a stet settled, stand in nobody's way."""
    claim, number = one.claim, f"Number {one.claim.number}"
    if one.progress is Progress.CUT:
        return
    if one.progress is Progress.RECHECK:
        yield _Said(code="claims.recheck", text=_changed(one))
        return
    if one.progress is Progress.LOST:
        yield _Said(
            code="claims.lost",
            text=f"{number} lost its words: {_quoted(claim.anchor.quote)} is nowhere to be found in the copy.",
        )
    elif one.progress is Progress.UNSURE:
        yield _Said(code="claims.unsure", text=f"Whether number {claim.number} lies on {_words(one)} is a guess.")
    if claim.stet is not None:
        yield _Said(code="claims.stet", text=_stet(number, claim.stet))
    elif claim.query is not None or one.progress in OUT:
        yield _outstanding(one, now)
    elif claim.judgement is None:
        if claim.priority:
            yield _Said(
                code="claims.priority-unchecked",
                text=f"{number} is to be checked before all others, and has no verdict: {_words(one)}.",
            )
    elif (verdict := _verdict(claim, claim.judgement, sources)) is not None:
        code, what = verdict
        yield _Said(code=code, text=f"{number} {what}: {_words(one)}.")


def _verdict(claim: Claim, judgement: Judgement, sources: set[int]) -> tuple[str, str] | None:
    match judgement.verdict:
        case Verdict.CANT_STAND_UP:
            return "claims.cant-stand-up", "can’t stand up"
        case Verdict.DISPUTED:
            return "claims.disputed", "is disputed"
        case Verdict.OK_ON_AUTHOR:
            return "claims.on-author", "stands on the writer’s word alone"
        case Verdict.OK if not judgement.passage and not _has_source(claim, sources):
            return "claims.no-source", "is OK without a source"
    return None


def _has_source(claim: Claim, sources: set[int]) -> bool:
    return any(one.source in sources and not one.contradicts for one in claim.evidence)


def _outstanding(one: Checked, now: datetime) -> _Said:
    claim, number = one.claim, f"Number {one.claim.number}"
    query = claim.query
    if claim.judgement is not None and claim.judgement.verdict is Verdict.CHANGE:
        wording = f" to {_quoted(query.wording)}" if query is not None and query.wording else ""
        return _Said(code="claims.change-unmet", text=f"{number} must change: {_words(one)}{wording}.")
    if query is None:
        return _Said(code="claims.query-out", text=f"{number} waits for an answer: {_words(one)}.")
    days = (now - query.at).days
    since = f" for {days} days" if days > 1 else " since yesterday" if days == 1 else ""
    asked = query.question.strip() or one.words or claim.anchor.quote
    return _Said(code="claims.query-out", text=f"{number} {_ASKED[query.to]}{since}: {_quoted(asked)}")


def _changed(one: Checked) -> str:
    claim = one.claim
    was = claim.stet.words if claim.stet is not None else claim.judgement.words if claim.judgement is not None else ""
    if claim.reworded:
        return f"Number {claim.number} was reworded and is to be checked again: {_words(one)}."
    in_quotation = claim.kind is ClaimKind.QUOTATION
    if difference(was, one.words or "", in_quotation=in_quotation) is not Difference.WORDS:
        return f"The passage that number {claim.number} sums up changed: check again whether {_words(one)} says it."
    return f"Number {claim.number} changed after it was checked: {_quoted(was)} reads {_words(one)} now."


def _stet(number: str, stet: Stet) -> str:
    said = f"{number} runs as it is, by decision of {stet.by or 'the desk'}"
    why = stet.why.strip().rstrip(".")
    return f"{said}: {why}." if why else f"{said}."


def _unchecked(article: Article, level: CheckLevel, found: Sequence[Checked]) -> Iterator[Finding]:
    """One finding for all facts that nobody has judged, marked or not, at the place of the first."""
    if level is CheckLevel.NONE:
        return
    unmarked = unclaimed(distinct(facts(article, level)), article)
    places: list[Place] = [
        _place(article, one) for one in found if one.progress is Progress.UNCHECKED and not one.claim.priority
    ]
    if places or unmarked:
        order = {(place.field, place.bullet, place.leaf): at for at, (place, _) in enumerate(copy_texts(article))}
        places += [fact.place for fact in unmarked]
        first = min(
            places, key=lambda place: (order.get((place.field, place.bullet, place.leaf), len(order)), place.start)
        )
        count = "1 fact is" if len(places) == 1 else f"{len(places)} facts are"
        yield Finding(
            severity=Severity.ADVICE if level is CheckLevel.KEY_FACTS else GATE["claims.unchecked"],
            code="claims.unchecked",
            text=f"{count} unchecked.",
            place=first,
        )


def _place(article: Article, one: Checked) -> Place:
    return place_to_look(article, one.claim.anchor, one.claimed)


def _words(one: Checked) -> str:
    return _quoted(one.words if one.words is not None else one.claim.anchor.quote)


def _quoted(text: str) -> str:
    words = " ".join(text.split())
    if len(words) <= _LONGEST:
        return in_marks(words)
    return in_marks(f"{words[:_LONGEST].rsplit(' ', 1)[0]} …") + ("" if in_marks(words) != words else "”")
