"""What can be said of a line of page copy and its neighbourhood, as numbers that weights are put on."""

from collections import Counter
from collections.abc import Sequence
from math import log
from typing import Final

from deskeditor.ingest.page_copy_facts import LineFacts, RoughBlock, core, has_columns, rough_block
from deskeditor.ingest.page_copy_headline import headline_at, telling_words
from deskeditor.ingest.page_copy_lines import PageLine

_SHORT_SIGHT: Final = 2
_FAR_SIGHT: Final = 6
_COLUMN: Final = 10
_OPENING: Final = 12
_TELLING: Final = 3
_LONG: Final = 20
_END_KINDS: Final = frozenset(
    {"comments", "related", "author", "rights", "newsletter", "follow", "share", "navigation"}
)
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
        closeness = kin[at]
        if closeness is not None:
            values["kin"] = min(closeness, 0.6) - 0.3
            values["alien"] = closeness < 0.15
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
    counts = Counter(key for at in opening for key in set(telling_words(lines[at].text)))
    counts.update(dict.fromkeys(telling_words(lines[headline].unsigned), 9) if headline is not None else {})
    shares: list[float | None] = []
    for at, line in enumerate(lines):
        keys = set(telling_words(line.unsigned))
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
