"""Which lines of page copy are the body: each line's score, then the stretch of lines that adds up best."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from deskeditor.ingest.page_copy_facts import LineFacts, has_columns, line_facts
from deskeditor.ingest.page_copy_features import features
from deskeditor.ingest.page_copy_lines import PageLine
from deskeditor.ingest.page_copy_weights import WEIGHTS

_INDENTED: Final = tuple(weight for _, weight, _ in WEIGHTS)
_FLAT: Final = tuple(weight for _, _, weight in WEIGHTS)
_BIAS: Final = 0.5
_HOLE: Final = 0.2
_FEWEST_WORDS: Final = 5
_NEVER: Final = -1e9
_BEFORE, _INSIDE, _SKIPPED, _AFTER = range(4)
_MOVES: Final = (
    (_BEFORE, _BEFORE, 0.0),
    (_BEFORE, _INSIDE, 0.0),
    (_INSIDE, _INSIDE, 0.0),
    (_INSIDE, _SKIPPED, -_HOLE),
    (_SKIPPED, _SKIPPED, 0.0),
    (_SKIPPED, _INSIDE, -_HOLE),
    (_INSIDE, _AFTER, 0.0),
    (_AFTER, _AFTER, 0.0),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyGuess:
    """For each line: what is known of it, its log odds of being body, and whether it was taken for body."""

    facts: tuple[LineFacts, ...]
    scores: tuple[float, ...]
    inside: tuple[bool, ...]

    @property
    def first(self) -> int:
        """The first line of the body; 0 where there is none."""
        return self.inside.index(True) if any(self.inside) else 0

    @property
    def last(self) -> int:
        """The last line of the body; -1 where there is none."""
        return len(self.inside) - 1 - self.inside[::-1].index(True) if any(self.inside) else -1


def find_body(lines: Sequence[PageLine], weights: Sequence[float] | None = None) -> BodyGuess:
    """Find the body of a page. A page with any running text has one, be it a single line.

    `weights` stand for the features in the order of FEATURES; others than the kept ones serve fitting.
    """
    if weights is None:
        weights = _INDENTED if has_columns(lines) else _FLAT
    facts = line_facts(lines)
    rows = features(lines, facts)
    scores = tuple(sum(value * weight for value, weight in zip(row, weights, strict=True)) for row in rows)
    inside = best_stretch([score + _BIAS for score in scores])
    if not any(inside) and lines:
        likeliest = max(range(len(lines)), key=lambda at: (facts[at].prose, scores[at]))
        inside[likeliest] = lines[likeliest].size >= _FEWEST_WORDS
    return BodyGuess(facts=facts, scores=scores, inside=tuple(inside))


def best_stretch(scores: Sequence[float]) -> list[bool]:
    """Which lines the best-scoring stretch takes: it may skip lines inside, at a cost for each hole (Viterbi)."""
    best = [0.0, _NEVER, _NEVER, _NEVER]
    came_from: list[list[int]] = []
    for score in scores:
        gains = (0.0, score, 0.0, 0.0)
        reached = [_NEVER] * 4
        origin = [0] * 4
        for source, target, cost in _MOVES:
            total = best[source] + cost + gains[target]
            if total > reached[target]:
                reached[target], origin[target] = total, source
        best = reached
        came_from.append(origin)
    state = max(range(4), key=lambda at: best[at])
    taken: list[bool] = []
    for origin in reversed(came_from):
        taken.append(state == _INSIDE)
        state = origin[state]
    return taken[::-1]
