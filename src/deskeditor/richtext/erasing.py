"""Words taken out of a document: a footnote and its reference go together, in one step."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from deskeditor.article.line import OBJECT
from deskeditor.richtext.pieces import is_above_table, is_below_table, leading_object
from deskeditor.richtext.properties import CharProperty
from deskeditor.richtext.shapes import PLAIN, Kind, block_format, shape_of, start_format

_ENDS: Final = re.compile(f"[\u2029{OBJECT}]")
"""What parts blocks and cells in a selection's text, and what stands for an object."""


def erase_selected(cursor: QTextCursor) -> None:
    """Take out what is selected, as one step."""
    if not cursor.hasSelection():
        return
    if not _ENDS.search(cursor.selectedText()):
        # Words alone take no footnote along, and no block's shape. Every hit of a search comes this quick way.
        cursor.removeSelectedText()
        return
    first = cursor.document().findBlock(cursor.selectionStart())
    began_with_object = leading_object(first) is not None
    began_in_note = shape_of(first.blockFormat()).kind is Kind.FOOTNOTE
    with notes_together(cursor.document()):
        cursor.removeSelectedText()
        if not began_in_note and shape_of(cursor.blockFormat()).kind is Kind.FOOTNOTE:
            # An empty block takes the format of the one that is joined to it: what began as text stays text.
            cursor.setBlockFormat(block_format(PLAIN))
        if began_with_object and leading_object(cursor.block()) is None:
            # A block of an object has a shape like a paragraph's, but not its margins.
            cursor.setBlockFormat(block_format(shape_of(cursor.blockFormat())))


@contextmanager
def notes_together(document: QTextDocument) -> Iterator[None]:
    """One step: what is erased inside takes footnotes along with their last references, and references with notes."""
    notes, references = footnote_labels(document), set(_references(document))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    try:
        yield
        if notes or references:
            _mend(document, notes, references)
    finally:
        cursor.endEditBlock()


def _mend(document: QTextDocument, notes: set[str], references: set[str]) -> None:
    for label in notes - footnote_labels(document):
        for at in reversed(_references(document).get(label, ())):
            erasing = QTextCursor(document)
            erasing.setPosition(at)
            erasing.deleteChar()
    lost = references - set(_references(document))
    for block in reversed([block for block in _notes(document) if shape_of(block.blockFormat()).label in lost]):
        remove_block(block)


def is_reference(document: QTextDocument, position: int) -> bool:
    """Whether the character behind a document position refers to a footnote."""
    return any(position in places for places in _references(document, document.findBlock(position)).values())


def footnote_labels(document: QTextDocument) -> set[str]:
    """The labels of the document's footnotes."""
    return {shape_of(block.blockFormat()).label for block in _notes(document)}


def _notes(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        if shape_of(block.blockFormat()).kind is Kind.FOOTNOTE:
            yield block
        block = block.next()


def _references(document: QTextDocument, only: QTextBlock | None = None) -> dict[str, list[int]]:
    """Where each footnote is referred to, in the whole document or one block: positions by label."""
    found: dict[str, list[int]] = {}
    block = only or document.begin()
    while block.isValid():
        part = block.begin()
        while OBJECT in block.text() and not part.atEnd():
            fragment = part.fragment()
            part += 1
            label = fragment.charFormat().stringProperty(CharProperty.FOOTNOTE)
            if label:
                places = range(fragment.position(), fragment.position() + fragment.length())
                found.setdefault(label, []).extend(at for at in places if document.characterAt(at) == OBJECT)
        block = QTextBlock() if only else block.next()
    return found


def remove_block(block: QTextBlock) -> None:
    """Remove a whole block; the formats of those around it stay. One that Qt needs becomes an empty paragraph."""
    above, below = block.previous(), block.next()
    editing = QTextCursor(block)
    editing.beginEditBlock()
    if below.isValid() and not is_above_table(block):
        its_format, start = below.blockFormat(), below.charFormat()
        editing.setPosition(below.position(), QTextCursor.MoveMode.KeepAnchor)
        editing.removeSelectedText()
        editing.setBlockFormat(its_format)
        editing.setBlockCharFormat(start)
    elif above.isValid() and not is_below_table(block):
        # An empty block above would take the format of the one that goes.
        its_format = above.blockFormat()
        editing.setPosition(above.position() + above.length() - 1)
        editing.setPosition(block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        editing.removeSelectedText()
        editing.setBlockFormat(its_format)
    else:
        editing.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        editing.removeSelectedText()
        editing.setBlockFormat(block_format(PLAIN))
        editing.setBlockCharFormat(start_format(PLAIN))
    editing.endEditBlock()
