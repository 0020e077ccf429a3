"""The lines of pasted page copy: stripped, measured, and rejoined where the paste wrapped its paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

BULLET_SIGNS: Final = frozenset("•◦▪▫‣⁃●○■□➤►▶✓✔*-–")
_WORD: Final = re.compile(r"\w+")
_WIDE: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_SIGN: Final = re.compile(r"(?:[•◦▪▫‣⁃●○■□➤►▶✓✔]\s*|[*+\-–—o]\s+|\d{1,3}[.)]\s+)(?=\S)")
_TAB: Final = 4
_NARROWEST_WRAP: Final = 45
_WIDEST_WRAP: Final = 100
_FEWEST_WRAPPED: Final = 6
_FEWEST_IN_A_NOTE: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLine:
    """A line of the page that is not empty.

    `text` keeps inner white space (newlines where wrapped lines were joined), `size` estimates its
    words in any script, `indent` counts leading columns, `gap` tells of an empty line before it.
    """

    text: str
    size: int
    indent: int
    gap: bool

    @property
    def sign(self) -> str:
        """The list sign it begins with, or an empty string."""
        match = _SIGN.match(self.text)
        return match.group().strip() if match else ""

    @property
    def unsigned(self) -> str:
        """The text without the list sign."""
        match = _SIGN.match(self.text)
        return self.text[match.end() :] if match else self.text


def page_lines(text: str) -> tuple[PageLine, ...]:
    """Cut a text into its lines, joining those of a paragraph where the whole paste is hard-wrapped."""
    lines: list[PageLine] = []
    gap = True
    for raw in text.lstrip("\ufeff").splitlines():
        stripped = raw.strip()
        if not stripped:
            gap = True
            continue
        lead = raw[: len(raw) - len(raw.lstrip())]
        indent = sum(_TAB if character == "\t" else 1 for character in lead)
        lines.append(PageLine(text=stripped, size=words_in(stripped), indent=indent, gap=gap))
        gap = False
    return _rejoined(lines) if _is_wrapped(lines) else tuple(lines)


def words_in(text: str) -> int:
    """How many words `text` has; two characters of scripts without spaces count as one."""
    wide = len(_WIDE.findall(text))
    return len(_WORD.findall(_WIDE.sub(" ", text))) + (wide + 1) // 2


def _is_wrapped(lines: Sequence[PageLine]) -> bool:
    """Whether most lines that go on without an empty line break off at about one width, mid-sentence."""
    going_on = [
        (line, following)
        for line, following in pairwise(lines)
        if not following.gap and not following.sign and len(line.text) >= _NARROWEST_WRAP
    ]
    long = sum(len(line.text) > _WIDEST_WRAP for line in lines)
    if len(going_on) < _FEWEST_IN_A_NOTE or long * 4 > len(going_on):
        return False
    broken = sum(line.text[-1] not in ".!?:\"”'’" for line, _ in going_on)
    if len(going_on) < _FEWEST_WRAPPED:
        # So few lines are wrapped only where each breaks off, and small letters say that the sentence goes on.
        small = sum(following.text[0].islower() for _, following in going_on)
        return broken == len(going_on) and small * 2 >= broken
    return broken * 3 >= len(going_on) * 2


def _rejoined(lines: Sequence[PageLine]) -> tuple[PageLine, ...]:
    width = max(len(line.text) for line in lines if len(line.text) <= _WIDEST_WRAP)
    joined: list[PageLine] = []
    room = True
    for line in lines:
        if joined and not line.gap and not line.sign and not room:
            text = f"{joined[-1].text}\n{line.text}"
            joined[-1] = replace(joined[-1], text=text, size=words_in(text))
        else:
            joined.append(line)
        # A line that leaves much room before the edge ended because its paragraph did.
        room = len(line.text) < width * 0.6
    return tuple(joined)
