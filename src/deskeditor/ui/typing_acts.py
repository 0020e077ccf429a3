"""Acts on typing: which habits the texts follow, kept from one session to the next."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QObject

from deskeditor.ui.action_set import ActionSet
from deskeditor.ui.acts import Act
from deskeditor.ui.editor.autoformat import Autoformat, Habits
from deskeditor.ui.editor.rich_editor import RichEditor
from deskeditor.workspace.workspace import Workspace

HABITS: Final[Mapping[Act, str]] = MappingProxyType(
    {Act.SMART_TYPING: "smart", Act.FORMAT_AS_TYPED: "formats", Act.ORDINALS: "ordinals"}
)


class TypingActs(QObject):
    """Lets every text of the window follow the habits that are chosen in the Edit menu."""

    def __init__(self, workspace: Workspace, actions: ActionSet, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        choice = workspace.session.choice
        usual = Habits()
        self._habits = Habits(**{name: bool(choice(act.value, getattr(usual, name))) for act, name in HABITS.items()})
        actions.show_checked({act: getattr(self._habits, name) for act, name in HABITS.items()})

    def follow(self, editor: RichEditor) -> None:
        """Let what is typed into `editor` follow the habits."""
        Autoformat(editor, lambda: self._habits, self._language, self._end_step)

    def run(self, act: Act, checked: bool) -> bool:
        """Carry out an act; False where it is none of these."""
        if act not in HABITS:
            return False
        self._habits = replace(self._habits, **{HABITS[act]: checked})
        self._workspace.session = self._workspace.session.with_choice(act.value, checked)
        return True

    @property
    def language_of_signs(self) -> str:
        """The language whose typographic signs are made while typing, "" where none are."""
        return self._language() if self._habits.smart else ""

    def _end_step(self) -> None:
        if self._workspace.current is not None:
            self._workspace.current.history.end_typed_step()

    def _language(self) -> str:
        current = self._workspace.current
        return current.language if current is not None else self._workspace.profile.language
