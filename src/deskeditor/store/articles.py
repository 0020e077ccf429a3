"""Saving and loading whole articles."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from deskeditor.article.article import Article
from deskeditor.article.claim_progress import Tally, checked, tally
from deskeditor.language.words import body_words
from deskeditor.store.claims import keep_claims
from deskeditor.store.content import dump_json, load_json, plain_text, search_text, storable, urgency
from deskeditor.store.models import ArticleRow, ContentRow
from deskeditor.store.queries import keep_queries
from deskeditor.store.search_index import index_article
from deskeditor.store.snippet import opening_of
from deskeditor.store.tags import keep_tags, without_redirects
from deskeditor.store.values import Conflict, Gone, Saved, StoredArticle


def save_article(session: Session, article: Article, *, expected: int | None, at: datetime) -> Saved:
    """Write the article; `expected` is the counter it was loaded or last saved with, None for a new one.

    Raises Conflict where the store holds another counter.
    """
    row = session.scalar(select(ArticleRow).where(ArticleRow.id == article.id))
    if row is None and expected is not None:
        raise Gone
    if row is not None and row.counter != expected:
        raise Conflict(_stored(session, row))
    is_new = row is None
    if row is None:
        row = ArticleRow(id=article.id, counter=0)
        session.add(row)
    text = plain_text(article)
    row.counter += 1
    row.saved = at
    row.opening = storable(opening_of(text))
    _describe(row, article)
    session.flush()
    content = {"content": dump_json(article), "plain_text": text}
    if is_new:
        session.execute(insert(ContentRow).values(article_pk=row.pk, **content))
    else:
        session.execute(update(ContentRow).where(ContentRow.article_pk == row.pk).values(**content))
    keep_tags(session, row.pk, article.tags, is_new=is_new)
    keep_claims(session, row.pk, article, is_new=is_new)
    keep_queries(session, row.pk, article, is_new=is_new)
    session.flush()
    index_article(session, row.pk, search_text(article))
    return Saved(counter=row.counter, at=at)


def _describe(row: ArticleRow, article: Article) -> None:
    row.created = article.created
    row.modified = article.modified
    row.stage = article.stage.value
    row.headline = storable(article.headline.text)
    row.word_count = body_words(article.body)
    row.language = storable(article.language)
    row.section = storable(article.section)
    row.slugline = storable(article.slugline)
    row.on_hold = article.hold is not None and not article.hold.cleared_by
    counted = tally(checked(article)) if article.claims else Tally()
    row.claims_settled = counted.settled
    row.claims_total = counted.total
    row.due = article.due
    row.urgency = urgency(article.due)
    row.assignee_name = None if article.assignee is None else storable(article.assignee.name)
    row.assignee_initials = "" if article.assignee is None else storable(article.assignee.initials)


def load_article(session: Session, article_id: UUID) -> StoredArticle:
    """Return the article with its counter. Raises Gone where there is none of that id."""
    return _stored(session, article_row(session, article_id))


def article_row(session: Session, article_id: UUID) -> ArticleRow:
    """Return the article's row, for this package alone. Raises Gone where there is none."""
    row = session.scalar(select(ArticleRow).where(ArticleRow.id == article_id))
    if row is None:
        raise Gone
    return row


def article_ids_starting(session: Session, beginning: str) -> tuple[UUID, ...]:
    """Return the ids that begin with `beginning`, hyphens or not: at most ten."""
    digits = beginning.replace("-", "").casefold()
    if not 0 < len(digits) <= 32 or not set(digits) <= set("0123456789abcdef"):
        return ()
    low, high = UUID(digits.ljust(32, "0")[:32]), UUID(digits.ljust(32, "f")[:32])
    found = session.scalars(select(ArticleRow.id).where(ArticleRow.id.between(low, high)).limit(10))
    return tuple(found)


def _stored(session: Session, row: ArticleRow) -> StoredArticle:
    article = load_json(session.get_one(ContentRow, row.pk).content)
    return StoredArticle(article=replace(article, tags=without_redirects(session, article.tags)), counter=row.counter)
