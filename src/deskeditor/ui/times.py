"""Moments as a person reads them in a list: short, in the desk's zone, near ones by the clock alone."""

from datetime import datetime, timedelta, tzinfo


def moment_text(at: datetime, now: datetime, zone: tzinfo) -> str:
    """Return an aware instant as `12:31` today, `Tue 12:31` within six days, `3 Nov`, or `3 Nov 2024`."""
    local, here = at.astimezone(zone), now.astimezone(zone)
    clock = f"{local:%H:%M}"
    if local.date() == here.date():
        return clock
    days = abs((local.date() - here.date()).days)
    if days <= 6:
        return f"{local:%a} {clock}"
    if local.year == here.year:
        return f"{local.day} {local:%b}"
    return f"{local.day} {local:%b} {local.year}"


def exact_text(at: datetime, zone: tzinfo) -> str:
    """Return an aware instant as `Tue 3 Nov 2026, 12:31 CET`."""
    local = at.astimezone(zone)
    return f"{local:%a} {local.day} {local:%b} {local.year}, {local:%H:%M} {local.tzname()}"


def due_text(due: datetime, now: datetime, zone: tzinfo) -> str:
    """Return when a piece is due: `due 15:00`, `due in 25 min`, or `overdue 12:00`."""
    left = due - now
    if left < timedelta(0):
        return f"overdue {moment_text(due, now, zone)}"
    if left < timedelta(minutes=60):
        return f"due in {int(left.total_seconds() // 60)} min"
    return f"due {moment_text(due, now, zone)}"
