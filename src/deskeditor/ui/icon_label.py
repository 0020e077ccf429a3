"""An icon that stands by itself and takes on a new look when the window does."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from deskeditor.ui.icons import Icon, Tone, icon_of


class IconLabel(QLabel):
    """A label would keep the pixels of the look it was made in: this one paints them anew."""

    def __init__(self, icon: Icon, tone: Tone = Tone.PLAIN, *, size: int = 16, parent: QWidget | None = None) -> None:
        """`size` is in pixels."""
        super().__init__(parent)
        self._icon = icon_of(icon, tone)
        self._size = size

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        return QSize(self._size + margins.left() + margins.right(), self._size + margins.top() + margins.bottom())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        at = self.contentsRect()
        at.setHeight(self._size)
        self._icon.paint(QPainter(self), at)
