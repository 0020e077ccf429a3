"""The list of related reads."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from deskeditor.article.article import Related
from deskeditor.ui.icons import Icon, Tone, icon_of
from deskeditor.ui.related_row import RelatedRow
from deskeditor.ui.theme import set_variant


class RelatedEdit(QWidget):
    """`committed` carries a tuple of `Related`; rows without a title are on screen only."""

    committed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[RelatedRow] = []
        self._known: tuple[Related, ...] = ()
        self._add = QPushButton("Add related read")
        self._add.setIcon(icon_of(Icon.ADD, Tone.ACCENT))
        set_variant(self._add, "flat")
        self._add.clicked.connect(self._begin_row)
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._column)
        layout.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self._add)

    def show_related(self, related: tuple[Related, ...]) -> None:
        """Show the article's related reads; rows being typed stay where nothing changed."""
        self._known = related
        if self._value() == related:
            return
        while len(self._rows) > len(related):
            self._drop(self._rows[-1])
        while len(self._rows) < len(related):
            self._new_row()
        for row, read in zip(self._rows, related, strict=True):
            row.show_related(read)

    def commit(self) -> None:
        """Say what was typed, if that is news."""
        for row in self._rows:
            row.commit()

    def _value(self) -> tuple[Related, ...]:
        return tuple(read for read in (row.related() for row in self._rows) if read.title)

    def _new_row(self) -> RelatedRow:
        row = RelatedRow(len(self._rows) + 1)
        row.edited.connect(self._say)
        row.removal_asked.connect(lambda: self._remove(row))
        self._rows.append(row)
        self._column.addWidget(row)
        return row

    def _begin_row(self) -> None:
        self._new_row().setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, row: RelatedRow) -> None:
        self._drop(row)
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say()

    def _drop(self, row: RelatedRow) -> None:
        self._rows.remove(row)
        row.hide()
        self._column.removeWidget(row)
        row.deleteLater()

    def _say(self) -> None:
        if self._value() != self._known:
            self._known = self._value()
            self.committed.emit(self._known)
