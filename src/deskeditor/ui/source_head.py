"""The head of a source's row: number, title, what is known of it, and OFF RECORD where that holds."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from deskeditor.article.sources import Source, Terms
from deskeditor.ui.icons import Icon, icon_of
from deskeditor.ui.source_words import OFF_RECORD, source_facts
from deskeditor.ui.theme import set_variant


class SourceHead(QFrame):
    """Keys: Enter unfolds, arrows move, 1 to 9 go to that source, O opens it, F2 edits its title, Delete removes it."""

    toggle_asked = Signal()
    title_asked = Signal()
    removal_asked = Signal()
    open_asked = Signal()
    paste_asked = Signal()
    moved = Signal(int)
    """By so many rows, 0 for neither: up is -1."""
    number_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_variant(self, "source")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._is_open = False
        self._number = QLabel()
        set_variant(self._number, "number")
        self._title = QLabel()
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._facts = QLabel()
        self._facts.setWordWrap(True)
        self._facts.setTextFormat(Qt.TextFormat.PlainText)
        set_variant(self._facts, "small")
        self._secret = QLabel(OFF_RECORD)
        set_variant(self._secret, "off-record")
        self._fold = QToolButton()
        self._fold.setIconSize(QSize(12, 12))
        self._fold.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fold.clicked.connect(self.toggle_asked)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._secret, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self._facts)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 5, 2, 5)
        layout.setSpacing(8)
        layout.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignTop)
        self.show_open(False)

    def show_source(self, source: Source, supports: int, contradicts: int) -> None:
        """Show a source, and how many claims it bears out and speaks against."""
        is_secret = source.terms is Terms.OFF_RECORD
        facts = source_facts(source, supports, contradicts)
        self._number.setText(str(source.number))
        self._title.setText(source.title)
        self._facts.setText(facts)
        self._secret.setVisible(is_secret)
        said = (f"Source {source.number}: {source.title}", "off the record" if is_secret else "", facts)
        self.setAccessibleName(", ".join(filter(None, said)))

    def show_open(self, is_open: bool) -> None:
        """Show whether the fields below can be seen."""
        self._is_open = is_open
        self._fold.setIcon(icon_of(Icon.EXPANDED if is_open else Icon.COLLAPSED))
        self._fold.setAccessibleName("Fold source" if is_open else "Unfold source")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.toggle_asked.emit()

    def event(self, event: QEvent) -> bool:
        # A plain letter of the list must not reach a shortcut of the window.
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit()
            return
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.toggle_asked.emit()
            case Qt.Key.Key_Right if not self._is_open:
                self.toggle_asked.emit()
            case Qt.Key.Key_Left if self._is_open:
                self.toggle_asked.emit()
            case Qt.Key.Key_Up:
                self.moved.emit(-1)
            case Qt.Key.Key_Down:
                self.moved.emit(1)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.removal_asked.emit()
            case Qt.Key.Key_F2:
                self.title_asked.emit()
            case Qt.Key.Key_O:
                self.open_asked.emit()
            case key if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
                self.number_asked.emit(key - Qt.Key.Key_0)
            case _:
                super().keyPressEvent(event)


def _is_own(event: QKeyEvent) -> bool:
    if event.matches(QKeySequence.StandardKey.Paste):
        return True
    return event.key() == Qt.Key.Key_F2 and not event.modifiers()
