"""Completion of tags."""

from hypothesis import given
from hypothesis import strategies as st

from deskeditor.language.folding import fold
from deskeditor.ui.suggestions import suggestions

KNOWN = ("Łódź", "Budget", "City budget", "Rebudgeting", "Harbour", "Ports")


def test_the_beginning_counts_more_than_a_word_and_a_word_more_than_a_part() -> None:
    assert suggestions("budget", KNOWN) == ("Budget", "City budget", "Rebudgeting")


def test_accents_and_case_are_no_matter() -> None:
    assert suggestions("LOD", KNOWN) == ("Łódź",)


def test_what_the_article_has_is_not_offered() -> None:
    assert suggestions("budget", KNOWN, without=["BUDGET"]) == ("City budget", "Rebudgeting")


def test_nothing_typed_offers_nothing() -> None:
    assert suggestions("  ", KNOWN) == ()


@given(st.text(), st.lists(st.text()), st.integers(1, 9))
def test_only_what_holds_the_words_is_offered(typed: str, known: list[str], most: int) -> None:
    found = suggestions(typed, known, most=most)
    assert len(found) <= most
    assert len(set(found)) == len(found)
    assert all(label in known and fold(typed.strip()) in fold(label) for label in found)
