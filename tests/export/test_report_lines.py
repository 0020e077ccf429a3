"""Lines of one width lose nothing but the spaces at their ends."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.article.line import HARD_BREAK
from deskeditor.export.report_lines import line_ranges

TEXTS = st.text(alphabet=st.sampled_from("ab c-é–/。字京e\u0301 \u00a0" + HARD_BREAK), max_size=120)


def lines(text: str, width: int = 12) -> list[str]:
    return [text[start:end] for start, end in line_ranges(text, width)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [""]),
        ("The council voted", ["The council", "voted"]),
        ("The  council   voted  ", ["The  council", "voted"]),
        ("about 14\u00a0boats", ["about", "14\u00a0boats"]),
        ("a well-tempered one", ["a well-", "tempered one"]),
        ("https://example.org/a", ["https://", "example.org/", "a"]),
        ("Donaudampfschifffahrt", ["Donaudampfsc", "hifffahrt"]),
        (f"one{HARD_BREAK}two", ["one", "two"]),
        (f"one{HARD_BREAK}{HARD_BREAK}two", ["one", "", "two"]),
        (f"{' ' * 12}。", ["。"]),
        ("京都市は今日も晴れ。", ["京都市は今日", "も晴れ。"]),
        ("cafe\u0301 cafe\u0301 ab", ["cafe\u0301 cafe\u0301 ab"]),
    ],
)
def test_where_lines_break(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


@given(TEXTS, st.integers(2, 20))
def test_every_letter_stands_in_one_line_and_none_is_too_wide(text: str, width: int) -> None:
    ranges = list(line_ranges(text, width))
    at = 0
    for start, end in ranges:
        assert start >= at
        assert text[at:start].strip(f" \u00a0{HARD_BREAK}") == ""
        at = end
        columns = sum(
            0 if unicodedata.combining(sign) else 1 + (unicodedata.east_asian_width(sign) in "WF")
            for sign in text[start:end]
        )
        assert columns <= width or text[start:end].strip() == ""
        assert HARD_BREAK not in text[start:end]
    assert text[at:].strip(f" \u00a0{HARD_BREAK}") == ""
