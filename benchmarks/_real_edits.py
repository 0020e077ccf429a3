"""Real articles before and after an edit: every sentence marked, found again, and judged by another measure."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Final
from uuid import UUID

from rapidfuzz.distance import Indel

from deskeditor.article.article import Article, new_article
from deskeditor.article.claim_progress import Difference, Progress, checked, difference
from deskeditor.article.claim_words import anchor_at, copy_texts
from deskeditor.article.claims import Claim, ClaimKind
from deskeditor.article.place import Place
from deskeditor.article.word_pairs import words_of
from deskeditor.factcheck.placing import with_claims_placed
from deskeditor.language.sentences import sentences
from deskeditor.markup.markdown_reader import read_markdown

_AT: Final = datetime(2026, 1, 1, tzinfo=UTC)
_PAIRED: Final = 0.5
"""Of a sentence's words, what the measure must find again to say where it went."""

_SAME: Final = 0.8
"""How alike two stretches must be for one that the measure calls gone to be the other, moved."""


class Outcome(StrEnum):
    """What became of a marked sentence."""

    PLACED = "placed, as it was"
    RECHECK = "placed, words changed: recheck"
    UNSURE = "unsure"
    GONE = "cut or lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A sentence and what became of it. `doubt` says what the measure holds against its place."""

    number: int
    outcome: Outcome
    words: str
    found: str
    place: Place
    new_place: Place | None
    doubt: str = ""
    is_exact: bool = False
    """Whether its words stand in the later text letter for letter."""


@dataclass(frozen=True)
class Edit:
    """An article before and after an edit, as the desk reads it."""

    key: str
    before: Article
    after: Article

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """A claim for every sentence of the article before."""
        places = [
            replace(place, start=place.start + start, end=place.start + end)
            for place, text in copy_texts(self.before)
            for start, end in sentences(text)
        ]
        return tuple(
            Claim(id=str(number), number=number, kind=ClaimKind.BACKGROUND, anchor=anchor_at(self.before, place))
            for number, place in enumerate(places, start=1)
        )

    def laid(self) -> Article:
        """The later article with the claims on it, found by their anchors alone."""
        return with_claims_placed(self.after, self.claims)

    def judged(self) -> Iterator[Marked]:
        """Tell of each sentence what became of it."""
        measure = _Measure(self.before, self.after)
        whole = "\n".join(text for _, text in copy_texts(self.after))
        for one in sorted(checked(self.laid()), key=lambda one: one.claim.number):
            anchor = one.claim.anchor
            new_place = one.claimed.places[0] if one.claimed is not None else None
            words = one.words or ""
            outcome = Outcome.GONE
            if one.progress is Progress.UNSURE:
                outcome = Outcome.UNSURE
            elif new_place is not None:
                is_changed = difference(anchor.quote, words) is Difference.WORDS
                outcome = Outcome.RECHECK if is_changed else Outcome.PLACED
            yield Marked(
                number=one.claim.number,
                outcome=outcome,
                words=anchor.quote,
                found=words,
                place=anchor.place,
                new_place=new_place,
                doubt=measure.doubt(anchor.place, anchor.quote, new_place, words),
                is_exact=anchor.quote in whole,
            )


def edits(samples: Path) -> Iterator[Edit]:
    """Read the pairs of a file, one after another."""
    with samples.open(encoding="utf-8") as lines:
        for line in lines:
            # Two lines of the file are what remained of no record.
            if line.startswith("{"):
                pair = json.loads(line)
                yield Edit(f"{pair['commit']} {pair['path']}", _article(pair["before"]), _article(pair["after"]))


def _article(text: str) -> Article:
    return replace(new_article(UUID(int=1), _AT), body=read_markdown(text).body)


class _Measure:
    """Where words went by the longest common sequence of both whole texts: another measure than what is measured."""

    def __init__(self, before: Article, after: Article) -> None:
        old, new = _numbered(before), _numbered(after)
        self._old, self._new = old, new
        self._partner: dict[int, int] = {}
        for step in Indel.opcodes([word for _, _, word in old], [word for _, _, word in new]):
            if step.tag == "equal":
                self._partner.update(
                    zip(range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True)
                )

    def doubt(self, place: Place, quote: str, new_place: Place | None, words: str) -> str:
        mine = _within(self._old, place)
        went = {self._partner[at] for at in mine if at in self._partner}
        is_known = len(went) >= _PAIRED * len(mine)
        if new_place is None:
            return "called gone, and is there" if len(went) >= 0.9 * len(mine) else ""
        there = set(_within(self._new, new_place))
        if is_known and len(went & there) >= _PAIRED * len(went):
            return ""
        if Indel.normalized_similarity(quote, words) >= _SAME:
            # Moved: the longest sequence in order knows nothing of it.
            return "" if not is_known else "stands at two places"
        return "elsewhere" if is_known else "called gone by the measure"


_Numbered = Sequence[tuple[Place, int, str]]


def _numbered(article: Article) -> _Numbered:
    return [
        (place, place.start + word.start, word.text)
        for place, text in copy_texts(article)
        for word in words_of(text)
        if word.counts
    ]


def _within(words: _Numbered, place: Place) -> list[int]:
    return [
        number
        for number, (first, at, _) in enumerate(words)
        if first.leaf == place.leaf and place.start <= at < place.end
    ]
