"""Sentences of our own news prose with their facts labelled, and how many of them are found."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Final
from uuid import UUID

from deskeditor.article.article import Article, new_article
from deskeditor.article.body import Paragraph, body_of
from deskeditor.article.claims import CheckLevel, ClaimKind
from deskeditor.article.line import plain_line
from deskeditor.factcheck.facts import facts

LABELLED: Final = Path(__file__).parents[1] / "tests" / "factcheck" / "labelled"
KINDS: Final = MappingProxyType(
    {"n": ClaimKind.NAME, "#": ClaimKind.NUMBER, "d": ClaimKind.DATE, "q": ClaimKind.QUOTATION}
)
_LABEL: Final = re.compile(r"\{([n#dq]):([^}]*)\}")
_SHARED: Final = 2 / 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words of a sentence that are a fact, by the sentence's number in its item."""

    sentence: int
    start: int
    end: int
    kind: ClaimKind
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A piece of a few sentences, a paragraph each, and what is labelled in it."""

    article: Article
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What was labelled, found of it (exactly or nearly), and found in all."""

    labelled: int
    found: int
    exact: int
    given: int
    right: int

    @property
    def recall(self) -> float:
        """The share of the labelled facts that were found."""
        return self.found / max(self.labelled, 1)

    @property
    def precision(self) -> float:
        """The share of the given facts that are labelled."""
        return self.right / max(self.given, 1)


def items(folder: Path = LABELLED) -> dict[str, list[Item]]:
    """The labelled items by language."""
    return {path.stem: list(_items(path)) for path in sorted(folder.glob("*.txt"))}


def _items(path: Path) -> Iterator[Item]:
    for number, block in enumerate(path.read_text(encoding="utf-8").strip().split("\n\n")):
        texts, labels = [], []
        for sentence, line in enumerate(block.split("\n")):
            text, at = "", 0
            for label in _LABEL.finditer(line):
                text += line[at : label.start()]
                words = label.group(2)
                labels.append(
                    Label(
                        sentence=sentence,
                        start=len(text),
                        end=len(text) + len(words),
                        kind=KINDS[label.group(1)],
                        words=words,
                    )
                )
                text, at = text + words, label.end()
            texts.append(text + line[at:])
        article = replace(
            new_article(UUID(int=number + 1), datetime(2026, 1, 1, tzinfo=UTC), language=path.stem),
            body=body_of(Paragraph(line=plain_line(text)) for text in texts),
        )
        yield Item(article=article, labels=tuple(labels))


def score(among: Sequence[Item], kind: ClaimKind | None = None) -> Score:
    """How many labels were found; of one kind, or of all."""
    labelled = found = exact = given = right = 0
    for item in among:
        labels = [label for label in item.labels if kind in (None, label.kind)]
        ours = found_in(item, kind)
        labelled, given = labelled + len(labels), given + len(ours)
        found += sum(any(agree(label, one) for one in ours) for label in labels)
        exact += sum(any(agree(label, one, share=0.999) for one in ours) for label in labels)
        right += sum(any(agree(label, one) for label in labels) for one in ours)
    return Score(labelled=labelled, found=found, exact=exact, given=given, right=right)


def found_in(item: Item, kind: ClaimKind | None = None) -> list[Label]:
    """What is found in an item, of the kinds that are labelled."""
    return [
        Label(sentence=fact.place.leaf, start=fact.place.start, end=fact.place.end, kind=fact.kind, words=fact.words)
        for fact in facts(item.article, CheckLevel.KEY_FACTS)
        if (fact.kind in KINDS.values() if kind is None else fact.kind is kind)
    ]


def agree(label: Label, found: Label, share: float = _SHARED) -> bool:
    """Whether the two are of a kind and share most of the characters they cover together, ends without points."""
    if label.kind is not found.kind or label.sentence != found.sentence:
        return False
    start, end = label.start, label.start + len(label.words.rstrip(".,:"))
    other_start, other_end = found.start, found.start + len(found.words.rstrip(".,:"))
    shared = min(end, other_end) - max(start, other_start)
    return shared >= share * (max(end, other_end) - min(start, other_start))
