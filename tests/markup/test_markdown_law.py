"""What is written as Markdown is read back as what was published, whatever the words look like."""

from hypothesis import given, settings

from deskeditor.article.body import Body, Paragraph, body_of
from deskeditor.article.line import Line, plain_line
from deskeditor.article.published import published, published_line
from deskeditor.markup.markdown_reader import read_markdown, read_markdown_line
from deskeditor.markup.markdown_writer import write_markdown, write_markdown_line
from tests.strategies import MANY, NASTY_TEXTS, bodies, lines


@settings(max_examples=MANY)
@given(bodies())
def test_a_body_comes_back_as_published(body: Body) -> None:
    reading = read_markdown(write_markdown(body))
    assert reading.body == published(body)
    assert reading.dropped == reading.missing_images == ()


@settings(max_examples=MANY)
@given(lines(footnotes=("1", "a")))
def test_a_line_comes_back_as_published(line: Line) -> None:
    assert read_markdown_line(write_markdown_line(line)) == published_line(line)


@given(bodies())
def test_no_note_and_no_claim_is_written(body: Body) -> None:
    """A body with claims and notes is written exactly as one that never had any."""
    assert write_markdown(body) == write_markdown(published(body))


def test_every_nasty_text_alone_and_twice_comes_back() -> None:
    for text in NASTY_TEXTS:
        for words in (text, f"{text} {text}", f"{text}\u2028{text}", f"word {text}", f"{text} word", text + text):
            body = body_of([Paragraph(line=plain_line(words)), Paragraph(line=plain_line(words))])
            assert read_markdown(write_markdown(body)).body == published(body), words
