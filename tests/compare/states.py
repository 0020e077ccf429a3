"""Hypothesis strategies for states of one article that went apart."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from uuid import UUID

from hypothesis import strategies as st

from deskeditor.article.article import Article, SummaryBullet, new_article
from deskeditor.article.body import Body, Footnote, Heading, Leaf, Paragraph, body_of, leaf_lines, leaf_text, with_lines
from deskeditor.article.line import Line, Mark, MarkKind, Run, line_of, plain_line, slice_line

_WORDS = ("ferry", "harbour", "14", "votes", "the", "a", "of", "Marlow", "Osk,", "“quoted”", "said.", "京都", "-")


@cache
def sentences() -> st.SearchStrategy[str]:
    """Words of a small stock: two texts of them have much in common, and much by chance."""
    return st.lists(st.sampled_from(_WORDS), max_size=7).map(" ".join)


@cache
def marked_lines() -> st.SearchStrategy[Line]:
    """Lines of such words, some of them claimed."""
    run = st.builds(
        lambda text, ids: Run(text=text, marks=frozenset(Mark(MarkKind.CLAIM, each) for each in ids)) if text else None,
        sentences(),
        st.sets(st.sampled_from(("c1", "c2", "c3")), max_size=1),
    )
    return st.lists(run, max_size=3).map(lambda runs: line_of(one for one in runs if one is not None))


@cache
def leaves() -> st.SearchStrategy[Leaf]:
    """Paragraphs and headings."""
    return st.one_of(
        st.builds(Paragraph, line=marked_lines()),
        st.builds(Paragraph, line=marked_lines(), quoted=st.booleans()),
        st.builds(Heading, level=st.sampled_from((2, 3)), line=marked_lines()),
        st.builds(Footnote, label=st.sampled_from(("1", "2")), line=marked_lines()),
    )


@cache
def bodies() -> st.SearchStrategy[Body]:
    """Bodies of a few leaves."""
    return st.lists(leaves(), max_size=5).map(body_of)


@st.composite
def edited_lines(draw: st.DrawFn, line: Line) -> Line:
    """The line after a person has worked on it."""
    if draw(st.booleans()):
        return line
    at = draw(st.integers(0, len(line)))
    end = draw(st.integers(at, min(len(line), at + 12)))
    return line_of((*slice_line(line, 0, at), *draw(marked_lines()), *slice_line(line, end)))


@st.composite
def edited_bodies(draw: st.DrawFn, body: Body) -> Body:
    """The body after a person has worked on it."""
    made: list[Leaf] = []
    for leaf in body:
        act = draw(st.sampled_from(("keep", "keep", "edit", "edit", "drop", "insert")))
        if act == "insert":
            made.append(draw(leaves()))
        if act == "edit":
            leaf = with_lines(leaf, tuple(draw(edited_lines(line)) for line in leaf_lines(leaf)))
        if act != "drop":
            made.append(leaf)
    if len(made) > 1 and draw(st.integers(0, 4)) == 0:
        made.insert(draw(st.integers(0, len(made) - 1)), made.pop())
    return body_of(made)


@st.composite
def edited(draw: st.DrawFn, article: Article) -> Article:
    """The article after a person has worked on its copy."""
    bullets = [replace(one, line=draw(edited_lines(one.line))) for one in article.summary if draw(st.integers(0, 3))]
    if draw(st.booleans()):
        bullets.append(SummaryBullet(id=draw(st.uuids(version=4)), line=draw(marked_lines())))
    return replace(
        article,
        headline=draw(edited_lines(article.headline)),
        standfirst=draw(edited_lines(article.standfirst)),
        summary=tuple(bullets),
        body=draw(edited_bodies(article.body)),
    )


@cache
def begun() -> st.SearchStrategy[Article]:
    """Articles with a little copy."""
    base = new_article(UUID(int=7), datetime(2026, 3, 1, 9, tzinfo=UTC))
    bullet = st.builds(SummaryBullet, id=st.uuids(version=4), line=marked_lines())
    return st.builds(
        lambda headline, standfirst, summary, body: replace(
            base, headline=headline, standfirst=standfirst, summary=tuple(summary), body=body
        ),
        marked_lines(),
        marked_lines(),
        st.lists(bullet, max_size=2, unique_by=lambda one: one.id),
        bodies(),
    )


@st.composite
def three_states(draw: st.DrawFn) -> tuple[Article, Article, Article]:
    """An article, and what two people made of it apart."""
    base = draw(begun())
    return base, draw(edited(base)), draw(edited(base))


def copy_words(article: Article) -> str:
    """All words of the copy."""
    lines = [article.headline.text, article.standfirst.text, *(bullet.line.text for bullet in article.summary)]
    return "\n".join((*lines, *map(leaf_text, article.body)))


def paragraphs(*texts: str) -> Body:
    """A body of plain paragraphs."""
    return body_of(Paragraph(line=plain_line(text)) for text in texts)
