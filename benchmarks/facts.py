"""How many of the labelled facts are found, how check-worthy sentences are told, and how long it takes."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from benchmarks._labelled_facts import KINDS, Item, items, score
from benchmarks.measure import CannotMeasureError, Measurement, samples, seconds
from deskeditor.article.article import new_article
from deskeditor.article.body import Paragraph, body_of
from deskeditor.article.claims import CheckLevel, ClaimKind
from deskeditor.article.line import plain_line
from deskeditor.factcheck import text_facts
from deskeditor.factcheck.facts import facts
from deskeditor.factcheck.text_facts import Text, facts_in, seen_in

_HAND_RULE: Final = 0.757
"""F1 on the same file of the rule that the samples' notes give."""

_WORDS: Final = 10_000


def run() -> list[Measurement]:
    """Recall and precision by language and kind, F1 on check-worthy sentences, and the time of 10,000 words."""
    by_language = items()
    together = [item for found in by_language.values() for item in found]
    measurements = [*_shares("all languages", together)]
    for language, found in by_language.items():
        measurements.extend(_shares(language, found))
    for kind in KINDS.values():
        measurements.extend(_shares(f"{kind.value}s", together, kind))
    return [*measurements, *_check_worthy(), *_times(together)]


def _shares(name: str, among: Sequence[Item], kind: ClaimKind | None = None) -> list[Measurement]:
    found = score(among, kind)
    return [
        Measurement(name=f"recall, {name}", value=found.recall, unit="share", n=found.labelled),
        Measurement(name=f"precision, {name}", value=found.precision, unit="share", n=found.given),
    ]


def _check_worthy() -> list[Measurement]:
    """A sentence with a number is called check-worthy: what was said in debates is told so, and its F1 is no gate."""
    try:
        folder = samples("claims")
    except CannotMeasureError:
        return []
    told = json.loads((folder / "claimbuster-train.json").read_text(encoding="utf-8"))
    right = given = true = 0
    for sentence in told:
        text = Text(words=sentence["text"], language="en")
        called = any(one.kind in (ClaimKind.NUMBER, ClaimKind.DATE) for one in facts_in(text, seen_in([text])))
        given, true = given + called, true + sentence["label"]
        right += called and sentence["label"] == 1
    f1 = 2 * right / max(given + true, 1)
    return [
        Measurement(
            name="check-worthy sentences, F1",
            value=f1,
            unit="F1",
            reference="hand rule",
            reference_value=_HAND_RULE,
            n=len(told),
        )
    ]


def _times(among: Sequence[Item]) -> list[Measurement]:
    texts = [paragraph.line.text for item in among if item.article.language == "en" for paragraph in _of(item)]
    words = 0
    paragraphs: list[Paragraph] = []
    while words < _WORDS:
        # No two paragraphs are the same, so that nothing is known already.
        text = f"{texts[len(paragraphs) % len(texts)]} Of {len(paragraphs)} more nothing is known."
        paragraphs.append(Paragraph(line=plain_line(text)))
        words += len(text.split())
    article = new_article(UUID(int=1), datetime(2026, 1, 1, tzinfo=UTC))
    piece = replace(article, body=body_of(paragraphs))

    def anew() -> None:
        text_facts.forget()
        facts(piece, CheckLevel.LINE_BY_LINE)

    return [
        Measurement(name="10,000 words for the first time", value=1000 * seconds(anew, repeats=3), unit="ms"),
        Measurement(
            name="10,000 words again",
            value=1000 * seconds(lambda: facts(piece, CheckLevel.LINE_BY_LINE)),
            unit="ms",
        ),
    ]


def _of(item: Item) -> list[Paragraph]:
    return [leaf for leaf in item.article.body if isinstance(leaf, Paragraph)]
