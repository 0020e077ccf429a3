"""Markdown as a person types it: odd or unclosed signs may hide no word, so what would be hidden stands as typed."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Final

from deskeditor.article.body import Body, Code, Embed, Figure, Footnote, Leaf, leaf_lines, leaf_text
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
_PROSE_ROW: Final = (
    r"(?:\*{1,2}|[“‘„«'\"])?[^\W\d_]"
    r"(?:[^\n<>\[\]{}|=]|(?<!!)\[[^\n<>\[\]{}|^]+\]\([^\s<>\[\]{}|()]*\))*"
)
_PROSE: Final = re.compile(rf"{_PROSE_ROW}(?:\n{_PROSE_ROW})*")
"""Rows that begin with a letter, and hold no sign that another place in the text could have a say in."""

_INLINE_TAG: Final = re.compile(r"(?<!^)<(/?)(a|del|em|s|strong|sub|sup|u)(?: href=\"[^\"<>\s]*\")?>", re.MULTILINE)
_REACHES_ON: Final = re.compile(r"^[ >]*(?:<|```|~~~)", re.MULTILINE)
"""Begins what goes on over empty rows."""

_FEW: Final = 8
_BLOCKS: Final = re.compile(r"\n[ \t]*\n")


def read_markdown_wholly(text: str, *, written: str = "", media: MediaFinder = stored_media) -> Body:
    """Return the body that Markdown holds, with every word of it.

    Where a comment, a template tag, a title or a sign that is not closed would hide words, the
    block they are in is read as it stands. Blocks of `written`, which our writer wrote, hide nothing.
    """
    try:
        body = read_markdown(text, media=media).body
    except InputError:
        return published(read_plain(text))
    missing = _missing(text, body)
    if not missing:
        return body
    blocks = _BLOCKS.split(text)
    safe = frozenset(_BLOCKS.split(written))
    fresh = [number for number, block in enumerate(blocks) if block not in safe]
    suspects = [number for number in fresh if any(word in missing for word in _words(blocks[number]))]
    for as_typed in filter(None, (suspects, fresh)):
        tried = [_as_typed(block) if number in as_typed else block for number, block in enumerate(blocks)]
        body = read_markdown("\n\n".join(tried), media=media).body
        others = "\n\n".join(block for number, block in enumerate(blocks) if number not in as_typed)
        if not _missing(others, body):
            break
    return body


def reread_markdown(text: str, known: str, reading: Body, *, written: str = "") -> Body:
    """Return what `read_markdown_wholly` gives, where `reading` is what it gave of `known`.

    Where plain paragraphs alone are other than they were, they alone are read: a long text is not
    read as a whole for each word.
    """
    blocks, old = _BLOCKS.split(text), _BLOCKS.split(known)
    shorter = min(len(blocks), len(old))
    top = next((at for at in range(shorter) if blocks[at] != old[at]), shorter)
    end = next((at for at in range(shorter - top) if blocks[-1 - at] != old[-1 - at]), shorter - top)
    changed, gone = blocks[top : len(blocks) - end], old[top : len(old) - end]
    is_prose = len(gone) <= _FEW and len(changed) <= _FEW and all(map(_is_prose, (*gone, *changed)))
    if gone and is_prose and not _REACHES_ON.search(known):
        was = read_markdown("\n\n".join(gone)).body.leaves
        fresh = read_markdown("\n\n".join(changed)).body
        first = _only_place(was, reading.leaves)
        if first is not None and not _missing("\n\n".join(changed), fresh):
            return Body((*reading.leaves[:first], *fresh.leaves, *reading.leaves[first + len(was) :]))
    return read_markdown_wholly(text, written=written)


def _is_prose(block: str) -> bool:
    """Whether the block is a paragraph whatever stands around it, its tags closed within it."""
    opened: list[str] = []
    for sign, name in _INLINE_TAG.findall(block):
        if not sign:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return False
    return not opened and _PROSE.fullmatch(_INLINE_TAG.sub("", block)) is not None


def _only_place(part: Sequence[Leaf], leaves: Sequence[Leaf]) -> int | None:
    """Where the leaves stand among others, if at one place only."""
    if not part:
        return None
    places = [at for at, leaf in enumerate(leaves) if leaf == part[0] and leaves[at : at + len(part)] == part]
    return places[0] if len(places) == 1 else None


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
