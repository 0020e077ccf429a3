"""A line as Markdown: signs where Python-Markdown reads them back as meant, HTML tags elsewhere."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from deskeditor.article.line import HARD_BREAK, Line, MarkKind
from deskeditor.markup.html_writer import TAGS
from deskeditor.markup.markdown_text import entity, escaped_words, tag_value
from deskeditor.markup.nesting import Act, Step, nested

_SIGNS: Final = MappingProxyType({MarkKind.STRONG: "**", MarkKind.EMPHASIS: "*", MarkKind.STRIKE: "~~"})
_PLAIN_ADDRESS: Final = re.compile(r"[A-Za-z0-9:/.?=%#,@+\-&_]+")
_BEFORE: Final = re.compile(r"(?:^|[ \n(\u201c\u2018\u2014>])\Z")
_AFTER: Final = re.compile(r"\Z|[ .,;:!?)\u201d\u2019\u2014\u2028]")

Refer = Callable[[str], str]
"""Writes a reference to the footnote of that label."""


@dataclass(slots=True)
class _Row:
    """The Markdown written so far, and whether nothing stands on the current row yet."""

    text: str = ""
    hard_break: str = "  \n"

    @property
    def starts(self) -> bool:
        """Whether the next words begin a row, but for tags."""
        last = self.text[self.text.rfind("\n") + 1 :]
        return not last.strip()


def markdown_line(line: Line, refer: Refer, *, hard_break: str = "  \n") -> str:
    """Return a published line as Markdown on one or, after hard breaks, more rows."""
    steps = list(nested(line))
    row = _Row(hard_break=hard_break)
    at = 0
    while at < len(steps):
        at = _write(steps, at, row, refer)
    return row.text


def _write(steps: Sequence[Step], at: int, row: _Row, refer: Refer) -> int:
    step = steps[at]
    mark = step.mark
    if step.act is Act.REFER:
        row.text += refer(step.text)
        return at + 1
    if mark is None:
        _say(row, step.text)
        return at + 1
    said = _only_words(steps, at)
    if step.act is Act.OPEN and said is not None:
        signed = _signed(step, said, row, steps[at + 3] if at + 3 < len(steps) else None)
        if signed:
            row.text += signed
            return at + 3
    if mark.kind is MarkKind.LINK:
        row.text += f'<a href="{tag_value(mark.value)}">' if step.act is Act.OPEN else "</a>"
    else:
        row.text += f"<{TAGS[mark.kind]}>" if step.act is Act.OPEN else f"</{TAGS[mark.kind]}>"
    return at + 1


def _only_words(steps: Sequence[Step], at: int) -> str | None:
    """The words of a mark that opens, says one thing and closes."""
    inside = steps[at + 1 : at + 3]
    if (
        len(inside) == 2
        and inside[0].act is Act.SAY
        and inside[1].act is Act.CLOSE
        and HARD_BREAK not in inside[0].text
    ):
        return inside[0].text
    return None


def _signed(opening: Step, said: str, row: _Row, following: Step | None) -> str:
    """The words between signs of Markdown, or an empty string where those would be misread."""
    mark = opening.mark
    if mark is None:
        return ""
    if following is not None and (
        following.act is not Act.SAY or not _AFTER.match(following.text.replace(HARD_BREAK, "\n"))
    ):
        return ""
    if not _BEFORE.search(row.text) or not said[0].isalnum() or not (said[-1].isalnum() or said[-1] in ".?)"):
        return ""
    if mark.kind is MarkKind.LINK:
        if not _PLAIN_ADDRESS.fullmatch(mark.value):
            return ""
        if said == mark.value and said.startswith(("http://", "https://")):
            return f"<{said}>"
        return f"[{escaped_words(said, starts_row=False)}]({mark.value})"
    if mark.kind is MarkKind.CODE:
        return "" if re.search(r"[`|\\]|\{[{%]", said) else f"`{said}`"
    sign = _SIGNS.get(mark.kind)
    if sign is None or not said[-1].isalnum():
        return ""
    return f"{sign}{escaped_words(said, starts_row=False)}{sign}"


def _say(row: _Row, text: str) -> None:
    pieces = text.split(HARD_BREAK)
    for number, piece in enumerate(pieces):
        if number:
            # A row of its own only between words: an empty row would end the paragraph.
            row.text += row.hard_break if piece and pieces[number - 1] else "<br>"
        if piece:
            words = escaped_words(piece, starts_row=row.starts)
            if words.startswith(":") and row.text.endswith("]"):
                words = entity(":") + words[1:]
            row.text += words
