"""Pages made of articles that others wrote are valid too."""

import tarfile
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from deskeditor.article.article import new_article
from deskeditor.article.tags import Tag
from deskeditor.export import render_page
from deskeditor.ingest.reader import read_article
from deskeditor.profile import load_profile
from tests.export.nu_checker import complaints, jar

EACH = 17


def _texts(archive: Path) -> Iterator[tuple[str, str]]:
    with tarfile.open(archive) as files:
        for member in files:
            reader = files.extractfile(member) if member.name.endswith(".md") else None
            if reader is not None:
                yield Path(member.name).name, reader.read().decode()


def test_pages_of_real_articles_are_valid(samples: Path, tmp_path: Path) -> None:
    checker = jar()
    if checker is None:
        pytest.skip("the Nu HTML checker (npm install vnu-jar) or a Java runtime is not on this machine")
    pages: dict[str, bytes] = {}
    for archive in sorted((samples / "articles").glob("*.tar.xz")):
        for name, text in islice(_texts(archive), EACH):
            imported = read_article(
                text,
                name=name,
                base=new_article(UUID(int=1), datetime(2026, 1, 1, tzinfo=UTC)),
                tag_named=lambda label: Tag(id=uuid4(), label=label),
                new_id=uuid4,
            )
            pages[f"{len(pages)}-{archive.name.partition('+')[0]}.html"] = render_page(
                imported.article, load_profile(None)
            )
    assert len(pages) > EACH
    assert complaints(pages, tmp_path, checker) == []
