"""Lines of tags, split only where it is clear."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.ingest.tag_line import split_tags

TEXT = "Peace Talks in Baku\nArmenia and the South Caucasus wait. The peace is thin, and talks in Baku go on."


def told(text: str, known: tuple[str, ...] = ()) -> list[tuple[str, bool]]:
    return [(chip.label, chip.sure) for chip in split_tags(text, known_tags=known, running_text=TEXT)]


@pytest.mark.parametrize(
    "text", ["Tags: Oil, Gas", "Oil; Gas", "Oil | Gas", "#Oil #Gas", "Oil • Gas", "Oil\nGas", "Oil  Gas"]
)
def test_signs_part_labels(text: str) -> None:
    assert told(text) == [("Oil", True), ("Gas", True)]


def test_names_of_the_piece_part_labels() -> None:
    assert told("Armenia Baku") == [("Armenia", True), ("Baku", True)]
    assert told("South Caucasus Armenia") == [("South Caucasus", True), ("Armenia", True)]


def test_common_words_in_a_headline_are_no_names() -> None:
    assert told("Peace Talks Baku") == [("Peace Talks", True), ("Baku", True)]
    assert told("Talks Peace") == [("Talks Peace", False)]


def test_known_tags_part_labels_in_any_case() -> None:
    assert told("oil prices Armenia", ("Oil Prices",)) == [("oil prices", True), ("Armenia", True)]


def test_an_unknown_word_leaves_one_unsure_chip() -> None:
    assert told("Armenia Quayside") == [("Armenia Quayside", False)]


def test_one_word_is_one_tag() -> None:
    assert told("Quayside") == [("Quayside", True)]
    assert told(" ") == []


@given(st.text(max_size=60), st.text(max_size=60), st.lists(st.text(max_size=10)))
def test_no_letter_is_lost(text: str, running_text: str, known: list[str]) -> None:
    chips = split_tags(text, known_tags=known, running_text=running_text)
    assert all(chip.label.strip() == chip.label and chip.label for chip in chips)
    assert len({chip.label for chip in chips}) == len(chips)
