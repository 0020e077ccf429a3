"""What is known of each line of page copy by itself, and where its running text is densest."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from deskeditor.ingest.byline import begins_as_byline
from deskeditor.ingest.language_guess import SMALL_WORDS, guess_language
from deskeditor.ingest.page_copy_lines import PageLine
from deskeditor.ingest.page_copy_vocabulary import furniture, is_dated

_SENTENCE_END: Final = re.compile(r"[.!?…。！？:։؟۔।](?:[\"”’»')\]」』]|\s)*$")
_INNER_STOP: Final = re.compile(r"[.!?]\s+[\"“«(]?[^\W\d_a-zа-я]|[,;]\s|[、。]")
_QUOTED: Final = re.compile(r"[\"“”«»„「]")
_ADDRESS: Final = re.compile(r"https?://|www\.|\S+@\S+\.\w+|\b[\w-]+\.(?:com|org|net)\b", re.IGNORECASE)
_LONG: Final = 20
_ENOUGH: Final = 2000
_CORE_GAP: Final = 6
_FEWEST_COLUMNS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFacts:
    """What is known of one line by itself, and whether its like stands elsewhere on the page."""

    size: int
    prose: float
    kind: str
    dated: bool
    byline: bool
    ends: bool
    inner: bool
    quoted: bool
    address: bool
    sign: str
    small_share: float
    title_share: float
    digit_share: float
    capitals: bool
    repeated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RoughBlock:
    """The stretch of lines `first` to `last` with the most running text, and how far it is indented."""

    first: int
    last: int
    indent: int
    start_found: bool


def line_facts(lines: Sequence[PageLine]) -> tuple[LineFacts, ...]:
    """Look at each line of a page."""
    long_text = "\n".join(line.text for line in lines if line.size >= _LONG)
    small = _small_words(long_text)
    seen = Counter(line.text.casefold() for line in lines)
    return tuple(_facts(line, small, seen[line.text.casefold()] > 1) for line in lines)


def _small_words(text: str) -> frozenset[str]:
    language = guess_language(text)
    return frozenset(word for code, words in SMALL_WORDS if language in (code, None) for word in words.split())


def _facts(line: PageLine, small: frozenset[str], repeated: bool) -> LineFacts:
    text = line.unsigned[:_ENOUGH]
    words = re.findall(r"[^\W\d_]+", text)
    kind = furniture(text, line.size)
    ends = _SENTENCE_END.search(text) is not None
    inner = _INNER_STOP.search(text) is not None
    small_share = sum(word.casefold() in small for word in words) / len(words) if words else 0.0
    later = [word for word in words[1:] if word.casefold() not in small]
    length = min(line.size, 40) / 40
    prose = length * (1.0 if ends and line.size >= 6 else 0.5 if line.size >= _LONG else 0.1) * (0.4 if kind else 1.0)
    return LineFacts(
        size=line.size,
        prose=prose if not line.sign else prose * 0.5,
        kind=kind.name if kind else "",
        dated=is_dated(text, line.size),
        byline=line.size <= 25 and begins_as_byline(text),
        ends=ends,
        inner=inner,
        quoted=_QUOTED.search(text) is not None,
        address=_ADDRESS.search(text) is not None,
        sign=line.sign,
        small_share=small_share,
        title_share=sum(word[0].isupper() for word in later) / len(later) if later else 0.5,
        digit_share=sum(character.isdigit() for character in text) / max(len(text), 1),
        capitals=bool(words) and text.isupper(),
        repeated=repeated,
    )


def rough_block(lines: Sequence[PageLine], facts: Sequence[LineFacts]) -> RoughBlock:
    """Find the stretch in which running text most outweighs everything else."""
    best = (0.0, 0, -1)
    run, start = 0.0, 0
    for at, fact in enumerate(facts):
        if run <= 0:
            run, start = 0.0, at
        run += _block_gain(fact)
        if run > best[0]:
            best = (run, start, at)
    _, first, last = best
    weights: Counter[int] = Counter()
    for at in range(first, last + 1):
        if not facts[at].sign:
            weights[lines[at].indent] += int(100 * facts[at].prose)
    indent = weights.most_common(1)[0][0] if weights else 0
    return RoughBlock(first=first, last=last, indent=indent, start_found=last >= first)


def _block_gain(fact: LineFacts) -> float:
    if fact.kind in ("cookies", "rights", "newsletter"):
        return -0.4
    if fact.prose >= 0.2:
        return fact.prose
    return -0.12 if not fact.kind else -0.25


def core(facts: Sequence[LineFacts]) -> tuple[int, int]:
    """The first and last line of the densest stretch: running text with no long gap in it."""
    best, first, last = (-1.0, 0, -1), 0, -1
    mass = 0.0
    for at, fact in enumerate(facts):
        if fact.prose < 0.2:
            continue
        if at - last > _CORE_GAP or last < 0:
            first, mass = at, 0.0
        last = at
        mass += fact.prose
        if mass > best[0]:
            best = (mass, first, at)
    return best[1], best[2]


def has_columns(lines: Sequence[PageLine]) -> bool:
    """Whether the paste kept the page's indents, which tell one column of it from another."""
    return len({line.indent for line in lines}) >= _FEWEST_COLUMNS
