"""Where the marks of the desk lie in a document."""

from PySide6.QtGui import QTextCursor, QTextDocument

from deskeditor.article.line import INTERNAL, Mark, MarkKind
from deskeditor.richtext.runs import marked_fragments
from deskeditor.richtext.selection import change_marks


def document_marks(document: QTextDocument, *, but: tuple[int, int] = (0, 0)) -> frozenset[Mark]:
    """The claims, notes and passages that lie anywhere in the document, on other words than those of the stretch `but`.

    The stretch is given as document positions.
    """
    first, last = but
    found = {mark for start, end, marks in marked_fragments(document) if start < first or end > last for mark in marks}
    return frozenset(mark for mark in found if mark.kind in INTERNAL)


def marked_ranges(document: QTextDocument, mark: Mark) -> list[tuple[int, int]]:
    """The stretches under a mark, as document positions; one that goes on is one, however its words look."""
    found: list[tuple[int, int]] = []
    for start, end, marks in marked_fragments(document):
        if mark not in marks:
            continue
        if found and found[-1][1] == start:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def first_positions(document: QTextDocument, kind: MarkKind) -> dict[str, int]:
    """Where each mark of a kind begins in the document, by its value."""
    found: dict[str, int] = {}
    for start, _, marks in marked_fragments(document):
        for mark in marks:
            if mark.kind is kind:
                found.setdefault(mark.value, start)
    return found


def unmark(document: QTextDocument, mark: Mark) -> None:
    """Take a mark off all words that carry it, as one step of the document."""
    ranges = marked_ranges(document, mark)
    if not ranges:
        return
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for start, end in ranges:
        change_marks(range_cursor(document, start, end), lambda marks: marks - {mark})
    cursor.endEditBlock()


def range_cursor(document: QTextDocument, start: int, end: int) -> QTextCursor:
    """A cursor that selects a stretch of the document."""
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor
