"""Finding and replacing in the open article: every text of it, in the order of the copy."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from deskeditor.article.line import OBJECT
from deskeditor.errors import InputError
from deskeditor.language.capitals import with_capitals_of
from deskeditor.language.matching import Hit, Matcher, Query, matcher, replacement
from deskeditor.richtext.hits import Found, hits_in, next_hit, previous_hit, replace_all
from deskeditor.richtext.marked import range_cursor
from deskeditor.richtext.typing_over import type_over
from deskeditor.ui.acts import Act
from deskeditor.ui.editor.find_bar import FindBar
from deskeditor.ui.editor.highlights import Layer, laid_over
from deskeditor.ui.editor.rich_editor import RichEditor
from deskeditor.ui.shown_texts import ShownTexts, round_from
from deskeditor.ui.theme import current_look
from deskeditor.workspace.workspace import Workspace

_MOST_SHOWN: Final = 1000
"""Hits of one text that are laid over its words: those around the current one."""

_AGAIN_AFTER: Final = 150
"""Milliseconds after a change until it is looked for anew."""

_MOST_KNOWN: Final = 20_000
"""Texts whose hits are remembered: each state of a paragraph that is typed in is one."""

Hits = dict[QTextEdit, list[Found]]
"""What was found in each text, in the copy's order; empty where nothing can be looked for."""


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
        self._match: Matcher = matcher(Query(text=""))
        self._query = Query(text="")
        self._known: dict[str, list[Hit]] = {}
        self._is_given_up = False
        self._scope: QTextCursor | None = None
        self._origin: QTextCursor | None = None
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_AFTER)
        self._again.timeout.connect(self._show_hits)
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
        """Look anew when the words of `editor` change."""
        editor.textChanged.connect(self._note_change)

    def _note_change(self) -> None:
        if self._bar.isVisible():
            self._again.start()

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
        self._lay_over_all({})
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
        if not self._take_query(self._bar.query):
            return
        hits = self._all_hits()
        began = self._scope if self._scope is not None and self._bar.only_selection else self._origin
        editor = next(
            (one for one in self._texts.all() if began is not None and one.document() is began.document()), None
        )
        if editor is not None and began is not None and self._bar.isVisible() and self._query.text:
            # From where the search began, however far the words typed before have led.
            self._go(editor, began.selectionStart(), hits, back=False, stays=True, tells=False)
        self._lay_out(hits)

    def _note_origin(self, editor: QTextEdit) -> None:
        """Let what is typed into the bar be looked for from the caret of `editor` on."""
        self._origin = QTextCursor(editor.textCursor())
        self._origin.setPosition(self._origin.selectionStart())

    def _take_query(self, query: Query) -> bool:
        try:
            matcher(query)
        except InputError as fault:
            self._give_up(fault)
            self._lay_over_all({})
            return False
        if query != self._query:
            self._known.clear()
        self._query = query
        self._is_given_up = False
        return True

    # Hits

    def _hits(self, editor: QTextEdit) -> list[Found]:
        found = hits_in(editor.document(), self._match, self._known)
        if self._scope is None or not self._bar.only_selection or not self._bar.isVisible():
            return found
        if self._scope.document() is not editor.document():
            return []
        first, last = self._scope.selectionStart(), self._scope.selectionEnd()
        return [one for one in found if first <= one.start and one.end <= last]

    def _all_hits(self) -> Hits:
        """Look through every text; an expression that takes too long is given up until another is asked for."""
        if self._is_given_up:
            return {}
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
        try:
            self._match = matcher(self._query)
            return {editor: self._hits(editor) for editor in self._texts.all()}
        except InputError as fault:
            self._give_up(fault)
            return {}

    def _give_up(self, fault: InputError) -> None:
        self._is_given_up = True
        if self._bar.isVisible():
            self._bar.show_fault(str(fault))
        else:
            self._workspace.tell(str(fault))

    def _show_hits(self) -> None:
        """Look anew, and show what is found."""
        if self._bar.isVisible():
            self._lay_out(self._all_hits())

    def _lay_out(self, hits: Hits) -> None:
        """Lay the hits over the words, and say how many there are."""
        if not self._bar.isVisible():
            return
        self._lay_over_all(hits)
        if not hits:
            return
        passed, at = 0, None
        current = self._current()
        for editor, found in hits.items():
            cursor = editor.textCursor()
            if editor is current and cursor.hasSelection():
                chosen = (cursor.selectionStart(), cursor.selectionEnd())
                at = next((passed + n for n, one in enumerate(found) if (one.start, one.end) == chosen), None)
            passed += len(found)
        self._bar.show_count(at, passed)

    def _lay_over_all(self, hits: Hits) -> None:
        for editor in self._texts.all():
            _lay_over(editor, hits.get(editor, []))

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
        editor = self._current()
        if editor is not None:
            cursor = editor.textCursor()
            hits = self._all_hits()
            position = cursor.selectionStart() if back else cursor.selectionEnd()
            self._go(editor, position, hits, back=back, stays=stays)
            self._lay_out(hits)
            current = self._current()
            if current is not None:
                self._note_origin(current)

    def _go(self, editor: QTextEdit, position: int, hits: Hits, *, back: bool, stays: bool, tells: bool = True) -> None:
        """Select the nearest hit from a position of `editor` on, in it or in the texts behind it, round the article."""
        editors = list(self._texts.all())
        if not any(hits.values()):
            if hits and tells and not self._bar.isVisible():
                self._workspace.tell(f"“{self._query.text}” is not in this article.")
            return
        own = editors.index(editor) if editor in editors else 0
        order = round_from(own, len(editors), back=back)
        first = hits[editors[own]]
        index = previous_hit(first, position) if back else next_hit(first, position)
        if index is not None:
            self._select(editors[own], first[index], stays=stays)
            return
        for at in [*order[1:], own]:
            found = hits[editors[at]]
            if found:
                went_round = at >= own if back else at <= own
                self._select(editors[at], found[-1 if back else 0], stays=stays)
                if went_round and tells:
                    self._workspace.tell("From the end of the article." if back else "From the start of the article.")
                return

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
        editor = self._current()
        if editor is None or editor.isReadOnly():
            return
        cursor = editor.textCursor()
        chosen = (cursor.selectionStart(), cursor.selectionEnd())
        try:
            one = next((one for one in self._hits(editor) if (one.start, one.end) == chosen), None)
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
        current = self._workspace.current
        hits = self._all_hits()
        if current is None or not any(hits.values()):
            return
        instead = self._bar.instead
        try:
            # Before anything is changed: a replacement that can't be made changes nothing.
            given = {
                editor: [(one, replacement(one.hit, instead)) for one in found]
                for editor, found in hits.items()
                if found and not editor.isReadOnly()
            }
        except InputError as fault:
            self._bar.show_fault(str(fault))
            return
        with current.one_step("replacing"):
            for editor, texts in given.items():
                replace_all(editor.document(), texts, self._put_of(editor))
        count = sum(map(len, given.values()))
        self._bar.remember()
        self._show_hits()
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


def _lay_over(editor: QTextEdit, found: Sequence[Found]) -> None:
    """Lay a colour over the hits; over those around the caret alone, where there are very many."""
    if len(found) > _MOST_SHOWN:
        middle = next_hit(found, editor.textCursor().position()) or 0
        first = max(min(middle - _MOST_SHOWN // 2, len(found) - _MOST_SHOWN), 0)
        found = found[first : first + _MOST_SHOWN]
    colour = QTextCharFormat()
    colour.setBackground(QColor(current_look().found))
    shown = [laid_over(range_cursor(editor.document(), one.start, one.end), colour) for one in found]
    if isinstance(editor, RichEditor):
        editor.highlights.show(Layer.FOUND, shown)
    else:
        editor.setExtraSelections(shown)
