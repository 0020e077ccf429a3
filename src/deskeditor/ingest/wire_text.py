"""An agency's plain text, pasted or from a file: what is copy, what is for the desk alone.

Nothing of the routing, takes, advisories, contacts and notebooks may reach the body, where it could
be published; nothing of it is lost either, it stands in the desk note.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from deskeditor.ingest.byline import begins_as_byline, read_byline
from deskeditor.ingest.sorting import Slot, SortedLine, Sorting
from deskeditor.ingest.wire_text_dateline import Dateline, is_agency, read_dateline
from deskeditor.ingest.wire_text_desk import (
    is_advisory,
    is_contact,
    is_credit_to_staff,
    is_embargo,
    is_kill,
    is_ornament,
    is_signature,
    is_take,
    is_time_sent,
    opens_desk_part,
    split_take,
)
from deskeditor.ingest.wire_text_header import WireHeader, read_head
from deskeditor.ingest.wire_text_lines import WireLine, is_wrapped, joined, paragraphs, wire_lines, words_of

WIRE: Final = "wire"
"""The format's name in a `Sorting`."""
EMBARGO: Final = "an embargo"
KILL: Final = "the agency withdraws the piece"
"""Reasons that whoever makes an article of the lines acts upon."""

_LONGEST_HEAD: Final = 14
_SHORT_HEAD: Final = 9
_END_OF_HEADLINE: Final = ("=", "+", "<")
_LAST: Final = 4
"""How many paragraphs from the end may be signatures and thanks to staff."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    header: WireHeader
    slugline: str
    echo: str
    words: frozenset[str]
    head: tuple[str, ...]
    copy: tuple[str, ...]
    desk: tuple[str, ...]


def looks_like_wire(text: str) -> bool:
    """Whether `text` is an agency's plain text: framed by controls, routed, or telling in two ways at least."""
    sample = text[:40_000]
    lines = wire_lines(sample)
    spoken = [line for line in lines if line.text]
    if not spoken:
        return False
    if "\x02" in sample and ("\x01" in sample or "\x03" in sample):
        return True
    if read_head(lines).header:
        return True
    copy = paragraphs(lines, frozenset())
    # A page has its menus above the copy; a wire has a handful of lines.
    head = [at for at, line in enumerate(lines) if line.text][:_SHORT_HEAD]
    dated = any(read_dateline(_opening(lines, at)) for at in head)
    told = (
        any(opens_desk_part(line.text) and not line.text.startswith("#") for line in spoken),
        any(is_take(line.text) and line.text.isupper() for line in spoken[:5]),
        any(line.text.endswith((" =", "=")) and line.text.count("=") == 1 for line in spoken[:8]),
        is_time_sent(spoken[-1].text),
        dated and is_wrapped(lines),
        dated and any(map(is_credit_to_staff, copy[-_LAST:])),
    )
    return sum(told) >= (1 if dated else 2)


def sort_wire(text: str) -> Sorting:
    """Sort an agency's plain text into headline, byline, dateline, credit, body and desk note.

    Hard-wrapped lines come back as paragraphs, and each word of `text` stands in one of the lines.
    """
    parts = _parts(text)
    lines = [*_routing(parts), *_head(parts), *_copy(parts)]
    lines.extend(_desk_line(line) for line in parts.desk)
    if not any(line.slot is Slot.CREDIT for line in lines) and parts.header.agency:
        lines.append(SortedLine(text=parts.header.agency, slot=Slot.CREDIT, why="the agency of the wire's header"))
    return Sorting(lines=tuple(lines), format=WIRE)


def announced_words(text: str) -> int | None:
    """How many words the wire's header announces, where it does."""
    return read_head(wire_lines(text)).header.words


def _parts(text: str) -> _Parts:
    lines = wire_lines(text)
    head = read_head(lines)
    rest = lines[head.taken :]
    if head.header or any(line.part == 0 for line in lines):
        # What else stands before the start of text is routing as well.
        before, rest = [line for line in rest if line.part == 0], tuple(line for line in rest if line.part)
    else:
        before = []
    spoken, desk = _cut(rest)
    end_of_head = _end_of_head(spoken, routed=bool(head.header))
    head_lines = tuple(line.text for line in (*before, *spoken[:end_of_head]) if line.text)
    words = words_of(lines)
    return _Parts(
        header=head.header,
        slugline=" ".join(head.slugline.split()),
        echo=head.echo,
        words=words,
        head=head_lines,
        copy=paragraphs(spoken[end_of_head:], words),
        desk=tuple(_items(desk)),
    )


def _cut(lines: Sequence[WireLine]) -> tuple[tuple[WireLine, ...], tuple[WireLine, ...]]:
    """Part the copy from all that follows its end: the end of text, a notebook, a not-for-publication line."""
    for at, line in enumerate(lines):
        if line.part == 2 or opens_desk_part(line.text):
            return tuple(lines[:at]), tuple(lines[at:])
    end = len(lines)
    while end and (not lines[end - 1].text or is_time_sent(lines[end - 1].text)):
        end -= 1
    return tuple(lines[:end]), tuple(lines[end:])


def _end_of_head(lines: Sequence[WireLine], *, routed: bool) -> int:
    """How many lines stand before the copy: up to the sign that closes the headline, else up to the dateline."""
    spoken = [at for at, line in enumerate(lines) if line.text][:_LONGEST_HEAD]
    for at in spoken:
        if read_dateline(_opening(lines, at), in_wire=True):
            return at
        closes = lines[at].text.endswith(_END_OF_HEADLINE) and not is_ornament(lines[at].text)
        if closes and not any(line.text.endswith(_END_OF_HEADLINE) for line in lines[at + 1 : at + 3]):
            return at + 1
    if not spoken:
        return len(lines)
    if not routed and len(spoken) < 2:
        return 0
    first = spoken[0]
    return next((at for at in range(first, len(lines)) if not lines[at].text), first + 1)


def _opening(lines: Sequence[WireLine], at: int) -> str:
    """A line with the one after it: a dateline may be wrapped as well."""
    return " ".join(line.text for line in lines[at : at + 2])


def _routing(parts: _Parts) -> Iterator[SortedLine]:
    if parts.header:
        yield SortedLine(text=parts.header.told(), slot=Slot.DESK_NOTE, why="the wire's header")
    if parts.slugline:
        yield SortedLine(text=parts.slugline, slot=Slot.SLUGLINE, why="the slugline of the wire's header")
    if parts.echo:
        yield SortedLine(text=parts.echo, slot=Slot.DROPPED, why="it repeats the wire's header")


def _head(parts: _Parts) -> Iterator[SortedLine]:
    headline: list[str] = []
    others: list[SortedLine] = []
    for raw in parts.head:
        line = raw.strip("^<").rstrip("=+ ").strip() if raw.endswith(_END_OF_HEADLINE) or raw[0] == "^" else raw
        if not line:
            continue
        if told := _told_in_head(line, parts):
            others.append(told)
        else:
            headline.append(line)
    take, words = split_take(joined(headline, parts.words))
    if take:
        others.append(SortedLine(text=take, slot=Slot.DESK_NOTE, why="which version this is"))
    if words:
        yield SortedLine(text=words, slot=Slot.HEADLINE, why="it stands before the copy")
    yield from others


def _told_in_head(line: str, parts: _Parts) -> SortedLine | None:
    keywords = parts.slugline.casefold().split("/")
    if is_embargo(line):
        return SortedLine(text=line, slot=Slot.DESK_NOTE, why=EMBARGO)
    if is_kill(line):
        return SortedLine(text=line, slot=Slot.DESK_NOTE, why=KILL)
    if is_take(line):
        return SortedLine(text=line, slot=Slot.DESK_NOTE, why="which version or kind of message this is")
    if is_advisory(line) or is_contact(line) or is_time_sent(line) or is_credit_to_staff(line):
        return SortedLine(text=line, slot=Slot.DESK_NOTE, why="a word to desks")
    if begins_as_byline(line) and len(line) <= 120:
        return _byline(line)
    if line.startswith(("* ", "• ")):
        return SortedLine(text=line, slot=Slot.BULLET, why="a point above the copy")
    if is_agency(line.removesuffix(" Writer").removesuffix(" Staff")):
        return SortedLine(text=line, slot=Slot.DESK_NOTE, why="the agency, under the byline")
    if line.endswith(":") and line.rstrip(" :").casefold() in keywords:
        return SortedLine(text=line, slot=Slot.DESK_NOTE, why="it repeats the slugline")
    if not parts.header and line.endswith("/") and " " not in line:
        return SortedLine(text=line.strip("/"), slot=Slot.SLUGLINE, why="words between strokes above the headline")
    return None


def _byline(line: str) -> SortedLine:
    if read_byline(line).names:
        return SortedLine(text=line, slot=Slot.BYLINE, why="it begins as a byline does")
    return SortedLine(text=line, slot=Slot.DESK_NOTE, why="a byline that names nobody: the agency is credited")


def _copy(parts: _Parts) -> Iterator[SortedLine]:
    seen = False
    for at, paragraph in enumerate(parts.copy):
        to_go = len(parts.copy) - at
        if not seen and at < _LONGEST_HEAD and (dateline := read_dateline(paragraph, in_wire=True)):
            seen = True
            yield from _opened(dateline)
        elif told := _told_in_copy(paragraph, parts, before_dateline=not seen and at < 3, near_end=to_go <= _LAST):
            yield told
        else:
            yield SortedLine(text=paragraph, slot=Slot.BODY)


def _opened(dateline: Dateline) -> Iterator[SortedLine]:
    yield SortedLine(text=dateline.place, slot=Slot.DATELINE, why="it opens the copy")
    if dateline.agency:
        yield SortedLine(text=dateline.agency, slot=Slot.CREDIT, why="the agency of the dateline")
    yield SortedLine(text=dateline.rest, slot=Slot.BODY)


def _told_in_copy(paragraph: str, parts: _Parts, *, before_dateline: bool, near_end: bool) -> SortedLine | None:
    if is_embargo(paragraph) and (before_dateline or near_end):
        return SortedLine(text=paragraph, slot=Slot.DESK_NOTE, why=EMBARGO)
    if is_advisory(paragraph) or is_contact(paragraph):
        return SortedLine(text=paragraph, slot=Slot.DESK_NOTE, why="a word to desks")
    if is_ornament(paragraph):
        return SortedLine(text=paragraph, slot=Slot.DROPPED, why="an ornament")
    # In brackets thanks to staff are told from copy anywhere; without them only where pieces close.
    if is_credit_to_staff(paragraph) and (near_end or paragraph.startswith("(")):
        return SortedLine(text=paragraph, slot=Slot.DESK_NOTE, why="who reported, wrote or edited")
    if near_end and (is_signature(paragraph) or is_time_sent(paragraph)):
        return SortedLine(text=paragraph, slot=Slot.DESK_NOTE, why="the signature of those who handled it")
    if before_dateline and _dateline_follows(parts):
        if begins_as_byline(paragraph) and len(paragraph) <= 120:
            return _byline(paragraph)
        if paragraph.startswith(("* ", "• ")):
            return SortedLine(text=paragraph, slot=Slot.BULLET, why="a point above the copy")
        if is_take(paragraph):
            return SortedLine(text=paragraph, slot=Slot.DESK_NOTE, why="which version or kind of message this is")
    return None


def _dateline_follows(parts: _Parts) -> bool:
    return any(read_dateline(paragraph, in_wire=True) for paragraph in parts.copy[:_LONGEST_HEAD])


def _items(lines: Sequence[WireLine]) -> Iterator[str]:
    """The desk's own lines as they came, but that a list item's second line joins its first."""
    held: WireLine | None = None
    for line in lines:
        if held is not None and line.text and line.indent > held.indent and held.text.startswith(("-", "*")):
            held = replace(held, text=f"{held.text} {line.text}")
            continue
        if held is not None and held.text:
            yield held.text
        held = line
    if held is not None and held.text:
        yield held.text


def _desk_line(line: str) -> SortedLine:
    if is_ornament(line):
        return SortedLine(text=line, slot=Slot.DROPPED, why="an ornament")
    if is_embargo(line):
        return SortedLine(text=line, slot=Slot.DESK_NOTE, why=EMBARGO)
    if is_time_sent(line):
        return SortedLine(text=line, slot=Slot.DESK_NOTE, why="when it was sent")
    return SortedLine(text=line, slot=Slot.DESK_NOTE, why="it follows the end of what is for publication")
