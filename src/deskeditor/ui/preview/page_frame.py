"""The room around the page: its width held to that of a screen, made smaller where it does not fit."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from deskeditor.ui.preview.preview_width import PreviewWidth
from deskeditor.ui.theme import set_variant

_MARGIN: Final = 24


class PageFrame(QFrame):
    """Holds a placeholder until the view comes, then the view, centred."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = PreviewWidth.PHONE
        self._view: QWidget | None = None
        self._placeholder = QLabel("The page will appear here.", self)
        self._placeholder.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_variant(self._placeholder, "soft")

    def hold(self, view: QWidget) -> None:
        """Put the view in the placeholder's place."""
        self._view = view
        view.setParent(self)
        self._placeholder.hide()
        self._arrange()
        view.show()

    def tell(self, why: str) -> None:
        """Say in the placeholder why there is no page."""
        self._placeholder.setText(why)
        self._arrange()

    def let_go(self) -> None:
        """Show the placeholder again: the view is about to be deleted."""
        self._view = None
        self._placeholder.show()
        self._arrange()

    def show_width(self, width: PreviewWidth) -> None:
        """Give the page the width of that screen."""
        self._width = width
        self._arrange()

    def zoom(self) -> float:
        """How much smaller than life the page must be for its width to fit, 1 where it fits."""
        return min(1.0, max(0.25, self.width() / self._width.pixels))

    def _arrange(self) -> None:
        held = self._view or self._placeholder
        if held is self._placeholder:
            wide = min(held.sizeHint().width(), self.width() - 2 * _MARGIN)
            high = max(held.heightForWidth(wide), held.sizeHint().height())
            held.setGeometry((self.width() - wide) // 2, self.height() // 3, wide, high)
            return
        wide = min(self.width(), self._width.pixels)
        held.setGeometry((self.width() - wide) // 2, 0, wide, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
