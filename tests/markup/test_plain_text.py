"""Words alone, out and in."""

from hypothesis import given
from hypothesis import strategies as st

from deskeditor.article.body import (
    Align,
    Body,
    Code,
    Footnote,
    ListItem,
    ListKind,
    ListLevel,
    Paragraph,
    Rule,
    Table,
    body_of,
)
from deskeditor.article.line import OBJECT, Line, Mark, MarkKind, Run, plain_line
from deskeditor.article.published import published
from deskeditor.markup.plain_text import body_text, line_text, read_plain
from tests.strategies import bodies

BULLET = ListLevel(kind=ListKind.BULLET)
THIRD = ListLevel(kind=ListKind.NUMBER, start=3)


def reference(label: str) -> Run:
    return Run(text=OBJECT, marks=frozenset({Mark(MarkKind.FOOTNOTE, label)}))


def test_a_line_is_one_row_without_references() -> None:
    assert line_text(Line((Run(text="one\u2028two"), reference("1")))) == "one two"


def test_paragraphs_lists_tables_and_notes_have_their_signs() -> None:
    body = body_of(
        [
            Paragraph(line=Line((Run(text="First\u2028row"), reference("x")))),
            ListItem(line=plain_line("a"), path=(THIRD,)),
            ListItem(line=plain_line("inner\u2028row"), path=(THIRD, BULLET)),
            ListItem(line=plain_line("b"), path=(THIRD,)),
            Rule(),
            Table(rows=((plain_line("1"), plain_line("2")),), alignments=(Align.START, Align.START)),
            Code(text="x = 1\n"),
            Footnote(label="x", line=plain_line("A note")),
        ]
    )
    assert body_text(body) == (
        "First\nrow[1]\n\n3. a\n    \u2022 inner\n      row\n4. b\n\n* * *\n\n1\t2\n\nx = 1\n\n[1] A note"
    )


def test_plain_words_become_paragraphs_and_newlines_hard_breaks() -> None:
    body = read_plain("\n\none\r\ntwo \n \t\n\n  three\n")
    assert body == body_of([Paragraph(line=plain_line("one\u2028two")), Paragraph(line=plain_line("three"))])


@given(st.text())
def test_reading_plain_words_keeps_every_word(text: str) -> None:
    body = read_plain(text)
    assert body == published(body)
    kept = "".join(leaf.line.text for leaf in body if isinstance(leaf, Paragraph))
    visible = {character for character in text if character.isalnum()}
    assert visible <= set(kept)


@given(bodies())
def test_plain_paragraphs_come_back(body: Body) -> None:
    plain = body_of(leaf for leaf in published(body) if isinstance(leaf, Paragraph) and not leaf.quoted)
    words = body_of(Paragraph(line=plain_line(leaf.line.text)) for leaf in plain if isinstance(leaf, Paragraph))
    once = [leaf for leaf in words if isinstance(leaf, Paragraph) and "\u2028\u2028" not in leaf.line.text]
    assert read_plain(body_text(body_of(once))) == published(body_of(once))
