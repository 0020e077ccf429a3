"""Finding words: what counts as the same, exact places, whole letters."""

import re
import time
import unicodedata
import warnings
from collections import deque
from contextlib import suppress
from itertools import pairwise

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.errors import InputError
from deskeditor.language.matching import LONGEST_SEARCH, Query, matcher, replacement
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
        ("葛\U000e0100飾", "葛飾", ["葛\U000e0100飾"]),
        ("❤️ and ❤", "❤", ["❤️", "❤"]),
        # A non-joiner stays where it is when the word before it is replaced.
        ("می\u200cخواهم", "می", ["می"]),
        ("क कि कु", "क", ["क"]),
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
        ("🇩🇪🇺🇸", "🇪🇺"),
        ("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "🏴"),
        ("1️⃣", "1"),
        (unicodedata.normalize("NFD", "한"), "하"),
        ("กำ", "ก"),
        ("ක්\u200dර", "ර"),
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
    assert found("ភាសាខ្មែរ", "ភាសា", word=True) == ["ភាសា"]
    assert found("co\u00adoperate", "co", word=True) == []
    assert found("می\u200cخواهم", "می", word=True) == []
    assert found("3.5 and 3. 1,000,", "3", word=True) == ["3"]
    assert found("3.5 of 1,000, 000", "000", word=True) == ["000"]
    assert found("the harbour’s", "harbour", word=True) == ["harbour"]
    # The first place that is none must not hide the second one.
    assert found("ba a a", "a a", word=True) == ["a a"]


def test_regular_expressions_and_their_groups() -> None:
    query = Query(text=r"(\w+) of (\w+)", regex=True)
    (hit,) = matcher(query)("the Port of Oslo")
    assert replacement(hit, r"\2's \1") == "Oslo's Port"
    with pytest.raises(InputError, match="group"):
        replacement(hit, r"\7")
    assert found("one\u2028two", "^two$", regex=True) == ["two"]
    assert found("abc", "x*", regex=True) == []
    assert found("one two", r"(?r)\w+", regex=True) == ["one", "two"]
    assert found("Café Cafe\u0301", "cafe", regex=True) == []


def test_an_expression_stops_at_an_object() -> None:
    assert found("the harbour\ufffc froze", "the.*", regex=True) == ["the harbour"]
    assert found("\ufffcA caption", "^a", regex=True) == ["A"]
    assert found("one\ufffctwo", r"e\st", regex=True) == []


@pytest.mark.parametrize(
    ("instead", "text"),
    [
        (r"\2 of \1", "Oslo of Port"),
        ("$2 of $1", "Oslo of Port"),
        (r"\$1 $9 $", "$1 $9 $"),
        (r"\\$1", r"\Port"),
        (r"\1\n\2", "Port\u2028Oslo"),
        (r"\g<0>!", "Port of Oslo!"),
        ("", ""),
    ],
)
def test_a_replacement_is_filled_in_by_either_spelling(instead: str, text: str) -> None:
    (hit,) = matcher(Query(text=r"(\w+) of (\w+)", regex=True))("the Port of Oslo")
    assert replacement(hit, instead) == text


@pytest.mark.parametrize("wrong", [r"\d", "\\", r"\g<", r"\x", r"\N{nothing}", r"\g<x>"])
def test_a_replacement_that_cannot_be_read_is_said(wrong: str) -> None:
    (hit,) = matcher(Query(text="a", regex=True))("a")
    with pytest.raises(InputError, match="replacement"):
        replacement(hit, wrong)


def test_a_break_in_a_group_stays_a_break() -> None:
    (hit,) = matcher(Query(text="(?s)(e.t)", regex=True))("one\u2028two")
    assert replacement(hit, r"\1") == "e\u2028t"


@given(
    st.text(alphabet="ab()[]{}*+?|\\^$.,019<>=!:&~-PiLRprVdwNsuxé", max_size=12),
    st.text(alphabet="\\$g<>019anxuNU{}", max_size=6),
)
def test_any_expression_finds_or_is_said(pattern: str, instead: str) -> None:
    with warnings.catch_warnings(), suppress(InputError):
        warnings.simplefilter("ignore")
        for hit in matcher(Query(text=pattern, regex=True))("aab b\u0301a 019 é-x\u2028\U0001f469\u200d\U0001f680"):
            assert hit.start < hit.end
            replacement(hit, instead)


@pytest.mark.parametrize("wrong", ["(", "[a", "*", "(?P<n>a", r"a{2,1}", "(?V0)(?V1)a"])
def test_what_is_no_expression_is_said(wrong: str) -> None:
    with pytest.raises(InputError, match="no regular expression"):
        matcher(Query(text=wrong, regex=True))


def test_an_expression_that_never_ends_is_given_up() -> None:
    with pytest.raises(InputError, match="too long"):
        matcher(Query(text=r"(a|aa)+$", regex=True))("a" * 60 + "b")


def test_many_texts_together_take_no_longer_than_one() -> None:
    # Each of them for itself would be quick enough.
    match = matcher(Query(text=r"(a|aa)+$", regex=True))
    began = time.perf_counter()
    texts = ("a" * 27 + f"b{number}" for number in range(2000))
    with pytest.raises(InputError, match="too long"):
        deque(map(match, texts), maxlen=0)
    assert time.perf_counter() - began < 4 * LONGEST_SEARCH


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


SIGNS = st.lists(
    st.sampled_from(
        "a|ae|é|e\u0301|ß|\u00ad|\u200d|\u200c|ي|\u0650|क|ि|्|한|\u1112|\u1161|🇩|🇪|👩|🚀|🏽|\ufe0f|\u20e3|1|京"
        "|\U000e0100|’| |\u00a0|\ufffc".split("|")
    ),
    max_size=14,
).map("".join)


def seams(text: str) -> set[int]:
    """Where what a reader sees as one sign ends."""
    joined = {match.end() for match in re.finditer("\u094d\u200d", text)} - {len(text)}
    return ({0} | {match.end() for match in regex.finditer(r"\X", text)}) - joined


@given(SIGNS, SIGNS, st.booleans(), st.booleans(), st.booleans())
def test_no_hit_ever_cuts_what_is_seen_as_one(text: str, wanted: str, case: bool, exact: bool, word: bool) -> None:
    for hit in matcher(Query(text=wanted[:3], case=case, exact=exact, whole_word=word))(text):
        assert hit.start in seams(text)
        assert hit.end in seams(text) or text[hit.end] == "\u200c"
        assert "\ufffc" not in text[hit.start : hit.end]


@given(SIGNS, st.integers(0, 13), st.integers(1, 4))
def test_exactly_is_what_any_program_finds_but_for_halves(text: str, start: int, length: int) -> None:
    wanted = text[start : start + length]
    places, at = [], 0
    while wanted and (at := text.find(wanted, at)) >= 0:
        end = at + len(wanted)
        is_whole = at in seams(text) and (end in seams(text) or text[end] == "\u200c") and "\ufffc" not in wanted
        if is_whole:
            places.append(at)
        at = end if is_whole else at + 1
    assert [hit.start for hit in matcher(Query(text=wanted, case=True, exact=True))(text)] == places
