"""Which keys type, and what the text they type looks like: functions on events and cursors."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCharFormat, QTextCursor

from deskeditor.richtext.marks import char_format, marks_of, typing_marks
from deskeditor.richtext.selection import neighbours


def is_undo(event: QKeyEvent) -> bool:
    """Whether the key asks for undo."""
    return event.matches(QKeySequence.StandardKey.Undo) or _sequence(event) == "Ctrl+Z"


def is_redo(event: QKeyEvent) -> bool:
    """Whether the key asks for redo: on every system by either of its two keys."""
    return event.matches(QKeySequence.StandardKey.Redo) or _sequence(event) in ("Ctrl+Shift+Z", "Ctrl+Y")


def _sequence(event: QKeyEvent) -> str:
    return QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)


def is_foreign(event: QKeyEvent) -> bool:
    """Whether Qt has a command on the key that the window has for something else: on X11 Ctrl+U and Ctrl+K."""
    keys = QKeySequence.StandardKey
    return event.matches(keys.DeleteCompleteLine) or event.matches(keys.DeleteEndOfLine)


def is_typing(event: QKeyEvent) -> bool:
    """Whether the key puts its own text into the document."""
    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    # Both together are AltGr, which types.
    is_command = event.modifiers() & (control | alt) in (control, alt)
    return bool(event.text()) and event.text().isprintable() and not is_command


def typing_format(cursor: QTextCursor) -> QTextCharFormat:
    """The format of text typed at the cursor: its neighbours' marks, but no link, claim, note or object of theirs."""
    before, after = neighbours(cursor)
    return char_format(typing_marks(marks_of(cursor.charFormat()), before, after))
