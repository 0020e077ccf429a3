"""A desk in small for the readers' tests: articles, tags and ids without a store."""

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5

from deskeditor.article.article import Article, new_article
from deskeditor.article.tags import Tag

AT: Final = datetime(2025, 3, 4, 12, 0, tzinfo=UTC)
BASE: Final = new_article(UUID(int=1), AT)


def tag_named(label: str) -> Tag:
    """The same tag for the same label, whatever its case."""
    return Tag(id=uuid5(NAMESPACE_URL, label.casefold().encode("utf-8", "replace").decode()), label=label)


def new_ids() -> Callable[[], UUID]:
    """Ids that count up from 100."""
    numbers = count(100)
    return lambda: UUID(int=next(numbers))


def blank() -> Article:
    """An empty article of the desk."""
    return BASE
