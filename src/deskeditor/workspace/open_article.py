"""The article being worked on: its fields, a document for each text, and one undo order."""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from time import perf_counter
from typing import Any, Final
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextDocument

from deskeditor.article.article import Article, SummaryBullet, moved_to
from deskeditor.article.body import Body, leaf_lines
from deskeditor.article.change import Change, FieldEdit
from deskeditor.article.claims import LogEntry
from deskeditor.article.line import EMPTY_LINE, Line, Mark, MarkKind
from deskeditor.article.place import Field, Place
from deskeditor.article.tags import Tag, with_tag, without_tag
from deskeditor.article.workflow import Stage
from deskeditor.richtext.body_document import load_body, read_body
from deskeditor.richtext.line_document import load_line, read_line, replace_line
from deskeditor.richtext.marked import unmark
from deskeditor.richtext.replacing import replace_body
from deskeditor.workspace.undo_history import UndoHistory

LINE_FIELDS: Final = (Change.HEADLINE, Change.STANDFIRST, Change.EDITORS_NOTE)
"""The fields that are one line of runs each."""

TextKey = Change | UUID
"""Names a document: a text field, or a bullet by its id."""

SHORTEST_PAUSE: Final = 120
"""Milliseconds without a key after which typing becomes a value."""


class OpenArticle(QObject):
    """An article under work. Its texts live in documents; everything else is a frozen value."""

    changed = Signal(object)
    """A `Change`: that field has a new value in `article`."""

    edited = Signal()
    """Something was changed, though a text may not have been read yet."""

    unsaved_changed = Signal(bool)

    logged = Signal()
    """The log of the claims has grown."""

    def __init__(
        self, article: Article, *, counter: int | None, new_id: Callable[[], UUID], parent: QObject | None = None
    ) -> None:
        """Open `article`; `counter` is the stored counter, None where it was never stored."""
        super().__init__(parent)
        self.counter = counter
        """The counter the next save must name; each save sets it where it is carried out, on the writer's thread."""
        self.history = UndoHistory(self)
        self._new_id = new_id
        self._value = article
        self._stored_value = article if counter is not None else None
        self._documents: dict[TextKey, QTextDocument] = {}
        self._stale: set[TextKey] = set()
        self._edits = 0
        self._saved_edits = 0
        self._reading_took = 0.0
        self._typed_body: Callable[[Body], Body] | None = None
        self._has_typed_body = False
        self._just_typed: Body | None = None
        self._held: dict[Change, None] | None = None
        self._is_logged = False
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._settle)
        self._add_document(Change.BODY, lambda document: load_body(document, article.body))
        for name in LINE_FIELDS:
            self._add_line_document(name, getattr(article, name.value))
        for bullet in article.summary:
            self._add_line_document(bullet.id, bullet.line)

    # What is open

    @property
    def article(self) -> Article:
        """The article as it is now, every text read."""
        self._read_stale()
        return self._value

    @property
    def id(self) -> UUID:
        """The article's id."""
        return self._value.id

    @property
    def language(self) -> str:
        """The article's language: asked for at each key, it reads no text."""
        return self._value.language

    @property
    def body_document(self) -> QTextDocument:
        """The body's document."""
        return self._documents[Change.BODY]

    def line_document(self, field: Change) -> QTextDocument:
        """The document of one of `LINE_FIELDS`."""
        return self._documents[field]

    def bullet_document(self, bullet_id: UUID) -> QTextDocument:
        """The document of a summary bullet; a removed one keeps it, so that undo brings it back."""
        return self._documents[bullet_id]

    def read_body_by(self, typed: Callable[[Body], Body] | None) -> None:
        """Let the body be typed elsewhere than in its document, as Markdown.

        After `note_typed_body`, and before anything reads or changes the article, `typed` is given
        the body as it was and returns the one that was typed, which becomes one step. None ends it.
        """
        self._take_typed_body()
        self._typed_body = typed

    def note_typed_body(self) -> None:
        """Count as a change what was typed where `read_body_by` says."""
        self._has_typed_body = True
        self._count_edit()

    def documents(self) -> Iterator[QTextDocument]:
        """Every document of the article."""
        return iter(self._documents.values())

    def lines_beside(self, document: QTextDocument) -> Iterator[Line]:
        """The lines of the article's copy that are in other documents than this one."""
        article = self.article
        yield from (getattr(article, name.value) for name in LINE_FIELDS if self._documents[name] is not document)
        yield from (bullet.line for bullet in article.summary if self._documents[bullet.id] is not document)
        if self.body_document is not document:
            for leaf in article.body:
                yield from leaf_lines(leaf)

    # Saved and unsaved

    @property
    def unsaved(self) -> bool:
        """Whether something was changed since the last save."""
        return self._edits != self._saved_edits

    @property
    def edits(self) -> int:
        """A counter of changes; a save names the one it covers."""
        return self._edits

    def for_saving(self, at: datetime, *, anyway: bool = False) -> Article | None:
        """The article to store, modified `at`; None where it equals what is stored, unless it is wanted `anyway`."""
        article = self.article
        stored = self._stored_value
        if stored is not None and not anyway and replace(article, modified=stored.modified) == stored:
            self.mark_saved(self._edits, stored)
            return None
        return replace(article, modified=at)

    def mark_saved(self, edits: int, stored: Article) -> None:
        """Take note that the changes up to `edits` are stored, as `stored`."""
        self._stored_value = stored
        self._value = replace(self._value, modified=stored.modified)
        was_unsaved = self.unsaved
        self._saved_edits = edits
        if was_unsaved and not self.unsaved:
            self.unsaved_changed.emit(False)

    # Acts

    def set_field(self, field: Change, value: Any) -> None:
        """Give a field that is not a text a new value, as one step. Equal values change nothing."""
        before = getattr(self._value, field.value)
        if before != value:
            self._push(FieldEdit(change=field, before=before, after=value))

    def set_line(self, field: Change, line: Line) -> None:
        """Replace the text of one of `LINE_FIELDS`, as one step."""
        replace_line(self._documents[field], line)

    def set_body(self, body: Body) -> None:
        """Replace the body, as one step."""
        self._take_typed_body()
        replace_body(self.body_document, body)

    def add_tag(self, tag: Tag) -> None:
        """Add a tag; one already there loses its doubt."""
        self.set_field(Change.TAGS, with_tag(self._value.tags, tag))

    def remove_tag(self, tag_id: UUID) -> None:
        """Take a tag off."""
        self.set_field(Change.TAGS, without_tag(self._value.tags, tag_id))

    def replace_tags(self, gone: Collection[UUID], fresh: Iterable[Tag]) -> None:
        """Put tags in the place of the first of those that go: to split one, or to join several."""
        tags = self._value.tags
        at = next((n for n, tag in enumerate(tags) if tag.id in gone), len(tags))
        head, tail = tags[:at], tuple(tag for tag in tags[at:] if tag.id not in gone)
        for tag in fresh:
            head = with_tag(head, tag)
        for tag in tail:
            head = with_tag(head, tag)
        self.set_field(Change.TAGS, head)

    def next_claim_number(self) -> int:
        """Give out the next number of a claim. No undo takes it back: a number is never given twice."""
        self._value = replace(self._value, last_claim=self._value.last_claim + 1)
        self._count_edit()
        return self._value.last_claim

    def next_source_number(self) -> int:
        """Give out the next number of a source; no undo takes it back."""
        self._value = replace(self._value, last_source=self._value.last_source + 1)
        self._count_edit()
        return self._value.last_source

    def log_claims(self, entries: Iterable[LogEntry]) -> None:
        """Note what happened to claims: no step, and taken back by no undo."""
        more = tuple(entries)
        if more and not self._is_logged:
            self._value = replace(self._value, claim_log=(*self._value.claim_log, *more))
            self._count_edit()
            self.logged.emit()

    def document_of(self, place: Place) -> QTextDocument | None:
        """The document that a place of the copy lies in; None where there is none."""
        if place.field is Field.SUMMARY:
            return self._documents.get(place.bullet) if place.bullet is not None else None
        return self._documents.get(Change(place.field.value))

    def move_to_stage(self, stage: Stage) -> None:
        """Move the article to another stage."""
        self.set_field(Change.STAGE, stage)

    def add_bullet(self, line: Line = EMPTY_LINE, *, after: UUID | None = None) -> UUID:
        """Add a summary bullet behind the one named, or at the end; returns its id."""
        bullet_id = self._new_id()
        self._add_line_document(bullet_id, line)
        bullets = self.article.summary
        at = next((n + 1 for n, bullet in enumerate(bullets) if bullet.id == after), len(bullets))
        new = SummaryBullet(id=bullet_id, line=line)
        self.set_field(Change.SUMMARY, (*bullets[:at], new, *bullets[at:]))
        return bullet_id

    def remove_bullet(self, bullet_id: UUID) -> None:
        """Take a summary bullet out, and off the words that it sums up, as one step."""
        with self.one_step("removal of a summary point"):
            unmark(self.body_document, Mark(MarkKind.BULLET, str(bullet_id)))
            self.set_field(Change.SUMMARY, tuple(b for b in self.article.summary if b.id != bullet_id))

    def move_bullet(self, bullet_id: UUID, to: int) -> None:
        """Put a summary bullet at the place `to`, counted from 0 among the others."""
        others = [bullet for bullet in self.article.summary if bullet.id != bullet_id]
        moved = [bullet for bullet in self.article.summary if bullet.id == bullet_id]
        self.set_field(Change.SUMMARY, (*others[:to], *moved, *others[to:]))

    def take_over(self, article: Article, text: str, *, is_logged: bool = False) -> None:
        """Give every field that differs the value it has in `article`, as one step called `text`.

        `is_logged` where the log of `article` tells already how its claims came to be as they are.
        """
        with self._told_together(is_logged=is_logged), self.one_step(text):
            now = self.article
            if article.body != now.body:
                self.set_body(article.body)
            for name in LINE_FIELDS:
                if getattr(article, name.value) != getattr(now, name.value):
                    self.set_line(name, getattr(article, name.value))
            for bullet in article.summary:
                if bullet.id not in self._documents:
                    self._add_line_document(bullet.id, bullet.line)
                else:
                    replace_line(self._documents[bullet.id], bullet.line)
            for name in Change:
                if name is not Change.BODY and name not in LINE_FIELDS:
                    self.set_field(name, getattr(article, name.value))
            self._take_over_check(article)

    def _take_over_check(self, article: Article) -> None:
        """Keep what only grows: the log, and the numbers that were given out."""
        mine = self._value
        known = set(mine.claim_log)
        log = (*mine.claim_log, *(entry for entry in article.claim_log if entry not in known))
        self._value = replace(
            mine,
            claim_log=tuple(sorted(log, key=lambda entry: entry.at)),
            last_claim=max(mine.last_claim, article.last_claim),
            last_source=max(mine.last_source, article.last_source),
        )

    @contextmanager
    def one_step(self, text: str) -> Iterator[None]:
        """Make everything done inside one step of undo."""
        self._take_typed_body()
        with self.history.one_step(text):
            yield
            self._take_typed_body()
        self._settle()

    def undo(self) -> None:
        """Take back the last step, in whatever text or field it was."""
        self._take_typed_body()
        with self._told_together():
            self.history.undo()
            self._settle()

    def redo(self) -> None:
        """Do the last undone step again."""
        self._take_typed_body()
        with self._told_together():
            self.history.redo()
            self._settle()

    # How it works

    @contextmanager
    def _told_together(self, *, is_logged: bool = False) -> Iterator[None]:
        """Say what changed once all of it did: between two fields the article is of two minds."""
        if self._held is not None:
            yield
            return
        self._held = {}
        try:
            yield
        finally:
            held, self._held = self._held, None
            self._is_logged = is_logged
            try:
                for field in held:
                    self.changed.emit(field)
            finally:
                self._is_logged = False

    def _tell(self, field: Change) -> None:
        if self._held is None:
            self.changed.emit(field)
        else:
            self._held[field] = None

    def _take_typed_body(self) -> None:
        """Give the body's document what was typed elsewhere."""
        if not self._has_typed_body or self._typed_body is None:
            return
        self._has_typed_body = False
        self.history.end_typed_step()
        before = read_body(self.body_document)
        typed = self._typed_body(before)
        replace_body(self.body_document, typed, before=before)
        self._just_typed = typed
        self.history.end_typed_step()

    def _push(self, edit: FieldEdit) -> None:
        self._take_typed_body()

        def apply(forward: bool) -> None:
            self._apply(edit.change, edit.after if forward else edit.before)

        self.history.push_field(f"change of {edit.change.value.replace('_', ' ')}", apply)

    def _apply(self, field: Change, value: Any) -> None:
        if field is Change.STAGE:
            self._value = moved_to(self._value, value)
        elif field is Change.SUMMARY:
            # The words of a bullet belong to its document: the step only says which stand where.
            lines = {bullet.id: read_line(self._documents[bullet.id]) for bullet in value}
            self._value = replace(
                self._value, summary=tuple(SummaryBullet(id=bullet.id, line=lines[bullet.id]) for bullet in value)
            )
        else:
            self._value = replace(self._value, **{field.value: value})
        self._count_edit()
        self._tell(field)

    def _add_line_document(self, key: TextKey, line: Line) -> None:
        self._add_document(key, lambda document: load_line(document, line))

    def _add_document(self, key: TextKey, load: Callable[[QTextDocument], None]) -> None:
        document = QTextDocument(self)
        load(document)
        self._documents[key] = document
        self.history.follow(document)
        document.contentsChanged.connect(lambda: self._note_edit(key))

    def _note_edit(self, key: TextKey) -> None:
        if key is Change.BODY:
            self._just_typed = None
        self._stale.add(key)
        self._count_edit()
        if key is Change.BODY and self._typed_body is not None:
            # Whoever shows the body in another form must show this before more is typed there.
            self._pause.start(0)
            return
        # Reading a long body takes a while: typing is let run on before it is read again.
        self._pause.start(max(SHORTEST_PAUSE, int(self._reading_took * 4000)))

    def _count_edit(self) -> None:
        was_unsaved = self.unsaved
        self._edits += 1
        if not was_unsaved:
            self.unsaved_changed.emit(True)
        self.edited.emit()

    def _settle(self) -> None:
        """Read what was typed and say which fields have a new value."""
        self._pause.stop()
        self._read_stale()

    def _body_now(self) -> Body:
        # What was put into the document a moment ago need not be read from it.
        return read_body(self.body_document) if self._just_typed is None else self._just_typed

    def _read_stale(self) -> None:
        self._take_typed_body()
        if not self._stale:
            return
        began = perf_counter()
        stale, self._stale = self._stale, set()
        before = self._value
        values: dict[str, Any] = {
            key.value: self._body_now() if key is Change.BODY else read_line(self._documents[key])
            for key in stale
            if isinstance(key, Change)
        }
        if any(not isinstance(key, Change) for key in stale):
            values["summary"] = tuple(
                SummaryBullet(id=bullet.id, line=read_line(self._documents[bullet.id])) for bullet in before.summary
            )
        self._value = replace(before, **values)
        self._reading_took = perf_counter() - began
        for name, value in values.items():
            if value != getattr(before, name):
                self._tell(Change(name))
