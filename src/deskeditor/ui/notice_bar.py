"""The bar at the window's foot that tells something and offers a way back, without stopping the work."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from deskeditor.ui.icons import Icon, Tone, icon_of
from deskeditor.workspace.notices import Notice, Offer

SHOWN_MS = 8000
"""How long a notice that need not be answered stays; it waits while the pointer or the focus is on it."""


class NoticeBar(QFrame):
    """Shows one notice at a time, the newest; a lasting one comes back once a passing one has gone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lasting: list[Notice] = []
        self._notice: Notice | None = None
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._offers = QHBoxLayout()
        self._offers.setSpacing(4)
        self._close = QToolButton()
        self._close.setIcon(icon_of(Icon.REMOVE, Tone.ON_NOTICE))
        self._close.setIconSize(QSize(14, 14))
        self._close.setAccessibleName("Dismiss notice")
        self._close.setToolTip("Dismiss")
        self._close.clicked.connect(self.dismiss)
        self._end = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._end.timeout.connect(self._expire)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self._text, 1)
        layout.addLayout(self._offers)
        layout.addWidget(self._close)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Show a notice in place of the present one."""
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
        self.show()
        self._end.stop()
        if not notice.lasting:
            self._end.start()

    def dismiss(self) -> None:
        """Take the present notice away; a lasting one that it covered comes back."""
        self._end.stop()
        if self._notice in self._lasting:
            self._lasting.remove(self._notice)
        self._notice = None
        if self._lasting:
            self.show_notice(self._lasting[-1])
        else:
            self.hide()

    def _take(self, offer: Offer) -> None:
        self.dismiss()
        offer.take()

    def _expire(self) -> None:
        if self.underMouse() or self.isAncestorOf(self.focusWidget() or self):
            self._end.start()
        else:
            self.dismiss()
