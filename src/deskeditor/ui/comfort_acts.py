"""Acts of reading and writing in comfort: focus mode, typewriter scrolling, outline, what is counted."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QObject

from deskeditor.ui.action_set import ActionSet
from deskeditor.ui.acts import Act
from deskeditor.ui.editor.rich_editor import RichEditor
from deskeditor.ui.editor.selection_count import SelectionCount
from deskeditor.ui.editor.steady import WheelZoom
from deskeditor.ui.editor.typewriter import Typewriter
from deskeditor.ui.outline_follower import OutlineFollower
from deskeditor.workspace.workspace import Workspace

if TYPE_CHECKING:
    from deskeditor.ui.main_window import MainWindow

_KEPT: Final = (Act.FOCUS_MODE, Act.TYPEWRITER)


class ComfortActs(QObject):
    """Carries them out; which are on is kept from one session to the next."""

    def __init__(self, window: "MainWindow", workspace: Workspace, actions: ActionSet) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._actions = actions
        self._splitter: QByteArray | None = None
        self._typewriters = (Typewriter(window.page.body), Typewriter(window.page.markdown))
        for text in (window.page.body, window.page.markdown):
            WheelZoom(text).turned.connect(self._zoom)
        self._outline = OutlineFollower(
            workspace, body=window.page.body, panel=window.outline, column=window.panels, parent=self
        )
        window.outline.place_chosen.connect(window.go_acts.go_to)
        self._count = SelectionCount(self)
        self._count.counted.connect(window.status.show_selected)

    def follow(self, editor: RichEditor) -> None:
        """Count what is selected in `editor`."""
        self._count.follow(editor)

    def run(self, act: Act, checked: bool) -> bool:
        """Carry out an act; False where it is none of these."""
        if act is Act.FOCUS_MODE:
            self.show_focus(checked)
        elif act is Act.TYPEWRITER:
            self._switch_typewriter(checked)
        else:
            return False
        self._workspace.session = self._workspace.session.with_choice(act.value, checked)
        return True

    def restore(self) -> None:
        """Go on as the last session ended."""
        choice = self._workspace.session.choice
        for act in _KEPT:
            if choice(act.value) is True:
                self._actions.show_checked({act: True})
                self.run(act, True)

    @property
    def is_focused(self) -> bool:
        """Whether the text stands alone."""
        return self._splitter is not None

    @property
    def splitter_state(self) -> QByteArray:
        """How wide the parts are, and will be again once the focus mode ends."""
        return self._window.splitter.saveState() if self._splitter is None else self._splitter

    def show_focus(self, on: bool) -> None:
        """Show the text alone, or all parts again as they were."""
        if on == self.is_focused:
            return
        window = self._window
        if on:
            self._splitter = window.splitter.saveState()
        state = self._splitter
        if not on:
            self._splitter = None
        window.page.show_bar(not on)
        window.page.body.show_veil(on)
        window.view_acts.show_parts()
        if not on and state is not None:
            window.splitter.restoreState(state)
        self._actions.show_checked({Act.FOCUS_MODE: on})

    def leave_focus(self) -> bool:
        """End the focus mode, because a person goes to a part that it hides; False where it was not on."""
        return self.is_focused and self.run(Act.FOCUS_MODE, False)

    def _zoom(self, larger: bool) -> None:
        self._window.view_acts.run(Act.ZOOM_IN if larger else Act.ZOOM_OUT, False)

    def _switch_typewriter(self, on: bool) -> None:
        for typewriter in self._typewriters:
            typewriter.switch(on)
