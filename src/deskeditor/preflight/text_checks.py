"""Checks of the words: what was left to fill in, what was cut off, what a heading or a quotation lacks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from deskeditor.article.body import Figure, Heading, Leaf, ListItem, Paragraph, leaf_text
from deskeditor.article.finding import Severity
from deskeditor.article.notes import NoteKind
from deskeditor.article.noting import Noted, noted
from deskeditor.article.place import Field, Place
from deskeditor.preflight.check import Check, Circumstances, Remark, at, published_texts

_PLACEHOLDER: Final = re.compile(r"\b(?:TK)+\b|\bX{2,}\b|\?{3,}")
_DESK_MARK: Final = re.compile(r"\bCQ\b|[(\[]sic[)\]]")
_CUT_OFF: Final = re.compile(r"(?:…|\.\.\.)\s*$")


def _missing_body(seen: Circumstances) -> Iterator[Remark]:
    if not any(leaf_text(leaf).strip() or isinstance(leaf, Figure) for leaf in seen.article.body):
        yield Remark(text="The piece has no text.", place=at(Field.BODY))


def _placeholders(seen: Circumstances) -> Iterator[Remark]:
    for text, place in published_texts(seen.article):
        # Most texts hold none, which is told twenty times faster without the expression.
        if "TK" not in text and "XX" not in text and "???" not in text:
            continue
        for found in _PLACEHOLDER.finditer(text):
            yield Remark(
                text=f"“{found.group()}” stands where words are still to come.",
                place=replace(place, start=found.start(), end=found.end()),
            )


def _desk_marks(seen: Circumstances) -> Iterator[Remark]:
    for text, place in published_texts(seen.article):
        if "CQ" not in text and "sic" not in text:
            continue
        for found in _DESK_MARK.finditer(text):
            yield Remark(
                text=f"“{found.group()}” is a mark of the desk: readers will see it.",
                place=replace(place, start=found.start(), end=found.end()),
            )


def _cut_off_texts(seen: Circumstances) -> Iterator[Remark]:
    article = seen.article
    texts = [
        ("standfirst", article.standfirst.text, at(Field.STANDFIRST)),
        ("credit's about text", article.credit.about, at(Field.CREDIT)),
        ("description", article.description, at(Field.DESCRIPTION)),
        *(("bullet", bullet.line.text, Place(field=Field.SUMMARY, bullet=bullet.id)) for bullet in article.summary),
    ]
    for name, text, place in texts:
        found = _CUT_OFF.search(text)
        if found:
            yield Remark(
                text=f"The {name} ends in an ellipsis: it may have been cut off where it was copied.",
                place=replace(place, start=found.start(), end=found.end()),
            )


def _heading_gaps(seen: Circumstances) -> Iterator[Remark]:
    above = 1
    for number, leaf in enumerate(seen.article.body):
        if not isinstance(leaf, Heading):
            continue
        if leaf.level > above + 1:
            yield Remark(
                text=f"A heading of level {leaf.level} follows one of level {above}: level {above + 1} is left out.",
                place=Place(field=Field.BODY, leaf=number, end=len(leaf.line)),
            )
        above = leaf.level


def _empty_headings(seen: Circumstances) -> Iterator[Remark]:
    for number, leaf in enumerate(seen.article.body):
        if isinstance(leaf, Heading) and not leaf.line.text.strip():
            yield Remark(text="A heading is empty: it will be left out.", place=Place(field=Field.BODY, leaf=number))


def _unpaired_quotation_marks(seen: Circumstances) -> Iterator[Remark]:
    leaves = seen.article.body.leaves
    for number, leaf in enumerate(leaves):
        if not isinstance(leaf, Paragraph | ListItem):
            continue
        following = leaves[number + 1] if number + 1 < len(leaves) else None
        text = leaf.line.text
        at_fault = _unpaired(text, goes_on=_opens_with_quotation(following))
        if at_fault is not None:
            yield Remark(
                text="A quotation mark here has no partner.",
                place=Place(field=Field.BODY, leaf=number, start=at_fault, end=at_fault + 1),
            )


def _opens_with_quotation(leaf: Leaf | None) -> bool:
    return isinstance(leaf, Paragraph) and leaf.line.text.lstrip().startswith(("“", '"', "«"))


_PAIRS: Final = (("“", "”"), ("«", "»"))
_STRAIGHT: Final = re.compile(r'(?<!\d)"|"(?=[A-Za-z])')


def _unpaired(text: str, *, goes_on: bool) -> int | None:
    """Return where a double quotation mark without partner stands, or None.

    `goes_on`: the next paragraph opens with a quotation mark, as a speech over several paragraphs
    does without closing each. Text with German pairs („ “) is left alone; straight marks are counted.
    """
    if "„" in text:
        return None
    for opening, closing in _PAIRS:
        if opening not in text and closing not in text:
            continue
        stack: list[int] = []
        for found in re.finditer(f"[{opening}{closing}]", text):
            if found.group() == opening:
                stack.append(found.start())
            elif not stack:
                return found.start()
            else:
                stack.pop()
        if stack and not goes_on:
            return stack[0]
    straight = [found.start() for found in _STRAIGHT.finditer(text)] if '"' in text else []
    return straight[-1] if len(straight) % 2 and not goes_on else None


def _open_notes(seen: Circumstances) -> Iterator[Remark]:
    found = [one for one in noted(seen.article) if one.note.kind is NoteKind.REMARK and not one.note.resolved]
    if found:
        said = "A note is still open. It" if len(found) == 1 else f"{len(found)} notes are still open. They"
        yield Remark(text=f"{said} will not be published.", place=_first_place(found))


def _undecided_edits(seen: Circumstances) -> Iterator[Remark]:
    found = [one for one in noted(seen.article) if one.note.kind is not NoteKind.REMARK and not one.note.resolved]
    if found:
        said = "An edit that came with the copy is" if len(found) == 1 else f"{len(found)} edits of the copy are"
        text = f"{said} not decided yet. What was put in will be published, what was taken out will not."
        yield Remark(text=text, place=_first_place(found))


def _first_place(found: Sequence[Noted]) -> Place:
    return found[0].place or at(Field.BODY)


TEXT_CHECKS: Final = (
    Check(code="body.missing", severity=Severity.BLOCKING, find=_missing_body),
    Check(code="text.placeholder", severity=Severity.BLOCKING, find=_placeholders),
    Check(code="headings.gap", severity=Severity.BLOCKING, find=_heading_gaps),
    Check(code="headings.empty", severity=Severity.WARNING, find=_empty_headings),
    Check(code="text.cut-off", severity=Severity.WARNING, find=_cut_off_texts),
    Check(code="text.quotation-marks", severity=Severity.WARNING, find=_unpaired_quotation_marks),
    Check(code="text.desk-mark", severity=Severity.ADVICE, find=_desk_marks),
    Check(code="edits.undecided", severity=Severity.WARNING, find=_undecided_edits),
    Check(code="notes.open", severity=Severity.ADVICE, find=_open_notes),
)
