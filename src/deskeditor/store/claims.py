"""Claims beside their articles: kept at each save, so that they are found across all of the desk's work."""

from collections.abc import Iterator
from typing import Any, Final
from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from deskeditor.article.article import Article
from deskeditor.article.claim_progress import checked
from deskeditor.article.claims import Claim, claim_with
from deskeditor.article.earlier_claims import EarlierClaim
from deskeditor.store.claim_index import claim_keys_like, index_claims, unindex_claims
from deskeditor.store.content import load_json, storable
from deskeditor.store.models import ArticleRow, ClaimRow, ContentRow

_Kept = tuple[str, int, str, str, str]
_ARTICLES: Final = 12
"""Articles that are read for one answer."""


def keep_claims(session: Session, article_pk: int, article: Article, *, is_new: bool) -> None:
    """Keep the claims of an article that something was said of; only what is new or gone is written."""
    present: dict[_Kept, int] = {}
    if not is_new:
        columns = (ClaimRow.claim_id, ClaimRow.number, ClaimRow.kind, ClaimRow.verdict, ClaimRow.words)
        for kept in session.execute(select(ClaimRow.pk, *columns).where(ClaimRow.article_pk == article_pk)):
            present[_as_kept(*kept[1:])] = kept[0]
    wanted = dict.fromkeys(_kept(article))
    gone = [key for kept, key in present.items() if kept not in wanted]
    if gone:
        session.execute(delete(ClaimRow).where(ClaimRow.pk.in_(gone)))
        unindex_claims(session.connection(), gone)
    fresh: list[tuple[int, str]] = []
    for claim_id, number, kind, verdict, words in (kept for kept in wanted if kept not in present):
        values: dict[str, Any] = {"number": number, "kind": kind, "verdict": verdict, "words": words}
        adding = insert(ClaimRow).values(article_pk=article_pk, claim_id=claim_id, **values).returning(ClaimRow.pk)
        fresh.append((session.execute(adding).scalar_one(), words))
    index_claims(session.connection(), fresh)


def _as_kept(claim_id: str, number: int, kind: str, verdict: str, words: str) -> _Kept:
    return claim_id, number, kind, verdict, words


def _kept(article: Article) -> Iterator[_Kept]:
    if not article.claims:
        return
    for one in checked(article):
        claim = one.claim
        if claim.judgement is None and claim.stet is None and claim.query is None:
            continue
        verdict = claim.judgement.verdict.value if claim.judgement is not None else ""
        yield claim.id, claim.number, claim.kind.value, verdict, storable(_words(claim, one.words))


def _words(claim: Claim, words: str | None) -> str:
    return words if words is not None else claim.anchor.quote


def claims_like(session: Session, words: str, *, limit: int, but_not: UUID | None) -> tuple[EarlierClaim, ...]:
    """Return earlier claims that share words with these, those with the rarest first."""
    keys = claim_keys_like(session.connection(), words)
    found = session.execute(
        select(ClaimRow.pk, ClaimRow.article_pk, ClaimRow.claim_id, ClaimRow.words, ArticleRow.id)
        .join(ArticleRow, ArticleRow.pk == ClaimRow.article_pk)
        .where(ClaimRow.pk.in_(keys))
    )
    rows = {row.pk: row for row in found if row.id != but_not}
    articles: dict[int, Article] = {}
    earlier: list[EarlierClaim] = []
    for row in (rows[key] for key in keys if key in rows):
        if row.article_pk not in articles:
            if len(articles) == _ARTICLES:
                continue
            articles[row.article_pk] = load_json(session.get_one(ContentRow, row.article_pk).content)
        article = articles[row.article_pk]
        claim = claim_with(article.claims, row.claim_id)
        if claim is not None:
            earlier.append(_earlier(article, claim, row.words))
        if len(earlier) == limit:
            break
    return tuple(earlier)


def _earlier(article: Article, claim: Claim, words: str) -> EarlierClaim:
    named = {one.source for one in claim.evidence}
    return EarlierClaim(
        article=article.id,
        headline=article.headline.text,
        modified=article.modified,
        claim=claim,
        words=words,
        sources=tuple(source for source in article.sources if source.number in named),
    )
