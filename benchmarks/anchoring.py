"""Whether claims are found again after real edits, none in a wrong place, and how long that takes."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from benchmarks._real_edits import Marked, Outcome, edits
from benchmarks.measure import Measurement, samples, seconds
from deskeditor.article.article import Article, new_article
from deskeditor.article.body import Paragraph, body_of
from deskeditor.article.claim_words import anchor_at, copy_texts
from deskeditor.article.claims import Claim, ClaimKind
from deskeditor.article.line import plain_line
from deskeditor.article.place import Field, Place
from deskeditor.factcheck.placing import with_claims_placed

_WORDS: Final = 10_000
_CLAIMS: Final = 500
_PARAGRAPH: Final = 50
_KEPT: Final = frozenset({Outcome.PLACED, Outcome.RECHECK})


def run() -> Sequence[Measurement]:
    """Measure on the real edits, then the time on an article made for it."""
    judged = [marked for edit in edits(samples("anchoring") / "real-edit-pairs.jsonl") for marked in edit.judged()]
    return [*_outcomes(judged), *_doubts(judged), _time("as it was", edited=False), _time("edited", edited=True)]


def _outcomes(judged: Sequence[Marked]) -> list[Measurement]:
    counts = Counter(marked.outcome for marked in judged)
    is_lost = Counter(marked.outcome for marked in judged if not marked.is_exact)
    return [
        Measurement(
            name=outcome.value,
            value=counts[outcome],
            unit="sentences",
            reference="of those exact search loses",
            reference_value=is_lost[outcome],
            n=len(judged),
        )
        for outcome in Outcome
    ]


def _doubts(judged: Sequence[Marked]) -> list[Measurement]:
    """What another measure (the longest common sequence of both whole texts) holds against the places."""
    sure = [marked for marked in judged if marked.outcome in _KEPT and marked.doubt]
    for marked in sure:
        print(f"to be looked at ({marked.doubt}): {marked.words!r} -> {marked.found!r}")
    return [
        Measurement(
            name="in a place the other measure knows nothing of", value=len(sure), unit="sentences", n=len(judged)
        ),
        Measurement(
            name="unsure, and there the other measure differs",
            value=sum(marked.outcome is Outcome.UNSURE and bool(marked.doubt) for marked in judged),
            unit="sentences",
            n=len(judged),
        ),
    ]


def _time(name: str, *, edited: bool) -> Measurement:
    before = _article(random.Random(5), edited=False)
    after = _article(random.Random(5), edited=edited)
    claims = _claims(before, random.Random(7))
    text = "\n".join(text for _, text in copy_texts(after))

    def search() -> None:
        for claim in claims:
            text.find(claim.anchor.quote)

    return Measurement(
        name=f"{_CLAIMS} claims in {_WORDS:,} words, {name}",
        value=seconds(lambda: with_claims_placed(after, claims)) * 1000,
        unit="ms",
        reference="str.find of each",
        reference_value=seconds(search) * 1000,
        n=_CLAIMS,
    )


def _article(chance: random.Random, *, edited: bool) -> Article:
    syllables = "ba co du fe gi ka lo mu ne pi ra so tu ve wi zo an el ir os un ar".split()
    words = ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(3000)]
    paragraphs: list[str] = []
    for number in range(_WORDS // _PARAGRAPH):
        # Words as in a language: few very often, most hardly ever.
        text = [words[min(int(chance.paretovariate(0.6)), len(words)) - 1] for _ in range(_PARAGRAPH)]
        if edited and number % 3 == 0:
            text[number % _PARAGRAPH] = "elsewhere"
            del text[(number * 7) % 40 : (number * 7) % 40 + 2]
        paragraphs.append(" ".join(text) + ".")
    if edited:
        paragraphs = ["A paragraph that is new.", *paragraphs[40:], *paragraphs[:40]]
    article = new_article(UUID(int=1), datetime(2026, 1, 1, tzinfo=UTC))
    return replace(article, body=body_of(Paragraph(line=plain_line(text)) for text in paragraphs))


def _claims(article: Article, chance: random.Random) -> list[Claim]:
    """Claims of one to twelve words, all over the article."""
    texts = [text for place, text in copy_texts(article) if place.field is Field.BODY]
    claims: list[Claim] = []
    for number in range(1, _CLAIMS + 1):
        leaf = chance.randrange(len(texts))
        words = texts[leaf].split(" ")
        first = chance.randrange(len(words) - 12)
        start = len(" ".join(words[:first])) + (first > 0)
        quote = " ".join(words[first : first + chance.randint(1, 12)])
        place = Place(field=Field.BODY, leaf=leaf, start=start, end=start + len(quote))
        anchor = anchor_at(article, place)
        claims.append(Claim(id=str(number), number=number, kind=ClaimKind.NAME, anchor=anchor))
    return claims
