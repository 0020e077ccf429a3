"""The whole copy of an article as a report shows it: passages of words, with the claims that lie on them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from deskeditor.article.article import Article
from deskeditor.article.body import (
    Attribution,
    Code,
    Embed,
    Figure,
    Footnote,
    Heading,
    Leaf,
    ListItem,
    ListKind,
    Rule,
    Table,
    is_quoted,
)
from deskeditor.article.line import HARD_BREAK, OBJECT, Line, MarkKind, Run
from deskeditor.export.report_lines import line_ranges


class PassageKind(StrEnum):
    """What a passage is in the copy."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BULLET = "bullet"
    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    QUOTE = "quote"
    ROW = "row"
    CAPTION = "caption"
    CODE = "code"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words under the same claims, named by their ids: all of them, those that begin here and those that end."""

    text: str
    claims: tuple[str, ...] = ()
    begun: tuple[str, ...] = ()
    ended: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph of the copy, or what stands for one."""

    kind: PassageKind
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def begun(self) -> tuple[str, ...]:
        """The claims that begin in it, in their order."""
        return tuple(claim for piece in self.pieces for claim in piece.begun)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedLine:
    """A line of a passage; the numbers go through the whole copy."""

    number: int
    pieces: tuple[Piece, ...]

    @property
    def begun(self) -> tuple[str, ...]:
        """The claims that begin in it, in their order."""
        return tuple(claim for piece in self.pieces for claim in piece.begun)


_CELLS: Final = " | "


def passages(article: Article) -> tuple[Passage, ...]:
    """Return the copy from the headline to the last footnote; what holds no word is left out."""
    made = (Passage(kind=kind, pieces=tuple(pieces)) for kind, pieces in _passages(article))
    return _with_ends([passage for passage in made if passage.text.strip()])


def numbered(passage: Passage, first: int, width: int) -> tuple[NumberedLine, ...]:
    """Return a passage in lines of at most `width` columns, numbered from `first`."""
    ranges = line_ranges(passage.text, width)
    return tuple(
        NumberedLine(number=first + at, pieces=tuple(_cut(passage.pieces, start, end)))
        for at, (start, end) in enumerate(ranges)
    )


def _passages(article: Article) -> Iterator[tuple[PassageKind, list[Piece]]]:
    yield PassageKind.HEADLINE, _pieces(article.headline)
    yield PassageKind.STANDFIRST, _pieces(article.standfirst)
    for bullet in article.summary:
        yield PassageKind.BULLET, _after("• ", bullet.line)
    counted: dict[tuple[object, ...], int] = {}
    for leaf in article.body:
        if not isinstance(leaf, ListItem):
            counted = {}
        yield from _leaf(leaf, counted)


def _leaf(leaf: Leaf, counted: dict[tuple[object, ...], int]) -> Iterator[tuple[PassageKind, list[Piece]]]:
    match leaf:
        case Heading():
            yield PassageKind.HEADING, _pieces(leaf.line)
        case ListItem():
            yield PassageKind.ITEM, _after(_item_sign(leaf, counted), leaf.line)
        case Attribution():
            yield PassageKind.QUOTE, _after("— ", leaf.line)
        case Table():
            for row in leaf.rows:
                cells = [_pieces(cell) for cell in row]
                yield PassageKind.ROW, [piece for at, cell in enumerate(cells) for piece in (*_bar(at), *cell)]
        case Code():
            yield PassageKind.CODE, [Piece(text=leaf.text.replace("\n", HARD_BREAK))] if leaf.text else []
        case Figure():
            shown = f"[Picture: {leaf.alt}] " if leaf.alt else "[Picture] "
            credit = [Piece(text=f" ({leaf.credit})")] if leaf.credit else []
            yield PassageKind.CAPTION, [*_after(shown, leaf.caption), *credit]
        case Embed():
            yield PassageKind.CAPTION, [Piece(text=f"[Embed] {leaf.title} {leaf.url}".replace("  ", " "))]
        case Footnote():
            yield PassageKind.FOOTNOTE, _after(f"[{leaf.label}] ", leaf.line)
        case Rule():
            yield PassageKind.TEXT, [Piece(text="* * *")]
        case _:
            yield PassageKind.QUOTE if is_quoted(leaf) else PassageKind.TEXT, _pieces(leaf.line)


def _bar(at: int) -> list[Piece]:
    return [Piece(text=_CELLS)] if at else []


def _item_sign(item: ListItem, counted: dict[tuple[object, ...], int]) -> str:
    """The sign before an item, set in by the depth of its list; a list inside another begins anew with each item."""
    for path in [path for path in counted if len(path) > len(item.path)]:
        del counted[path]
    indent, own = "\u00a0" * 4 * (len(item.path) - 1), item.path[-1]
    if own.kind is ListKind.BULLET:
        return f"{indent}• "
    counted[item.path] = counted.get(item.path, own.start - 1) + 1
    return f"{indent}{counted[item.path]}. "


def _after(sign: str, line: Line) -> list[Piece]:
    pieces = _pieces(line)
    return [Piece(text=sign), *pieces] if pieces or not sign.endswith("• ") else []


def _pieces(line: Line) -> list[Piece]:
    pieces: list[Piece] = []
    for run in line:
        claims = tuple(sorted(mark.value for mark in run.marks if mark.kind is MarkKind.CLAIM))
        text = _shown(run)
        if pieces and pieces[-1].claims == claims:
            pieces[-1] = replace(pieces[-1], text=pieces[-1].text + text)
        else:
            pieces.append(Piece(text=text, claims=claims))
    return pieces


def _shown(run: Run) -> str:
    return f"[{run.value(MarkKind.FOOTNOTE)}]" if run.text == OBJECT else run.text


def _with_ends(copy: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages, each claim's first and last piece told."""
    first: dict[str, tuple[int, int]] = {}
    last: dict[str, tuple[int, int]] = {}
    for row, passage in enumerate(copy):
        for column, piece in enumerate(passage.pieces):
            for claim in piece.claims:
                first.setdefault(claim, (row, column))
                last[claim] = (row, column)
    begun, ended = _by_place(first), _by_place(last)
    return tuple(
        replace(
            passage,
            pieces=tuple(
                replace(piece, begun=begun.get((row, column), ()), ended=ended.get((row, column), ()))
                for column, piece in enumerate(passage.pieces)
            ),
        )
        for row, passage in enumerate(copy)
    )


def _by_place(places: Mapping[str, tuple[int, int]]) -> dict[tuple[int, int], tuple[str, ...]]:
    found: dict[tuple[int, int], tuple[str, ...]] = {}
    for claim, place in places.items():
        found[place] = (*found.get(place, ()), claim)
    return found


def _cut(pieces: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    at = 0
    for piece in pieces:
        stop = at + len(piece.text)
        begin, finish = max(at, start), min(stop, end)
        if begin < finish:
            yield replace(
                piece,
                text=piece.text[begin - at : finish - at],
                # Spaces at the ends of lines are gone, and hold no beginning and no end.
                begun=() if piece.text[: begin - at].strip() else piece.begun,
                ended=() if piece.text[finish - at :].strip() else piece.ended,
            )
        at = stop
