"""The texts that a claim may stand in, laid end to end, and where each of their words is."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from deskeditor.article.place import Place
from deskeditor.article.word_pairs import Word, words_of
from deskeditor.language.folding import fold

APART: Final = "\u2029"
"""Parts the texts: no line of an article holds it."""

_STEP: Final = 8
"""Words that two readings of where a passage begins may be apart and still mean one place."""

_COMMON: Final = 200
"""A word that stands more often than this leads nowhere."""

_WINDOWS: Final = 5
_LEAST_VOTES: Final = 0.25
"""Of the votes for the likeliest place, what another one needs to be looked at."""


def folded_words(text: str) -> list[Word]:
    """The words and signs of a text, folded; what folds to nothing is none."""
    words = (Word(fold(word.text), word.start, word.end) for word in words_of(text))
    return [word for word in words if word.text]


@dataclass(frozen=True, slots=True)
class Window:
    """Words of the texts, by number, among which a passage may stand."""

    first: int
    last: int


@dataclass(frozen=True)
class WordIndex:
    """Texts with the place of the first character of each."""

    texts: Sequence[tuple[Place, str]]
    text: str = field(init=False)
    _starts: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        starts: list[int] = []
        at = 0
        for _, text in self.texts:
            starts.append(at)
            at += len(text) + 1
        object.__setattr__(self, "_starts", tuple(starts))
        object.__setattr__(self, "text", APART.join(text for _, text in self.texts))

    @cached_property
    def words(self) -> list[Word]:
        """The words and signs of all texts, folded: marks of another style and capitals are the same."""
        return folded_words(self.text)

    @cached_property
    def _known(self) -> dict[str, list[int]]:
        known: dict[str, list[int]] = {}
        for number, word in enumerate(self.words):
            known.setdefault(word.text, []).append(number)
        return known

    def bounds(self, at: int) -> tuple[int, int]:
        """Where the text begins and ends that the code point `at` lies in."""
        number = bisect_right(self._starts, at) - 1
        start = self._starts[number]
        return start, start + len(self.texts[number][1])

    def place(self, start: int, end: int) -> Place:
        """The place of the code points from `start` to `end`, which lie in one text."""
        number = bisect_right(self._starts, start) - 1
        first = self.texts[number][0]
        offset = first.start - self._starts[number]
        return replace(first, start=start + offset, end=end + offset)

    def offset(self, place: Place) -> int | None:
        """The code point that a place begins at; None where none of the texts holds it."""
        for number, (first, text) in enumerate(self.texts):
            if replace(first, start=0, end=0) == replace(place, start=0, end=0):
                at = place.start - first.start
                if 0 <= at <= len(text):
                    return self._starts[number] + at
        return None

    def windows(self, words: Sequence[str]) -> Iterator[Window]:
        """Where a passage of these folded words may stand, the likeliest first."""
        votes: defaultdict[int, float] = defaultdict(float)
        for number, word in enumerate(words):
            found = self._known.get(word, ())
            if not word[0].isalnum() or len(found) > _COMMON:
                continue
            for at in found:
                votes[(at - number) // _STEP] += 1 / len(found)
        # A passage may begin on the border of two steps.
        steps = {step - back for step in votes for back in (0, 1)}
        joined = {step: votes.get(step, 0.0) + votes.get(step + 1, 0.0) for step in steps}
        taken: list[int] = []
        least = _LEAST_VOTES * max(joined.values(), default=0.0)
        for step, vote in sorted(joined.items(), key=lambda vote: (-vote[1], vote[0])):
            if vote < least:
                return
            if any(abs(step - other) <= 1 for other in taken):
                continue
            taken.append(step)
            margin = _STEP + len(words) // 4
            first = max(step * _STEP - margin, 0)
            yield Window(first, min(step * _STEP + 2 * _STEP + len(words) + margin, len(self.words)))
            if len(taken) == _WINDOWS:
                return
