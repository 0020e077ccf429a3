"""Names that a piece spells in two ways: near enough to be one, far enough to be no other form of it."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from deskeditor.factcheck.name_words import DEMONYMS
from deskeditor.factcheck.places import is_place
from deskeditor.language.folding import fold

_SHORTEST: Final = 5
_ENDING: Final = 2
_LONG_ENDING: Final = 4
"""Letters at the end of a word in which its other forms differ, in scripts that inflect names."""


def spelt_two_ways(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of a name and another that seems to be the same, spelt otherwise; the rarer one comes first.

    `names` are all mentions. Whole names of several words must agree in all but one; a word by itself is
    compared with the names of the piece only where none has it. Forms that differ at their end are left alone.
    """
    counted = Counter(names)
    several = [name for name in counted if len(_parts(name)) > 1]
    single = [name for name in counted if len(_parts(name)) == 1]
    weight = {name: counted[name] + counted[_parts(name)[-1]] for name in several}
    found: set[str] = set()
    for one, other in combinations(several, 2):
        if _differ_in_one(_parts(one), _parts(other)):
            rarer, usual = sorted((one, other), key=lambda name: (weight[name], -names.index(name)))
            found.add(rarer)
            yield rarer, usual
    words = {part: name for name in several for part in _parts(name)}
    words.update({name: name for name in single if counted[name] > 1})
    for name in single:
        if name in found or (name in words and counted[name] > 1) or name in words:
            continue
        near = [word for word in words if word != name and is_misspelling(name, word)]
        if len(near) == 1:
            yield name, words[near[0]]


def _parts(name: str) -> list[str]:
    return name.replace("-", " ").split()


def _differ_in_one(one: Sequence[str], other: Sequence[str]) -> bool:
    if len(one) != len(other):
        return False
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return not pairs or (len(pairs) == 1 and is_misspelling(*pairs[0]))


def is_misspelling(one: str, other: str) -> bool:
    """Whether two words are likely the same name: they differ in accents, or in one letter before their end."""
    if one == other or one.casefold() == other.casefold() or min(len(one), len(other)) < _SHORTEST:
        return False
    if (is_place(one) and is_place(other)) or (one.isupper() and other.isupper()):
        return False
    folded, beside = fold(one), fold(other)
    if folded in DEMONYMS or beside in DEMONYMS:
        return False
    if folded == beside:
        return unicodedata.normalize("NFC", one).casefold() != unicodedata.normalize("NFC", other).casefold()
    inflects = folded[:1] >= "\u0370"
    return _edits(folded, beside, _LONG_ENDING if inflects else _ENDING)


def _edits(one: str, other: str, ending: int) -> bool:
    """Whether one letter is another, is missing or has changed places, and not among the last `ending`."""
    if abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    if start > min(len(one), len(other)) - ending:
        return False
    rest, beside = one[start:], other[start:]
    return (
        rest[1:] == beside[1:]
        or rest[1:] == beside
        or rest == beside[1:]
        or (rest[:2] == beside[:2][::-1] and rest[2:] == beside[2:])
    )
