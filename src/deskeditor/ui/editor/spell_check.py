"""Marks misspellings in a text: those in view, in idle moments, so that no key ever waits for them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import inf
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextCursor

from deskeditor.language.spelling import Speller, Word, words_to_check
from deskeditor.richtext.marked import range_cursor
from deskeditor.richtext.positions import to_utf16
from deskeditor.richtext.selection import is_code
from deskeditor.ui.editor.highlights import Layer, laid_over
from deskeditor.ui.editor.in_view import blocks_in_view, places_in_view
from deskeditor.ui.editor.rich_editor import RichEditor
from deskeditor.ui.theme import current_look

_SLICE: Final = 0.008
"""Seconds that are spent on words before the next key may come."""

_AFTER_CHANGE: Final = 120
_MOST_REMEMBERED: Final = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Begun:
    """A text whose words are being looked up: those that are left, and where misspellings were found, in UTF-16."""

    text: str
    words: Iterator[Word]
    places: list[tuple[int, int]]


class SpellCheck(QObject):
    """Looks through one editor's words. What is marked is laid over them and never in the document."""

    marked = Signal()
    """The words in view are all looked through."""

    def __init__(self, editor: RichEditor, speller: Callable[[], Speller | None]) -> None:
        """`speller` gives the one in force, None while spelling is off or there is no dictionary."""
        super().__init__(editor)
        self._editor = editor
        self._speller_now = speller
        self._speller: Speller | None = None
        self._known: dict[str, list[tuple[int, int]]] = {}
        self._begun: _Begun | None = None
        self._typed_at: int | None = None
        self._due = QTimer(self, singleShot=True)
        self._due.timeout.connect(self._look)
        editor.textChanged.connect(self._note_change)
        editor.typed.connect(self._note_typing)
        editor.cursorPositionChanged.connect(self._note_caret)
        editor.verticalScrollBar().valueChanged.connect(lambda: self._start(0))
        editor.verticalScrollBar().rangeChanged.connect(lambda: self._start(_AFTER_CHANGE))
        editor.shown_anew.connect(self.renew)

    def renew(self) -> None:
        """Look at every word anew: others are right now."""
        self._forget()
        self._start(0)

    def _forget(self) -> None:
        self._known.clear()
        self._begun = None

    def _start(self, after: int) -> None:
        if not self._due.isActive() or self._due.remainingTime() > after:
            self._due.start(after)

    def _note_change(self) -> None:
        self._due.start(_AFTER_CHANGE)

    def _note_typing(self) -> None:
        self._typed_at = self._editor.textCursor().position()

    def _note_caret(self) -> None:
        # The word that was being typed counts once the caret has left it.
        if self._typed_at is not None and abs(self._editor.textCursor().position() - self._typed_at) > 1:
            self._typed_at = None
            self._start(_AFTER_CHANGE)

    # Looking

    def _look(self) -> None:
        speller = self._speller_now()
        if speller is not self._speller:
            self._speller = speller
            self._forget()
        if speller is None:
            self._editor.highlights.show(Layer.SPELLING, [])
            self.marked.emit()
            return
        until = perf_counter() + _SLICE
        blocks = self._blocks_in_view()
        if not all(self._look_up(block.text(), speller, until) for block in blocks) or perf_counter() > until:
            # The rest waits for the next turn of the event loop; what is marked so far stays.
            self._due.start(0)
            return
        wave = _wave()
        seen = places_in_view(self._editor)
        shown = [laid_over(cursor, wave) for block in blocks for cursor in self._misspellings(block, speller, seen)]
        self._editor.highlights.show(Layer.SPELLING, shown)
        self.marked.emit()

    def _blocks_in_view(self) -> list[QTextBlock]:
        first, last = blocks_in_view(self._editor)
        document = self._editor.document()
        return [document.findBlockByNumber(number) for number in range(first, last + 1)]

    def _look_up(self, text: str, speller: Speller, until: float = inf) -> bool:
        """Look the words of a text up from where they were left; False where the time is over before its end."""
        if text in self._known:
            return True
        if self._begun is None or self._begun.text != text:
            self._begun = _Begun(text=text, words=words_to_check(text), places=[])
        for word in self._begun.words:
            if not speller.is_right(word):
                self._begun.places.append((to_utf16(text, word.start), to_utf16(text, word.end)))
            if perf_counter() > until:
                return False
        if len(self._known) > _MOST_REMEMBERED:
            self._known.clear()
        self._known[text] = self._begun.places
        self._begun = None
        return True

    def _misspellings(
        self, block: QTextBlock, speller: Speller, seen: tuple[int, int] | None = None
    ) -> list[QTextCursor]:
        """Cursors over a block's misspellings, or those in the stretch that is seen; not the word that is typed."""
        found: list[QTextCursor] = []
        text = block.text()
        self._look_up(text, speller)
        for start, end in self._known[text]:
            first, last = block.position() + start, block.position() + end
            if seen is not None and (last < seen[0] or first > seen[1]):
                continue
            if self._typed_at is not None and first <= self._typed_at <= last:
                continue
            cursor = range_cursor(self._editor.document(), first, last)
            # Else what is typed behind a misspelling would lie under its wave until the next pause.
            cursor.setKeepPositionOnInsert(True)
            if not is_code(cursor):
                found.append(cursor)
        return found

    # Asking

    def misspelling_at(self, position: int) -> QTextCursor | None:
        """The misspelling at a position of the document, selected; None where there is none."""
        speller = self._speller_now()
        if speller is None:
            return None
        self._typed_at = None
        block = self._editor.document().findBlock(position)
        cursors = self._misspellings(block, speller)
        return next((one for one in cursors if one.selectionStart() <= position <= one.selectionEnd()), None)

    def next_misspelling(self, position: int, *, back: bool) -> QTextCursor | None:
        """The nearest misspelling that begins at or behind a position, or ends before it; None where there is none."""
        speller = self._speller_now()
        if speller is None:
            return None
        self._typed_at = None
        block = self._editor.document().findBlock(position)
        while block.isValid():
            cursors = self._misspellings(block, speller)
            if back:
                found = [one for one in cursors if one.selectionEnd() <= position]
            else:
                found = [one for one in cursors if one.selectionStart() >= position]
            if found:
                return found[-1 if back else 0]
            block = block.previous() if back else block.next()
        return None


def _wave() -> QTextCharFormat:
    wave = QTextCharFormat()
    wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    wave.setUnderlineColor(QColor(current_look().danger))
    return wave
