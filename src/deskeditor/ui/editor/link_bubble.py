"""The small window at the words in which a link's address is given, changed, opened or taken away."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMetaObject, QObject, QPoint, QRect, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from deskeditor.article.links import safe_href
from deskeditor.ui.icons import Icon, icon_of
from deskeditor.ui.theme import set_variant

_WIDTH = 380


class LinkBubble(QFrame):
    """Asks for an address. Escape, or the focus going elsewhere, closes it without a change."""

    given = Signal(str)
    removed = Signal()
    closed = Signal()
    """The person is done with it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._connections: tuple[QMetaObject.Connection, ...] = ()
        set_variant(self, "card")
        self.setAccessibleName("Link")
        self.setAutoFillBackground(True)
        self.address_field = QLineEdit(self)
        self.address_field.setAccessibleName("Address of the link")
        self.address_field.setPlaceholderText("https://…")
        self.address_field.returnPressed.connect(self._give)
        self._open = self._button(Icon.EXPORT, "Open in the browser", self._open_address)
        self._remove = self._button(Icon.UNLINK, "Remove link", self._take_away)
        self._fault = QLabel("A link may be http, https, mailto, tel or an address on the site.", self)
        set_variant(self._fault, "danger")
        self._fault.setWordWrap(True)
        self._fault.hide()
        self.address_field.textEdited.connect(self._fault.hide)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.address_field, 1)
        row.addWidget(self._open)
        row.addWidget(self._remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addLayout(row)
        layout.addWidget(self._fault)
        self.address_field.installEventFilter(self)
        self.hide()

    def _button(self, icon: Icon, name: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon_of(icon))
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(act)
        return button

    def answer_to(
        self, *, given: Callable[[str], None], removed: Callable[[], None], closed: Callable[[], None]
    ) -> None:
        """Answer to these methods of the text that asks next, and to no other's any more."""
        for connection in self._connections:
            QObject.disconnect(connection)
        self._connections = (
            self.given.connect(given),
            self.removed.connect(removed),
            self.closed.connect(closed),
        )

    def ask(self, address: str, words: QRect) -> None:
        """Show the bubble under `words`, a rectangle of its parent, with the address that is there now."""
        self.address_field.setText(address)
        self.address_field.selectAll()
        self._open.setVisible(bool(address))
        self._remove.setVisible(bool(address))
        self._fault.hide()
        self._place(words)
        self.show()
        self.raise_()
        self.address_field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _place(self, words: QRect) -> None:
        room = self._over.rect()
        self.setFixedWidth(min(_WIDTH, room.width()))
        self.adjustSize()
        below = words.bottom() + 4
        above = words.top() - self.height() - 4
        y = below if below + self.height() <= room.height() or above < 0 else above
        self.move(QPoint(max(min(words.left(), room.width() - self.width()), 0), y))

    def _give(self) -> None:
        address = _completed(self.address_field.text())
        if not address and self._remove.isVisible():
            self._take_away()
        elif safe_href(address) is None:
            self._fault.show()
            self.adjustSize()
        else:
            self.given.emit(address)
            self._close()

    def _take_away(self) -> None:
        self.removed.emit()
        self._close()

    def _open_address(self) -> None:
        href = safe_href(_completed(self.address_field.text()))
        if href is not None:
            QDesktopServices.openUrl(QUrl(href))

    def _close(self) -> None:
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What the field leaves over, such as Enter, must not reach the text below.
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            # Taken here, also from the window's shortcuts, so that Escape closes no more than the bubble.
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self._close()
            return True
        if event.type() == QEvent.Type.FocusOut and not self.isAncestorOf(self._focus_widget()):
            self.hide()
        return False

    def _focus_widget(self) -> QWidget:
        return self.window().focusWidget() or self


def _completed(address: str) -> str:
    """What a person means: a name of a host is an address of the web, a name at a host one of mail."""
    text = address.strip()
    if not text or ":" in text or text.startswith(("/", "#", "?")):
        return text
    if "@" in text and "/" not in text:
        return f"mailto:{text}"
    host = text.partition("/")[0]
    return f"https://{text}" if "." in host and " " not in host else text
