"""What is selected is counted as the article is, in every script, and in slices."""

import pytest
from pytestqt.qtbot import QtBot

from deskeditor.article.body import Code, Figure, Footnote, body_of
from deskeditor.article.line import OBJECT, Mark, plain_line
from deskeditor.language.words import Counter
from deskeditor.ui.editor.selection_count import SelectionCount, selected_counts
from tests.ui.editor.editing import FOOTNOTE, body_editor, head, item, line_editor, marked, para, select, table


def test_all_selected_is_what_the_status_line_says_of_the_article(qtbot: QtBot) -> None:
    leaves = (
        head("What was decided"),
        para(marked("The fare 👩‍🚀 stays", (OBJECT, Mark(FOOTNOTE, "1")), " so.")),
        item("東京です"),
        para("قال الوزير إن القرار نهائي"),
        table(("a b", "c"), ("d", "e")),
        Figure(media=f"{'ab' * 32}.png", caption=plain_line("not counted here")),
        Code(text="nor = this"),
        Footnote(label="1", line=plain_line("nor these words")),
    )
    editor = body_editor(qtbot, *leaves)
    editor.selectAll()
    parts = list(selected_counts(editor.textCursor()))
    assert tuple(map(sum, zip(*parts, strict=True))) == Counter().count(body_of(leaves))


@pytest.mark.parametrize(
    ("text", "chosen", "counted"),
    [
        ("one 👩‍🚀 two", "👩‍🚀 two", (1, 5)),
        ("קול אחד ושני", "אחד ושני", (2, 8)),
        ("彼は東京です。", "東京です", (4, 4)),
        ("cafe\u0301 🇩🇪 👍🏽", "cafe\u0301 🇩🇪 👍🏽", (1, 8)),
    ],
)
def test_words_and_characters_of_a_selection(qtbot: QtBot, text: str, chosen: str, counted: tuple[int, int]) -> None:
    editor = body_editor(qtbot, para(text))
    select(editor, chosen)
    if chosen.startswith("👩"):
        # The helper counts in code points, Qt in units.
        cursor = editor.textCursor()
        cursor.movePosition(cursor.MoveOperation.EndOfBlock, cursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
    if "🇩🇪" in chosen:
        editor.selectAll()
    assert list(selected_counts(editor.textCursor())) == [counted]


def test_the_last_selection_is_told_and_its_end_too(qtbot: QtBot) -> None:
    editor, headline = body_editor(qtbot, *(para("two words") for _ in range(3000))), line_editor(qtbot, "a headline")
    count = SelectionCount()
    count.follow(editor)
    count.follow(headline)
    with qtbot.waitSignal(count.counted) as told:
        editor.selectAll()
    assert told.args == [(6000, 27000)]
    with qtbot.waitSignal(count.counted) as told:
        headline.selectAll()
    assert told.args == [(2, 10)]
    with qtbot.waitSignal(count.counted) as told:
        headline.moveCursor(headline.textCursor().MoveOperation.End)
    assert told.args == [None]


def test_an_edit_while_it_counts_begins_anew(qtbot: QtBot) -> None:
    editor = body_editor(qtbot, *(para("two words") for _ in range(2000)))
    count = SelectionCount()
    count.follow(editor)
    told: list[object] = []
    count.counted.connect(told.append)
    editor.selectAll()
    count._begin()
    count._go_on()
    editor.document().firstBlock().next()
    editor.edit(lambda cursor: cursor.insertText("three short words"))
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1] is None
