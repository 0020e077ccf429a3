"""Counts what is selected in idle slices, so that a selection over a whole book stays free to be moved."""

from collections.abc import Iterator
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextBlock, QTextCursor
from shiboken6 import isValid

from deskeditor.language.words import count_characters, count_words
from deskeditor.richtext.pieces import leading_object
from deskeditor.richtext.positions import to_code_point
from deskeditor.richtext.selection import selected_line
from deskeditor.richtext.shapes import Kind, shape_of
from deskeditor.ui.editor.rich_editor import RichEditor

_PAUSE: Final = 60
"""Milliseconds that a selection rests before it is counted."""

_SLICE: Final = 0.006
"""Seconds of counting in one go."""

_UNCOUNTED: Final = frozenset({Kind.CODE, Kind.FOOTNOTE, Kind.ATTRIBUTION})


class SelectionCount(QObject):
    """Follows the selection of every editor it is given; the last one that selected something is what counts."""

    counted = Signal(object)
    """Words and characters that are selected, as two numbers; None once nothing is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor: RichEditor | None = None
        self._parts: Iterator[tuple[int, int]] | None = None
        self._words = self._characters = self._revision = 0
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._begin)
        self._slice = QTimer(self, interval=0)
        self._slice.timeout.connect(self._go_on)

    def follow(self, editor: RichEditor) -> None:
        """Count what is selected in `editor` while it has the caret."""
        editor.selectionChanged.connect(lambda: self._note(editor))
        editor.focused.connect(lambda: self._note(editor))
        editor.shown_anew.connect(lambda: self._note(editor) if editor is self._editor else None)
        editor.destroyed.connect(lambda: self._forget(editor))

    def _note(self, editor: RichEditor) -> None:
        has_selection = editor.textCursor().hasSelection()
        if not has_selection and editor is not self._editor:
            return
        self._slice.stop()
        self._parts = None
        self._editor = editor if has_selection else None
        if has_selection:
            self._pause.start()
        else:
            self._pause.stop()
            self.counted.emit(None)

    def _forget(self, editor: RichEditor) -> None:
        # With the whole window the timers may go before the text.
        if editor is self._editor and isValid(self._pause):
            self._editor = None
            self._parts = None
            self._pause.stop()
            self._slice.stop()
            self.counted.emit(None)

    def _begin(self) -> None:
        if self._editor is not None:
            self._words = self._characters = 0
            self._revision = self._editor.document().revision()
            self._parts = selected_counts(self._editor.textCursor())
            self._slice.start()

    def _go_on(self) -> None:
        if self._editor is None or self._editor.document().revision() != self._revision:
            # What was counted of is no more.
            self._slice.stop()
            self._begin()
            return
        until = perf_counter() + _SLICE
        for words, characters in self._parts or ():
            self._words += words
            self._characters += characters
            if perf_counter() > until:
                return
        self._slice.stop()
        self._parts = None
        self.counted.emit((self._words, self._characters))


def selected_counts(cursor: QTextCursor) -> Iterator[tuple[int, int]]:
    """The words and characters of what a cursor has selected, a block at a time.

    Of a body they are those that its length is told by: no captions, code, footnotes and attributions,
    unless the selection lies in one.
    """
    if cursor.hasComplexSelection():
        line = selected_line(cursor).text
        yield count_words(line), count_characters(line)
        return
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    document = cursor.document()
    block = document.findBlock(start)
    is_one = block.contains(end)
    while block.isValid() and block.position() < end:
        if is_one or _counts(block):
            text = block.text()
            words = text[to_code_point(text, start - block.position()) : to_code_point(text, end - block.position())]
            yield count_words(words), count_characters(words)
        block = block.next()


def _counts(block: QTextBlock) -> bool:
    return shape_of(block.blockFormat()).kind not in _UNCOUNTED and leading_object(block) is None
