"""A real page holds about as many facts as a person counts on it, and its copy does not contradict itself."""

from collections import Counter
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from uuid import UUID

from deskeditor.article.article import Article, new_article
from deskeditor.article.claims import CheckLevel, ClaimKind
from deskeditor.article.tags import Tag
from deskeditor.factcheck.consistency import consistency
from deskeditor.factcheck.facts import distinct, facts
from deskeditor.ingest.reader import read_article


def _page(samples: Path) -> Article:
    numbers = count(2)
    path = samples / "page-copy" / "oilprice-karabakh.txt"
    return read_article(
        path.read_text(encoding="utf-8"),
        name=path.name,
        base=new_article(UUID(int=1), datetime(2026, 1, 1, tzinfo=UTC)),
        tag_named=lambda label: Tag(id=UUID(int=next(numbers)), label=label),
        new_id=lambda: UUID(int=next(numbers)),
    ).article


def test_it_has_about_sixty_facts(samples: Path) -> None:
    found = distinct(facts(_page(samples), CheckLevel.LINE_BY_LINE))
    kinds = Counter(fact.kind for fact in found)
    assert 52 <= len(found) <= 66
    assert 24 <= kinds[ClaimKind.NAME] <= 30
    assert kinds[ClaimKind.QUOTATION] == 13
    assert 7 <= kinds[ClaimKind.NUMBER] + kinds[ClaimKind.DATE] <= 14


def test_it_does_not_contradict_itself(samples: Path) -> None:
    assert consistency(_page(samples)) == ()
