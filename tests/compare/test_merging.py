"""What two people made of one text, made one."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given, settings

from deskeditor.article.article import Article, new_article
from deskeditor.article.body import Footnote, Paragraph, body_of, leaf_text
from deskeditor.article.claim_words import claimed_words
from deskeditor.article.line import OBJECT, Line, Mark, MarkKind, Run, line_of, plain_line
from deskeditor.article.word_pairs import words_of
from deskeditor.compare.merging import Merged, merged_copy, merged_items
from tests.compare.states import copy_words, paragraphs, three_states
from tests.strategies import MANY

States = tuple[Article, Article, Article]

BASE = replace(
    new_article(UUID(int=5), datetime(2026, 3, 1, tzinfo=UTC)),
    headline=plain_line("Marlow backs ferry"),
    body=paragraphs(
        "The council voted 14 to 9 for a night ferry from next spring.",
        "Fares stay frozen for two years, and children travel free.",
        "Critics call the cost estimate a guess with a ribbon on it.",
    ),
)


def with_texts(*texts: str, base: Article = BASE) -> Article:
    return replace(base, body=paragraphs(*texts))


def texts_of(merged: Merged) -> list[str]:
    return [leaf_text(leaf) for leaf in merged.article.body]


def base_with(at: int, text: str) -> Article:
    texts = [leaf_text(leaf) for leaf in BASE.body]
    texts[at] = text
    return with_texts(*texts)


@settings(max_examples=MANY)
@given(three_states())
def test_one_who_changed_nothing_changes_nothing(states: States) -> None:
    base, mine, _ = states
    assert merged_copy(base, mine, base) == Merged(article=mine)


@settings(max_examples=MANY)
@given(three_states())
def test_what_both_did_alike_is_done_once(states: States) -> None:
    base, mine, _ = states
    assert merged_copy(base, mine, mine) == Merged(article=mine)


@settings(max_examples=MANY)
@given(three_states())
def test_what_only_the_other_did_is_taken_whole(states: States) -> None:
    base, _, theirs = states
    merged = merged_copy(base, base, theirs)
    assert merged == Merged(article=theirs)


@settings(max_examples=MANY)
@given(three_states())
def test_no_word_of_either_side_is_lost(states: States) -> None:
    base, mine, theirs = states
    merged = merged_copy(base, mine, theirs)
    told = "\n".join(clash.wording for clash in (*merged.clashes, *merged.aside))
    before, copy = _counted(copy_words(base)), _counted(copy_words(merged.article))
    assert _counted(copy_words(mine)) - before <= copy
    assert _counted(copy_words(theirs)) - before <= copy + _counted(told)


def _counted(text: str) -> Counter[str]:
    return Counter(word.text for word in words_of(text))


@settings(max_examples=MANY)
@given(three_states())
def test_a_claim_lies_on_words_for_each_clash(states: States) -> None:
    merged = merged_copy(*states)
    words = claimed_words(merged.article)
    assert all(words[clash.claim].words.strip() for clash in merged.clashes)
    assert not any(clash.claim in words for clash in merged.aside)
    assert len({clash.claim for clash in merged.clashes}) == len(merged.clashes)


@settings(max_examples=MANY)
@given(three_states())
def test_clashes_that_are_known_are_not_told_again(states: States) -> None:
    base, mine, theirs = states
    merged = merged_copy(base, mine, theirs)
    known = {clash.claim for clash in (*merged.clashes, *merged.aside)}
    again = merged_copy(base, mine, theirs, known=known)
    assert not again.clashes
    assert not again.aside
    assert copy_words(again.article) == copy_words(merged.article)


def test_changes_to_different_words_of_a_paragraph_both_go_in() -> None:
    mine = base_with(0, "The council voted 14 to 9 for a night ferry from next autumn.")
    theirs = base_with(0, "The harbour council voted 15 to 9 for a night ferry from next spring.")
    merged = merged_copy(BASE, mine, theirs)
    assert texts_of(merged)[0] == "The harbour council voted 15 to 9 for a night ferry from next autumn."
    assert not merged.clashes


def test_where_both_changed_the_same_words_mine_stay_and_theirs_are_a_clash() -> None:
    mine = base_with(0, "The council voted 16 to 9 for a night ferry from next spring.")
    theirs = base_with(0, "The council voted 15 to 9 for a night ferry from next spring.")
    merged = merged_copy(BASE, mine, theirs)
    assert texts_of(merged)[0] == "The council voted 16 to 9 for a night ferry from next spring."
    (clash,) = merged.clashes
    assert (claimed_words(merged.article)[clash.claim].words, clash.wording) == ("16", "15")


def test_words_that_i_cut_and_they_changed_are_a_clash_on_the_word_beside_them() -> None:
    mine = base_with(0, "The council voted 14 to 9 for a ferry from next spring.")
    theirs = base_with(0, "The council voted 14 to 9 for a nightly ferry from next spring.")
    merged = merged_copy(BASE, mine, theirs)
    (clash,) = merged.clashes
    assert (claimed_words(merged.article)[clash.claim].words, clash.wording) == ("a", "a nightly")


def test_a_paragraph_that_i_cut_and_they_changed_is_a_clash_on_the_one_before() -> None:
    mine = with_texts(*texts_of(Merged(article=BASE))[::2])
    theirs = base_with(1, "Fares stay frozen for three years, and children travel free.")
    merged = merged_copy(BASE, mine, theirs)
    assert texts_of(merged) == texts_of(Merged(article=mine))
    (clash,) = merged.clashes
    assert claimed_words(merged.article)[clash.claim].words == "spring."
    assert clash.wording == "spring. Fares stay frozen for three years, and children travel free."


def test_a_paragraph_that_they_cut_and_i_changed_stays_and_is_told() -> None:
    mine = base_with(1, "Fares stay frozen for three years, and children travel free.")
    theirs = with_texts(*texts_of(Merged(article=BASE))[::2])
    merged = merged_copy(BASE, mine, theirs)
    assert texts_of(merged) == texts_of(Merged(article=mine))
    (clash,) = merged.clashes
    assert clash.wording == ""
    assert claimed_words(merged.article)[clash.claim].words.startswith("Fares")


def test_a_paragraph_that_i_moved_takes_along_what_they_changed_in_it() -> None:
    texts = texts_of(Merged(article=BASE))
    mine = with_texts(texts[2], texts[0], texts[1])
    theirs = base_with(2, "Critics call the cost estimate “a guess with a ribbon on it”.")
    merged = merged_copy(BASE, mine, theirs)
    assert texts_of(merged) == ["Critics call the cost estimate “a guess with a ribbon on it”.", texts[0], texts[1]]


def test_a_paragraph_that_they_moved_moves_where_i_moved_none() -> None:
    texts = texts_of(Merged(article=BASE))
    theirs = with_texts(texts[2], texts[0], texts[1])
    mine = base_with(0, "The council voted 15 to 9 for a night ferry from next spring.")
    merged = merged_copy(BASE, mine, theirs)
    assert texts_of(merged) == [texts[2], leaf_text(mine.body.leaves[0]), texts[1]]


def test_both_may_add_paragraphs_at_one_place() -> None:
    texts = texts_of(Merged(article=BASE))
    mine = with_texts(texts[0], "A second vote is due.", *texts[1:])
    theirs = with_texts(texts[0], "Opponents disagree entirely.", *texts[1:])
    merged = merged_copy(BASE, mine, theirs)
    assert texts_of(merged) == [texts[0], "A second vote is due.", "Opponents disagree entirely.", *texts[1:]]


def claimed(text: str, words: str, claim: str = "c") -> Line:
    at = text.index(words)
    runs = (text[:at], False), (words, True), (text[at + len(words) :], False)
    mark = frozenset({Mark(MarkKind.CLAIM, claim)})
    return line_of(Run(text=part, marks=mark if on else frozenset()) for part, on in runs if part)


@pytest.mark.parametrize(
    ("now", "under"),
    [
        ("The council voted 16 to 9 for a night ferry from next spring.", "voted 16 to 9"),
        ("The council decided by 16 to 9 on a night ferry from next spring.", "decided by 16 to 9"),
        ("The council voted 14 to 9 for a night boat from next spring.", "voted 14 to 9"),
        ("The council backed a night ferry from next spring.", "backed"),
    ],
)
def test_a_claim_that_they_laid_lies_on_what_became_of_its_words(now: str, under: str) -> None:
    first = leaf_text(BASE.body.leaves[0])
    rest = BASE.body.leaves[1:]
    theirs = replace(BASE, body=body_of((Paragraph(line=claimed(first, "voted 14 to 9")), *rest)))
    mine = base_with(0, now)
    assert claimed_words(merged_copy(BASE, mine, theirs).article)["c"].words == under


def test_footnotes_that_both_added_under_one_label_stay_two() -> None:
    def noted(at: int, words: str) -> Article:
        leaves = list(BASE.body)
        reference = Run(text=OBJECT, marks=frozenset({Mark(MarkKind.FOOTNOTE, "1")}))
        leaves[at] = Paragraph(line=line_of((*plain_line(leaf_text(leaves[at])), reference)))
        return replace(BASE, body=body_of((*leaves, Footnote(label="1", line=plain_line(words)))))

    merged = merged_copy(BASE, noted(0, "By show of hands."), noted(2, "In the treasurer’s paper."))
    referred = [
        run.value(MarkKind.FOOTNOTE)
        for leaf in merged.article.body
        if isinstance(leaf, Paragraph)
        for run in leaf.line
        if run.has(MarkKind.FOOTNOTE)
    ]
    notes = {leaf.label: leaf.line.text for leaf in merged.article.body if isinstance(leaf, Footnote)}
    assert [notes[label] for label in referred] == ["By show of hands.", "In the treasurer’s paper."]


def test_items_of_both_sides_are_kept_and_what_one_took_away_goes() -> None:
    assert merged_items("abc", "abxc", "acy") == ("a", "x", "c", "y")
