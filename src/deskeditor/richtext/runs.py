"""The runs of a stretch of a block, read and written."""

from collections.abc import Callable, Iterator

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from deskeditor.article.line import OBJECT, Line, MarkKind, Marks, Run, clean_text, line_of
from deskeditor.richtext.marks import char_format, marks_of
from deskeditor.richtext.positions import for_qt


class FormatReader:
    """Reads each character format of a document once: they are numbered, and a number never changes its meaning.

    For one reading only: hold it no longer than the document stays as it is.
    """

    def __init__(self) -> None:
        self._marks: dict[int, Marks] = {}

    def marks(self, index: int, source: Callable[[], QTextCharFormat]) -> Marks:
        """The marks of the format numbered `index`; `source` gives the format when it is new."""
        known = self._marks.get(index)
        if known is None:
            known = self._marks[index] = marks_of(source())
        return known


def read_runs(block: QTextBlock, reader: FormatReader, start: int = 0, end: int | None = None) -> Line:
    """The line between the UTF-16 offsets `start` and `end` of `block`."""
    text = block.text()
    stop = len(text) * 2 if end is None else end
    if not text or start >= stop:
        return Line()
    origin = block.position()
    runs: list[Run] = []
    part = block.begin()
    while not part.atEnd():
        fragment = part.fragment()
        part += 1
        first = fragment.position() - origin
        words = fragment.text()
        if first < start or first + fragment.length() > stop:
            words = _cut(words, start - first, stop - first)
            if not words:
                continue
        marks = reader.marks(fragment.charFormatIndex(), fragment.charFormat)
        runs.extend(_runs(words, marks))
    return line_of(runs)


def marked_fragments(document: QTextDocument) -> Iterator[tuple[int, int, Marks]]:
    """The fragments of the document, from its beginning: start, end and the marks of each. Don't edit meanwhile."""
    reader = FormatReader()
    block = document.begin()
    while block.isValid():
        part = block.begin()
        while not part.atEnd():
            fragment = part.fragment()
            part += 1
            start = fragment.position()
            yield start, start + fragment.length(), reader.marks(fragment.charFormatIndex(), fragment.charFormat)
        block = block.next()


def _cut(words: str, start: int, stop: int) -> str:
    units = words.encode("utf-16-le", "surrogatepass")
    return units[max(start, 0) * 2 : max(stop, 0) * 2].decode("utf-16-le", "ignore")


def _runs(words: str, marks: Marks) -> list[Run]:
    """The runs of one fragment. Only an object character can be a footnote reference."""
    label = next((mark for mark in marks if mark.kind is MarkKind.FOOTNOTE), None)
    if OBJECT not in words:
        plain = marks - {label} if label else marks
        return _clean(words, plain)
    runs: list[Run] = []
    for number, piece in enumerate(words.split(OBJECT)):
        if number and label:
            runs.append(Run(text=OBJECT, marks=marks))
        if piece:
            runs.extend(_clean(piece, marks - {label} if label else marks))
    return runs


def _clean(words: str, marks: Marks) -> list[Run]:
    try:
        return [Run(text=words, marks=marks)]
    except ValueError:
        # Something typed or dropped in that no line can hold: the words are kept, it is not.
        kept = clean_text(words)
        return [Run(text=kept, marks=marks)] if kept else []


def write_runs(cursor: QTextCursor, line: Line) -> None:
    """Insert the runs of `line` at the cursor."""
    for run in line:
        cursor.insertText(for_qt(run.text), char_format(run.marks))
