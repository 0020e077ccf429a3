"""The lines of an article where they stand: what claims and notes are looked for in."""

from collections.abc import Iterator

from deskeditor.article.article import Article
from deskeditor.article.body import Body, leaf_lines
from deskeditor.article.line import Line
from deskeditor.article.place import Field, Place


def placed_lines(article: Article) -> Iterator[tuple[Place, Line]]:
    """Every line of the copy with the place that its first character has.

    The order is the page's: headline, standfirst, bullets, body with captions, cells and footnotes.
    """
    yield from lines_above(article)
    yield from body_lines(article.body)


def lines_above(article: Article) -> Iterator[tuple[Place, Line]]:
    """The lines above the body: headline, standfirst and bullets."""
    yield Place(field=Field.HEADLINE), article.headline
    yield Place(field=Field.STANDFIRST), article.standfirst
    for bullet in article.summary:
        yield Place(field=Field.SUMMARY, bullet=bullet.id), bullet.line


def body_lines(body: Body) -> Iterator[tuple[Place, Line]]:
    """The lines of the body."""
    for number, leaf in enumerate(body):
        at = 0
        for line in leaf_lines(leaf):
            yield Place(field=Field.BODY, leaf=number, start=at, end=at), line
            # Cells are parted by one character.
            at += len(line) + 1
