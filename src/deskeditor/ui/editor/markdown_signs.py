"""The signs of Markdown in a row: what it begins with, and which stretches of it are marked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

_BEGINNING: Final = re.compile(
    r"(?P<quote>(?: {0,3}> ?)*)(?P<indent> *)(?:(?P<heading>#{1,6}) +|(?P<sign>[-*+]|\d{1,9}[.)])(?P<gap> +|$))?"
)
_RULE: Final = re.compile(r" {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$")
FENCE: Final = re.compile(r"[ >]*(?P<fence>`{3,}(?!.*`)|~{3,})")
_EDGE: Final = r"(?<![\w\\])"


class Sign(StrEnum):
    """What the signs around a stretch make of it."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    STRIKE = "strike"
    CODE = "code"
    LINK = "link"
    ADDRESS = "address"
    FOOTNOTE = "footnote"
    TAG = "tag"
    ENTITY = "entity"


_SIGNED: Final = (
    (Sign.CODE, re.compile(r"(?<![\\`])(`+)(?!`)(?P<inside>.+?)(?<!`)\1(?!`)")),
    (Sign.TAG, re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>(?P<inside>)")),
    (Sign.FOOTNOTE, re.compile(r"\[\^(?P<inside>[^\]\s]+)\]:?")),
    (Sign.LINK, re.compile(r"(?<!\\)!?\[(?P<inside>(?:[^\[\]\\]|\\.)*)\](?=\()")),
    (Sign.ADDRESS, re.compile(r"(?<=\])\((?P<inside>(?:[^()\\\n]|\\.|\([^()]*\))*)\)")),
    (Sign.ENTITY, re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|\w+);(?P<inside>)|\\[!-/:-@\[-`{-~]")),
    (Sign.STRONG, re.compile(r"(?<!\\)(\*\*|__)(?=\S)(?P<inside>.+?)(?<=[^\s\\])\1")),
    (
        Sign.EMPHASIS,
        re.compile(rf"(?<![\\*])\*(?![*\s])(?P<inside>.+?)(?<![\s*\\])\*(?!\*)|{_EDGE}_(?=\S)(.+?)(?<=\S)_(?!\w)"),
    ),
    (Sign.STRIKE, re.compile(r"(?<!\\)~~(?=\S)(?P<inside>.+?)(?<=\S)~~")),
)
"""Code first: nothing in it is a sign. Signs of words may lie within each other."""

_CLOSED: Final = frozenset({Sign.CODE, Sign.TAG, Sign.ADDRESS, Sign.ENTITY, Sign.FOOTNOTE})
"""Stretches in which no other sign counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row's beginning: each part as it stands in the text, and where the words begin."""

    quote: str
    indent: str
    heading: int
    sign: str
    gap: str
    words: int

    @property
    def number(self) -> int | None:
        """The item's number, in a numbered list."""
        return int(self.sign[:-1]) if self.sign[:1].isdigit() else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A signed stretch of a row, in code points: all of it, and what lies between its signs."""

    sign: Sign
    start: int
    end: int
    inner_start: int
    inner_end: int


def row_of(text: str) -> Row:
    """Read how a row begins."""
    found = _BEGINNING.match(text)
    assert found is not None
    is_rule = is_rule_row(text[len(found["quote"]) :])
    sign = "" if is_rule else found["sign"] or ""
    return Row(
        quote=found["quote"],
        indent=found["indent"],
        heading=0 if is_rule else len(found["heading"] or ""),
        sign=sign,
        gap=found["gap"] or "" if sign else "",
        words=len(found["quote"]) if is_rule else found.end(),
    )


def is_rule_row(text: str) -> bool:
    """Whether the row is a break between parts."""
    return _RULE.match(text) is not None


def spans_of(text: str, start: int = 0) -> Iterator[Span]:
    """The signed stretches of a row from `start` on, outer ones before those within them."""
    shut = bytearray(len(text) + 1)
    for sign, pattern in _SIGNED:
        for found in pattern.finditer(text, start):
            if shut[found.start()] or shut[found.end() - 1]:
                continue
            inner = found.span("inside")
            if inner == (-1, -1):
                inner = found.span(found.lastindex) if found.lastindex else found.span()
            if sign in _CLOSED:
                shut[found.start() : found.end()] = b"\x01" * (found.end() - found.start())
            yield Span(sign=sign, start=found.start(), end=found.end(), inner_start=inner[0], inner_end=inner[1])


def is_in_fence(rows: list[str]) -> bool:
    """Whether a block of code that began in the rows is still open behind them."""
    fence = ""
    for row in rows:
        found = FENCE.match(row)
        if found is None:
            continue
        if not fence:
            fence = found["fence"]
        elif found["fence"].startswith(fence) and not row[found.end() :].strip():
            fence = ""
    return bool(fence)
