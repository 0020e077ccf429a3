"""The editor of one line: headline, standfirst, bullet, caption; it wraps, and never holds two lines."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskeditor.ui.editor.rich_editor import RichEditor


class LineEditor(RichEditor):
    """Edits a line's document, as high as its words need. Enter and the arrows at its ends lead out."""

    left_forward = Signal()
    """Enter, or the arrow down on the last line: a person wants to go on."""

    left_back = Signal()
    """The arrow up on the first line."""

    emptied = Signal()
    """Backspace where there is nothing: a bullet may go."""

    def __init__(
        self, parent: QWidget | None = None, *, name: str = "", placeholder: str = "", size: int | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name or placeholder)
        self.setPlaceholderText(placeholder or name)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if size is not None:
            self.show_size(size)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the words."""
        frame = 2 * self.frameWidth()
        height = round(self.document().size().height() + frame)
        if height > 0 and height != self.height():
            self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def setDocument(self, document: QTextDocument) -> None:
        super().setDocument(document)
        document.documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def _dress_document(self, document: QTextDocument) -> None:
        document.setDocumentMargin(4)
        super()._dress_document(document)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                event.accept()
                self.left_forward.emit()
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                # Where the focus has nowhere to go, a tab must not land in the line.
                event.ignore()
            case Qt.Key.Key_Down if self._cannot_move(QTextCursor.MoveOperation.Down):
                event.accept()
                self.left_forward.emit()
            case Qt.Key.Key_Up if self._cannot_move(QTextCursor.MoveOperation.Up):
                event.accept()
                self.left_back.emit()
            case Qt.Key.Key_Backspace if self.document().isEmpty():
                event.accept()
                self.emptied.emit()
            case _:
                super().keyPressEvent(event)

    def _cannot_move(self, where: QTextCursor.MoveOperation) -> bool:
        return not self.textCursor().hasSelection() and not QTextCursor(self.textCursor()).movePosition(where)
