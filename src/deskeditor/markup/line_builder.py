"""A line in the making: text comes in piece by piece, as a reader meets it."""

import re
from collections.abc import Iterable
from types import MappingProxyType
from typing import Final

from deskeditor.article.line import (
    EMPTY_LINE,
    HARD_BREAK,
    INTERNAL,
    NO_MARKS,
    OBJECT,
    Line,
    Mark,
    MarkKind,
    Marks,
    Run,
    clean_text,
)

_LAST_WORD: Final = re.compile(f"([^\\s{HARD_BREAK}{OBJECT}]+)[\\s{HARD_BREAK}{OBJECT}]*$")
_BLANK: Final = re.compile(r"[ \t\n\r\f]*")
_EXCLUDES: Final = MappingProxyType(
    {MarkKind.SUPERSCRIPT: MarkKind.SUBSCRIPT, MarkKind.SUBSCRIPT: MarkKind.SUPERSCRIPT}
)


def with_mark(marks: Marks, mark: Mark) -> Marks:
    """Return `marks` and `mark`: of two that exclude each other the inner one stays."""
    if mark in marks:
        return marks
    if mark.kind in INTERNAL:
        return marks | {mark}
    excluded = {mark.kind, _EXCLUDES.get(mark.kind)}
    return frozenset({mark, *(other for other in marks if other.kind not in excluded)})


def is_blank(text: str) -> bool:
    """Whether HTML shows nothing of `text`."""
    return _BLANK.fullmatch(text) is not None


class LineBuilder:
    """Gathers words; a block boundary inside becomes a hard break, so that no two words are fused."""

    __slots__ = ("_pieces", "has_words", "is_parted")

    def __init__(self) -> None:
        # The pieces under one set of marks are joined once, at the end.
        self._pieces: list[tuple[Marks, list[str]]] = []
        self.has_words = False
        self.is_parted = False

    def add(self, text: str, marks: Marks = NO_MARKS) -> None:
        """Add text as it stands in a file; what no run can hold is left out."""
        blank = is_blank(text)
        if self.is_parted:
            if blank:
                return
            self.add_break()
        kept = clean_text(text)
        if kept:
            self._append(kept, marks)
            self.has_words = self.has_words or not blank

    def _append(self, text: str, marks: Marks) -> None:
        if self._pieces and self._pieces[-1][0] == marks:
            self._pieces[-1][1].append(text)
        else:
            self._pieces.append((marks, [text]))

    def add_break(self, marks: Marks = NO_MARKS) -> None:
        """Add a hard break, of no effect where nothing comes before or behind it."""
        self._append(HARD_BREAK, marks)
        self.is_parted = False

    def add_reference(self, label: str, marks: Marks) -> None:
        """Add a reference to the footnote of that label."""
        if self.is_parted:
            self.add_break()
        self._pieces.append((with_mark(marks, Mark(MarkKind.FOOTNOTE, label)), [OBJECT]))
        self.has_words = True

    def add_line(self, line: Iterable[Run]) -> None:
        """Add a line's runs."""
        for run in line:
            if run.has(MarkKind.FOOTNOTE):
                self.add_reference(run.value(MarkKind.FOOTNOTE), run.marks)
            else:
                self.add(run.text, run.marks)

    def part(self) -> None:
        """Note a block boundary: whatever words come next stand on a line of their own."""
        self.is_parted = self.has_words

    def drop_last(self, character: str) -> None:
        """Take `character` from the end, where it stands there."""
        if self._pieces and self._pieces[-1][1][-1].endswith(character):
            marks, texts = self._pieces.pop()
            text = "".join(texts)[:-1]
            if text:
                self._pieces.append((marks, [text]))

    def mark_last_word(self, mark: Mark, *, to_the_end: bool = False) -> bool:
        """Put `mark` on the last word there is, or on all from it `to_the_end`; False where there is none."""
        for at in range(len(self._pieces) - 1, -1, -1):
            marks, texts = self._pieces[at]
            found = _LAST_WORD.search("".join(texts))
            if found is None:
                continue
            end = len(found.string) if to_the_end and at == len(self._pieces) - 1 else found.end(1)
            head, word, tail = found.string[: found.start()], found.string[found.start() : end], found.string[end:]
            under = with_mark(marks, mark)
            self._pieces[at : at + 1] = [
                (on, [text]) for on, text in ((marks, head), (under, word), (marks, tail)) if text
            ]
            return True
        return False

    def take(self) -> Line:
        """Return the line and begin anew; a line without words is empty."""
        if not self._pieces:
            return EMPTY_LINE
        line = Line(tuple(Run(text="".join(texts), marks=marks) for marks, texts in self._pieces))
        has_words = self.has_words
        self._pieces, self.has_words, self.is_parted = [], False, False
        return line if has_words else EMPTY_LINE
