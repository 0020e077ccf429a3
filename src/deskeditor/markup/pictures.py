"""Pictures of a page: those that the desk has become figures, the others a labelled link."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final
from urllib.parse import unquote, urlsplit

from deskeditor.article.body import Figure, Leaf, Paragraph
from deskeditor.article.line import EMPTY_LINE, HARD_BREAK, NO_MARKS, Line, Mark, MarkKind, Marks, Run, line_of
from deskeditor.article.links import safe_href
from deskeditor.article.published import published_text, tidied_line
from deskeditor.markup.line_builder import with_mark

_WIDEST: Final = 20_000


def picture(data: Mapping[str, str], media: str) -> Figure:
    """The figure of an image that the desk has stored as `media`; `data` holds the element's attributes."""
    alt = published_text(data.get("alt", ""))
    width = data.get("width", "")
    return Figure(
        media=media,
        alt=alt,
        decorative=not alt and ("alt" in data or data.get("role") in ("presentation", "none")),
        width=int(width) if width.isascii() and width.isdigit() and 0 < int(width[:6]) <= _WIDEST else None,
    )


def picture_label(data: Mapping[str, str], marks: Marks = NO_MARKS) -> Line:
    """The line that stands for an image which the desk does not have: its description, linked to where it is."""
    address = data.get("src", "")
    href = None if address.startswith("data:") else safe_href(address)
    words = published_text(data.get("alt", "")) or (_file_name(href) if href else "")
    label = published_text(f"Image: {words}" if words else "Image")
    on = marks if href is None else with_mark(marks, Mark(MarkKind.LINK, href))
    return Line((Run(text=label, marks=on),))


def shown_address(data: Mapping[str, str]) -> str:
    """The image's address as a person may read it."""
    address = data.get("src", "")
    return f"{address[:40]}…" if address.startswith("data:") and len(address) > 40 else address


def is_tracker(data: Mapping[str, str]) -> bool:
    """Whether the image is a dot that nobody is meant to see."""
    return data.get("width") in ("0", "1") and data.get("height", "1") in ("0", "1")


def _file_name(href: str) -> str:
    try:
        path = urlsplit(href).path
    except ValueError:
        return ""
    return published_text(unquote(path.rstrip("/").rsplit("/", 1)[-1]))


@dataclass(slots=True)
class FigureBuilder:
    """What an open figure element has shown so far."""

    leaves: list[Figure | Line] = field(default_factory=list)
    caption: Line = EMPTY_LINE
    credit: str = ""

    def finished(self) -> tuple[list[Leaf], Line]:
        """Return the figures, the last with caption and credit, and what was left to say in a line of its own."""
        leaves: list[Leaf] = []
        for leaf in self.leaves:
            leaves.append(Paragraph(line=leaf) if isinstance(leaf, Line) else leaf)
        last = leaves[-1] if leaves else None
        if isinstance(last, Figure):
            leaves[-1] = replace(last, caption=self.caption, credit=self.credit)
            return leaves, EMPTY_LINE
        runs = list(tidied_line(self.caption))
        if self.credit:
            runs = [*runs, *([Run(text=HARD_BREAK)] if runs else []), Run(text=self.credit)]
        return leaves, line_of(runs)
