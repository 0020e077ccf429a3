"""Word's lists: paragraphs that say by their style which list and level they stand in, made real lists."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Final

from deskeditor.markup.tokens import End, RawText, Start, Text, Token

HINT: Final = "mso-list"
"""Where this stands nowhere in a page, there is nothing to do here."""

_ITEM: Final = re.compile(r"mso-list\s*:\s*(l\d+)\s+level(\d)", re.IGNORECASE)
_IGNORED: Final = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_RULE: Final = re.compile(r"@list\s+(l\d+):level(\d)\s*\{([^{}]*)\}", re.IGNORECASE)
_FORMAT: Final = re.compile(r"mso-level-number-format\s*:\s*([\w\-]+)", re.IGNORECASE)
_COUNTED: Final = re.compile(
    r"\(?(?:[\w]+\.)*(?:(?P<number>[0-9]{1,6})|(?P<letters>[a-z]{1,12}))[.)]\)?", re.IGNORECASE
)
_ROMAN: Final = re.compile(r"m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")
_ROMAN_SIGNS: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_CONTINUES: Final = "msolistparagraph"
_HEADS: Final = frozenset("h1 h2 h3 h4 h5 h6".split())
_ITEM_NAMES: Final = frozenset({"p", "li", *_HEADS})
_BLOCKS: Final = _ITEM_NAMES | frozenset(
    "div table ul ol blockquote pre hr section article header footer aside figure dl address form".split()
)
_AROUND: Final = frozenset("td th tr table div section article body html blockquote".split())
"""Elements whose end ends the lists inside."""


@dataclass(slots=True)
class _Level:
    """An open list: its number in Word, its level there, and the number of its last item."""

    name: str
    level: int
    ordered: bool
    last: int


def with_lists(source: Iterator[Token]) -> Iterator[Token]:
    """Yield the tokens of a page, its list paragraphs as `ul`, `ol` and `li`, without the signs that Word drew."""
    kinds: dict[tuple[str, int], bool] = {}
    open_lists: list[_Level] = []
    tokens = _Peeking(source)
    for token in tokens:
        match token:
            case RawText(name="style"):
                kinds.update(_kinds(token.source))
            case Start() if token.name in _ITEM_NAMES and (hint := _ITEM.search(token.attributes.get("style", ""))):
                content = list(_content(tokens, token.name))
                yield from _item(open_lists, kinds, (hint.group(1).lower(), int(hint.group(2))), token, content)
                continue
            case Start() if token.name in _BLOCKS and not _goes_on(token, open_lists):
                yield from _closed(open_lists, 0)
            case End() if token.name in _AROUND:
                yield from _closed(open_lists, 0)
        yield token
    yield from _closed(open_lists, 0)


class _Peeking:
    """The tokens, of which one may be given back."""

    def __init__(self, source: Iterator[Token]) -> None:
        self._source = source
        self._back: Token | None = None

    def __iter__(self) -> Iterator[Token]:
        return self

    def __next__(self) -> Token:
        token, self._back = self._back, None
        return next(self._source) if token is None else token

    def give_back(self, token: Token) -> None:
        self._back = token


def _goes_on(token: Start, open_lists: list[_Level]) -> bool:
    """Whether the block is a further paragraph of the item before it: Word gives it the list's class alone."""
    is_plain = token.name == "p" and HINT not in token.attributes.get("style", "").lower()
    return bool(open_lists) and is_plain and token.attributes.get("class", "").lower().startswith(_CONTINUES)


def _content(tokens: _Peeking, name: str) -> Iterator[Token]:
    """What stands in the paragraph that has begun, up to its end or to the block that ends it."""
    for token in tokens:
        if isinstance(token, End) and token.name == name:
            return
        if (isinstance(token, Start) and token.name in _BLOCKS) or (isinstance(token, End) and token.name in _AROUND):
            tokens.give_back(token)
            return
        yield token


def _kinds(style: str) -> Iterator[tuple[tuple[str, int], bool]]:
    """What the page's style sheet says of each list and level: whether it counts."""
    for rule in _RULE.finditer(style):
        found = _FORMAT.search(rule.group(3))
        counts = found is None or found.group(1).lower() not in ("bullet", "image", "none")
        yield (rule.group(1).lower(), int(rule.group(2))), counts


def _item(
    open_lists: list[_Level],
    kinds: dict[tuple[str, int], bool],
    place: tuple[str, int],
    start: Start,
    content: list[Token],
) -> Iterator[Token]:
    """Yield a list paragraph as an item, and the lists that end or begin with it."""
    name, level = place
    sign, kept = _without_sign(content)
    number = _number(sign, after=open_lists[-1].last if open_lists and open_lists[-1].level == level else None)
    ordered = kinds.get(place, number is not None) if sign or place in kinds else False
    yield from _closed(open_lists, level)
    top = open_lists[-1] if open_lists and open_lists[-1].level == level else None
    if top is not None and (
        top.name != name or top.ordered != ordered or (ordered and number is not None and number != top.last + 1)
    ):
        yield from _closed(open_lists, level - 1)
        top = None
    if top is None:
        first = number if ordered and number is not None else 1
        open_lists.append(_Level(name, level, ordered, first))
        yield Start("ol" if ordered else "ul", {"start": str(first)} if ordered and first != 1 else {})
    else:
        top.last = number if number is not None else top.last + 1
        yield End("li")
    yield Start("li")
    inner = start.name if start.name in _HEADS else "span"
    attributes = {key: value for key, value in start.attributes.items() if key == "style"}
    yield Start(inner, attributes)
    yield from kept
    yield End(inner)


def _closed(open_lists: list[_Level], level: int) -> Iterator[Token]:
    """Yield the ends of the lists deeper than `level`, innermost first."""
    while open_lists and open_lists[-1].level > level:
        yield End("li")
        yield End("ol" if open_lists.pop().ordered else "ul")


def _without_sign(content: list[Token]) -> tuple[str, list[Token]]:
    """The sign that Word drew before the words, and the words without it."""
    sign: list[str] = []
    kept: list[Token] = []
    depth = 0
    for token in content:
        if depth:
            if isinstance(token, Text):
                sign.append(token.source)
            elif isinstance(token, Start) and token.name == "span":
                depth += 1
            elif isinstance(token, End) and token.name == "span":
                depth -= 1
        elif isinstance(token, Start) and token.name == "span" and _IGNORED.search(token.attributes.get("style", "")):
            depth = 1
        else:
            kept.append(token)
    return unescape("".join(sign)).strip().strip("\u00a0").strip(), kept


def _number(sign: str, *, after: int | None) -> int | None:
    """The number that a sign such as `3.`, `c)` or `iv.` stands for; None for a bullet.

    Of `i.` and the like, which may be a letter or a Roman number, the one that comes `after` is meant.
    """
    found = _COUNTED.fullmatch(sign)
    if found is None:
        return None
    if found["number"]:
        return int(found["number"])
    letters = found["letters"].lower()
    roman = _roman(letters)
    letter = ord(letters[0]) - ord("a") + 1 + 26 * (len(letters) - 1) if len({*letters}) == 1 else None
    if roman is None or letter is None:
        return roman if letter is None else letter
    if after is not None and letter == after + 1:
        return letter
    return roman if letters == "i" or (after is not None and roman == after + 1) else letter


def _roman(letters: str) -> int | None:
    if not letters or not _ROMAN.fullmatch(letters):
        return None
    value, at = 0, 0
    for worth, sign in _ROMAN_SIGNS:
        while letters.startswith(sign, at):
            value, at = value + worth, at + len(sign)
    return value
