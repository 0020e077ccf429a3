"""A piece whose every field tries to act."""

from uuid import UUID

from deskeditor.article.article import Article, BylineName, Credit, Publication, Related
from deskeditor.article.body import Align, Code, Figure, Heading, Paragraph, Table, body_of
from deskeditor.article.line import plain_line
from deskeditor.article.tags import Tag
from tests.export.pieces import AT, bullet

ATTACK = "</title></script></style><script>alert(1)</script>\"'><img src=x onerror=alert(1)><!--{{7*7}}{% raw %}"


def hostile_piece() -> Article:
    """The piece: whatever holds text holds the attack, whatever holds an address one that acts."""
    line = plain_line(ATTACK)
    return Article(
        id=UUID(int=9),
        created=AT,
        modified=AT,
        headline=line,
        standfirst=line,
        summary=(bullet(91, line),),
        body=body_of(
            [
                Paragraph(line=line),
                Heading(level=2, line=line),
                Table(rows=((line,), (line,)), alignments=(Align.START,)),
                Figure(media='x" onerror="alert(1)', alt=ATTACK, caption=line, credit=ATTACK),
                Code(text=ATTACK),
            ]
        ),
        tags=(Tag(id=UUID(int=92), label=ATTACK),),
        byline=(BylineName(name=ATTACK),),
        credit=Credit(name=ATTACK, url="javascript:alert(1)", about=ATTACK),
        section=ATTACK,
        dateline=ATTACK,
        related=(Related(title=ATTACK, url="JaVaScRiPt:alert(1)"), Related(title="x", url="data:text/html,<script>")),
        lead_image=Figure(media='x" onerror="alert(1)', alt=ATTACK, caption=line, credit=ATTACK),
        search_headline=ATTACK,
        social_headline=ATTACK,
        description=ATTACK,
        url_slug=ATTACK,
        editors_note=line,
        publication=Publication(at=AT, url="javascript:alert(1)", outlet=ATTACK),
    )
