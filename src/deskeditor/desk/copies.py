"""Copies of an article."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from deskeditor.article.article import Article
from deskeditor.article.workflow import Stage


def duplicate(article: Article, *, new_id: Callable[[], UUID], at: datetime) -> Article:
    """Return a draft with the same words under an id of its own; nothing is stored yet.

    What belongs to the one piece stays with it: publication, path, assignee and due time. A HOLD, an
    embargo and a wish for a legal read speak of the words, so they go along.
    """
    return replace(
        article,
        id=new_id(),
        created=at,
        modified=at,
        stage=Stage.DRAFT,
        spiked_from=None,
        publication=None,
        url_slug="",
        assignee=None,
        due=None,
    )
