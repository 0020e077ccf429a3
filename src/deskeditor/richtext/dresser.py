"""Fonts and colours laid over a document's text: never in the document, so never in undo or in the body."""

from typing import Final

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextDocument, QTextFragment

from deskeditor.article.line import MarkKind
from deskeditor.richtext.look import TextLook
from deskeditor.richtext.objects import object_kind
from deskeditor.richtext.pieces import leading_object, table_of
from deskeditor.richtext.positions import utf16_length
from deskeditor.richtext.properties import CharProperty, ObjectKind
from deskeditor.richtext.shapes import Kind, shape_of

_HEADING_SCALES: Final = ((2, 1.45), (3, 1.2), (4, 1.0))


class Dresser(QSyntaxHighlighter):
    """Dresses one document in a `TextLook`, block by block as it changes."""

    def __init__(self, document: QTextDocument, look: TextLook) -> None:
        super().__init__(document)
        self._look = look
        self._dresses: dict[int, QTextCharFormat | None] = {}
        self._made: dict[frozenset[MarkKind], QTextCharFormat] = {}
        self._plain_notes: frozenset[str] = frozenset()

    @property
    def look(self) -> TextLook:
        """The look in force."""
        return self._look

    def show_look(self, look: TextLook) -> None:
        """Dress the document anew, if the look is another."""
        if look != self._look:
            self._look = look
            self._dresses.clear()
            self._made.clear()
            self.dress_all()

    def leave_plain(self, notes: frozenset[str]) -> None:
        """Dress the words under these notes as if there were none: they are settled."""
        if notes != self._plain_notes:
            self._plain_notes = notes
            self._dresses.clear()
            self.dress_all()

    def dress_all(self) -> None:
        """Dress every block at once. The document tells nobody: its text is the same."""
        with QSignalBlocker(self.document()):
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        block = self.currentBlock()
        ground = self._ground_of(block)
        if ground is not None:
            self.setFormat(0, utf16_length(text), ground)
        origin = block.position()
        part = block.begin()
        while not part.atEnd():
            fragment = part.fragment()
            part += 1
            dress = self._dress_of(fragment)
            if dress is not None:
                if ground is not None:
                    dress = _merged(ground, dress)
                self.setFormat(fragment.position() - origin, fragment.length(), dress)

    def _dress_of(self, fragment: QTextFragment) -> QTextCharFormat | None:
        """What marks make of the text, or None for nothing; a document never gives the number of a format again."""
        index = fragment.charFormatIndex()
        if index not in self._dresses:
            self._dresses[index] = self._dress_for(self._seen_marks(fragment.charFormat()))
        return self._dresses[index]

    def _seen_marks(self, source: QTextCharFormat) -> frozenset[MarkKind]:
        """The marks that show, read from the format itself: each claim has a format of its own, all look alike."""
        if object_kind(source) is not None:
            return frozenset()
        notes = source.stringProperty(CharProperty.NOTES).split()
        seen = (
            (MarkKind.CODE, source.boolProperty(CharProperty.CODE)),
            (MarkKind.LINK, bool(source.anchorHref())),
            (MarkKind.NOTE, any(note not in self._plain_notes for note in notes)),
        )
        return frozenset(kind for kind, is_there in seen if is_there)

    def _dress_for(self, kinds: frozenset[MarkKind]) -> QTextCharFormat | None:
        if not kinds:
            return None
        if kinds not in self._made:
            self._made[kinds] = self._dress(kinds)
        return self._made[kinds]

    def _ground_of(self, block: QTextBlock) -> QTextCharFormat | None:
        """What the whole block looks like, or None for plain text."""
        look = self._look
        shape = shape_of(block.blockFormat())
        target = QTextCharFormat()
        match shape.kind:
            case Kind.HEADING:
                target.setProperty(_PIXELS, round(look.size * dict(_HEADING_SCALES)[shape.level]))
                target.setFontWeight(QFont.Weight.Bold)
            case Kind.CODE:
                self._dress_code(target)
            case Kind.ATTRIBUTION:
                target.setForeground(QColor(look.soft))
            case Kind.FOOTNOTE:
                target.setProperty(_PIXELS, _smaller(look.size))
            case _ if leading_object(block) is ObjectKind.FIGURE:
                target.setProperty(_PIXELS, _smaller(look.size))
                target.setForeground(QColor(look.soft))
            case _:
                return self._ground_in_table(block)
        return target

    def _ground_in_table(self, block: QTextBlock) -> QTextCharFormat | None:
        table = table_of(block)
        if table is None:
            return None
        target = QTextCharFormat()
        target.setProperty(_PIXELS, _smaller(self._look.size))
        if table.cellAt(block.position()).row() < table.format().headerRowCount():
            target.setFontWeight(QFont.Weight.Bold)
        return target

    def _dress(self, kinds: frozenset[MarkKind]) -> QTextCharFormat:
        look = self._look
        target = QTextCharFormat()
        if MarkKind.CODE in kinds:
            self._dress_code(target)
            target.setBackground(QColor(look.sunken))
        if MarkKind.LINK in kinds:
            target.setForeground(QColor(look.link))
            target.setFontUnderline(True)
        if MarkKind.NOTE in kinds:
            target.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            target.setUnderlineColor(QColor(look.note))
        return target

    def _dress_code(self, target: QTextCharFormat) -> None:
        target.setFontFamilies(list(self._look.mono))
        target.setProperty(_PIXELS, _smaller(self._look.size))


_PIXELS: Final = QTextCharFormat.Property.FontPixelSize.value


def _merged(ground: QTextCharFormat, dress: QTextCharFormat) -> QTextCharFormat:
    target = QTextCharFormat(ground)
    target.merge(dress)
    return target


def _smaller(size: int) -> int:
    return round(size * 0.85)


def dress(document: QTextDocument, look: TextLook) -> Dresser:
    """Dress the document in `look`; it keeps the one dresser it has, and owns it."""
    dresser = document.findChild(Dresser)
    if dresser is None:
        dresser = Dresser(document, look)
        # At once, not when the loop comes round: nothing is laid out twice, and no signal comes late.
        dresser.dress_all()
        return dresser
    dresser.show_look(look)
    return dresser
