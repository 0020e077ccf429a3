"""The bar in which a person says what is looked for in the article, and what takes its place."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from deskeditor.language.matching import Query
from deskeditor.ui.icons import Icon, icon_of
from deskeditor.ui.theme import set_variant

_MOST_REMEMBERED: Final = 30
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ICON: Final = 16
_COUNTING: Final = "…"

_NARROW: Final = 540
"""Pixels: below this the toggles go under the field."""

_NARROWEST: Final = 300


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
        self.regex_button = self._toggle(
            ".*", "A regular expression: accents, quotation marks and dashes count in it", "Regular expression"
        )
        self.exact_button = self._toggle("á", "Accents, quotation marks and dashes count", "Exactly these characters")
        self.selection_button = self._toggle("[ ]", "Only in the selection", "In the selection")
        self.previous_button = self._button(Icon.PREVIOUS, "Previous hit (Shift+F3)", lambda: self.stepped.emit(True))
        self.next_button = self._button(Icon.NEXT, "Next hit (F3)", lambda: self.stepped.emit(False))
        self.close_button = self._button(Icon.REMOVE, "Close (Esc)", self.close_bar)
        self.capitals_button = self._toggle(
            "Ab", "A replacement gets the capitals of what it replaces", "Keep capitals"
        )
        self.replace_button = QPushButton("Replace")
        self.all_button = QPushButton("Replace all")
        self.regex_button.toggled.connect(self.exact_button.setDisabled)
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
    def keeps_capitals(self) -> bool:
        """Whether a replacement gets the capitals of what it replaces."""
        return self.capitals_button.isChecked()

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

    @property
    def is_counted(self) -> bool:
        """Whether it is no longer being looked for."""
        return self._count.text() != _COUNTING

    def show_counting(self) -> None:
        """Say that it is still being looked for."""
        self._fault.hide()
        self._count.setText(_COUNTING)
        for button in (self.previous_button, self.next_button, self.replace_button, self.all_button):
            button.setEnabled(True)

    def show_fault(self, sentence: str) -> None:
        """Say why nothing can be looked for."""
        self.show_count(None, 0)
        self._count.clear()
        self._fault.setText(sentence)
        self._fault.show()

    def _show_replacing(self, replacing: bool) -> None:
        self.replace_field.setVisible(replacing)
        self._replacing.setVisible(replacing)

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
        choices = (self.case_button, self.word_button, self.exact_button, self.regex_button, self.selection_button)
        steps = (self.previous_button, self.next_button, self.close_button)
        replacing = (self.replace_button, self.all_button, self.capitals_button)
        self._choices = _row(choices)
        self._steps = _row(steps)
        self._replacing = _row(replacing, spacing=8)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 4, 12, 8)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._count.setMinimumWidth(72)
        self.find_field.setMinimumWidth(100)
        self._is_narrow = False
        self._arrange()
        for before, after in pairwise((self.find_field, self.replace_field, *choices, *steps, *replacing)):
            self.setTabOrder(before, after)

    def _arrange(self) -> None:
        """Put everything into two rows, or into four where there is little room."""
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        for widget in (self.find_field, self._choices, self._count, self._steps, self.replace_field, self._replacing):
            self._grid.removeWidget(widget)
        self._grid.removeWidget(self._fault)
        if self._is_narrow:
            self._grid.addWidget(self.find_field, 0, 0)
            self._grid.addWidget(self._steps, 0, 1, 1, 3, right)
            self._grid.addWidget(self._choices, 1, 0, left)
            self._grid.addWidget(self._count, 1, 1, 1, 3, right)
            self._grid.addWidget(self.replace_field, 2, 0, 1, 4)
            self._grid.addWidget(self._replacing, 3, 0, 1, 4, left)
        else:
            self._grid.addWidget(self.find_field, 0, 0)
            self._grid.addWidget(self._choices, 0, 1)
            self._grid.addWidget(self._count, 0, 2)
            self._grid.addWidget(self._steps, 0, 3)
            self._grid.addWidget(self.replace_field, 1, 0)
            self._grid.addWidget(self._replacing, 1, 1, 1, 3, left)
        self._grid.addWidget(self._fault, 4, 0, 1, 4)

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

    def minimumSizeHint(self) -> QSize:
        return QSize(min(super().minimumSizeHint().width(), _NARROWEST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_narrow = event.size().width() < _NARROW
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._arrange()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)


def _row(widgets: Sequence[QWidget], *, spacing: int = 2) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    for widget in widgets:
        row.addWidget(widget)
    return holder
