"""How well sentences are told apart, beside a rule that splits at each point, on texts split by hand."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import CannotMeasureError, Measurement, samples, seconds
from deskeditor.language.sentences import sentences

Ranges = tuple[tuple[int, int], ...]
_NAIVE = re.compile(r"(?<=[.!?…])[\"”»)']*\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitText:
    """A text with the ranges of its sentences, and its language."""

    language: str
    text: str
    ranges: Ranges


def run() -> list[Measurement]:
    """F1 of whole sentences for each language, and the time ten thousand words take."""
    found = split_texts(samples("languages", "sentences"))
    if not found:
        raise CannotMeasureError("finds no sentence-split text among the samples")
    measurements = [
        Measurement(
            name=f"sentences F1, {language}",
            value=agreement(lambda one: sentences(one.text, one.language), texts),
            unit="F1",
            reference="split after . ! ? …",
            reference_value=agreement(lambda one: _naive(one.text), texts),
            n=sum(len(text.ranges) for text in texts),
        )
        for language, texts in found.items()
    ]
    words = " ".join(text.text for text in found["en"]).split()
    long = " ".join((words * (10_000 // len(words) + 1))[:10_000])
    measurements.append(
        Measurement(name="10,000 words", value=1000 * seconds(lambda: sentences(long, "en")), unit="ms")
    )
    return measurements


def split_texts(folder: Path) -> dict[str, list[SplitText]]:
    """The paragraphs of the treebanks in `folder`, by language; sentences of a paragraph are joined by a space.

    Where a treebank tells no paragraphs, all of its sentences follow each other: nothing is given away.
    """
    found: dict[str, list[SplitText]] = {}
    for path in sorted(folder.glob("*/*.conllu")):
        language = path.name.split("_")[0]
        for paragraph in _paragraphs(path):
            at, ranges = 0, []
            for sentence in paragraph:
                ranges.append((at, at + len(sentence)))
                at += len(sentence) + 1
            found.setdefault(language, []).append(
                SplitText(language=language, text=" ".join(paragraph), ranges=tuple(ranges))
            )
    return found


def agreement(split: Callable[[SplitText], Ranges], among: list[SplitText]) -> float:
    """F1 of the ranges that are just right, over all texts."""
    given = true = shared = 0
    for text in among:
        ranges = split(text)
        given, true = given + len(ranges), true + len(text.ranges)
        shared += len(set(ranges) & set(text.ranges))
    return 2 * shared / max(given + true, 1)


def _paragraphs(path: Path) -> Iterator[list[str]]:
    paragraph: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newpar") and paragraph:
            yield paragraph
            paragraph = []
        elif line.startswith("# text = "):
            paragraph.append(line.removeprefix("# text = ").strip())
    if paragraph:
        yield paragraph


def _naive(text: str) -> Ranges:
    ranges, at = [], 0
    for gap in _NAIVE.finditer(text):
        ranges.append((at, gap.start() + len(gap.group().rstrip())))
        at = gap.end()
    return (*ranges, (at, len(text)))
