"""The bar at the window's foot that tells something and offers a way back, without stopping the work."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget
from shiboken6 import isValid

from deskeditor.ui.icons import Icon, Tone, icon_of
from deskeditor.workspace.notices import Notice, Offer

SHOWN_MS = 8000
"""How long a notice that need not be answered stays; it waits while the pointer or the focus is on it."""


class NoticeBar(QFrame):
    """Shows one notice at a time, the newest; a lasting one comes back once a passing one has gone.

    It never takes the focus by itself. Once there, by F6, Escape or an answer gives it back.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lasting: list[Notice] = []
        self._notice: Notice | None = None
        self._came_from: QWidget | None = None
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._offers = QHBoxLayout()
        self._offers.setSpacing(4)
        self._told = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._told.setSpacing(4)
        self._told.addWidget(self._text, 1)
        self._told.addLayout(self._offers)
        self._close = QToolButton()
        self._close.setIcon(icon_of(Icon.REMOVE, Tone.ON_NOTICE))
        self._close.setIconSize(QSize(14, 14))
        self._close.setAccessibleName("Dismiss notice")
        self._close.setToolTip("Dismiss")
        self._close.clicked.connect(self.dismiss)
        self._end = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._end.timeout.connect(self._expire)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 3, 6, 3)
        layout.setSpacing(8)
        layout.addLayout(self._told, 1)
        layout.addWidget(self._close)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Show a notice in place of the present one."""
        if notice.subject:
            self._lasting = [other for other in self._lasting if other.subject != notice.subject]
        if notice.lasting and notice not in self._lasting:
            self._lasting.append(notice)
        self._notice = notice
        self._text.setText(notice.text)
        self.setAccessibleName(notice.text)
        while (item := self._offers.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for offer in notice.offers:
            button = QPushButton(offer.label)
            button.setAutoDefault(False)
            button.clicked.connect(lambda checked=False, taken=offer: self._take(taken))
            self._offers.addWidget(button)
        # Beside several offers the words would have a narrow column: they stand above them.
        is_stacked = len(notice.offers) > 1
        beside, above = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._told.setDirection(above if is_stacked else beside)
        self._offers.setAlignment(Qt.AlignmentFlag.AlignRight if is_stacked else Qt.AlignmentFlag(0))
        self.show()
        self._end.stop()
        if not notice.lasting:
            self._end.start()

    def dismiss(self) -> None:
        """Take the present notice away; a lasting one that it covered comes back."""
        self._end.stop()
        self._give_focus_back()
        if self._notice in self._lasting:
            self._lasting.remove(self._notice)
        self._notice = None
        if self._lasting:
            self.show_notice(self._lasting[-1])
        else:
            self.hide()

    def withdraw(self, subject: str) -> None:
        """Take away what is told of a subject: it is no longer true."""
        self._lasting = [notice for notice in self._lasting if notice.subject != subject]
        if self._notice is not None and self._notice.subject == subject:
            self.dismiss()

    def focus_offer(self) -> None:
        """Give the keyboard to the notice's first offer, or to its cross; nothing where none is shown."""
        if self.isHidden():
            return
        if not self._holds_focus():
            self._came_from = self.window().focusWidget()
        item = self._offers.itemAt(0)
        target = item.widget() if item is not None else None
        (target or self._close).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _holds_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _give_focus_back(self) -> None:
        came_from, self._came_from = self._came_from, None
        if came_from is not None and isValid(came_from) and self._holds_focus():
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, offer: Offer) -> None:
        self.dismiss()
        offer.take()

    def _expire(self) -> None:
        if self.underMouse() or self._holds_focus():
            self._end.start()
        else:
            self.dismiss()

    def focusNextPrevChild(self, next: bool) -> bool:
        # The bar floats over the window and is no stop of its own: Tab goes from offer to offer, and then away.
        items = (self._offers.itemAt(at) for at in range(self._offers.count()))
        offers = (item.widget() for item in items if item is not None)
        stops = [*(offer for offer in offers if offer is not None), self._close]
        focused = self.window().focusWidget()
        to = stops.index(focused) + (1 if next else -1) if focused in stops else -1
        if not 0 <= to < len(stops):
            return super().focusNextPrevChild(next)
        stops[to].setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)
