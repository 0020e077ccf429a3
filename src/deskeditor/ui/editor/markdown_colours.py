"""Colours of Markdown: signs stand back, what they make of the words is seen; nothing of it is in the text."""

import re
from typing import Final

from PySide6.QtCore import QObject, QSignalBlocker
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from deskeditor.richtext.look import TextLook
from deskeditor.richtext.positions import utf16_length
from deskeditor.ui.editor.markdown_signs import FENCE, Row, Sign, Span, is_rule_row, row_of, spans_of

_TABLE_RULE: Final = re.compile(r"[ >]*\|?[ :]*-{3,}[-:| ]*$")
_NOTE: Final = re.compile(r"\[\^[^\]\s]+\]:")
_PLAIN, _TICKS, _TILDES = -1, 1, 2


class MarkdownColours(QSyntaxHighlighter):
    """Colours one document in a `TextLook`, row by row as it changes."""

    def __init__(self, document: QTextDocument, look: TextLook) -> None:
        super().__init__(document)
        self._look = look
        self._formats = _formats(look)

    def show_look(self, look: TextLook) -> None:
        """Colour the document anew."""
        self._look, self._formats = look, _formats(look)
        self.colour_all()

    def colour_all(self) -> None:
        """Colour every row at once. The document tells nobody: its text is the same."""
        document: QObject = self.document()
        with QSignalBlocker(document):
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        # Qt counts in UTF-16 units; rows of plain letters need no counting.
        self._is_narrow = len(text) == utf16_length(text)
        if self._code(text):
            return
        self.setCurrentBlockState(_PLAIN)
        row = row_of(text)
        if is_rule_row(text[len(row.quote) :]) or (_TABLE_RULE.match(text) and "|" in text):
            self._lay(text, 0, len(text), "sign")
            return
        if row.quote:
            self._lay(text, 0, len(row.quote), "quote sign")
            self._lay(text, len(row.quote), len(text), "quote")
        if row.heading:
            self._lay(text, 0, len(text), f"heading {min(row.heading, 4)}")
            self._add(text, len(row.quote) + len(row.indent), row.words, "sign")
        elif row.sign:
            self._lay(text, len(row.quote), row.words, "item sign")
        note = _NOTE.match(text)
        if note:
            self._lay(text, 0, note.end(), "footnote")
        self._signs(text, row)

    def _code(self, text: str) -> bool:
        """Colour a row of a block of code, or one of its fences."""
        state = self.previousBlockState()
        fence = FENCE.match(text)
        if state in (_TICKS, _TILDES):
            sign = "`" if state == _TICKS else "~"
            ends = fence is not None and fence["fence"][0] == sign and not text[fence.end() :].strip()
            self._lay(text, 0, len(text), "sign" if ends else "code")
            self.setCurrentBlockState(_PLAIN if ends else state)
            return True
        if fence is None:
            return False
        self._lay(text, 0, len(text), "sign")
        self.setCurrentBlockState(_TICKS if fence["fence"][0] == "`" else _TILDES)
        return True

    def _signs(self, text: str, row: Row) -> None:
        for span in spans_of(text, row.words):
            match span.sign:
                case Sign.TAG | Sign.ENTITY:
                    self._add(text, span.start, span.end, "tag")
                case Sign.ADDRESS:
                    self._add(text, span.start, span.end, "address")
                case Sign.FOOTNOTE:
                    self._add(text, span.start, span.end, "footnote")
                case _:
                    self._marked(text, span)
        if "|" in text and text.lstrip(" >").startswith("|"):
            for found in re.finditer(r"(?<!\\)\|", text):
                self._add(text, found.start(), found.end(), "sign")

    def _marked(self, text: str, span: Span) -> None:
        self._add(text, span.inner_start, span.inner_end, span.sign.value)
        self._add(text, span.start, span.inner_start, "sign")
        self._add(text, span.inner_end, span.end, "sign")

    def _units(self, text: str, at: int) -> int:
        return at if self._is_narrow else utf16_length(text[:at])

    def _lay(self, text: str, start: int, end: int, name: str) -> None:
        first = self._units(text, start)
        self.setFormat(first, self._units(text, end) - first, self._formats[name])

    def _add(self, text: str, start: int, end: int, name: str) -> None:
        """Lay a format over what is there: bold in a heading is both."""
        wanted = self._formats[name]
        first, last = self._units(text, start), self._units(text, end)
        while first < last:
            present = self.format(first)
            stop = first + 1
            while stop < last and self.format(stop) == present:
                stop += 1
            merged = QTextCharFormat(present)
            merged.merge(wanted)
            self.setFormat(first, stop - first, merged)
            first = stop


def _formats(look: TextLook) -> dict[str, QTextCharFormat]:
    soft, faint = look.soft, look.faint
    return {
        "sign": _format(faint),
        "item sign": _format(look.link, bold=True),
        "quote sign": _format(look.link, bold=True),
        "quote": _format(soft, italic=True),
        "heading 1": _format(look.text, bold=True, size=1.3 * look.size),
        "heading 2": _format(look.text, bold=True, size=1.3 * look.size),
        "heading 3": _format(look.text, bold=True, size=1.15 * look.size),
        "heading 4": _format(look.text, bold=True),
        "strong": _format(bold=True),
        "emphasis": _format(italic=True),
        "strike": _format(soft, struck=True),
        "code": _format(look.note, ground=look.sunken),
        "link": _format(look.link, underlined=True),
        "address": _format(faint),
        "footnote": _format(look.link),
        "tag": _format(look.note),
    }


def _format(
    colour: str = "",
    *,
    bold: bool = False,
    italic: bool = False,
    struck: bool = False,
    underlined: bool = False,
    ground: str = "",
    size: float = 0,
) -> QTextCharFormat:
    made = QTextCharFormat()
    if colour:
        made.setForeground(QColor(colour))
    if ground:
        made.setBackground(QColor(ground))
    if bold:
        made.setFontWeight(QFont.Weight.Bold)
    if italic:
        made.setFontItalic(True)
    if struck:
        made.setFontStrikeOut(True)
    if underlined:
        made.setFontUnderline(True)
    if size:
        made.setProperty(QTextCharFormat.Property.FontPixelSize.value, round(size))
    return made
