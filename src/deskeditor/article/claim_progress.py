"""How far the checking of a claim has come: computed from its words and what was said of them, and never set."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from deskeditor.article.article import Article
from deskeditor.article.claim_words import Claimed, claimed_words
from deskeditor.article.claims import Addressee, Claim, ClaimKind, Standing, Verdict
from deskeditor.article.passages import passages_of


class Progress(StrEnum):
    """Where a claim stands."""

    UNCHECKED = "unchecked"
    WITH_EDITOR = "with_editor"
    WITH_WRITER = "with_writer"
    WAITING_ON_SOURCE = "waiting_on_source"
    SETTLED = "settled"
    RECHECK = "recheck"
    """The words changed since they were judged."""
    CUT = "cut"
    """The words were taken out of the copy."""
    UNSURE = "unsure"
    LOST = "lost"


OUT: Final = frozenset({Progress.WITH_EDITOR, Progress.WITH_WRITER, Progress.WAITING_ON_SOURCE})
"""A query is out."""

DONE: Final = frozenset({Progress.SETTLED, Progress.CUT})
"""Nothing is left to do."""

_WAITING_ON: Final = MappingProxyType(
    {
        Addressee.EDITOR: Progress.WITH_EDITOR,
        Addressee.WRITER: Progress.WITH_WRITER,
        Addressee.SOURCE: Progress.WAITING_ON_SOURCE,
    }
)


class Difference(StrEnum):
    """What became of the words that were judged."""

    NONE = "none"
    STYLE = "style"
    """Quotation marks, dashes, spaces: the verdict stands."""
    PUNCTUATION = "punctuation"
    """Other signs, outside a quotation: worth a look, the verdict stands."""
    WORDS = "words"
    """Letters, digits or names; or anything but the style of its marks inside a quotation."""


# What only looks otherwise: straight and curly marks, kinds of dashes, kinds and numbers of spaces.
_QUOTES: Final = re.compile("[\"'`´‘’‚‛“”„‟«»‹›「」『』]")
_DASHES: Final = re.compile(r"\s*(?:--|[‐‑‒–—―−])\s*|(?<=\s)-(?=\s)")
_SPACES: Final = re.compile(r"[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffc]+")


def difference(judged: str, words: str, *, in_quotation: bool = False) -> Difference:
    """Tell what became of the words that were judged; `in_quotation` where they are a person's own."""
    if judged == words:
        return Difference.NONE
    if _styled(judged) == _styled(words):
        return Difference.STYLE
    if in_quotation or _quoted(judged) != _quoted(words) or _spoken(judged) != _spoken(words):
        return Difference.WORDS
    return Difference.PUNCTUATION


def _styled(text: str) -> str:
    """The text with one style of marks, dashes and spaces."""
    plain = _DASHES.sub("-", _QUOTES.sub("'", unicodedata.normalize("NFC", text)).replace("…", "..."))
    return _SPACES.sub(" ", plain).strip()


_IN_MARKS: Final = re.compile('[“„«]([^”“»]*)[”“»]|"([^"]*)"')


def _quoted(text: str) -> list[str]:
    """What stands between double quotation marks, with everything in it."""
    return [_styled(first or second) for first, second in _IN_MARKS.findall(text)]


def _spoken(text: str) -> list[str]:
    """The letters and digits, word by word: capitals count, since names do. What joins digits belongs to them."""
    return re.findall(r"\d+(?:[.,:/]\d+)*[%‰°]?|[^\W\d_]+|[$€£¥%‰°+−<>]", unicodedata.normalize("NFC", text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A claim as it stands now: its words and their places, None and none where they are gone."""

    claim: Claim
    words: str | None
    claimed: Claimed | None
    progress: Progress
    changed: Difference = Difference.NONE
    """What became of the judged words; of `PUNCTUATION` a person may be asked, softly."""

    @property
    def is_open(self) -> bool:
        """Whether something is left to do."""
        return self.progress not in DONE


def progress_of(claim: Claim, words: str | None, *, passage: str | None = None) -> tuple[Progress, Difference]:
    """Return where a claim stands, given the words that carry it now, None where there are none.

    `passage` are the words that its bullet sums up now, where it was judged by them.
    """
    if claim.standing is Standing.LOST:
        return Progress.LOST, Difference.NONE
    if words is None:
        return Progress.CUT, Difference.NONE
    if claim.standing is Standing.UNSURE:
        return Progress.UNSURE, Difference.NONE
    if claim.stet is not None:
        changed = difference(claim.stet.words, words, in_quotation=claim.kind is ClaimKind.QUOTATION)
        return (Progress.RECHECK if changed is Difference.WORDS else Progress.SETTLED), changed
    if claim.reworded:
        was = claim.judgement.words if claim.judgement is not None else claim.reworded
        return Progress.RECHECK, difference(was, words, in_quotation=claim.kind is ClaimKind.QUOTATION)
    if claim.query is not None:
        return _WAITING_ON[claim.query.to], Difference.NONE
    if claim.judgement is None:
        return Progress.UNCHECKED, Difference.NONE
    changed = difference(claim.judgement.words, words, in_quotation=claim.kind is ClaimKind.QUOTATION)
    if claim.judgement.passage and passage is not None and changed is not Difference.WORDS:
        changed = max(changed, difference(claim.judgement.passage, passage), key=list(Difference).index)
    if changed is Difference.WORDS:
        return Progress.RECHECK, changed
    if claim.judgement.verdict is Verdict.CHANGE:
        # The wording was never taken, though nobody is asked any more.
        return Progress.WITH_EDITOR, changed
    return Progress.SETTLED, changed


def checked(article: Article) -> tuple[Checked, ...]:
    """The article's claims as they stand, in the order of the copy; those without words come last, by number."""
    found = claimed_words(article)
    order = {claim_id: at for at, claim_id in enumerate(found)}
    passages = passages_of(article)

    def of(claim: Claim) -> Checked:
        claimed = found.get(claim.id)
        words = None if claimed is None else claimed.words
        bullet = claimed.places[0].bullet if claimed is not None else None
        passage = passages.get(str(bullet)) if bullet is not None else None
        progress, changed = progress_of(claim, words, passage=passage)
        return Checked(claim=claim, words=words, claimed=claimed, progress=progress, changed=changed)

    return tuple(
        of(claim) for claim in sorted(article.claims, key=lambda one: (order.get(one.id, len(order)), one.number))
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many claims an article has, and how many of them are settled, out, or to be looked at again."""

    total: int = 0
    settled: int = 0
    out: int = 0
    recheck: int = 0


def tally(found: Iterable[Checked]) -> Tally:
    """Count claims; what was cut is no claim of the piece any more."""
    standing = [one.progress for one in found if one.progress is not Progress.CUT]
    return Tally(
        total=len(standing),
        settled=sum(progress is Progress.SETTLED for progress in standing),
        out=sum(progress in OUT for progress in standing),
        recheck=sum(progress is Progress.RECHECK for progress in standing),
    )
