"""Who wrote a piece, in the shapes that author fields take."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.ingest.people import People, read_people


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Ada Brandt", ("Ada Brandt",)),
        ("By Ada Brandt and Bo Lund", ("Ada Brandt", "Bo Lund")),
        ("Ada Brandt, Bo Lund, and Cai Holm", ("Ada Brandt", "Bo Lund", "Cai Holm")),
        ("Ada Brandt, Jr., Bo Lund", ("Ada Brandt, Jr.", "Bo Lund")),
        ("Ada Brandt (Harbour Desk, Kiel), Bo Lund", ("Ada Brandt", "Bo Lund")),
        (["Ada Brandt", "Bo Lund"], ("Ada Brandt", "Bo Lund")),
        (["ada-brandt", "blund"], ("Ada Brandt", "blund")),
        ([{"name": "Ada Brandt", "url": "https://a.example"}], ("Ada Brandt",)),
        ({"display_name": "Ada Brandt"}, ("Ada Brandt",)),
        (None, ()),
        ([], ()),
        (["Ada Brandt", "Ada Brandt"], ("Ada Brandt",)),
    ],
)
def test_names(value: object, names: tuple[str, ...]) -> None:
    assert read_people(value).names == names  # type: ignore[arg-type]


def test_short_names_are_told_as_guesses() -> None:
    assert read_people(["ada-brandt", "Bo Lund", "cholm"]).guessed == ("Ada Brandt", "cholm")


def test_what_stands_beside_a_name_is_kept() -> None:
    assert read_people("Ada Brandt (Kiel)").more == ("Ada Brandt (Kiel)",)
    assert read_people([{"name": "Ada", "role": "editor"}]).more == ("Ada: role: editor",)


@given(st.lists(st.text(min_size=1, max_size=20)))
def test_names_as_written_stay_as_written(names: list[str]) -> None:
    spoken = [name for name in names if name.strip()]
    assert read_people(list(names), as_written=True) == People(names=tuple(spoken))


@given(st.text(max_size=80))
def test_no_letter_of_an_author_is_lost(text: str) -> None:
    people = read_people(text)
    said = "".join((*people.names, *people.more)).casefold()
    # The words between names are no names.
    assert {letter for letter in text.casefold() if letter.isalnum()} <= set(said) | set("byvonparundetand")
