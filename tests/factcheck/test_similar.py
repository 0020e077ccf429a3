"""How like two claims are, by their words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.factcheck.similar import LEAST, likeness


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("The council voted 14 to 9", "the Council voted “14 to 9”"),
        ("Łódź lies in Poland", "LODZ lies in Poland"),
        ("night ferry for Hallin", "Hallin’s night ferry"),
        ("voted 14 to 9", "The council voted 14 to 9 for a night ferry on Tuesday"),
        ("Mira Aldous", "Mayor Mira Aldous"),
    ],
)
def test_like(words: str, others: str) -> None:
    assert likeness(words, others) >= LEAST


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("The council voted 14 to 9", "The last ship sailed in 1974"),
        ("Hallin", "The harbour of Hallin closes in March, the council says"),
        ("Mira Aldous", "Bo Tamm"),
        ("…", "The council"),
        ("", ""),
    ],
)
def test_unlike(words: str, others: str) -> None:
    assert likeness(words, others) < LEAST


@given(st.text(), st.text())
def test_it_is_a_share_and_the_same_both_ways(words: str, others: str) -> None:
    assert 0 <= likeness(words, others) <= 1
    assert likeness(words, others) == pytest.approx(likeness(others, words))
