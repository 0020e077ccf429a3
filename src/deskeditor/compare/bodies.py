"""What changed between two states of an article, leaf by leaf and word by word."""

from collections.abc import Iterator
from dataclasses import dataclass

from deskeditor.article.article import Article
from deskeditor.article.body import Body, Leaf, leaf_text
from deskeditor.article.place import Field
from deskeditor.article.word_pairs import in_order
from deskeditor.compare.leaves import leaf_pairs, same_copy
from deskeditor.compare.words import Kind, Part, compared


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A line or a leaf in two states; the leaf of a state that has none is None, and so are both of a line.

    `restyled` where no word changed, but the kind of leaf or the look of its words; `moved` where it
    stands elsewhere among the others.
    """

    field: Field
    parts: tuple[Part, ...]
    before: Leaf | None = None
    after: Leaf | None = None
    restyled: bool = False
    moved: bool = False

    @property
    def is_changed(self) -> bool:
        """Whether anything is other."""
        return self.restyled or self.moved or any(part.kind is not Kind.SAME for part in self.parts)


def compared_articles(before: Article, after: Article) -> tuple[Compared, ...]:
    """Return the copy of both states in its order: headline, standfirst, bullets, body."""
    found = [
        Compared(field=Field.HEADLINE, parts=compared(before.headline.text, after.headline.text)),
        Compared(field=Field.STANDFIRST, parts=compared(before.standfirst.text, after.standfirst.text)),
    ]
    was = {bullet.id: bullet.line.text for bullet in before.summary}
    now = {bullet.id: bullet.line.text for bullet in after.summary}
    for bullet_id in (*now, *(gone for gone in was if gone not in now)):
        found.append(Compared(field=Field.SUMMARY, parts=compared(was.get(bullet_id, ""), now.get(bullet_id, ""))))
    return (*(one for one in found if one.parts), *compared_bodies(before.body, after.body))


def compared_bodies(before: Body, after: Body) -> tuple[Compared, ...]:
    """Return the leaves of both bodies; those that are gone stand where they stood."""
    return tuple(_compared(before, after))


def _compared(before: Body, after: Body) -> Iterator[Compared]:
    pairs = leaf_pairs(before.leaves, after.leaves)
    partner = {at: number for number, at in pairs}
    standing = dict(in_order(pairs))
    staying = {number for number, _ in pairs}
    last = 0
    for at, leaf in enumerate(after):
        number = partner.get(at)
        if number is None:
            yield _leaf(None, leaf)
            continue
        is_moved = standing.get(number) != at
        if not is_moved:
            yield from (_leaf(before.leaves[gone], None) for gone in range(last, number) if gone not in staying)
            last = number + 1
        yield _leaf(before.leaves[number], leaf, moved=is_moved)
    yield from (_leaf(before.leaves[gone], None) for gone in range(last, len(before)) if gone not in staying)


def _leaf(before: Leaf | None, after: Leaf | None, *, moved: bool = False) -> Compared:
    old = leaf_text(before) if before is not None else ""
    new = leaf_text(after) if after is not None else ""
    is_restyled = (before is None) != (after is None) and not old and not new
    if before is not None and after is not None:
        is_restyled = old == new and not same_copy(before, after)
    return Compared(
        field=Field.BODY, parts=compared(old, new), before=before, after=after, restyled=is_restyled, moved=moved
    )
