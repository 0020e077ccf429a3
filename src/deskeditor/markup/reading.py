"""What comes of reading someone's markup: the body, and all that an editor should be told of it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from deskeditor.article.body import Body
from deskeditor.article.notes import Note

MediaFinder = Callable[[str], str | None]
"""Finds the stored name, `<sha256>.<ext>`, of the picture at an address, or None where the desk has none."""

_STORED: Final = re.compile(r"(?:\./)?media/([0-9a-f]{64}\.[a-z0-9]{1,5})")


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkupReading:
    """A body; `warnings` are sentences, `dropped` names what was left out, `missing_images` holds addresses.

    `notes` are the comments and undecided edits that stood beside the words; the body's note marks name them.
    """

    body: Body
    warnings: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    missing_images: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


def stored_media(address: str) -> str | None:
    """Know the addresses that our own writers give to stored pictures, and no others."""
    found = _STORED.fullmatch(address)
    return found.group(1) if found else None


def media_address(name: str) -> str:
    """The address that our own writers give to a stored picture."""
    return f"media/{name}"
