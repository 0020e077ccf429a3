"""Real articles as a reporter's own copy: headline, byline and body as plain text, without a page around them."""

import re
import tarfile
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path, PurePosixPath
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5

from benchmarks._pages import words
from benchmarks.measure import samples
from deskeditor.article.article import Article, new_article
from deskeditor.article.tags import Tag
from deskeditor.ingest.markdown_file import read_markdown_article
from deskeditor.ingest.page_copy import sort_page_copy
from deskeditor.ingest.sorting import Slot
from deskeditor.ingest.text_encoding import decoded
from deskeditor.markup.plain_text import body_text

_BASE: Final = new_article(UUID(int=1), datetime(2025, 1, 1, tzinfo=UTC))
_EACH: Final = 15
_SHORTEST: Final = 300
_GAP: Final = re.compile(r"\n\s*\n")


def clean_copies() -> tuple[str, ...]:
    """Every 15th of the articles and all pages in other languages: the body alone, and with its head,
    once with empty lines between paragraphs and once without.

    Raises CannotMeasureError where the samples are missing.
    """
    found: list[str] = []
    for number, text in enumerate((*_articles(samples("articles")), *_pages(samples("languages")))):
        article = _read(text)
        running = body_text(article.body)
        if len(running) < _SHORTEST:
            continue
        names = " and ".join(person.name for person in article.byline)
        head = (article.headline.text, article.standfirst.text, f"By {names}" if names else "")
        whole = "\n\n".join(filter(None, (*head, running)))
        found += [running, whole] if number % 2 else [whole, _GAP.sub("\n", whole)]
    return tuple(found)


def kept_share(text: str) -> float:
    """The share of a text's words that sorting it does not drop."""
    dropped = sum(len(words(line.text)) for line in sort_page_copy(text).lines if line.slot is Slot.DROPPED)
    return 1 - dropped / max(len(words(text)), 1)


def _articles(folder: Path) -> Iterator[str]:
    seen = 0
    for archive in sorted(folder.glob("*.tar.xz")):
        with tarfile.open(archive) as files:
            for member in files:
                if not member.isfile() or PurePosixPath(member.name).suffix != ".md":
                    continue
                seen += 1
                stream = files.extractfile(member) if seen % _EACH == 0 else None
                if stream is not None:
                    yield decoded(stream.read())[0]


def _pages(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*/content/**/*.md")):
        yield decoded(path.read_bytes())[0]


def _read(text: str) -> Article:
    numbers = count(2)
    return read_markdown_article(
        text, name="", base=_BASE, tag_named=_tag_named, new_id=lambda: UUID(int=next(numbers))
    ).article


def _tag_named(label: str) -> Tag:
    return Tag(id=uuid5(NAMESPACE_URL, label.casefold()), label=label)
