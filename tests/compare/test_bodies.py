"""Two states of an article compared."""

from dataclasses import replace

from hypothesis import given

from deskeditor.article.article import Article
from deskeditor.article.body import Body, Heading, leaf_text
from deskeditor.article.line import plain_line
from deskeditor.article.place import Field
from deskeditor.compare.bodies import compared_articles, compared_bodies
from deskeditor.compare.words import Kind
from tests.compare.states import bodies, paragraphs, three_states


@given(bodies(), bodies())
def test_each_leaf_of_both_is_told_once_and_the_parts_rebuild_it(before: Body, after: Body) -> None:
    found = compared_bodies(before, after)
    assert [one.after for one in found if one.after is not None] == list(after)
    assert sorted(map(repr, (one.before for one in found if one.before is not None))) == sorted(map(repr, before))
    for one in found:
        old = "".join(part.text for part in one.parts if part.kind is not Kind.NEW)
        assert old == (leaf_text(one.before) if one.before is not None else "")


@given(three_states())
def test_an_article_is_no_other_than_itself(states: tuple[Article, Article, Article]) -> None:
    assert not any(one.is_changed for one in compared_articles(states[0], states[0]))


def test_a_paragraph_that_went_stands_where_it_stood() -> None:
    found = compared_bodies(paragraphs("One ferry.", "Two boats.", "Three."), paragraphs("One ferry.", "Three."))
    assert [(leaf_text(one.before) if one.before else "", one.after is None) for one in found] == [
        ("One ferry.", False),
        ("Two boats.", True),
        ("Three.", False),
    ]


def test_a_moved_paragraph_is_told_as_moved_and_not_as_gone_and_new() -> None:
    texts = "The first of April is the day.", "Fares stay frozen for two years.", "Critics call it a guess."
    found = compared_bodies(paragraphs(*texts), paragraphs(texts[2], texts[0], texts[1]))
    assert [one.moved for one in found] == [True, False, False]
    assert all(part.kind is Kind.SAME for one in found for part in one.parts)


def test_a_paragraph_that_was_moved_and_changed_is_one() -> None:
    texts = "The first of April is the day.", "Fares stay frozen for two years.", "Critics call it a guess."
    found = compared_bodies(paragraphs(*texts), paragraphs(texts[1], texts[2], "The first of May is the day."))
    assert [one.moved for one in found] == [False, False, True]
    assert [part.text for part in found[2].parts if part.kind is Kind.GONE] == ["April"]


def test_a_paragraph_made_a_heading_is_restyled() -> None:
    before = paragraphs("What comes next", "The first boat leaves in April.")
    after = Body((Heading(level=2, line=plain_line("What comes next")), before.leaves[1]))
    found = compared_bodies(before, after)
    assert [(one.restyled, one.is_changed) for one in found] == [(True, True), (False, False)]


@given(three_states())
def test_bullets_that_went_are_told_too(states: tuple[Article, Article, Article]) -> None:
    before, after = states[0], replace(states[0], summary=())
    gone = [one for one in compared_articles(before, after) if one.field is Field.SUMMARY]
    assert len(gone) == sum(bool(bullet.line) for bullet in before.summary)
