"""Sorting plain lines of a body takes no marks, pictures or tables away from what stays in it."""

from hypothesis import given

from deskeditor.article.body import (
    Align,
    Body,
    Figure,
    Footnote,
    Heading,
    ListItem,
    ListKind,
    ListLevel,
    Paragraph,
    Table,
    body_of,
)
from deskeditor.article.line import Mark, MarkKind, Run, line_of, plain_line
from deskeditor.ingest.body_lines import body_from_lines
from deskeditor.markup.plain_text import body_text
from deskeditor.workspace.kept_leaves import with_leaves_of
from tests.strategies import bodies

BOLD = Mark(kind=MarkKind.STRONG)
DRESSED = Paragraph(
    line=line_of([Run(text="The boat "), Run(text="sails", marks=frozenset({BOLD})), Run(text=" again.")])
)
PICTURE = Figure(media=f"{'a' * 64}.png", alt="The boat", caption=plain_line("In the harbour"))
TABLE = Table(
    rows=((plain_line("Day"), plain_line("Boats")), (plain_line("Monday"), plain_line("2"))),
    alignments=(Align.START, Align.START),
)


def sorted_lines(body: Body) -> Body:
    """What is left of a body that went through its plain text."""
    return body_from_lines((text, False) for text in body_text(body).split("\n") if text.strip())


def test_marks_quotes_and_lists_are_those_of_the_body() -> None:
    item = ListItem(line=DRESSED.line, path=(ListLevel(kind=ListKind.NUMBER, start=3),))
    body = body_of(
        [DRESSED, Heading(level=3, line=plain_line("Fares")), Paragraph(line=DRESSED.line, quoted=True), item]
    )
    assert with_leaves_of(sorted_lines(body), body) == body


def test_pictures_and_tables_keep_their_places_and_are_said_once() -> None:
    body = body_of([Paragraph(line=plain_line("First.")), PICTURE, DRESSED, TABLE, Paragraph(line=plain_line("Last."))])
    assert with_leaves_of(sorted_lines(body), body) == body
    without_rows = body_from_lines([("First.", False), ("The boat sails again.", False), ("Last.", False)])
    assert with_leaves_of(without_rows, body) == body


def test_a_line_sorted_as_a_heading_becomes_one_and_keeps_its_marks() -> None:
    headed = with_leaves_of(body_from_lines([("The boat sails again.", True)]), body_of([DRESSED]))
    assert headed == body_of([Heading(level=2, line=DRESSED.line)])


def test_lines_that_left_the_body_are_not_brought_back() -> None:
    body = body_of([Paragraph(line=plain_line("By Jonas Reed")), DRESSED])
    assert with_leaves_of(body_from_lines([("The boat sails again.", False)]), body) == body_of([DRESSED])


def test_a_footnote_goes_with_the_words_that_refer_to_it() -> None:
    reference = Run(text="￼", marks=frozenset({Mark(kind=MarkKind.FOOTNOTE, value="a")}))
    noted = Paragraph(line=line_of([Run(text="Boats"), reference, Run(text=" sail.")]))
    body = body_of([noted, DRESSED, Footnote(label="a", line=plain_line("Counted in May."))])
    assert with_leaves_of(body_from_lines([("Boats[1] sail.", False), ("The boat sails again.", False)]), body) == body
    assert with_leaves_of(body_from_lines([("The boat sails again.", False)]), body) == body_of([DRESSED])


@given(bodies())
def test_what_was_never_in_the_body_comes_through_unchanged(earlier: Body) -> None:
    lines = body_from_lines([("Nobody wrote this line before me, ever.", False)])
    kept = with_leaves_of(lines, earlier)
    assert [leaf for leaf in kept if leaf in lines.leaves] == list(lines.leaves)
    assert not any(isinstance(leaf, Paragraph) for leaf in kept if leaf not in lines.leaves)
