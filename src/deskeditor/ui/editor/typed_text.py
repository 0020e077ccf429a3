"""Which keys type, and what the text they type looks like: functions on events and cursors."""

import sys
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCharFormat, QTextCursor

from deskeditor.richtext.marks import char_format, marks_of, typing_marks
from deskeditor.richtext.selection import neighbours

_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier


def is_undo(event: QKeyEvent) -> bool:
    """Whether the key asks for undo."""
    return event.matches(QKeySequence.StandardKey.Undo) or _sequence(event) == "Ctrl+Z"


def is_redo(event: QKeyEvent) -> bool:
    """Whether the key asks for redo: on every system by either of its two keys."""
    return event.matches(QKeySequence.StandardKey.Redo) or _sequence(event) in ("Ctrl+Shift+Z", "Ctrl+Y")


def _sequence(event: QKeyEvent) -> str:
    return QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)


def is_foreign(event: QKeyEvent) -> bool:
    """Whether Qt would do something with the key that it isn't for.

    It has commands on keys that the window has for something else, on X11 Ctrl+U and Ctrl+K, and it types
    the letter of an Alt+letter that nobody has.
    """
    keys = QKeySequence.StandardKey
    is_letter_with_alt = _is_printable(event) and not is_typing(event) and bool(event.modifiers() & _ALT)
    return is_letter_with_alt or event.matches(keys.DeleteCompleteLine) or event.matches(keys.DeleteEndOfLine)


def is_typing(event: QKeyEvent) -> bool:
    """Whether the key puts its own text into the document."""
    # Both together are AltGr, which types; on macOS Alt alone does.
    commands = (_CONTROL,) if sys.platform == "darwin" else (_CONTROL, _ALT)
    return _is_printable(event) and event.modifiers() & (_CONTROL | _ALT) not in commands


def _is_printable(event: QKeyEvent) -> bool:
    return bool(event.text()) and event.text().isprintable()


def typing_format(cursor: QTextCursor) -> QTextCharFormat:
    """The format of text typed at the cursor: its neighbours' marks, but no link, claim, note or object of theirs."""
    before, after = neighbours(cursor)
    return char_format(typing_marks(marks_of(cursor.charFormat()), before, after))
