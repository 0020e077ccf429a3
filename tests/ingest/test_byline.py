"""Bylines of many shapes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.ingest.byline import is_name, read_byline, without_label


@pytest.mark.parametrize(
    ("text", "names", "credit"),
    [
        ("By\u00a0Jonas Reed via\u00a0Soundwire.example\u00a0", ("Jonas Reed",), "Soundwire.example"),
        ("By Ann Lee and Tom Berg", ("Ann Lee", "Tom Berg"), ""),
        ("By Ann Lee, Tom Berg and Eva van der Meer", ("Ann Lee", "Tom Berg", "Eva van der Meer"), ""),
        ("By ANN LEE and TOM BERG", ("Ann Lee", "Tom Berg"), ""),
        ("By Ann Lee, Political Correspondent", ("Ann Lee",), ""),
        ("Written by Ann Lee, MS, RD on November 14, 2019", ("Ann Lee",), ""),
        ("By Ann Lee, Culture Editor", ("Ann Lee",), ""),
        ("By Ann Lee Staff Writer", ("Ann Lee",), ""),
        ("* by Ann Lee November 19, 2019, 07:47 PM EST", ("Ann Lee",), ""),
        ("By Ann Lee, Wednesday, 20 November 2019", ("Ann Lee",), ""),
        ("(Reporting by Ann Lee; Editing by Tom Berg)", ("Ann Lee",), ""),
        ("Written by Ann Lee on May 3, 2021", ("Ann Lee",), ""),
        ("By Ann Lee | Updated 12 July 2020", ("Ann Lee",), ""),
        ("By Ann Lee - 11/19/19 06:56 AM EST", ("Ann Lee",), ""),
        ("By Ann Lee ann.lee@mirror.example", ("Ann Lee",), ""),
        ("Ann Lee, The Associated Press", ("Ann Lee",), "The Associated Press"),
        ("By Ann Lee, CNN", ("Ann Lee",), "CNN"),
        ("By Ann Lee for Harbour News", ("Ann Lee",), "Harbour News"),
        ("Reporting by Ann Lee in Baku; Editing by Tom Berg", ("Ann Lee",), ""),
        ("Von Eva Klein und Max Müller", ("Eva Klein", "Max Müller"), ""),
        ("Par Jean Dupont et Anne Leroy, AFP", ("Jean Dupont", "Anne Leroy"), "AFP"),
        ("Por Ana García y Luis de la Torre", ("Ana García", "Luis de la Torre"), ""),
        ("Di Paolo Conti e Anna Rossi", ("Paolo Conti", "Anna Rossi"), ""),
        ("Door Jan de Vries en Els Bos", ("Jan de Vries", "Els Bos"), ""),
        ("By", (), ""),
        ("", (), ""),
    ],
)
def test_names_and_credit(text: str, names: tuple[str, ...], credit: str) -> None:
    byline = read_byline(text)
    assert (byline.names, byline.credit) == (names, credit)


@pytest.mark.parametrize("text", ["Ann Lee", "Eva van der Meer", "Zoë O’Hara", "J. R. Smith"])
def test_names(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize("text", ["the mayor said", "Route 66", "", "A Very Long Title Of Seven Words"])
def test_what_is_no_name(text: str) -> None:
    assert not is_name(text)


def test_labels_are_taken_off_once() -> None:
    assert without_label("Related: Related: One") == "Related: One"
    assert without_label("Nothing here") == "Nothing here"


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    assert all(name.strip() for name in read_byline(text).names)
