"""The bubble in which a link card's address and title are given."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from deskeditor.article.body import Embed
from deskeditor.article.line import clean_text
from deskeditor.article.links import safe_href
from deskeditor.ui.editor.address_field import AddressField
from deskeditor.ui.editor.bubble import Bubble
from deskeditor.ui.theme import set_variant

_SCHEMES = ("http://", "https://")


class EmbedBubble(Bubble):
    """`given` carries an `Embed`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Embedded link", parent)
        self.address_field = AddressField("Address of the page", self)
        self.title_field = QLineEdit(self)
        self.title_field.setAccessibleName("Title on the card")
        self.title_field.setPlaceholderText("Title on the card")
        self._fault = QLabel("A card leads to a page of the web: https://…", self)
        set_variant(self._fault, "danger")
        self._fault.setWordWrap(True)
        self._fault.hide()
        self.address_field.textEdited.connect(self._fault.hide)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(4)
        for part in (self.address_field, self.title_field, self._fault):
            layout.addWidget(part)
        self._watch((self.address_field, self.title_field))

    def ask(self, embed: Embed | None, words: QRect) -> None:
        """Show the bubble at `words`, a rectangle of its parent, with the card that is there now."""
        self.address_field.setText(embed.url if embed is not None else "")
        self.address_field.selectAll()
        self.title_field.setText(embed.title if embed is not None else "")
        self._fault.hide()
        self._open_at(words)

    def _give(self) -> None:
        href = safe_href(self.address_field.address())
        if href is None or not href.lower().startswith(_SCHEMES):
            self._fault.show()
            self.adjustSize()
            return
        self.given.emit(Embed(url=href, title=clean_text(self.title_field.text().strip())))
        self._close()
