"""Marks as character formats and back."""

from typing import Final

from PySide6.QtGui import QFont, QTextCharFormat

from deskeditor.article.line import INTERNAL, Mark, MarkKind, Marks, is_label
from deskeditor.article.links import safe_href
from deskeditor.richtext.properties import FOOTNOTE_OBJECT, CharProperty

BOUND_KINDS: Final = INTERNAL | {MarkKind.LINK}
"""Marks of certain words: text typed at their edge does not get them."""

_IDS: Final = (
    (MarkKind.CLAIM, CharProperty.CLAIMS),
    (MarkKind.NOTE, CharProperty.NOTES),
    (MarkKind.BULLET, CharProperty.BULLETS),
)
"""Marks of which several may lie on the same words, and where their ids stand."""

_STRONG: Final = QFont.Weight.DemiBold.value


def char_format(marks: Marks) -> QTextCharFormat:
    """The character format of text under `marks`; a footnote reference's is that of an object."""
    target = QTextCharFormat()
    for mark in marks:
        match mark.kind:
            case MarkKind.STRONG:
                target.setFontWeight(QFont.Weight.Bold)
            case MarkKind.EMPHASIS:
                target.setFontItalic(True)
            case MarkKind.UNDERLINE:
                target.setFontUnderline(True)
            case MarkKind.STRIKE:
                target.setFontStrikeOut(True)
            case MarkKind.SUPERSCRIPT:
                target.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            case MarkKind.SUBSCRIPT:
                target.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
            case MarkKind.CODE:
                target.setProperty(CharProperty.CODE, True)
            case MarkKind.LINK:
                target.setAnchor(True)
                target.setAnchorHref(mark.value)
            case MarkKind.FOOTNOTE:
                target.setObjectType(FOOTNOTE_OBJECT)
                target.setProperty(CharProperty.FOOTNOTE, mark.value)
    for kind, key in _IDS:
        ids = sorted(mark.value for mark in marks if mark.kind is kind)
        if ids:
            target.setProperty(key, " ".join(ids))
    return target


def marks_of(source: QTextCharFormat) -> Marks:
    """The marks that a character format stands for. Whatever else it says is not content."""
    if not source.propertyCount():
        return frozenset()
    marks: set[Mark] = set()
    if source.fontWeight() >= _STRONG:
        marks.add(Mark(MarkKind.STRONG))
    if source.fontItalic():
        marks.add(Mark(MarkKind.EMPHASIS))
    if source.fontUnderline():
        marks.add(Mark(MarkKind.UNDERLINE))
    if source.fontStrikeOut():
        marks.add(Mark(MarkKind.STRIKE))
    align = source.verticalAlignment()
    if align is QTextCharFormat.VerticalAlignment.AlignSuperScript:
        marks.add(Mark(MarkKind.SUPERSCRIPT))
    elif align is QTextCharFormat.VerticalAlignment.AlignSubScript:
        marks.add(Mark(MarkKind.SUBSCRIPT))
    if source.boolProperty(CharProperty.CODE):
        marks.add(Mark(MarkKind.CODE))
    href = source.anchorHref()
    if href and safe_href(href) == href:
        marks.add(Mark(MarkKind.LINK, href))
    label = source.stringProperty(CharProperty.FOOTNOTE)
    if label and is_label(label):
        marks.add(Mark(MarkKind.FOOTNOTE, label))
    for kind, key in _IDS:
        marks.update(Mark(kind, one) for one in source.stringProperty(key).split() if is_label(one))
    return frozenset(marks)


def typing_marks(current: Marks, before: Marks, after: Marks) -> Marks:
    """The marks of text typed where `current` holds, between characters under `before` and `after`.

    A link, a claim or a note goes on only where the caret stands inside it.
    """
    inside = before & after
    return frozenset(
        mark
        for mark in current
        if mark.kind is not MarkKind.FOOTNOTE and (mark.kind not in BOUND_KINDS or mark in inside)
    )
