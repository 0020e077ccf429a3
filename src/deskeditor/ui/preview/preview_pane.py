"""The preview pane: widths to choose from, and the page below them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from deskeditor.ui.icons import Icon, icon_of
from deskeditor.ui.preview.page_frame import PageFrame
from deskeditor.ui.preview.preview_width import PreviewWidth

if TYPE_CHECKING:
    from deskeditor.ui.preview.page_scheme import ReadMedia
    from deskeditor.ui.preview.page_view import PageView


def _no_media(name: str) -> bytes | None:
    return None


class PreviewPane(QWidget):
    """Shows pages as bytes. The web engine is made when the pane is visible and has a page, not before.

    `read_media` gives the bytes of a stored picture by name, None where it is missing.
    """

    link_activated = Signal(str)
    width_chosen = Signal(object)
    page_shown = Signal()
    appeared = Signal()
    """The pane can be seen: nobody gives it a page while it can't."""

    def __init__(self, read_media: "ReadMedia" = _no_media, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Preview")
        self._read_media = read_media
        self._page: bytes | None = None
        self._pending: bytes | None = None
        self._view: PageView | None = None
        self._is_over = False
        self._frame = PageFrame(self)
        self._widths = QButtonGroup(self)
        self._buttons = {width: self._width_button(width) for width in PreviewWidth}
        self._dark = _button("As on a dark screen", Icon.THEME_DARK, self)
        self._dark.toggled.connect(self._choose_dark)
        self._lay_out()
        self.show_width(PreviewWidth.PHONE)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.release)

    @property
    def view(self) -> "PageView | None":
        """The web view, or None while there is none."""
        return self._view

    @property
    def width_shown(self) -> PreviewWidth:
        """The screen whose width the page has."""
        return next(width for width, button in self._buttons.items() if button.isChecked())

    @property
    def page(self) -> bytes | None:
        """The page that is shown, or will be once the pane is visible."""
        return self._page

    def show_page(self, html: bytes) -> None:
        """Show the page: the bytes that an export with pictures beside the page has."""
        self._page = self._pending = html
        if self.isVisible():
            self._show_pending()

    def show_width(self, width: PreviewWidth) -> None:
        """Give the page the width of that screen, made smaller where the pane is narrower."""
        self._buttons[width].setChecked(True)
        self._frame.show_width(width)
        self._apply_zoom()

    def show_dark(self, dark: bool) -> None:
        """Show the page as on a dark or on a light screen."""
        self._dark.setChecked(dark)

    def release(self) -> None:
        """Let the web view go while the application still runs; the pane shows nothing afterwards."""
        self._is_over = True
        if self._view is not None:
            view, self._view = self._view, None
            self._frame.let_go()
            # Later, not at once: the application may be quit from within a signal of the page. Qt
            # deletes what is to be deleted before `exec` returns.
            view.deleteLater()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 6, 8, 6)
        bar.setSpacing(4)
        for button in self._buttons.values():
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self._dark)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._frame, 1)

    def _width_button(self, width: PreviewWidth) -> QToolButton:
        button = _button(width.label, width.icon, self)
        button.setToolTip(f"{width.label}, {width.pixels} pixels wide")
        self._widths.addButton(button)
        button.clicked.connect(lambda: self._choose_width(width))
        return button

    def _choose_width(self, width: PreviewWidth) -> None:
        self.show_width(width)
        self.width_chosen.emit(width)

    def _choose_dark(self, dark: bool) -> None:
        if self._view is not None:
            self._view.show_dark(dark)

    def _show_pending(self) -> None:
        if self._pending is None or self._is_over:
            return
        if self._view is None:
            self._view = self._made_view()
        if self._view is None:
            return
        html, self._pending = self._pending, None
        self._view.show_page(html)

    def _made_view(self) -> "PageView | None":
        try:
            from deskeditor.ui.preview.page_view import PageView
        except ImportError as error:
            # The rest of the desk works without it: a system library may be missing.
            self._is_over = True
            self._frame.tell(f"The preview needs a part of the system that is missing: {error}")
            return None
        view = PageView(self._read_media, self._frame)
        view.link_activated.connect(self.link_activated)
        view.shown.connect(self.page_shown)
        view.show_dark(self._dark.isChecked())
        self._frame.hold(view)
        # Whoever goes to the preview reads the page: the arrows and the page keys scroll it.
        self.setFocusProxy(view)
        view.setZoomFactor(self._frame.zoom())
        return view

    def _apply_zoom(self) -> None:
        if self._view is not None:
            self._view.setZoomFactor(self._frame.zoom())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.appeared.emit()
        # After the window has been drawn: making the web engine takes half a second.
        QTimer.singleShot(0, self, self._show_pending)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._apply_zoom()


def _button(label: str, sign: Icon, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setIcon(icon_of(sign))
    button.setIconSize(QSize(18, 18))
    button.setCheckable(True)
    button.setAutoRaise(True)
    button.setToolTip(label)
    button.setAccessibleName(label)
    return button
