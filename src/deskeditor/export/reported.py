"""What a report is made of, and what its head says: the state that was checked, and whether words changed since."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Final
from uuid import UUID

from deskeditor.article.article import Article
from deskeditor.article.claim_log import PROGRESS_WORDS, VERDICT_WORDS
from deskeditor.article.claim_progress import Checked, Progress
from deskeditor.article.claims import CheckLevel, Verdict
from deskeditor.export.report_copy import Passage, passages

_LEVELS: Final = MappingProxyType(
    {
        CheckLevel.NONE: "nothing",
        CheckLevel.KEY_FACTS: "key facts",
        CheckLevel.LINE_BY_LINE: "line by line",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A kept state of the article: its id, when it was kept and by whom. `at` is an aware instant."""

    id: UUID
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedOff:
    """That the check was signed off: the state it was signed off in, and the article as it was."""

    kept: Kept
    article: Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """An article and what a report has to know beside it. `signed_off` is None where nobody did."""

    article: Article
    kept: Kept
    level: CheckLevel
    signed_off: SignedOff | None = None


def changed_passages(reported: Reported) -> frozenset[int]:
    """Which passages of the copy have other words than at sign-off, by their place among `passages`."""
    if reported.signed_off is None:
        return frozenset()
    before = {_same(passage) for passage in passages(reported.signed_off.article)}
    return frozenset(place for place, passage in enumerate(passages(reported.article)) if _same(passage) not in before)


def words_changed(reported: Reported) -> bool | None:
    """Whether the copy has other words than at sign-off, more or fewer; None where nobody signed it off."""
    signed = reported.signed_off
    return None if signed is None else bool(changed_passages(reported) or _gone(reported.article, signed.article))


def _gone(article: Article, before: Article) -> int:
    """How many passages of before the article no longer has."""
    now = {_same(passage) for passage in passages(article)}
    return sum(_same(passage) not in now for passage in passages(before))


def head_facts(
    reported: Reported, found: Sequence[Checked], said_time: Callable[[datetime], str]
) -> Iterator[tuple[str, str]]:
    """Yield the labels and words of a report's head; `found` are the article's claims as they stand."""
    article = reported.article
    byline = ", ".join(person.name for person in article.byline)
    if whose := " · ".join(filter(None, (byline, article.credit.name))):
        yield "Piece by", whose
    kept = reported.kept
    yield "Revision", f"{str(kept.id)[:8]}, kept {said_time(kept.at)} by {kept.by or 'the desk'}"
    yield "Signed off", _sign_off(reported, said_time)
    yield "To be checked", _LEVELS[reported.level]
    yield "Claims", _tally(found)
    if settled := ", ".join(_settled(found)):
        yield "Settled as", settled


def _same(passage: Passage) -> tuple[str, str]:
    return passage.kind.value, " ".join(passage.text.split())


def _sign_off(reported: Reported, said_time: Callable[[datetime], str]) -> str:
    signed = reported.signed_off
    if signed is None:
        return "not yet"
    gone = _gone(reported.article, signed.article)
    changed = len(changed_passages(reported))
    said = f"{said_time(signed.kept.at)} by {signed.kept.by or 'the desk'}"
    if not changed and not gone:
        return f"{said}. No words have changed since."
    parts = [f"{changed} of the passages below"] if changed else []
    if gone > changed:
        parts.append("1 that is gone" if gone - changed == 1 else f"{gone - changed} that are gone")
    return f"{said}. Words have changed since: {' and '.join(parts)}."


def _tally(found: Sequence[Checked]) -> str:
    counts = Counter(one.progress for one in found)
    cut = counts.pop(Progress.CUT, 0)
    parts = [f"{counts[progress]} {PROGRESS_WORDS[progress]}" for progress in Progress if counts[progress]]
    said = f"{sum(counts.values())}: {', '.join(parts)}" if parts else "none"
    return f"{said}; {cut} more cut" if cut else said


def _settled(found: Sequence[Checked]) -> Iterator[str]:
    """The verdicts that settled claims, each counted apart; what runs as it is was settled by no verdict."""
    settled = [one.claim for one in found if one.progress is Progress.SETTLED]
    verdicts = Counter(
        claim.judgement.verdict for claim in settled if claim.judgement is not None and claim.stet is None
    )
    yield from (f"{verdicts[verdict]} {VERDICT_WORDS[verdict]}" for verdict in Verdict if verdicts[verdict])
    if stets := sum(claim.stet is not None for claim in settled):
        yield f"{stets} stet"
