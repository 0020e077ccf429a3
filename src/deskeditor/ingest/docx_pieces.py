"""Words of a Word file with what lies on them, and how they are written as HTML for the one reader."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import Final
from urllib.parse import quote

INSERTED: Final = "ins"
DELETED: Final = "del"


@dataclass(frozen=True, slots=True)
class Edit:
    """A tracked change: `kind` is the HTML element that says it, `at` a time as the file writes it."""

    kind: str
    author: str
    at: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch under the same marks: `html` is escaped, `tags` are its marks, `text` its words alone."""

    html: str
    text: str = ""
    tags: tuple[str, ...] = ()
    href: str = ""
    comments: tuple[str, ...] = ()
    edit: Edit | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture: `address` names a part of the file (after `PART`) or a place elsewhere; `alt` is None where untold."""

    address: str
    alt: str | None
    leads: bool = False
    """It stands before the words of its paragraph."""


PART: Final = "docx:"
"""What the address of a picture inside the file begins with. No link can be made of it."""
BREAK: Final = "<br>"


def words_piece(text: str, **under: object) -> Piece:
    """A piece of plain words."""
    return Piece(escape(text, quote=False), text, **under)  # type: ignore[arg-type]


def point(label: str) -> Piece:
    """The place of a comment that no words stand under."""
    return Piece(f'<span data-comment="{label}" data-point=""></span>')


def written(pieces: Iterable[Piece]) -> str:
    """The pieces as HTML: edits outermost, then links, comments and marks."""
    out: list[str] = []
    for edit, edited in groupby(pieces, key=lambda piece: piece.edit):
        if edit is not None:
            at = f' datetime="{escape(edit.at)}"' if edit.at else ""
            out.append(f'<{edit.kind} cite="mailto:{quote(edit.author)}"{at}>')
        for href, linked in groupby(edited, key=lambda piece: piece.href):
            out.append(f'<a href="{escape(href)}">' if href else "")
            for comments, noted in groupby(linked, key=lambda piece: piece.comments):
                out.extend(f'<span data-comment="{label}">' for label in comments)
                out.extend(_marked(list(noted)))
                out.append("</span>" * len(comments))
            out.append("</a>" if href else "")
        if edit is not None:
            out.append(f"</{edit.kind}>")
    return "".join(out)


def _marked(pieces: Sequence[Piece]) -> Iterable[str]:
    for tags, alike in groupby(pieces, key=lambda piece: piece.tags):
        yield "".join(f"<{tag}>" for tag in tags)
        yield from (piece.html for piece in alike)
        yield "".join(f"</{tag}>" for tag in reversed(tags))


def image(picture: Picture) -> str:
    """The picture as HTML."""
    alt = "" if picture.alt is None else f' alt="{escape(picture.alt)}"'
    return f'<img src="{escape(picture.address)}"{alt}>'


def accepted(pieces: Iterable[Piece]) -> str:
    """The words that stay if every change is accepted."""
    return "".join(piece.text for piece in pieces if piece.edit is None or piece.edit.kind != DELETED)


def joined(before: Sequence[Piece], after: Sequence[Piece], *, mark: Edit | None = None) -> tuple[Piece, ...]:
    """Two paragraphs as one. `mark` is the change that took away the break between them; None for a large initial.

    Where words went with the break, it is told as a break among them; words that stay never meet.
    """
    if mark is not None and before and before[-1].edit == mark:
        return (*before, Piece(BREAK, "\n", edit=mark), *after)
    meets = mark is not None and not accepted(before)[-1:].isspace() and not accepted(after)[:1].isspace()
    return (*before, *((Piece(" ", " "),) if meets else ()), *after)
