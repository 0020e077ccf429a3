"""Where letters and words end: what a reader sees as one sign is never cut, in any script."""

import unicodedata
from functools import lru_cache
from typing import Final

_PLAIN_BELOW: Final = "\u0300"
_JOINER: Final = "\u200d"
_VIRAMA: Final = 9
"""The combining class of the signs that join a consonant to the next one."""

_ZERO_WIDTH_SPACE: Final = "\u200b"


def is_whole(text: str, at: int) -> bool:
    """Whether no letter, syllable or emoji of `text` goes on over the code point `at`."""
    if not 0 < at < len(text) or _are_apart(text[at - 1], text[at]):
        return True
    # Sinhala joins consonants so, which the rules of Unicode for letters leave out.
    is_joined = text[at - 1] == _JOINER and at > 1 and unicodedata.combining(text[at - 2]) == _VIRAMA
    return not is_joined and at in _ends(text)


def goes_on(text: str, at: int) -> bool:
    """Whether a word goes on over the code point `at`; scripts written without spaces have a boundary everywhere.

    A soft hyphen or a joiner is in the middle of a word, and so is the point of 3.5; an apostrophe is not.
    """
    before, after = at - 1, at
    while before >= 0 and _is_unseen(text[before]):
        before -= 1
    while after < len(text) and _is_unseen(text[after]):
        after += 1
    if before < 0 or after == len(text):
        return False
    if text[before].isdigit() and text[after] in ".,":
        return text[after + 1 : after + 2].isdigit()
    if text[before] in ".," and text[after].isdigit():
        return before > 0 and text[before - 1].isdigit()
    return _is_letter(text[before]) and _is_letter(text[after])


def _are_apart(before: str, after: str) -> bool:
    """Whether two neighbours are surely no part of one letter: quick, and right for most of what is written."""
    return (before < _PLAIN_BELOW or _stands_alone(before)) and (after < _PLAIN_BELOW or _stands_alone(after))


@lru_cache(maxsize=8192)
def _stands_alone(character: str) -> bool:
    """Whether it is a letter, digit, punctuation mark or space of a script that composes none from several."""
    if unicodedata.category(character)[0] not in "LNPZ":
        return False
    return (
        character < "\u0600"
        or "\u1d00" <= character < "\u1dc0"
        or "\u1e00" <= character < "\u2100"
        or "\u3000" <= character <= "\u9fff"
        or "\uac00" <= character <= "\ud7a3"
        or "\uf900" <= character <= "\ufb4f"
        or "\U00020000" <= character <= "\U0003ffff"
    )


@lru_cache(maxsize=256)
def _ends(text: str) -> frozenset[int]:
    # Imported here: most texts need none of it.
    import regex

    return frozenset(match.end() for match in regex.finditer(r"\X", text))


def _is_letter(character: str) -> bool:
    return (character.isalnum() or character == "_" or unicodedata.category(character) == "Mc") and not (
        "\u3040" <= character <= "\u30ff"
        or "\u3400" <= character <= "\u9fff"
        or "\uff66" <= character <= "\uff9f"
        or "\U00020000" <= character <= "\U0003ffff"
        # Thai and Lao, Burmese, Khmer.
        or "\u0e00" <= character <= "\u0eff"
        or "\u1000" <= character <= "\u109f"
        or "\u1780" <= character <= "\u17ff"
    )


def _is_unseen(character: str) -> bool:
    """Whether it belongs to the sign before it, or is nothing to see at all."""
    return character != _ZERO_WIDTH_SPACE and unicodedata.category(character) in ("Cf", "Mn", "Me")
