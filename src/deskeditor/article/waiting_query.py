"""A query of some article as it waits in the store: what a person sees of it without opening the article."""

from dataclasses import dataclass
from uuid import UUID

from deskeditor.article.claims import Query


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingQuery:
    """A query that is out, as it was when its article was last stored."""

    article: UUID
    headline: str
    claim_id: str
    number: int
    words: str
    query: Query
