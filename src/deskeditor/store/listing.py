"""Lists of articles: heads by stage, tag, assignee and search words, from the derived columns alone."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

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

RANKED: Final = 5000
"""Of more articles than this that hold what is searched, the newest so many are ranked; older ones follow."""


def article_heads(session: Session, query: ArticleQuery) -> tuple[ArticleHead, ...]:
    """Return the heads that the query asks for, in its order, from its offset on."""
    # Keys first: the indexes alone answer this, however far down the list it is.
    keys = session.scalars(_ordered_keys(session, query).offset(query.offset).limit(query.limit)).all()
    rows = {row.pk: row for row in session.scalars(select(ArticleRow).where(ArticleRow.pk.in_(keys)))}
    tags = tags_of(session, keys)
    snippets = _snippets(session, keys, query.text)
    return tuple(_head(rows[key], tags.get(key, ()), snippets.get(key)) for key in keys)


def count_articles(session: Session, query: ArticleQuery) -> int:
    """Count the articles that the query asks for, whatever its limit and offset."""
    match = match_expression(query.text)
    if match is not None and not _conditions(query):
        return session.scalar(select(func.count()).select_from(SEARCH).where(matches(match))) or 0
    keys = select(ArticleRow.pk).where(*_conditions(query))
    if match is not None:
        keys = keys.join(SEARCH, SEARCH.c.rowid == ArticleRow.pk).where(matches(match))
    return session.scalar(select(func.count()).select_from(keys.subquery())) or 0


def stage_counts(session: Session) -> Mapping[Stage, int]:
    """Return how many articles stand at each stage."""
    rows = session.execute(select(ArticleRow.stage, func.count()).group_by(ArticleRow.stage))
    counted = {stage: number for stage, number in rows}  # noqa: C416
    return {stage: counted.get(stage.value, 0) for stage in Stage}


def _ordered_keys(session: Session, query: ArticleQuery) -> Select[int]:
    keys = select(ArticleRow.pk).where(*_conditions(query))
    match = match_expression(query.text)
    if match is None:
        return keys.order_by(*_order(query))
    found = keys.join(SEARCH, SEARCH.c.rowid == ArticleRow.pk).where(matches(match))
    newest = found.order_by(SEARCH.c.rowid.desc()).limit(RANKED).subquery()
    count, oldest = session.execute(select(func.count(), func.min(newest.c.pk)).select_from(newest)).one()
    if query.order is not Order.BEST:
        if count == RANKED:
            # Walking the list's own index is quicker than sorting what was found. The sum keeps SQLite
            # from looking each of them up instead.
            within = (ArticleRow.pk + 0).in_(select(SEARCH.c.rowid).where(matches(match)))
            found = keys.where(within)
        return found.order_by(*_order(query))
    if count == RANKED:
        if query.offset + query.limit > RANKED:
            found = found.order_by(SEARCH.c.rowid < oldest)
        else:
            found = found.where(SEARCH.c.rowid >= oldest)
    return found.order_by(best_first(), *_order(query))


def _conditions(query: ArticleQuery) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if query.stages:
        conditions.append(_one_of(ArticleRow.__table__.c.stage, sorted(stage.value for stage in query.stages)))
    if query.assignee is not None:
        conditions.append(ArticleRow.assignee_name == storable(query.assignee))
    if query.tag is not None:
        carrying = select(ArticleTagRow.article_pk).join(TagRow, TagRow.pk == ArticleTagRow.tag_pk)
        conditions.append(ArticleRow.pk.in_(carrying.where(TagRow.id == query.tag)))
    return conditions


def _order(query: ArticleQuery) -> tuple[ColumnElement[Any], ...]:
    changed = (ArticleRow.modified.desc(), ArticleRow.pk.desc())
    return (ArticleRow.urgency.desc(), *changed) if query.order is Order.DUE else changed


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
        checked=(row.claims_settled, row.claims_total),
        snippet=shown.text,
        snippet_matches=shown.matches,
    )
