from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from deskeditor.article.body import Body, Code, Footnote, Leaf, Rule, body_of, leaf_lines, with_lines
from deskeditor.article.line import HARD_BREAK, OBJECT, Mark, MarkKind, plain_line
from deskeditor.markup.sanitise import MAX_CHARACTERS
from deskeditor.richtext.body_document import load_body, read_body
from deskeditor.richtext.clipboard import BODY_MIME, Pasted, read_clipboard, write_clipboard
from deskeditor.richtext.insertion import insert_body
from deskeditor.richtext.selection import selected_body
from deskeditor.ui.acts import Act
from tests.strategies import bodies
from tests.ui.editor.editing import (
    CLAIM,
    LINK,
    NUMBER,
    STRONG,
    body_editor,
    head,
    html,
    item,
    leaves,
    line,
    line_editor,
    marked,
    para,
    plain,
    press,
    put_caret,
    put_caret_behind,
    select,
    select_from,
    table,
)

# A document without a program around it has no font to measure with.
pytestmark = pytest.mark.usefixtures("qapp")

CONTROL = Qt.KeyboardModifier.ControlModifier
HOSTILE = """
<script>alert(1)</script><style>p { color: red }</style>
<p onclick="x()" style="font-family: Papyrus; color: red">Words <a href="javascript:alert(1)">here</a>
<img src="http://tracker.example.org/pixel.gif" onerror="x()"><img src="file:///etc/passwd"> end</p>
<iframe src="https://evil.example.org"></iframe><object data="x"></object><p>Last</p>
"""


@given(bodies())
def test_our_own_type_keeps_everything(body: Body) -> None:
    pasted = read_clipboard(write_clipboard(body))
    assert pasted is not None
    assert pasted.is_own
    assert pasted.body == body


def filled(body: Body) -> Body:
    """The body with a word in each line that has none: an empty leaf at an end is not selected."""

    def with_words(leaf: Leaf) -> Leaf:
        if isinstance(leaf, Code):
            return replace(leaf, text=leaf.text or "x")
        return with_lines(leaf, tuple(line if line.text else plain_line("x") for line in leaf_lines(leaf)))

    return body_of(with_words(leaf) for leaf in body)


@given(bodies().map(filled))
def test_copying_all_and_pasting_it_into_nothing_is_the_identity(body: Body) -> None:
    document = QTextDocument()
    load_body(document, body)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    copied = selected_body(cursor)
    other = QTextDocument()
    insert_body(QTextCursor(other), copied)
    # Words out of one leaf are words, and no leaf of their own kind: that is how one pastes into a sentence.
    assert read_body(other) == body or len(body) == 1


@pytest.mark.parametrize("mime", ["text/html", "text/plain", "text/markdown"])
def test_claims_and_notes_leave_in_our_own_type_only(mime: str) -> None:
    body = body_of([para(marked("a ", ("word", CLAIM, Mark(MarkKind.NOTE, "secret-note")), " b"))])
    data = write_clipboard(body)
    assert "word" in bytes(data.data(mime).data()).decode()
    assert "secret" not in bytes(data.data(mime).data()).decode()
    assert "c1" not in bytes(data.data(mime).data()).decode()


def test_a_damaged_clipboard_of_our_type_falls_back_to_the_others() -> None:
    for damaged in (b"", b"[", b"{}", b'{"v": 1, "leaves": [{}]}', b'{"v": 99, "leaves": []}', b"\xff", b"[" * 100_000):
        data = plain("words")
        data.setData(BODY_MIME, damaged)
        assert read_clipboard(data) == Pasted(body=body_of([para("words")]), text="words")


def test_hostile_html_comes_in_harmless(qtbot: QtBot) -> None:
    editor = body_editor(qtbot)
    editor.insertFromMimeData(html(HOSTILE))
    text = "\n".join(repr(leaf) for leaf in leaves(editor))
    assert "Words" in text
    assert "Last" in text
    for bad in ("alert", "javascript", "onclick", "Papyrus", "passwd'", "iframe"):
        assert bad not in text
    assert not any(LINK.kind is mark.kind and "javascript" in mark.value for mark in _marks(leaves(editor)))


def _marks(given_leaves: Sequence[Leaf]) -> set[Mark]:
    return {mark for leaf in given_leaves for run in getattr(leaf, "line", ()) for mark in run.marks}


def test_a_pasted_picture_is_never_asked_for(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = body_editor(qtbot)
    editor.insertFromMimeData(html('<p>x<img src="http://example.org/a.png">y</p>'))
    assert OBJECT not in editor.document().toPlainText()


def test_pasted_html_keeps_structure_as_one_step(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("start end"))
    put_caret(editor, "end")
    editor.insertFromMimeData(html("<p>one</p><h2>two</h2><ul><li>three<ol><li>four</ol></ul><hr><p><b>five</b></p>"))
    bullet = item("three").path[0]
    assert leaves(editor) == (
        para("start one"),
        head("two"),
        item("three"),
        item("four", bullet, NUMBER),
        Rule(),
        para(marked(("five", STRONG), "end")),
    )
    editor.document().undo()
    assert leaves(editor) == (para("start end"),)


def test_a_piece_pasted_into_an_empty_editor_is_all_there_is(qtbot: QtBot) -> None:
    editor = body_editor(qtbot)
    editor.insertFromMimeData(html("<h2>one</h2><table><tr><th>a<td>b</table><p>two</p>"))
    assert [type(leaf).__name__ for leaf in leaves(editor)] == ["Heading", "Table", "Paragraph"]


@pytest.mark.parametrize("at", ["one", "two", "three"])
def test_pasting_a_table_anywhere_adds_no_empty_paragraph(qtbot: QtBot, at: str) -> None:
    editor = body_editor(qtbot, para("one"), head("two"), para("three"))
    put_caret(editor, at)
    editor.insertFromMimeData(write_clipboard(body_of([table(("a", "b"))])))
    found = [leaf for leaf in leaves(editor) if leaf != table(("a", "b"))]
    assert found == [para("one"), head("two"), para("three")]


def test_words_from_the_clipboard_go_into_the_sentence(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, head("start end"))
    put_caret(editor, "end")
    editor.insertFromMimeData(html("<b>bold</b>"))
    assert leaves(editor)[0] == head("start end").__class__(level=2, line=marked("start ", ("bold", STRONG), "end"))


def test_plain_text_keeps_its_paragraphs_and_its_signs(qtbot: QtBot) -> None:
    editor = body_editor(qtbot)
    editor.insertFromMimeData(plain("1. not a list\n\n# no heading\n<b>no</b>"))
    assert leaves(editor) == (para("1. not a list"), para(f"# no heading{HARD_BREAK}<b>no</b>"))


def test_pasting_plain_leaves_the_dress_behind(qtbot: QtBot) -> None:
    editor = body_editor(qtbot)
    data = html("<h2><b>one</b></h2>")
    data.setText("one")
    QGuiApplication.clipboard().setMimeData(data)
    assert editor.run(Act.PASTE_PLAIN)
    assert leaves(editor) == (para("one"),)


def test_copy_and_paste_by_keys_keeps_blocks_and_marks(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("x"), head("one"), item("two"), para("y"))
    select_from(editor, "one", "two")
    press(qtbot, editor, Qt.Key.Key_C, with_=CONTROL)
    put_caret_behind(editor, "y")
    press(qtbot, editor, Qt.Key.Key_Return)
    press(qtbot, editor, Qt.Key.Key_V, with_=CONTROL)
    assert leaves(editor) == (para("x"), head("one"), item("two"), para("y"), head("one"), item("two"))


def test_cut_and_paste_moves_a_claim_and_copying_does_not_double_it(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para(marked("a ", ("claim", CLAIM), " b")), para("c"))
    select(editor, "claim")
    press(qtbot, editor, Qt.Key.Key_X, with_=CONTROL)
    put_caret_behind(editor, "c")
    press(qtbot, editor, Qt.Key.Key_V, with_=CONTROL)
    assert leaves(editor)[-1] == para(marked("c", ("claim", CLAIM)))
    press(qtbot, editor, Qt.Key.Key_V, with_=CONTROL)
    assert leaves(editor)[-1] == para(marked("c", ("claim", CLAIM), "claim"))


def test_a_claim_that_lies_in_another_text_is_not_pasted_again(qtbot: QtBot) -> None:
    editor = body_editor(qtbot)
    editor.keep_marks_by(lambda mark: mark == CLAIM)
    editor.insertFromMimeData(write_clipboard(body_of([para(marked(("claim", CLAIM)))])))
    assert leaves(editor) == (para("claim"),)


def test_pasted_footnotes_get_labels_of_their_own(qtbot: QtBot) -> None:
    def noted(label: str, words: str) -> tuple[Leaf, Leaf]:
        reference = Mark(MarkKind.FOOTNOTE, label)
        return para(marked(words, (OBJECT, reference))), Footnote(label=label, line=plain_line(words))

    editor = body_editor(qtbot, *noted("1", "first"))
    editor.insertFromMimeData(write_clipboard(body_of([*noted("1", "second"), para("x")])))
    one, two = noted("1", "first"), noted("2", "second")
    assert leaves(editor)[-2:] == (one[1], two[1])
    assert leaves(editor)[0] == two[0]


def test_an_address_pasted_over_words_links_them(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("some words"))
    select(editor, "words")
    editor.insertFromMimeData(plain("https://example.org/"))
    assert leaves(editor) == (para(marked("some ", ("words", LINK))),)


def test_a_body_pasted_into_a_cell_is_a_line(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, table(("a", "b")))
    put_caret_behind(editor, "a")
    editor.insertFromMimeData(html("<p>1</p><ul><li>2</ul>"))
    assert [cell.text for cell in leaf_lines(leaves(editor)[0])] == [f"a1{HARD_BREAK}2", "b"]


def test_too_long_a_text_is_refused_in_a_sentence(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("one"))
    with qtbot.waitSignal(editor.refused) as told:
        editor.insertFromMimeData(html("x" * (MAX_CHARACTERS + 1)))
    assert told.args
    assert str(told.args[0]).endswith(".")
    assert leaves(editor) == (para("one"),)


def test_pasting_tells_what_was_left_out(qtbot: QtBot) -> None:
    editor = body_editor(qtbot)
    with qtbot.waitSignal(editor.pasted) as told:
        editor.insertFromMimeData(html(HOSTILE))
    assert told.args
    assert isinstance(told.args[0], Pasted)
    assert told.args[0].dropped


def test_newlines_pasted_into_a_line_are_spaces(qtbot: QtBot) -> None:
    editor = line_editor(qtbot, "x")
    editor.insertFromMimeData(plain("one\ntwo\n\nthree "))
    assert line(editor).text == "one two threex"


def test_a_word_pasted_with_its_space_keeps_it(qtbot: QtBot) -> None:
    editor = line_editor(qtbot, "b")
    editor.insertFromMimeData(plain("a "))
    assert line(editor) == plain_line("a b")


def test_html_pasted_into_a_line_keeps_marks(qtbot: QtBot) -> None:
    editor = line_editor(qtbot)
    editor.insertFromMimeData(html("<h1>one <i>two</i></h1><p>three</p>"))
    assert line(editor) == marked("one ", ("two", Mark(MarkKind.EMPHASIS)), " three")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(body=bodies().map(filled))
def test_dropping_is_pasting(qtbot: QtBot, body: Body) -> None:
    editor = body_editor(qtbot)
    data = write_clipboard(body)
    assert editor.canInsertFromMimeData(data)
    assert not editor.canInsertFromMimeData(QMimeData())
    editor.insertFromMimeData(data)
    assert read_body(editor.document()) == body or len(body) == 1


def test_pasting_tells_the_plain_text_and_whether_there_was_nothing_before(qtbot: QtBot) -> None:
    editor = body_editor(qtbot)
    told: list[Pasted] = []
    editor.pasted.connect(told.append)
    data = html("<h1>Headline</h1><p>Text</p>")
    data.setText("Headline\nText")
    editor.insertFromMimeData(data)
    editor.insertFromMimeData(plain("x"))
    assert [(pasted.text, pasted.into_nothing) for pasted in told] == [("Headline\nText", True), ("x", False)]


def test_a_cell_that_was_copied_alone_is_words(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("start end"))
    put_caret(editor, "end")
    editor.insertFromMimeData(html("<table><tr><td>1,<b>200</b> </td></tr></table>"))
    assert leaves(editor) == (para(marked("start 1,", ("200", STRONG), "end")),)
