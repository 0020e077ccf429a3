from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given

from deskeditor.article.article import Article, Publication, new_article
from deskeditor.article.workflow import Stage
from deskeditor.desk.copies import duplicate
from tests.strategies import articles

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)
NEW_ID = UUID(int=77)


def copy_of(article: Article) -> Article:
    return duplicate(article, new_id=lambda: NEW_ID, at=LATER)


def test_a_duplicate_is_a_draft_of_its_own() -> None:
    article = replace(
        new_article(UUID(int=1), NOON),
        stage=Stage.PUBLISHED,
        publication=Publication(at=NOON, url="https://example.org/one"),
        url_slug="one",
    )
    copy = copy_of(article)
    assert (copy.id, copy.created, copy.modified) == (NEW_ID, LATER, LATER)
    assert (copy.stage, copy.publication, copy.url_slug) == (Stage.DRAFT, None, "")


@given(article=articles())
def test_a_duplicate_has_the_same_words_and_warnings(article: Article) -> None:
    copy = copy_of(article)
    for name in "headline standfirst summary body tags byline credit hold legal_read embargo desk_note".split():
        assert getattr(copy, name) == getattr(article, name)
