"""The bubble in which a link's address is given, changed, opened or taken away."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from deskeditor.article.links import safe_href
from deskeditor.ui.editor.address_field import REFUSED, AddressField
from deskeditor.ui.editor.bubble import Bubble
from deskeditor.ui.icons import Icon, icon_of
from deskeditor.ui.theme import set_variant


class LinkBubble(Bubble):
    """`given` carries a safe address."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Link", parent)
        self.address_field = AddressField("Address of the link", self)
        self._open = self._button(Icon.EXPORT, "Open in the browser", self._open_address)
        self._remove = self._button(Icon.UNLINK, "Remove link", self._take_away)
        self._fault = QLabel(REFUSED, self)
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
        self._watch((self.address_field, self._open, self._remove))

    def _button(self, icon: Icon, name: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon_of(icon))
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(act)
        return button

    def ask(self, address: str, words: QRect) -> None:
        """Show the bubble at `words`, a rectangle of its parent, with the address that is there now."""
        self.address_field.setText(address)
        self.address_field.selectAll()
        self._open.setVisible(bool(address))
        self._remove.setVisible(bool(address))
        self._fault.hide()
        self._open_at(words)

    def _give(self) -> None:
        address = self.address_field.address()
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
        href = safe_href(self.address_field.address())
        if href is not None:
            QDesktopServices.openUrl(QUrl(href))
