"""Notes on the words of an open article: each act is one step of undo, over the words and the threads."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from deskeditor.article.body import Paragraph, body_of
from deskeditor.article.change import Change
from deskeditor.article.line import HARD_BREAK, Mark, MarkKind, plain_line
from deskeditor.article.notes import Note, NoteKind, Remark, note_with
from deskeditor.article.noting import (
    note_ids,
    strangers,
    under_other_ids,
    with_paragraphs_back,
    with_remark,
    with_resolved,
    without_note,
)
from deskeditor.richtext.clipboard import Pasted, keep_marks
from deskeditor.richtext.marked import marked_ranges, range_cursor, unmark
from deskeditor.richtext.positions import for_qt
from deskeditor.richtext.selection import change_marks, stretches
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Noting:
    """What may be done with the notes of an article: of the one at hand, where none is named."""

    workspace: Workspace

    def add(self, open_article: OpenArticle, cursor: QTextCursor, text: str) -> str | None:
        """Put a note on the selected words; returns its id, None where there are none that can carry one."""
        if next(iter(stretches(cursor)), None) is None:
            return None
        note = Note(id=str(self.workspace.new_id()), thread=(self._remark(text),))
        with open_article.one_step("note"):
            change_marks(cursor, lambda marks: marks | {Mark(MarkKind.NOTE, note.id)})
            open_article.set_field(Change.NOTES, (*open_article.article.notes, note))
        return note.id

    def answer(self, open_article: OpenArticle, note_id: str, text: str) -> None:
        """Add a remark to a thread."""
        notes = open_article.article.notes
        open_article.set_field(Change.NOTES, with_remark(notes, note_id, self._remark(text)))

    def resolve(self, note_id: str, resolved: bool) -> None:
        """Settle a note, or open it again. Its words keep it."""
        current = self.workspace.current
        if current is not None:
            current.set_field(Change.NOTES, with_resolved(current.article.notes, note_id, resolved))

    def remove(self, note_id: str) -> None:
        """Take a note off its words and away; of an undecided edit this is to keep what was edited."""
        current = self.workspace.current
        if current is not None:
            with current.one_step("removal of a note"):
                _unmark(current, note_id)
                current.set_field(Change.NOTES, without_note(current.article.notes, note_id))

    def take_back(self, note_id: str) -> None:
        """Undo an undecided edit: what was put in goes, what was taken out comes back.

        Where the words beside it are gone it comes back as the last paragraph: nothing is lost.
        """
        current = self.workspace.current
        note = note_with(current.article.notes, note_id) if current is not None else None
        if current is None or note is None:
            return
        mark = Mark(MarkKind.NOTE, note_id)
        with current.one_step("taking back of an edit"):
            if note.kind is NoteKind.INSERTED:
                for document in current.documents():
                    for start, end in reversed(marked_ranges(document, mark)):
                        range_cursor(document, start, end).removeSelectedText()
            else:
                _put_back(current, note)
            _unmark(current, note_id)
            current.set_field(Change.NOTES, without_note(current.article.notes, note_id))

    # What is pasted

    def welcomed(self, pasted: Pasted) -> Pasted:
        """What is pasted, the notes of another text under ids of their own here, and no mark of what nobody knows."""
        current = self.workspace.current
        if current is None:
            return pasted
        article = current.article
        foreign = strangers(pasted.notes, article.notes) if pasted.is_own else pasted.notes
        names = {note.id: str(self.workspace.new_id()) for note in foreign}
        notes = tuple(replace(note, id=names.get(note.id, note.id)) for note in pasted.notes)
        known = {note.id for note in (*notes, *article.notes)} | {str(bullet.id) for bullet in article.summary}
        body = keep_marks(
            under_other_ids(pasted.body, names), lambda mark: mark.kind is MarkKind.CLAIM or mark.value in known
        )
        return replace(pasted, body=body, notes=notes)

    def paste(self, pasted: Pasted, put: Callable[[Pasted], None]) -> None:
        """Let `put` paste, and take the notes that came along into the article, as one step."""
        current = self.workspace.current
        known = {note.id for note in current.article.notes} if current is not None else set()
        marked = note_ids(pasted.body)
        fresh = tuple(
            note for note in pasted.notes if note.id not in known and (note.id in marked or not pasted.is_own)
        )
        if current is None or not fresh:
            put(pasted)
            return
        with current.one_step("paste"):
            put(pasted)
            current.set_field(Change.NOTES, (*current.article.notes, *fresh))

    def step(self) -> AbstractContextManager[None]:
        """One step for all that is done inside."""
        current = self.workspace.current
        return current.one_step("drop") if current is not None else nullcontext()

    def notes_of(self, ids: frozenset[str]) -> tuple[Note, ...]:
        """The notes of the article at hand that have these ids: what goes along with copied words."""
        current = self.workspace.current
        return tuple(note for note in current.article.notes if note.id in ids) if current is not None else ()

    def _remark(self, text: str) -> Remark:
        return Remark(author=self.workspace.person.name, text=text, at=self.workspace.now())


def _unmark(open_article: OpenArticle, note_id: str) -> None:
    for document in open_article.documents():
        unmark(document, Mark(MarkKind.NOTE, note_id))


def _put_back(open_article: OpenArticle, note: Note) -> None:
    """Put back what an edit took out."""
    text, body = note.thread[0].text, open_article.article.body
    with_paragraphs = with_paragraphs_back(body, note) if note.whole else None
    if with_paragraphs is not None:
        open_article.set_body(with_paragraphs)
        return
    is_there = False
    for document in open_article.documents():
        ranges = marked_ranges(document, Mark(MarkKind.NOTE, note.id))
        if ranges:
            is_there = True
            _put_beside(document, ranges[0 if note.ahead else -1], text, ahead=note.ahead)
    if not is_there:
        lost = (Paragraph(line=plain_line(row)) for row in text.split("\n") if row.strip())
        open_article.set_body(body_of((*body, *lost)))


def _put_beside(document: QTextDocument, beside: tuple[int, int], text: str, *, ahead: bool) -> None:
    """Put words that were taken out back where they stood: before the words that tell of them, or right behind."""
    start, end = beside
    words = text.replace("\n", HARD_BREAK)
    cursor = QTextCursor(document)
    cursor.setPosition(start if ahead else end)
    before, after = document.characterAt(cursor.position() - 1), document.characterAt(cursor.position())
    if (ahead or before == " ") and not words.endswith((" ", HARD_BREAK)) and after.isalnum():
        # Of two spaces that stood around the words one was left.
        words += " "
    cursor.insertText(for_qt(words), QTextCharFormat())
