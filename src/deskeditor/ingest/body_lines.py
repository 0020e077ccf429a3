"""Body leaves from sorted lines of plain text: paragraphs, sub-headings and clear lists."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from deskeditor.article.body import Body, Heading, Leaf, ListItem, ListKind, ListLevel, Paragraph, body_of
from deskeditor.article.line import Line, clean_text, plain_line

_ROUND_SIGN: Final = re.compile(r"[•◦▪▫‣⁃●○■□➤►▶✓✔]\s*")
_ASCII_SIGN: Final = re.compile(r"[-*]\s+(?=\S)")
_DASH_SIGN: Final = re.compile(r"[-–—*]\s+(?=\S)")
_NUMBER_SIGN: Final = re.compile(r"([0-9]{1,3})[.)]\s+(?=\S)")


def without_sign(text: str) -> str:
    """Return `text` without the bullet sign it begins with."""
    stripped = text.strip()
    for sign in (_ROUND_SIGN, _DASH_SIGN):
        if match := sign.match(stripped):
            return stripped[match.end() :].strip()
    return stripped


def without_signs(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the items of a list without their signs; numbers are signs where they count from one on."""
    numbers = [_NUMBER_SIGN.match(text.strip()) for text in texts]
    counted = [int(match.group(1)) for match in numbers if match]
    if len(texts) > 1 and counted == list(range(1, len(texts) + 1)):
        return tuple(text.strip()[match.end() :].strip() for text, match in zip(texts, numbers, strict=True) if match)
    return tuple(map(without_sign, texts))


def body_from_lines(lines: Iterable[tuple[str, bool]]) -> Body:
    """Build a body from (text, is a sub-heading) pairs, one leaf each; newlines in a text become spaces.

    A round sign always makes a list item; `-`, `*` and numbers do so where the neighbour agrees
    (a lone `- ` may open a spoken line, a lone `1.` a sentence).
    """
    given = [(clean_text(" ".join(part.strip() for part in text.split("\n"))).strip(), head) for text, head in lines]
    plain_texts = ["" if head else text for text, head in given]
    leaves: list[Leaf] = []
    for at, (text, head) in enumerate(given):
        if head and text:
            leaves.append(Heading(level=2, line=plain_line(text)))
        elif item := _list_item(plain_texts, at):
            leaves.append(item)
        elif text:
            leaves.append(Paragraph(line=plain_line(text)))
    return body_of(leaves)


def _list_item(texts: Sequence[str], at: int) -> ListItem | None:
    text = texts[at]
    neighbours = [texts[near] for near in (at - 1, at + 1) if 0 <= near < len(texts)]
    if match := _ROUND_SIGN.match(text):
        return _item(text[match.end() :], ListLevel(kind=ListKind.BULLET))
    if (match := _ASCII_SIGN.match(text)) and any(near[:2] == text[:2] for near in neighbours):
        return _item(text[match.end() :], ListLevel(kind=ListKind.BULLET))
    if (match := _NUMBER_SIGN.match(text)) and (start := _first_number(texts, at)) is not None:
        return _item(text[match.end() :], ListLevel(kind=ListKind.NUMBER, start=start))
    return None


def _item(text: str, level: ListLevel) -> ListItem | None:
    line: Line = plain_line(text.strip())
    return ListItem(line=line, path=(level,)) if line else None


def _number(texts: Sequence[str], at: int) -> int | None:
    match = _NUMBER_SIGN.match(texts[at]) if 0 <= at < len(texts) else None
    return int(match.group(1)) if match else None


def _first_number(texts: Sequence[str], at: int) -> int | None:
    """The first number of the counting run that line `at` stands in, or None where it stands alone."""
    first = at
    while (before := _number(texts, first - 1)) is not None and before + 1 == _number(texts, first):
        first -= 1
    after = _number(texts, at + 1)
    own = _number(texts, at)
    return _number(texts, first) if first < at or (after is not None and after - 1 == own) else None
