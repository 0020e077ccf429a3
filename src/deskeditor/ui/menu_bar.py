"""The menu bar: after a menu, the caret is again where it was."""

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QActionEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget
from shiboken6 import isValid


class MenuBar(QMenuBar):
    """A QMenuBar that gives the keyboard back.

    Qt forgets whom it took it from where a second menu is opened from the bar by its key: what was typed then
    went nowhere.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._had_focus: QWidget | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        # A menu that closes is a window of its own.
        if new is self is not old and old is not None and old.window() is self.window():
            self._had_focus = old

    def _give_back(self) -> None:
        """Let the keyboard go where it was, if no menu is open or chosen any more."""
        is_over = self.activeAction() is None and QApplication.activePopupWidget() is None
        had = self._had_focus
        if self.hasFocus() and is_over and had is not None and isValid(had) and had.isVisible():
            had.setFocus()

    # Qt's own

    def actionEvent(self, event: QActionEvent) -> None:
        super().actionEvent(event)
        menu = event.action().menu() if event.type() is QEvent.Type.ActionAdded else None
        if isinstance(menu, QMenu):
            menu.aboutToHide.connect(self._give_back_soon)

    def _give_back_soon(self) -> None:
        # Not before the menu is gone, and what was chosen in it is done.
        QTimer.singleShot(0, self, self._give_back)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        self._give_back()
