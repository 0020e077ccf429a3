"""Claim marks laid on the words of an article, and taken off them: values only, for what changes outside the editor."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from deskeditor.article.article import Article
from deskeditor.article.body import Body, leaf_lines, with_lines
from deskeditor.article.line import Line, Mark, MarkKind, Run, line_of, remarked
from deskeditor.article.place import Field, Place

Range = tuple[int, int, Mark]


def with_claims_at(article: Article, places: Mapping[str, Iterable[Place]]) -> Article:
    """The article, each claim named by its id laid on the words at its places, beside those that lie on them."""
    wanted: defaultdict[Place, list[Range]] = defaultdict(list)
    for claim_id, stretches in places.items():
        for place in stretches:
            key = replace(place, start=0, end=0)
            wanted[key].append((place.start, place.end, Mark(MarkKind.CLAIM, claim_id)))
    if not wanted:
        return article

    def marked(line: Line, place: Place) -> Line:
        return _marked(line, wanted[place]) if place in wanted else line

    leaves = list(article.body)
    for place, ranges in wanted.items():
        if place.field is Field.BODY and place.leaf < len(leaves):
            lines: list[Line] = []
            at = 0
            for line in leaf_lines(leaves[place.leaf]):
                lines.append(_marked(line, [(start - at, end - at, mark) for start, end, mark in ranges]))
                # Cells are parted by one character.
                at += len(line) + 1
            leaves[place.leaf] = with_lines(leaves[place.leaf], tuple(lines))
    return replace(
        article,
        headline=marked(article.headline, Place(field=Field.HEADLINE)),
        standfirst=marked(article.standfirst, Place(field=Field.STANDFIRST)),
        summary=tuple(
            replace(bullet, line=marked(bullet.line, Place(field=Field.SUMMARY, bullet=bullet.id)))
            for bullet in article.summary
        ),
        body=Body(tuple(leaves)),
    )


def _marked(line: Line, ranges: Iterable[Range]) -> Line:
    given = [(start, end, mark) for start, end, mark in ranges if start < len(line) and end > 0]
    if not given:
        return line
    runs: list[Run] = []
    at = 0
    for run in line:
        edges = {0, len(run.text)}
        edges.update(edge - at for start, end, _ in given for edge in (start, end) if at < edge < at + len(run.text))
        cuts = sorted(edges)
        for low, high in pairwise(cuts):
            more = {mark for start, end, mark in given if start <= at + low and at + high <= end}
            runs.append(Run(text=run.text[low:high], marks=run.marks | more))
        at += len(run.text)
    return line_of(runs)


def without_claims(article: Article, is_gone: Callable[[str], bool] = lambda _: True) -> Article:
    """The article without the marks of claims, of those whose id `is_gone` names."""

    def off(line: Line) -> Line:
        if not any(run.has(MarkKind.CLAIM) for run in line):
            return line
        return remarked(
            line,
            lambda marks: frozenset(
                mark for mark in marks if not (mark.kind is MarkKind.CLAIM and is_gone(mark.value))
            ),
        )

    return replace(
        article,
        headline=off(article.headline),
        standfirst=off(article.standfirst),
        summary=tuple(replace(bullet, line=off(bullet.line)) for bullet in article.summary),
        body=Body(tuple(with_lines(leaf, tuple(map(off, leaf_lines(leaf)))) for leaf in article.body)),
    )
