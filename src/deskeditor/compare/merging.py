"""Three states of an article's copy made one: what it was, and what two people made of it apart."""

from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from deskeditor.article.article import Article, SummaryBullet
from deskeditor.article.body import leaf_lines
from deskeditor.article.line import EMPTY_LINE, INTERNAL, MarkKind, map_marks
from deskeditor.compare.leaf_merging import merged_body
from deskeditor.compare.naming import Naming, with_mark
from deskeditor.compare.runs import Clash
from deskeditor.compare.sequences import Pairs, Side, Ways, merged_sequence

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The article with what both sides changed in its copy; its claims and fields are those of mine.

    Each clash has a claim mark on the words that stayed. `aside` are words of the other side that no
    claim could be laid for, since nothing stands near their place any more.
    """

    article: Article
    clashes: tuple[Clash, ...] = ()
    aside: tuple[Clash, ...] = ()


def merged_copy(base: Article, mine: Article, theirs: Article, *, known: Collection[str] = ()) -> Merged:
    """Return `mine` with what `theirs` changed in headline, standfirst, bullets and body since `base`.

    Where both changed the same words, mine stay and theirs become a clash. `known` are the ids of
    clashes that were told before: they are not told again.
    """
    naming = Naming(article=mine.id, known=known)
    headline = naming.merge("headline", base.headline, mine.headline, theirs.headline)
    standfirst = naming.merge("standfirst", base.standfirst, mine.standfirst, theirs.standfirst)
    summary = _merged_summary(base, mine, theirs, naming)
    body = merged_body(base.body, mine.body, theirs.body, naming)
    article = replace(mine, headline=headline, standfirst=standfirst, summary=summary, body=body)
    laid = _claims_in(article)
    return Merged(
        article=article,
        clashes=tuple(clash for clash in naming.clashes if clash.claim in laid),
        aside=tuple(clash for clash in naming.clashes if clash.claim not in laid),
    )


def merged_items(base: Sequence[T], mine: Sequence[T], theirs: Sequence[T]) -> tuple[T, ...]:
    """Return the items of mine with those that the other side added, without those that it took away."""
    if theirs == base or mine == theirs:
        return tuple(mine)
    if mine == base:
        return tuple(theirs)
    kept = [item for item in mine if not (item in base and item not in theirs)]
    return (*kept, *(item for item in theirs if item not in base and item not in kept))


def _merged_summary(base: Article, mine: Article, theirs: Article, naming: Naming) -> tuple[SummaryBullet, ...]:
    if theirs.summary == base.summary or mine.summary == theirs.summary:
        return mine.summary
    if mine.summary == base.summary:
        return theirs.summary

    def merge(number: int, was: SummaryBullet, ours: SummaryBullet, other: SummaryBullet) -> SummaryBullet:
        return replace(ours, line=naming.merge(f"summary {was.id}", was.line, ours.line, other.line))

    def both_new(ours: SummaryBullet, other: SummaryBullet) -> SummaryBullet:
        return replace(ours, line=naming.merge(f"summary {ours.id}", EMPTY_LINE, ours.line, other.line))

    ways = Ways(same=_same_bullet, twins=lambda one, another: one.id == another.id, merge=merge, both_new=both_new)
    ids = [bullet.id for bullet in base.summary]
    final, dropped = merged_sequence(
        base.summary,
        Side(items=mine.summary, pairs=_by_id(ids, [one.id for one in mine.summary]), is_mine=True),
        Side(items=theirs.summary, pairs=_by_id(ids, [one.id for one in theirs.summary]), is_mine=False),
        ways,
    )
    known = {put.item.id for put in final}
    bullets = [put.item for put in final]
    for one in dropped:
        if one.item.id not in known:
            _tell_dropped(naming, f"summary {one.item.id}", one.item.line.text, bullets, one.after)
    return tuple(bullets)


def _same_bullet(one: SummaryBullet, other: SummaryBullet) -> bool:
    return one.id == other.id and map_marks(one.line, INTERNAL) == map_marks(other.line, INTERNAL)


def _by_id(base: Sequence[Hashable], side: Sequence[Hashable]) -> Pairs:
    places = {key: at for at, key in enumerate(side)}
    return tuple((number, places[key]) for number, key in enumerate(base) if key in places)


def _tell_dropped(naming: Naming, place: str, words: str, bullets: list[SummaryBullet], after: int) -> None:
    claim = naming.named(f"{place} {words}") if words.strip() else None
    if claim is None:
        return
    at = next((n for n in (*range(after, -1, -1), *range(after + 1, len(bullets))) if bullets[n].line), None)
    if at is None:
        naming.clashes.append(Clash(claim=claim, wording=words))
        return
    line, wording = with_mark(bullets[at].line, claim, words)
    bullets[at] = replace(bullets[at], line=line)
    naming.clashes.append(Clash(claim=claim, wording=wording))


def _claims_in(article: Article) -> frozenset[str]:
    lines = [article.headline, article.standfirst, *(bullet.line for bullet in article.summary)]
    for leaf in article.body:
        lines.extend(leaf_lines(leaf))
    return frozenset(mark.value for line in lines for run in line for mark in run.marks if mark.kind is MarkKind.CLAIM)
