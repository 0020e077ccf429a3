"""What the desk checked before: claims of other articles that are like the words at hand."""

from concurrent.futures import Future
from uuid import UUID

from deskeditor.desk.checked_before import checked_before
from deskeditor.factcheck.similar import Similar
from deskeditor.workspace.workspace import Workspace


def earlier_claims(workspace: Workspace, words: str, *, but_not: UUID) -> "Future[tuple[Similar, ...]]":
    """The claims of other articles than `but_not` that are like `words`, the likest first."""
    return workspace.read(lambda store: checked_before(store, words, but_not=but_not), supersedes="checked before")
