from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from deskeditor.article.body import Body, Embed, Figure, Rule, Table, leaf_text
from deskeditor.article.line import HARD_BREAK, Line
from deskeditor.article.place import Field, Place
from deskeditor.richtext.body_document import load_body
from deskeditor.richtext.line_document import load_line
from deskeditor.richtext.places import cursor_to_place, place_to_cursor
from deskeditor.richtext.positions import for_qt, to_code_point, to_utf16, utf16_length
from tests.strategies import bodies, lines, texts


@given(bodies().filter(bool), st.data())
def test_a_place_in_the_body_leads_to_its_words_and_back(body: Body, data: st.DataObject) -> None:
    document = QTextDocument()
    load_body(document, body)
    number = data.draw(st.integers(0, len(body) - 1))
    text = leaf_text(body.leaves[number])
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    place = Place(field=Field.BODY, leaf=number, start=start, end=end)
    cursor = place_to_cursor(document, place)
    found = cursor_to_place(cursor)
    assert found.leaf == number
    if isinstance(body.leaves[number], Embed | Rule):
        return
    if isinstance(body.leaves[number], Table):
        # Several cells are selected whole: Qt moves both ends to where their cells begin.
        assert found.start == start or (found.start < start and cursor.hasComplexSelection())
        assert found.end <= end
        return
    assert (found.start, found.end) == (start, end)
    if not isinstance(body.leaves[number], Figure):
        assert cursor.selectedText().replace(HARD_BREAK, "\n") == text[start:end].replace(HARD_BREAK, "\n")


@given(lines(), st.data())
def test_a_place_in_a_line_leads_to_its_words_and_back(line: Line, data: st.DataObject) -> None:
    document = QTextDocument()
    load_line(document, line)
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    place = Place(field=Field.HEADLINE, start=start, end=end)
    assert cursor_to_place(place_to_cursor(document, place), field=Field.HEADLINE) == place


@given(bodies(), st.integers(-5, 99), st.integers(-5, 99), st.integers(-5, 99))
def test_a_place_that_is_no_longer_there_leads_somewhere_near(body: Body, leaf: int, start: int, end: int) -> None:
    document = QTextDocument()
    load_body(document, body)
    cursor = place_to_cursor(document, Place(field=Field.BODY, leaf=leaf, start=start, end=end))
    assert 0 <= cursor.position() < document.characterCount()


@given(bodies(), st.floats(0, 1))
def test_every_caret_has_a_place(body: Body, at: float) -> None:
    document = QTextDocument()
    load_body(document, body)
    cursor = QTextCursor(document)
    cursor.setPosition(round(at * (document.characterCount() - 1)))
    place = cursor_to_place(cursor)
    assert place.leaf < max(len(body), 1)
    if body:
        assert 0 <= place.start <= place.end <= len(leaf_text(body.leaves[place.leaf]))


@given(texts(), st.integers(0, 40))
def test_code_points_and_units_are_told_apart(text: str, at: int) -> None:
    code_point = min(at, len(text))
    document = QTextDocument()
    QTextCursor(document).insertText(for_qt(text))
    assert document.characterCount() - 1 == utf16_length(text)
    assert to_code_point(text, to_utf16(text, code_point)) == code_point


def test_inside_a_pair_is_the_character_it_belongs_to() -> None:
    assert to_code_point("a😀b", 2) == 1
    assert to_code_point("a😀b", 3) == 2
    assert to_code_point("ab", 9) == 2
