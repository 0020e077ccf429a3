"""What happened to claims between two states of an article, in words: undoing is a happening like any other."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from types import MappingProxyType
from typing import Final

from deskeditor.article.claim_progress import Checked, Difference, Progress
from deskeditor.article.claim_words import in_marks
from deskeditor.article.claiming import question_of
from deskeditor.article.claims import Addressee, Claim, Evidence, LogEntry, Standing, Verdict

VERDICT_WORDS: Final = MappingProxyType(
    {
        Verdict.OK: "OK",
        Verdict.OK_ON_AUTHOR: "OK on author",
        Verdict.CHANGE: "change",
        Verdict.CANT_STAND_UP: "can’t stand up",
        Verdict.DISPUTED: "disputed",
        Verdict.NOT_CHECKABLE: "opinion, not checkable",
    }
)
PROGRESS_WORDS: Final = MappingProxyType(
    {
        Progress.UNCHECKED: "unchecked",
        Progress.WITH_EDITOR: "with editor",
        Progress.WITH_WRITER: "with writer",
        Progress.WAITING_ON_SOURCE: "waiting on source",
        Progress.SETTLED: "settled",
        Progress.RECHECK: "recheck",
        Progress.CUT: "cut",
        Progress.UNSURE: "place unsure",
        Progress.LOST: "words lost",
    }
)
CUT: Final = "cut: "
"""What the entry begins with that tells of words taken out of the copy."""

ADDRESSEE_WORDS: Final = MappingProxyType(
    {Addressee.EDITOR: "the editor", Addressee.WRITER: "the writer", Addressee.SOURCE: "a source"}
)


def log_entries(before: Iterable[Checked], after: Iterable[Checked], *, by: str, at: datetime) -> tuple[LogEntry, ...]:
    """Return an entry for each thing that became otherwise; `at` is an aware instant."""
    known = {one.claim.id: one for one in before}
    entries: list[LogEntry] = []
    for now in after:
        was = known.pop(now.claim.id, None)
        told = _begun(now) if was is None else _changes(was, now)
        entries += [LogEntry(claim=now.claim.number, at=at, by=by, text=text) for text in told]
    entries += [
        LogEntry(claim=gone.claim.number, at=at, by=by, text=f"no claim any more: {_quoted(gone.words)}")
        for gone in known.values()
    ]
    return tuple(entries)


def numbers_told(evidence: Iterable[Evidence]) -> str:
    """The numbers of the sources that something stands on, and behind them those that speak against it."""
    told = tuple(evidence)
    supports = ", ".join(str(one.source) for one in told if not one.contradicts)
    against = ", ".join(str(one.source) for one in told if one.contradicts)
    return "; ".join(filter(None, (supports, f"against it {against}" if against else "")))


def _begun(now: Checked) -> Iterator[str]:
    yield f"marked: {_quoted(now.words)}"
    yield from _said(None, now.claim)


def _changes(was: Checked, now: Checked) -> Iterator[str]:
    if was.words != now.words:
        if now.words is None:
            yield f"{CUT}{_quoted(was.words)}"
        elif was.words is None:
            yield f"in the copy again: {_quoted(now.words)}"
        else:
            kind = "style only" if now.changed is Difference.STYLE else "words changed"
            yield f"{kind}: {_quoted(was.words)} → {_quoted(now.words)}"
    yield from _said(was.claim, now.claim)
    if now.progress is Progress.RECHECK and was.progress is not Progress.RECHECK:
        yield "asks for a recheck"


def _said(was: Claim | None, now: Claim) -> Iterator[str]:
    judgement = was.judgement if was is not None else None
    if now.judgement != judgement:
        if now.judgement is None:
            yield "verdict taken back"
        else:
            sources = numbers_told(now.evidence)
            yield f"verdict: {VERDICT_WORDS[now.judgement.verdict]}" + (f", source {sources}" if sources else "")
    elif was is not None and was.evidence != now.evidence:
        yield f"sources: {numbers_told(now.evidence) or 'none'}"
    query = was.query if was is not None else None
    if now.query != query:
        if now.query is None:
            yield "query closed"
        else:
            wording = f" Suggested: {_quoted(now.query.wording)}" if now.query.wording else ""
            yield f"query to {ADDRESSEE_WORDS[now.query.to]}: {now.query.question or '—'}{wording}"
    stet = was.stet if was is not None else None
    if now.stet != stet:
        yield "stet taken back" if now.stet is None else f"stet: {now.stet.why}"
    known = was.thread if was is not None else ()
    asked = question_of(query) if query is not None else None
    for remark in now.thread:
        # A question that goes on in the thread is nothing new.
        if remark in known or remark == asked:
            continue
        yield f"answer by {remark.author}: {remark.text}"
    standing = was.standing if was is not None else Standing.PLACED
    if now.standing is not standing:
        yield {
            Standing.PLACED: "placed",
            Standing.UNSURE: "words changed elsewhere, and its place is a guess",
            Standing.LOST: "words changed elsewhere, and its place is lost",
        }[now.standing]


def _quoted(words: str | None) -> str:
    return in_marks(words) if words is not None else "its words"
