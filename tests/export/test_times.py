"""Times are told in the publication's zone and always carry their offset."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from deskeditor.export.times import encoded_time, shown_time
from deskeditor.profile import load_profile

WORDS = load_profile(None).words


@pytest.mark.parametrize(
    ("zone", "encoded", "shown"),
    [
        ("UTC", "2026-07-01T09:05:00+00:00", "1 July 2026, 09:05 UTC"),
        ("Europe/Oslo", "2026-07-01T11:05:00+02:00", "1 July 2026, 11:05 CEST"),
        ("Asia/Baku", "2026-07-01T13:05:00+04:00", "1 July 2026, 13:05 UTC+04"),
        ("Asia/Kathmandu", "2026-07-01T14:50:00+05:45", "1 July 2026, 14:50 UTC+05:45"),
    ],
)
def test_an_instant_in_a_zone(zone: str, encoded: str, shown: str) -> None:
    time = shown_time(datetime(2026, 7, 1, 9, 5, 0, 999_999, tzinfo=UTC), ZoneInfo(zone), WORDS["en"])
    assert (time.encoded, time.shown) == (encoded, shown)


def test_months_follow_the_page() -> None:
    at = datetime(2026, 3, 1, 9, 5, tzinfo=UTC)
    assert shown_time(at, ZoneInfo("UTC"), WORDS["de"]).shown == "1. März 2026, 09:05 Uhr UTC"


def test_a_time_without_a_zone_is_a_fault() -> None:
    with pytest.raises(ValueError, match="aware"):
        encoded_time(datetime(2026, 3, 1), ZoneInfo("UTC"))
