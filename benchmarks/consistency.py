"""How often real articles are said to contradict themselves: nearly all of them do not."""

import tarfile
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Final
from uuid import UUID

from benchmarks.measure import CannotMeasureError, Measurement, samples, seconds
from deskeditor.article.article import Article, new_article
from deskeditor.article.tags import Tag
from deskeditor.errors import InputError
from deskeditor.factcheck.consistency import CONSISTENCY, consistency
from deskeditor.ingest.reader import read_article
from deskeditor.ingest.text_encoding import decoded

_EVERY: Final = 10
"""Of the Markdown articles every so many is looked at."""


def run() -> list[Measurement]:
    """Findings per article by code, and the time one takes."""
    articles = list(sample_articles(samples("articles")))
    if not articles:
        raise CannotMeasureError("finds no article in the archives")
    found = Counter(finding.code for article in articles for finding in consistency(article))
    measured = seconds(lambda: [consistency(article) for article in articles[:50]], repeats=3)
    return [
        *(
            Measurement(name=code, value=found[code] / len(articles), unit="a piece", n=len(articles))
            for code in CONSISTENCY
        ),
        Measurement(name="all findings", value=found.total() / len(articles), unit="a piece", n=len(articles)),
        Measurement(name="one piece", value=1000 * measured / len(articles[:50]), unit="ms", n=len(articles[:50])),
    ]


def sample_articles(folder: Path) -> Iterator[Article]:
    """Every tenth of the Markdown articles in the archives of `folder`."""
    number = count()
    for archive in sorted(folder.glob("*.tar.xz")):
        with tarfile.open(archive) as files:
            for member in files:
                if not (member.name.endswith(".md") and member.isfile()) or next(number) % _EVERY:
                    continue
                stream = files.extractfile(member)
                if stream is not None and (article := _read(member.name, stream.read())) is not None:
                    yield article


def _read(name: str, content: bytes) -> Article | None:
    ids = count(2)
    try:
        return read_article(
            decoded(content)[0],
            name=Path(name).name,
            base=new_article(UUID(int=1), datetime(2026, 1, 1, tzinfo=UTC)),
            tag_named=lambda label: Tag(id=UUID(int=next(ids)), label=label),
            new_id=lambda: UUID(int=next(ids)),
        ).article
    except InputError:
        return None
