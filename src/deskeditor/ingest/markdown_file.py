"""Markdown files: the front matter as fields, the text below it as body."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from deskeditor.article.article import Article
from deskeditor.article.tags import Tag
from deskeditor.ingest.front_matter import split_front_matter
from deskeditor.ingest.imported import Imported
from deskeditor.ingest.language_guess import guess_language
from deskeditor.ingest.markdown_fields import read_fields
from deskeditor.markup.markdown_reader import read_markdown, read_markdown_line
from deskeditor.markup.reading import MediaFinder, stored_media

MARKDOWN: Final = "markdown"
"""The format's name in an `Imported`."""

_JUDGED: Final = 6_000
"""How many characters tell a language."""
_ATX: Final = re.compile(r" {0,3}#[ \t]+(?P<words>\S.*?)(?:[ \t]+#+)?[ \t]*")
_SETEXT: Final = re.compile(r" {0,3}=+[ \t]*")
_NAMED_LANGUAGE: Final = re.compile(r"\.([a-z]{2,3}(?:-[A-Z]{2})?)\.\w+$")
_ATTRIBUTES: Final = re.compile(r"[ \t]*\{[:#.][^{}]*\}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Titled:
    """The heading that opens a text, and the text below it."""

    heading: str
    body: str


def has_front_matter(text: str) -> bool:
    """Whether `text` opens with a block of fields."""
    return split_front_matter(text).found


def read_markdown_article(
    text: str,
    *,
    name: str = "",
    base: Article,
    tag_named: Callable[[str], Tag],
    new_id: Callable[[], UUID],
    known_tags: Sequence[str] = (),
    media: MediaFinder = stored_media,
) -> Imported:
    """Read a Markdown file into `base`.

    `name` is the file's: sites put a language into it, as in `post.fr.md`. `media` finds the stored
    name of a picture by its address in the file. Any text is read: fields that are not well formed go
    to the desk note, with a warning.
    """
    matter = split_front_matter(text)
    fields = read_fields(
        matter.fields, base=base, tag_named=tag_named, new_id=new_id, known_tags=known_tags, media=media
    )
    article, body = _with_headline(fields.article, matter.body)
    reading = read_markdown(body, media=media)
    named = _NAMED_LANGUAGE.search(name)
    language = (
        fields.language or (named.group(1) if named else "") or guess_language(matter.body[:_JUDGED]) or base.language
    )
    article = replace(article, body=reading.body, language=language)
    notes = "\n".join(filter(None, (article.desk_note, *fields.notes, *matter.unread)))
    return Imported(
        article=replace(article, desk_note=notes),
        format=MARKDOWN,
        warnings=tuple(filter(None, (matter.fault, *fields.warnings, *reading.warnings))),
        dropped=(*matter.comments, *reading.dropped),
        missing_images=(*fields.missing_images, *reading.missing_images),
    )


def _with_headline(article: Article, text: str) -> tuple[Article, str]:
    """Make the opening heading the headline where the fields gave none, and say a headline once only."""
    titled = _opening_heading(text)
    if titled is None:
        return article, text
    line = read_markdown_line(titled.heading)
    if article.headline and article.headline.text.casefold() != line.text.casefold():
        return article, text
    return (article if article.headline else replace(article, headline=line)), titled.body


def _opening_heading(text: str) -> _Titled | None:
    lines = text.split("\n")
    first = next((at for at, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return None
    if match := _ATX.fullmatch(lines[first]):
        heading, rest = _ATTRIBUTES.sub("", match["words"]), lines[first + 1 :]
    elif first + 1 < len(lines) and _SETEXT.fullmatch(lines[first + 1]):
        heading, rest = lines[first].strip(), lines[first + 2 :]
    else:
        return None
    return _Titled(heading=heading, body="\n".join(rest)) if heading.strip("# ") else None
