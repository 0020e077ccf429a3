"""The column of panels: each under a heading that folds it away and says how much is in it."""

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from deskeditor.ui.icons import Icon, icon_of
from deskeditor.ui.theme import set_variant

_AROUND: Final = 32
"""Pixels that are seen above and below what the focus goes to, such as its label."""


class PanelColumn(QScrollArea):
    """Stacks panels. A folded one opens when it is asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._panels: dict[str, QWidget] = {}
        self._headings: dict[str, QToolButton] = {}
        self._inside = QWidget()
        set_variant(self._inside, "panel")
        self._layout = QVBoxLayout(self._inside)
        self._layout.setContentsMargins(12, 8, 12, 16)
        self._layout.setSpacing(0)
        self._layout.addStretch(1)
        self.setWidget(self._inside)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)

    def add_panel(self, title: str, panel: QWidget, *, open_: bool = True) -> None:
        """Put a panel at the end, below a heading called `title`."""
        heading = QToolButton()
        heading.setText(title)
        heading.setAccessibleName(title)
        heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        heading.setIconSize(QSize(14, 14))
        heading.setCheckable(True)
        heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_variant(heading, "section")
        heading.setChecked(open_)
        heading.toggled.connect(lambda opened: self._show_folded(title, not opened))
        rule = QFrame()
        set_variant(rule, "rule")
        at = self._layout.count() - 1
        if self._panels:
            self._layout.insertSpacing(at, 8)
            self._layout.insertWidget(at + 1, rule)
            self._layout.insertSpacing(at + 2, 4)
            at += 3
        self._layout.insertWidget(at, heading)
        self._layout.insertWidget(at + 1, panel)
        self._panels[title] = panel
        self._headings[title] = heading
        self._show_folded(title, not open_)

    def show_count(self, title: str, count: int | None) -> None:
        """Say how much is in a panel, beside its title; None for nothing to say."""
        text = f"{title}  {count}" if count else title
        self._headings[title].setText(text)
        self._headings[title].setAccessibleName(text)

    def fold(self, title: str, folded: bool) -> None:
        """Fold a panel away, or open it."""
        self._headings[title].setChecked(not folded)

    @property
    def titles(self) -> list[str]:
        """The panels, from the top."""
        return list(self._panels)

    @property
    def folded_titles(self) -> list[str]:
        """The panels that are folded away."""
        return [title for title, heading in self._headings.items() if not heading.isChecked()]

    def show_folded(self, titles: Collection[str]) -> None:
        """Fold these panels away and open the others."""
        for title in self._panels:
            self.fold(title, title in titles)

    def focus(self, title: str) -> None:
        """Open a panel, bring it into view and give it the keyboard."""
        self.fold(title, False)
        panel, heading = self._panels[title], self._headings[title]
        panel.setFocus(Qt.FocusReason.ShortcutFocusReason)
        # A turn of the event loop later what was just unfolded has got its place.
        QTimer.singleShot(0, heading, lambda: self._show_panel(heading, panel))

    def show_within(self, title: str, widget: QWidget) -> None:
        """Open a panel and bring a widget of it into view; the keyboard stays where it is."""
        self.fold(title, False)
        QTimer.singleShot(0, widget, lambda: self._show_within(self._headings[title], widget))

    def _show_within(self, heading: QWidget, widget: QWidget) -> None:
        # The heading too, where there is room for both.
        self.ensureWidgetVisible(heading, 0, _AROUND // 4)
        self._show_focused(widget)

    def _show_panel(self, heading: QWidget, panel: QWidget) -> None:
        self.verticalScrollBar().setValue(heading.y() - _AROUND // 4)
        focused = self.focusWidget()
        if focused is not None and panel.isAncestorOf(focused):
            self._show_focused(focused)

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._inside.isAncestorOf(new):
            QTimer.singleShot(0, new, lambda: self._show_focused(new))

    def _show_focused(self, widget: QWidget) -> None:
        # A list is as tall as its rows and shows the current one itself.
        if not isinstance(widget, QAbstractItemView):
            self.ensureWidgetVisible(widget, 0, _AROUND)

    def _show_folded(self, title: str, folded: bool) -> None:
        self._panels[title].setVisible(not folded)
        self._headings[title].setIcon(icon_of(Icon.COLLAPSED if folded else Icon.EXPANDED))
