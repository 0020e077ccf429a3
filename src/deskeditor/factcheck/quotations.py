"""Quotations: words in marks, in the pairs of every language, and speech that goes on over paragraphs."""

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

Span = tuple[int, int]

# Which marks may close each opening one: languages pair the same signs differently.
_PAIRS: Final = MappingProxyType(
    {
        "“": '”“"',
        "„": '“”"',
        "«": "»",
        "»": "«»",
        "‹": "›",
        "「": "」",
        "『": "』",
        "《": "》",
        "〈": "〉",
        "”": "”",
        "‘": "’",
        "‚": "‘’",
        '"': '"',
        "＂": "＂",
        "'": "'",
    }
)
_APOSTROPHES: Final = "'’‘"
_SPACE: Final = " \u00a0\u202f\t\n\u2028"
_BEFORE_OPENING: Final = frozenset(_SPACE + "([{—–-/…:,.\ufffc“„«‘‹’\"'`")
_EAST_ASIAN: Final = "\u2e80"
"""From here on scripts put no space before a mark."""

_LONGEST_INNER: Final = 400


def quotations_in(text: str, *, goes_on: bool = False) -> tuple[Span, ...]:
    """The ranges of quotations, their marks included; one in another belongs to the outer.

    `goes_on`: the next paragraph opens with a quotation mark, so that one without an end runs to the end here.
    """
    found: list[Span] = []
    at = 0
    while (opening := _next_opening(text, at)) is not None:
        closing = _closing(text, opening)
        if closing is None:
            # Without an end it is speech only where the next paragraph goes on with it.
            if goes_on and not text[opening + 1 :].isspace() and text[opening] in '“„«"「':
                found.append((opening, len(text.rstrip())))
                break
            at = opening + 1
            continue
        found.append((opening, closing + 1))
        at = closing + 1
    return tuple(found)


def opens_with_quotation(text: str) -> bool:
    """Whether a paragraph begins with a mark that opens a quotation."""
    return text.lstrip()[:1] in ("“", "„", "«", '"', "「", "”", "»")


def _next_opening(text: str, at: int) -> int | None:
    for found in _openings(text, at):
        return found
    return None


_OPENING: Final = re.compile("[" + re.escape("".join(_PAIRS)) + "]")


def _openings(text: str, at: int) -> Iterator[int]:
    for mark in _OPENING.finditer(text, at):
        place, sign = mark.start(), mark.group()
        before = text[place - 1 : place]
        after = text[place + 1 : place + 2]
        if not after or (after in _SPACE and sign not in "«„"):
            continue
        if sign in "「『《〈" or (not before or before in _BEFORE_OPENING or before >= _EAST_ASIAN):
            yield place


def _closing(text: str, opening: int) -> int | None:
    """Where the mark that closes the one at `opening` stands."""
    sign = text[opening]
    closers = _PAIRS[sign]
    depth = 0
    for at in range(opening + 1, len(text)):
        here = text[at]
        if sign in _APOSTROPHES + "‚" and at - opening > _LONGEST_INNER:
            return None
        if here in closers and _may_close(text, at, sign):
            if depth == 0:
                return at
            depth -= 1
        elif here == sign and sign not in closers and sign != "'":
            depth += 1
    return None


def _may_close(text: str, at: int, sign: str) -> bool:
    here, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if here in _APOSTROPHES:
        # An apostrophe stands inside a word; one after an s may be a genitive, told by the word after it.
        return not after.isalnum() and before not in _SPACE
    if here in '"”“' and before in _SPACE and sign not in "«":
        return False
    if here == sign == "»":
        return before not in _SPACE
    return not (here == '"' and after.isalnum())
