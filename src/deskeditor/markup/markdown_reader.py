"""Markdown into a body or a line: Python-Markdown makes HTML of it, and the one reader reads that."""

import re
from dataclasses import replace
from typing import Final

import markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTagInlineProcessor, SubstituteTagInlineProcessor

from deskeditor.article.body import Body, Paragraph
from deskeditor.article.line import Line, plain_line
from deskeditor.article.published import published, published_line
from deskeditor.errors import InputError
from deskeditor.markup.html_reader import read_html, read_html_line
from deskeditor.markup.markdown_rows import prepared
from deskeditor.markup.plain_words import plain_paragraphs
from deskeditor.markup.reading import MarkupReading, MediaFinder, stored_media
from deskeditor.markup.templates import without_templates

MAX_CHARACTERS: Final = 2_000_000
_MOST_OPENED: Final = 500
"""Links that begin in one paragraph, tags that nothing ends."""

_MOST_SIGNS: Final = 6000
_SIGN: Final = re.compile(r"[<\[*_`&!\\~]")
_AS_IT_STANDS: Final = "The text is too tangled to be read as Markdown: its signs stand as they are."
_UNENDED_TAG: Final = re.compile(r"<(?=[A-Za-z/!?][^<>]*(?:<|\Z))")

_EXTENSIONS: Final = (("|", "tables"), ("[^", "footnotes"), ("```", "fenced_code"), ("~~~", "fenced_code"))
_RULES: Final = (
    ("`", "backtick"),
    ("\\", "escape backslash_break"),
    ("[", "reference link image_link image_reference short_reference short_image_ref"),
    ("<", "autolink automail html"),
    ("&", "entity"),
    ("~~", "strike"),
    ("  \n", "linebreak"),
)
"""The signs without which a rule for inline markup finds nothing."""

_OPENED_IN_ONE_ROW: Final = re.compile(
    r"^(?! *(?:- *|\* *)+$)( *(?:\d{1,9})?)([.)\-*+>])(?=(?: +(?:\d{1,9}[.)]|[\-*+>])){50})", re.MULTILINE
)
"""Lists and quotes within each other that begin in one row, deeper than the parser should follow."""

_NEWLINES: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""Among them the two that Python-Markdown marks its own places in the text with."""


class _Additions(Extension):
    """What people write and Python-Markdown leaves out: `~~struck~~`, and a backslash at the end of a row."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        md.inlinePatterns.register(SimpleTagInlineProcessor(r"(~~)(?![\s~])(.+?)(?<![\s~])~~(?!~)", "s"), "strike", 55)
        md.inlinePatterns.register(SubstituteTagInlineProcessor(r"\\\n", "br"), "backslash_break", 185)


def read_markdown(text: str, *, media: MediaFinder = stored_media) -> MarkupReading:
    """Return the body that Markdown holds; template tags of site builders are listed as dropped.

    `media` is as for `read_html`. Raises InputError where the input is far too long.
    """
    clean = _clean(text)
    if (paragraphs := plain_paragraphs(clean)) is not None:
        return MarkupReading(body=published(Body(tuple(Paragraph(line=plain_line(words)) for words in paragraphs))))
    words, dropped = without_templates(clean)
    html, warnings = _html(words)
    reading = read_html(html, media=media)
    return replace(reading, dropped=(*dropped, *reading.dropped), warnings=(*warnings, *reading.warnings))


def read_markdown_line(text: str) -> Line:
    """Return Markdown as one line."""
    clean = _clean(text)
    if (paragraphs := plain_paragraphs(clean)) is not None and len(paragraphs) == 1:
        return published_line(plain_line(clean))
    words, _ = without_templates(clean)
    return read_html_line(_html(words)[0])


def _clean(text: str) -> str:
    if len(text) > MAX_CHARACTERS:
        raise InputError(
            f"This text holds more than {MAX_CHARACTERS // 1_000_000} million characters: import only the article."
        )
    return _CONTROLS.sub("", _NEWLINES.sub("\n", text)).expandtabs(4)


def _html(text: str) -> tuple[str, tuple[str, ...]]:
    """What Python-Markdown makes of the text, and warnings."""
    blocks = text.split("\n\n")
    # Python-Markdown takes time by the square of the signs in a paragraph.
    if max(len(_SIGN.findall(block)) for block in blocks) > _MOST_SIGNS:
        return _as_html(blocks), (_AS_IT_STANDS,)
    ready = prepared(_tamed(text))
    for source in (ready, ready.replace("<![", "&lt;![")):
        try:
            return _converter(source).convert(source), ()
        except AssertionError:
            # Python-Markdown reads tags with html.parser, which gives up on `<![` that is no CDATA section.
            continue
        except RecursionError:
            break
    return _as_html(blocks), (_AS_IT_STANDS,)


def _converter(source: str) -> markdown.Markdown:
    """Python-Markdown without the rules for signs that the source does not hold: it tries each on every word."""
    extensions: list[str | Extension] = [name for sign, name in _EXTENSIONS if sign in source]
    converter = markdown.Markdown(extensions=["sane_lists", _Additions(), *extensions], output_format="html")
    unneeded = [names for sign, names in _RULES if sign not in source]
    if "*" not in source and "_" not in source:
        unneeded.append("em_strong em_strong2")
    for name in " ".join(unneeded).split():
        converter.inlinePatterns.deregister(name, strict=False)
    return converter


def _as_html(blocks: list[str]) -> str:
    return "".join(f"<p>{block}</p>" for block in blocks)


def _tamed(text: str) -> str:
    """Escape opening signs where there are so many that Python-Markdown would be busy with them for minutes."""
    if len(_UNENDED_TAG.findall(text)) > _MOST_OPENED:
        text = _UNENDED_TAG.sub("&lt;", text)
    text = _OPENED_IN_ONE_ROW.sub(r"\1\\\2", text)
    for sign, instead in (("<![", "&lt;!["), ("[", "\\[")):
        if text.count(sign) > _MOST_OPENED:
            text = "\n\n".join(
                block.replace(sign, instead) if block.count(sign) > _MOST_OPENED else block
                for block in text.split("\n\n")
            )
    return text
