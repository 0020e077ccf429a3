"""The words under each claim: where they stand, and what stands around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from deskeditor.article.article import Article
from deskeditor.article.body import Code, Embed, Leaf, leaf_text
from deskeditor.article.claims import Anchor
from deskeditor.article.line import MarkKind
from deskeditor.article.place import Field, Place
from deskeditor.article.placed_lines import placed_lines

_WORD: Final = re.compile(r"\w(?:[\w’'\-.,:]*\w)?[%‰°]?")

_AROUND: Final = 48
"""Code points before and after a claim's words that tell its place from another."""

_MARKS: Final = frozenset('"“”„«»‹›「『')


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """The words that carry one claim, and each stretch of them; stretches of several leaves are parted by a newline."""

    words: str
    places: tuple[Place, ...]


def claimed_words(article: Article) -> dict[str, Claimed]:
    """What lies under each claim mark of the copy, by the claim's id, in the order of the copy."""
    found: dict[str, list[_Stretch]] = {}
    for place, line in placed_lines(article):
        at = place.start
        for run in line:
            end = at + len(run.text)
            if run.marks:
                for mark in run.marks:
                    if mark.kind is MarkKind.CLAIM:
                        _extend(found.setdefault(mark.value, []), place, at, end, run.text)
            at = end
    return {
        claim_id: Claimed(
            words="\n".join(words for _, _, _, words in stretches),
            places=tuple(
                Place(field=place.field, bullet=place.bullet, leaf=place.leaf, start=start, end=end)
                for place, start, end, _ in stretches
            ),
        )
        for claim_id, stretches in found.items()
    }


_Stretch = tuple[Place, int, int, str]
"""The place that its line begins at, where it starts and ends, and its words."""


def _extend(stretches: list[_Stretch], place: Place, start: int, end: int, words: str) -> None:
    """Add words to the last stretch where they go on from it, else as one of their own."""
    if stretches:
        first, begun, last, before = stretches[-1]
        if last == start and is_same_text(first, place):
            stretches[-1] = (first, begun, end, before + words)
            return
    stretches.append((place, start, end, words))


def is_same_text(one: Place, other: Place) -> bool:
    """Whether two places lie in the same text of the copy."""
    return (one.field, one.bullet, one.leaf) == (other.field, other.bullet, other.leaf)


def copy_texts(article: Article) -> Iterator[tuple[Place, str]]:
    """Each text of the copy whole, with the place of its first character: what facts are looked for in."""
    yield Place(field=Field.HEADLINE), article.headline.text
    yield Place(field=Field.STANDFIRST), article.standfirst.text
    for bullet in article.summary:
        yield Place(field=Field.SUMMARY, bullet=bullet.id), bullet.line.text
    for number, leaf in enumerate(article.body):
        # No mark can lie on code, nor on an embed's title.
        if not isinstance(leaf, Code | Embed):
            yield Place(field=Field.BODY, leaf=number), leaf_text(leaf)


def in_marks(words: str) -> str:
    """Words in quotation marks, unless they begin with some of their own."""
    return words if words[:1] in _MARKS else f"“{words}”"


def text_at(article: Article, place: Place) -> str:
    """The words that stand at a place of the copy."""
    return whole_text(article, place)[place.start : place.end]


def anchor_at(article: Article, place: Place) -> Anchor:
    """An anchor on the words at a place of the copy."""
    text = whole_text(article, place)
    return Anchor(
        quote=text[place.start : place.end],
        prefix=text[max(place.start - _AROUND, 0) : place.start],
        suffix=text[place.end : place.end + _AROUND],
        place=place,
    )


def place_to_look(article: Article, anchor: Anchor, claimed: Claimed | None) -> Place:
    """Where a claim is to be looked for: its first words, else where they stood, as near as the copy still has it."""
    if claimed is not None:
        return claimed.places[0]
    place = anchor.place
    if place.field is Field.BODY:
        place = replace(place, leaf=min(place.leaf, max(len(article.body) - 1, 0)))
    elif place.field is Field.SUMMARY and all(bullet.id != place.bullet for bullet in article.summary):
        return Place(field=Field.SUMMARY)
    length = len(whole_text(article, place))
    return replace(place, start=min(place.start, length), end=min(place.end, length))


def whole_text(article: Article, place: Place) -> str:
    """The text that a place of the copy counts in, "" where there is none."""
    match place.field:
        case Field.BODY:
            leaf: Leaf | None = article.body.leaves[place.leaf] if place.leaf < len(article.body) else None
            return leaf_text(leaf) if leaf is not None else ""
        case Field.SUMMARY:
            return next((bullet.line.text for bullet in article.summary if bullet.id == place.bullet), "")
        case Field.HEADLINE:
            return article.headline.text
        case Field.STANDFIRST:
            return article.standfirst.text
        case _:
            return ""


def reached(article: Article, place: Place, words: int) -> Place:
    """Return the place with words more at its end, or fewer for a negative number; at least one stays."""
    text = whole_text(article, place)
    ends = [found.end() for found in _WORD.finditer(text)]
    if words > 0:
        beyond = [end for end in ends if end > place.end]
        return replace(place, end=beyond[min(words, len(beyond)) - 1]) if beyond else place
    within = [end for end in ends if place.start < end < place.end]
    return replace(place, end=within[max(len(within) + words, 0)]) if within else place
