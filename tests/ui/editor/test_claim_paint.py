"""Claims below their words: each where it is, however its words look, in a lane of its own where several overlap."""

from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from deskeditor.article.body import Paragraph, body_of
from deskeditor.article.line import Line, Mark, MarkKind, Run, line_of
from deskeditor.richtext.body_document import load_body
from deskeditor.ui.editor.body_editor import BodyEditor
from deskeditor.ui.editor.claim_gutter import WIDTH, ClaimGutter
from deskeditor.ui.editor.claim_paint import ClaimLook, Pattern, Span, claim_spans, in_lanes

ONE, TWO = Mark(MarkKind.CLAIM, "c1"), Mark(MarkKind.CLAIM, "c2")
STRONG = Mark(MarkKind.STRONG)


def look(number: int) -> ClaimLook:
    return ClaimLook(number=number, pattern=Pattern.SOLID, colour="#ff0000", is_open=True)


def shown(qtbot: QtBot, *lines: Line) -> BodyEditor:
    editor = BodyEditor()
    qtbot.addWidget(editor)
    editor.resize(900, 500)
    load_body(editor.document(), body_of(Paragraph(line=line) for line in lines))
    editor.setReadOnly(False)
    editor.leave_beside(WIDTH)
    editor.show()
    qtbot.waitExposed(editor)
    return editor


def test_a_bold_word_does_not_split_a_claim(qtbot: QtBot) -> None:
    line = line_of(
        [
            Run(text="😀 said "),
            Run(text="14 ", marks=frozenset({ONE})),
            Run(text="to", marks=frozenset({ONE, STRONG})),
            Run(text=" 9", marks=frozenset({ONE, TWO})),
        ]
    )
    editor = shown(qtbot, line)
    assert claim_spans(editor.document().begin()) == [
        Span(8, 15, "c1", begins=True),
        Span(13, 15, "c2", begins=True),
    ]


def test_a_claim_over_two_paragraphs_has_its_number_beside_the_first(qtbot: QtBot) -> None:
    marked = frozenset({ONE})
    editor = shown(qtbot, line_of([Run(text="It ends", marks=marked)]), line_of([Run(text="here", marks=marked)]))
    gutter = ClaimGutter(editor)
    editor.show_claims(MappingProxyType({"c1": look(14)}))
    assert list(gutter.numbers_beside().values()) == [["c1"]]
    assert gutter.isVisible()


spans = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda pair: Span(pair[0], pair[0] + pair[1], "c", True)),
    max_size=4,
)


@given(spans)
def test_no_two_claims_in_one_lane_overlap(found: list[Span]) -> None:
    placed = list(in_lanes(found))
    assert sorted(span.start for span, _ in placed) == sorted(span.start for span in found)
    for at, (span, lane) in enumerate(placed):
        for other, its in placed[:at]:
            assert lane != its or other.end <= span.start or span.end <= other.start


def test_a_line_is_drawn_below_the_words_of_a_claim_and_of_no_others(qtbot: QtBot) -> None:
    editor = shown(qtbot, line_of([Run(text="Nothing here. "), Run(text="Marked words", marks=frozenset({ONE}))]))
    before = editor.viewport().grab().toImage()
    editor.show_claims(MappingProxyType({"c1": look(1)}))
    after = editor.viewport().grab().toImage()
    changed = [
        x
        for x in range(after.width())
        if any(before.pixelColor(x, y) != after.pixelColor(x, y) for y in range(after.height()))
    ]
    cursor = QTextCursor(editor.document())
    cursor.setPosition(14)
    left = editor.cursorRect(cursor).left()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    right = editor.cursorRect(cursor).right()
    assert changed
    assert left - 2 <= changed[0] <= left + 3
    assert right - 4 <= changed[-1] <= right + 2
    reds = [after.pixelColor(changed[len(changed) // 2], y) for y in range(after.height())]
    assert any(colour.red() > 180 and colour.green() < 120 for colour in reds)


def test_a_claim_that_is_not_named_is_not_drawn(qtbot: QtBot) -> None:
    editor = shown(qtbot, line_of([Run(text="Marked words", marks=frozenset({ONE}))]))
    before = editor.viewport().grab().toImage()
    editor.show_claims(MappingProxyType({"c2": look(1)}))
    assert editor.viewport().grab().toImage() == before
