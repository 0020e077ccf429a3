"""Words without any sign of Markdown, which most texts and nearly all headlines are, need no Markdown reader."""

import re
from typing import Final

_SIGNLESS: Final = r"[^\W_ \n]| |[.,;:?!'\"“”‘’„«»()–—…%€£$/=+@\u00a0\-]"
_OPENING: Final = r"(?:[^\W\d_]|\d++(?![.)])|['\"“‘„«(€£$](?! ))"
"""What may begin a row: no sign of a list, a quote, a heading or a rule."""

_ROW: Final = rf"{_OPENING}(?:{_SIGNLESS})*+(?<![ \u00a0])"
_PLAIN: Final = re.compile(rf"\n*+{_ROW}(?:\n++{_ROW})*+\n*+")
_BETWEEN: Final = re.compile(r"\n{2,}")


def plain_paragraphs(text: str) -> tuple[str, ...] | None:
    """Return the paragraphs of Markdown that holds no markup, newlines in them as they stand, or None."""
    if _PLAIN.fullmatch(text) is None:
        return None
    return tuple(_BETWEEN.split(text.strip("\n")))
