from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from deskeditor.article.article import BylineName, Credit, Related, SummaryBullet, new_article
from deskeditor.article.body import Heading, Paragraph, body_of
from deskeditor.article.claims import ClaimKind, Evidence, Verdict
from deskeditor.article.line import Mark, MarkKind, Run, line_of, plain_line
from deskeditor.article.notes import Remark
from deskeditor.article.tags import Tag
from deskeditor.desk.facts import article_facts
from deskeditor.desk.telling import told_article, told_claims
from deskeditor.export.claim_data import claim_data
from tests.factcheck.pieces import SOURCED, claim, piece, query, stet, verdict

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
    claims=(claim(1, "60 years", kind=ClaimKind.NUMBER),),
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
        "claims": claim_data(ARTICLE),
    }


def test_an_article_is_told_in_lines() -> None:
    text = "\n".join(told_article(article_facts(ARTICLE)))
    for words in ("Harbour closes", "Ada Person · Agency · draft", "• Ferries stop", "Tags: Ports", "Call the mayor."):
        assert words in text


def test_claims_are_told_in_lines() -> None:
    article = piece(
        "{2:14 boats} and {1:9 more} came, {4:thirty} sank.",
        claims=(
            claim(1, "9 more", query=query("Who says?", wording="8 more"), thread=(Remark(author="Jo", text="I do."),)),
            claim(2, judgement=verdict(Verdict.OK), evidence=(*SOURCED, Evidence(source=2, contradicts=True))),
            claim(3, "gone"),
            claim(4, "thirty", stet=stet("thirty")),
        ),
    )
    assert list(told_claims(claim_data(article))) == [
        "   2  “14 boats”  settled: OK · source 1, p. 4; 2 (against) · Ada Holm",
        "   1  “9 more”  with writer",
        "      Ada Holm asks: Who says? Suggested: “8 more”",
        "      Jo: I do.",
        "   4  “thirty”  settled",
        "      stet, Jonas Vik: The mayor insists.",
        "   3  “gone”  cut",
    ]
