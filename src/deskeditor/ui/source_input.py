"""The input of the sources panel: a line typed or pasted is a source, and so is each file on the clipboard."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from deskeditor.ui.given_sources import GivenSources, given_in
from deskeditor.ui.metadata_edit import MetadataEdit


class SourceInput(MetadataEdit):
    """`given` carries a `GivenSources`, on Enter and where what is pasted is not a piece of one line."""

    given = Signal(object)
    left_down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Add a source: paste an address, drop a file, or type who said it", parent)
        self.setPlaceholderText("Address, file, or who said it")
        self.setToolTip("Paste an address, drop a file, or type who said it; Enter adds")
        # The panel takes what is dropped, files too.
        self.setAcceptDrops(False)
        self.returnPressed.connect(self._give_typed)

    def _give_typed(self) -> None:
        line = self.text().strip()
        self.show_text("")
        if line:
            self.given.emit(GivenSources(lines=(line,)))

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _pastes_whole(event):
            # Else the Edit menu would put a file's address into the line, and join several lines to one.
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _pastes_whole(event):
            self.given.emit(given_in(QGuiApplication.clipboard().mimeData()))
        elif event.key() == Qt.Key.Key_Down and not event.modifiers():
            self.left_down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.show_text("")
        else:
            super().keyPressEvent(event)


def _pastes_whole(event: QKeyEvent) -> bool:
    if not event.matches(QKeySequence.StandardKey.Paste):
        return False
    given = given_in(QGuiApplication.clipboard().mimeData())
    return bool(given.paths) or len(given.lines) > 1
