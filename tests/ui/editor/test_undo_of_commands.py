"""Random commands on random bodies: undoing all gives the first body, redoing all the last one."""

from collections.abc import Callable
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from deskeditor.article.body import Align, Body, Embed, Figure, ListKind, body_of
from deskeditor.article.line import Line, MarkKind
from deskeditor.richtext.body_document import load_body, read_body
from deskeditor.richtext.insertion import insert_body, insert_line, leave_object
from deskeditor.richtext.pieces import table_of
from deskeditor.richtext.typing_over import type_over
from deskeditor.ui.editor.block_commands import (
    set_code_language,
    set_heading,
    toggle_attribution,
    toggle_code_block,
    toggle_quote,
)
from deskeditor.ui.editor.enter_key import insert_break, press_enter
from deskeditor.ui.editor.erase_keys import erase_selection, press_backspace, press_delete
from deskeditor.ui.editor.insert_commands import (
    add_column,
    add_row,
    align_columns,
    insert_embed,
    insert_figures,
    insert_footnote,
    insert_rule,
    insert_table,
    remove_columns,
    remove_rows,
    toggle_header_row,
)
from deskeditor.ui.editor.list_commands import lift, nest, set_list_start, toggle_list
from deskeditor.ui.editor.mark_commands import clear_marks, remove_link, set_link, toggle_mark
from deskeditor.ui.editor.tab_key import press_tab
from deskeditor.ui.editor.typed_text import typing_format
from tests.strategies import bodies, lines
from tests.ui.editor.editing import dangling

Command = Callable[[QTextCursor], object]

pytestmark = pytest.mark.usefixtures("qapp")
"""Without an application no font has a size."""


def backspace(cursor: QTextCursor) -> None:
    if not (erase_selection(cursor) or press_backspace(cursor)):
        cursor.deletePreviousChar()


def delete(cursor: QTextCursor) -> None:
    if not (erase_selection(cursor) or press_delete(cursor)):
        cursor.deleteChar()


def type_text(cursor: QTextCursor) -> None:
    if cursor.hasSelection():
        type_over(cursor, "x😀")
        return
    cursor.beginEditBlock()
    leave_object(cursor)
    cursor.insertText("x😀", typing_format(cursor))
    cursor.endEditBlock()


FIGURE: Final = Figure(media="a" * 64 + ".jpg", alt="x")
COMMANDS: Final[dict[str, Command]] = {
    "bold": lambda cursor: toggle_mark(cursor, MarkKind.STRONG),
    "italic": lambda cursor: toggle_mark(cursor, MarkKind.EMPHASIS),
    "superscript": lambda cursor: toggle_mark(cursor, MarkKind.SUPERSCRIPT),
    "code": lambda cursor: toggle_mark(cursor, MarkKind.CODE),
    "clear": clear_marks,
    "link": lambda cursor: set_link(cursor, "https://example.org/x y"),
    "bad link": lambda cursor: set_link(cursor, "javascript:x"),
    "no link": remove_link,
    "heading 2": lambda cursor: set_heading(cursor, 2),
    "heading 4": lambda cursor: set_heading(cursor, 4),
    "paragraph": lambda cursor: set_heading(cursor, 0),
    "quote": toggle_quote,
    "attribution": toggle_attribution,
    "code block": toggle_code_block,
    "code language": lambda cursor: set_code_language(cursor, "python"),
    "bullets": lambda cursor: toggle_list(cursor, ListKind.BULLET),
    "numbers": lambda cursor: toggle_list(cursor, ListKind.NUMBER),
    "nest": nest,
    "lift": lift,
    "start": lambda cursor: set_list_start(cursor, 5),
    "rule": insert_rule,
    "table": lambda cursor: insert_table(cursor, 2, 2),
    "figure": lambda cursor: insert_figures(cursor, (FIGURE,)),
    "embed": lambda cursor: insert_embed(cursor, Embed(url="https://example.org/")),
    "footnote": insert_footnote,
    "row": add_row,
    "row above": lambda cursor: add_row(cursor, below=False),
    "column": add_column,
    "no rows": remove_rows,
    "no columns": remove_columns,
    "header": toggle_header_row,
    "right": lambda cursor: align_columns(cursor, Align.RIGHT),
    "enter": press_enter,
    "break": insert_break,
    "backspace": backspace,
    "delete": delete,
    "tab": lambda cursor: press_tab(cursor, back=False),
    "backtab": lambda cursor: press_tab(cursor, back=True),
    "type": type_text,
}


@st.composite
def steps(draw: st.DrawFn) -> tuple[str, Command, float, float]:
    """A command, and where: two parts of the document's length, often the same."""
    anchor = draw(st.floats(0, 1))
    position = draw(st.one_of(st.just(anchor), st.floats(0, 1)))
    pasted: Body | Line | None = draw(st.one_of(st.none(), st.none(), st.none(), bodies(max_leaves=3), lines()))
    if isinstance(pasted, Body):
        body = pasted
        return "paste", lambda cursor: insert_body(cursor, body), anchor, position
    if isinstance(pasted, Line):
        line = pasted
        return "paste line", lambda cursor: insert_line(cursor, line), anchor, position
    name = draw(st.sampled_from(sorted(COMMANDS)))
    return name, COMMANDS[name], anchor, position


def place(cursor: QTextCursor, anchor: float, position: float) -> None:
    """Put the cursor where a person can: not into the middle of a character."""
    length = cursor.document().characterCount() - 1
    cursor.setPosition(round(anchor * length))
    if _splits_a_pair(cursor):
        cursor.setPosition(cursor.position() + 1)
    if anchor != position:
        at = round(position * length)
        probe = QTextCursor(cursor)
        probe.setPosition(at)
        cursor.setPosition(at + _splits_a_pair(probe), QTextCursor.MoveMode.KeepAnchor)


def _splits_a_pair(cursor: QTextCursor) -> bool:
    return 0xDC00 <= ord(cursor.document().characterAt(cursor.position())[:1] or " ") <= 0xDFFF


@given(bodies(), st.lists(steps(), max_size=8))
def test_undoing_all_gives_the_first_body_and_redoing_all_the_last(
    body: Body, given_steps: list[tuple[str, Command, float, float]]
) -> None:
    document = QTextDocument()
    load_body(document, body)
    seen = [body]
    added: list[str] = []
    document.undoCommandAdded.connect(lambda: added.append("step"))
    for name, command, anchor, position in given_steps:
        cursor = QTextCursor(document)
        place(cursor, anchor, position)
        added.clear()
        document.setModified(False)
        command(cursor)
        now = read_body(document)
        assert len(added) <= 1, name
        assert added or now == seen[-1], name
        seen.extend(now for _ in added)
        assert body_of(now) == now, name
        assert not dangling(document), name
    copy = QTextDocument()
    load_body(copy, seen[-1])
    assert read_body(copy) == seen[-1]
    for expected in reversed(seen[:-1]):
        document.undo()
        assert read_body(document) == expected
    assert not document.isUndoAvailable()
    for expected in seen[1:]:
        document.redo()
        assert read_body(document) == expected


def test_the_commands_are_tried_in_tables() -> None:
    document = QTextDocument()
    cursor = QTextCursor(document)
    insert_table(cursor, 2, 2)
    assert table_of(cursor.block()) is not None
