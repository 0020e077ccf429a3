"""How the window is laid out for each kind of work: which parts and panels are open, kept apart for each."""

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from deskeditor.ui.action_set import ActionSet
from deskeditor.ui.acts import Act
from deskeditor.workspace.workspace import Workspace

if TYPE_CHECKING:
    from deskeditor.ui.main_window import MainWindow


class Layout(StrEnum):
    """A kind of work."""

    WRITE = "write"
    CHECK = "check"


_ACTS: Final = MappingProxyType({Act.LAYOUT_WRITE: Layout.WRITE, Act.LAYOUT_CHECK: Layout.CHECK})
_OPEN: Final = MappingProxyType({Layout.CHECK: frozenset({"Claims", "Queries", "Sources"})})
_HIDDEN: Final = MappingProxyType({Layout.CHECK: frozenset({Act.SHOW_PREVIEW})})


class Layouts(QObject):
    """`turned` says that the window is laid out for other work."""

    turned = Signal()

    def __init__(self, window: "MainWindow", workspace: Workspace, actions: ActionSet) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._actions = actions
        self._current = Layout.WRITE
        self._kept: dict[str, dict[str, Any]] = {}

    @property
    def current(self) -> Layout:
        """What the window is laid out for."""
        return self._current

    def run(self, act: Act, checked: bool) -> bool:
        """Carry out an act; False where it is none of these."""
        if act not in _ACTS:
            return False
        self.turn_to(_ACTS[act])
        return True

    def turn_to(self, layout: Layout) -> None:
        """Lay the window out for other work, as it was when that was done last."""
        if layout is not self._current:
            self._kept[self._current] = self._shown()
            self._current = layout
            self._show(self._kept.get(layout) or self._beginning(layout))
            self.turned.emit()
        self._actions.show_checked({act: one is layout for act, one in _ACTS.items()})

    def restore(self) -> None:
        """Lay the window out as the last session left it."""
        kept = self._workspace.session.choice("layouts", {})
        self._kept = {name: dict(shown) for name, shown in kept.items() if isinstance(shown, dict)}
        self._actions.show_checked({Act.LAYOUT_WRITE: True})
        if self._workspace.session.choice("layout") == Layout.CHECK.value:
            # What is shown by now is how the checker left it.
            self._kept[Layout.CHECK] = self._shown()
            self.turn_to(Layout.CHECK)

    def keep(self) -> None:
        """Remember it for the next session."""
        session = self._workspace.session.with_choice("layouts", {**self._kept, self._current.value: self._shown()})
        self._workspace.session = session.with_choice("layout", self._current.value)

    def _shown(self) -> dict[str, Any]:
        return {"parts": self._window.view_acts.wanted_parts, "folded": self._window.panels.folded_titles}

    def _beginning(self, layout: Layout) -> dict[str, Any]:
        """What is shown where that work was never done yet."""
        titles = self._window.panels.titles
        parts = {act: act not in _HIDDEN.get(layout, ()) for act in self._window.view_acts.wanted_parts}
        return {"parts": parts, "folded": [title for title in titles if title not in _OPEN.get(layout, ())]}

    def _show(self, shown: dict[str, Any]) -> None:
        self._window.view_acts.show_wanted(shown["parts"])
        self._window.panels.show_folded(shown["folded"])
