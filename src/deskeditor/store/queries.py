"""Open queries beside their articles: kept at each save, so that each person's are found without opening any."""

from collections.abc import Iterator

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from deskeditor.article.article import Article
from deskeditor.article.claim_progress import OUT, checked
from deskeditor.article.claims import Addressee, Query
from deskeditor.article.waiting_query import WaitingQuery
from deskeditor.article.workflow import Stage
from deskeditor.store.content import storable
from deskeditor.store.models import ArticleRow, QueryRow

_MOST = 500
_OUT_OF_WORK = (Stage.SPIKED.value, Stage.WITHDRAWN.value)
_COLUMNS = (
    QueryRow.claim_id,
    QueryRow.number,
    QueryRow.words,
    QueryRow.question,
    QueryRow.wording,
    QueryRow.asked_by,
    QueryRow.asked_of,
    QueryRow.asked_at,
)


def keep_queries(session: Session, article_pk: int, article: Article, *, is_new: bool) -> None:
    """Keep the queries of an article that are out; nothing is written where they are as they were."""
    wanted = [(claim_id, number, *rest) for claim_id, number, *rest in _kept(article)]
    mine = QueryRow.article_pk == article_pk
    present = [] if is_new else [tuple(row) for row in session.execute(select(*_COLUMNS).where(mine))]
    if sorted(present) == sorted(wanted):
        return
    if present:
        session.execute(delete(QueryRow).where(mine))
    if wanted:
        names = [column.key for column in _COLUMNS]
        rows = [{"article_pk": article_pk, **dict(zip(names, row, strict=True))} for row in wanted]
        session.execute(insert(QueryRow), rows)


def _kept(article: Article) -> Iterator[tuple[object, ...]]:
    for one in checked(article) if article.claims else ():
        claim, query = one.claim, one.claim.query
        if query is not None and one.progress in OUT:
            words = storable(one.words if one.words is not None else claim.anchor.quote)
            question, wording, by = storable(query.question), storable(query.wording), storable(query.by)
            yield claim.id, claim.number, words, question, wording, by, query.to.value, query.at


def queries_waiting(session: Session, person: str) -> tuple[WaitingQuery, ...]:
    """Return the open queries of the articles that are assigned to a person, the oldest first."""
    found = session.execute(
        select(ArticleRow.id, ArticleRow.headline, *_COLUMNS)
        .join(ArticleRow, ArticleRow.pk == QueryRow.article_pk)
        .where(ArticleRow.assignee_name == storable(person), ArticleRow.stage.not_in(_OUT_OF_WORK))
        .order_by(QueryRow.asked_at, QueryRow.pk)
        .limit(_MOST)
    )
    return tuple(
        WaitingQuery(
            article=row.id,
            headline=row.headline,
            claim_id=row.claim_id,
            number=row.number,
            words=row.words,
            query=Query(
                question=row.question,
                wording=row.wording,
                by=row.asked_by,
                to=Addressee(row.asked_of),
                at=row.asked_at,
            ),
        )
        for row in found
    )
