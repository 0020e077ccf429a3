"""Which words in quotation marks are a name: a ship's, a company's, a book's, rather than what somebody said."""

import re
from typing import Final

_MARKS: Final = "“”„«»‹›\"‘’‚'「」『』《》〈〉＂"
_BOOK: Final = ("《", "〈", "『")
_ENDS: Final = re.compile(r"[.!?…,;:։]$")
_BEFORE_SPEECH: Final = re.compile(r"[:,]\s*$|[.՝]\s*$")
_AFTER_SPEECH: Final = re.compile(r"\s*[,.]?\s*[—–-]\s*\w")
_SAID: Final = re.compile(
    r"\b(?:said|says|told|called|calls|as|is|was|were|nannte|сказал|назвал|заявил)\w*\s*$", re.IGNORECASE
)
_SMALL: Final = frozenset("of the and a an in on for to with at by from der die das und von im am и в на о с և".split())
_MOST_WORDS: Final = 6
_MOST_SMALL_WORDS: Final = 4


def is_quoted_name(text: str, start: int, end: int, language: str) -> bool:
    """Whether the quotation at that range, marks included, is a name.

    It begins with a capital, is short, and nobody says it. Where each word of a title has a capital (in English)
    all must have one; elsewhere the first is enough, as in `«Чистая вода»`.
    """
    if text[start] in _BOOK:
        return True
    inner = text[start:end].strip(_MARKS + " \u00a0\u202f")
    words = inner.split()
    if not words or not inner[0].isupper() or len(words) > _MOST_WORDS or _ENDS.search(inner):
        return False
    if text[start] in "‘'" and len(words) == 1 and not inner.isupper() and language == "en":
        return False
    before = text[:start]
    if _BEFORE_SPEECH.search(before) or _SAID.search(before) or _AFTER_SPEECH.match(text, end):
        return False
    if all(word[:1].isupper() or word.casefold() in _SMALL or word[:1].isdigit() for word in words):
        return len(words) > 1 or bool(before.strip()) or text[start] == "«"
    return text[start] == "«" and language not in ("fr", "it", "pt", "es") and len(words) <= _MOST_SMALL_WORDS
