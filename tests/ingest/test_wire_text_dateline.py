"""Datelines as agencies of many languages write them, and openings that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.ingest.wire_text_dateline import is_agency, read_dateline

DATELINES = [
    ("Berlin (dpa) - The talks went on.", "Berlin", "dpa", "The talks went on."),
    ("Kiel (dpa/lno) - Der Rat tagte.", "Kiel", "dpa/lno", "Der Rat tagte."),
    ("GENEVA, Nov 5 (Reuters) — The talks went on.", "GENEVA, Nov 5", "Reuters", "The talks went on."),
    ("TOKYO, Nov. 5, Kyodo - The talks went on.", "TOKYO, Nov. 5", "Kyodo", "The talks went on."),
    ("TOKYO, Kyodo - The talks went on.", "TOKYO", "Kyodo", "The talks went on."),
    ("KIEL, Germany (AP) _ The talks went on.", "KIEL, Germany", "AP", "The talks went on."),
    ("Vienna, Nov 5, 2021 (AFP) - The talks went on.", "Vienna, Nov 5, 2021", "AFP", "The talks went on."),
    ("Paris (ats afp) Les pourparlers continuent.", "Paris", "ats afp", "Les pourparlers continuent."),
    ("BRUXELLES 05/11 (BELGA) = Les pourparlers.", "BRUXELLES 05/11", "BELGA", "Les pourparlers."),
    ("BRUXELLES, 5 nov (BELGA) = Les pourparlers.", "BRUXELLES, 5 nov", "BELGA", "Les pourparlers."),
    ("Madrid, 5 nov (EFE).- Las conversaciones siguen.", "Madrid, 5 nov", "EFE", "Las conversaciones siguen."),
    ("(ANSA) - ROMA, 05 NOV - I colloqui continuano.", "ROMA, 05 NOV", "ANSA", "I colloqui continuano."),
    ("BEIJING, Nov. 5 (Xinhua) -- The talks went on.", "BEIJING, Nov. 5", "Xinhua", "The talks went on."),
    ("New Delhi, Nov 5 (PTI) The talks went on.", "New Delhi, Nov 5", "PTI", "The talks went on."),
    ("МОСКВА, 5 ноября. /ТАСС/. Переговоры идут.", "МОСКВА, 5 ноября.", "ТАСС", "Переговоры идут."),
    ("МОСКВА, 5 ноя - РИА Новости. Переговоры идут.", "МОСКВА, 5 ноя", "РИА Новости", "Переговоры идут."),
    ("ANKARA (AA) - Görüşmeler sürüyor.", "ANKARA", "AA", "Görüşmeler sürüyor."),
    ("Oslo (NTB): Samtalene fortsetter.", "Oslo", "NTB", "Samtalene fortsetter."),
    ("København /ritzau/ - Samtalerne fortsætter.", "København", "ritzau", "Samtalerne fortsætter."),
    ("NEW YORK/LONDON (Reuters) - The talks went on.", "NEW YORK/LONDON", "Reuters", "The talks went on."),
    ("Frankfurt am Main (dpa) – Die Gespräche.", "Frankfurt am Main", "dpa", "Die Gespräche."),
    ("Rio de Janeiro (AFP) - As conversas.", "Rio de Janeiro", "AFP", "As conversas."),
    ("【ワシントン＝共同】会談は続いた。", "ワシントン", "共同", "会談は続いた。"),
    ("新华社北京11月5日电 会谈继续进行。", "北京11月5日电", "新华社", "会谈继续进行。"),
]


@pytest.mark.parametrize(("paragraph", "place", "agency", "rest"), DATELINES, ids=[case[0][:24] for case in DATELINES])
def test_datelines(paragraph: str, place: str, agency: str, rest: str) -> None:
    dateline = read_dateline(paragraph)
    assert dateline is not None
    assert (dateline.place, dateline.agency, dateline.rest) == (place, agency, rest)


def test_a_place_in_capitals_is_enough_in_a_wire_only() -> None:
    paragraph = "PORT DUNE, March 4 — The talks went on."
    assert read_dateline(paragraph) is None
    dateline = read_dateline(paragraph, in_wire=True)
    assert dateline is not None
    assert (dateline.place, dateline.agency, dateline.rest) == ("PORT DUNE, March 4", "", "The talks went on.")


@pytest.mark.parametrize(
    "paragraph",
    [
        "He told the agency (AP) - and nobody else - that he would stay.",
        '"Berlin (dpa) - that is how they write," she said.',
        "The Associated Press (AP) reported it.",
        "Berlin - a city of many bridges - is growing.",
        "A Trend - or a whim?",
        "Kiel (dpa) -",
        "",
        "They met in Berlin (dpa) -- or so the story goes, and nobody has denied it since.",
    ],
)
def test_openings_that_are_no_dateline(paragraph: str) -> None:
    assert read_dateline(paragraph, in_wire=True) is None


@given(st.text(max_size=300))
def test_any_paragraph_is_looked_at(text: str) -> None:
    dateline = read_dateline(text, in_wire=True)
    assert dateline is None or dateline.rest


def test_agencies() -> None:
    assert is_agency("dpa")
    assert is_agency("KYODO")
    assert not is_agency("etf")
