"""What a document holds after editing that kept to no rule: no word of it is lost."""

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from deskeditor.article.body import (
    EMPTY_BODY,
    Align,
    Body,
    Code,
    Embed,
    Figure,
    Footnote,
    Heading,
    Leaf,
    Paragraph,
    Rule,
    Table,
    body_of,
)
from deskeditor.article.line import EMPTY_LINE, HARD_BREAK, OBJECT, Line, Mark, MarkKind, Run, plain_line
from deskeditor.richtext.body_document import load_body, read_body
from deskeditor.richtext.line_document import read_line
from deskeditor.richtext.marks import char_format
from deskeditor.richtext.objects import object_format
from deskeditor.richtext.shapes import PLAIN, Kind, Shape, block_format, shape_of
from deskeditor.richtext.tables import aligned_cell_format

CLAIMS = frozenset({Mark(MarkKind.CLAIM, "c2"), Mark(MarkKind.CLAIM, "c1")})
EMPTY = Paragraph(line=EMPTY_LINE)
TABLE = Table(rows=((plain_line("a"), EMPTY_LINE),), alignments=(Align.START, Align.RIGHT))


def loaded(*leaves: Leaf) -> QTextDocument:
    document = QTextDocument()
    load_body(document, body_of(leaves))
    return document


def para(text: str) -> Paragraph:
    return Paragraph(line=plain_line(text))


def test_a_fresh_document_is_an_empty_body() -> None:
    assert read_body(QTextDocument()) == EMPTY_BODY


def test_the_blocks_that_a_table_needs_are_no_leaves() -> None:
    document = loaded(TABLE, TABLE)
    assert document.blockCount() == 3 + 4
    assert read_body(document) == Body((TABLE, TABLE))


def test_empty_paragraphs_that_someone_asked_for_are() -> None:
    for leaves in ((EMPTY,), (EMPTY, TABLE), (TABLE, EMPTY, TABLE), (EMPTY, EMPTY), (TABLE, EMPTY)):
        assert read_body(loaded(*leaves)) == Body(leaves)


def test_what_is_typed_into_a_needed_block_is_a_paragraph() -> None:
    document = loaded(TABLE)
    cursor = QTextCursor(document)
    cursor.insertText("above")
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertText("below")
    assert read_body(document) == Body((para("above"), TABLE, para("below")))


def test_bold_inside_a_claim_leaves_it_one_claim() -> None:
    document = QTextDocument()
    cursor = QTextCursor(document)
    cursor.insertText("one two three", char_format(CLAIMS))
    cursor.setPosition(4)
    cursor.setPosition(7, QTextCursor.MoveMode.KeepAnchor)
    bold = QTextCharFormat()
    bold.setFontWeight(700)
    cursor.mergeCharFormat(bold)
    assert [run.text for run in read_line(document) if run.marks >= CLAIMS] == ["one ", "two", " three"]


def test_equal_sets_of_claims_are_one_format() -> None:
    assert char_format(CLAIMS) == char_format(frozenset(sorted(CLAIMS)))


def test_dress_that_is_no_mark_is_not_read() -> None:
    document = QTextDocument()
    dress = QTextCharFormat()
    dress.setFontFamilies(["Papyrus"])
    dress.setFontPointSize(40)
    dress.setFontWeight(500)
    cursor = QTextCursor(document)
    cursor.insertText("one ", dress)
    cursor.insertText("two", QTextCharFormat())
    assert read_line(document) == plain_line("one two")


def test_an_unsafe_address_is_no_link() -> None:
    document = QTextDocument()
    dress = QTextCharFormat()
    dress.setAnchorHref("javascript:alert(1)")
    QTextCursor(document).insertText("word", dress)
    assert read_line(document) == plain_line("word")


def test_characters_that_no_line_holds_are_left_out() -> None:
    document = QTextDocument()
    QTextCursor(document).insertText("a\x01b\ufffc\x7fc")
    assert read_line(document) == plain_line("abc")


def test_two_blocks_in_a_line_document_are_joined() -> None:
    document = QTextDocument()
    QTextCursor(document).insertText("one\ntwo")
    assert read_line(document) == plain_line("one two")


def test_text_that_got_the_properties_of_an_object_is_text() -> None:
    reference = char_format(frozenset({Mark(MarkKind.FOOTNOTE, "1")}))
    document = QTextDocument()
    cursor = QTextCursor(document)
    cursor.insertText("ab", reference)
    assert read_line(document) == plain_line("ab")
    cursor.insertText(OBJECT, reference)
    cursor.insertText("c", reference)
    assert read_line(document) == Line(
        (
            Run(text="ab"),
            Run(text=OBJECT, marks=frozenset({Mark(MarkKind.FOOTNOTE, "1")})),
            Run(text="c"),
        )
    )


def test_words_around_an_object_in_one_block_are_leaves_of_their_own() -> None:
    figure = Figure(media="a" * 64 + ".jpg")
    document = loaded(Heading(level=2, line=plain_line("one")))
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertText(OBJECT, object_format(Rule()))
    cursor.insertText("two", QTextCharFormat())
    cursor.insertText(OBJECT, object_format(figure))
    cursor.insertText("three", QTextCharFormat())
    cursor.insertText(OBJECT, object_format(Embed(url="https://example.org/")))
    assert read_body(document) == Body(
        (
            Heading(level=2, line=plain_line("one")),
            Rule(),
            Heading(level=2, line=plain_line("two")),
            Figure(media=figure.media, caption=plain_line("three")),
            Embed(url="https://example.org/"),
        )
    )


def test_blocks_that_came_into_a_cell_are_one_line() -> None:
    document = loaded(TABLE)
    cursor = QTextCursor(document.begin().next())
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    cursor.insertText("\nb")
    table = read_body(document).leaves[0]
    assert isinstance(table, Table)
    assert table.rows[0][0] == plain_line(f"a{HARD_BREAK}b")


def test_code_that_a_reference_was_joined_to_is_text() -> None:
    reference = Run(text=OBJECT, marks=frozenset({Mark(MarkKind.FOOTNOTE, "1")}))
    document = loaded(
        Code(text="x"), Paragraph(line=Line((reference, Run(text="y")))), Footnote(label="1", line=plain_line("n"))
    )
    cursor = QTextCursor(document.begin().next())
    cursor.deletePreviousChar()
    assert read_body(document) == Body((Code(text="xy"), Footnote(label="1", line=plain_line("n"))))


def test_a_shape_of_no_known_kind_is_a_paragraph() -> None:
    for word in ("heading:1", "heading:9", "heading:x", "item:", "footnote:", "footnote:a b", "nonsense"):
        its_format = block_format(PLAIN)
        its_format.setProperty(block_property(), word)
        assert shape_of(its_format).kind is Kind.PARAGRAPH, word


def block_property() -> int:
    from deskeditor.richtext.properties import BlockProperty

    return BlockProperty.KIND.value


def test_a_split_block_keeps_its_shape_once() -> None:
    document = loaded(Heading(level=3, line=plain_line("onetwo"), quoted=True))
    cursor = QTextCursor(document)
    cursor.setPosition(3)
    cursor.insertBlock()
    assert [shape_of(block.blockFormat()) for block in (document.begin(), document.begin().next())] == [
        Shape(kind=Kind.HEADING, level=3, quoted=True)
    ] * 2
    document.undo()
    assert read_body(document) == Body((Heading(level=3, line=plain_line("onetwo"), quoted=True),))


def test_a_column_stands_as_its_first_cell_says() -> None:
    document = loaded(TABLE)
    cell = QTextCursor(document.begin().next())
    cell.setBlockFormat(aligned_cell_format(Align.CENTER))
    table = read_body(document).leaves[0]
    assert isinstance(table, Table)
    assert table.alignments == (Align.CENTER, Align.RIGHT)
