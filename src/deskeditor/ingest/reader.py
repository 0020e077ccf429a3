"""The one way from any text to an article: it finds out what the text is and has it read."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final
from uuid import UUID

from deskeditor.article.article import Article, Flag
from deskeditor.article.tags import Tag
from deskeditor.errors import InputError
from deskeditor.ingest.files import LARGEST
from deskeditor.ingest.imported import Imported
from deskeditor.ingest.markdown_file import has_front_matter, read_markdown_article
from deskeditor.ingest.page_copy import sort_page_copy
from deskeditor.ingest.sorting import Slot, Sorting, assemble
from deskeditor.ingest.wire_text import EMBARGO, KILL, WIRE, announced_words, looks_like_wire, sort_wire
from deskeditor.ingest.wire_text_embargo import read_embargo
from deskeditor.markup.reading import MediaFinder, stored_media

_MARKDOWN_NAME: Final = re.compile(r".+\.(?:md|markdown|mdown|mkdn?|mdtext)", re.IGNORECASE)
_PAGE_SOURCE: Final = re.compile(r"<(?:!doctype\s+html|html|head)\b", re.IGNORECASE)
_BEFORE_A_PAGE: Final = re.compile(r"\s+|<\?xml[^>]*>|<!--(?:(?!-->).)*-->", re.IGNORECASE | re.DOTALL)
_XML: Final = re.compile(r"\s*<\?xml\b", re.IGNORECASE)
_MARKDOWN_SIGNS: Final = (
    re.compile(r"^#{1,6} \S", re.MULTILINE),
    re.compile(r"\[[^\[\]\n]{1,300}\]\([^()\s]{1,500}\)"),
    re.compile(r"^(?:```|~~~)", re.MULTILINE),
    re.compile(r"\*\*[^\s*](?:[^*\n]{0,300}[^\s*])?\*\*"),
    re.compile(r"^> \S", re.MULTILINE),
    re.compile(r"^\|?[ \t]{0,9}:?-{3,99}:?[ \t]{0,9}\|", re.MULTILINE),
)
_OPENING: Final = re.compile(r"\s*(?:# \S|\S[^\n]*\n=+[ \t]*\n)")
_JUDGED: Final = 40_000
_MISSING_SHARE: Final = 0.6


def read_article(
    text: str,
    *,
    name: str = "",
    base: Article,
    tag_named: Callable[[str], Tag],
    new_id: Callable[[], UUID],
    known_tags: Sequence[str] = (),
    media: MediaFinder = stored_media,
) -> Imported:
    """Read a file's or the clipboard's text into `base`.

    `name` is the file's, and empty for pasted text. `tag_named` finds or makes the desk's tag of a
    label, `new_id` gives bullets their ids, `known_tags` are the desk's labels, `media` finds the stored
    name of a picture. Raises InputError where there is nothing to read, too much of it, or a web
    page's source instead of its text.
    """
    _refuse(text, name)
    if looks_like_markdown(text, name):
        return read_markdown_article(
            text, name=name, base=base, tag_named=tag_named, new_id=new_id, known_tags=known_tags, media=media
        )
    sorting = sort_text(text, known_tags=known_tags)
    article = assemble(sorting, base=base, tag_named=tag_named, new_id=new_id, known_tags=known_tags)
    warnings: tuple[str, ...] = ()
    if sorting.format == WIRE:
        article, warnings = _with_orders(article, sorting, announced_words(text))
    return Imported(article=article, format=sorting.format, warnings=warnings, dropped=sorting.dropped, sorting=sorting)


def sort_text(text: str, *, known_tags: Sequence[str] = ()) -> Sorting:
    """Sort plain text line by line, as a wire's where it looks like one, else as page copy."""
    return sort_wire(text) if looks_like_wire(text) else sort_page_copy(text, known_tags=known_tags)


def looks_like_markdown(text: str, name: str = "") -> bool:
    """Whether to read `text` as Markdown: its file says so, it opens with fields, or it is full of its signs."""
    if _MARKDOWN_NAME.fullmatch(name) or has_front_matter(text):
        return True
    sample = text[:_JUDGED]
    signs = sum(sign.search(sample) is not None for sign in _MARKDOWN_SIGNS)
    return signs >= (2 if _OPENING.match(sample) else 3) and not looks_like_wire(text)


def _refuse(text: str, name: str) -> None:
    named = f"“{name}”" if name else "The text"
    if not text.strip("\ufeff \t\r\n\x0b\x0c\x00\x1a"):
        raise InputError(f"{named} is empty. There is nothing to import.")
    if len(text) > LARGEST:
        raise InputError(f"{named} is longer than {LARGEST // 1_000_000} million characters, too long for an article.")
    if _is_page_source(text[:_JUDGED]):
        raise InputError(f"{named} is the source of a web page. Open the page in a browser and copy its text.")
    if _XML.match(text):
        raise InputError(f"{named} is an XML file, which can't be read. Copy the text that is wanted.")


def _is_page_source(text: str) -> bool:
    at = 0
    while found := _BEFORE_A_PAGE.match(text, at):
        at = found.end()
    return _PAGE_SOURCE.match(text, at) is not None


def _with_orders(article: Article, sorting: Sorting, announced: int | None) -> tuple[Article, tuple[str, ...]]:
    """Act on what a wire forbids: an embargo holds to the minute, or a HOLD where it can't be read."""
    warnings: list[str] = []
    for line in sorting.lines:
        if line.why == EMBARGO and article.embargo is None:
            until = read_embargo(line.text)
            if until is not None:
                article = replace(article, embargo=until)
            else:
                article = _held(article, f"An embargo that can't be read to the minute: {line.text}")
                warnings.append(f"The embargo “{line.text}” can't be read to the minute, so the piece is on HOLD.")
        elif line.why == KILL:
            article = _held(article, f"The agency withdraws this piece: {line.text}")
            warnings.append(f"The agency withdraws this piece ({line.text}), so it is on HOLD.")
    arrived = sum(len(text.split()) for text in sorting.texts(Slot.BODY))
    if announced and arrived < announced * _MISSING_SHARE:
        warnings.append(f"The wire announces {announced} words, and {arrived} arrived: check that the piece is whole.")
    return article, tuple(warnings)


def _held(article: Article, why: str) -> Article:
    return article if article.hold else replace(article, hold=Flag(by="import", why=why, at=article.modified))
