"""What came back from another desk, made one with what became of it here."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from deskeditor.article.article import Article
from deskeditor.article.claim_words import claimed_words
from deskeditor.article.claims import Claim, Standing, claim_with
from deskeditor.article.sources import source_numbered
from deskeditor.desk.merging import Merge, merged_articles
from tests.desk.checked_states import checked_by_two, checked_states

States = tuple[Article, Article, Article]

NOW = datetime(2026, 3, 2, tzinfo=UTC)


def merged(states: States) -> Merge:
    base, mine, theirs = states
    return merged_articles(base, mine, theirs, sender="Bea", now=NOW)


@given(checked_states())
def test_what_comes_back_untouched_changes_nothing(states: States) -> None:
    base, mine, _ = states
    assert merged((base, mine, base)) == Merge(article=mine)


@given(checked_states(), st.booleans())
def test_merging_the_same_again_changes_nothing_where_one_desk_edited(states: States, here: bool) -> None:
    base, mine, theirs = states
    # Words that both desks edited can't tell whether they were merged before: there the store remembers the file.
    mine, theirs = (mine, _with_copy_of(theirs, base)) if here else (_with_copy_of(mine, base), theirs)
    once = merged((base, mine, theirs)).article
    assert merged((base, once, theirs)) == Merge(article=once)


def _with_copy_of(article: Article, base: Article) -> Article:
    return replace(article, headline=base.headline, standfirst=base.standfirst, summary=base.summary, body=base.body)


@given(checked_states())
def test_whatever_was_said_on_either_side_is_said_in_what_both_made(states: States) -> None:
    base, mine, theirs = states
    made = merged(states).article
    for side in (mine, theirs):
        before = {claim.id: claim for claim in base.claims}
        for claim in side.claims:
            if claim != before.get(claim.id):
                now = claim_with(made.claims, claim.id)
                assert now is not None
                _holds(now, claim, before.get(claim.id))


def _holds(now: Claim, claim: Claim, before: Claim | None) -> None:
    said = [remark.text for remark in now.thread]
    assert all(remark in now.thread for remark in claim.thread)
    if claim.judgement is not None and (before is None or claim.judgement != before.judgement):
        assert now.judgement == claim.judgement or any(claim.judgement.words in text for text in said)
    if claim.query is not None and (before is None or claim.query != before.query):
        assert now.query == claim.query or any(claim.query.question in text for text in said)
    if claim.stet is not None:
        assert now.stet == claim.stet or f"Stet: {claim.stet.why}" in said


@given(checked_states())
def test_numbers_are_distinct_and_evidence_follows_its_source(states: States) -> None:
    _, mine, theirs = states
    made = merged(states).article
    numbers = [claim.number for claim in made.claims]
    sources = [source.number for source in made.sources]
    assert len(set(numbers)) == len(numbers)
    assert len(set(sources)) == len(sources)
    assert max([0, *numbers]) <= made.last_claim
    assert max([0, *sources]) <= made.last_source
    for side in (mine, theirs):
        for claim in side.claims:
            now = claim_with(made.claims, claim.id)
            titles = {_title(side, one.source) for one in claim.evidence}
            assert now is not None
            assert titles <= {_title(made, one.source) for one in now.evidence}


def _title(article: Article, number: int) -> str:
    source = source_numbered(article.sources, number)
    assert source is not None
    return source.title


@given(checked_states())
def test_my_numbers_stay_what_people_called_them(states: States) -> None:
    _, mine, _ = states
    made = merged(states).article
    assert all(claim_with(made.claims, claim.id).number == claim.number for claim in mine.claims)  # type: ignore[union-attr]
    assert all(source_numbered(made.sources, source.number) == source for source in mine.sources)


@given(checked_states())
def test_the_log_keeps_what_happened_on_both_sides(states: States) -> None:
    base, mine, theirs = states
    made = merged(states).article
    assert set(mine.claim_log) <= set(made.claim_log)
    texts = [(entry.at, entry.by, entry.text) for entry in made.claim_log]
    assert all((entry.at, entry.by, entry.text) in texts for entry in theirs.claim_log if entry not in base.claim_log)


@given(checked_states())
def test_a_claim_that_is_placed_lies_on_words_or_was_cut(states: States) -> None:
    _, _, theirs = states
    made = merged(states).article
    words, others = claimed_words(made), claimed_words(theirs)
    for claim in made.claims:
        if claim.standing is Standing.PLACED and claim.id not in words:
            known = claim_with(states[1].claims, claim.id) is not None
            assert known or claim.id not in others


@given(checked_by_two())
def test_several_checkers_come_back_one_after_the_other(states: tuple[Article, Article, Article, Article]) -> None:
    base, mine, first, second = states
    once = merged((base, mine, first)).article
    made = merged_articles(base, once, second, sender="Cleo", now=NOW).article
    assert len({claim.number for claim in made.claims}) == len(made.claims)
    assert len({source.number for source in made.sources}) == len(made.sources)
    given_ids = {claim.id for side in (mine, first, second) for claim in side.claims}
    assert {claim.id for claim in made.claims} >= given_ids
    titles = {source.title for side in (mine, first, second) for source in side.sources}
    assert {source.title for source in made.sources} == titles
