"""Claims of one state of a piece laid on the words of another: going back, taking in again, merging."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from deskeditor.article.article import Article
from deskeditor.article.body import Body, Paragraph, leaf_lines
from deskeditor.article.carrying import claims_carried
from deskeditor.article.claim_marks import with_claims_at, without_claims
from deskeditor.article.claim_words import Claimed, anchor_at, claimed_words, copy_texts
from deskeditor.article.claims import Anchor, Claim, Standing
from deskeditor.article.line import Line
from deskeditor.article.place import Field, Place
from deskeditor.article.word_pairs import in_order
from deskeditor.factcheck.anchoring import (
    CERTAIN,
    LIKELY,
    MARGIN,
    TELLING,
    Candidate,
    Found,
    candidates,
    decided,
    find_elsewhere,
    indexes,
)
from deskeditor.factcheck.word_index import WordIndex


def with_claims_placed(article: Article, claims: Sequence[Claim]) -> Article:
    """Return the article with claims of another state of it, of which no more is known than their anchors.

    Each lies on its words, or on what they most likely are now and is unsure, or is lost. A claim
    that lies on the article's words already stays there; the article's other claims stay as they are.
    """
    lying = claimed_words(article)
    found = found_again(
        {claim.id: claim.anchor for claim in claims if claim.id not in lying}, tuple(copy_texts(article))
    )
    given = {claim.id: claim if claim.id in lying else _standing_at(claim, found[claim.id]) for claim in claims}
    kept = [given.pop(claim.id, claim) for claim in article.claims]
    marked = with_claims_at(article, {name: (one.place,) for name, one in found.items() if one is not None})
    return replace(marked, claims=(*kept, *given.values()))


def with_claims_of(article: Article, present: Article) -> Article:
    """Return the words of `article` with the claims and sources of `present`, a later state of the same piece.

    A claim lies where it lay already when the words were these, else on those of its words that are
    there, else on what its anchor leads to; its words elsewhere, it is lost. What was cut, and is not
    in these words, stays cut. Claims and sources that only `article` has come back with it.
    """
    then = {claim.id: claim for claim in article.claims}
    lay, lie = claimed_words(article), claimed_words(present)
    bare = without_claims(article)
    carried = claimed_words(_carried(present, bare))
    placed: dict[str, tuple[Place, ...]] = {}
    claims: dict[str, Claim] = {}
    sought: dict[str, Anchor] = {}
    for claim in present.claims:
        before = then.get(claim.id)
        if before is not None and claim.id in lay and before.anchor == claim.anchor:
            placed[claim.id], claims[claim.id] = lay[claim.id].places, replace(claim, standing=before.standing)
        elif claim.id in carried or claim.id in lay:
            placed[claim.id] = (carried if claim.id in carried else lay)[claim.id].places
            is_guess = claim.standing is Standing.UNSURE and claim.id in carried
            claims[claim.id] = replace(claim, standing=Standing.UNSURE if is_guess else Standing.PLACED)
        else:
            anchor = _anchor_now(present, claim, lie.get(claim.id))
            sought[claim.id], claims[claim.id] = anchor, replace(claim, anchor=anchor)
    for claim_id, found in found_again(sought, tuple(copy_texts(bare))).items():
        if found is None and claim_id not in lie and claims[claim_id].standing is Standing.PLACED:
            continue
        claims[claim_id] = _standing_at(claims[claim_id], found)
        placed[claim_id] = (found.place,) if found is not None else ()
    for claim_id, claim in then.items():
        if claim_id not in claims:
            claims[claim_id] = claim
            placed[claim_id] = lay[claim_id].places if claim_id in lay else ()
    numbers = {source.number: source for source in (*article.sources, *present.sources)}
    return replace(
        with_claims_at(bare, placed),
        claims=tuple(claims.values()),
        sources=tuple(numbers[number] for number in sorted(numbers)),
    )


def _standing_at(claim: Claim, found: Found | None) -> Claim:
    return replace(claim, standing=found.standing if found is not None else Standing.LOST)


def _anchor_now(present: Article, claim: Claim, claimed: Claimed | None) -> Anchor:
    return anchor_at(present, claimed.places[0]) if claimed is not None else claim.anchor


def _carried(present: Article, bare: Article) -> Article:
    """The bare article with the claims of the present one, wherever text is another state of the same text."""
    bullets = {bullet.id: bullet.line for bullet in present.summary}
    return replace(
        bare,
        headline=_line_carried(present.headline, bare.headline),
        standfirst=_line_carried(present.standfirst, bare.standfirst),
        summary=tuple(
            replace(bullet, line=_line_carried(bullets[bullet.id], bullet.line)) if bullet.id in bullets else bullet
            for bullet in bare.summary
        ),
        body=claims_carried(present.body, bare.body),
    )


def _line_carried(before: Line, after: Line) -> Line:
    carried = claims_carried(Body((Paragraph(line=before),)), Body((Paragraph(line=after),)))
    return leaf_lines(carried.leaves[0])[0]


# Several anchors at once


def found_again(anchors: Mapping[str, Anchor], texts: Sequence[tuple[Place, str]]) -> dict[str, Found | None]:
    """Find several anchors in one go, given under names of any kind.

    Of near equal places the one between its neighbours is certain: claims stand in order as long as
    nothing tells otherwise.
    """
    known = indexes(texts)
    given: dict[str, list[Candidate]] = {}
    found: dict[str, Found | None] = {}
    for name, anchor in anchors.items():
        index = known.get(anchor.place.field)
        given[name] = candidates(anchor, index) if index is not None else []
        found[name] = decided(anchor, index, given[name]) if index is not None else None
        if found[name] is None:
            found[name] = find_elsewhere(anchor, known)
    body = known.get(Field.BODY)
    if body is not None:
        here = {name: anchor for name, anchor in anchors.items() if anchor.place.field is Field.BODY}
        found |= _between_neighbours(here, body, given, found)
    return found


def _between_neighbours(
    anchors: Mapping[str, Anchor],
    index: WordIndex,
    given: Mapping[str, list[Candidate]],
    found: Mapping[str, Found | None],
) -> dict[str, Found]:
    near = {name: _near_equals(given[name]) for name in anchors}
    witnesses = sorted(
        (_order(anchors[name]), near[name][0].start)
        for name, one in found.items()
        if one is not None and name in near and one.standing is Standing.PLACED and len(near[name]) == 1
    )
    ranks = in_order((rank, start) for rank, (_, start) in enumerate(witnesses))
    path = [(witnesses[rank][0], start) for rank, start in ranks]
    orders = [order for order, _ in path]
    settled: dict[str, Found] = {}
    for name, anchor in anchors.items():
        if len(near[name]) < 2 or found[name] is None:
            continue
        above = path[at - 1] if (at := bisect_left(orders, _order(anchor))) else None
        below = path[at] if (at := bisect_right(orders, _order(anchor))) < len(path) else None
        if all(_stayed(index, one) for one in (above, below)):
            # Nothing moved here: what was chosen by its place is there.
            continue
        inside = [
            one
            for one in near[name]
            if (above is None or above[1] < one.start) and (below is None or one.start < below[1])
        ]
        best = inside[0] if inside else near[name][0]
        is_certain = len(inside) == 1 and above is not None and below is not None and best.likeness >= CERTAIN
        place = index.place(best.start, best.end)
        settled[name] = Found(place=place, standing=Standing.PLACED if is_certain else Standing.UNSURE)
    in_order_still = set(path)
    for name, anchor in anchors.items():
        # A few words that alone left the order of all others may be those of another passage.
        one = found[name]
        if (
            one is not None
            and len(near[name]) == 1
            and (_order(anchor), near[name][0].start) not in in_order_still
            and len(anchor.quote) < TELLING
        ):
            settled[name] = replace(one, standing=Standing.UNSURE)
    return settled


def _stayed(index: WordIndex, witness: tuple[tuple[int, int], int] | None) -> bool:
    return witness is None or index.place(witness[1], witness[1]).leaf == witness[0][0]


def _order(anchor: Anchor) -> tuple[int, int]:
    return anchor.place.leaf, anchor.place.start


def _near_equals(given: Iterable[Candidate]) -> list[Candidate]:
    best = max((one.likeness for one in given), default=0.0)
    return [one for one in given if best >= LIKELY and best - one.likeness < MARGIN]
