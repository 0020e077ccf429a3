"""The facts of a piece that can be checked: names, numbers, dates, quotations, titles, each with the reason.

What costs a checker the fewest keys decides what one fact is. The headline and each bullet are one fact each,
for they say in short what the body says. A name is one fact with the title written with capitals before it. A
quotation is one fact, and what stands in it (names, numbers) is none of its own: who checks it against the
recording has checked them too. A bare nationality (`Russian`) is none.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final
from uuid import UUID

from deskeditor.article.article import Article
from deskeditor.article.body import Figure
from deskeditor.article.claim_words import claimed_words
from deskeditor.article.claims import CheckLevel, ClaimKind
from deskeditor.article.place import Field, Place
from deskeditor.factcheck.piece import is_in_short, texts_of
from deskeditor.factcheck.text_facts import Found, Text, facts_in, seen_in, sentences_of
from deskeditor.language.folding import fold

_REASONS: Final = MappingProxyType(
    {
        ClaimKind.NAME: "A name: is it spelt so, and is it the right one?",
        ClaimKind.NUMBER: "A number: does the source give it?",
        ClaimKind.DATE: "A date or time: was it then?",
        ClaimKind.QUOTATION: "A quotation: are these the very words?",
        ClaimKind.TITLE: "A title: is this what the person is?",
        ClaimKind.PARAPHRASE: "A statement: does the source say so?",
        ClaimKind.PICTURE: "A caption: does the picture show this?",
    }
)
_HEADLINE: Final = "The headline: does the piece say so?"
_BULLET: Final = "A summary point: does the piece say so?"
_REPEATED: Final = frozenset({ClaimKind.NAME, ClaimKind.NUMBER, ClaimKind.DATE, ClaimKind.TITLE})
_MOSTLY: Final = 0.5
_FEW_WORDS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Words of the copy that can be checked: where they are, what is to be checked about them, and why."""

    place: Place
    kind: ClaimKind
    words: str
    reason: str


def facts(article: Article, level: CheckLevel) -> tuple[Fact, ...]:
    """What there is to check at a level, in the order of the copy, claimed or not.

    Key facts are the headline, the bullets, and the names, titles, numbers, dates and quotations of the rest; line
    by line each sentence and caption without any of them is a fact as well.
    """
    if level is CheckLevel.NONE:
        return ()
    found: list[Fact] = []
    texts = list(texts_of(article))
    seen = seen_in(text for _, text in texts)
    for place, text in texts:
        if is_in_short(place):
            found.extend(_whole_line(place, text.words))
            continue
        here = facts_in(text, seen)
        if level is CheckLevel.LINE_BY_LINE:
            here = _with_remaining(text, here, is_caption=_is_caption(article, place))
        found.extend(_fact(place, text.words, one.start, one.end, one.kind) for one in here)
    return tuple(found)


def distinct(found: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts without those that a tick on an earlier one would cover."""
    first: dict[tuple[str, str], Fact] = {}
    for fact, said in zip(found, _said(found), strict=True):
        first.setdefault(said, fact)
    return tuple(first.values())


def same_words(found: Sequence[Fact], fact: Fact) -> tuple[Fact, ...]:
    """The facts after `fact` that say the same, so that one tick may cover them.

    Names, numbers, dates and titles with the same words, and after `Anna Berg` the `Berg` alone, unless another
    name ends so too. A quotation or a statement is checked where it stands.
    """
    said = _said(found)
    at = next((at for at, one in enumerate(found) if one == fact), None)
    if at is None:
        return ()
    return tuple(found[later] for later in range(at + 1, len(found)) if said[later] == said[at])


def unclaimed(found: Sequence[Fact], article: Article) -> tuple[Fact, ...]:
    """The facts that no claim lies on: one that covers at least half of a fact's words is taken for its own."""
    return uncovered(found, (place for words in claimed_words(article).values() for place in words.places))


def uncovered(found: Sequence[Fact], places: Iterable[Place]) -> tuple[Fact, ...]:
    """The facts of whose words less than half lies in these places."""
    covered: dict[tuple[Field, UUID | None, int], list[tuple[int, int]]] = {}
    for place in places:
        covered.setdefault(_text_of(place), []).append((place.start, place.end))
    return tuple(fact for fact in found if not _is_covered(fact, covered.get(_text_of(fact.place), ())))


def kind_of(text: str, start: int, end: int) -> ClaimKind:
    """A guess what is to be checked about the words of `text` that a person marked."""
    words = text[start:end].strip()
    if not words:
        return ClaimKind.BACKGROUND
    whole = Text(words=text, language="")
    best, most = None, 0.0
    for one in facts_in(whole, seen_in([whole])):
        shared = min(end, one.end) - max(start, one.start)
        share = shared / max(end - start, one.end - one.start)
        if share > most:
            best, most = one.kind, share
    if best is not None and most >= _MOSTLY:
        return best
    parts = words.split()
    if any(map(str.isdigit, words)) and len(parts) <= _FEW_WORDS:
        return ClaimKind.NUMBER
    capitals = sum(part[:1].isupper() for part in parts)
    return ClaimKind.NAME if len(parts) <= _FEW_WORDS and 2 * capitals > len(parts) else ClaimKind.PARAPHRASE


def _whole_line(place: Place, words: str) -> Iterator[Fact]:
    start, end = len(words) - len(words.lstrip()), len(words.rstrip())
    if start < end:
        reason = _HEADLINE if place.field is Field.HEADLINE else _BULLET
        kind = ClaimKind.PARAPHRASE
        yield Fact(place=replace(place, start=start, end=end), kind=kind, words=words[start:end], reason=reason)


def _with_remaining(text: Text, here: tuple[Found, ...], *, is_caption: bool) -> tuple[Found, ...]:
    """The facts of a text, and its sentences without any."""
    kind = ClaimKind.PICTURE if is_caption else ClaimKind.PARAPHRASE
    bare = [
        Found(start=start, end=end, kind=kind)
        for start, end in sentences_of(text)
        if any(map(str.isalpha, text.words[start:end])) and not any(one.start < end and start < one.end for one in here)
    ]
    return tuple(sorted((*here, *bare), key=lambda one: one.start))


def _is_caption(article: Article, place: Place) -> bool:
    return place.field is Field.BODY and isinstance(article.body.leaves[place.leaf], Figure)


def _fact(place: Place, text: str, start: int, end: int, kind: ClaimKind) -> Fact:
    return Fact(place=replace(place, start=start, end=end), kind=kind, words=text[start:end], reason=_REASONS[kind])


def _said(found: Sequence[Fact]) -> list[tuple[str, str]]:
    """What each fact says, alike for those that say the same."""
    folded = [fold(fact.words) for fact in found]
    endings: dict[str, set[str]] = {}
    for fact, words in zip(found, folded, strict=True):
        if fact.kind is ClaimKind.NAME and " " in words:
            endings.setdefault(words.split()[-1], set()).add(words)
    before: set[str] = set()
    said: list[tuple[str, str]] = []
    for at, (fact, words) in enumerate(zip(found, folded, strict=True)):
        if fact.kind not in _REPEATED:
            said.append((fact.kind.value, f"{at}"))
            continue
        full = endings.get(words, set()) & before if fact.kind is ClaimKind.NAME else set()
        alone = len(endings.get(words, ())) == 1
        said.append((fact.kind.value, next(iter(full)) if full and alone else words))
        before.add(words)
    return said


def _text_of(place: Place) -> tuple[Field, UUID | None, int]:
    return place.field, place.bullet, place.leaf


def _is_covered(fact: Fact, places: Sequence[tuple[int, int]]) -> bool:
    start, end = fact.place.start, fact.place.end
    near = [(low, high) for low, high in places if low < end and start < high]
    if not near:
        return False
    covered = {at for low, high in near for at in range(max(low, start), min(high, end))}
    return len(covered) >= _MOSTLY * (end - start)
