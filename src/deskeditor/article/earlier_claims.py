"""A claim that was checked in another article: what one looks at before checking the same again."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from deskeditor.article.claims import Claim
from deskeditor.article.sources import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierClaim:
    """A claim of an article, its words as they stood when it was last stored, and the sources it names."""

    article: UUID
    headline: str
    modified: datetime
    claim: Claim
    words: str
    sources: tuple[Source, ...] = ()
