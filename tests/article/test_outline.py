from deskeditor.article.body import Heading, Paragraph, body_of
from deskeditor.article.line import HARD_BREAK, plain_line
from deskeditor.article.outline import outline_of
from deskeditor.article.place import Field, Place


def test_headings_are_named_on_one_line_and_lead_to_their_leaves() -> None:
    rows = outline_of(
        body_of(
            [
                Paragraph(line=plain_line("Lead")),
                Heading(level=2, line=plain_line(f"What the{HARD_BREAK}council said")),
                Heading(level=4, line=plain_line("القرار 👩‍🚀")),
            ]
        )
    )
    assert [(row.text, row.level) for row in rows] == [("What the council said", 2), ("القرار 👩‍🚀", 4)]
    assert [row.place for row in rows] == [Place(field=Field.BODY, leaf=1), Place(field=Field.BODY, leaf=2)]
