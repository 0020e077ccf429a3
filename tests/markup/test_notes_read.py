"""Comments and tracked changes of a page, as notes at their words."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.article.body import Body, Paragraph, leaf_lines
from deskeditor.article.line import MarkKind
from deskeditor.article.notes import Note, NoteKind, Remark
from deskeditor.article.published import published
from deskeditor.markup.html_reader import read_html
from deskeditor.markup.html_writer import write_html
from deskeditor.markup.notes_read import MOST_NOTES
from deskeditor.markup.reading import MarkupReading
from tests.strategies import bodies

AT = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
BY = 'cite="mailto:Ada%20Berg" datetime="2026-03-01T12:30:00Z"'
COMMENT = Note(id="c1", thread=(Remark(author="Ada Berg", text="Says who?", at=AT),))


def noted(reading: MarkupReading) -> list[tuple[str, str]]:
    """Words under a note with its id, in copy order."""
    return [
        (run.text, mark.value)
        for leaf in reading.body
        for line in leaf_lines(leaf)
        for run in line
        for mark in sorted(run.marks)
        if mark.kind is MarkKind.NOTE
    ]


def text_of(reading: MarkupReading) -> list[str]:
    return [leaf.line.text for leaf in reading.body if isinstance(leaf, Paragraph)]


def test_words_under_a_comment_are_marked_with_its_note() -> None:
    reading = read_html('<p>The <span data-comment="c1">harbour</span> froze.</p>', notes=[COMMENT])
    assert noted(reading) == [("harbour", "c1")]
    assert reading.notes == (COMMENT,)


def test_comments_overlap_and_span_paragraphs() -> None:
    second = Note(id="c2", thread=COMMENT.thread)
    html = (
        '<p>a <span data-comment="c1">b <span data-comment="c2">c</span></span></p>'
        '<p><span data-comment="c2">d</span></p>'
    )
    reading = read_html(html, notes=[COMMENT, second])
    assert noted(reading) == [("b ", "c1"), ("c", "c1"), ("c", "c2"), ("d", "c2")]


def test_a_comment_that_nobody_gave_marks_nothing() -> None:
    reading = read_html('<p>The <span data-comment="c1">harbour</span></p>')
    assert noted(reading) == []
    assert reading.notes == ()


def test_what_was_put_in_stays_and_is_told() -> None:
    reading = read_html(f"<p>It was <ins {BY}>very <b>cold</b></ins> there.</p>")
    assert text_of(reading) == ["It was very cold there."]
    assert noted(reading) == [("very ", "edit-1"), ("cold", "edit-1")]
    assert reading.notes == (
        Note(id="edit-1", thread=(Remark(author="Ada Berg", text="", at=AT),), kind=NoteKind.INSERTED),
    )


def test_what_was_taken_out_is_told_beside_the_word_before() -> None:
    reading = read_html(f"<p>It was <del {BY}>never </del>cold.</p>")
    assert text_of(reading) == ["It was cold."]
    assert noted(reading) == [("was ", "edit-1")]
    assert reading.notes[0].kind is NoteKind.DELETED
    assert reading.notes[0].thread == (Remark(author="Ada Berg", text="never ", at=AT),)


def test_what_was_taken_out_at_the_beginning_is_told_at_the_word_behind() -> None:
    reading = read_html(f"<p><del {BY}>Once</del> it was cold.</p>")
    assert noted(reading) == [("it", "edit-1")]
    assert reading.notes[0].ahead


@pytest.mark.parametrize(
    ("html", "text", "whole", "ahead"),
    [
        (f"<p>a</p><p><del {BY}>b c</del></p><p>d</p>", "b c", True, True),
        (f"<p>a</p><p><del {BY}>b</del></p><p><del {BY}>c</del></p><p>d</p>", "b\nc", True, True),
        (f"<p>a</p><p><del {BY}>b</del></p>", "b", True, False),
        # As a Word file has it: the end of the paragraph went with it.
        (f"<p>a</p><p><del {BY}>b<br></del>d</p>", "b", True, True),
        (f"<ul><li>a</li><li><del {BY}>b</del></li><li>d</li></ul>", "b", True, True),
        (f"<p>a</p><p><del {BY}>b</del> c</p><p>d</p>", "b", False, True),
        (f"<p>a <del {BY}>b</del></p><p>d</p>", "b", False, False),
        (f"<p>a <del {BY}>b</del></p><p><del {BY}>c</del></p><p>d</p>", "b\nc", False, False),
        (f"<p>a</p><p><del {BY}>b</del></p><p><del {BY}>c</del> d</p>", "b\nc", False, True),
        (f"<p>a</p><p><ins {BY}>i</ins><del {BY}>b</del></p><p>d</p>", "b", False, False),
    ],
)
def test_a_deletion_tells_whether_it_took_whole_paragraphs(html: str, text: str, whole: bool, ahead: bool) -> None:
    reading = read_html(html)
    note = next(note for note in reading.notes if note.kind is NoteKind.DELETED)
    assert (note.thread[0].text, note.whole, note.ahead) == (text, whole, ahead)
    # Its place is known, at the end of a text too.
    assert note.id in {name for _, name in noted(reading)}


def test_a_change_in_several_pieces_is_one_edit() -> None:
    reading = read_html(f"<p>a <del {BY}>b</del><del {BY}> c</del> d <del {BY}>e</del></p>")
    assert [note.thread[0].text for note in reading.notes] == ["b c", "e"]


def test_a_replaced_word_is_two_edits() -> None:
    reading = read_html(f"<p>in <del {BY}>May</del><ins {BY}>June</ins> then</p>")
    assert text_of(reading) == ["in June then"]
    assert [(note.kind, note.thread[0].text) for note in reading.notes] == [
        (NoteKind.DELETED, "May"),
        (NoteKind.INSERTED, ""),
    ]


@pytest.mark.parametrize("attributes", ["", ' datetime="2026-03-01"', ' cite="https://example.org/why"'])
def test_what_a_page_strikes_out_for_its_readers_stays_struck(attributes: str) -> None:
    reading = read_html(f"<p>now <del{attributes}>10</del> <ins{attributes}>12</ins> dead</p>")
    assert text_of(reading) == ["now 10 12 dead"]
    assert reading.notes == ()
    assert [run.text for run in leaf_lines(reading.body.leaves[0])[0] if run.has(MarkKind.STRIKE)] == ["10"]


def test_notes_are_bounded() -> None:
    reading = read_html("<p>" + f"a <ins {BY}>b</ins> c " * (MOST_NOTES + 20) + "</p>")
    assert len(reading.notes) == MOST_NOTES
    assert text_of(reading)[0].count("b") == MOST_NOTES + 20


@given(st.text(), st.text(), st.text())
def test_whatever_an_edit_says_is_read(by: str, at: str, words: str) -> None:
    def quoted(text: str) -> str:
        return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")

    html = f'<p>a <del cite="{quoted(by)}" datetime="{quoted(at)}">{quoted(words)}</del> z</p>'
    assert text_of(read_html(html))[0].startswith("a")


@given(bodies())
def test_nothing_of_a_note_is_written(body: Body) -> None:
    assert "data-comment" not in write_html(body)
    assert read_html(write_html(body)).body == published(body)
