"""Have we checked this before? The desk's earlier claims that are like some words."""

from typing import TYPE_CHECKING
from uuid import UUID

from deskeditor.factcheck.similar import Similar, similar

if TYPE_CHECKING:
    from deskeditor.store.store import Store


def checked_before(store: "Store", words: str, *, but_not: UUID | None = None, limit: int = 10) -> tuple[Similar, ...]:
    """Return the claims of other articles than `but_not` that are like `words`, with verdicts and sources."""
    return similar(words, store.claims_like(words, but_not=but_not), limit)
