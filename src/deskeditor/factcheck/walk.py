"""The walk: everything of a piece that is still to be checked, in the order of the copy."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from deskeditor.article.article import Article
from deskeditor.article.claim_progress import Checked, Progress
from deskeditor.article.claims import ClaimKind
from deskeditor.article.place import Field, Place

if TYPE_CHECKING:
    from deskeditor.factcheck.facts import Fact

# What finds facts is imported where it is used: a window is drawn before anyone checks.

_WAITING: Final = frozenset({Progress.UNCHECKED, Progress.RECHECK, Progress.UNSURE})
"""What a claim waits for a checker with; a query that is out waits for somebody else."""

_FIELDS: Final = (Field.HEADLINE, Field.STANDFIRST, Field.SUMMARY, Field.BODY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One thing to look at: a claim that waits for a checker, or a fact that is no claim yet."""

    place: Place
    kind: ClaimKind
    words: str
    reason: str = ""
    checked: Checked | None = None


def stops(article: Article, found: "Sequence[Fact]", claims: Sequence[Checked]) -> tuple[Stop, ...]:
    """Return what is to be checked, in the order of the copy, of the facts and the claims of an article."""
    from deskeditor.factcheck.facts import uncovered

    claimed = (place for one in claims if one.claimed is not None for place in one.claimed.places)
    waiting = [stop_at_claim(one) for one in claims if one.progress in _WAITING and one.claimed is not None]
    fresh = [
        Stop(place=fact.place, kind=fact.kind, words=fact.words, reason=fact.reason)
        for fact in uncovered(found, claimed)
    ]
    order = order_in(article)
    return tuple(sorted((*waiting, *fresh), key=lambda stop: order(stop.place)))


def stop_at_claim(one: Checked) -> Stop:
    """The stop at a claim, whatever it waits for; at the place it was made where its words are gone."""
    place = one.claimed.places[0] if one.claimed is not None else one.claim.anchor.place
    words = one.words if one.words is not None else one.claim.anchor.quote
    return Stop(place=place, kind=one.claim.kind, words=words, checked=one)


def order_in(article: Article) -> Callable[[Place], tuple[int, int, int, int]]:
    """Return a key that sorts places as the copy of the article runs."""
    bullets = {bullet.id: at for at, bullet in enumerate(article.summary)}

    def key(place: Place) -> tuple[int, int, int, int]:
        field = _FIELDS.index(place.field) if place.field in _FIELDS else len(_FIELDS)
        at = place.leaf if place.bullet is None else bullets.get(place.bullet, len(bullets))
        return field, at, place.start, place.end

    return key


def stop_after(stops: Sequence[Stop], article: Article, place: Place | None, *, back: bool = False) -> Stop | None:
    """Return the next stop behind a place, or before it; the first, or the last, for None; None where there is none."""
    if not stops:
        return None
    if place is None:
        return stops[-1 if back else 0]
    order = order_in(article)
    here = order(place)
    if back:
        return next((stop for stop in reversed(stops) if order(stop.place) < here), None)
    return next((stop for stop in stops if order(stop.place) > here), None)
