"""How well a typed word fits an action's text: the score behind the command palette."""

from collections.abc import Iterable
from dataclasses import dataclass

from deskeditor.language.folding import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A score, higher is better, and the code points of the text that were matched."""

    score: int
    at: tuple[int, ...]


def match(typed: str, text: str) -> Match | None:
    """Return how `typed` fits `text`, case aside, or None where its letters don't occur in order.

    Each word typed must fit. A beginning of the text beats a beginning of a word, which beats a
    stretch anywhere, which beats scattered letters; tighter and earlier is better.
    """
    low = text.lower() if text.isascii() else "".join(fold(letter)[:1] or letter for letter in text)
    score, at = 0, set[int]()
    for word in fold(typed).split():
        found = _match_word(word, low)
        if found is None:
            return None
        score += found.score
        at.update(found.at)
    return Match(score=score, at=tuple(sorted(at)))


def _match_word(word: str, low: str) -> Match | None:
    if (at := low.find(word)) >= 0:
        starts = [start for start in _starts(low) if low.startswith(word, start)]
        at = starts[0] if starts else at
        score = 300 if at == 0 else 200 if starts else 100
        return Match(score=score - min(at, 60), at=tuple(range(at, at + len(word))))
    best: Match | None = None
    for start in (at for at, letter in enumerate(low) if letter == word[0]):
        places = [start]
        for letter in word[1:]:
            following = low.find(letter, places[-1] + 1)
            if following < 0:
                break
            places.append(following)
        if len(places) < len(word):
            break
        heads = sum(place in set(_starts(low)) for place in places)
        score = 10 * heads - (places[-1] - places[0])
        if best is None or score > best.score:
            best = Match(score=score, at=tuple(places))
    # Letters strewn over a long text are chance, unless they begin its words.
    return best if best is not None and best.score > -2 * len(word) else None


def _starts(low: str) -> Iterable[int]:
    return (at for at in range(len(low)) if at == 0 or not low[at - 1].isalnum())


def ranked(typed: str, texts: Iterable[str]) -> tuple[tuple[int, Match], ...]:
    """Return the positions of the texts that fit, best first; all in their order where nothing is typed."""
    found = [(position, match(typed, text), len(text)) for position, text in enumerate(texts)]
    fitting = [(position, fit, length) for position, fit, length in found if fit is not None]
    if typed.strip():
        fitting.sort(key=lambda entry: (-entry[1].score, entry[2], entry[0]))
    return tuple((position, fit) for position, fit, _ in fitting)
