"""The real widgets over an open article, driven by a state machine: no word, mark or step is ever lost or misplaced."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any, Final
from uuid import NAMESPACE_URL, UUID, uuid5

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QInputMethodEvent, QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from deskeditor.article.article import Article, SummaryBullet, new_article
from deskeditor.article.body import Body, body_of, leaf_lines
from deskeditor.article.change import Change
from deskeditor.article.codec import article_from_json, article_to_json
from deskeditor.article.line import NO_MARKS, Line, Mark, Marks
from deskeditor.article.tags import Tag
from deskeditor.richtext.body_document import load_body, read_body
from deskeditor.richtext.clipboard import MARKDOWN_MIME, write_clipboard
from deskeditor.richtext.line_document import load_line, read_line
from deskeditor.ui.acts import Act
from deskeditor.ui.editor.autoformat import Autoformat, Habits
from deskeditor.ui.editor.body_commands import BODY_COMMANDS
from deskeditor.ui.editor.body_editor import BodyEditor
from deskeditor.ui.editor.line_editor import LineEditor
from deskeditor.ui.editor.mark_commands import remove_link, set_link
from deskeditor.ui.editor.rich_editor import MARK_ACTS, RichEditor
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.sending import Target, send_line
from tests.strategies import bodies, lines
from tests.ui.editor.claimed_words import (
    Carriers,
    carriers,
    enclosing,
    is_sentinel,
    line_with_sentinels,
    of_the_desk,
    sentinels,
    with_sentinels,
)
from tests.ui.editor.editing import dangling, resized

NO_MODIFIER: Final = Qt.KeyboardModifier.NoModifier
NOON: Final = datetime(2025, 6, 1, 12, tzinfo=UTC)
HABITS: Final = Habits(smart=True, formats=True, ordinals=True)
KEYS: Final = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Return,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_A,
    Qt.Key.Key_C,
    Qt.Key.Key_X,
)
MODIFIERS: Final = (
    NO_MODIFIER,
    NO_MODIFIER,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
)
LETTERS: Final = frozenset({Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X})
TYPED: Final = ("%s", "%s%s", "a%s ", "😀%s", "👩\u200d👧%s", "שלום %s", "e\u0301%s.", "  %s", "한%s국", "%s\u00a0%s, ")
WRITTEN: Final = ("* %s", "7. %s", "## %s", "> %s", "**%s** ", "`%s`", "“%s” -- ‘%s’...", "'%s' \"%s\"", "1st 1/2 %s")
"""What is turned into something else while it is typed."""
ACTS: Final = (*sorted(BODY_COMMANDS), *sorted(MARK_ACTS), Act.CLEAR_MARKS, Act.SELECT_ALL, Act.CUT)
MARKUP: Final = (
    "<p>%s</p>",
    "<b>%s</b> and %s",
    "<h2>%s</h2><p>%s</p>",
    "<ul><li>%s<ul><li>%s</li></ul></li></ul>",
    "<table><tr><td>%s<td>%s</table>",
    "<blockquote><p>%s</p><footer>%s</footer></blockquote>",
    '<a href="https://example.org/">%s</a>',
    "<pre>%s\n%s</pre>",
    "<hr>%s",
)
MARKDOWN: Final = ("%s", "# %s\n\n%s", "- %s\n    1. %s\n", "> %s\n", "%s[^1]\n\n[^1]: %s", "| %s | %s |\n|---|--:|\n")
PLAIN: Final = ("%s", "%s\n%s", "%s\n\n\n%s\n", "\t%s", "https://example.org/%s")


class EditorMachine(RuleBasedStateMachine):
    """One article, the widget of its body and that of its headline, and a person who does anything at all."""

    def __init__(self) -> None:
        super().__init__()
        self.fresh = sentinels()
        self.ids = (UUID(int=number) for number in range(1, 10_000))
        self.body = BodyEditor()
        self.headline = LineEditor(name="Headline")
        self.editor: RichEditor = self.body
        self.open: OpenArticle | None = None
        self.before: Carriers = {}
        for editor in (self.body, self.headline):
            editor.undo_requested.connect(lambda: self.opened.undo())
            editor.redo_requested.connect(lambda: self.opened.redo())
            editor.keep_marks_by(partial(self._lies_beside, editor))
            Autoformat(editor, lambda: HABITS, lambda: "en")
        QGuiApplication.clipboard().clear()

    @property
    def opened(self) -> OpenArticle:
        assert self.open is not None
        return self.open

    def _lies_beside(self, editor: RichEditor, mark: Mark) -> bool:
        return any(mark in run.marks for line in self.opened.lines_beside(editor.document()) for run in line)

    @initialize(body=bodies(max_leaves=4), headline=lines(max_runs=3), bullet=lines(max_runs=2))
    def begin(self, body: Body, headline: Line, bullet: Line) -> None:
        article = replace(
            new_article(UUID(int=0), NOON),
            body=with_sentinels(body, self.fresh),
            headline=line_with_sentinels(headline, self.fresh),
            summary=(SummaryBullet(id=next(self.ids), line=line_with_sentinels(bullet, self.fresh)),),
        )
        self.allowed: dict[str, Marks] = {sign: marks[0] for sign, marks in carriers(article).items()}
        self._show(article)

    def _show(self, article: Article) -> None:
        last, self.open = self.open, OpenArticle(article, counter=1, new_id=lambda: next(self.ids))
        self.first = article
        self.body.show_document(self.open.body_document)
        self.headline.show_document(self.open.line_document(Change.HEADLINE))
        self.before = carriers(article)
        assert self.open.article == article
        assert not self.open.history.stack.canUndo(), "to be shown is no step"
        if last is not None:
            last.deleteLater()

    # What holds after each step

    def _signs(self, pattern: str) -> tuple[str, tuple[str, ...]]:
        signs = tuple(next(self.fresh) for _ in range(pattern.count("%s")))
        return pattern % signs, signs

    def _allow(self, signs: tuple[str, ...], marks: Marks = NO_MARKS) -> None:
        self.allowed.update(dict.fromkeys(signs, marks))

    def _keeps_marks(self) -> None:
        """The step moved words, and took no mark of the desk off any that are still there."""
        now = carriers(self.opened.article)
        for sign, marks in self.before.items():
            if len(marks) == 1 and len(now.get(sign, ())) == 1:
                assert now[sign] == marks, f"U+{ord(sign):04X} had {marks}, has {now[sign]}"

    @invariant()
    def body_to_widget_to_body_is_the_identity(self) -> None:
        if self.open is None:
            return
        document, body = self.open.body_document, self.open.article.body
        assert read_body(document) == body == body_of(body)
        assert not dangling(document)
        assert not resized(document)
        other = QTextDocument()
        load_body(other, body)
        assert read_body(other) == body
        headline = self.open.article.headline
        line = QTextDocument()
        load_line(line, headline)
        assert read_line(line) == headline == read_line(self.open.line_document(Change.HEADLINE))

    @invariant()
    def claims_never_point_at_other_words(self) -> None:
        if self.open is None:
            return
        now = carriers(self.open.article)
        for sign, places in now.items():
            for marks in places:
                assert marks <= self.allowed[sign], f"U+{ord(sign):04X} got {set(marks - self.allowed[sign])}"
            carried = [mark for marks in places for mark in marks]
            assert len(carried) == len(set(carried)), f"a mark lies on U+{ord(sign):04X} and on its copy"
        self.before = now

    # What a person does

    @rule(text=st.booleans())
    def go_to_another_text(self, text: bool) -> None:
        self.editor = self.body if text else self.headline
        self.opened.history.end_typed_step()

    @rule(at=st.floats(0, 1), length=st.sampled_from((0.0, 0.0, 0.0, 0.02, 0.1, 0.5, 1.0)))
    def select(self, at: float, length: float) -> None:
        document = self.editor.document()
        last = document.characterCount() - 1
        cursor = self.editor.textCursor()
        cursor.setPosition(_whole(document, round(at * last)))
        cursor.setPosition(_whole(document, min(round((at + length) * last), last)), QTextCursor.MoveMode.KeepAnchor)
        self.editor.setTextCursor(cursor)

    @rule(pattern=st.sampled_from((*TYPED, *WRITTEN)))
    def type(self, pattern: str) -> None:
        cursor = self.editor.textCursor()
        text, signs = self._signs(pattern)
        around, types_over = enclosing(cursor), cursor.hasSelection()
        self._allow(signs, around)
        for sign in text:
            # QTest knows the keys of Latin letters alone.
            QApplication.sendEvent(self.editor, QKeyEvent(QEvent.Type.KeyPress, 0, NO_MODIFIER, sign))
        self._keeps_marks()
        if not types_over:
            self._carry(signs, around)

    def _carry(self, signs: tuple[str, ...], around: Marks) -> None:
        """What is typed inside a claim is of the claim, unless it is code."""
        now = carriers(self.opened.article)
        for sign in signs:
            assert all(marks == around for marks in now.get(sign, ())), f"typed inside {set(around)}"

    @rule(pattern=st.sampled_from(TYPED), is_given_up=st.booleans())
    def compose(self, pattern: str, is_given_up: bool) -> None:
        cursor = self.editor.textCursor()
        text, signs = self._signs(pattern)
        self._allow(signs, enclosing(cursor))
        for preedit in ("x", "xy", text):
            QApplication.sendEvent(self.editor, QInputMethodEvent(preedit, []))
        done = QInputMethodEvent("", [])
        done.setCommitString("" if is_given_up else text)
        QApplication.sendEvent(self.editor, done)
        self._keeps_marks()

    @rule(key=st.sampled_from(KEYS), modifier=st.sampled_from(MODIFIERS), times=st.sampled_from((1, 1, 2, 5)))
    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier, times: int) -> None:
        if key in LETTERS:
            modifier = Qt.KeyboardModifier.ControlModifier
        for _ in range(times):
            QTest.keyClick(self.editor, key, modifier)
        self._keeps_marks()

    @rule(act=st.sampled_from(ACTS))
    def run(self, act: Act) -> None:
        self.editor.run(act)
        self._keeps_marks()

    @rule(href=st.sampled_from(("https://example.org/x y", "javascript:x", "")))
    def link(self, href: str) -> None:
        self.editor.edit(lambda cursor: set_link(cursor, href) if href else remove_link(cursor))
        self._keeps_marks()

    @rule()
    def paste_what_was_copied(self) -> None:
        QTest.keyClick(self.editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    @rule(first=st.floats(0, 1), last=st.floats(0, 1), there=st.floats(0, 1), cuts=st.booleans())
    def carry_words_elsewhere(self, first: float, last: float, there: float, cuts: bool) -> None:
        self.select(min(first, last), abs(first - last))
        letter = Qt.Key.Key_X if cuts else Qt.Key.Key_C
        QTest.keyClick(self.editor, letter, Qt.KeyboardModifier.ControlModifier)
        self.select(there, 0.0)
        self.paste_what_was_copied()

    @rule()
    def paste_the_words_of_what_was_copied(self) -> None:
        self.editor.run(Act.PASTE_PLAIN)

    @rule(body=bodies(max_leaves=2))
    def paste_from_another_article(self, body: Body) -> None:
        given = with_sentinels(body, self.fresh)
        for leaf in given:
            for line in leaf_lines(leaf):
                self.allowed.update(
                    (sign, of_the_desk(run.marks)) for run in line for sign in run.text if is_sentinel(sign)
                )
        self._paste(lambda _: write_clipboard(given), "")

    @rule(pattern=st.sampled_from(MARKUP), drops=st.booleans())
    def paste_html(self, pattern: str, drops: bool) -> None:
        def data(text: str) -> QMimeData:
            made = QMimeData()
            made.setHtml(text)
            return made

        self._paste(data, pattern, drops=drops)

    @rule(pattern=st.sampled_from(MARKDOWN))
    def paste_markdown(self, pattern: str) -> None:
        def data(text: str) -> QMimeData:
            made = QMimeData()
            made.setData(MARKDOWN_MIME, text.encode())
            return made

        self._paste(data, pattern)

    @rule(pattern=st.sampled_from(PLAIN), drops=st.booleans())
    def paste_plain(self, pattern: str, drops: bool) -> None:
        def data(text: str) -> QMimeData:
            made = QMimeData()
            made.setText(text)
            return made

        self._paste(data, pattern, drops=drops)

    def _paste(self, make: Callable[[str], QMimeData], pattern: str, *, drops: bool = False) -> None:
        text, signs = self._signs(pattern)
        self._allow(signs)
        data = make(text)
        if drops:
            event = QDropEvent(
                QPointF(60, 40),
                Qt.DropAction.CopyAction,
                data,
                Qt.MouseButton.LeftButton,
                NO_MODIFIER,
                QEvent.Type.Drop,
            )
            self.editor.dropEvent(event)
        else:
            self.editor.insertFromMimeData(data)
        for sign in carriers(self.opened.article):
            self.allowed.setdefault(sign, NO_MARKS)
        self._keeps_marks()

    @rule(name=st.sampled_from(("Politics", "Sport", "")))
    def set_field(self, name: str) -> None:
        self.opened.set_field(Change.SECTION, name)
        self._keeps_marks()

    @rule(label=st.sampled_from(("ferry", "council")))
    def add_tag(self, label: str) -> None:
        self.opened.add_tag(Tag(id=uuid5(NAMESPACE_URL, label), label=label))
        self._keeps_marks()

    @rule(line=lines(internal=False, max_runs=2))
    def add_bullet(self, line: Line) -> None:
        fresh = line_with_sentinels(line, self.fresh)
        self.opened.add_bullet(fresh)
        for sign in carriers(self.opened.article):
            self.allowed.setdefault(sign, NO_MARKS)
        self._keeps_marks()

    @rule(at=st.integers(0, 3))
    def move_or_remove_bullet(self, at: int) -> None:
        summary = self.opened.article.summary
        if not summary:
            return
        if at == 3:
            self.opened.remove_bullet(summary[0].id)
        else:
            self.opened.move_bullet(summary[-1].id, at)
        self._keeps_marks()

    @rule(to=st.sampled_from(Target))
    def send_words(self, to: Target) -> None:
        line = self.editor.selected_line()
        if line and self.editor is self.body:
            with self.opened.one_step("sending"):
                self.editor.insert_line(Line())
                send_line(self.opened, line, to, tag_labelled=lambda label: Tag(id=next(self.ids), label=label))

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            QTest.keyClick(self.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(times):
            QTest.keyClick(self.editor, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)

    @rule()
    def save(self) -> None:
        stored = self.opened.for_saving(NOON)
        if stored is not None:
            assert article_from_json(article_to_json(stored)) == stored
            self.opened.mark_saved(self.opened.edits, stored)
        assert not self.opened.unsaved
        self._keeps_marks()

    @rule()
    def turn_to_another_article_and_back(self) -> None:
        other = QTextDocument()
        self.body.show_document(other)
        QTest.keyClick(self.body, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        self.opened.redo()
        assert other.isEmpty(), "undo brought another article's words"
        self.body.show_document(self.opened.body_document)

    @precondition(lambda self: self.open is not None and self.open.history.stack.count() > 3)
    @rule()
    def close_and_open_again(self) -> None:
        self._there_and_back()
        self._show(article_from_json(article_to_json(self.opened.article)))

    def _there_and_back(self) -> None:
        last = self.opened.article
        stack = self.opened.history.stack
        steps = stack.index()
        while stack.canUndo():
            self.opened.undo()
        assert replace(self.opened.article, modified=self.first.modified) == self.first
        for _ in range(steps):
            self.opened.redo()
        assert self.opened.article == last

    def teardown(self) -> None:
        try:
            if self.open is not None:
                self._there_and_back()
        finally:
            for editor in (self.body, self.headline):
                editor.show_document(None)
                editor.deleteLater()
            if self.open is not None:
                self.open.deleteLater()


def _whole(document: QTextDocument, position: int) -> int:
    """The position, or the one before it: Qt itself never lets a caret stand inside a pair of units."""
    return position - (0xDC00 <= ord(document.characterAt(position)[:1] or " ") <= 0xDFFF)


@pytest.fixture
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    yield
    qapp.clipboard().clear()


@pytest.mark.usefixtures("empty_clipboard")
def test_a_person_may_do_anything() -> None:
    examples: Any = settings.default.max_examples if settings.default else 0
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        EditorMachine,
        settings=settings(
            max_examples=max(examples // 2, 5), stateful_step_count=30, suppress_health_check=list(HealthCheck)
        ),
    )
