"""What of a pasted page was kept and what was dropped, in one line that an editor reads in passing."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import Final

from deskeditor.article.body import (
    Attribution,
    Body,
    Code,
    Embed,
    Figure,
    Footnote,
    Heading,
    Leaf,
    ListItem,
    ListLevel,
    Table,
    is_quoted,
    leaf_lines,
)
from deskeditor.article.line import MarkKind
from deskeditor.article.notes import Note, NoteKind
from deskeditor.markup.dress import Dress

Count = tuple[int, str, str]
"""How many there are of something, its name, and its name where there are several."""

_LEAVES: Final = MappingProxyType(
    {
        Heading: ("heading", "headings"),
        Table: ("table", "tables"),
        Figure: ("picture", "pictures"),
        Embed: ("embed", "embeds"),
        Code: ("piece of code", "pieces of code"),
        Footnote: ("footnote", "footnotes"),
    }
)
_NOT_IN_LINES: Final = frozenset({"picture", "embed", "footnote"})
"""What a headline, a caption or a bullet can't hold in words."""

_UNTOLD: Final = frozenset("style title template noscript noframes noembed datalist map annotation".split())
"""What every page has and nobody would have read."""

_TOLD: Final = MappingProxyType(
    {
        "script": "scripts",
        "tracking image": "tracking pictures",
        "hidden text": "hidden text",
        **dict.fromkeys("iframe embed object applet frame frameset portal".split(), "frames"),
        **dict.fromkeys("video audio".split(), "films and sounds"),
        **dict.fromkeys("svg canvas".split(), "drawings"),
        **dict.fromkeys("form input keygen button select textarea".split(), "buttons and inputs"),
    }
)
_COUNTED: Final = (
    ("link to ", "unsafe link", "unsafe links"),
    ("link ", "link without words", "links without words"),
    ("title", "hover text", "hover texts"),
)


def said_of_paste(
    body: Body, *, notes: Sequence[Note] = (), dropped: Iterable[str] = (), dress: Dress | None = None
) -> str:
    """Return what to tell of a paste, or an empty string where there is nothing that an editor would ask about.

    Words with a link among them, and the fonts and colours of mere words, are not worth a line.
    """
    told = tuple(dropped)
    kept = [*_structure(body), *_links(body), *_notes(notes)]
    lost = [*_named(told), *_numbered(told)]
    if not (lost or notes or any(_structure(body)) or (kept and len(body) > 1)):
        return ""
    if dress is not None:
        worn = ((dress.fonts, "font", "fonts"), (dress.colours, "colour", "colours"))
        lost = [*(_phrase(count) for count in worn if count[0]), *lost]
    parts = [f"{', '.join(map(_phrase, kept))} kept"] if kept else []
    if lost:
        parts.append(f"{', '.join(lost)} dropped")
    said = "; ".join(parts)
    return f"{said[0].upper()}{said[1:]}."


def said_of_line_paste(body: Body, *, notes: Sequence[Note] = (), dropped: Iterable[str] = ()) -> str:
    """Return what to tell of a paste into one line of words, or an empty string where it took all there was.

    Structure that became words is told like what was dropped: a headline has neither lists nor pictures.
    """
    told = tuple(dropped)
    counts = list(_structure(body))
    gone = [_phrase(count) for count in counts if count[1] in _NOT_IN_LINES]
    turned = [_phrase(count) for count in counts if count[1] not in _NOT_IN_LINES]
    lost = [*gone, *_named(told), *_numbered(told)]
    if not (lost or turned or notes):
        return ""
    kept = [*map(_phrase, (*_links(body), *_notes(notes)))]
    parts = ((kept, "kept"), (turned, "made plain words"), (lost, "dropped"))
    said = "; ".join(f"{', '.join(names)} {what}" for names, what in parts if names)
    return f"{said[0].upper()}{said[1:]}."


def _phrase(count: Count) -> str:
    number, one, many = count
    return f"{number} {one if number == 1 else many}"


def _structure(body: Body) -> Iterator[Count]:
    """Count what is more than paragraphs, in the order in which an editor looks for it."""
    yield from _counted("quote", "quotes", _quotes(body))
    yield from _counted("list", "lists", _lists(body))
    for kind, (one, many) in _LEAVES.items():
        yield from _counted(one, many, sum(isinstance(leaf, kind) for leaf in body))


def _counted(one: str, many: str, number: int) -> Iterator[Count]:
    if number:
        yield number, one, many


def _quotes(body: Body) -> int:
    """How many quotes there are: neighbours are one, up to the name of who said it."""
    number = 0
    before: Leaf | None = None
    for leaf in body:
        inside = before is not None and is_quoted(before) and not isinstance(before, Attribution)
        number += is_quoted(leaf) and not inside
        before = leaf
    return number


def _lists(body: Body) -> int:
    """How many lists stand in the text; those inside another are part of it."""

    def root(leaf: Leaf) -> ListLevel | None:
        return leaf.path[0] if isinstance(leaf, ListItem) else None

    return sum(level is not None for level, _ in groupby(body, root))


def _links(body: Body) -> Iterator[Count]:
    lines = (line for leaf in body for line in leaf_lines(leaf))
    stretches = (href for line in lines for href, _ in groupby(run.value(MarkKind.LINK) for run in line))
    return _counted("link", "links", sum(bool(href) for href in stretches))


def _notes(notes: Sequence[Note]) -> Iterator[Count]:
    comments = sum(note.kind is NoteKind.REMARK for note in notes)
    yield from _counted("comment", "comments", comments)
    yield from _counted("tracked change", "tracked changes", len(notes) - comments)


def _named(dropped: Iterable[str]) -> Iterator[str]:
    """Name once what a page tells only whether it has it."""
    return iter(dict.fromkeys(_TOLD[name] for name in dropped if name in _TOLD))


def _numbered(dropped: Iterable[str]) -> Iterator[str]:
    numbers: dict[tuple[str, str], int] = {}
    for name in dropped:
        if name in _TOLD or name in _UNTOLD:
            continue
        found = next((words for start, *words in _COUNTED if name.startswith(start)), ["other thing", "other things"])
        numbers[found[0], found[1]] = numbers.get((found[0], found[1]), 0) + 1
    return (_phrase((number, one, many)) for (one, many), number in numbers.items())
