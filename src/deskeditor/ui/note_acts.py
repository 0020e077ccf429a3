"""Acts on the notes of an article's words: made, read, answered, settled, walked through."""

from collections.abc import Callable, Sequence
from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from deskeditor.article.change import Change
from deskeditor.article.line import Mark, MarkKind
from deskeditor.article.notes import Note, NoteKind, note_with
from deskeditor.article.noting import noted
from deskeditor.article.place import Place
from deskeditor.richtext.dresser import Dresser
from deskeditor.richtext.marked import first_positions, marked_ranges
from deskeditor.richtext.selection import caret_marks
from deskeditor.richtext.shapes import Kind, shape_of
from deskeditor.ui.acts import Act
from deskeditor.ui.article_page import ArticlePage
from deskeditor.ui.editor.bubble import bubble_over
from deskeditor.ui.editor.markdown_turn import body_cursor
from deskeditor.ui.editor.markdown_view import MarkdownView
from deskeditor.ui.editor.note_bubble import NoteBubble
from deskeditor.ui.editor.rich_editor import RichEditor
from deskeditor.ui.panels.notes_panel import NotesPanel
from deskeditor.ui.shown_texts import ShownTexts
from deskeditor.workspace.noting import Noting
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.workspace import Workspace

_WORDS_CHANGE: Final = frozenset(
    {Change.NOTES, Change.BODY, Change.HEADLINE, Change.STANDFIRST, Change.SUMMARY, Change.EDITORS_NOTE}
)
_FOLLOWS_CARET: Final = 150
"""Milliseconds after the caret has moved."""


class NoteActs(QObject):
    """Keeps the notes panel and the bubble at the words."""

    def __init__(
        self,
        workspace: Workspace,
        panel: NotesPanel,
        *,
        page: ArticlePage,
        texts: ShownTexts,
        go_to: Callable[[Place], None],
        show_count: Callable[[int], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._noting = Noting(workspace)
        self._panel = panel
        self._page = page
        self._texts = texts
        self._lead_to = go_to
        self._show_count = show_count
        self._window = window
        self._asked_of = ""
        self._asked_at: QTextCursor | None = None
        self._asked_in: OpenArticle | None = None
        self._drafts: dict[tuple[UUID, str], str] = {}
        self._shown: OpenArticle | None = None
        self._caret = QTimer(self, singleShot=True, interval=_FOLLOWS_CARET)
        self._caret.timeout.connect(self._show_current)
        workspace.opened.connect(self._follow_article)
        panel.note_chosen.connect(lambda note_id: self._go_to(note_id, opens=False))
        panel.answer_asked.connect(lambda note_id: self._go_to(note_id, opens=True))
        panel.resolved.connect(lambda note_id, settled: self._noting.resolve(note_id, settled))
        panel.removed.connect(self._remove)
        panel.kept.connect(self._keep)
        panel.taken_back.connect(self._take_back)

    def follow(self, editor: RichEditor) -> None:
        """Let the acts work on `editor` while it has the caret."""
        editor.keep_notes_by(self._noting)
        editor.focused.connect(self._note_caret)
        editor.cursorPositionChanged.connect(self._note_caret)

    def run(self, act: Act, checked: bool) -> bool:
        """Carry out an act; False where it is none of these."""
        match act:
            case Act.INSERT_NOTE:
                self._begin()
            case Act.NEXT_NOTE | Act.PREVIOUS_NOTE:
                self._step(back=act is Act.PREVIOUS_NOTE)
            case _:
                return False
        return True

    def _note_caret(self) -> None:
        if isValid(self._caret):
            self._caret.start()

    # What is shown

    def _follow_article(self, open_article: OpenArticle | None) -> None:
        if self._shown is not None and isValid(self._shown):
            self._shown.changed.disconnect(self._note_change)
        self._shown = open_article
        if open_article is not None:
            open_article.changed.connect(self._note_change)
        self._show_notes()

    def _note_change(self, change: Change) -> None:
        if change not in _WORDS_CHANGE or self._shown is None:
            return
        # Without notes there is nothing to show anew when a word is typed.
        if change is Change.NOTES or self._shown.article.notes:
            self._show_notes()

    def _show_notes(self) -> None:
        article = self._shown.article if self._shown is not None else None
        found = noted(article) if article is not None else ()
        self._panel.show_notes(found)
        self._show_count(sum(not one.note.resolved for one in found))
        settled = frozenset(one.note.id for one in found if one.note.resolved)
        for document in self._shown.documents() if self._shown is not None else ():
            dresser = document.findChild(Dresser)
            if dresser is not None:
                dresser.leave_plain(settled)

    def _show_current(self) -> None:
        editor = self._editor()
        if editor is not None and self._shown is not None and self._shown.article.notes:
            note = self._note_at(editor.textCursor())
            self._panel.show_current(note.id if note is not None else "")

    def _editor(self) -> RichEditor | None:
        last = self._texts.last
        return last if isinstance(last, RichEditor) and last.isVisible() else None

    def _spot(self) -> tuple[RichEditor | MarkdownView, QTextCursor] | None:
        """The text that is worked in, and the caret in the words: of Markdown, in those that it stands for."""
        last = self._texts.last
        if isinstance(last, MarkdownView) and last.isVisible() and not last.isReadOnly():
            return last, body_cursor(self._page.body, last)
        editor = self._editor()
        return (editor, editor.textCursor()) if editor is not None and not editor.isReadOnly() else None

    def _note_at(self, cursor: QTextCursor) -> Note | None:
        """The note that the caret or the whole selection lies in; of several, the one begun last."""
        if self._shown is None:
            return None
        ids = {mark.value for mark in caret_marks(cursor) if _is_note(mark)}
        return next((note for note in reversed(self._shown.article.notes) if note.id in ids), None)

    def _note_of(self, cursor: QTextCursor) -> Note | None:
        """The note whose words, all of them and no others, are selected: as the panel selects them."""
        selected = (cursor.selectionStart(), cursor.selectionEnd())

        def lies_there(note: Note) -> bool:
            ranges = marked_ranges(cursor.document(), Mark(MarkKind.NOTE, note.id))
            return bool(ranges) and (ranges[0][0], ranges[-1][1]) == selected

        notes = self._shown.article.notes if self._shown is not None else ()
        return next((note for note in reversed(notes) if lies_there(note)), None)

    # Writing

    def _begin(self) -> None:
        """Begin a note on the selected words, or on the word at the caret; in words under a note, open that.

        So it is where just a note's words are selected: a second remark on the same words is an answer.
        """
        spot = self._spot()
        if spot is None:
            return
        editor, cursor = spot
        note = self._note_of(cursor) if cursor.hasSelection() else self._note_at(cursor)
        if note is not None:
            self._open_thread(editor, note)
            return
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        if not cursor.selectedText().strip() or shape_of(cursor.blockFormat()).kind is Kind.CODE:
            self._workspace.tell("Select the words that the note is about. Code takes none.")
            return
        if isinstance(editor, RichEditor):
            editor.setTextCursor(cursor)
        self._asked_of, self._asked_at = "", QTextCursor(cursor)
        self._ask(editor, ())

    def _open_thread(self, editor: RichEditor | MarkdownView, note: Note) -> None:
        self._asked_of, self._asked_at = note.id, None
        self._panel.show_current(note.id)
        remarks = note.thread
        told = [self._panel.remark_text(remark) for remark in remarks]
        if note.kind is not NoteKind.REMARK:
            what = "put these words in" if note.kind is NoteKind.INSERTED else f"took out “{note.thread[0].text}”"
            told[0] = f"{note.thread[0].author or 'Somebody'} {what}. Nobody has decided on it yet."
        self._ask(editor, told, is_resolved=note.resolved, is_edit=note.kind is not NoteKind.REMARK)

    def _ask(
        self,
        editor: RichEditor | MarkdownView,
        told: Sequence[str],
        *,
        is_resolved: bool = False,
        is_edit: bool = False,
    ) -> None:
        current = self._asked_in = self._workspace.current
        if current is None:
            return
        bubble = bubble_over(self._window, NoteBubble, self._new_bubble)
        bubble.answer_to(given=self._take, closed=editor.setFocus, removed=self._remove_asked)
        draft = self._drafts.pop((current.id, self._asked_of), "")
        bubble.ask(told, editor.caret_in_window(), is_resolved=is_resolved, is_edit=is_edit, draft=draft)

    def _new_bubble(self, parent: QWidget) -> NoteBubble:
        bubble = NoteBubble(parent)
        bubble.resolved.connect(self._resolve_asked)
        bubble.kept.connect(lambda: self._keep(self._asked_of))
        # What was written and not given waits for the next time these words are asked about.
        bubble.closed.connect(lambda: self._keep_draft(bubble.draft))
        return bubble

    def _keep_draft(self, draft: str) -> None:
        if draft and self._asked_in is not None:
            self._drafts[(self._asked_in.id, self._asked_of)] = draft

    def _take(self, text: str) -> None:
        """Take what was written into the article it was written for, whichever is at hand by now."""
        article = self._asked_in
        if article is None:
            return
        if self._asked_of:
            if note_with(article.article.notes, self._asked_of) is not None:
                self._noting.answer(article, self._asked_of, text)
        elif self._asked_at is not None and any(self._asked_at.document() is one for one in article.documents()):
            self._noting.add(article, self._asked_at, text)

    def _resolve_asked(self, resolved: bool) -> None:
        if self._asked_of:
            self._noting.resolve(self._asked_of, resolved)

    def _remove_asked(self) -> None:
        note = note_with(self._shown.article.notes, self._asked_of) if self._shown is not None else None
        if note is not None:
            (self._remove if note.kind is NoteKind.REMARK else self._take_back)(note.id)

    def _remove(self, note_id: str) -> None:
        self._noting.remove(note_id)
        self._tell("The note was removed.")

    def _keep(self, note_id: str) -> None:
        self._noting.remove(note_id)
        self._tell("The edit stays.")

    def _take_back(self, note_id: str) -> None:
        self._noting.take_back(note_id)
        self._tell("The edit was taken back.")

    def _tell(self, text: str) -> None:
        current = self._workspace.current
        self._workspace.tell(text, undo=current.undo if current is not None else None)

    # Walking

    def _go_to(self, note_id: str, *, opens: bool) -> None:
        """Select a note's words; `opens` its thread there."""
        found = noted(self._shown.article) if self._shown is not None else ()
        one = next((one for one in found if one.note.id == note_id), None)
        if one is None or one.place is None:
            self._workspace.tell("The words of this note are gone.")
            return
        self._lead_to(one.place)
        spot = self._spot() if opens else None
        if spot is not None:
            self._open_thread(spot[0], one.note)

    def _step(self, *, back: bool) -> None:
        """Go to the next open note from the caret on, and show its thread."""
        if self._shown is None:
            return
        open_ids = {note.id for note in self._shown.article.notes if not note.resolved}
        documents = [
            text.document() if isinstance(text, RichEditor) else self._shown.body_document for text in self._texts.all()
        ]
        places = sorted(
            (at, position, note_id)
            for at, document in enumerate(documents)
            for note_id, position in first_positions(document, MarkKind.NOTE).items()
            if note_id in open_ids
        )
        if not places:
            self._workspace.tell("There is no open note in this article.")
            return
        here = self._here(documents)
        if back:
            chosen = next((place for place in reversed(places) if place < here), places[-1])
        else:
            chosen = next((place for place in places if place > here), places[0])
        self._go_to(chosen[2], opens=True)

    def _here(self, documents: Sequence[QTextDocument]) -> tuple[int, int, str]:
        """Where the caret is among the notes: at the one that was stepped to last, if it still stands there."""
        spot = self._spot()
        at = next((n for n, one in enumerate(documents) if spot is not None and one is spot[1].document()), -1)
        if spot is None or at < 0:
            return (-1, 0, "")
        start = spot[1].selectionStart()
        begins_here = first_positions(documents[at], MarkKind.NOTE).get(self._asked_of) == start
        return (at, start, self._asked_of if begins_here else "")


def _is_note(mark: Mark) -> bool:
    return mark.kind is MarkKind.NOTE
