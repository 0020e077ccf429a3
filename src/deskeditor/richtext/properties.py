"""The format properties that carry what Qt has no word for; each thing is stored once."""

from enum import IntEnum, StrEnum
from typing import Final

from PySide6.QtGui import QTextFormat

_FIRST: Final = QTextFormat.Property.UserProperty.value
_FIRST_OBJECT: Final = QTextFormat.ObjectTypes.UserObject.value


class BlockProperty(IntEnum):
    """Properties of a block's format: they survive undo, splitting and cloning."""

    KIND = _FIRST + 1
    """What leaf the block is, as one word (`shapes.py`): Enter copies it whole or not at all."""
    QUOTED = _FIRST + 2
    KEPT = _FIRST + 3
    """A paragraph although it is empty and stands where Qt forces an empty block anyway."""


class CharProperty(IntEnum):
    """Properties of a character's format. Ids are one sorted string: equal sets must compare equal."""

    CODE = _FIRST + 21
    CLAIMS = _FIRST + 22
    NOTES = _FIRST + 23
    FOOTNOTE = _FIRST + 24
    BULLETS = _FIRST + 25
    OBJECT = _FIRST + 31
    MEDIA = _FIRST + 32
    ALT = _FIRST + 33
    DECORATIVE = _FIRST + 34
    CREDIT = _FIRST + 35
    WIDTH = _FIRST + 36
    URL = _FIRST + 37
    TITLE = _FIRST + 38


class ObjectKind(StrEnum):
    """The leaves that begin with an object character."""

    FIGURE = "figure"
    EMBED = "embed"
    RULE = "rule"


IMAGE_OBJECT: Final = QTextFormat.ObjectTypes.ImageObject.value
RULE_OBJECT: Final = _FIRST_OBJECT + 1
EMBED_OBJECT: Final = _FIRST_OBJECT + 2
FOOTNOTE_OBJECT: Final = _FIRST_OBJECT + 3
