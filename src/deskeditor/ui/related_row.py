"""One related read: a title over an address."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from deskeditor.article.article import Related
from deskeditor.ui.icons import Icon, icon_of
from deskeditor.ui.metadata_edit import MetadataEdit


class RelatedRow(QFrame):
    """`edited` says that title or address have a new value; `removal_asked` that the read is to go."""

    edited = Signal()
    removal_asked = Signal()

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._title = MetadataEdit(f"Title of related read {number}")
        self._title.setPlaceholderText("Title")
        self._url = MetadataEdit(f"Address of related read {number}")
        self._url.setPlaceholderText("https://…")
        remove = QToolButton()
        remove.setIcon(icon_of(Icon.REMOVE))
        remove.setIconSize(QSize(14, 14))
        remove.setAccessibleName(f"Remove related read {number}")
        remove.setToolTip("Remove related read")
        for field in (self._title, self._url):
            field.setProperty("look", "bare")
            field.committed.connect(self.edited)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._url)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 4, 4)
        layout.addLayout(words, 1)
        layout.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        remove.clicked.connect(self.removal_asked)
        self.setFocusProxy(self._title)

    def show_related(self, related: Related) -> None:
        """Show a related read."""
        self._title.show_text(related.title)
        self._url.show_text(related.url)

    def related(self) -> Related:
        """What stands in the row."""
        return Related(title=self._title.text().strip(), url=self._url.text().strip())

    def commit(self) -> None:
        """Say what was typed, if that is news."""
        self._title.commit()
        self._url.commit()
