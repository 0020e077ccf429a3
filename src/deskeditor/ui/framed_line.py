"""The frame of an editor that has none of its own, so that it looks like the inputs around it."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from deskeditor.ui.theme import set_variant


class FramedLine(QFrame):
    """Holds an editor, and shows whether it has the focus."""

    def __init__(self, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.setProperty("look", "box")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(3, 1, 3, 1)
        inside.addWidget(editor)
        editor.installEventFilter(self)
        self.setFocusProxy(editor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._editor and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            set_variant(self, "box-focus" if event.type() is QEvent.Type.FocusIn else "box")
        return super().eventFilter(watched, event)
