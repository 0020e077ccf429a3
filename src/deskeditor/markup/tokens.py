"""The tags and the text of an HTML file, told apart in one pass that no input can slow down or stop."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Final

# Our own, because html.parser takes time by the square of its input on `<a <a <a …` and raises
# AssertionError on `<![<![`; what leaves here is parsed again by html5ever, which settles structure.

_NAME: Final = re.compile(r"[A-Za-z][\w\-]*(?::[A-Za-z][\w\-]*)?(?=[\s/>]|$)")
"""A name that some element might have, `o:p` too; `<someone@example.org>` and `<a.b>` are words."""

_ATTRIBUTE: Final = re.compile(r"[\s/]*+(?:(?P<end>>)|(?P<name>=?[^\s/>=]*)(?:\s*+(?P<equals>=)\s*+)?)")
_UNQUOTED: Final = re.compile(r"[^\s>]*")
_RAW: Final = frozenset({"script", "style", "textarea", "title", "iframe", "xmp", "noembed", "noframes"})
"""Elements whose content is text up to their end tag, whatever it looks like."""


@dataclass(frozen=True, slots=True)
class Start:
    """A start tag: its name in lower case, its attributes decoded, the first of each name."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class End:
    """An end tag."""

    name: str


@dataclass(frozen=True, slots=True)
class Text:
    """Text between tags as it stands, references such as `&amp;` included, and no `<` in it."""

    source: str


@dataclass(frozen=True, slots=True)
class RawText:
    """The content of the element `name`, which holds no markup, as it stands."""

    name: str
    source: str


Token = Start | End | Text | RawText


class _Source:
    """The input, and from where on something is known to be missing, so that nothing is searched for twice."""

    __slots__ = ("_absent_from", "ends_in_a_tag", "html")

    def __init__(self, html: str) -> None:
        self.html = html
        self.ends_in_a_tag = False
        self._absent_from: dict[str, int] = {}

    def find(self, wanted: str, start: int) -> int:
        """The index of `wanted` at or after `start`, or -1."""
        if start >= self._absent_from.get(wanted, len(self.html)):
            return -1
        at = self.html.find(wanted, start)
        if at < 0:
            self._absent_from[wanted] = start
        return at

    def find_end_tag(self, name: str, start: int) -> int:
        """The index of the end tag of the raw element `name` at or after `start`, or -1."""
        key = f"</{name}"
        if start >= self._absent_from.get(key, len(self.html)):
            return -1
        found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(self.html, start)
        if found is None:
            self._absent_from[key] = start
            return -1
        return found.start()


def tokens(html: str) -> Iterator[Token]:
    """Yield the tokens of `html`; comments, declarations and instructions are left out.

    A `<` that opens nothing is text. Time grows with the length of the input.
    """
    source = _Source(html)
    at, length = 0, len(html)
    while at < length:
        opening = source.find("<", at)
        if opening < 0:
            yield Text(html[at:])
            return
        if opening > at:
            yield Text(html[at:opening])
        following = html[opening + 1 : opening + 2]
        if _opens_name(following):
            token, at = _start_tag(source, opening)
            yield token
            if isinstance(token, Start) and token.name in _RAW:
                end = source.find_end_tag(token.name, at)
                if end < 0 and token.name in ("script", "style"):
                    end = length
                if end >= 0:
                    yield RawText(token.name, html[at:end])
                    at = end
        elif following == "/" and _opens_name(html[opening + 2 : opening + 3]):
            close = source.find(">", opening)
            name = _NAME.match(html, opening + 2)
            if close < 0 or name is None:
                yield Text("&lt;")
                at = opening + 1
            else:
                yield End(name.group().lower())
                at = close + 1
        else:
            at = _after_bogus(source, opening) if following in ("!", "?", "/") else opening
            if at == opening:
                yield Text("&lt;")
                at += 1


def _opens_name(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _after_bogus(source: _Source, opening: int) -> int:
    """The index behind a comment, a declaration or an instruction; `opening` itself where it is none."""
    html = source.html
    if html.startswith("<!--", opening):
        for short in ("<!-->", "<!--->"):
            if html.startswith(short, opening):
                return opening + len(short)
        close = source.find("-->", opening + 4)
        return opening + 4 if close < 0 else close + 3
    if html.startswith("<![CDATA[", opening):
        return opening + len("<![CDATA[")
    close = source.find(">", opening)
    return opening if close < 0 else close + 1


def _start_tag(source: _Source, opening: int) -> tuple[Token, int]:
    name = _NAME.match(source.html, opening + 1)
    first_end = source.find(">", opening)
    if first_end < 0 or name is None:
        return Text("&lt;"), opening + 1
    attributes: dict[str, str] = {}
    at = -1
    if not source.ends_in_a_tag:
        attributes, at = _attributes(source, name.end(), len(source.html))
    if at < 0:
        # Every `>` to the end of the file lies in quotes that nothing closes: the first ends the tag.
        source.ends_in_a_tag = True
        attributes, at = _attributes(source, name.end(), first_end + 1)
    return Start(name.group().lower(), attributes), at if at >= 0 else first_end + 1


def _attributes(source: _Source, at: int, limit: int) -> tuple[dict[str, str], int]:
    """The attributes from `at` on and the index behind the tag, which is -1 where it has no end before `limit`."""
    html = source.html
    attributes: dict[str, str] = {}
    while at < limit:
        found = _ATTRIBUTE.match(html, at, limit)
        if found is None or found["end"]:
            return attributes, -1 if found is None else found.end()
        at = found.end()
        value = ""
        if found["equals"]:
            quote = html[at : at + 1]
            close = source.find(quote, at + 1) if quote in ('"', "'") else -1
            if 0 <= close < limit:
                value, at = html[at + 1 : close], close + 1
            else:
                unquoted = _UNQUOTED.match(html, at, limit)
                value, at = (unquoted.group(), unquoted.end()) if unquoted else ("", at)
        if found["name"]:
            attributes.setdefault(found["name"].lower(), unescape(value) if "&" in value else value)
    return attributes, -1
