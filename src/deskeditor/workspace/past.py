"""What an article was: its kept states, and the text it was imported from."""

from concurrent.futures import Future
from typing import TYPE_CHECKING
from uuid import UUID

from deskeditor.article.article import Article
from deskeditor.store.values import Original, Revision, RevisionReason
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.workspace import Workspace

if TYPE_CHECKING:
    from deskeditor.store.store import Store


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


def restore(workspace: Workspace, open_article: OpenArticle, article: Article) -> None:
    """Bring an earlier state back, as one step; the present one is kept in the history first."""
    workspace.saver.save(open_article, RevisionReason.RESTORE)
    open_article.take_over(article, "restoring an earlier text")
    workspace.saver.save(open_article)
