"""What can be said of a line of page copy and its neighbourhood, as numbers that weights are put on."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import Final

from deskeditor.ingest.byline import begins_as_byline
from deskeditor.ingest.language_guess import SMALL_WORDS, guess_language
from deskeditor.ingest.page_copy_lines import PageLine
from deskeditor.ingest.page_copy_vocabulary import furniture, is_dated

_SENTENCE_END: Final = re.compile(r"[.!?…。！？:](?:[\"”’»')\]]|\s)*$")
_INNER_STOP: Final = re.compile(r"[.!?]\s+[\"“«(]?[^\W\d_a-zа-я]|[,;]\s|[、。]")
_QUOTED: Final = re.compile(r"[\"“”«»„「]")
_ADDRESS: Final = re.compile(r"https?://|www\.|\S+@\S+\.\w+|\b[\w-]+\.(?:com|org|net)\b", re.IGNORECASE)
_COUNTED: Final = re.compile(r"\d+ (?:min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?|months?|of|/)\b", re.IGNORECASE)
_ALL_SMALL: Final = frozenset(word for _, words in SMALL_WORDS for word in words.split())
_SHORT_SIGHT: Final = 2
_FAR_SIGHT: Final = 6
_LONG: Final = 20
_COLUMN: Final = 10
_CORE_GAP: Final = 6
_HEADLINE_REACH: Final = 40
_HEADLINE_DEPTH: Final = 9
_SPOKEN_REACH: Final = 40
_OPENING: Final = 12
_TOO_OFTEN: Final = 4
_TELLING: Final = 3
_FEWEST_COLUMNS: Final = 3
_END_KINDS: Final = frozenset(
    {"comments", "related", "author", "rights", "newsletter", "follow", "share", "navigation"}
)


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


FEATURES: Final = (
    "constant",
    "size",
    "short",
    "long",
    "ends",
    "ends short",
    "inner",
    "quoted",
    "address",
    "sign",
    "plus sign",
    "small words",
    "title case",
    "digits",
    "capitals",
    "repeated",
    "dated",
    "byline",
    "share",
    "follow",
    "newsletter",
    "comments",
    "related",
    "advert",
    "rights",
    "cookies",
    "picture",
    "navigation",
    "market",
    "author",
    "short furniture",
    "gap before",
    "gap after",
    "prose before",
    "prose after",
    "prose around",
    "signs around",
    "furniture around",
    "under furniture",
    "over furniture",
    "in block",
    "before block",
    "after block",
    "far from core",
    "after ends",
    "shallower",
    "deeper",
    "much deeper",
    "deeper between",
    "deeper sign between",
    "column",
    "short column",
    "sign column",
    "short in prose",
    "sign in prose",
    "short outside",
    "above headline",
    "is headline",
    "kin",
    "alien",
    "unbroken",
    "short unbroken",
    "after comments",
    "over picture",
    "trails off",
)


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
    text = line.unsigned
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


def headline_at(lines: Sequence[PageLine], facts: Sequence[LineFacts], first: int) -> int | None:
    """The line that most looks like the headline of the text that begins at about line `first`.

    It may stand a little below, where something else was taken for the text's beginning.
    """
    spoken = frozenset(_keys("\n".join(line.text for line in lines[first : first + _SPOKEN_REACH])))
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
    keys = frozenset(_keys(line.unsigned))
    shared = len(keys & spoken)
    stopped = fact.ends and not line.text.endswith(("?", "!"))
    score = 1.5 * shared / max(len(keys), 2) + 0.4 * min(shared, 4) - 1.5 * bool(fact.kind) - 1.0 * stopped
    score -= 1.5 * bool(_COUNTED.match(line.unsigned)) + 0.9 * bool(line.sign) + 0.5 * (">" in line.text)
    score += 0.5 * (5 <= line.size <= 18) - 0.5 * (line.size < 4) - 0.8 * (line.size > 22)
    return score + 0.1 * line.gap


def _keys(text: str) -> list[str]:
    """The beginnings of the words that say something, so that inflected forms meet."""
    words = re.findall(r"[^\W_]{4,}|[\u3040-\u30ff\u4e00-\u9fff]{2}", text.casefold())
    return [word[:5] for word in words if word not in _ALL_SMALL]


def has_columns(lines: Sequence[PageLine]) -> bool:
    """Whether the paste kept the page's indents, which tell one column of it from another."""
    return len({line.indent for line in lines}) >= _FEWEST_COLUMNS


def features(lines: Sequence[PageLine], facts: Sequence[LineFacts]) -> list[tuple[float, ...]]:
    """The numbers of each line, in the order of FEATURES."""
    block = rough_block(lines, facts)
    middle = core(facts)
    headline = headline_at(lines, facts, max(block.first, middle[0] - 12) if block.last >= 0 else 0)
    ends = _ends(facts, middle[0])
    kin = _kinship(lines, facts, block, headline)
    unbroken = _unbroken(lines, facts, block)
    after_comments = _after_comments(facts, block)
    numbers: list[tuple[float, ...]] = []
    for at in range(len(lines)):
        values = _own(lines[at], facts[at])
        values |= _near(lines, facts, at)
        values |= _placed(lines, facts, block, middle, at)
        values["after ends"] = 1 - 0.6 ** ends[at]
        values["above headline"] = headline is not None and at < headline
        values["is headline"] = at == headline
        if kin[at] is not None:
            values["kin"] = min(kin[at], 0.6) - 0.3
            values["alien"] = kin[at] < 0.15
        values["unbroken"] = unbroken[at]
        values["short unbroken"] = unbroken[at] and facts[at].prose < 0.2
        values["after comments"] = after_comments[at]
        values["over picture"] = at + 1 < len(facts) and facts[at + 1].kind == "picture" and facts[at + 1].size <= 7
        values["trails off"] = facts[at].size < 30 and lines[at].text.endswith(("...", "…"))
        numbers.append(tuple(float(values.get(name, 0.0)) for name in FEATURES))
    return numbers


def _kinship(
    lines: Sequence[PageLine], facts: Sequence[LineFacts], block: RoughBlock, headline: int | None
) -> list[float | None]:
    """For each line of several telling words, the share of them that headline and opening paragraphs have too."""
    opening = [at for at in range(block.first, block.last + 1) if facts[at].prose >= 0.5][:_OPENING]
    counts = Counter(key for at in opening for key in set(_keys(lines[at].text)))
    counts.update(dict.fromkeys(_keys(lines[headline].unsigned), 9) if headline is not None else {})
    shares: list[float | None] = []
    for at, line in enumerate(lines):
        keys = set(_keys(line.unsigned))
        own = int(at in opening)
        known = sum(counts[key] > own for key in keys)
        shares.append(known / len(keys) if len(keys) >= _TELLING else None)
    return shares


def _unbroken(lines: Sequence[PageLine], facts: Sequence[LineFacts], block: RoughBlock) -> list[bool]:
    """Which lines stand in one column with running text, nothing but list items set apart from it between them.

    On a page without indents there are no columns, and no line does.
    """
    if not has_columns(lines):
        return [False] * len(lines)
    joined = [
        line.indent == block.indent or (0 < line.indent - block.indent <= 4 and bool(line.sign)) for line in lines
    ]
    found = [False] * len(lines)
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and joined[end]:
            end += 1
        if sum(facts[near].prose for near in range(at, end) if not facts[near].sign) >= 1:
            found[at:end] = [True] * (end - at)
        at = max(end, at + 1)
    return found


def _after_comments(facts: Sequence[LineFacts], block: RoughBlock) -> list[bool]:
    """Which lines stand below a pointer to comments that itself stands below half of the running text."""
    total = sum(fact.prose for fact in facts[block.first : block.last + 1])
    mass, found = 0.0, False
    after: list[bool] = []
    for at, fact in enumerate(facts):
        after.append(found)
        mass += fact.prose if block.first <= at <= block.last else 0.0
        found = found or (fact.kind == "comments" and fact.size <= 12 and mass > total / 2)
    return after


def _ends(facts: Sequence[LineFacts], first: int) -> list[int]:
    """For each line, how many lines between `first` and it are such as stand below articles."""
    counts: list[int] = []
    count = 0
    for at, fact in enumerate(facts):
        counts.append(count)
        if at > first and fact.kind in _END_KINDS and fact.size <= 15:
            count += 1
    return counts


def _own(line: PageLine, fact: LineFacts) -> dict[str, float]:
    short = fact.size < 8
    values: dict[str, float] = {
        "constant": 1.0,
        "size": log(1 + fact.size) / 4,
        "short": short,
        "long": min(max(fact.size - _LONG, 0), 40) / 40,
        "ends": fact.ends,
        "ends short": fact.ends and short,
        "inner": fact.inner,
        "quoted": fact.quoted,
        "address": fact.address,
        "sign": bool(fact.sign),
        "plus sign": fact.sign in ("+", "o"),
        "small words": min(fact.small_share, 0.5) * 2,
        "title case": fact.title_share,
        "digits": fact.digit_share,
        "capitals": fact.capitals,
        "repeated": fact.repeated,
        "dated": fact.dated,
        "byline": fact.byline,
        "gap before": line.gap,
        "short furniture": bool(fact.kind) and fact.size <= 15,
    }
    if fact.kind:
        values[fact.kind] = 1.0
    return values


def _near(lines: Sequence[PageLine], facts: Sequence[LineFacts], at: int) -> dict[str, float]:
    line, fact = lines[at], facts[at]
    before = max((facts[near].prose for near in range(max(at - _SHORT_SIGHT, 0), at)), default=0.0)
    after = max((facts[near].prose for near in range(at + 1, min(at + 1 + _SHORT_SIGHT, len(facts)))), default=0.0)
    around = [near for near in range(max(at - _FAR_SIGHT, 0), min(at + _FAR_SIGHT + 1, len(facts))) if near != at]
    share = 1 / max(len(around), 1)
    prose_around = share * sum(facts[near].prose for near in around)
    wide = range(max(at - _COLUMN, 0), min(at + _COLUMN + 1, len(lines)))
    column = min(sum(facts[near].prose for near in wide if near != at and lines[near].indent == line.indent) / 4, 1.0)
    short = fact.size < 8
    return {
        "gap after": at + 1 >= len(lines) or lines[at + 1].gap,
        "prose before": before,
        "prose after": after,
        "prose around": prose_around,
        "signs around": share * sum(bool(facts[near].sign) for near in around),
        "furniture around": share * sum(bool(facts[near].kind) for near in around),
        "under furniture": at > 0 and bool(facts[at - 1].kind),
        "over furniture": at + 1 < len(facts) and bool(facts[at + 1].kind),
        "column": column,
        "short column": column if short else 0.0,
        "sign column": column if fact.sign else 0.0,
        "short in prose": min(before, after) if short else 0.0,
        "sign in prose": prose_around if fact.sign else 0.0,
    }


def _placed(
    lines: Sequence[PageLine], facts: Sequence[LineFacts], block: RoughBlock, middle: tuple[int, int], at: int
) -> dict[str, float]:
    line, fact = lines[at], facts[at]
    inside = block.first <= at <= block.last
    distance = max(middle[0] - at, at - middle[1], 0)
    step = line.indent - block.indent
    between = step > 0 and _between(lines, facts, block.indent, at)
    return {
        "in block": inside,
        "before block": at < block.first,
        "after block": at > block.last,
        "far from core": min(distance, 12) / 12,
        "shallower": step < 0,
        "deeper": 0 < step <= 4,
        "much deeper": step > 4,
        "deeper between": between and not fact.sign,
        "deeper sign between": between and bool(fact.sign),
        "short outside": fact.size < 8 and not inside,
    }


def _between(lines: Sequence[PageLine], facts: Sequence[LineFacts], indent: int, at: int) -> bool:
    """Whether running text at `indent` stands shortly before and after line `at`."""
    reach = _COLUMN
    before = range(max(at - reach, 0), at)
    after = range(at + 1, min(at + 1 + reach, len(lines)))
    return all(
        any(facts[near].prose >= 0.3 and lines[near].indent == indent for near in side) for side in (before, after)
    )
