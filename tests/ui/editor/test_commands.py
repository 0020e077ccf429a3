import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from deskeditor.article.body import (
    Align,
    Attribution,
    Code,
    Footnote,
    Heading,
    ListKind,
    ListLevel,
    Rule,
    Table,
    is_quoted,
    leaf_lines,
)
from deskeditor.article.line import EMPTY_LINE, HARD_BREAK, OBJECT, Mark, MarkKind, plain_line
from deskeditor.ui.acts import Act
from deskeditor.ui.editor.block_commands import toggle_attribution, toggle_code_block
from deskeditor.ui.editor.insert_commands import (
    add_column,
    add_row,
    align_columns,
    remove_columns,
    remove_rows,
    toggle_header_row,
)
from deskeditor.ui.editor.link_bubble import LinkBubble
from deskeditor.ui.editor.list_commands import set_list_start
from deskeditor.ui.editor.mark_commands import link_at, set_link
from tests.ui.editor.editing import (
    BULLET,
    CLAIM,
    LINK,
    NUMBER,
    STRONG,
    body_editor,
    head,
    item,
    leaves,
    line,
    line_editor,
    marked,
    para,
    press,
    put_caret,
    put_caret_behind,
    select,
    select_from,
    table,
)

EMPHASIS = Mark(MarkKind.EMPHASIS)


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        (Act.BOLD, MarkKind.STRONG),
        (Act.ITALIC, MarkKind.EMPHASIS),
        (Act.UNDERLINE, MarkKind.UNDERLINE),
        (Act.STRIKE, MarkKind.STRIKE),
        (Act.SUPERSCRIPT, MarkKind.SUPERSCRIPT),
        (Act.SUBSCRIPT, MarkKind.SUBSCRIPT),
        (Act.CODE, MarkKind.CODE),
    ],
)
def test_a_mark_is_put_on_and_taken_off(qtbot: QtBot, act: Act, kind: MarkKind) -> None:
    editor = body_editor(qtbot, para("one two"))
    select(editor, "two")
    assert not editor.checked_acts()[act]
    assert editor.run(act)
    assert leaves(editor) == (para(marked("one ", ("two", Mark(kind)))),)
    assert editor.checked_acts()[act]
    editor.run(act)
    assert leaves(editor) == (para("one two"),)


def test_a_mark_on_a_part_is_put_on_all(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para(marked("one ", ("two", STRONG))))
    select(editor, "one two")
    editor.run(Act.BOLD)
    assert leaves(editor) == (para(marked(("one two", STRONG))),)


def test_marks_keep_to_words_and_leave_claims_links_and_objects(qtbot: QtBot) -> None:
    reference = Mark(MarkKind.FOOTNOTE, "1")
    words = marked("a ", ("claim", CLAIM), (OBJECT, reference), ("link", LINK))
    note = Footnote(label="1", line=plain_line("n"))
    editor = body_editor(qtbot, para(words), Rule(), Code(text="code"), note)
    editor.run(Act.SELECT_ALL)
    editor.run(Act.ITALIC)
    assert leaves(editor) == (
        para(
            marked(
                ("a ", EMPHASIS), ("claim", CLAIM, EMPHASIS), (OBJECT, reference, EMPHASIS), ("link", LINK, EMPHASIS)
            )
        ),
        Rule(),
        Code(text="code"),
        Footnote(label="1", line=marked(("n", EMPHASIS))),
    )
    editor.run(Act.CLEAR_MARKS)
    assert leaves(editor)[0] == para(marked("a ", ("claim", CLAIM), (OBJECT, reference), "link"))


def test_superscript_and_subscript_exclude_each_other(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("H2O"))
    select(editor, "2")
    editor.run(Act.SUPERSCRIPT)
    editor.run(Act.SUBSCRIPT)
    assert leaves(editor) == (para(marked("H", ("2", Mark(MarkKind.SUBSCRIPT)), "O")),)


def test_a_mark_without_a_selection_is_for_what_is_typed_next(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("one "))
    put_caret_behind(editor, "one ")
    editor.run(Act.BOLD)
    assert editor.checked_acts()[Act.BOLD]
    qtbot.keyClicks(editor, "two")
    editor.run(Act.BOLD)
    qtbot.keyClicks(editor, " three")
    assert leaves(editor) == (para(marked("one ", ("two", STRONG), " three")),)


def test_headings_are_made_changed_and_undone(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("one"), item("two"))
    select_from(editor, "one", "two")
    editor.run(Act.HEADING_3)
    assert leaves(editor) == (head("one", 3), head("two", 3))
    assert editor.checked_acts()[Act.HEADING_3]
    editor.document().undo()
    assert leaves(editor) == (para("one"), item("two"))
    put_caret(editor, "one")
    editor.run(Act.HEADING_2)
    editor.run(Act.PARAGRAPH)
    assert leaves(editor) == (para("one"), item("two"))


def test_a_heading_keeps_no_bold_of_its_own(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("one"))
    editor.run(Act.HEADING_2)
    editor.run(Act.PARAGRAPH)
    put_caret_behind(editor, "one")
    qtbot.keyClicks(editor, "x")
    assert leaves(editor) == (para("onex"),)


def test_quotes_take_in_any_leaf_and_let_it_go(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("one"), head("two"), item("three"))
    select_from(editor, "one", "three")
    editor.run(Act.QUOTE)
    assert all(is_quoted(leaf) for leaf in leaves(editor))
    assert editor.checked_acts()[Act.QUOTE]
    editor.run(Act.QUOTE)
    assert leaves(editor) == (para("one"), head("two"), item("three"))


def test_who_is_quoted_is_said_below_the_quote(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("one", quoted=True), para("she", quoted=True))
    put_caret(editor, "she")
    editor.edit(toggle_attribution)
    assert leaves(editor)[1] == Attribution(line=plain_line("she"))
    editor.edit(toggle_attribution)
    assert leaves(editor)[1] == para("she", quoted=True)


def test_lists_are_made_and_unmade(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("one"), head("two"))
    select_from(editor, "one", "two")
    editor.run(Act.BULLETED_LIST)
    assert leaves(editor) == (item("one"), item("two"))
    editor.run(Act.NUMBERED_LIST)
    assert leaves(editor) == (item("one", NUMBER), item("two", NUMBER))
    assert editor.checked_acts()[Act.NUMBERED_LIST]
    editor.run(Act.NUMBERED_LIST)
    assert leaves(editor) == (para("one"), para("two"))


def test_a_mixed_selection_becomes_one_list(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, item("one"), item("two", BULLET, BULLET), para("three"), item("four", NUMBER))
    select_from(editor, "one", "four")
    editor.run(Act.NUMBERED_LIST)
    assert leaves(editor) == (
        item("one", NUMBER),
        item("two", NUMBER, NUMBER),
        item("three", NUMBER),
        item("four", NUMBER),
    )


def test_a_paragraph_joins_the_list_above_it(qtbot: QtBot) -> None:
    five = ListLevel(kind=ListKind.NUMBER, start=5)
    editor = body_editor(qtbot, item("one", five), para("two"))
    put_caret(editor, "two")
    editor.run(Act.NUMBERED_LIST)
    assert leaves(editor) == (item("one", five), item("two", five))


def test_a_numbered_list_begins_where_it_is_told(qtbot: QtBot) -> None:
    seven = ListLevel(kind=ListKind.NUMBER, start=7)
    editor = body_editor(qtbot, item("one", NUMBER), item("two", NUMBER, BULLET), item("three", NUMBER))
    put_caret(editor, "three")
    editor.edit(lambda cursor: set_list_start(cursor, 7))
    assert leaves(editor) == (item("one", seven), item("two", seven, BULLET), item("three", seven))


def test_indent_and_outdent_by_their_actions(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, item("one"), item("two"))
    put_caret(editor, "two")
    editor.run(Act.INDENT)
    assert leaves(editor) == (item("one"), item("two", BULLET, BULLET))
    editor.run(Act.OUTDENT)
    editor.run(Act.OUTDENT)
    assert leaves(editor) == (item("one"), para("two"))


def test_code_blocks_are_made_of_paragraphs_and_become_paragraphs(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para(marked("a", ("b", STRONG))), para(f"c{HARD_BREAK}😀d"), para("e"))
    select_from(editor, "a", "d")
    editor.edit(toggle_code_block)
    assert leaves(editor) == (Code(text="ab\nc\n😀d"), para("e"))
    put_caret(editor, "c")
    editor.edit(toggle_code_block)
    assert leaves(editor) == (para("ab"), para("c"), para("😀d"), para("e"))


@pytest.mark.parametrize("at", ["one", "two"])
def test_a_rule_parts_what_it_is_put_into(qtbot: QtBot, at: str) -> None:
    editor = body_editor(qtbot, para("one two"))
    put_caret_behind(editor, at)
    editor.run(Act.INSERT_RULE)
    first, _, last = "one two".partition(at)
    expected = [para(first + at), Rule()] + ([para(last)] if last else [])
    assert list(leaves(editor)) == expected
    qtbot.keyClicks(editor, "x")
    assert leaves(editor)[-1] != Rule()


def test_a_table_is_inserted_and_filled(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("one"))
    put_caret_behind(editor, "one")
    editor.run(Act.INSERT_TABLE)
    qtbot.keyClicks(editor, "a")
    press(qtbot, editor, Qt.Key.Key_Tab)
    qtbot.keyClicks(editor, "b")
    assert leaves(editor) == (para("one"), table(("a", "b"), ("", ""), ("", "")))


def test_rows_and_columns_come_and_go(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, table(("a", "b"), ("c", "d")))
    put_caret(editor, "b")
    editor.edit(lambda cursor: align_columns(cursor, Align.RIGHT))
    editor.edit(add_row)
    qtbot.keyClicks(editor, "x")
    editor.edit(lambda cursor: add_column(cursor, after=False))
    qtbot.keyClicks(editor, "y")
    found = leaves(editor)[0]
    assert isinstance(found, Table)
    assert [cell.text for cell in leaf_lines(found)] == ["a", "", "b", "", "y", "x", "c", "", "d"]
    assert found.alignments == (Align.START, Align.START, Align.RIGHT)
    editor.edit(toggle_header_row)
    editor.edit(remove_columns)
    editor.edit(remove_rows)
    put_caret(editor, "c")
    editor.edit(remove_rows)
    left = leaves(editor)[0]
    assert isinstance(left, Table)
    assert [cell.text for cell in leaf_lines(left)] == ["a", "b"]
    assert not left.header
    put_caret(editor, "a")
    editor.edit(remove_rows)
    assert leaves(editor) == ()
    while editor.document().isUndoAvailable():
        editor.document().undo()
    assert leaves(editor) == (table(("a", "b"), ("c", "d")),)


def test_marks_on_selected_cells_keep_to_them(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, table(("a", "b"), ("c", "d")))
    select_from(editor, "a", "c")
    editor.run(Act.BOLD)
    bold = [cell.text for cell in leaf_lines(leaves(editor)[0]) if cell and cell.runs[0].marks]
    assert bold == ["a", "c"]


def test_a_footnote_has_a_reference_and_a_note_to_type_in(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("one two"), para("end"))
    put_caret_behind(editor, "one")
    editor.run(Act.INSERT_FOOTNOTE)
    qtbot.keyClicks(editor, "note")
    reference = Mark(MarkKind.FOOTNOTE, "1")
    assert leaves(editor) == (
        para(marked("one", (OBJECT, reference), " two")),
        para("end"),
        Footnote(label="1", line=plain_line("note")),
    )
    editor.document().undo()
    editor.document().undo()
    assert leaves(editor) == (para("one two"), para("end"))


def test_leaves_are_refused_where_they_cannot_stand(qtbot: QtBot) -> None:
    before = (
        table(("a", "b")),
        para(marked("x", (OBJECT, Mark(MarkKind.FOOTNOTE, "1")))),
        Footnote(label="1", line=plain_line("note")),
    )
    editor = body_editor(qtbot, *before)
    for word in ("a", "note"):
        put_caret(editor, word)
        for act in (Act.INSERT_RULE, Act.INSERT_TABLE, Act.HEADING_2, Act.QUOTE, Act.BULLETED_LIST):
            editor.run(act)
    assert leaves(editor) == before


def test_a_link_is_given_in_the_bubble(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para("some words"))
    select(editor, "words")
    editor.run(Act.LINK)
    bubble = editor.findChild(LinkBubble)
    assert bubble is not None
    field = bubble.address_field
    qtbot.keyClicks(field, "javascript:alert(1)")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert bubble.isVisible()
    assert leaves(editor) == (para("some words"),)
    field.selectAll()
    qtbot.keyClicks(field, "example.org/")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert not bubble.isVisible()
    assert leaves(editor) == (para(marked("some ", ("words", LINK))),)


def test_the_bubble_closes_with_escape_and_changes_nothing(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para(marked(("words", LINK))))
    editor.run(Act.LINK)
    bubble = editor.findChild(LinkBubble)
    assert bubble is not None
    assert bubble.address_field.text() == LINK.value
    qtbot.keyClicks(bubble.address_field, "x")
    qtbot.keyClick(bubble.address_field, Qt.Key.Key_Escape)
    assert not bubble.isVisible()
    assert leaves(editor) == (para(marked(("words", LINK))),)


def test_a_link_is_changed_and_removed_where_the_caret_stands(qtbot: QtBot) -> None:
    other = Mark(MarkKind.LINK, "https://example.org/b")
    editor = body_editor(qtbot, para(marked("a ", ("li", LINK), ("nk", LINK, STRONG), " b")))
    put_caret_behind(editor, "link")
    assert link_at(editor.textCursor()) == LINK.value
    editor.edit(lambda cursor: set_link(cursor, other.value))
    assert leaves(editor) == (para(marked("a ", ("li", other), ("nk", other, STRONG), " b")),)
    put_caret(editor, "link")
    editor.run(Act.LINK)
    bubble = editor.findChild(LinkBubble)
    assert bubble is not None
    bubble.address_field.clear()
    qtbot.keyClick(bubble.address_field, Qt.Key.Key_Return)
    assert leaves(editor) == (para(marked("a li", ("nk", STRONG), " b")),)


def test_what_holds_at_the_caret_is_told(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, para(marked("one ", ("two", STRONG))), head("three"), item("four"))

    def checked() -> set[Act]:
        return {act for act, holds in editor.checked_acts().items() if holds}

    assert checked() == {Act.PARAGRAPH}
    with qtbot.waitSignal(editor.format_changed):
        put_caret(editor, "two", at=1)
    assert checked() == {Act.PARAGRAPH, Act.BOLD}
    put_caret(editor, "three")
    assert checked() == {Act.HEADING_2}
    put_caret(editor, "four")
    assert checked() == {Act.BULLETED_LIST}


def test_an_empty_line_has_no_marks(qtbot: QtBot) -> None:
    editor = body_editor(qtbot)
    assert not editor.checked_acts()[Act.BOLD]
    assert leaves(editor) == ()
    assert Heading(level=2, line=plain_line("")).line == EMPTY_LINE


def test_the_bubble_of_a_low_line_is_seen_whole(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    editor = line_editor(qtbot, "some words")
    layout = QVBoxLayout(window)
    layout.addWidget(editor)
    layout.addStretch(1)
    window.resize(500, 300)
    window.show()
    select(editor, "words")
    editor.run(Act.LINK)
    bubble = window.findChild(LinkBubble)
    assert bubble is not None
    assert window.rect().contains(bubble.geometry())
    assert bubble.visibleRegion().boundingRect() == bubble.rect()
    assert bubble.y() >= editor.geometry().bottom() - 10
    qtbot.keyClicks(bubble.address_field, "example.org/")
    qtbot.keyClick(bubble.address_field, Qt.Key.Key_Return)
    assert line(editor) == marked("some ", ("words", LINK))
