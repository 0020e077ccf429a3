"""One undo order over documents and fields, whatever is typed, formatted, moved or taken back."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from deskeditor.workspace.undo_history import LONGEST_TYPED_STEP, UndoHistory

DOCUMENTS = 3


@dataclass
class Desk:
    """Three documents, a field, and what each undo index looked like."""

    history: UndoHistory = field(default_factory=UndoHistory)
    documents: list[QTextDocument] = field(default_factory=lambda: [QTextDocument() for _ in range(DOCUMENTS)])
    value: int = 0
    seen: dict[int, tuple[object, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for document in self.documents:
            self.history.follow(document)
        self.note()

    def state(self) -> tuple[object, ...]:
        return (*(document.toHtml() for document in self.documents), self.value)

    def note(self) -> None:
        index = self.history.stack.index()
        if self.seen.get(index) != self.state() or not self.history.stack.canRedo():
            self.seen = {at: state for at, state in self.seen.items() if at < index} | {index: self.state()}

    def cursor(self, which: int, at: int) -> QTextCursor:
        cursor = QTextCursor(self.documents[which])
        cursor.setPosition(at % self.documents[which].characterCount())
        return cursor

    def set_value(self, after: int) -> None:
        before = self.value

        def apply(forward: bool) -> None:
            self.value = after if forward else before

        self.history.push_field("value", apply)


which = st.integers(0, DOCUMENTS - 1)
place = st.integers(0, 60)
acts = st.lists(
    st.one_of(
        st.tuples(st.just("type"), which, place, st.sampled_from("ab .é")),
        st.tuples(st.just("type"), which, place, st.sampled_from(["word", "a\nb", "👩‍🚀"])),
        st.tuples(st.just("delete"), which, place),
        st.tuples(st.just("bold"), which, place),
        st.tuples(st.just("field"), st.integers(1, 9)),
        st.tuples(st.just("both"), which, st.integers(10, 99)),
        st.tuples(st.just("undo")),
        st.tuples(st.just("redo")),
    ),
    max_size=40,
)


def carry_out(desk: Desk, act: tuple) -> None:  # type: ignore[type-arg]
    match act:
        case ("type", document, at, text):
            desk.cursor(document, at).insertText(text)
        case ("delete", document, at):
            desk.cursor(document, at).deletePreviousChar()
        case ("bold", document, at):
            cursor = desk.cursor(document, at)
            cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
            bold = QTextCharFormat()
            bold.setFontWeight(700)
            cursor.mergeCharFormat(bold)
        case ("field", value):
            desk.set_value(value)
        case ("both", document, value):
            with desk.history.one_step("both"):
                desk.cursor(document, 0).insertText("XY")
                desk.set_value(value)
                desk.cursor((document + 1) % DOCUMENTS, 0).insertText("Z")


@given(acts)
def test_every_undo_and_redo_shows_exactly_what_was_there(qapp: object, acts: list[tuple]) -> None:  # type: ignore[type-arg]
    desk = Desk()
    for act in acts:
        if act[0] in ("undo", "redo"):
            getattr(desk.history, act[0])()
            assert desk.state() == desk.seen[desk.history.stack.index()]
        else:
            carry_out(desk, act)
            desk.note()
    while desk.history.stack.canUndo():
        desk.history.undo()
        assert desk.state() == desk.seen[desk.history.stack.index()]
    while desk.history.stack.canRedo():
        desk.history.redo()
        assert desk.state() == desk.seen[desk.history.stack.index()]


def typed(desk: Desk, text: str) -> int:
    cursor = QTextCursor(desk.documents[0])
    for character in text:
        cursor.insertText(character)
    return desk.history.stack.count()


@pytest.mark.parametrize(
    ("text", "steps"), [("word", 1), ("one. two", 2), ("a, b, c", 3), ("x" * (LONGEST_TYPED_STEP + 1), 2)]
)
def test_a_typed_run_ends_at_punctuation_and_after_forty_characters(qtbot: QtBot, text: str, steps: int) -> None:
    assert typed(Desk(), text) == steps


def test_typing_around_a_field_edit_is_two_steps(qtbot: QtBot) -> None:
    desk = Desk()
    typed(desk, "ab")
    desk.set_value(1)
    typed(desk, "cd")
    desk.history.undo()
    assert desk.documents[0].toPlainText() == "ab"
    assert desk.value == 1


def test_a_pause_ends_the_typed_step(qtbot: QtBot) -> None:
    desk = Desk()
    typed(desk, "ab")
    desk.history.end_typed_step()
    typed(desk, "cd")
    desk.history.undo()
    assert desk.documents[0].toPlainText() == "ab"


def test_one_step_over_two_texts_and_a_field_is_one_undo(qtbot: QtBot) -> None:
    desk = Desk()
    carry_out(desk, ("both", 0, 7))
    desk.history.undo()
    assert [document.toPlainText() for document in desk.documents] == ["", "", ""]
    assert desk.value == 0
