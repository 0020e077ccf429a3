"""What leaf a block is: a small value kept in its format as one word."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextFormat

from deskeditor.article.body import (
    HEADING_LEVELS,
    Attribution,
    Code,
    Footnote,
    Heading,
    Leaf,
    ListItem,
    ListKind,
    ListLevel,
    Paragraph,
)
from deskeditor.article.line import is_label
from deskeditor.richtext.properties import BlockProperty


class Kind(StrEnum):
    """The leaves that are a block of text."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ATTRIBUTION = "attribution"
    ITEM = "item"
    CODE = "code"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A block's leaf without its words. `label` is a footnote's label or a code's language."""

    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    path: tuple[ListLevel, ...] = ()
    label: str = ""
    quoted: bool = False


PLAIN: Final = Shape()

_LINE_HEIGHT: Final = 130
_HEADING_STEPS: Final = ((2, 2), (3, 1))
"""By level, of Qt's seven font sizes: 1.5 and 1.2 times the document's."""
_SMALLER_STEP: Final = -1
"""The size below the document's: 0.8 times."""
_HEADING_LINE_HEIGHT: Final = 112
_CODE_LINE_HEIGHT: Final = 120


def shape_of_leaf(leaf: Leaf) -> Shape:
    """The shape of a leaf of text; that of any other leaf is a plain paragraph's."""
    match leaf:
        case Paragraph():
            return Shape(quoted=leaf.quoted)
        case Heading():
            return Shape(kind=Kind.HEADING, level=leaf.level, quoted=leaf.quoted)
        case Attribution():
            return Shape(kind=Kind.ATTRIBUTION, quoted=True)
        case ListItem():
            return Shape(kind=Kind.ITEM, path=leaf.path, quoted=leaf.quoted)
        case Code():
            return Shape(kind=Kind.CODE, label=leaf.language, quoted=leaf.quoted)
        case Footnote():
            return Shape(kind=Kind.FOOTNOTE, label=leaf.label)
        case _:
            return PLAIN


def shape_of(source: QTextBlockFormat) -> Shape:
    """The shape that a block's format carries."""
    return _parsed(source.stringProperty(BlockProperty.KIND), source.boolProperty(BlockProperty.QUOTED))


def _word(shape: Shape) -> str:
    match shape.kind:
        case Kind.PARAGRAPH:
            return ""
        case Kind.HEADING:
            return f"heading:{shape.level}"
        case Kind.ITEM:
            steps = ("b" if level.kind is ListKind.BULLET else f"n{level.start}" for level in shape.path)
            return "item:" + ",".join(steps)
        case _:
            return f"{shape.kind.value}:{shape.label}"


@lru_cache(maxsize=1024)
def _parsed(word: str, quoted: bool) -> Shape:
    """What `_word` wrote; a word of no known kind is a paragraph, so that its text is never lost."""
    kind, _, value = word.partition(":")
    match kind:
        case "heading" if value.isdecimal() and int(value) in HEADING_LEVELS:
            return Shape(kind=Kind.HEADING, level=int(value), quoted=quoted)
        case "attribution":
            return Shape(kind=Kind.ATTRIBUTION, quoted=True)
        case "item" if value:
            return Shape(kind=Kind.ITEM, path=tuple(_level(step) for step in value.split(",")), quoted=quoted)
        case "code":
            return Shape(kind=Kind.CODE, label=value, quoted=quoted)
        case "footnote" if is_label(value):
            return Shape(kind=Kind.FOOTNOTE, label=value)
        case _:
            return Shape(quoted=quoted)


def _level(step: str) -> ListLevel:
    return ListLevel(kind=ListKind.BULLET) if step == "b" else ListLevel(kind=ListKind.NUMBER, start=int(step[1:]))


def block_format(shape: Shape, *, kept: bool = False) -> QTextBlockFormat:
    """The whole format of a block of this shape, its place on the page included.

    Only margins and line heights are set here: they are the same in every look. Fonts and colours
    are never stored in the document (`dresser.py`).
    """
    target = _spaced(shape)
    word = _word(shape)
    if word:
        target.setProperty(BlockProperty.KIND, word)
    if shape.quoted:
        target.setProperty(BlockProperty.QUOTED, True)
    if kept:
        target.setProperty(BlockProperty.KEPT, True)
    return target


def start_format(shape: Shape) -> QTextCharFormat:
    """The format that a block of this shape begins with: Qt makes the caret of an empty block as high as it says.

    It is a step up or down from the document's own font, so that it is the same in every look, and no text has it.
    """
    match shape.kind:
        case Kind.HEADING:
            return _sized(dict(_HEADING_STEPS).get(shape.level, 0))
        case Kind.CODE | Kind.FOOTNOTE:
            return _sized(_SMALLER_STEP)
        case _:
            return QTextCharFormat()


def cell_start_format() -> QTextCharFormat:
    """The same of a table's cell: a row is not higher for having nothing in it."""
    return _sized(_SMALLER_STEP)


def _sized(steps: int) -> QTextCharFormat:
    target = QTextCharFormat()
    if steps:
        target.setProperty(QTextFormat.Property.FontSizeAdjustment, steps)
    return target


def _spaced(shape: Shape) -> QTextBlockFormat:
    proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    target = QTextBlockFormat()
    # Margins between blocks collapse to the larger one.
    top, bottom, height = 12, 12, _LINE_HEIGHT
    match shape.kind:
        case Kind.HEADING:
            top, bottom, height = (28, 8, _HEADING_LINE_HEIGHT) if shape.level == 2 else (20, 8, _HEADING_LINE_HEIGHT)
        case Kind.ITEM | Kind.FOOTNOTE:
            top, bottom = 4, 4
        case Kind.CODE:
            top, bottom, height = 22, 24, _CODE_LINE_HEIGHT
        case Kind.ATTRIBUTION:
            top = 4
    target.setTopMargin(top)
    target.setBottomMargin(bottom)
    target.setLineHeight(height, proportional)
    depth = len(shape.path) + shape.quoted + (shape.kind is Kind.FOOTNOTE)
    if depth:
        target.setIndent(depth)
    if shape.kind is Kind.CODE:
        target.setLeftMargin(12)
        target.setRightMargin(12)
    return target


def object_block_format() -> QTextBlockFormat:
    """The format of a block that begins with a figure, an embed or a rule: a picture must not be spaced as text."""
    target = QTextBlockFormat()
    target.setTopMargin(12)
    target.setBottomMargin(16)
    return target


def cell_format() -> QTextBlockFormat:
    """The format of a table cell's block; its alignment is added to it."""
    target = QTextBlockFormat()
    target.setLineHeight(_CODE_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return target
