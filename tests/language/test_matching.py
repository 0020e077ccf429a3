"""Finding words: what counts as the same, exact places, whole letters."""

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.errors import InputError
from deskeditor.language.matching import Query, matcher, replacement
from tests.strategies import texts


def found(
    text: str, wanted: str, *, case: bool = False, word: bool = False, regex: bool = False, exact: bool = False
) -> list[str]:
    query = Query(text=wanted, case=case, whole_word=word, regex=regex, exact=exact)
    return [text[hit.start : hit.end] for hit in matcher(query)(text)]


@pytest.mark.parametrize(
    ("text", "wanted", "hits"),
    [
        ("Harbour and harbour", "harbour", ["Harbour", "harbour"]),
        ("Café, cafe, CAFÉ", "cafe", ["Café", "cafe", "CAFÉ"]),
        ("Cafe\u0301 closed", "café", ["Cafe\u0301"]),
        ("don\u2019t and don't", "don't", ["don\u2019t", "don't"]),
        ("\u201cyes\u201d", '"yes"', ["\u201cyes\u201d"]),
        ("10\u00a0000 and 10 000", "10 000", ["10\u00a0000", "10 000"]),
        ("co\u00adoperate", "cooperate", ["co\u00adoperate"]),
        ("Straße", "strasse", ["Straße"]),
        ("1914\u20131918", "1914-1918", ["1914\u20131918"]),
        ("京都市", "京都", ["京都"]),
        ("سَلام", "سلام", ["سَلام"]),
        ("한국", unicodedata.normalize("NFD", "한국"), ["한국"]),
        ("\U0001f600 ok \U0001f600", "\U0001f600", ["\U0001f600", "\U0001f600"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("line\u2028break", "line break", ["line\u2028break"]),
    ],
)
def test_what_a_reader_takes_for_the_same_is_found(text: str, wanted: str, hits: list[str]) -> None:
    assert found(text, wanted) == hits


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Straße", "s" * 3),
        ("a\ufffcb", "a b"),
        ("\U0001f469\u200d\U0001f680", "\U0001f469"),
        ("\U0001f469\u200d\U0001f680", "\U0001f680"),
        ("\U0001f44d\U0001f3fd", "\U0001f44d"),
        ("text", "\u0301"),
        ("text", ""),
    ],
)
def test_no_hit_cuts_a_letter_or_a_picture(text: str, wanted: str) -> None:
    assert found(text, wanted) == []


def test_half_a_letter_is_no_hit() -> None:
    assert found("aß", "as") == []
    assert found("aß", "ass") == ["aß"]


def test_asked_otherwise_differences_count() -> None:
    assert found("Café cafe Cafe", "Cafe", case=True) == ["Café", "Cafe"]
    assert found("Café cafe Cafe", "cafe", exact=True) == ["cafe", "Cafe"]
    assert found("Café cafe Cafe", "Cafe", exact=True, case=True) == ["Cafe"]
    assert found("cafe\u0301", "cafe", exact=True) == []
    assert found("don\u2019t", "don't", exact=True) == []


def test_whole_words() -> None:
    assert found("the theatre, the_ the", "the", word=True) == ["the", "the"]
    assert found("über überall", "über", word=True) == ["über"]
    assert found("東京都", "東京", word=True) == ["東京"]


def test_regular_expressions_and_their_groups() -> None:
    query = Query(text=r"(\w+) of (\w+)", regex=True)
    (hit,) = matcher(query)("the Port of Oslo")
    assert replacement(hit, r"\2's \1") == "Oslo's Port"
    with pytest.raises(InputError, match="group"):
        replacement(hit, r"\7")
    assert found("one\u2028two", "^two$", regex=True) == ["two"]
    assert found("abc", "x*", regex=True) == []


@pytest.mark.parametrize("wrong", ["(", "[a", "*", "(?P<n>a", r"a{2,1}"])
def test_what_is_no_expression_is_said(wrong: str) -> None:
    with pytest.raises(InputError, match="no regular expression"):
        matcher(Query(text=wrong, regex=True))


def test_an_expression_that_never_ends_is_given_up() -> None:
    with pytest.raises(InputError, match="too long"):
        matcher(Query(text=r"(a|aa)+$", regex=True))("a" * 60 + "b")


def test_a_plain_replacement_is_taken_as_it_stands() -> None:
    (hit,) = matcher(Query(text="cost"))("the cost")
    assert replacement(hit, r"\1") == r"\1"


@given(texts(), st.text(max_size=3))
def test_hits_come_in_order_and_never_overlap(text: str, wanted: str) -> None:
    hits = matcher(Query(text=wanted))(text)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert all(a.end <= b.start for a, b in pairwise(hits))


@given(st.text(alphabet="ab c'", max_size=30), st.text(alphabet="ab c'", min_size=1, max_size=3))
def test_plain_text_is_found_as_any_program_finds_it(text: str, wanted: str) -> None:
    assert [hit.start for hit in matcher(Query(text=wanted))(text)] == [
        m.start() for m in re.finditer(re.escape(wanted), text)
    ]


@given(st.text(alphabet="áéßŁa'\u2019 \u00a0b\u0301", max_size=20), st.integers(0, 19), st.integers(1, 6))
def test_whatever_is_cut_out_is_found_again(text: str, start: int, length: int) -> None:
    piece = text[start : start + length]
    if piece and not unicodedata.combining(piece[0]):
        query = Query(text=piece)
        assert any(hit.start <= start and start < hit.end for hit in matcher(query)(text))
