"""Claims, sources and places as plain data that JSON can hold: in a report's file and on the command line."""

from datetime import datetime
from typing import Any

from deskeditor.article.article import Article
from deskeditor.article.claim_progress import Checked, checked
from deskeditor.article.place import Place
from deskeditor.article.sources import Source

Data = dict[str, Any]


def claim_data(article: Article) -> list[Data]:
    """Return the article's claims as they stand, in copy order; those without words come last, by number."""
    return [_claim(one) for one in checked(article)]


def _claim(one: Checked) -> Data:
    claim, judgement, query, stet = one.claim, one.claim.judgement, one.claim.query, one.claim.stet
    return {
        "id": claim.id,
        "number": claim.number,
        "kind": claim.kind.value,
        "words": one.words if one.words is not None else claim.anchor.quote,
        "progress": one.progress.value,
        "priority": claim.priority,
        "verdict": judgement.verdict.value if judgement is not None else None,
        "judged_words": judgement.words if judgement is not None else None,
        "by": judgement.by if judgement is not None else None,
        "at": _moment(judgement.at if judgement is not None else None),
        "sources": [
            {"number": one.source, "locator": one.locator, "contradicts": one.contradicts} for one in claim.evidence
        ],
        "query": None
        if query is None
        else {
            "question": query.question,
            "wording": query.wording,
            "to": query.to.value,
            "by": query.by,
            "at": _moment(query.at),
        },
        "stet": None if stet is None else {"by": stet.by, "why": stet.why, "at": _moment(stet.at)},
        "answers": [{"author": said.author, "text": said.text, "at": _moment(said.at)} for said in claim.thread],
        # Words that are gone, or may be elsewhere, have no place of their own.
        "place": place_data(one.claimed.places[0]) if one.claimed is not None else None,
    }


def source_data(source: Source) -> Data:
    """Return a source with all that is known of it."""
    return {
        "number": source.number,
        "title": source.title,
        "kind": source.kind.value,
        "url": source.url,
        "archived_url": source.archived_url,
        "media": source.media,
        "file_name": source.file_name,
        "date": source.date,
        "person": source.person,
        "contact": source.contact,
        "terms": source.terms.value,
        "primary": source.primary,
        "remark": source.remark,
    }


def place_data(place: Place) -> Data:
    """Return a place: its field, the bullet's id or None, the leaf, and a range of code points."""
    return {
        "field": place.field.value,
        "bullet": None if place.bullet is None else str(place.bullet),
        "leaf": place.leaf,
        "start": place.start,
        "end": place.end,
    }


def _moment(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()
