"""The folded fields of a source: only the title is required, and each says its value once a person means it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from deskeditor.article.sources import Source, Terms
from deskeditor.ui.choice_edit import ChoiceEdit
from deskeditor.ui.icon_label import IconLabel
from deskeditor.ui.icons import Icon, Tone
from deskeditor.ui.labelled_field import LabelledField
from deskeditor.ui.metadata_edit import MetadataEdit
from deskeditor.ui.metadata_text import MetadataText
from deskeditor.ui.source_words import KIND_LABELS, OFF_RECORD_ADVICE, TERMS_LABELS
from deskeditor.ui.theme import set_variant


class SourceFields(QWidget):
    """`edited` carries the name of a field of `Source` and its new value."""

    edited = Signal(str, object)
    page_asked = Signal()
    archived_asked = Signal()
    file_asked = Signal()
    removal_asked = Signal()

    def __init__(self, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._known: dict[str, str] = {}
        self._shows: list[Callable[[Source], None]] = []
        self._commits: list[Callable[[], None]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 4, 6, 8)
        self._column.setSpacing(8)
        self.title = MetadataEdit("Title")
        self._text(self._column, "title", self.title)
        pair = self._pair()
        self._choice(pair, "kind", "Type", [(label, kind) for kind, label in KIND_LABELS.items()])
        self._choice(pair, "primary", "At first hand", [("—", None), ("Primary", True), ("Secondary", False)])
        self._choice(self._column, "terms", "Terms", [(label, terms) for terms, label in TERMS_LABELS.items()])
        self._column.addWidget(self._secret_card())
        pair = self._pair()
        self._text(pair, "person", MetadataEdit("Person"))
        self._text(pair, "date", MetadataEdit("Date"))
        self._text(self._column, "contact", MetadataEdit("Contact (never leaves the desk)"))
        for name, label in (("url", "Address"), ("archived_url", "Archived copy")):
            field = MetadataEdit(label)
            field.setPlaceholderText("https://…")
            self._text(self._column, name, field)
        self._text(self._column, "remark", MetadataText("Remark", least_lines=2))
        self._open_page = self._button("Open page", self.page_asked.emit)
        self._open_archived = self._button("Open archived copy", self.archived_asked.emit)
        self._open_file = self._button("Open file", self.file_asked.emit)
        self._remove = self._button("Remove", self.removal_asked.emit)
        for row in ((self._open_page, self._open_archived), (self._open_file, self._remove)):
            line = QHBoxLayout()
            line.setSpacing(0)
            for button in row:
                line.addWidget(button)
            line.addStretch(1)
            self._column.addLayout(line)
        self.show_source(source)

    def show_source(self, source: Source) -> None:
        """Show a source's values. What a person is typing in a field stays unless that very value changed."""
        self._source = source
        for show in self._shows:
            show(source)
        self._secret.setVisible(source.terms is Terms.OFF_RECORD)
        self._open_page.setVisible(bool(source.url))
        self._open_archived.setVisible(bool(source.archived_url))
        self._open_file.setVisible(bool(source.media))
        self._open_file.setToolTip(source.file_name)

    def commit(self) -> None:
        """Say what was typed and not yet said."""
        for commit in self._commits:
            commit()

    def _secret_card(self) -> QFrame:
        self._secret = QFrame()
        self._secret.setProperty("look", "alert")
        advice = QLabel(OFF_RECORD_ADVICE)
        advice.setWordWrap(True)
        layout = QHBoxLayout(self._secret)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(6)
        layout.addWidget(IconLabel(Icon.HOLD, Tone.DANGER), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(advice, 1)
        return self._secret

    def _pair(self) -> QHBoxLayout:
        pair = QHBoxLayout()
        pair.setSpacing(8)
        self._column.addLayout(pair)
        return pair

    def _text(self, into: QVBoxLayout | QHBoxLayout, name: str, field: MetadataEdit | MetadataText) -> None:
        def show(source: Source) -> None:
            value = str(getattr(source, name))
            # What a person is typing is not taken from her because something else of the source changed.
            is_kept = field.hasFocus() and value in (self._known.get(name), _typed(field).strip())
            self._known[name] = value
            if not is_kept:
                field.show_text(value)

        field.committed.connect(lambda text: self._say(name, text.strip()))
        into.addWidget(LabelledField(field.accessibleName(), field), 1 if isinstance(into, QHBoxLayout) else 0)
        self._shows.append(show)
        self._commits.append(field.commit)

    def _choice(self, into: QVBoxLayout | QHBoxLayout, name: str, label: str, choices: list[tuple[str, Any]]) -> None:
        field = ChoiceEdit(label)
        field.show_choices(choices)
        field.chosen.connect(lambda value: self._say(name, value))
        into.addWidget(LabelledField(label, field), 1 if isinstance(into, QHBoxLayout) else 0)
        self._shows.append(lambda source: field.show_value(getattr(source, name)))

    def _button(self, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        set_variant(button, "flat")
        button.clicked.connect(act)
        return button

    def _say(self, name: str, value: Any) -> None:
        if name == "title" and not value:
            # The one field that can't be empty says again what it was.
            self.title.show_text(self._source.title)
        elif getattr(self._source, name) != value:
            self.edited.emit(name, value)


def _typed(field: MetadataEdit | MetadataText) -> str:
    return field.text() if isinstance(field, MetadataEdit) else field.toPlainText()
