"""Kept states of an article side by side: which there are, and what changed between two of them."""

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from deskeditor.article.article import Article
from deskeditor.compare.bodies import Compared, compared_articles
from deskeditor.store.values import Revision, RevisionReason
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.workspace import Workspace

if TYPE_CHECKING:
    from deskeditor.store.store import Store


class Since(StrEnum):
    """States that people ask about by name."""

    IN = "it came in"
    SENT = "sent to checker"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptStates:
    """An article's revisions, newest first, and those that have a name of their own."""

    revisions: tuple[Revision, ...]
    since: Mapping[Since, UUID]


def kept_states(workspace: Workspace, open_article: OpenArticle) -> "Future[KeptStates]":
    """What the article can be compared with."""
    article = open_article.article

    def read(store: "Store") -> KeptStates:
        revisions = store.revisions(article.id)
        since: dict[Since, UUID] = {}
        came = [one for one in revisions if one.reason is RevisionReason.IMPORT]
        sent = [one for one in revisions if one.reason is RevisionReason.HANDOFF]
        if came:
            since[Since.IN] = came[-1].id
        if sent:
            since[Since.SENT] = sent[0].id
        published = _published(store, article, revisions)
        if published is not None:
            since[Since.PUBLISHED] = published
        return KeptStates(revisions=revisions, since=since)

    return workspace.read(read)


def _published(store: "Store", article: Article, revisions: tuple[Revision, ...]) -> UUID | None:
    """The state that went live: the first that was moved to its stage by the publication the article has."""
    if article.publication is None:
        return None
    moved = (one for one in reversed(revisions) if one.reason is RevisionReason.STAGE)
    return next((one.id for one in moved if store.revision_article(one.id).publication == article.publication), None)


def compare_states(
    workspace: Workspace, open_article: OpenArticle, before: UUID, after: UUID | None
) -> "Future[tuple[Compared, ...]]":
    """What changed between two revisions; `after` is None for the article as it is now."""
    now = open_article.article

    def read(store: "Store") -> tuple[Compared, ...]:
        later = now if after is None else store.revision_article(after)
        return compared_articles(store.revision_article(before), later)

    return workspace.read(read, supersedes="compare")
