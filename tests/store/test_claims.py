"""Claims are found across the desk's articles, and the list says how far each article's checking has come."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskeditor.article.article import Article, new_article
from deskeditor.article.body import Paragraph, body_of
from deskeditor.article.claim_words import anchor_at
from deskeditor.article.claims import Claim, ClaimKind, Evidence, Judgement, Verdict
from deskeditor.article.line import Mark, MarkKind, Run, line_of, plain_line
from deskeditor.article.place import Field, Place
from deskeditor.article.sources import Source
from deskeditor.desk.checked_before import checked_before
from deskeditor.store import ArticleQuery, Store, open_store
from tests.strategies import FEW

NOON = datetime(2026, 7, 15, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path)
    yield opened
    opened.close()


def claimed(*words: str, verdict: Verdict | None = Verdict.OK, article_id: UUID | None = None) -> Article:
    """An article that is one claim a paragraph."""
    article = replace(
        new_article(article_id or uuid4(), NOON),
        headline=plain_line(f"Of {words[0]}"),
        body=body_of(
            Paragraph(line=line_of([Run(text=text, marks=frozenset({Mark(MarkKind.CLAIM, f"c{number}")}))]))
            for number, text in enumerate(words, start=1)
        ),
        sources=(Source(number=1, title="Minutes"), Source(number=2, title="Not this one")),
    )
    claims = []
    for number, text in enumerate(words, start=1):
        judgement = Judgement(verdict=verdict, words=text, by="Ada", at=NOON) if verdict is not None else None
        anchor = anchor_at(article, Place(field=Field.BODY, leaf=number - 1, end=len(text)))
        claim = Claim(id=f"c{number}", number=number, kind=ClaimKind.NUMBER, anchor=anchor, judgement=judgement)
        claims.append(replace(claim, evidence=(Evidence(source=1, locator="p. 4"),)))
    return replace(article, claims=tuple(claims), last_claim=len(words))


def words_like(store: Store, words: str, but_not: UUID | None = None) -> list[str]:
    return [one.words for one in store.claims_like(words, but_not=but_not)]


def test_earlier_claims_come_with_their_verdict_and_their_sources(store: Store) -> None:
    article = claimed("The council voted 14 to 9", "The last ship sailed in 1974")
    store.save(article, expected=None)
    (one,) = store.claims_like("voted 14 to 9")
    assert (one.article, one.headline, one.words) == (
        article.id,
        "Of The council voted 14 to 9",
        one.claim.anchor.quote,
    )
    assert one.claim == article.claims[0]
    assert [source.title for source in one.sources] == ["Minutes"]


def test_the_article_itself_is_left_out(store: Store) -> None:
    article = claimed("The council voted 14 to 9")
    store.save(article, expected=None)
    assert words_like(store, "council voted", but_not=article.id) == []


def test_claims_follow_what_is_saved(store: Store) -> None:
    article = claimed("The council voted 14 to 9", "The last ship sailed in 1974")
    store.save(article, expected=None)
    fewer = replace(article, claims=article.claims[:1])
    store.save(fewer, expected=1)
    assert words_like(store, "ship sailed") == []
    other = claimed("The council spoke for hours", article_id=article.id)
    store.save(other, expected=2)
    assert words_like(store, "council") == ["The council spoke for hours"]
    assert words_like(store, "voted") == []
    store.save(replace(other, claims=()), expected=3)
    assert words_like(store, "council") == []


def test_what_nothing_was_said_of_is_no_help(store: Store) -> None:
    store.save(claimed("The council voted 14 to 9", verdict=None), expected=None)
    assert words_like(store, "council voted") == []


def test_case_accents_and_scripts_make_no_difference(store: Store) -> None:
    store.save(claimed("The quay in Łódź", "京都で地震", "Երևանում"), expected=None)
    assert words_like(store, "LODZ") == ["The quay in Łódź"]
    assert words_like(store, "京都") == ["京都で地震"]
    assert words_like(store, "Երևանում") == ["Երևանում"]


def test_a_word_that_many_claims_hold_is_looked_for_together_with_others(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deskeditor.store.claim_index._MOST", 2)
    with store.together():
        for number in range(5):
            store.save(claimed(f"The council of town {number}", "The council"), expected=None)
    assert set(words_like(store, "the council")) == {"The council"} | {f"The council of town {n}" for n in range(5)}
    assert words_like(store, "council of town 3")[0] == "The council of town 3"


@pytest.mark.parametrize("text", ["", "   ", "“”", "AND OR NOT", "a* ^b", 'x"y', "don't AT&T", "\0", "\ud800"])
def test_every_text_may_be_asked(store: Store, text: str) -> None:
    store.save(claimed("The council voted 14 to 9"), expected=None)
    assert isinstance(store.claims_like(text), tuple)


@settings(max_examples=FEW)
@given(st.text())
def test_any_text_may_be_asked(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    opened = open_store(tmp_path_factory.mktemp("store"))
    try:
        assert opened.claims_like(text) == ()
    finally:
        opened.close()


def test_the_list_says_how_far_the_checking_has_come(store: Store) -> None:
    article = claimed("The council voted 14 to 9", "The last ship sailed in 1974")
    one_open = replace(article, claims=(article.claims[0], replace(article.claims[1], judgement=None)))
    store.save(one_open, expected=None)
    (head,) = store.heads(ArticleQuery())
    assert head.checked == (1, 2)
    store.save(article, expected=1)
    assert store.heads(ArticleQuery())[0].checked == (2, 2)
    store.save(replace(article, claims=()), expected=2)
    assert store.heads(ArticleQuery())[0].checked == (0, 0)


def test_the_desk_answers_with_the_likest_first(store: Store) -> None:
    asked = "The council voted 14 to 9 for a night ferry"
    store.save(claimed("The council voted 14 to 9 for the night ferry"), expected=None)
    store.save(claimed("A council of elders was founded in 1920"), expected=None)
    found = checked_before(store, asked)
    assert [one.earlier.words for one in found] == ["The council voted 14 to 9 for the night ferry"]
    assert found[0].likeness > 0.9


def test_the_newest_of_equals_is_told_first_and_a_copy_only_once(store: Store) -> None:
    first = claimed("Founded in 1920")
    second = claimed("Founded in 1920")
    later = replace(second.claims[0].judgement, at=NOON + timedelta(days=1), verdict=Verdict.DISPUTED)
    second = replace(second, claims=(replace(second.claims[0], judgement=later),))
    for article in (first, second, replace(first, id=uuid4())):
        store.save(article, expected=None)
    found = checked_before(store, "founded in 1920")
    assert [one.earlier.claim.judgement.verdict for one in found] == [Verdict.DISPUTED, Verdict.OK]
