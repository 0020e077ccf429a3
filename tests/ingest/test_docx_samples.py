"""Word files of other makers: no word lost, structure as pandoc expects it, a reason for each that differs."""

import os
from collections import Counter
from typing import Final

import pytest

from benchmarks._docx_cases import (
    Case,
    all_cases,
    article_words,
    differing,
    file_words,
    imported,
    our_notes,
    shape,
    twin_notes,
    twin_shape,
    twin_words,
)

GIVEN = os.environ.get("DESKEDITOR_SAMPLES")
pytestmark = pytest.mark.skipif(not GIVEN, reason="DESKEDITOR_SAMPLES is not set")

DIFFERENT: Final = {
    # Paragraphs that hold a non-breaking space alone are empty lines to us, and no part of a quote.
    "docx/pandoc/lists_level_override": ("quotes",),
    # A paragraph in the style Title is a heading to us wherever it stands; the first one is the headline.
    "docx/pandoc/metadata_after_normal": ("headings",),
    # A link to a place in the same file is its words: the page that comes of it has no such place.
    "docx/pandoc/nested_anchors_in_header": ("links",),
    "docx/pandoc/unused_anchors": ("links",),
}
JOINED: Final = {
    # The large initial stands in a paragraph of its own there, and at its word here.
    "docx/pandoc/drop_cap": Counter(D=2, rop=2),
}


def _cases() -> tuple[Case, ...]:
    return all_cases() if GIVEN else ()


def _twins() -> list[Case]:
    return [case for case in _cases() if case.twin]


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case.name)
def test_no_word_of_a_file_is_lost(case: Case) -> None:
    assert file_words(case.data) - article_words(imported(case).article) == JOINED.get(case.name, Counter())


@pytest.mark.parametrize("case", _twins(), ids=lambda case: case.name)
def test_a_file_says_what_pandoc_expects(case: Case) -> None:
    article = imported(case).article
    assert not twin_words(case) - article_words(article)
    assert differing(shape(article.body), twin_shape(case, article.headline.text)) == DIFFERENT.get(case.name, ())


@pytest.mark.parametrize("case", _twins(), ids=lambda case: case.name)
def test_comments_and_changes_are_told_with_author_day_and_words(case: Case) -> None:
    # What a paragraph's end alone says has no words to stand on: it is counted in a warning.
    expected = [note for note in twin_notes(case) if note[3]]
    assert our_notes(imported(case).article) == expected


def test_there_is_a_file_for_each_reason() -> None:
    assert {*DIFFERENT, *JOINED} <= {case.name for case in _cases()}
    assert len(_cases()) >= 60
