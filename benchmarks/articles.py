"""All the real Markdown articles, taken in and written out, beside a bare conversion of the same text."""

import tarfile
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path, PurePosixPath
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5

import markdown

from benchmarks.measure import CannotMeasureError, Measurement, samples, seconds
from deskeditor.article.article import Article, new_article
from deskeditor.article.tags import Tag
from deskeditor.errors import InputError
from deskeditor.export.formats import Format, render
from deskeditor.ingest.imported import Imported
from deskeditor.ingest.reader import read_article
from deskeditor.ingest.text_encoding import decoded
from deskeditor.profile import load_profile

_BASE: Final = new_article(UUID(int=1), datetime(2025, 1, 1, tzinfo=UTC))
_BARE: Final = "Python-Markdown alone, the same texts"


def run() -> tuple[Measurement, ...]:
    """Read every article and write it as a page and as Markdown; count what could not be kept."""
    texts = tuple(_texts(samples("articles")))
    if not texts:
        raise CannotMeasureError("finds no Markdown file in the archives of the articles")
    imported: list[Imported] = []
    refused: list[str] = []

    def take_in() -> None:
        imported.clear()
        refused.clear()
        for name, text in texts:
            try:
                imported.append(_read(name, text))
            except InputError as refusal:
                refused.append(f"{name}: {refusal}")

    bare = seconds(lambda: [markdown.markdown(text, extensions=["extra"]) for _, text in texts], repeats=1)
    reading = seconds(take_in, repeats=1)
    articles = [one.article for one in imported]
    writing = seconds(lambda: _write(articles, Format.HTML), repeats=1)
    as_markdown = seconds(lambda: _write(articles, Format.MARKDOWN), repeats=1)
    files = len(texts)
    return (
        Measurement(
            name="import and export", value=reading + writing, unit="s", reference=_BARE, reference_value=bare, n=files
        ),
        Measurement(name="import", value=reading, unit="s", reference=_BARE, reference_value=bare, n=files),
        Measurement(name="export as pages", value=writing, unit="s", reference=_BARE, reference_value=bare, n=files),
        Measurement(
            name="export as Markdown", value=as_markdown, unit="s", reference=_BARE, reference_value=bare, n=files
        ),
        Measurement(name="articles refused", value=len(refused), unit="articles", n=files),
        Measurement(
            name="with a headline", value=sum(bool(one.headline) for one in articles), unit="articles", n=files
        ),
        Measurement(name="with a byline", value=sum(bool(one.byline) for one in articles), unit="articles", n=files),
        Measurement(name="with tags", value=sum(bool(one.tags) for one in articles), unit="articles", n=files),
        Measurement(name="with a warning", value=sum(bool(one.warnings) for one in imported), unit="articles", n=files),
    )


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    for archive in sorted(folder.glob("*.tar.xz")):
        with tarfile.open(archive) as files:
            for member in files:
                stream = files.extractfile(member) if member.name.endswith(".md") and member.isfile() else None
                if stream is not None:
                    yield PurePosixPath(member.name).name, decoded(stream.read())[0]


def _read(name: str, text: str) -> Imported:
    numbers = count(2)
    return read_article(text, name=name, base=_BASE, tag_named=_tag_named, new_id=lambda: UUID(int=next(numbers)))


def _tag_named(label: str) -> Tag:
    return Tag(id=uuid5(NAMESPACE_URL, label.casefold()), label=label)


def _write(articles: list[Article], fmt: Format) -> int:
    profile = load_profile(None)
    return sum(len(render(article, fmt, profile).data) for article in articles)
