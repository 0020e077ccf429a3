"""What a fact-check report says, in words: the same in HTML and in Word, for the desk and for others."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from deskeditor.article.claim_log import ADDRESSEE_WORDS, CUT, PROGRESS_WORDS, VERDICT_WORDS
from deskeditor.article.claim_progress import OUT, Checked, Difference, Progress, checked
from deskeditor.article.claim_words import in_marks
from deskeditor.article.claims import Claim, LogEntry
from deskeditor.article.sources import Source, Terms
from deskeditor.export.addresses import web_address
from deskeditor.export.report_copy import Passage, passages
from deskeditor.export.report_sharing import for_sharing
from deskeditor.export.reported import Reported, changed_passages, head_facts
from deskeditor.export.times import shown_time
from deskeditor.language.direction import is_right_to_left
from deskeditor.profile import Profile

_TERMS: Final = MappingProxyType(
    {Terms.ON_RECORD: "on the record", Terms.BACKGROUND: "on background", Terms.OFF_RECORD: "off the record"}
)
_AGAIN: Final = frozenset({Progress.RECHECK, Progress.UNSURE, Progress.LOST})

_SaidTime = Callable[[datetime], str]


class Look(StrEnum):
    """How a claim is drawn."""

    SETTLED = "settled"
    OPEN = "open"
    OUT = "out"
    AGAIN = "again"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """That a claim stands on a source, or that the source speaks against it; `name` is empty where it is gone."""

    number: int
    name: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """A claim in words. `name` leads to it; `said` is what was asked, answered and decided, line by line."""

    number: int
    name: str
    words: str
    kind: str
    look: Look
    progress: str
    finding: str
    said: tuple[str, ...]
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A source in words: its title, what else is known of it, and addresses that can be followed."""

    number: int
    name: str
    title: str
    facts: tuple[str, ...]
    urls: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """All that a report shows.

    `claims` has them by id in copy order; `changed` names the passages, by their place, that have other
    words than at sign-off.
    """

    headline: str
    language: str
    direction: str
    shareable: bool
    facts: tuple[tuple[str, str], ...]
    queries: tuple[ClaimView, ...]
    again: tuple[ClaimView, ...]
    passages: tuple[Passage, ...]
    changed: frozenset[int]
    claims: Mapping[str, ClaimView]
    sources: tuple[SourceView, ...]
    desk_note: str


def report_view(reported: Reported, profile: Profile, *, shareable: bool) -> ReportView:
    """Return what the report says; a shareable one holds nothing that is the desk's own business."""
    article = for_sharing(reported.article) if shareable else reported.article
    found = checked(article)
    words = profile.words_for("en")

    def said_time(at: datetime) -> str:
        return shown_time(at, profile.tzinfo, words).shown

    sources = tuple(_source(source, place) for place, source in enumerate(article.sources, start=1))
    names = {source.number: source.name for source in reversed(sources)}
    claims = {
        one.claim.id: _claim(one, place, names, article.claim_log, said_time)
        for place, one in enumerate(found, start=1)
    }
    return ReportView(
        headline=" ".join(article.headline.text.split()) or "No headline",
        language=article.language,
        direction="rtl" if is_right_to_left(article.language) else "ltr",
        shareable=shareable,
        facts=tuple(head_facts(reported, found, said_time)),
        queries=_chosen(found, claims, _is_out),
        again=_chosen(found, claims, lambda one: one.progress in _AGAIN and not _is_out(one)),
        passages=passages(article),
        changed=changed_passages(reported),
        claims=MappingProxyType(claims),
        sources=sources,
        desk_note=article.desk_note,
    )


def _chosen(
    found: Sequence[Checked], claims: Mapping[str, ClaimView], wanted: Callable[[Checked], bool]
) -> tuple[ClaimView, ...]:
    return tuple(claims[one.claim.id] for one in found if wanted(one))


def _is_out(one: Checked) -> bool:
    """A query waits for its answer wherever its words went, unless they were cut or run as they are."""
    waits = one.claim.query is not None and one.claim.stet is None and one.progress is not Progress.CUT
    return one.progress in OUT or waits


def _look(one: Checked) -> Look:
    if one.progress in _AGAIN:
        return Look.AGAIN
    if _is_out(one):
        return Look.OUT
    return Look.OPEN if one.is_open else Look.SETTLED


def _claim(
    one: Checked, place: int, names: Mapping[int, str], log: Sequence[LogEntry], said_time: _SaidTime
) -> ClaimView:
    claim = one.claim
    return ClaimView(
        number=claim.number,
        name=f"claim-{place}",
        words=in_marks(one.words if one.words is not None else claim.anchor.quote),
        kind=claim.kind.value,
        look=_look(one),
        progress=PROGRESS_WORDS[one.progress],
        finding=_finding(claim, said_time),
        said=tuple(_said(one, log, said_time)),
        cited=tuple(
            Cited(
                number=cited.source,
                name=names.get(cited.source, ""),
                words=", ".join(filter(None, (cited.locator, "speaks against it" if cited.contradicts else ""))),
            )
            for cited in claim.evidence
        ),
    )


def _finding(claim: Claim, said_time: _SaidTime) -> str:
    judgement = claim.judgement
    if judgement is None:
        return ""
    # A verdict begins a line of its own.
    verdict = VERDICT_WORDS[judgement.verdict]
    by = f" by {judgement.by}" if judgement.by else ""
    return f"{verdict[0].upper()}{verdict[1:]}{by}, {said_time(judgement.at)}"


def _said(one: Checked, log: Sequence[LogEntry], said_time: _SaidTime) -> Iterator[str]:
    claim = one.claim
    if one.progress is Progress.CUT:
        cuts = [entry for entry in log if entry.claim == claim.number and entry.text.startswith(CUT)]
        if cuts:
            yield f"Cut by {cuts[-1].by or 'the desk'}, {said_time(cuts[-1].at)}"
    if claim.priority:
        yield "To be checked before all others."
    if one.changed is Difference.WORDS:
        judged = claim.stet.words if claim.stet is not None else claim.judgement.words if claim.judgement else ""
        yield f"Read when it was judged: {in_marks(judged)}"
    if (query := claim.query) is not None:
        asks = f"{query.by or 'The desk'} asks {ADDRESSEE_WORDS[query.to]}"
        yield f"{asks}, {said_time(query.at)}: {query.question or '—'}"
        if query.wording:
            yield f"Suggested: {in_marks(query.wording)}"
    for remark in claim.thread:
        yield f"{remark.author or 'The desk'}: {remark.text}"
    if (stet := claim.stet) is not None:
        yield f"Stet by {stet.by or 'the desk'}, {said_time(stet.at)}: {stet.why or 'no reason given'}"


def _file(source: Source) -> str:
    """The kept file by its name and the start of its hash, which tells it from another of that name."""
    if not source.media:
        return source.file_name
    return f"{source.file_name or 'a file'} (SHA-256 {source.media[:12]}…)"


def _source(source: Source, place: int) -> SourceView:
    primary = {True: "primary", False: "secondary", None: ""}[source.primary]
    person = f"{source.person}, {_TERMS[source.terms]}" if source.person else ""
    terms = "" if source.person or source.terms is Terms.ON_RECORD else _TERMS[source.terms]
    facts = (
        source.kind.value if source.kind.value != "other" else "",
        primary,
        source.date,
        person or terms,
        source.contact,
        _file(source),
        # What can't be followed is shown all the same.
        *(address for address in (source.url, source.archived_url) if not web_address(address)),
        source.remark,
    )
    return SourceView(
        number=source.number,
        name=f"source-{place}",
        title=source.title,
        facts=tuple(filter(None, facts)),
        urls=tuple(filter(None, (web_address(source.url), web_address(source.archived_url)))),
    )
