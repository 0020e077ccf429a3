"""The passages of a body that summary bullets sum up: the runs that carry a bullet's mark."""

from deskeditor.article.body import Body, leaf_lines
from deskeditor.article.line import MarkKind


def linked_bullets(body: Body) -> frozenset[str]:
    """Return the ids of the bullets that words of the body are linked to."""
    return frozenset(
        mark.value
        for leaf in body
        for line in leaf_lines(leaf)
        for run in line
        for mark in run.marks
        if mark.kind is MarkKind.BULLET
    )
