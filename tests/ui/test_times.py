"""Moments in words."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.ui.times import due_text, exact_text, moment_text

NOW = datetime(2026, 11, 3, 12, 31, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (NOW, "12:31"),
        (NOW - timedelta(hours=12), "00:31"),
        (NOW - timedelta(hours=13), "Mon 23:31"),
        (NOW + timedelta(days=1), "Wed 12:31"),
        (NOW - timedelta(days=7), "27 Oct"),
        (NOW - timedelta(days=400), "29 Sep 2025"),
    ],
)
def test_near_moments_are_told_by_the_clock(at: datetime, expected: str) -> None:
    assert moment_text(at, NOW, UTC) == expected


def test_the_desks_zone_counts_not_the_machines() -> None:
    late = datetime(2026, 11, 3, 23, 30, tzinfo=UTC)
    assert moment_text(late, late, ZoneInfo("Asia/Tokyo")) == "08:30"
    assert exact_text(late, ZoneInfo("Asia/Tokyo")) == "Wed 4 Nov 2026, 08:30 JST"


@pytest.mark.parametrize(
    ("minutes", "expected"), [(-1, "overdue 12:30"), (0, "due in 0 min"), (59, "due in 59 min"), (60, "due 13:31")]
)
def test_what_is_due_soon_is_counted_in_minutes(minutes: int, expected: str) -> None:
    assert due_text(NOW + timedelta(minutes=minutes), NOW, UTC) == expected


@given(st.datetimes(timezones=st.just(UTC)), st.datetimes(timezones=st.just(UTC)))
def test_any_two_moments_can_be_told(at: datetime, now: datetime) -> None:
    assert 0 < len(moment_text(at, now, UTC)) <= 11
