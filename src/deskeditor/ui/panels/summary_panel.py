"""The panel of the summary bullets: written in place, put in order by drag or keys."""

from collections.abc import Callable, Iterable
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from deskeditor.article.article import SummaryBullet
from deskeditor.ui.bullet_row import BulletRow
from deskeditor.ui.icons import Icon, Tone, icon_of
from deskeditor.ui.theme import set_variant


class SummaryPanel(QWidget):
    """Shows the bullets through editors that the window makes, one for each id; emits what is asked of them."""

    bullet_added = Signal(object)
    """A new bullet is wanted behind the one of this id; None for at the end."""
    bullet_removed = Signal(object)
    bullet_moved = Signal(object, int)
    """The bullet's id, and its place among the others counted from 0."""
    passage_asked = Signal(object)
    """The words that the bullet of this id sums up are to be shown."""

    def __init__(self, make_line_editor: Callable[[UUID], QWidget], parent: QWidget | None = None) -> None:
        """`make_line_editor` gives a new editor of lines that shows the bullet's document."""
        super().__init__(parent)
        self._make_line_editor = make_line_editor
        self._rows: list[BulletRow] = []
        self._linked: frozenset[UUID] = frozenset()
        self._longest = 0
        self._advised = (0, 0)
        self._focus_new = False
        self._drop_at: int | None = None
        self._marker = QFrame(self)
        self._marker.setProperty("look", "drop-marker")
        self._marker.hide()
        self._hint = QLabel("What must a reader know who reads only this?")
        self._hint.setWordWrap(True)
        set_variant(self._hint, "soft")
        self._add = QPushButton("Add point")
        self._add.setIcon(icon_of(Icon.ADD, Tone.ACCENT))
        set_variant(self._add, "flat")
        self._add.clicked.connect(lambda: self._ask_for_new(self._rows[-1].bullet_id if self._rows else None))
        self._advice = QLabel()
        self._advice.setWordWrap(True)
        set_variant(self._advice, "small")
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._hint)
        layout.addLayout(self._list)
        layout.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._advice)
        self.show_advice(0, 0, 0)

    def show_advice(self, fewest: int, most: int, longest: int) -> None:
        """Advise on the number of bullets and on the characters of each; 0 for no advice."""
        self._advised, self._longest = (fewest, most), longest
        for row in self._rows:
            row.show_longest(longest)
        self._show_count()

    def show_linked(self, bullets: frozenset[UUID]) -> None:
        """Say of which bullets the words that they sum up are known."""
        self._linked = bullets
        for row in self._rows:
            row.show_linked(row.bullet_id in bullets)

    def show_bullets(self, bullets: tuple[SummaryBullet, ...]) -> None:
        """Show an article's bullets; editors of those that stay are kept, the caret with them."""
        focused_at = next((at for at, row in enumerate(self._rows) if row.has_focus()), None)
        known = {row.bullet_id: row for row in self._rows}
        rows: list[BulletRow] = []
        fresh: list[BulletRow] = []
        for bullet in bullets:
            row = known.pop(bullet.id, None)
            if row is None:
                row = self._new_row(bullet.id)
                fresh.append(row)
            rows.append(row)
        if rows != self._rows:
            focused = self._rows[focused_at] if focused_at is not None else None
            self._rows = rows
            self._lay_out(known.values())
            if self._focus_new and fresh:
                fresh[0].setFocus()
            elif focused is not None and focused in rows:
                focused.setFocus()
            elif focused_at is not None:
                (rows[max(0, min(focused_at - 1, len(rows) - 1))] if rows else self._add).setFocus()
        self._focus_new = False
        self._show_count()

    def replace_editors(self) -> None:
        """Forget all rows: the next bullets shown get editors of their own, as for another article."""
        gone, self._rows = self._rows, []
        self._lay_out(gone)

    def focus_bullet(self, bullet_id: UUID | None = None) -> None:
        """Put the caret into a bullet, the first for None; on the button where there is none."""
        target = next((row for row in self._rows if bullet_id in (None, row.bullet_id)), None)
        (target or self._add).setFocus(Qt.FocusReason.OtherFocusReason)

    def editors(self) -> tuple[QWidget, ...]:
        """The bullets' editors, from the top."""
        return tuple(row.editor for row in self._rows)

    def editor_of(self, bullet_id: UUID) -> QWidget | None:
        """The editor of a bullet; None where it is not shown."""
        return next((row.editor for row in self._rows if row.bullet_id == bullet_id), None)

    def bullet_of(self, editor: QWidget) -> UUID | None:
        """The bullet whose words `editor` shows."""
        return next((row.bullet_id for row in self._rows if row.editor is editor), None)

    def _lay_out(self, gone: Iterable[BulletRow]) -> None:
        for row in gone:
            row.hide()
            self._list.removeWidget(row)
            row.deleteLater()
        for at, row in enumerate(self._rows):
            if self._list.indexOf(row) != at:
                self._list.insertWidget(at, row)
            row.show_number(at + 1)
            row.show()
        previous: QWidget | None = None
        for row in self._rows:
            if previous is not None:
                QWidget.setTabOrder(previous, row.editor)
            previous = row.editor
        if previous is not None:
            QWidget.setTabOrder(previous, self._add)

    def _new_row(self, bullet_id: UUID) -> BulletRow:
        row = BulletRow(bullet_id, self._make_line_editor, self)
        row.show_longest(self._longest)
        row.show_linked(bullet_id in self._linked)
        row.passage_asked.connect(lambda: self.passage_asked.emit(bullet_id))
        row.next_asked.connect(lambda: self._ask_for_new(bullet_id))
        row.removal_asked.connect(lambda: self.bullet_removed.emit(bullet_id))
        row.move_asked.connect(lambda by: self._move(row, by))
        row.focus_asked.connect(lambda by: self._step(row, by))
        row.dragged.connect(lambda at: self._show_drop(row, at))
        row.dropped.connect(lambda: self._drop(row))
        return row

    def _ask_for_new(self, after: UUID | None) -> None:
        self._focus_new = True
        self.bullet_added.emit(after)

    def _move(self, row: BulletRow, by: int) -> None:
        to = self._rows.index(row) + by
        if 0 <= to < len(self._rows):
            self.bullet_moved.emit(row.bullet_id, to)

    def _step(self, row: BulletRow, by: int) -> None:
        to = self._rows.index(row) + by
        if 0 <= to < len(self._rows):
            self._rows[to].setFocus()

    def _show_drop(self, row: BulletRow, at: QPoint) -> None:
        y = self.mapFromGlobal(at).y()
        above = sum(1 for other in self._rows if other.geometry().center().y() < y)
        line = self._rows[above].y() if above < len(self._rows) else self._rows[-1].geometry().bottom() + 1
        self._marker.setGeometry(18, line - 1, max(self.width() - 18, 20), 2)
        self._marker.raise_()
        own = self._rows.index(row)
        self._drop_at = above - 1 if above > own else above
        self._marker.setVisible(self._drop_at != own)

    def _drop(self, row: BulletRow) -> None:
        self._marker.hide()
        to, self._drop_at = self._drop_at, None
        if to is not None and to != self._rows.index(row):
            self.bullet_moved.emit(row.bullet_id, to)

    def _show_count(self) -> None:
        count = len(self._rows)
        self._hint.setVisible(count == 0)
        fewest, most = self._advised
        said = f"{count} point" if count == 1 else f"{count} points"
        if most and not fewest <= count <= most:
            said += f" · {fewest}–{most} read best"
        self._advice.setText(said)
        self._advice.setVisible(count > 0 or most > 0)
