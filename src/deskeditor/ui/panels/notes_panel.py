"""The panel of the notes on an article's words: undecided edits, open notes, settled ones folded away."""

from collections.abc import Callable, Sequence
from datetime import datetime, tzinfo
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from deskeditor.article.notes import NoteKind, Remark
from deskeditor.article.noting import Noted
from deskeditor.ui.icons import Icon, icon_of
from deskeditor.ui.note_groups import NoteGroup, grouped
from deskeditor.ui.note_list import NoteList
from deskeditor.ui.theme import set_variant
from deskeditor.ui.times import moment_text
from deskeditor.ui.wrapped_row import HEADING

_ID: Final = Qt.ItemDataRole.UserRole
_KIND: Final = Qt.ItemDataRole.UserRole + 11
_RESOLVED: Final = Qt.ItemDataRole.UserRole + 12
_LONGEST_REMARK: Final = 400


class NotesPanel(QWidget):
    """`note_chosen` leads to a note's words; the other signals carry the id of the note that something is wanted of."""

    note_chosen = Signal(str)
    answer_asked = Signal(str)
    resolved = Signal(str, bool)
    removed = Signal(str)
    kept = Signal(str)
    """An undecided edit stays as it is."""

    taken_back = Signal(str)

    def __init__(self, *, now: Callable[[], datetime], zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._zone = zone
        self._empty = QLabel("Select words and press Ctrl+Shift+C to leave the desk a note. It is never published.")
        self._empty.setWordWrap(True)
        set_variant(self._empty, "small")
        self._list = NoteList("Notes in the order of the copy")
        self._answer = self._button("Answer…", lambda: self._ask(self.answer_asked.emit))
        self._resolve = self._button("Resolve", self._say_resolved)
        self._keep = self._button("Keep", lambda: self._ask(self.kept.emit))
        self._take_back = self._button("Take back", lambda: self._ask(self.taken_back.emit))
        self._remove = self._button("Remove", lambda: self._ask(self.removed.emit))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (self._answer, self._resolve, self._keep, self._take_back, self._remove):
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._empty)
        layout.addWidget(self._list)
        layout.addLayout(row)
        layout.addStretch(1)
        self.setFocusProxy(self._list)
        # Not `itemActivated`: where one click activates, a heading would fold and open again.
        self._list.choice_asked.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        self._list.fold_asked.connect(lambda folded: self._fold(self._chosen_group(), folded))
        self._list.currentItemChanged.connect(lambda *_: self._show_buttons())
        self._list.answer_asked.connect(lambda: self._ask(self.answer_asked.emit))
        self._list.removal_asked.connect(self._say_removed)
        self._groups: list[tuple[NoteGroup, list[tuple[str, str, str, bool]]]] = []
        self._folded = {NoteGroup.RESOLVED}
        self._is_due = False
        self._list.hide()
        self._show_buttons()

    def show_notes(self, notes: Sequence[Noted]) -> None:
        """Show notes, those of a group in the order they come in."""
        groups = [
            (group, [(self._text(one), one.note.id, one.note.kind.value, one.note.resolved) for one in own])
            for group, own in grouped(notes)
        ]
        if groups == self._groups:
            return
        self._groups = groups
        self._is_due = True
        if self.isVisible():
            self._fill()
        self._list.setVisible(bool(notes))
        self._empty.setVisible(not notes)

    def _fill(self) -> None:
        self._is_due = False
        chosen, group, row = self._chosen_id(), self._chosen_group(), self._list.currentRow()
        self._list.clear()
        for each, rows in self._groups:
            self._list.addItem(_heading(each, len(rows), folded=each in self._folded))
            for text, note_id, kind, resolved in rows if each not in self._folded else ():
                item = QListWidgetItem(text)
                item.setData(_ID, note_id)
                item.setData(_KIND, kind)
                item.setData(_RESOLVED, resolved)
                self._list.addItem(item)
        self._list.fit()
        if chosen:
            self.show_current(chosen)
        elif group is not None:
            self._list.setCurrentRow(self._row_where(HEADING, group.value))
        if self._list.currentRow() < 0 and self._list.hasFocus():
            # The keyboard goes on where the row that is gone was.
            self._list.setCurrentRow(min(row, self._list.count() - 1))
        self._show_buttons()

    def _fold(self, group: NoteGroup | None, folded: bool) -> None:
        if group is not None and folded != (group in self._folded):
            self._folded ^= {group}
            self._fill()

    def _choose(self) -> None:
        group = self._chosen_group()
        if group is not None:
            self._fold(group, group not in self._folded)
        else:
            self._ask(self.note_chosen.emit)

    def _row_where(self, role: Qt.ItemDataRole | int, value: str) -> int:
        rows = range(self._list.count())
        return next((row for row in rows if self._list.item(row).data(role) == value), -1)

    def show_current(self, note_id: str) -> None:
        """Mark the note whose words the caret is in, or which is worked on; an empty id marks none."""
        row = self._row_where(_ID, note_id)
        if row != self._list.currentRow():
            self._list.setCurrentRow(row)

    def _text(self, one: Noted) -> str:
        note = one.note
        if note.kind is NoteKind.REMARK:
            head = f"“{one.quote}”" if one.quote else "Its words are gone"
        elif note.kind is NoteKind.INSERTED:
            head = f"Put in: “{one.quote}”"
        else:
            head = f"Taken out: “{_short(note.thread[0].text)}”"
        remarks = note.thread if note.kind is NoteKind.REMARK else note.thread[1:]
        told = [self.remark_text(remark) for remark in remarks]
        if note.kind is not NoteKind.REMARK:
            told.insert(0, self._who(note.thread[0]))
        return "\n".join((head, *told))

    def remark_text(self, remark: Remark) -> str:
        """A remark in one row: who, when, what."""
        return f"{self._who(remark)}: {_short(remark.text)}"

    def _who(self, remark: Remark) -> str:
        at = f", {moment_text(remark.at, self._now(), self._zone)}" if remark.at is not None else ""
        return f"{remark.author or 'Somebody'}{at}"

    def _chosen_id(self) -> str:
        item = self._list.currentItem()
        return str(item.data(_ID) or "") if item is not None else ""

    def _chosen_group(self) -> NoteGroup | None:
        """The group whose heading is the current row."""
        item = self._list.currentItem()
        return NoteGroup(item.data(HEADING)) if item is not None and item.data(HEADING) else None

    def _ask(self, say: Callable[[str], None]) -> None:
        """Say of which note something is wanted."""
        if self._chosen_id():
            say(self._chosen_id())

    def _say_resolved(self) -> None:
        item = self._list.currentItem()
        if item is not None and self._chosen_id():
            self.resolved.emit(item.data(_ID), not item.data(_RESOLVED))

    def _say_removed(self) -> None:
        """Delete keeps an undecided edit, and takes a note away."""
        item = self._list.currentItem()
        if item is not None and self._chosen_id():
            is_edit = item.data(_KIND) != NoteKind.REMARK.value
            (self.kept if is_edit else self.removed).emit(item.data(_ID))

    def _show_buttons(self) -> None:
        item = self._list.currentItem()
        kind = item.data(_KIND) if item is not None else ""
        is_remark, is_edit = kind == NoteKind.REMARK.value, bool(kind) and kind != NoteKind.REMARK.value
        for button in (self._answer, self._resolve, self._remove):
            button.setVisible(is_remark)
        for button in (self._keep, self._take_back):
            button.setVisible(is_edit)
        if item is not None:
            self._resolve.setText("Open again" if item.data(_RESOLVED) else "Resolve")

    def _button(self, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        set_variant(button, "flat")
        button.clicked.connect(act)
        return button

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_due:
            self._fill()


def _heading(group: NoteGroup, count: int, *, folded: bool) -> QListWidgetItem:
    item = QListWidgetItem(icon_of(Icon.COLLAPSED if folded else Icon.EXPANDED), f"{group.value}  {count}")
    item.setData(HEADING, group.value)
    said = f"{group.value}, {count} {'note' if count == 1 else 'notes'}, {'folded' if folded else 'open'}"
    item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
    return item


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_REMARK else f"{text[: _LONGEST_REMARK - 1]}…"
