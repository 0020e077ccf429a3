"""One source in the panel: its head, and below it the fields that unfold."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from deskeditor.article.sources import Source
from deskeditor.ui.source_fields import SourceFields
from deskeditor.ui.source_head import SourceHead


class SourceRow(QFrame):
    """`edited` carries the name of a field of `Source` and its new value. Escape leads from the fields to the head."""

    edited = Signal(str, object)
    removal_asked = Signal()
    page_asked = Signal()
    archived_asked = Signal()
    file_asked = Signal()

    def __init__(self, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._fields: SourceFields | None = None
        self.head = SourceHead()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.head)
        self.setFocusProxy(self.head)
        self.head.toggle_asked.connect(lambda: self.unfold(not self.is_unfolded))
        self.head.title_asked.connect(self.edit_title)
        self.head.removal_asked.connect(self.removal_asked)
        self.head.open_asked.connect(self._ask_to_open)

    @property
    def source(self) -> Source:
        """The source that is shown."""
        return self._source

    @property
    def is_unfolded(self) -> bool:
        """Whether the fields can be seen."""
        return self._fields is not None and not self._fields.isHidden()

    def show_source(self, source: Source, supports: int, contradicts: int) -> None:
        """Show a source, and how many claims it bears out and speaks against."""
        self._source = source
        self.head.show_source(source, supports, contradicts)
        if self._fields is not None:
            self._fields.show_source(source)

    def unfold(self, unfolded: bool) -> None:
        """Show the fields, or fold them away; what was typed in them is said first."""
        if self._fields is None and unfolded:
            self._fields = SourceFields(self._source, self)
            self._fields.edited.connect(self.edited)
            self._fields.removal_asked.connect(self.removal_asked)
            self._fields.page_asked.connect(self.page_asked)
            self._fields.archived_asked.connect(self.archived_asked)
            self._fields.file_asked.connect(self.file_asked)
            self._layout.addWidget(self._fields)
        if self._fields is not None:
            if not unfolded:
                self.commit()
                if self._fields.isAncestorOf(self.focusWidget() or self):
                    self.head.setFocus(Qt.FocusReason.OtherFocusReason)
            self._fields.setVisible(unfolded)
        self.head.show_open(unfolded)

    def edit_title(self) -> None:
        """Put the caret into the title."""
        self.unfold(True)
        if self._fields is not None:
            self._fields.title.setFocus(Qt.FocusReason.OtherFocusReason)
            self._fields.title.selectAll()

    def commit(self) -> None:
        """Say what was typed and not yet said."""
        if self._fields is not None:
            self._fields.commit()

    def _ask_to_open(self) -> None:
        if self._source.media:
            self.file_asked.emit()
        elif self._source.url:
            self.page_asked.emit()
        elif self._source.archived_url:
            self.archived_asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape and self._fields is not None and focused is not self.head:
            self.head.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)
