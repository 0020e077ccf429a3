"""Embargo lines: an exact instant, or a question for the desk."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.ingest.wire_text_desk import is_embargo
from deskeditor.ingest.wire_text_embargo import read_embargo

AT_SIX = datetime(2021, 11, 5, 6, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "line",
    [
        "EMBARGOED UNTIL 0600 GMT NOV 5, 2021",
        "Embargo: 5 November 2021, 06:00 GMT",
        "Embargo: Friday, November 5, 2021 at 6 a.m. GMT",
        "Not for publication before 0600 UTC, 5 November 2021",
        "Sperrfrist: 5. November 2021, 07:00 MEZ",
        "Sperrfrist: 05.11.2021, 7 Uhr MEZ",
        "SOUS EMBARGO jusqu'au 5 novembre 2021 à 07h00 CET",
        "EMBARGO 2021-11-05T06:00Z",
        "Embargo until 2021-11-05 08:00 +0200",
        "Hold for release 1 a.m. EST, Nov. 5, 2021",
    ],
)
def test_an_embargo_is_read_to_the_minute(line: str) -> None:
    assert is_embargo(line)
    assert read_embargo(line) == AT_SIX


@pytest.mark.parametrize(
    "line",
    [
        "Embargo: 5 November 2021, 06:00",
        "Embargo: 5 November 2021 GMT",
        "Embargo: 06:00 GMT",
        "Sperrfrist: 5. November, 06:00 MEZ",
        "Embargo: 31 February 2021, 06:00 GMT",
        "Embargo: 5 November 2021, 06:00 GMT / 07:30 CET",
        "Embargo: 5 November 2021, 13 p.m. GMT",
        "Embargoed until the minister has spoken",
    ],
)
def test_a_doubtful_embargo_gives_no_instant(line: str) -> None:
    assert is_embargo(line)
    assert read_embargo(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Embargo on oil stays, ministers say",
        "Embargoes are an old weapon. They date back to 1807. Few of them worked.",
        "The embargo: 5 years on",
        "Releases were slow in 2021",
    ],
)
def test_sentences_about_embargoes_are_copy(line: str) -> None:
    assert not is_embargo(line)


@given(st.text(alphabet="0123456789:.-/+ GMTUCZNovember5,apm°Uhr", max_size=60))
def test_any_line_gives_an_aware_instant_or_none(line: str) -> None:
    read = read_embargo(line)
    assert read is None or read.tzinfo is UTC
