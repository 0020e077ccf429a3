"""Asks across all articles whether a claim was checked before; the answer comes from the reader thread."""

from concurrent.futures import Future
from uuid import UUID

from deskeditor.desk.checked_before import checked_before
from deskeditor.factcheck.similar import Similar
from deskeditor.workspace.workspace import Workspace


def earlier_claims(workspace: Workspace, words: str, *, but_not: UUID | None) -> "Future[tuple[Similar, ...]]":
    """The claims of other articles than `but_not` that are like `words`; a newer question supersedes it."""
    return workspace.read(lambda store: checked_before(store, words, but_not=but_not), supersedes="earlier claims")
