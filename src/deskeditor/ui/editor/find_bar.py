"""The bar in which a person says what is looked for in the article, and what takes its place."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from deskeditor.language.matching import Query
from deskeditor.ui.icons import Icon, icon_of
from deskeditor.ui.theme import set_variant

_MOST_REMEMBERED: Final = 30
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ICON: Final = 16


class FindBar(QWidget):
    """`asked` says that something else is looked for; the window finds it and says here what it found."""

    asked = Signal()
    stepped = Signal(bool)
    """To the next hit, or back to the one before for True."""

    replaced_one = Signal()
    replaced_all = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_variant(self, "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Find in this article")
        self._past: list[str] = []
        self._past_at: int | None = None
        self.find_field = QLineEdit()
        self.find_field.setPlaceholderText("Find in this article")
        self.find_field.setAccessibleName("Find")
        self.find_field.setClearButtonEnabled(True)
        self.replace_field = QLineEdit()
        self.replace_field.setPlaceholderText("Replace with")
        self.replace_field.setAccessibleName("Replace with")
        self._count = QLabel()
        self._count.setAccessibleName("Hits")
        set_variant(self._count, "small")
        self._fault = QLabel()
        self._fault.setWordWrap(True)
        set_variant(self._fault, "small")
        self._fault.hide()
        self.case_button = self._toggle("Aa", "Capitals count", "Match case")
        self.word_button = self._toggle("W", "Whole words only", "Whole words")
        self.regex_button = self._toggle(".*", "A regular expression", "Regular expression")
        self.exact_button = self._toggle("á", "Accents, quotation marks and dashes count", "Exactly these characters")
        self.selection_button = self._toggle("[ ]", "Only in the selection", "In the selection")
        self.previous_button = self._button(Icon.PREVIOUS, "Previous hit (Shift+F3)", lambda: self.stepped.emit(True))
        self.next_button = self._button(Icon.NEXT, "Next hit (F3)", lambda: self.stepped.emit(False))
        self.close_button = self._button(Icon.REMOVE, "Close (Esc)", self.close_bar)
        self.replace_button = QPushButton("Replace")
        self.all_button = QPushButton("Replace all")
        self.replace_button.clicked.connect(self.replaced_one)
        self.all_button.clicked.connect(self.replaced_all)
        self._lay_out()
        self.find_field.textChanged.connect(self.asked)
        for field in (self.find_field, self.replace_field):
            field.installEventFilter(self)
        self.show_count(None, 0)
        self.hide()

    @property
    def query(self) -> Query:
        """What is looked for."""
        return Query(
            text=self.find_field.text(),
            case=self.case_button.isChecked(),
            whole_word=self.word_button.isChecked(),
            regex=self.regex_button.isChecked(),
            exact=self.exact_button.isChecked(),
        )

    @property
    def instead(self) -> str:
        """What takes the place of a hit."""
        return self.replace_field.text()

    @property
    def only_selection(self) -> bool:
        """Whether hits outside the selection don't count."""
        return self.selection_button.isChecked()

    def open_with(self, words: str, *, replacing: bool, in_selection: bool) -> None:
        """Show the bar, ready to be typed in; `words` are looked for at once where there are any."""
        self._show_replacing(replacing or (self.isVisible() and self.replace_field.isVisible()))
        self.selection_button.setChecked(in_selection)
        if words:
            self.find_field.setText(words)
        self.show()
        goes_to_replace = replacing and bool(self.find_field.text()) and not in_selection
        field = self.replace_field if goes_to_replace and words else self.find_field
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()
        self.asked.emit()

    def close_bar(self) -> None:
        """Put the bar away; what was looked for is remembered."""
        self.remember()
        self.hide()
        self.closed.emit()

    def remember(self) -> None:
        """Keep what was looked for, to be fetched back by the arrow up."""
        text = self.find_field.text()
        if text:
            self._past = [text, *(past for past in self._past if past != text)][:_MOST_REMEMBERED]
        self._past_at = None

    def show_count(self, at: int | None, count: int) -> None:
        """Say which hit is the current one, counted from 0, and how many there are."""
        if not self.find_field.text():
            said = ""
        elif not count:
            said = "Not found"
        else:
            said = f"{at + 1} of {count:n}" if at is not None else f"{count:n} found"
        self._fault.hide()
        self._count.setText(said)
        buttons = (self.previous_button, self.next_button, self.replace_button, self.all_button)
        if not count and any(button.hasFocus() for button in buttons):
            # Qt would hand the focus of a button that is switched off to anything in the window.
            self.find_field.setFocus(Qt.FocusReason.OtherFocusReason)
        for button in buttons:
            button.setEnabled(count > 0)

    def show_fault(self, sentence: str) -> None:
        """Say why nothing can be looked for."""
        self.show_count(None, 0)
        self._count.clear()
        self._fault.setText(sentence)
        self._fault.show()

    def _show_replacing(self, replacing: bool) -> None:
        for widget in (self.replace_field, self.replace_button, self.all_button):
            widget.setVisible(replacing)

    def _toggle(self, sign: str, tip: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setToolTip(tip)
        button.setAccessibleName(name)
        button.setCheckable(True)
        button.setFixedWidth(30)
        button.toggled.connect(self.asked)
        return button

    def _button(self, icon: Icon, tip: str, act: object) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon_of(icon))
        button.setIconSize(QSize(_ICON, _ICON))
        button.setToolTip(tip)
        button.setAccessibleName(tip.partition(" (")[0])
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        choices = _row(
            (self.case_button, self.word_button, self.exact_button, self.regex_button, self.selection_button)
        )
        steps = _row((self.previous_button, self.next_button, self.close_button))
        replacing = _row((self.replace_button, self.all_button), spacing=8)
        replacing.addStretch(1)
        layout = QGridLayout(self)
        layout.setContentsMargins(12, 4, 12, 8)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(4)
        layout.addWidget(self.find_field, 0, 0)
        layout.addLayout(choices, 0, 1)
        layout.addWidget(self._count, 0, 2)
        layout.addLayout(steps, 0, 3)
        layout.addWidget(self.replace_field, 1, 0)
        layout.addLayout(replacing, 1, 1, 1, 3)
        layout.addWidget(self._fault, 2, 0, 1, 4)
        layout.setColumnStretch(0, 1)
        self._count.setMinimumWidth(72)
        self.find_field.setMinimumWidth(100)

    def _fetch_past(self, back: bool) -> None:
        at = -1 if self._past_at is None else self._past_at
        at = at + 1 if back else at - 1
        if 0 <= at < len(self._past):
            self._past_at = at
            self.find_field.setText(self._past[at])
            self._past_at = at

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        match event.key():
            case key if key in _ENTER and watched is self.find_field:
                self.remember()
                self.stepped.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            case key if key in _ENTER:
                alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
                (self.replaced_all if alt else self.replaced_one).emit()
            case Qt.Key.Key_Escape:
                self.close_bar()
            case Qt.Key.Key_Up | Qt.Key.Key_Down if watched is self.find_field:
                self._fetch_past(event.key() == Qt.Key.Key_Up)
            case _:
                return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)


def _row(widgets: Sequence[QWidget], *, spacing: int = 2) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(spacing)
    for widget in widgets:
        row.addWidget(widget)
    return row
