"""Marks put on and taken off the selected words: functions on a cursor, one step of undo each."""

from types import MappingProxyType
from typing import Final

from PySide6.QtGui import QTextCursor

from deskeditor.article.line import Mark, MarkKind, Marks
from deskeditor.article.links import safe_href
from deskeditor.richtext.marks import BOUND_KINDS, char_format, marks_of
from deskeditor.richtext.selection import change_marks
from deskeditor.richtext.typing_over import selected_marks

_EXCLUDED: Final = MappingProxyType(
    {MarkKind.SUPERSCRIPT: MarkKind.SUBSCRIPT, MarkKind.SUBSCRIPT: MarkKind.SUPERSCRIPT}
)
_KEPT_BY_CLEARING: Final = BOUND_KINDS - {MarkKind.LINK} | {MarkKind.FOOTNOTE}


def toggle_mark(cursor: QTextCursor, kind: MarkKind) -> None:
    """Put a mark without a value on the selection, or take it off where all of it has it.

    Without a selection it is the text typed next that gets it: no step of undo.
    """
    mark = Mark(kind)
    excluded = {Mark(other) for other in (_EXCLUDED.get(kind),) if other}
    is_on = mark in selected_marks(cursor)

    def changed(marks: Marks) -> Marks:
        return marks - {mark} if is_on else (marks - excluded) | {mark}

    if cursor.hasSelection():
        change_marks(cursor, changed)
    else:
        cursor.setCharFormat(char_format(changed(_typed(marks_of(cursor.charFormat())))))


def _typed(marks: Marks) -> Marks:
    return frozenset(mark for mark in marks if mark.kind is not MarkKind.FOOTNOTE)


def clear_marks(cursor: QTextCursor) -> None:
    """Take every mark off the selection but claims and notes; footnote references stay."""
    change_marks(cursor, lambda marks: frozenset(mark for mark in marks if mark.kind in _KEPT_BY_CLEARING))


def set_link(cursor: QTextCursor, address: str) -> bool:
    """Link the selection, or the link that the caret is in, to `address`; without either, insert the address linked.

    Returns False, and changes nothing, where the address may not be linked.
    """
    href = safe_href(address)
    if href is None:
        return False
    link = Mark(MarkKind.LINK, href)
    if not cursor.hasSelection():
        select_link(cursor)
    if cursor.hasSelection():
        change_marks(cursor, lambda marks: _without_link(marks) | {link})
    else:
        cursor.insertText(href, char_format(_typed(_without_link(marks_of(cursor.charFormat()))) | {link}))
    return True


def remove_link(cursor: QTextCursor) -> None:
    """Take the links off the selection, or the one that the caret is in."""
    if not cursor.hasSelection():
        select_link(cursor)
    change_marks(cursor, _without_link)


def _without_link(marks: Marks) -> Marks:
    return frozenset(mark for mark in marks if mark.kind is not MarkKind.LINK)


def link_at(cursor: QTextCursor) -> str:
    """The address of the link that the caret touches or the selection begins in, or an empty string."""
    probe = QTextCursor(cursor)
    if cursor.hasSelection():
        probe.setPosition(cursor.selectionStart() + 1)
        return probe.charFormat().anchorHref()
    for at in (cursor.position(), cursor.position() + 1):
        if at == cursor.position() + 1 and cursor.atBlockEnd():
            break
        probe.setPosition(at)
        if not probe.atBlockStart() and probe.charFormat().anchorHref():
            return probe.charFormat().anchorHref()
    return ""


def select_link(cursor: QTextCursor) -> None:
    """Select the whole link that the caret touches; without one, nothing changes."""
    href = link_at(cursor)
    if not href:
        return
    block = cursor.block()
    spans: list[tuple[int, int]] = []
    part = block.begin()
    while not part.atEnd():
        fragment = part.fragment()
        part += 1
        if fragment.charFormat().anchorHref() != href:
            continue
        start, end = fragment.position(), fragment.position() + fragment.length()
        if spans and spans[-1][1] == start:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    for start, end in spans:
        if start <= cursor.position() <= end:
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            return
