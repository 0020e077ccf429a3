"""Whether something like this was checked before: earlier claims by how like their words are."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from deskeditor.article.earlier_claims import EarlierClaim
from deskeditor.language.folding import fold

LEAST: Final = 0.62
"""Likeness, from 0 to 1, below which a claim is of something else."""

_WORD: Final = re.compile(r"[^\W_]+")
_INSIDE: Final = 0.9
"""What words are worth that stand in others as a part."""

_FEWEST_INSIDE: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Similar:
    """An earlier claim, and how like its words are to those asked about: from 0 to 1."""

    earlier: EarlierClaim
    likeness: float


def similar(words: str, earlier: Iterable[EarlierClaim], limit: int = 10) -> tuple[Similar, ...]:
    """Return the earlier claims that are like `words`, the likest first, of equals the newest.

    Accents, capitals, kinds of marks and the order of words make no difference; a claim that says
    the same of more, or of less, is like it too. The same claim in several copies of a piece is told once.
    """
    given = [Similar(earlier=one, likeness=likeness(words, one.words)) for one in earlier]
    found = [one for one in given if one.likeness >= LEAST]
    found.sort(key=lambda one: (one.likeness, _judged(one.earlier)), reverse=True)
    told: dict[tuple[object, ...], Similar] = {}
    for one in found:
        claim = one.earlier.claim
        told.setdefault((claim.id, claim.judgement), one)
    return tuple(told.values())[:limit]


def likeness(words: str, others: str) -> float:
    """How like two claims are by their words: from 0 to 1."""
    # Loading it takes longer than most answers.
    from rapidfuzz import fuzz

    mine, theirs = _WORD.findall(fold(words)), _WORD.findall(fold(others))
    if not mine or not theirs:
        return 0.0
    whole = fuzz.token_sort_ratio(" ".join(mine), " ".join(theirs)) / 100
    if min(len(mine), len(theirs)) < _FEWEST_INSIDE:
        return whole
    return max(whole, _INSIDE * fuzz.token_set_ratio(" ".join(mine), " ".join(theirs)) / 100)


def _judged(earlier: EarlierClaim) -> float:
    judgement = earlier.claim.judgement
    return judgement.at.timestamp() if judgement is not None else 0.0
