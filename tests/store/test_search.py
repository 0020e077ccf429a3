from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from deskeditor.article.article import Article, BylineName, SummaryBullet, new_article
from deskeditor.article.body import Align, Paragraph, Table, body_of
from deskeditor.article.line import plain_line
from deskeditor.article.workflow import Stage
from deskeditor.store import ArticleQuery, Order, Store, open_store
from deskeditor.store.search_index import match_expression, search_terms

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
COPY = "COVID-19 in the U.S.: AT&T staff “don’t know”. Trip to 京都 and a Straße in Łódź; naïve café, İzmir."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "desk")
    yield opened
    opened.close()


def saved(store: Store, headline: str = "", body: str = "", *, minutes: int = 0) -> Article:
    article = replace(
        new_article(uuid4(), NOON + timedelta(minutes=minutes)),
        headline=plain_line(headline),
        body=body_of([Paragraph(line=plain_line(body))]),
    )
    store.save(article, expected=None)
    return article


def found(store: Store, text: str, order: Order = Order.BEST) -> list[str]:
    return [head.headline for head in store.heads(ArticleQuery(text=text, order=order))]


@pytest.mark.parametrize(
    "typed",
    """COVID-19|covid 19|U.S.|u.s|AT&T|at&t staff|don't|don’t|京都|京|都|Straße|STRASSE|strasse|Łódź|lodz|łodz|naive
    |Café|cafe|izmir|İZMİR|straß|"don't know"|"at&t staff|lodz covid|(trip)|trip*|^trip|-trip|trip:""".split("|"),
)
def test_is_found(store: Store, typed: str) -> None:
    saved(store, "Found", COPY)
    saved(store, "Other", "Nothing of the kind.")
    assert found(store, typed) == ["Found"]


@pytest.mark.parametrize("typed", ["OR", "NOT x", "NEAR(", "NEAR(a b)", "body:covid", "都京", '"know don\'t"', "ovid"])
def test_is_not_found(store: Store, typed: str) -> None:
    saved(store, "Found", COPY)
    assert found(store, typed) == []


@pytest.mark.parametrize("typed", ["", " ", '"', '""', "*", "(", "—", "…?!", "\0", "'"])
def test_nothing_to_look_for_lists_all(store: Store, typed: str) -> None:
    saved(store, "One", minutes=1)
    saved(store, "Two", minutes=2)
    assert found(store, typed) == ["Two", "One"]


def test_operators_are_words(store: Store) -> None:
    saved(store, "Near and not or")
    saved(store, "Far")
    assert found(store, "near AND not OR") == ["Near and not or"]


def test_the_last_word_is_found_by_its_beginning_only_while_it_is_typed(store: Store) -> None:
    saved(store, "Harbour closes")
    assert found(store, "harb") == ["Harbour closes"]
    assert found(store, "harb clo") == []
    assert found(store, "harbour clo") == ["Harbour closes"]
    assert found(store, '"harbour clo"') == []


def test_every_field_is_searched(store: Store) -> None:
    article = replace(
        new_article(uuid4(), NOON),
        headline=plain_line("alpha"),
        standfirst=plain_line("bravo"),
        summary=(SummaryBullet(id=uuid4(), line=plain_line("charlie")),),
        tags=(store.tag_named("delta"),),
        byline=(BylineName(name="Echo Person"),),
        slugline="FOXTROT-PORTS",
        body=body_of([Table(rows=((plain_line("golf"), plain_line("hotel")),), alignments=(Align.LEFT, Align.LEFT))]),
    )
    store.save(article, expected=None)
    for word in "alpha bravo charlie delta echo foxtrot golf hotel".split():
        assert found(store, word) == ["alpha"], word


def test_a_headline_weighs_more_than_a_mention(store: Store) -> None:
    saved(store, "Weather", "The harbour was mentioned. " + "Words follow. " * 50, minutes=9)
    saved(store, "Harbour closes", "Ships must go elsewhere. " + "Words follow. " * 50, minutes=1)
    assert found(store, "harbour") == ["Harbour closes", "Weather"]
    assert found(store, "harbour", Order.CHANGED) == ["Weather", "Harbour closes"]


def test_a_search_is_narrowed_like_a_list(store: Store) -> None:
    saved(store, "Harbour one")
    spiked = replace(saved(store, "Harbour two"), stage=Stage.SPIKED)
    store.save(spiked, expected=1)
    query = ArticleQuery(text="harbour", stages=frozenset({Stage.SPIKED}))
    assert [head.id for head in store.heads(query)] == [spiked.id]
    assert store.count(query) == 1
    assert store.count(replace(query, stages=frozenset())) == 2


def test_words_that_were_taken_out_are_not_found(store: Store) -> None:
    article = saved(store, "Harbour closes", "Old words.")
    store.save(replace(article, headline=plain_line("Port closes")), expected=1)
    assert found(store, "harbour") == []
    assert found(store, "port") == ["Port closes"]


def test_a_snippet_shows_the_original_words_around_the_match(store: Store) -> None:
    saved(store, "One", "Filler words. " * 30 + "A Straße in “Łódź” was closed. " + "More words. " * 30)
    (head,) = store.heads(ArticleQuery(text="strasse lodz"))
    assert "A Straße in “Łódź” was closed." in head.snippet
    assert head.snippet.startswith("… ")
    assert head.snippet.endswith(" …")
    assert [head.snippet[start:end] for start, end in head.snippet_matches] == ["Straße", "Łódź"]


def test_a_snippet_of_a_match_elsewhere_is_the_opening(store: Store) -> None:
    saved(store, "Harbour closes", "Ships must go elsewhere.")
    (head,) = store.heads(ArticleQuery(text="harbour"))
    assert (head.snippet, head.snippet_matches) == ("Ships must go elsewhere.", ())


def test_terms_are_words_and_phrases() -> None:
    assert search_terms('peace “Talks lean” west "') == ("peace", "talks lean", "west")
    assert match_expression('one "two three"') == '"one" "two three"'
    assert match_expression("one two") == '"one" "two"*'
    assert match_expression("東京") == '"東 京"*'
    assert match_expression("...") is None


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("ranked", [3, 9, 10, 11])
def test_pages_of_very_many_matches_hold_each_once(
    store: Store, monkeypatch: pytest.MonkeyPatch, order: Order, ranked: int
) -> None:
    for number in range(10):
        saved(store, f"Harbour {number}", "harbour " * (number % 4), minutes=(number * 7) % 10)
    query = ArticleQuery(text="harbour", order=order, limit=3)
    usual = [head.headline for head in store.heads(replace(query, limit=100))]

    monkeypatch.setattr("deskeditor.store.listing.RANKED", ranked)
    pages = [head.headline for offset in range(0, 12, 3) for head in store.heads(replace(query, offset=offset))]

    assert sorted(pages) == sorted(usual)
    if order is not Order.BEST:
        assert pages == usual


def test_of_very_many_matches_the_newest_are_ranked_and_the_others_follow(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(store, "Harbour first of all", "harbour " * 20)
    for number in range(3):
        saved(store, f"Mention {number}", "Words follow. " * (9 + number) + "harbour")
    saved(store, "Harbour", "Words follow.")
    monkeypatch.setattr("deskeditor.store.listing.RANKED", 4)
    assert found(store, "harbour") == ["Harbour", "Mention 0", "Mention 1", "Mention 2", "Harbour first of all"]
