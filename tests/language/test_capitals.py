"""A replacement takes over the capitals of what it replaces."""

import pytest
from hypothesis import given

from deskeditor.language.capitals import with_capitals_of
from tests.strategies import texts


@pytest.mark.parametrize(
    ("words", "instead", "result"),
    [
        ("harbour", "port", "port"),
        ("Harbour", "port", "Port"),
        ("HARBOUR", "port", "PORT"),
        ("Harbour Council", "town hall", "Town Hall"),
        ("Harbour council", "town hall", "Town hall"),
        ("The UN", "nations", "Nations"),
        ("A", "the", "The"),
        ("Harbour", "“port”", "“Port”"),
        ("harbour", "Oslo", "Oslo"),
        ("HARBOUR", "Oslo", "Oslo"),
        ("HARBOUR", "straße", "STRASSE"),
        ("Élan", "état", "État"),
        ("港口", "port", "port"),
        ("3", "three", "three"),
        ("Harbour", "", ""),
        ("", "port", "port"),
    ],
)
def test_capitals_are_taken_over(words: str, instead: str, result: str) -> None:
    assert with_capitals_of(words, instead) == result


@given(texts(), texts())
def test_nothing_but_capitals_differs(words: str, instead: str) -> None:
    assert with_capitals_of(words, instead).casefold() == instead.casefold()
