from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from deskeditor.article.body import Body, Leaf, Paragraph, body_of
from deskeditor.article.line import Line, plain_line
from deskeditor.richtext.body_document import load_body, read_body
from deskeditor.richtext.line_document import load_line, read_line, replace_line
from deskeditor.richtext.replacing import replace_body
from tests.strategies import MANY, bodies, leaves, lines


@given(lines())
def test_a_line_comes_back_as_it_was(line: Line) -> None:
    document = QTextDocument()
    load_line(document, line)
    assert read_line(document) == line


@given(bodies())
def test_a_body_comes_back_as_it_was(body: Body) -> None:
    document = QTextDocument()
    load_body(document, body)
    assert read_body(document) == body


@given(bodies(), bodies())
def test_replacing_a_body_is_one_step_of_undo(first: Body, second: Body) -> None:
    document = QTextDocument()
    load_body(document, first)
    assert not document.isUndoAvailable()
    replace_body(document, second)
    assert read_body(document) == second
    assert document.isUndoAvailable() == (first != second)
    document.undo()
    assert read_body(document) == first
    assert not document.isUndoAvailable()
    document.redo()
    assert read_body(document) == second


@settings(max_examples=MANY)
@given(bodies(), st.integers(0, 6), st.integers(0, 2), st.lists(leaves(), max_size=2))
def test_replacing_some_leaves_is_one_step_of_undo(first: Body, at: int, gone: int, fresh: list[Leaf]) -> None:
    second = body_of([*first.leaves[:at], *fresh, *first.leaves[at + gone :]])
    document = QTextDocument()
    load_body(document, first)
    replace_body(document, second)
    assert read_body(document) == second
    document.undo()
    assert read_body(document) == first
    assert not document.isUndoAvailable()
    document.redo()
    assert read_body(document) == second


def test_what_is_the_same_is_not_written_again() -> None:
    texts = [f"Paragraph {number}" for number in range(50)]
    document = QTextDocument()
    document.documentLayout()
    load_body(document, body_of(Paragraph(line=plain_line(text)) for text in texts))
    changes: list[tuple[int, int, int]] = []
    document.contentsChange.connect(lambda *change: changes.append(change))
    texts[20] = "Another"
    replace_body(document, body_of(Paragraph(line=plain_line(text)) for text in texts))
    assert changes
    assert all(removed < 40 and added < 40 for _, removed, added in changes)


@given(lines(), lines())
def test_replacing_a_line_is_one_step_of_undo(first: Line, second: Line) -> None:
    document = QTextDocument()
    load_line(document, first)
    replace_line(document, second)
    assert read_line(document) == second
    document.undo()
    assert read_line(document) == first
    document.redo()
    assert read_line(document) == second
