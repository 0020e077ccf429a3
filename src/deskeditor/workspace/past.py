"""What an article was: its kept states, and the text it was imported from."""

from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID

from deskeditor.article.article import Article
from deskeditor.article.change import Change
from deskeditor.desk.writing import write_files
from deskeditor.store.values import Original, Revision, RevisionReason
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.workspace import Workspace

if TYPE_CHECKING:
    from deskeditor.store.store import Store

_STANDING: Final = (
    Change.STAGE,
    Change.PUBLICATION,
    Change.EMBARGO,
    Change.HOLD,
    Change.LEGAL_READ,
    Change.ASSIGNEE,
    Change.DUE,
    Change.TARGET_WORDS,
    Change.CHECK_LEVEL,
)
"""What says where a piece stands in the day's work, not what it says."""


def revisions(workspace: Workspace, article_id: UUID) -> "Future[tuple[Revision, ...]]":
    """The article's kept states, the newest first."""
    return workspace.read(lambda store: store.revisions(article_id), supersedes="history")


def revision(workspace: Workspace, article_id: UUID, revision_id: UUID) -> "Future[tuple[Revision, Article]]":
    """One kept state, and the article as it was then."""

    def read(store: "Store") -> tuple[Revision, Article]:
        kept = next(one for one in store.revisions(article_id) if one.id == revision_id)
        return kept, store.revision_article(revision_id)

    return workspace.read(read)


def originals(workspace: Workspace, article_id: UUID) -> "Future[tuple[Original, ...]]":
    """What the article was imported from; nothing for one that was written here."""
    return workspace.read(lambda store: store.originals(article_id))


def save_copy(workspace: Workspace, original: Original, path: Path) -> "Future[Path]":
    """Write what an article was imported from to a file, byte for byte."""
    return workspace.read(lambda store: write_files(path.parent, {path.name: original.data})[path.name])


def restore(workspace: Workspace, open_article: OpenArticle, article: Article) -> None:
    """Bring an earlier state back, as one step; the present one is kept in the history first.

    Where the piece stands stays as it is: who restores words of last week takes back no publication and no hold.
    So do claims, verdicts and sources, laid on the words of then; those that find none are lost, and said to be.
    """
    from deskeditor.factcheck.placing import with_claims_of

    workspace.saver.save(open_article, RevisionReason.RESTORE)
    now = open_article.article
    words = replace(article, **{name.value: getattr(now, name.value) for name in _STANDING})
    open_article.take_over(with_claims_of(words, now), "restoring an earlier text")
    workspace.saver.save(open_article)
