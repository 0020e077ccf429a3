"""A link in the copy is offered as the source of its sentence."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from deskeditor.article.article import Article, SummaryBullet, new_article
from deskeditor.article.body import Paragraph, body_of
from deskeditor.article.line import Line, Mark, MarkKind, Run, line_of
from deskeditor.article.place import Field, Place
from deskeditor.factcheck.linked import link_of

BULLET = UUID(int=7)


def linked(*parts: tuple[str, str]) -> Line:
    return line_of(Run(text=text, marks=frozenset({Mark(MarkKind.LINK, href)} if href else ())) for text, href in parts)


def article(line: Line) -> Article:
    made = new_article(UUID(int=1), datetime(2026, 7, 15, tzinfo=UTC), language="en")
    return replace(
        made,
        headline=linked(("A vote", "https://a.example/headline")),
        summary=(SummaryBullet(id=BULLET, line=linked(("It passed", "https://a.example/bullet"))),),
        body=body_of([Paragraph(line=linked(("Nothing here.", ""))), Paragraph(line=line)]),
    )


LINE = linked(
    ("Nobody came. ", ""),
    ("The council", "https://a.example/council"),
    (" voted 14 to 9 for ", ""),
    ("a ferry", "https://a.example/ferry"),
    (", said Mira Aldous. ", ""),
    ("Others", "https://a.example/others"),
    (" did not. Write to ", ""),
    ("us", "mailto:desk@a.example"),
    (".", ""),
)


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("council", "https://a.example/council"),
        ("voted", "https://a.example/council"),
        ("14 to 9", "https://a.example/ferry"),
        ("for", "https://a.example/ferry"),
        ("ferry, said", "https://a.example/ferry"),
        ("Mira Aldous", "https://a.example/ferry"),
        ("Nobody", ""),
        ("did not", "https://a.example/others"),
        ("Write", ""),
        ("us", ""),
    ],
)
def test_the_nearest_link_of_the_same_sentence_is_offered(words: str, address: str) -> None:
    start = LINE.text.rindex(words)
    place = Place(field=Field.BODY, leaf=1, start=start, end=start + len(words))
    assert link_of(article(LINE), place) == address


def test_each_text_has_its_own_links() -> None:
    piece = article(LINE)
    assert link_of(piece, Place(field=Field.HEADLINE, start=2, end=6)) == "https://a.example/headline"
    assert link_of(piece, Place(field=Field.SUMMARY, bullet=BULLET, start=0, end=2)) == "https://a.example/bullet"
    assert link_of(piece, Place(field=Field.BODY, leaf=0, start=0, end=7)) == ""
    assert link_of(piece, Place(field=Field.BODY, leaf=9, start=0, end=7)) == ""
    assert link_of(piece, Place(field=Field.STANDFIRST)) == ""
