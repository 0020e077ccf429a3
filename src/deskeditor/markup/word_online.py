"""Word in the browser: each item stands in a list of its own, and headings are paragraphs that say so."""

import re
from collections.abc import Iterator
from typing import Final

from deskeditor.markup.tokens import End, Start, Text, Token

HINT: Final = "data-ccp-props"
"""Where this stands nowhere in a page, there is nothing to do here."""

_LISTS: Final = frozenset({"ul", "ol"})
_BOXES: Final = frozenset({"ListContainerWrapper", "OutlineElement"})
_DEEPEST: Final = 9
_BLANK: Final = re.compile(r"(?:\s|&nbsp;|\u00a0|&#160;)*")


def with_online_words(source: Iterator[Token]) -> Iterator[Token]:
    """Yield the tokens of a page with its lists joined and nested, true headings, and no signs of a paragraph's end."""
    levels: list[str] = []
    kind, inside, heading = "", 0, ""
    attributes: dict[str, str] = {}
    spans: list[bool] = []
    boxes: list[bool] = []
    for token in source:
        match token:
            case Start(name="div"):
                # A box of its own around each paragraph would end the list that the next one goes on with.
                boxes.append(bool(_BOXES.intersection(token.attributes.get("class", "").split())))
                if not boxes[-1]:
                    yield token
            case End(name="div") if boxes:
                if not boxes.pop():
                    yield token
            case Start(name="span"):
                spans.append(HINT in token.attributes or "EOP" in token.attributes.get("class", "").split())
                yield token
            case End(name="span") if spans:
                spans.pop()
                yield token
            case Text() if spans and spans[-1] and _BLANK.fullmatch(token.source):
                # The sign of a paragraph's end.
                pass
            case Start() if token.name in _LISTS:
                kind, attributes = token.name, token.attributes
                inside += 1
            case End() if token.name in _LISTS:
                inside -= bool(inside)
            case Start(name="li") if inside:
                yield from _to_level(levels, _level(token), Start(kind, attributes))
                yield Start("li")
            case Start(name="p") if not inside and token.attributes.get("role") == "heading":
                yield from _closed(levels, 0)
                heading = f"h{min(_number(token.attributes.get('aria-level', '')), 6)}"
                yield Start(heading)
            case End(name="p") if heading:
                yield End(heading)
                heading = ""
            case Start() if not inside and token.name in ("p", "table"):
                yield from _closed(levels, 0)
                yield token
            case _:
                yield token
    yield from _closed(levels, 0)


def _number(written: str) -> int:
    return max(1, min(int(written[:3]), _DEEPEST)) if written.isascii() and written.isdigit() else 1


def _level(item: Start) -> int:
    return _number(item.attributes.get("data-aria-level", "") or item.attributes.get("aria-level", ""))


def _to_level(levels: list[str], level: int, opening: Start) -> Iterator[Token]:
    """Close and open lists so that the next item stands at `level` in one of the kind of `opening`."""
    yield from _closed(levels, level)
    if len(levels) == level and levels[-1] != opening.name:
        yield from _closed(levels, level - 1)
    while len(levels) < level:
        levels.append(opening.name)
        yield Start(opening.name, opening.attributes if len(levels) == level else {})


def _closed(levels: list[str], level: int) -> Iterator[Token]:
    while len(levels) > level:
        yield End(levels.pop())
