"""A row of the summary panel: a handle to drag by, the bullet's own editor, its length where that matters."""

from collections.abc import Callable
from typing import Protocol, cast, runtime_checkable
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from deskeditor.ui.framed_line import FramedLine
from deskeditor.ui.icon_label import IconLabel
from deskeditor.ui.icons import Icon, Tone, icon_of
from deskeditor.ui.theme import set_variant


@runtime_checkable
class LineWidget(Protocol):
    """What a row asks of the editor it is given."""

    def document(self) -> QTextDocument: ...

    def textCursor(self) -> QTextCursor: ...


def _small_button(icon: Icon, tone: Tone, name: str, keys: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon_of(icon, tone))
    button.setIconSize(QSize(12, 12))
    button.setFixedSize(20, 20)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setAccessibleName(name)
    button.setToolTip(f"{name}  ({keys})")
    return button


class BulletRow(QFrame):
    """Emits what is asked of the bullet. Keys: Enter, Backspace in an empty one, Alt+Up, Alt+Down, Alt+Del."""

    next_asked = Signal()
    removal_asked = Signal()
    move_asked = Signal(int)
    """Steps down the list, or up where negative."""
    focus_asked = Signal(int)
    dragged = Signal(QPoint)
    """The pointer while the row is dragged, in global coordinates."""
    dropped = Signal()
    passage_asked = Signal()

    def __init__(
        self, bullet_id: UUID, make_line_editor: Callable[[UUID], QWidget], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.bullet_id = bullet_id
        self._longest = 0
        self._dragging = False
        self.editor = make_line_editor(bullet_id)
        self.editor.setParent(self)
        self.editor.installEventFilter(self)
        self._line.document().contentsChanged.connect(self._show_length)
        self._handle = IconLabel(Icon.DRAG, Tone.SOFT)
        self._handle.setToolTip("Drag to move (Alt+Up, Alt+Down)")
        self._handle.setCursor(Qt.CursorShape.OpenHandCursor)
        self._handle.setFixedWidth(18)
        self._handle.setContentsMargins(1, 5, 1, 2)
        self._handle.installEventFilter(self)
        self._remove = _small_button(Icon.REMOVE, Tone.SOFT, "Remove point", "Alt+Del")
        self._remove.clicked.connect(self.removal_asked)
        self.passage_button = _small_button(
            Icon.PASSAGE, Tone.ACCENT, "Show the words that this sums up", "Alt+Shift+P"
        )
        self.passage_button.clicked.connect(self.passage_asked)
        self.passage_button.hide()
        self._length = QLabel()
        self._length.setWordWrap(True)
        set_variant(self._length, "warning")
        self._length.hide()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(FramedLine(self.editor))
        words.addWidget(self._length)
        side = QVBoxLayout()
        side.setSpacing(0)
        side.addWidget(self._handle, 0, Qt.AlignmentFlag.AlignHCenter)
        side.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignHCenter)
        side.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(2)
        layout.addLayout(side)
        layout.addLayout(words, 1)
        layout.addWidget(self.passage_button, 0, Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self.editor)

    def show_number(self, number: int) -> None:
        """Say which point of the list this is, counted from 1."""
        self.editor.setAccessibleName(f"Summary point {number}")

    def show_linked(self, linked: bool) -> None:
        """Offer the way to the words that the bullet sums up, where it is linked to any."""
        self.passage_button.setVisible(linked)

    def show_longest(self, characters: int) -> None:
        """Warn beyond so many characters; 0 for never."""
        self._longest = characters
        self._show_length()

    def length(self) -> int:
        """How many characters the bullet has."""
        return len(self._line.document().toPlainText())

    def has_focus(self) -> bool:
        """Whether the caret is in this bullet."""
        return self.editor.hasFocus()

    @property
    def _line(self) -> LineWidget:
        return cast(LineWidget, self.editor)

    def _show_length(self) -> None:
        over = self._longest > 0 and self.length() > self._longest
        self._length.setText(f"{self.length()} of {self._longest} characters" if over else "")
        self._length.setVisible(over)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.editor:
            if isinstance(event, QKeyEvent):
                if event.type() is QEvent.Type.ShortcutOverride and self._act_of(event) is not None:
                    event.accept()
                    return True
                if event.type() is QEvent.Type.KeyPress and (act := self._act_of(event)) is not None:
                    act()
                    return True
        elif watched is self._handle and isinstance(event, QMouseEvent):
            return self._drag(event)
        return super().eventFilter(watched, event)

    def _act_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.AltModifier:
            match event.key():
                case Qt.Key.Key_Up:
                    return lambda: self.move_asked.emit(-1)
                case Qt.Key.Key_Down:
                    return lambda: self.move_asked.emit(1)
                case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                    return self.removal_asked.emit
        elif held == Qt.KeyboardModifier.NoModifier:
            match event.key():
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    return self.next_asked.emit
                case Qt.Key.Key_Backspace if self._line.document().isEmpty():
                    return self.removal_asked.emit
                case Qt.Key.Key_Up if not self._can_move(QTextCursor.MoveOperation.Up):
                    return lambda: self.focus_asked.emit(-1)
                case Qt.Key.Key_Down if not self._can_move(QTextCursor.MoveOperation.Down):
                    return lambda: self.focus_asked.emit(1)
        return None

    def _can_move(self, operation: QTextCursor.MoveOperation) -> bool:
        return self._line.textCursor().movePosition(operation)

    def _drag(self, event: QMouseEvent) -> bool:
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() is Qt.MouseButton.LeftButton:
                self._dragging = True
                self._handle.setCursor(Qt.CursorShape.ClosedHandCursor)
            case QEvent.Type.MouseMove if self._dragging:
                self.dragged.emit(event.globalPosition().toPoint())
            case QEvent.Type.MouseButtonRelease if self._dragging:
                self._dragging = False
                self._handle.setCursor(Qt.CursorShape.OpenHandCursor)
                self.dropped.emit()
            case _:
                return False
        return True
