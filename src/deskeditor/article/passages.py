"""The passages of a body that summary bullets sum up: the runs that carry a bullet's mark."""

from deskeditor.article.article import Article
from deskeditor.article.body import Body, leaf_lines, marked_values
from deskeditor.article.line import MarkKind


def linked_bullets(body: Body) -> frozenset[str]:
    """Return the ids of the bullets that words of the body are linked to."""
    return marked_values(body, MarkKind.BULLET)


def passages_of(article: Article) -> dict[str, str]:
    """The words of the body that each bullet sums up, by the bullet's id."""
    found: dict[str, list[str]] = {}
    for leaf in article.body:
        for line in leaf_lines(leaf):
            under: dict[str, str] = {}
            for run in line:
                for mark in run.marks:
                    if mark.kind is MarkKind.BULLET:
                        under[mark.value] = under.get(mark.value, "") + run.text
            for bullet, words in under.items():
                found.setdefault(bullet, []).append(words)
    return {bullet: "\n".join(words) for bullet, words in found.items()}
