"""Words put in the place of others, and the marks that these keep."""

from PySide6.QtGui import QTextCursor

from deskeditor.article.line import MarkKind, Marks
from deskeditor.richtext.erasing import erase_selected
from deskeditor.richtext.marks import BOUND_KINDS, char_format, marks_of
from deskeditor.richtext.selection import stretches


def selected_marks(cursor: QTextCursor) -> Marks:
    """The marks that lie on all selected text; without a selection, those that typing would get."""
    if not cursor.hasSelection():
        return marks_of(cursor.charFormat())
    shared: Marks | None = None
    for part in stretches(cursor):
        shared = marks_of(part.format) if shared is None else shared & marks_of(part.format)
        if not shared:
            break
    return shared or frozenset()


def type_over(cursor: QTextCursor, text: str) -> None:
    """Replace the selection by typed text, as one step.

    It keeps a link, a claim or a note only where the whole selection lay inside.
    """
    throughout = selected_marks(cursor)
    first = QTextCursor(cursor)
    first.setPosition(cursor.selectionStart())
    first.movePosition(QTextCursor.MoveOperation.NextCharacter)
    kept = frozenset(
        mark
        for mark in marks_of(first.charFormat())
        if mark.kind is not MarkKind.FOOTNOTE and (mark.kind not in BOUND_KINDS or mark in throughout)
    )
    cursor.beginEditBlock()
    erase_selected(cursor)
    cursor.insertText(text, char_format(kept))
    cursor.endEditBlock()
