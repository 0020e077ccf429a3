from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from deskeditor.article.article import BylineName, Credit, Related, SummaryBullet, new_article
from deskeditor.article.body import Heading, Paragraph, body_of
from deskeditor.article.line import Mark, MarkKind, Run, line_of, plain_line
from deskeditor.article.tags import Tag
from deskeditor.desk.facts import article_facts, claims
from deskeditor.desk.telling import told_article

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
FIGURE = Mark(MarkKind.CLAIM, "c1")
STRONG = Mark(MarkKind.STRONG)

ARTICLE = replace(
    new_article(UUID(int=1), NOON),
    headline=line_of([Run(text="Harbour "), Run(text="closes", marks=frozenset({STRONG}))]),
    summary=(SummaryBullet(id=UUID(int=2), line=plain_line("Ferries stop")),),
    tags=(Tag(id=UUID(int=3), label="Ports"),),
    byline=(BylineName(name="Ada Person"),),
    credit=Credit(name="Agency", url="https://example.org", about="An agency."),
    related=(Related(title="Earlier"),),
    body=body_of(
        [
            Heading(level=2, line=plain_line("Why")),
            Paragraph(
                line=line_of(
                    [
                        Run(text="It is "),
                        Run(text="60 ", marks=frozenset({FIGURE})),
                        Run(text="years", marks=frozenset({FIGURE, STRONG})),
                        Run(text=" old."),
                    ]
                )
            ),
        ]
    ),
    desk_note="Call the mayor.",
)


def test_the_facts_of_an_article() -> None:
    assert article_facts(ARTICLE) == {
        "id": "00000000-0000-0000-0000-000000000001",
        "headline": "Harbour closes",
        "standfirst": "",
        "summary": ["Ferries stop"],
        "tags": ["Ports"],
        "byline": [{"name": "Ada Person"}],
        "credit": {"name": "Agency", "url": "https://example.org", "about": "An agency."},
        "access": "free",
        "section": "",
        "dateline": "",
        "slugline": "",
        "related": [{"title": "Earlier", "url": ""}],
        "stage": "draft",
        "language": "en",
        "word_count": 6,
        "desk_note": "Call the mayor.",
        "body_text": "Why\n\nIt is 60 years old.",
        "body_markdown": "## Why\n\nIt is 60 **years** old.",
        "claims": [{"id": "c1", "text": "60 years"}],
    }


def test_claims_stand_in_copy_order() -> None:
    second = Mark(MarkKind.CLAIM, "a2")
    article = replace(ARTICLE, standfirst=line_of([Run(text="Sixty years", marks=frozenset({second}))]))
    assert [claim["id"] for claim in claims(article)] == ["a2", "c1"]


def test_an_article_is_told_in_lines() -> None:
    text = "\n".join(told_article(article_facts(ARTICLE)))
    for words in ("Harbour closes", "Ada Person · Agency · draft", "• Ferries stop", "Tags: Ports", "Call the mayor."):
        assert words in text
