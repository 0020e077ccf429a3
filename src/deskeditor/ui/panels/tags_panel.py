"""The panel of an article's tags: chips, and an input that completes from the desk's known tags."""

from collections.abc import Sequence
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from deskeditor.article.tags import Tag
from deskeditor.ui.flow_layout import FlowLayout
from deskeditor.ui.metadata_edit import MetadataEdit
from deskeditor.ui.suggestion_list import SuggestionList
from deskeditor.ui.suggestions import suggestions
from deskeditor.ui.tag_chip import TagChip


class TagsPanel(QWidget):
    """Shows tags, emits what a person wants of them.

    Keys on a chip: arrows move, Del or Backspace removes, Enter confirms an unsure one, F2 edits it
    in the input (a comma there splits it), S splits it at its spaces, J joins it with the next one.
    """

    tag_added = Signal(str)
    tag_removed = Signal(object)
    """The id of a tag."""
    tag_confirmed = Signal(object)
    """The id of a tag that is no longer in doubt."""
    tags_replaced = Signal(object, object)
    """A tuple of ids to take off, and a tuple of labels that come in the place of the first of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: tuple[str, ...] = ()
        self._chips: list[TagChip] = []
        self._edited: TagChip | None = None
        self._input = MetadataEdit("Add a tag")
        self._input.setPlaceholderText("Add a tag…")
        self._input.installEventFilter(self)
        self._suggestions = SuggestionList("Known tags", self)
        self._suggestions.chosen.connect(self._take)
        self._flow_host = QWidget()
        self._flow = FlowLayout(self._flow_host, gap=6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._flow_host)
        layout.addWidget(self._input)
        self._flow_host.hide()
        self._input.textEdited.connect(self._read_input)
        self.setFocusProxy(self._input)

    def show_known_tags(self, labels: Sequence[str]) -> None:
        """Offer these labels for completion."""
        self._known = tuple(labels)

    def show_tags(self, tags: tuple[Tag, ...]) -> None:
        """Show an article's tags; the focus stays at its place in the row."""
        focused = next((at for at, chip in enumerate(self._chips) if chip.hasFocus()), None)
        kept = {chip.tag.id: chip for chip in self._chips}
        wanted = {tag.id for tag in tags}
        for chip in self._chips:
            if chip.tag.id not in wanted:
                self._drop(chip)
        while self._flow.takeAt(0):
            pass
        self._chips = [kept.get(tag.id) or self._new_chip(tag) for tag in tags]
        for chip, tag in zip(self._chips, tags, strict=True):
            chip.show_tag(tag)
            self._flow.addWidget(chip)
            chip.show()
        self._order_focus()
        self._flow_host.setVisible(bool(tags))
        self._flow_host.updateGeometry()
        if focused is not None:
            self._focus(min(focused, len(self._chips) - 1))

    def add_typed(self) -> None:
        """Take what stands in the input, if anything does."""
        if self._input.text().strip():
            self._take(self._input.text())

    def _new_chip(self, tag: Tag) -> TagChip:
        chip = TagChip(tag, self._flow_host)
        chip.removal_asked.connect(lambda: self.tag_removed.emit(chip.tag.id))
        chip.confirmed.connect(lambda: self.tag_confirmed.emit(chip.tag.id))
        chip.edit_asked.connect(lambda: self._begin_edit(chip))
        chip.key_pressed.connect(lambda key: self._act(chip, key))
        return chip

    def _drop(self, chip: TagChip) -> None:
        if chip is self._edited:
            self._end_edit()
        chip.hide()
        chip.setParent(None)
        chip.deleteLater()

    def _order_focus(self) -> None:
        for before, after in pairwise([*self._chips, self._input]):
            QWidget.setTabOrder(before, after)

    def _focus(self, at: int) -> None:
        if 0 <= at < len(self._chips):
            self._chips[at].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _act(self, chip: TagChip, key: Qt.Key) -> None:
        at = self._chips.index(chip)
        step = -1 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else 1
        match key:
            case Qt.Key.Key_Left:
                self._focus(max(0, at - step))
            case Qt.Key.Key_Right:
                self._focus(max(0, at + step))
            case Qt.Key.Key_Home:
                self._focus(0)
            case Qt.Key.Key_End:
                self._focus(len(self._chips) - 1)
            case Qt.Key.Key_Down:
                self._focus(len(self._chips))
            case Qt.Key.Key_S:
                words = tuple(chip.tag.label.split())
                if len(words) > 1:
                    self.tags_replaced.emit((chip.tag.id,), words)
            case Qt.Key.Key_J:
                if at + 1 < len(self._chips):
                    self._join(chip.tag, self._chips[at + 1].tag)

    def _join(self, first: Tag, second: Tag) -> None:
        self.tags_replaced.emit((first.id, second.id), (f"{first.label} {second.label}",))

    def _begin_edit(self, chip: TagChip) -> None:
        self._edited = chip
        self._input.show_text(chip.tag.label)
        self._input.setPlaceholderText("A comma splits the tag")
        self._input.setFocus(Qt.FocusReason.OtherFocusReason)
        self._input.selectAll()

    def _end_edit(self) -> None:
        self._edited = None
        self._input.setPlaceholderText("Add a tag…")
        self._input.show_text("")
        self._suggestions.hide()

    def _read_input(self, text: str) -> None:
        if self._edited is None and ("," in text or "\t" in text):
            self._take(text)
            return
        on_article = [chip.tag.label for chip in self._chips]
        last = text.rpartition(",")[2]
        self._suggestions.offer(suggestions(last, self._known, without=on_article), self._input)

    def _take(self, text: str) -> None:
        labels = tuple(dict.fromkeys(" ".join(part.split()) for part in text.replace("\t", ",").split(",")))
        labels = tuple(label for label in labels if label)
        edited: UUID | None = self._edited.tag.id if self._edited else None
        unchanged = self._edited is not None and labels == (self._edited.tag.label,)
        self._end_edit()
        if edited is not None:
            if not unchanged:
                self.tags_replaced.emit((edited,), labels)
            return
        for label in labels:
            self.tag_added.emit(label)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._input:
            if event.type() is QEvent.Type.FocusOut:
                self._suggestions.hide()
            elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._handle_key(event):
                return True
        return super().eventFilter(watched, event)

    def _handle_key(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Down:
                self._suggestions.step(1)
            case Qt.Key.Key_Up if not self._suggestions.isHidden():
                self._suggestions.step(-1)
            case Qt.Key.Key_Up if self._chips:
                self._focus(len(self._chips) - 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not event.modifiers():
                self._take(self._suggestions.current() or self._input.text())
            case Qt.Key.Key_Tab if self._suggestions.current():
                self._take(self._suggestions.current())
            case Qt.Key.Key_Escape if not self._suggestions.isHidden() or self._edited:
                self._end_edit() if self._edited else self._suggestions.hide()
            case Qt.Key.Key_Backspace | Qt.Key.Key_Left if not self._input.text() and self._chips and not self._edited:
                self._focus(len(self._chips) - 1)
            case _:
                return False
        return True
