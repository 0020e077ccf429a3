"""Typographic signs in an input whose words go into the copy: as there, they are made while typing."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from deskeditor.language.typography import typographic
from deskeditor.richtext.positions import for_qt, to_code_point, utf16_length


class TypographicInput(QObject):
    """Belongs to the input. `language` says whose signs are wanted, "" for none: what is pasted stays as it is."""

    def __init__(self, field: QPlainTextEdit, language: Callable[[], str]) -> None:
        super().__init__(field)
        self._field = field
        self._language = language
        self._typed = False
        field.document().contentsChange.connect(self._note)
        field.textChanged.connect(self._make)

    def _note(self, _at: int, removed: int, added: int) -> None:
        self._typed = added == 1 and removed == 0

    def _make(self) -> None:
        language = self._language() if self._typed else ""
        self._typed = False
        if not language:
            return
        cursor = self._field.textCursor()
        text = cursor.block().text()
        before = text[: to_code_point(text, cursor.positionInBlock())]
        made = typographic(before, language)
        if made is None:
            return
        taken = before[len(before) - made.removed :]
        cursor.setPosition(cursor.position() - utf16_length(taken), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(for_qt(made.text))
        self._typed = False
