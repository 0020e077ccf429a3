"""Whatever an article holds comes back as it was, and whatever is typed into search is legal."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskeditor.article.article import Article, Person, new_article
from deskeditor.article.line import Line, plain_line
from deskeditor.store import ArticleQuery, Order, RevisionReason, Store, open_store
from deskeditor.store.search_index import search_terms
from tests.strategies import articles, lines

ADA = Person(name="Ada Person", initials="AP")
NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    # One store for all examples: each article has an id of its own.
    opened = open_store(tmp_path_factory.mktemp("any") / "desk")
    yield opened
    opened.close()


def as_new(article: Article) -> Article:
    return replace(article, id=uuid4())


@given(article=articles())
def test_an_article_comes_back_as_it_was_saved_listed_and_kept(store: Store, article: Article) -> None:
    saved = as_new(article)
    store.save(saved, expected=None)
    assert store.load(saved.id).article == saved
    kept = store.keep_revision(saved, reason=RevisionReason.CLOSED, person=ADA)
    assert store.revision_article(kept.id) == saved
    for order in Order:
        heads = store.heads(ArticleQuery(order=order, stages=frozenset({saved.stage}), limit=10_000))
        assert saved.id in {head.id for head in heads}


@settings(max_examples=25)
@given(article=articles(), later=articles())
def test_an_article_saved_over_another_state_is_the_later_one(store: Store, article: Article, later: Article) -> None:
    first = as_new(article)
    second = replace(later, id=first.id)
    counter = store.save(first, expected=None).counter
    store.save(second, expected=counter)
    assert store.load(first.id).article == second


@given(text=st.text())
def test_any_text_is_a_legal_query(store: Store, text: str) -> None:
    for order in Order:
        store.heads(ArticleQuery(text=text, order=order))
    store.count(ArticleQuery(text=text))


@given(headline=lines())
def test_what_is_written_is_found(store: Store, headline: Line) -> None:
    article = replace(new_article(uuid4(), NOON), headline=headline)
    store.save(article, expected=None)
    text = article.headline.text.replace('"', " ")
    if search_terms(text):
        found = store.heads(ArticleQuery(text=text, limit=10_000))
        assert article.id in {head.id for head in found}


@given(text=st.text(), start=st.integers(0, 40), length=st.integers(1, 20))
def test_a_snippet_is_of_the_articles_own_words(store: Store, text: str, start: int, length: int) -> None:
    article = replace(new_article(uuid4(), NOON), standfirst=plain_line(text))
    store.save(article, expected=None)
    shown = article.standfirst.text
    for head in store.heads(ArticleQuery(text=shown[start : start + length])):
        for begin, end in head.snippet_matches:
            assert 0 <= begin < end <= len(head.snippet)
        if head.id == article.id:
            bare = head.snippet.removeprefix("… ").removesuffix(" …").strip()
            assert bare in " ".join(shown.split())


def test_the_folder_of_a_store_is_known(store: Store) -> None:
    assert isinstance(store.folder, Path)
    assert (store.folder / "desk.db").is_file()
