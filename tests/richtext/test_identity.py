from hypothesis import given
from PySide6.QtGui import QTextDocument

from deskeditor.article.body import Body
from deskeditor.article.line import Line
from deskeditor.richtext.body_document import load_body, read_body, replace_body
from deskeditor.richtext.line_document import load_line, read_line, replace_line
from tests.strategies import bodies, lines


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
