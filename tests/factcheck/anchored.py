"""A small piece of our own, and claims on it."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from deskeditor.article.article import Article, SummaryBullet, new_article
from deskeditor.article.body import Paragraph, body_of
from deskeditor.article.claim_words import anchor_at, copy_texts
from deskeditor.article.claims import Claim, ClaimKind
from deskeditor.article.line import plain_line
from deskeditor.article.place import Place

NOON: Final = datetime(2026, 7, 15, 12, tzinfo=UTC)


def piece(headline: str, *paragraphs: str) -> Article:
    """An article of plain words."""
    return replace(
        new_article(UUID(int=1), NOON),
        headline=plain_line(headline),
        body=body_of(Paragraph(line=plain_line(text)) for text in paragraphs),
    )


BEFORE: Final = replace(
    piece(
        "Harbour of Hallin to close",
        "The council voted 14 to 9 for a night ferry, said Mira Aldous.",
        "The last ship sailed on 3 May 1974.",
    ),
    standfirst=plain_line("Ferries stop in March, the council says"),
    summary=(SummaryBullet(id=UUID(int=5), line=plain_line("Nine voted against it")),),
)


def claim_on(article: Article, place: Place, number: int, *, name: str = "") -> Claim:
    """A claim on the words at a place, not marked yet."""
    return Claim(id=name or f"c{number}", number=number, kind=ClaimKind.NAME, anchor=anchor_at(article, place))


def claims_on(article: Article) -> tuple[Claim, ...]:
    """A claim on the second and third word of every text."""
    claims: list[Claim] = []
    for place, text in copy_texts(article):
        words = text.split(" ")
        start = place.start + len(words[0]) + 1
        end = start + len(" ".join(words[1:3]))
        claims.append(claim_on(article, replace(place, start=start, end=end), len(claims) + 1))
    return tuple(claims)
