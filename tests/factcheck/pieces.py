"""Pieces whose words carry claims: `{3:some words}` is claim number 3."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from deskeditor.article.article import Article, new_article
from deskeditor.article.body import Paragraph, body_of
from deskeditor.article.claims import (
    Addressee,
    Anchor,
    Claim,
    ClaimKind,
    Evidence,
    Judgement,
    Query,
    Stet,
    Verdict,
)
from deskeditor.article.line import Line, Mark, MarkKind, Run, line_of
from deskeditor.article.place import Field, Place
from deskeditor.article.sources import Source

NOON: Final = datetime(2026, 3, 4, 12, tzinfo=UTC)
_CLAIMED: Final = re.compile(r"\{(\d+):([^}]*)\}")


def claimed_line(text: str) -> Line:
    """The line that `text` means."""
    pieces = _CLAIMED.split(text)
    plain, numbers, words = pieces[::3], pieces[1::3], pieces[2::3]
    runs = [Run(text=plain[0])] if plain[0] else []
    for number, claimed, after in zip(numbers, words, plain[1:], strict=True):
        runs.append(Run(text=claimed, marks=frozenset({Mark(MarkKind.CLAIM, f"c{number}")})))
        runs += [Run(text=after)] if after else []
    return line_of(runs)


def piece(*paragraphs: str, claims: tuple[Claim, ...] = (), **fields: Any) -> Article:
    """An article of these paragraphs; source 1 is there to stand on."""
    article = replace(
        new_article(UUID(int=9 << 96), NOON),
        body=body_of(Paragraph(line=claimed_line(text)) for text in paragraphs),
        claims=claims,
        sources=(Source(number=1, title="Minutes of the council"),),
    )
    return replace(article, **fields)


def claim(number: int, quote: str = "14 boats", **said: Any) -> Claim:
    """A claim, with what was said of it."""
    anchor = Anchor(quote=quote, place=Place(field=Field.BODY, start=0, end=len(quote)))
    return Claim(**{"id": f"c{number}", "number": number, "kind": ClaimKind.NUMBER, "anchor": anchor, **said})


def verdict(verdict: Verdict, words: str = "14 boats", **more: Any) -> Judgement:
    """A verdict on these words."""
    return Judgement(**{"verdict": verdict, "words": words, "by": "Ada Holm", "at": NOON, **more})


def query(question: str = "Who counted?", **more: Any) -> Query:
    """A query."""
    return Query(**{"question": question, "by": "Ada Holm", "at": NOON, "to": Addressee.WRITER, **more})


def stet(words: str = "14 boats", why: str = "The mayor insists.") -> Stet:
    """That words run as they are."""
    return Stet(by="Jonas Vik", why=why, at=NOON, words=words)


SOURCED: Final = (Evidence(source=1, locator="p. 4"),)
