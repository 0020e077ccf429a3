"""What two desks said of one article's claims, made one: by id, and nothing that anybody said is lost."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Protocol, TypeVar

from deskeditor.article.claim_log import VERDICT_WORDS
from deskeditor.article.claims import Claim, Evidence, Judgement, LogEntry, Query, Stet, claim_with
from deskeditor.article.notes import Remark
from deskeditor.article.sources import Source, source_numbered
from deskeditor.compare.merging import merged_items

T = TypeVar("T")


class _Timed(Protocol):
    @property
    def at(self) -> datetime: ...


S = TypeVar("S", bound=_Timed)

_SOURCE_FIELDS: Final = tuple(name for name in Source.__dataclass_fields__ if name != "number")


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedSources:
    """The sources of both sides. `numbers` are the numbers that the other side's have now, by those they had.

    `last` is the highest number that was given out, 0 where none was.
    """

    sources: tuple[Source, ...]
    numbers: Mapping[int, int]
    last: int


def merged_sources(
    base: Sequence[Source], mine: Sequence[Source], theirs: Sequence[Source], *, last: int, needed: frozenset[int]
) -> MergedSources:
    """Return the sources of both sides under distinct numbers, beginning behind `last` where both gave one out.

    One that the other side took away goes, unless it changed here or is among those `needed`.
    """
    last = max([last, *(source.number for source in (*mine, *theirs))])
    numbers: dict[int, int] = {}
    changed: dict[int, Source] = {}
    added: list[Source] = []
    for source in theirs:
        before, ours = source_numbered(base, source.number), source_numbered(mine, source.number)
        if before is not None:
            numbers[source.number] = source.number
            if ours is not None:
                changed[source.number] = _merged_source(before, ours, source)
            elif source != before:
                # Taken away here, and written in there: it is kept.
                added.append(source)
            continue
        twin = next((one for one in mine if source_numbered(base, one.number) is None and _is_twin(one, source)), None)
        if twin is not None:
            numbers[source.number] = twin.number
            continue
        taken = {one.number for one in (*mine, *added, *base)}
        number = source.number if source.number not in taken else last + 1
        last = max(last, number)
        numbers[source.number] = number
        added.append(replace(source, number=number))
    kept = {source.number for source in theirs}
    staying = [
        changed.get(source.number, source)
        for source in mine
        if source.number in kept or source.number in needed or source_numbered(base, source.number) != source
    ]
    return MergedSources(
        sources=tuple(sorted((*staying, *added), key=lambda source: source.number)) if added else tuple(staying),
        numbers=numbers,
        last=max([0, *(source.number for source in added)]),
    )


def _is_twin(one: Source, other: Source) -> bool:
    """Whether two sources that were given on both sides are one: the same page, the same file, or the same words."""
    if one.media or other.media:
        return one.media == other.media
    if one.url or other.url:
        return one.url == other.url
    return replace(one, number=other.number) == other


def _merged_source(base: Source, mine: Source, theirs: Source) -> Source:
    values = {name: _either(*(getattr(one, name) for one in (base, mine, theirs))) for name in _SOURCE_FIELDS}
    return Source(number=mine.number, **values)


def _either(base: T, mine: T, theirs: T) -> T:
    """What only one side changed; where both did, mine."""
    return theirs if mine == base else mine


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedClaims:
    """The claims of both sides. `numbers` are those that the other side's claims have now, by those they had."""

    claims: tuple[Claim, ...]
    numbers: Mapping[int, int]
    last: int


def merged_claims(
    base: Sequence[Claim],
    mine: Sequence[Claim],
    theirs: Sequence[Claim],
    *,
    sources: Mapping[int, int],
    last: int,
    author: str,
) -> MergedClaims:
    """Return the claims of both sides; one that both marked under one number gets another one behind `last`.

    `sources` are the numbers that the other side's sources have now. Where both gave a verdict, asked
    or let stand, the later word holds, and the other one goes to the thread. `author` is who sent them.
    """
    mine_ids = {claim.id for claim in mine}
    last = max([last, *(claim.number for claim in (*mine, *theirs))])
    taken = {claim.number for claim in (*mine, *base)}
    numbers: dict[int, int] = {}
    made: dict[str, Claim] = {claim.id: claim for claim in mine}
    for given in theirs:
        claim = replace(given, evidence=_renumbered(given.evidence, sources))
        before, ours = claim_with(base, claim.id), claim_with(mine, claim.id)
        if ours is not None:
            numbers[claim.number] = ours.number
            made[claim.id] = _merged_claim(before, ours, claim)
            continue
        if before is not None:
            numbers[claim.number] = before.number
            if given != before:
                # No claim any more here, and judged there: what was said of it is not thrown away.
                made[claim.id] = replace(claim, number=before.number)
            continue
        number = claim.number if claim.number not in taken else last + 1
        taken.add(number)
        last = max(last, number)
        numbers[claim.number] = number
        made[claim.id] = replace(claim, number=number, by=claim.by or author)
    here = {claim.id for claim in theirs}
    gone = {claim.id for claim in base if claim.id not in here and claim_with(mine, claim.id) == claim}
    order = (*(claim.id for claim in mine), *(claim.id for claim in theirs if claim.id not in mine_ids))
    return MergedClaims(
        claims=tuple(made[claim_id] for claim_id in order if claim_id in made and claim_id not in gone),
        numbers=numbers,
        last=last,
    )


def _renumbered(evidence: Iterable[Evidence], numbers: Mapping[int, int]) -> tuple[Evidence, ...]:
    return tuple(replace(one, source=numbers.get(one.source, one.source)) for one in evidence)


def _merged_claim(base: Claim | None, mine: Claim, theirs: Claim) -> Claim:
    if base == theirs or mine == theirs:
        return mine
    before = base if base is not None else replace(mine, judgement=None, query=None, stet=None, thread=(), evidence=())
    aside: list[Remark] = []
    judgement = _later(before.judgement, mine.judgement, theirs.judgement, _judged, aside)
    query = _later(before.query, mine.query, theirs.query, _asked, aside)
    stet = _later(before.stet, mine.stet, theirs.stet, _let_stand, aside)
    if query is not None and stet is not None:
        # Asked on one side and let stand on the other: what was said last holds.
        if query.at > stet.at:
            aside.append(_let_stand(stet))
            stet = None
        else:
            aside.append(_asked(query))
            query = None
    said = (*(remark for remark in theirs.thread if remark not in before.thread), *aside)
    return replace(
        mine,
        kind=_either(before.kind, mine.kind, theirs.kind),
        priority=_either(before.priority, mine.priority, theirs.priority),
        standing=_either(before.standing, mine.standing, theirs.standing),
        reworded=_either(before.reworded, mine.reworded, theirs.reworded),
        judgement=judgement,
        query=query,
        stet=stet,
        thread=(*mine.thread, *_new(said, mine.thread)),
        evidence=_merged_evidence(before.evidence, mine.evidence, theirs.evidence),
    )


def _new(said: Iterable[Remark], known: Sequence[Remark]) -> Iterator[Remark]:
    seen = list(known)
    for remark in said:
        if remark not in seen:
            seen.append(remark)
            yield remark


def _merged_evidence(
    base: tuple[Evidence, ...], mine: tuple[Evidence, ...], theirs: tuple[Evidence, ...]
) -> tuple[Evidence, ...]:
    """The sources of both, each once: of one that both name, mine, with the other's locator where mine has none."""
    known: dict[int, Evidence] = {}
    for one in merged_items(base, mine, theirs):
        first = known.get(one.source)
        if first is None:
            known[one.source] = one
        elif one.locator and one.locator not in first.locator:
            known[one.source] = replace(first, locator="; ".join(filter(None, (first.locator, one.locator))))
    return tuple(known.values())


def _later(
    base: S | None, mine: S | None, theirs: S | None, told: Callable[[S], Remark], aside: list[Remark]
) -> S | None:
    """What only one side changed; where both did, the later word, while the earlier one goes to `aside`."""
    if theirs in (base, mine):
        return mine
    if mine == base:
        return theirs
    if mine is None or theirs is None:
        return mine or theirs
    first, last = sorted((mine, theirs), key=lambda one: one.at)
    aside.append(told(first))
    return last


def _judged(judgement: Judgement) -> Remark:
    text = f"Verdict: {VERDICT_WORDS[judgement.verdict]}, of “{judgement.words}”."
    return Remark(author=judgement.by, text=text, at=judgement.at)


def _asked(query: Query) -> Remark:
    wording = f" Suggested: “{query.wording}”" if query.wording else ""
    return Remark(author=query.by, text=f"{query.question}{wording}".strip() or "Query.", at=query.at)


def _let_stand(stet: Stet) -> Remark:
    return Remark(author=stet.by, text=f"Stet: {stet.why}", at=stet.at)


def merged_log(
    base: Sequence[LogEntry], mine: Sequence[LogEntry], theirs: Sequence[LogEntry], numbers: Mapping[int, int]
) -> tuple[LogEntry, ...]:
    """Return what happened on both sides, in the order of time, claims under the numbers that they have now."""
    known = set(base)
    ours = set(mine)
    more = [replace(one, claim=numbers.get(one.claim, one.claim)) for one in theirs if one not in known]
    fresh = dict.fromkeys(one for one in more if one not in ours)
    return tuple(sorted((*mine, *fresh), key=lambda one: one.at)) if fresh else tuple(mine)
