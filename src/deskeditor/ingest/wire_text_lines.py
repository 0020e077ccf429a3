"""Wire text as lines and paragraphs: control characters out, hard-wrapped lines put together again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

_NEWLINE: Final = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_FRAME: Final = re.compile("[\x02\x03]")
# What stood between two words in an agency's routing lines must not glue them together.
_SEPARATORS: Final = re.compile("[\x09\x0e-\x1f]")
_OTHER_CONTROLS: Final = re.compile("[\x00-\x08\x7f\x80-\x84\x86-\x9f\ufeff]")
_TABULAR: Final = re.compile(r"\S\s{3,}\S.*\S\s{3,}\S|\.{5,}|\S\s{6,}\S")
_ITEM: Final = re.compile(r"(?:[-*•–—]|\d{1,3}[.)])\s+\S")
_ENDS_A_SENTENCE: Final = re.compile(r"[.!?:;…。！？][\"'”’»)\]]*$")
_IDEOGRAPH: Final = re.compile("[\u2e80-\u312f\u3400-\u9fff\uff00-\uffef]")
_BROKEN_WORD: Final = re.compile(r"([^\W\d_]{2,})-$")
_AND_OR: Final = frozenset("and or und oder bzw bis et ou y o e to en of och eller og eller i lub".split())
_UNWRAPPED: Final = 110
"""Lines longer than this were never wrapped: each is a paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WireLine:
    """A line without controls. `indent` counts the spaces before it, `part` the frames (STX, ETX) before it."""

    text: str
    indent: int = 0
    part: int = 0

    @property
    def length(self) -> int:
        """How far the line reached to the right."""
        return self.indent + len(self.text)


def wire_lines(text: str) -> tuple[WireLine, ...]:
    """Cut `text` into lines: part 0 stands before a start of text, 1 in it, 2 after the end of text.

    Where no start is marked all is part 1 up to an end, so that `part` never hides words.
    """
    lines: list[WireLine] = []
    framed = "\x02" in text
    part = 0 if framed else 1
    for raw in _NEWLINE.split(_FRAME.sub(lambda frame: f"\n{frame.group()}", text)):
        if raw.startswith("\x02"):
            part = max(part, 1)
        elif raw.startswith("\x03"):
            part = 2
        expanded = _OTHER_CONTROLS.sub("", _SEPARATORS.sub(" ", raw.expandtabs(8)))
        words = expanded.strip()
        indent = len(expanded) - len(expanded.lstrip()) if words else 0
        lines.append(WireLine(text=words, indent=indent, part=part))
    return tuple(lines)


def words_of(lines: Sequence[WireLine]) -> frozenset[str]:
    """The words of the lines in lower case, compounds whole: what tells a broken word from a compound."""
    text = " ".join(line.text for line in lines).casefold()
    return frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text))


def paragraphs(lines: Sequence[WireLine], words: frozenset[str]) -> tuple[str, ...]:
    """Put hard-wrapped lines together; `words` are those of the whole text.

    A paragraph ends at a blank line, before an indented line, before a list item or a line of a
    table, and where the next word would have had room after a full stop.
    """
    width = _wrap_width(lines)
    grouped: list[list[WireLine]] = []
    previous: WireLine | None = None
    for line in lines:
        if not line.text:
            previous = None
            continue
        if previous is None or _begins_paragraph(line, previous, grouped[-1][0], width):
            grouped.append([line])
        else:
            grouped[-1].append(line)
        previous = line
    return tuple(joined([line.text for line in group], words) for group in grouped)


def is_wrapped(lines: Sequence[WireLine]) -> bool:
    """Whether the lines were cut at a width, as wires and teleprinters do."""
    return 40 <= _wrap_width(lines) <= 90


def _wrap_width(lines: Sequence[WireLine]) -> int:
    """How wide the lines were set, or 0 where they were not wrapped at all."""
    lengths = sorted(
        line.length
        for line, following in pairwise(lines)
        if line.text and following.text and following.indent <= line.indent + 1 and " " in line.text
    )
    if not lengths:
        return 0
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.95))]
    return width if width <= _UNWRAPPED else 0


def _begins_paragraph(line: WireLine, previous: WireLine, first: WireLine, width: int) -> bool:
    if not width or _TABULAR.search(line.text) or _TABULAR.search(previous.text):
        return True
    if _ITEM.match(line.text) and (line.text[0] in "*•" or _ITEM.match(first.text)):
        return True
    if line.indent > previous.indent + 1:
        hanging = _ITEM.match(previous.text) and previous is first and line.indent <= previous.indent + 4
        return not hanging
    finished = _ENDS_A_SENTENCE.search(previous.text) is not None
    if not finished and (previous.text.endswith("-") or line.text[0].islower()):
        return False
    room = width - previous.length - 1 - len(line.text.split(maxsplit=1)[0])
    return room >= 2 and (finished or previous.length < width * 0.6)


def joined(texts: Sequence[str], words: frozenset[str]) -> str:
    """Put the lines of one paragraph together, mending words that were broken at a hyphen."""
    pieces: list[str] = []
    for text in filter(None, texts):
        if pieces:
            pieces[-1], between = _bridge(pieces[-1], text, words)
            pieces.append(between)
        pieces.append(text)
    return re.sub(" {2,}", " ", "".join(pieces))


def _bridge(before: str, after: str, words: frozenset[str]) -> tuple[str, str]:
    """The end of one line as it stays, and what comes between it and the next."""
    if _IDEOGRAPH.match(before[-1]) and _IDEOGRAPH.match(after[0]):
        return before, ""
    if before.endswith("-") and not before.endswith((" -", "--")) and before != "-":
        return _mended(before, after, words)
    return before, " "


def _mended(before: str, after: str, words: frozenset[str]) -> tuple[str, str]:
    """Join at a hyphen: a compound keeps it, a word cut in two loses it where the text bears that out."""
    opening = re.match(r"[^\W\d_]+", after)
    if opening is not None and opening.group().casefold() in _AND_OR:
        return before, " "
    broken = _BROKEN_WORD.search(before)
    if broken is None or opening is None or not opening.group().islower():
        return before, ""
    first, second = broken.group(1).casefold(), opening.group().casefold()
    whole_stands_elsewhere = first + second in words and f"{first}-{second}" not in words
    return (before[:-1] if whole_stands_elsewhere else before), ""
