from datetime import UTC, datetime
from uuid import uuid4

from deskeditor.article.article import Article
from deskeditor.article.body import Attribution, Heading, ListItem, is_quoted
from deskeditor.article.finding import Severity
from deskeditor.desk.checks import findings
from deskeditor.desk.importing import tag_finder
from deskeditor.desk.sample_article import sample_article
from deskeditor.language.words import body_words
from deskeditor.profile import load_profile

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


def sample() -> Article:
    return sample_article(new_id=uuid4, at=NOON, tag_named=tag_finder((), uuid4))


def test_it_shows_what_the_editor_can_do() -> None:
    article = sample()
    kinds = {type(leaf) for leaf in article.body}
    assert {Heading, Attribution, ListItem} <= kinds
    assert any(is_quoted(leaf) for leaf in article.body)
    assert len({mark.kind for leaf in article.body for run in getattr(leaf, "line", ()) for mark in run.marks}) >= 3
    assert article.summary
    assert article.tags
    assert article.byline
    assert article.credit.about
    assert 300 <= body_words(article.body) <= 420


def test_it_could_go_out() -> None:
    found = findings(sample(), load_profile(), now=NOON)
    assert [finding for finding in found if finding.severity is not Severity.ADVICE] == []


def test_each_one_is_an_article_of_its_own() -> None:
    assert sample().id != sample().id
