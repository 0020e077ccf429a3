"""The input of a few lines of metadata: grows with them, and leaves undo to the window."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from deskeditor.ui.metadata_edit import COMMIT_PAUSE, is_undo_or_redo


class MetadataText(QPlainTextEdit):
    """`committed` carries the text on leaving and after a pause, where it differs from the last one."""

    committed = Signal(str)

    def __init__(self, name: str, *, least_lines: int = 1, most_lines: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self._lines = (least_lines, most_lines)
        self._known = ""
        self._pause = QTimer(self, singleShot=True, interval=COMMIT_PAUSE)
        self._pause.timeout.connect(self.commit)
        self.textChanged.connect(self._note_change)

    def show_text(self, text: str) -> None:
        """Show a value that came from the article; the caret stays where nothing changed."""
        self._known = text
        if self.toPlainText() != text:
            self.setPlainText(text)
        self._pause.stop()

    def commit(self) -> None:
        """Say what stands in the input, if that is news."""
        self._pause.stop()
        if self.toPlainText() != self._known:
            self._known = self.toPlainText()
            self.committed.emit(self._known)

    def sizeHint(self) -> QSize:
        least, most = self._lines
        shown = max(least, min(most, self._laid_lines()))
        return QSize(160, shown * self.fontMetrics().lineSpacing() + 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def _laid_lines(self) -> int:
        document = self.document()
        if document.isEmpty():
            return 1
        block, lines = document.firstBlock(), 0
        while block.isValid():
            lines += max(1, block.layout().lineCount())
            block = block.next()
        return lines

    def _note_change(self) -> None:
        self.updateGeometry()
        if self.toPlainText() != self._known:
            self._pause.start()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_undo_or_redo(event):
            # What was typed becomes a step first, so that it is what the window takes back.
            self.commit()
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo_or_redo(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.commit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        # The stock menu begins with an undo that is not the window's; it is off, and left out here.
        menu = self.createStandardContextMenu()
        for action in menu.actions()[:3]:
            menu.removeAction(action)
        menu.exec(event.globalPos())
        menu.deleteLater()
