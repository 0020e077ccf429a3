"""Finding and replacing in the open article: every text of it, in the order of the copy."""

from collections.abc import Callable
from math import inf
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from deskeditor.article.line import OBJECT
from deskeditor.errors import InputError
from deskeditor.language.capitals import with_capitals_of
from deskeditor.language.matching import Hit, Query, matcher, replacement
from deskeditor.richtext.hits import Found, replace_all
from deskeditor.richtext.marked import range_cursor
from deskeditor.richtext.typing_over import type_over
from deskeditor.ui.acts import Act
from deskeditor.ui.article_hits import ArticleHits
from deskeditor.ui.editor.find_bar import FindBar
from deskeditor.ui.editor.highlights import Layer, laid_over
from deskeditor.ui.editor.in_view import blocks_in_view
from deskeditor.ui.editor.rich_editor import RichEditor
from deskeditor.ui.shown_texts import ShownTexts
from deskeditor.ui.theme import current_look
from deskeditor.workspace.workspace import Workspace

_SLICE: Final = 0.008
"""Seconds that are spent on looking before the next key may come."""

_AROUND_VIEW: Final = 10
"""Blocks before and behind those in view whose hits are marked too: they may come into view unnoticed."""

_AGAIN_AFTER: Final = 150
"""Milliseconds after a change until it is looked for anew."""

_MOST_KNOWN: Final = 20_000
"""Texts whose hits are remembered: each state of a paragraph that is typed in is one."""


class FindActs(QObject):
    """Carries out the acts that look for words."""

    def __init__(
        self,
        bar: FindBar,
        workspace: Workspace,
        texts: ShownTexts,
        *,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bar = bar
        self._workspace = workspace
        self._texts = texts
        self._query = Query(text="")
        self._known: dict[str, list[Hit]] = {}
        self._found: ArticleHits | None = None
        self._is_given_up = False
        self._is_leading = False
        self._scope: QTextCursor | None = None
        self._origin: QTextCursor | None = None
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_AFTER)
        self._again.timeout.connect(self._look_on)
        self._further = QTimer(self, singleShot=True, interval=0)
        self._further.timeout.connect(self._look_on)
        bar.asked.connect(self._ask)
        bar.stepped.connect(lambda back: self._step(back=back, stays=True))
        bar.replaced_one.connect(self._replace)
        bar.replaced_all.connect(self._replace_all)
        bar.closed.connect(self._close)

    def run(self, act: Act, checked: bool) -> bool:
        """Carry out an act; False where it is none of these."""
        match act:
            case Act.FIND | Act.REPLACE:
                self._open(replacing=act is Act.REPLACE)
            case Act.FIND_NEXT | Act.FIND_PREVIOUS:
                self._find_again(back=act is Act.FIND_PREVIOUS)
            case _:
                return False
        return True

    def follow(self, editor: QTextEdit) -> None:
        """Look anew when the words of `editor` change, and when others of them are seen or in another look."""
        editor.textChanged.connect(self._note_change)
        editor.verticalScrollBar().valueChanged.connect(self._note_view)
        editor.verticalScrollBar().rangeChanged.connect(self._note_view)
        if isinstance(editor, RichEditor):
            editor.shown_anew.connect(self._note_view)

    def _note_change(self) -> None:
        if self._bar.isVisible():
            self._is_leading = False
            self._further.stop()
            self._again.start()

    def _note_view(self) -> None:
        if self._bar.isVisible() and not self._again.isActive():
            self._further.start()

    # The bar

    def _open(self, *, replacing: bool) -> None:
        editor = self._current()
        if editor is None:
            return
        cursor = editor.textCursor()
        words = cursor.selection().toPlainText().replace(OBJECT, "") if cursor.hasSelection() else ""
        self._note_origin(editor)
        is_long = "\n" in words or len(words) > 120
        self._scope = QTextCursor(cursor) if is_long else None
        self._bar.open_with("" if is_long else words, replacing=replacing, in_selection=is_long)

    def _close(self) -> None:
        self._scope = None
        self._again.stop()
        self._further.stop()
        self._mark(None)
        editor = self._current()
        if editor is not None:
            editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        """Take over what is asked for, and show the first hit from the caret on."""
        if not self._bar.only_selection:
            self._scope = None
        elif self._scope is None:
            editor = self._current()
            if editor is not None and editor.textCursor().hasSelection():
                self._scope = QTextCursor(editor.textCursor())
        if self._take_query(self._bar.query):
            self._is_leading = True
            self._look_on()

    def _note_origin(self, editor: QTextEdit) -> None:
        """Let what is typed into the bar be looked for from the caret of `editor` on."""
        self._origin = QTextCursor(editor.textCursor())
        self._origin.setPosition(self._origin.selectionStart())

    def _take_query(self, query: Query) -> bool:
        try:
            matcher(query)
        except InputError as fault:
            self._give_up(fault)
            return False
        if query != self._query:
            self._known.clear()
        if query != self._query or self._is_given_up:
            self._found = None
        self._query = query
        self._is_given_up = False
        return True

    # Hits

    def _hits(self) -> ArticleHits | None:
        """What is found in the texts as they stand; None while the expression that is asked for is given up."""
        if self._is_given_up:
            return None
        texts = list(self._texts.all()) if self._query.text else []
        scope = self._scope if self._bar.only_selection and self._bar.isVisible() else None
        if self._found is None or not self._found.hold_for(texts, scope):
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            self._found = ArticleHits(matcher(self._query), texts, self._known, scope)
        return self._found

    def _give_up(self, fault: InputError) -> None:
        """An expression that is none, or takes too long, is given up until another is asked for."""
        self._is_given_up = True
        self._mark(None)
        if self._bar.isVisible():
            self._bar.show_fault(str(fault))
        else:
            self._workspace.tell(str(fault))

    def _look_on(self) -> None:
        """Look for a moment, and show what is found by then; the rest waits for the next turn of the event loop."""
        hits = self._hits()
        if hits is None or not self._bar.isVisible():
            return
        try:
            self._lead(hits, perf_counter() + _SLICE)
            is_done = hits.look_on(perf_counter() + _SLICE)
            if is_done:
                self._lead(hits, inf)
            self._mark(hits)
        except InputError as fault:
            self._give_up(fault)
            return
        if is_done:
            self._say(hits)
        else:
            self._bar.show_counting()
            self._further.start()

    def _lead(self, hits: ArticleHits, until: float) -> None:
        """Go to the first hit from where the search began, however far the words typed before have led."""
        if not self._is_leading:
            return
        began = self._scope if self._scope is not None and self._bar.only_selection else self._origin
        editor = next(
            (one for one in self._texts.all() if began is not None and one.document() is began.document()), None
        )
        if editor is not None and began is not None and self._query.text:
            try:
                nearest = hits.nearest(editor, began.selectionStart(), back=False, until=until)
            except TimeoutError:
                return
            if nearest is not None:
                self._select(nearest[0], nearest[1], stays=True)
        self._is_leading = False

    def _say(self, hits: ArticleHits) -> None:
        """Say how many hits there are, and which of them is selected."""
        current, at = self._current(), None
        if current is not None and current.textCursor().hasSelection():
            cursor = current.textCursor()
            at = hits.number_of(current, cursor.selectionStart(), cursor.selectionEnd())
        self._bar.show_count(at, hits.count())

    def _mark(self, hits: ArticleHits | None) -> None:
        """Lay a colour over the hits in view, and over the part that is looked through; over none without hits."""
        for editor in self._texts.all():
            of_editor = hits.of(editor) if hits is not None else None
            found: list[Found] = []
            if of_editor is not None:
                first, last = blocks_in_view(editor)
                found = of_editor.in_blocks(first - _AROUND_VIEW, last + _AROUND_VIEW)
            is_scope = (
                self._scope is not None
                and self._bar.only_selection
                and self._bar.isVisible()
                and self._scope.document() is editor.document()
            )
            _lay_over(editor, found, self._scope if is_scope else None)

    # Steps

    def _find_again(self, *, back: bool) -> None:
        if not self._bar.isVisible() and not self._query.text:
            editor = self._current()
            words = editor.textCursor().selectedText() if editor is not None else ""
            if not words:
                self._open(replacing=False)
                return
            self._bar.find_field.setText(words)
            self._take_query(self._bar.query)
        if not self._bar.isVisible():
            self._is_given_up = False
        self._step(back=back, stays=self._bar.isAncestorOf(self._bar.window().focusWidget() or self._bar.window()))

    def _step(self, *, back: bool, stays: bool) -> None:
        """Select the nearest hit from the caret on, in its text or in those behind it, round the article."""
        editor, hits = self._current(), self._hits()
        if editor is None or hits is None:
            return
        cursor = editor.textCursor()
        position = cursor.selectionStart() if back else cursor.selectionEnd()
        try:
            nearest = hits.nearest(editor, position, back=back)
        except InputError as fault:
            self._give_up(fault)
            return
        self._is_leading = False
        if nearest is not None:
            self._select(nearest[0], nearest[1], stays=stays)
            if nearest[2]:
                self._workspace.tell("From the end of the article." if back else "From the start of the article.")
        elif not self._bar.isVisible():
            self._workspace.tell(f"“{self._query.text}” is not in this article.")
        self._look_on()
        current = self._current()
        if current is not None:
            self._note_origin(current)

    def _select(self, editor: QTextEdit, found: Found, *, stays: bool) -> None:
        self._texts.reveal(editor)
        editor.setTextCursor(range_cursor(editor.document(), found.start, found.end))
        editor.ensureCursorVisible()
        self._texts.turn_to(editor)
        if not stays:
            editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Replacing

    def _replace(self) -> None:
        """Replace the hit that is selected and go to the next one; where none is, only go there."""
        editor, hits = self._current(), self._hits()
        if editor is None or editor.isReadOnly():
            return
        cursor = editor.textCursor()
        try:
            of_editor = hits.of(editor) if hits is not None else None
            one = of_editor.at(cursor.selectionStart(), cursor.selectionEnd()) if of_editor is not None else None
            if one is not None:
                text = replacement(one.hit, self._bar.instead)
                put = self._put_of(editor)
                if isinstance(editor, RichEditor):
                    editor.edit(lambda selected: put(selected, text))
                else:
                    put(cursor, text)
        except InputError as fault:
            self._bar.show_fault(str(fault))
            return
        self._bar.remember()
        self._step(back=False, stays=True)

    def _replace_all(self) -> None:
        current, hits = self._workspace.current, self._hits()
        if current is None or hits is None:
            return
        instead = self._bar.instead
        try:
            # Before anything is changed: a replacement that can't be made changes nothing.
            given = {
                editor: [(one, replacement(one.hit, instead)) for one in of_editor.all()]
                for editor in self._texts.all()
                if not editor.isReadOnly() and (of_editor := hits.of(editor)) is not None
            }
        except InputError as fault:
            self._bar.show_fault(str(fault))
            return
        count = sum(map(len, given.values()))
        if not count:
            return
        with current.one_step("replacing"):
            for editor, texts in given.items():
                if texts:
                    replace_all(editor.document(), texts, self._put_of(editor))
        self._bar.remember()
        self._look_on()
        text = "1 hit replaced." if count == 1 else f"{count:n} hits replaced."
        self._workspace.tell(text, undo=current.undo)

    def _put_of(self, editor: QTextEdit) -> Callable[[QTextCursor, str], None]:
        """What puts words in the place of a selection."""
        keeps_capitals = self._bar.keeps_capitals

        def put(cursor: QTextCursor, text: str) -> None:
            if keeps_capitals:
                text = with_capitals_of(cursor.selectedText(), text)
            if isinstance(editor, RichEditor):
                type_over(cursor, text)
            else:
                cursor.insertText(text)

        return put

    def _current(self) -> QTextEdit | None:
        """The text that had the caret last, or the body."""
        editors, last = self._texts.all(), self._texts.last
        if last in editors:
            return last
        return editors[-1] if editors else None


def _lay_over(editor: QTextEdit, found: list[Found], scope: QTextCursor | None) -> None:
    look, hit, part = current_look(), QTextCharFormat(), QTextCharFormat()
    hit.setBackground(QColor(look.found))
    part.setBackground(QColor(look.accent_soft))
    hits = [laid_over(range_cursor(editor.document(), one.start, one.end), hit) for one in found]
    parts = [] if scope is None else [laid_over(QTextCursor(scope), part)]
    if isinstance(editor, RichEditor):
        editor.highlights.show(Layer.SCOPE, parts)
        editor.highlights.show(Layer.FOUND, hits)
    else:
        editor.setExtraSelections([*parts, *hits])
