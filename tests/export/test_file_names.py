"""File names say what the piece is, on every system."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.article.line import EMPTY_LINE, plain_line
from deskeditor.export.file_names import file_stem, slug_of
from tests.export.pieces import bare_piece


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Harbour town keeps its ferry", "harbour-town-keeps-its-ferry"),
        ("Łódź’s  café: “50 %” more!", "lodzs-cafe-50-more"),
        ("U.S.–China talks", "u-s-china-talks"),
        ("京都の朝", "京都の朝"),
        ("Ψήφος για το πλοίο", "ψηφοσ-για-το-πλοιο"),
        ("...", ""),
        ("../../etc/passwd", "etc-passwd"),
    ],
)
def test_a_slug_is_the_words(text: str, slug: str) -> None:
    assert slug_of(text) == slug


def test_a_long_slug_ends_at_a_word() -> None:
    assert slug_of("one two three four", longest=12) == "one-two"
    assert slug_of("one two three four", longest=13) == "one-two-three"
    assert slug_of("x" * 30, longest=12) == "x" * 12


@given(st.text(max_size=200))
def test_any_text_gives_a_name_that_any_system_takes(text: str) -> None:
    slug = slug_of(text)
    assert len(slug) <= 80
    assert not set(slug) & set('/\\:*?"<>|. \t\n\x00')
    assert slug == slug.strip("-")


def test_a_piece_is_named_by_slug_then_headline_then_id() -> None:
    piece = bare_piece()
    assert file_stem(replace(piece, url_slug="late-ferry")) == "late-ferry"
    assert file_stem(piece) == "ferry-late"
    assert file_stem(replace(piece, headline=EMPTY_LINE)) == str(piece.id)
    assert file_stem(replace(piece, headline=plain_line("Con"))) == "con-page"
