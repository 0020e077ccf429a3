"""Which line of page copy is the headline of its text."""

import re
from collections.abc import Sequence
from typing import Final

from deskeditor.ingest.language_guess import SMALL_WORDS
from deskeditor.ingest.page_copy_facts import LineFacts
from deskeditor.ingest.page_copy_lines import PageLine

_COUNTED: Final = re.compile(r"\d+ (?:min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?|months?|of|/)\b", re.IGNORECASE)
_ALL_SMALL: Final = frozenset(word for _, words in SMALL_WORDS for word in words.split())
_HEADLINE_REACH: Final = 40
_HEADLINE_DEPTH: Final = 9
_SPOKEN_REACH: Final = 40
_TOO_OFTEN: Final = 4


def headline_at(lines: Sequence[PageLine], facts: Sequence[LineFacts], first: int) -> int | None:
    """The line that most looks like the headline of the text that begins at about line `first`.

    It may stand a little below, where something else was taken for the text's beginning.
    """
    spoken = frozenset(telling_words("\n".join(line.text for line in lines[first : first + _SPOKEN_REACH])))
    folded = [line.text.casefold() for line in lines]
    best: tuple[float, int] | None = None
    for at in range(max(first - _HEADLINE_REACH, 0), min(first + _HEADLINE_DEPTH, len(lines))):
        line, fact = lines[at], facts[at]
        if not 2 <= line.size <= 32 or fact.dated or fact.byline or line.sign == "+":
            continue
        if at > first and line.sign:
            continue
        if at >= first and fact.ends and not line.text.endswith(("?", "!")):
            continue
        score = _headline_score(line, fact, spoken) - 0.02 * max(first - at, 0) - 0.6 * (at == first)
        passed = sum(near.prose >= 0.5 for near in facts[first:at])
        score -= 0.1 * max(at - first, 0) + 0.6 * passed + 0.4 * (passed > 0)
        score += 0.6 * any(near.dated or near.byline for near in facts[at + 1 : at + 5])
        title = line.unsigned.casefold()
        score += 0.6 * (line.size >= 4 and sum(title in other for other in folded) > 1)
        score -= 1.5 * (folded.count(title) >= _TOO_OFTEN)
        if best is None or score >= best[0]:
            best = (score, at)
    return best[1] if best is not None and best[0] > 0.5 else None


def _headline_score(line: PageLine, fact: LineFacts, spoken: frozenset[str]) -> float:
    keys = frozenset(telling_words(line.unsigned))
    shared = len(keys & spoken)
    stopped = fact.ends and not line.text.endswith(("?", "!"))
    score = 1.5 * shared / max(len(keys), 2) + 0.4 * min(shared, 4) - 1.5 * bool(fact.kind) - 1.0 * stopped
    score -= 1.5 * bool(_COUNTED.match(line.unsigned)) + 0.9 * bool(line.sign) + 0.5 * (">" in line.text)
    score += 0.5 * (5 <= line.size <= 18) - 0.5 * (line.size < 4) - 0.8 * (line.size > 22)
    return score + 0.1 * line.gap


def telling_words(text: str) -> list[str]:
    """The beginnings of the words that say something, so that inflected forms meet."""
    words = re.findall(r"[^\W_]{4,}|[\u3040-\u30ff\u4e00-\u9fff]{2}", text.casefold())
    return [word[:5] for word in words if word not in _ALL_SMALL]
