"""Lists of articles: heads by stage, tag, assignee and search words, from the derived columns alone."""

from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from deskeditor.article.article import Person
from deskeditor.article.tags import Tag
from deskeditor.article.workflow import Stage
from deskeditor.store.content import storable
from deskeditor.store.models import ArticleRow, ArticleTagRow, ContentRow, TagRow
from deskeditor.store.search_index import SEARCH, best_first, match_expression, matches, search_terms
from deskeditor.store.snippet import Snippet, snippet_of
from deskeditor.store.tags import tags_of
from deskeditor.store.values import ArticleHead, ArticleQuery, Order


def article_heads(session: Session, query: ArticleQuery) -> tuple[ArticleHead, ...]:
    """Return the heads that the query asks for, in its order, from its offset on."""
    # Keys first: the indexes alone answer this, however far down the list it is.
    keys = session.scalars(_keys(query).offset(query.offset).limit(query.limit)).all()
    rows = {row.pk: row for row in session.scalars(select(ArticleRow).where(ArticleRow.pk.in_(keys)))}
    tags = tags_of(session, keys)
    snippets = _snippets(session, keys, query.text)
    return tuple(_head(rows[key], tags.get(key, ()), snippets.get(key)) for key in keys)


def count_articles(session: Session, query: ArticleQuery) -> int:
    """Count the articles that the query asks for, whatever its limit and offset."""
    return session.scalar(select(func.count()).select_from(_keys(query, ordered=False).subquery())) or 0


def stage_counts(session: Session) -> Mapping[Stage, int]:
    """Return how many articles stand at each stage."""
    rows = session.execute(select(ArticleRow.stage, func.count()).group_by(ArticleRow.stage))
    counted = {stage: number for stage, number in rows}  # noqa: C416
    return {stage: counted.get(stage.value, 0) for stage in Stage}


def _keys(query: ArticleQuery, *, ordered: bool = True) -> Select[int]:
    keys = select(ArticleRow.pk)
    match = match_expression(query.text)
    if match is not None:
        keys = keys.join(SEARCH, SEARCH.c.rowid == ArticleRow.pk).where(matches(match))
    if query.stages:
        keys = keys.where(_one_of(ArticleRow.__table__.c.stage, sorted(stage.value for stage in query.stages)))
    if query.assignee is not None:
        keys = keys.where(ArticleRow.assignee_name == storable(query.assignee))
    if query.tag is not None:
        carrying = select(ArticleTagRow.article_pk).join(TagRow, TagRow.pk == ArticleTagRow.tag_pk)
        keys = keys.where(ArticleRow.pk.in_(carrying.where(TagRow.id == query.tag)))
    if not ordered:
        return keys
    if match is not None and query.order is Order.BEST:
        keys = keys.order_by(best_first())
    if query.order is Order.DUE:
        keys = keys.order_by(ArticleRow.urgency.desc())
    return keys.order_by(ArticleRow.modified.desc(), ArticleRow.pk.desc())


def _one_of(column: ColumnElement[str], values: Sequence[str]) -> ColumnElement[bool]:
    # An equality lets the index give the order too.
    return column == values[0] if len(values) == 1 else column.in_(values)


def _snippets(session: Session, keys: Sequence[int], typed: str) -> Mapping[int, Snippet]:
    terms = search_terms(typed)
    if not terms:
        return {}
    texts = session.execute(select(ContentRow.article_pk, ContentRow.plain_text).where(ContentRow.article_pk.in_(keys)))
    found = {key: snippet_of((plain,), terms) for key, plain in texts}
    return {key: snippet for key, snippet in found.items() if snippet is not None}


def _head(row: ArticleRow, tags: tuple[Tag, ...], snippet: Snippet | None) -> ArticleHead:
    shown = snippet or Snippet(row.opening)
    assignee = None
    if row.assignee_name is not None:
        assignee = Person(name=row.assignee_name, initials=row.assignee_initials)
    return ArticleHead(
        id=row.id,
        counter=row.counter,
        headline=row.headline,
        stage=Stage(row.stage),
        tags=tags,
        modified=row.modified,
        created=row.created,
        due=row.due,
        assignee=assignee,
        word_count=row.word_count,
        language=row.language,
        section=row.section,
        slugline=row.slugline,
        on_hold=row.on_hold,
        snippet=shown.text,
        snippet_matches=shown.matches,
    )
