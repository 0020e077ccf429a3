"""What the window tells a person without stopping the work."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A label and what happens when it is taken."""

    label: str
    take: Callable[[], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A sentence, and at most a few things a person may do about it.

    `lasting` stays until answered. A newer one of the same `subject` takes its place.
    """

    text: str
    offers: tuple[Offer, ...] = ()
    subject: str = ""
    lasting: bool = False
