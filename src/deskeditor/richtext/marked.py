"""Where a mark of the desk lies in a document."""

from PySide6.QtGui import QTextCursor, QTextDocument

from deskeditor.article.line import Mark, MarkKind
from deskeditor.richtext.runs import FormatReader


def marked_ranges(document: QTextDocument, mark: Mark) -> list[tuple[int, int]]:
    """The stretches under a mark, as document positions; one that goes on is one, however its words look."""
    found: list[tuple[int, int]] = []
    reader = FormatReader()
    block = document.begin()
    while block.isValid():
        part = block.begin()
        while not part.atEnd():
            fragment = part.fragment()
            part += 1
            if mark not in reader.marks(fragment.charFormatIndex(), fragment.charFormat):
                continue
            start, end = fragment.position(), fragment.position() + fragment.length()
            if found and found[-1][1] == start:
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
        block = block.next()
    return found


def first_positions(document: QTextDocument, kind: MarkKind) -> dict[str, int]:
    """Where each mark of a kind begins in the document, by its value."""
    found: dict[str, int] = {}
    reader = FormatReader()
    block = document.begin()
    while block.isValid():
        part = block.begin()
        while not part.atEnd():
            fragment = part.fragment()
            part += 1
            for mark in reader.marks(fragment.charFormatIndex(), fragment.charFormat):
                if mark.kind is kind:
                    found.setdefault(mark.value, fragment.position())
        block = block.next()
    return found


def range_cursor(document: QTextDocument, start: int, end: int) -> QTextCursor:
    """A cursor that selects a stretch of the document."""
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor
