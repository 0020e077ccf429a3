"""Words are looked up in slices, so that no key waits for a long paragraph, and only those in view are marked."""

from itertools import count, pairwise

import pytest
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from deskeditor.language.spelling import Speller, Word
from deskeditor.ui.editor import spell_check
from deskeditor.ui.editor.body_editor import BodyEditor
from deskeditor.ui.editor.line_editor import LineEditor
from deskeditor.ui.editor.spell_check import SpellCheck


class Wrong(Speller):
    """Knows no word, and counts what it is asked."""

    def __init__(self) -> None:
        super().__init__([])
        self.asked = 0

    def is_right(self, word: Word) -> bool:
        self.asked += 1
        return False


@pytest.fixture
def editor(qtbot: QtBot) -> LineEditor:
    shown = LineEditor(name="Headline", placeholder="Headline")
    qtbot.addWidget(shown)
    shown.show_document(QTextDocument("harborr " * 900, shown))
    shown.show()
    return shown


def test_a_paragraph_is_looked_through_in_slices_and_each_word_once(
    qtbot: QtBot, editor: LineEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A clock that goes on by a millisecond whenever it is read: some eight words are looked up at once.
    ticks = count()
    monkeypatch.setattr(spell_check, "perf_counter", lambda: next(ticks) / 1000)
    speller = Wrong()
    turns: list[int] = []

    def given() -> Speller:
        turns.append(speller.asked)
        return speller

    check = SpellCheck(editor, given)
    with qtbot.waitSignal(check.marked):
        check.renew()
    assert speller.asked == 900
    assert len(turns) > 50
    assert max(after - before for before, after in pairwise(turns)) < 20


def test_what_is_out_of_view_is_not_marked_until_it_is_scrolled_to(qtbot: QtBot) -> None:
    editor = BodyEditor()
    qtbot.addWidget(editor)
    editor.show_document(QTextDocument("harborr " * 900, editor))
    editor.resize(400, 200)
    editor.show()
    speller = Wrong()
    check = SpellCheck(editor, lambda: speller)
    with qtbot.waitSignal(check.marked):
        check.renew()
    first = [one.cursor.selectionStart() for one in editor.extraSelections()]
    assert 0 < len(first) < 300
    assert first[0] == 0
    with qtbot.waitSignal(check.marked):
        editor.verticalScrollBar().setValue(editor.verticalScrollBar().maximum())
    last = [one.cursor.selectionStart() for one in editor.extraSelections()]
    assert 0 < len(last) < 300
    assert last[-1] == len("harborr ") * 899
