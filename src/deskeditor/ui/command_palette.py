"""The command palette: every action that can be done now, found by a few letters and done by Enter."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from deskeditor.ui.command_delegate import MATCHED_ROLE, MENU_ROLE, SHORTCUT_ROLE, CommandDelegate
from deskeditor.ui.command_match import ranked
from deskeditor.ui.theme import set_variant

_WIDTH = 560
_ROWS = 12


class CommandPalette(QFrame):
    """Laid over its window. Typing filters, arrows choose, Enter does, Escape or leaving closes."""

    def __init__(
        self,
        actions: Callable[[], Iterable[QAction]],
        *,
        group_of: Callable[[QAction], str] = lambda action: "",
        parent: QWidget,
    ) -> None:
        """`actions` is asked each time the palette opens; `group_of` gives the small word behind a text."""
        super().__init__(parent)
        self._actions = actions
        self._group_of = group_of
        self._offered: list[QAction] = []
        self._shown: list[QAction] = []
        self._came_from: QWidget | None = None
        self.setProperty("look", "palette")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Command palette")
        self._input = QLineEdit()
        self._input.setAccessibleName("Command")
        self._input.setPlaceholderText("What do you want to do?")
        self._input.installEventFilter(self)
        self._model = QStandardItemModel(self)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(CommandDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName("Commands")
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = QLabel("No command fits.")
        self._nothing.setContentsMargins(10, 6, 10, 10)
        set_variant(self._nothing, "soft")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self._input)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._nothing)
        self._input.textChanged.connect(self._filter)
        self._list.clicked.connect(lambda index: self._do(index.row()))
        self.hide()

    def open(self) -> None:
        """Show the palette over the upper middle of its window, with the caret in its input."""
        window = self.parentWidget()
        self._came_from = window.focusWidget() if window is not None else None
        # What makes sense at the caret: once the palette has it, nothing of the text does.
        self._offered = [action for action in self._actions() if action.isEnabled() and action.text()]
        self._shown = []
        self._input.clear()
        self._filter("")
        self.show()
        self.raise_()
        self._input.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_palette(self) -> None:
        """Close and give the focus back to where it was."""
        if self.isHidden():
            return
        came_from, self._came_from = self._came_from, None
        self.hide()
        if came_from is not None:
            came_from.setFocus(Qt.FocusReason.PopupFocusReason)

    def _filter(self, typed: str) -> None:
        self._model.clear()
        self._shown = []
        for position, fit in ranked(typed, [_plain(action) for action in self._offered]):
            action = self._offered[position]
            item = QStandardItem(action.icon(), _plain(action))
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            item.setData(fit.at, MATCHED_ROLE)
            item.setData(keys, SHORTCUT_ROLE)
            item.setData(self._group_of(action), MENU_ROLE)
            item.setData(f"{_plain(action)}, {keys}", Qt.ItemDataRole.AccessibleTextRole)
            self._model.appendRow(item)
            self._shown.append(action)
        if self._shown:
            self._list.setCurrentIndex(self._model.index(0, 0))
        self._list.setVisible(bool(self._shown))
        self._nothing.setVisible(not self._shown)
        self._place()

    def _place(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        rows = max(1, min(len(self._shown), _ROWS))
        height = 16 + self._input.sizeHint().height() + 8 + rows * 32 + 6
        width, top = min(_WIDTH, window.width() - 32), max(16, window.height() // 10)
        self.setGeometry((window.width() - width) // 2, top, width, min(height, window.height() - top - 16))

    def _step(self, by: int) -> None:
        if self._shown:
            row = (self._list.currentIndex().row() + by) % len(self._shown)
            self._list.setCurrentIndex(self._model.index(row, 0))

    def _do(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            action = self._shown[row]
            self.close_palette()
            action.trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._input:
            if isinstance(event, QFocusEvent):
                # Another window in front is no leaving: the palette is there when one comes back.
                if event.lostFocus() and event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
                    self.hide()
            elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._handle_key(event):
                return True
        return super().eventFilter(watched, event)

    def _handle_key(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Down:
                self._step(1)
            case Qt.Key.Key_Up:
                self._step(-1)
            case Qt.Key.Key_PageDown:
                self._step(min(_ROWS, len(self._shown) - 1 - self._list.currentIndex().row()))
            case Qt.Key.Key_PageUp:
                self._step(-min(_ROWS, self._list.currentIndex().row()))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._do(self._list.currentIndex().row())
            case Qt.Key.Key_Escape:
                self.close_palette()
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                pass
            case _:
                return False
        return True


def _plain(action: QAction) -> str:
    return action.text().replace("&", "")
