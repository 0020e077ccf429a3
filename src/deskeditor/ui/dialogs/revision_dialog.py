"""Shows a kept state of an article, and offers to bring it back."""

from datetime import tzinfo

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from deskeditor.article.article import Article
from deskeditor.richtext.body_document import load_body
from deskeditor.store.values import Revision
from deskeditor.ui.editor.body_editor import BodyEditor
from deskeditor.ui.theme import set_variant


class RevisionDialog(QDialog):
    """Read only. `restore_asked` says that this text is wanted again."""

    restore_asked = Signal()

    def __init__(self, article: Article, revision: Revision, *, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        at = revision.at.astimezone(zone)
        self.setWindowTitle(f"{at:%d %B %Y, %H:%M} — {revision.person.name}")
        headline = QLabel(article.headline.text or "No headline")
        headline.setWordWrap(True)
        set_variant(headline, "page-title")
        standfirst = QLabel(article.standfirst.text)
        standfirst.setWordWrap(True)
        standfirst.setVisible(bool(article.standfirst))
        set_variant(standfirst, "soft")
        document = QTextDocument(self)
        load_body(document, article.body)
        body = BodyEditor()
        body.show_document(document)
        body.setReadOnly(True)
        body.setAccessibleName("Body at that time")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        restore = buttons.addButton("Restore this text", QDialogButtonBox.ButtonRole.AcceptRole)
        restore.setAutoDefault(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(headline)
        layout.addWidget(standfirst)
        layout.addWidget(body, 1)
        layout.addWidget(buttons)
        self.resize(860, 720)

    def accept(self) -> None:
        self.restore_asked.emit()
        super().accept()
