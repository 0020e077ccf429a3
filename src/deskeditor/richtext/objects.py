"""Figures, embeds and rules as the format of one object character, and back."""

from PySide6.QtGui import QTextCharFormat, QTextFormat, QTextImageFormat, QTextLength

from deskeditor.article.body import Embed, Figure, Rule
from deskeditor.article.line import EMPTY_LINE, Line
from deskeditor.richtext.positions import for_qt
from deskeditor.richtext.properties import EMBED_OBJECT, RULE_OBJECT, CharProperty, ObjectKind

ObjectLeaf = Figure | Embed | Rule


def object_format(leaf: ObjectLeaf) -> QTextCharFormat:
    """The format of the object that `leaf` begins with. A figure's caption is text beside it."""
    match leaf:
        case Figure():
            return _figure_format(leaf)
        case Embed():
            target = QTextCharFormat()
            target.setObjectType(EMBED_OBJECT)
            target.setProperty(CharProperty.OBJECT, ObjectKind.EMBED.value)
            _set_texts(target, {CharProperty.URL: leaf.url, CharProperty.TITLE: leaf.title})
            return target
        case Rule():
            target = QTextCharFormat()
            target.setObjectType(RULE_OBJECT)
            target.setProperty(CharProperty.OBJECT, ObjectKind.RULE.value)
            return target


def _figure_format(figure: Figure) -> QTextImageFormat:
    target = QTextImageFormat()
    target.setName(f"media:{figure.media}")
    target.setMaximumWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    target.setProperty(CharProperty.OBJECT, ObjectKind.FIGURE.value)
    _set_texts(
        target, {CharProperty.MEDIA: figure.media, CharProperty.ALT: figure.alt, CharProperty.CREDIT: figure.credit}
    )
    if figure.decorative:
        target.setProperty(CharProperty.DECORATIVE, True)
    if figure.width is not None:
        target.setProperty(CharProperty.WIDTH, figure.width)
    return target


def _set_texts(target: QTextCharFormat, texts: dict[CharProperty, str]) -> None:
    # An empty string would come back as an empty list: what is empty is not set.
    for key, text in texts.items():
        if text:
            target.setProperty(key, for_qt(text))


def object_kind(source: QTextCharFormat) -> ObjectKind | None:
    """The kind of leaf that an object character with this format begins, or None."""
    word = source.stringProperty(CharProperty.OBJECT)
    return next((kind for kind in ObjectKind if kind.value == word), None) if word else None


def object_leaf(source: QTextFormat, caption: Line = EMPTY_LINE) -> ObjectLeaf:
    """The leaf that an object character with this format begins; `caption` is a figure's."""
    match source.stringProperty(CharProperty.OBJECT):
        case ObjectKind.FIGURE.value:
            return Figure(
                media=source.stringProperty(CharProperty.MEDIA),
                alt=source.stringProperty(CharProperty.ALT),
                decorative=source.boolProperty(CharProperty.DECORATIVE),
                caption=caption,
                credit=source.stringProperty(CharProperty.CREDIT),
                width=source.intProperty(CharProperty.WIDTH) if source.hasProperty(CharProperty.WIDTH) else None,
            )
        case ObjectKind.EMBED.value:
            return Embed(url=source.stringProperty(CharProperty.URL), title=source.stringProperty(CharProperty.TITLE))
        case _:
            return Rule()
