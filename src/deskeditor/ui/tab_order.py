"""Where Tab leads: along the layout as it is read, whatever was made when; new rows and chips take part at once."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QMainWindow, QScrollArea, QSplitter, QWidget


def step_focus(window: QMainWindow, *, back: bool) -> bool:
    """Give the focus to the next stop of `window`, or with `back` to the one before; False where there is none."""
    stops = list(tab_stops(window))
    if not stops:
        return False
    present = _place(stops, window.focusWidget())
    # From nowhere, forward leads to the first and back to the last.
    to = ((0 if back else -1) if present is None else present) + (-1 if back else 1)
    to %= len(stops)
    stops[to].setFocus(Qt.FocusReason.BacktabFocusReason if back else Qt.FocusReason.TabFocusReason)
    return True


def tab_stops(widget: QWidget) -> Iterator[QWidget]:
    """Yield what Tab stops at in `widget`, in the order of the layouts: only what is visible and can be used."""
    if not (widget.isVisible() and widget.isEnabled()):
        return
    if _is_stop(widget):
        yield widget
        return
    for child in _children(widget):
        if child is not None:
            yield from tab_stops(child)


def _is_stop(widget: QWidget) -> bool:
    takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    proxy = widget.focusProxy()
    # A panel hands the focus on to one of its inputs, which are stops themselves; a web view to what it is made of.
    return takes_tab and (proxy is None or widget.layout() is None)


def _children(widget: QWidget) -> Iterator[QWidget | None]:
    match widget:
        case QMainWindow():
            yield widget.centralWidget()
            yield widget.statusBar()
        case QScrollArea():
            yield widget.widget()
        case QSplitter():
            yield from (widget.widget(at) for at in range(widget.count()))
        case _ if (layout := widget.layout()) is not None:
            yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield widget
        elif (inner := item.layout()) is not None:
            yield from _laid_out(inner)


def _place(stops: list[QWidget], focused: QWidget | None) -> int | None:
    if focused is None:
        return None
    return next((at for at, stop in enumerate(stops) if stop is focused or stop.isAncestorOf(focused)), None)
