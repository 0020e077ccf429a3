"""Notes on the words of an open article: each act is one step of undo, over the words and the threads."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from deskeditor.article.article import Person
from deskeditor.article.change import Change
from deskeditor.article.line import Mark, MarkKind
from deskeditor.article.notes import Note, NoteKind, Remark, note_with
from deskeditor.article.noting import (
    note_ids,
    renamed,
    strangers,
    with_remark,
    with_resolved,
    without_note,
)
from deskeditor.richtext.clipboard import Pasted
from deskeditor.richtext.marked import marked_ranges, range_cursor
from deskeditor.richtext.positions import for_qt
from deskeditor.richtext.selection import change_marks
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Noting:
    """What may be done with the notes of the article at hand."""

    workspace: Workspace

    def add(self, cursor: QTextCursor, text: str) -> str | None:
        """Put a note on the selected words; returns its id, None where there is no article or nothing is selected."""
        current = self._current()
        if current is None or not cursor.hasSelection():
            return None
        note = Note(id=str(self.workspace.new_id()), thread=(self._remark(text),))
        with current.one_step("note"):
            change_marks(cursor, lambda marks: marks | {Mark(MarkKind.NOTE, note.id)})
            current.set_field(Change.NOTES, (*current.article.notes, note))
        return note.id

    def answer(self, note_id: str, text: str) -> None:
        """Add a remark to a thread."""
        self._change(lambda notes: with_remark(notes, note_id, self._remark(text)))

    def resolve(self, note_id: str, resolved: bool) -> None:
        """Settle a note, or open it again. Its words keep it."""
        self._change(lambda notes: with_resolved(notes, note_id, resolved))

    def remove(self, note_id: str) -> None:
        """Take a note off its words and away; of an undecided edit this is to keep what was edited."""
        current = self._current()
        if current is not None:
            with current.one_step("removal of a note"):
                self._unmark(current, note_id)
                current.set_field(Change.NOTES, without_note(current.article.notes, note_id))

    def take_back(self, note_id: str) -> None:
        """Undo an undecided edit: what was put in goes, what was taken out comes back."""
        current = self._current()
        note = note_with(current.article.notes, note_id) if current is not None else None
        if current is None or note is None:
            return
        mark = Mark(MarkKind.NOTE, note_id)
        with current.one_step("taking back of an edit"):
            for document in current.documents():
                ranges = marked_ranges(document, mark)
                if note.kind is NoteKind.INSERTED:
                    for start, end in reversed(ranges):
                        range_cursor(document, start, end).removeSelectedText()
                elif ranges:
                    _put_back(document, ranges[-1], note.thread[0].text)
            self._unmark(current, note_id)
            current.set_field(Change.NOTES, without_note(current.article.notes, note_id))

    # What is pasted

    def welcomed(self, pasted: Pasted) -> Pasted:
        """What is pasted, the notes of another text under ids of their own here."""
        current = self._current()
        if current is None or not pasted.notes:
            return pasted
        foreign = strangers(pasted.notes, current.article.notes)
        names = {note.id: str(self.workspace.new_id()) for note in foreign}
        notes = tuple(replace(note, id=names[note.id]) if note.id in names else note for note in pasted.notes)
        return replace(pasted, body=renamed(pasted.body, names), notes=notes)

    def paste(self, pasted: Pasted, put: Callable[[Pasted], None]) -> None:
        """Let `put` paste, and take the notes that came along into the article, as one step."""
        current = self._current()
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

    def notes_of(self, ids: frozenset[str]) -> tuple[Note, ...]:
        """The notes of the article at hand that have these ids: what goes along with copied words."""
        current = self._current()
        return tuple(note for note in current.article.notes if note.id in ids) if current is not None else ()

    # How it works

    def _current(self) -> OpenArticle | None:
        return self.workspace.current

    def _remark(self, text: str) -> Remark:
        person: Person = self.workspace.person
        return Remark(author=person.name, text=text, at=self.workspace.now())

    def _change(self, change: Callable[[tuple[Note, ...]], tuple[Note, ...]]) -> None:
        current = self._current()
        if current is not None:
            current.set_field(Change.NOTES, change(current.article.notes))

    @staticmethod
    def _unmark(current: OpenArticle, note_id: str) -> None:
        mark = Mark(MarkKind.NOTE, note_id)
        for document in current.documents():
            for start, end in marked_ranges(document, mark):
                change_marks(range_cursor(document, start, end), lambda marks: marks - {mark})


def _put_back(document: QTextDocument, beside: tuple[int, int], text: str) -> None:
    """Put words that were taken out back beside the word that tells of them."""
    start, end = beside
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    if cursor.atBlockStart() and not text.startswith((" ", "\u00a0")):
        cursor.insertText(for_qt(text if text.endswith((" ", "\u00a0")) else f"{text} "), QTextCharFormat())
        return
    cursor.setPosition(end)
    if document.characterAt(end) == " " and not text.startswith(" "):
        cursor.setPosition(end + 1)
    elif not text.startswith(" "):
        text = f" {text}"
    cursor.insertText(for_qt(text), QTextCharFormat())
