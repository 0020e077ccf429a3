"""Markdown as a person types it: odd or unclosed signs may hide no word, so what would be hidden stands as typed."""

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from typing import Final

from deskeditor.article.body import Body, Code, Embed, Figure, Footnote, leaf_lines, leaf_text
from deskeditor.article.line import MarkKind
from deskeditor.article.published import published
from deskeditor.errors import InputError
from deskeditor.markup.markdown_reader import read_markdown
from deskeditor.markup.markdown_text import escaped_words
from deskeditor.markup.plain_text import read_plain
from deskeditor.markup.reading import MediaFinder, stored_media

_TAG: Final = re.compile(
    r"</?(?P<name>[A-Za-z][A-Za-z0-9]*)(?P<rest>(?:\s+[A-Za-z\-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>]+))?)*)\s*/?>"
)
_SAID: Final = re.compile(r"\b(?:href|src|alt|title)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+))", re.IGNORECASE)
_KNOWN: Final = frozenset(
    "a abbr article aside b blockquote br caption cite code dd del details div dl dt em figcaption figure footer h1 h2 "
    "h3 h4 h5 h6 header hr i img ins kbd li main mark ol p pre s section small span strike strong sub summary sup "
    "table tbody td tfoot th thead time tr u ul".split()
)
_INLINE: Final = frozenset("a abbr b cite code del em i ins kbd mark s small span strike strong sub sup time u".split())
_ROW_NUMBER: Final = re.compile(r"^[ >]*\d{1,9}[.)](?=\s|$)", re.MULTILINE)
_SIGNS: Final = re.compile(r"[*_~`\\]")
_WORD: Final = re.compile(r"[^\W_]+")
_BLOCKS: Final = re.compile(r"\n[ \t]*\n")


def read_markdown_wholly(text: str, *, known: str = "", media: MediaFinder = stored_media) -> Body:
    """Return the body that Markdown holds, with every word of it.

    Where a comment, a template tag, a title or a sign that is not closed would hide words, the
    block they are in is read as it stands. `known` is text that was read before: its blocks hide nothing.
    """
    try:
        body = read_markdown(text, media=media).body
    except InputError:
        return published(read_plain(text))
    if not _missing(text, body):
        return body
    blocks = _BLOCKS.split(text)
    old = frozenset(_BLOCKS.split(known))
    fresh = [number for number, block in enumerate(blocks) if block not in old]
    for suspect in (_hiding(blocks, fresh, _missing(text, body)), fresh):
        if not suspect:
            continue
        tried = [_as_typed(block) if number in suspect else block for number, block in enumerate(blocks)]
        reading = read_markdown("\n\n".join(tried), media=media).body
        if not _missing(text, reading):
            return reading
        if _missing(text, reading).total() < _missing(text, body).total():
            body = reading
    return body


def _hiding(blocks: list[str], fresh: list[int], missing: Counter[str]) -> list[int]:
    return [number for number in fresh if any(word in missing for word in _words(blocks[number]))]


def _as_typed(block: str) -> str:
    return "\n".join(escaped_words(row.strip(), starts_row=True) for row in block.split("\n"))


def _missing(text: str, body: Body) -> Counter[str]:
    """The words of the text that the body has not, or not as often."""
    return Counter(_words(text)) - Counter(_words_of_body(body))


def _words(text: str) -> list[str]:
    """The words that Markdown says: those of addresses and descriptions too, no name of a tag, no list's number."""
    seen = _TAG.sub(_said_by_tag, _ROW_NUMBER.sub("", text))
    return _WORD.findall(_SIGNS.sub("", unescape(seen)))


def _said_by_tag(found: re.Match[str]) -> str:
    name = found["name"].lower()
    if name not in _KNOWN:
        return found.group()
    said = " ".join("".join(values) for values in _SAID.findall(found["rest"]))
    return f" {said} " if said else ("" if name in _INLINE else " ")


def _words_of_body(body: Body) -> Iterator[str]:
    for leaf in body:
        yield from _words_in(leaf_text(leaf))
        match leaf:
            case Figure():
                yield from _words_in(f"{leaf.media} media {leaf.alt} {leaf.credit} {leaf.width}")
            case Embed():
                yield from _words_in(leaf.url)
            case Code():
                yield from _words_in(leaf.language)
            case Footnote():
                yield from _words_in(leaf.label)
        for line in leaf_lines(leaf):
            for run in line:
                for mark in run.marks:
                    if mark.kind in (MarkKind.LINK, MarkKind.FOOTNOTE):
                        yield from _words_in(mark.value)


def _words_in(text: str) -> list[str]:
    return _WORD.findall(_SIGNS.sub("", text))
