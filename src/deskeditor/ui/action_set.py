"""The actions as Qt objects: built once from the table, put into menus and bars, enabled by what is there."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar

from deskeditor.ui.actions import ACTIONS, spec_of
from deskeditor.ui.acts import Act, ActionSpec, Choice, Menu, Needs
from deskeditor.ui.icons import icon_of

_REPEATED: Final = frozenset(
    {
        Act.UNDO,
        Act.REDO,
        Act.ZOOM_IN,
        Act.ZOOM_OUT,
        Act.PREVIOUS_ARTICLE,
        Act.NEXT_ARTICLE,
        Act.MOVE_UP,
        Act.MOVE_DOWN,
    }
)


class ActionSet(QObject):
    """All actions of the window. `triggered` names the one a person chose, by menu, key or palette."""

    triggered = Signal(object, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = {spec.name: self._built(spec) for spec in ACTIONS}
        self._groups = {choice: self._grouped(choice) for choice in Choice}
        self.show_needs(has_article=False, has_text=False, has_selection=False)

    def _built(self, spec: ActionSpec) -> QAction:
        action = QAction(spec.text, self)
        action.setObjectName(spec.name.value)
        action.setShortcuts([QKeySequence(keys) for keys in spec.shortcuts])
        action.setAutoRepeat(spec.name in _REPEATED)
        action.setMenuRole(_role(spec.name))
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{spec.tip}  ({shown})" if shown else spec.tip)
        action.setStatusTip(spec.tip)
        action.setCheckable(spec.checkable)
        if spec.icon is not None:
            action.setIcon(icon_of(spec.icon))
        action.triggered.connect(lambda checked=False, name=spec.name: self.triggered.emit(name, checked))
        return action

    def _grouped(self, choice: Choice) -> QActionGroup:
        group = QActionGroup(self)
        # A block may be none of the four that the bar shows: code, a table, several at once.
        if choice is Choice.BLOCK:
            group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for spec in ACTIONS:
            if spec.choice is choice:
                group.addAction(self._actions[spec.name])
        return group

    def __getitem__(self, name: Act) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def show_needs(
        self,
        *,
        has_article: bool,
        has_text: bool,
        has_selection: bool,
        at_caret: Iterable[Needs] = (),
        refused: frozenset[Act] = frozenset(),
    ) -> None:
        """Enable what makes sense.

        `has_text` says that a text holds the caret, `has_selection` that some of it is chosen, `at_caret` what
        the text, or a plain input, says of the caret's place, `refused` what can't be done in it all the same.
        """
        there = frozenset(at_caret)
        met: Mapping[Needs, bool] = {
            **{need: has_article and has_text and need in there for need in Needs},
            Needs.NOTHING: True,
            Needs.ARTICLE: has_article,
            Needs.TEXT: has_article and has_text,
            Needs.SELECTION: has_article and has_selection,
            # These are met in a plain input too, be it without an article: the search box.
            Needs.WORDS: (has_article and has_text) or Needs.WORDS in there,
            Needs.CHOSEN_WORDS: (has_article and has_selection) or Needs.CHOSEN_WORDS in there,
        }
        for spec in ACTIONS:
            self._actions[spec.name].setEnabled(met[spec.needs] and spec.name not in refused)

    def show_checked(self, checked: Mapping[Act, bool]) -> None:
        """Show states without acting on them: `triggered` stays silent."""
        for name, state in checked.items():
            self._actions[name].setChecked(state)

    def fill_menus(self, bar: QMenuBar) -> dict[Menu, QMenu]:
        """Put every menu into `bar` and return them, for what is known only at run time (stages, recent files)."""
        return {menu: self._filled(bar.addMenu(menu.value), menu) for menu in Menu}

    def _filled(self, target: QMenu, menu: Menu) -> QMenu:
        part = None
        for spec in sorted((spec for spec in ACTIONS if spec.menu is menu), key=lambda spec: spec.part):
            if part not in (None, spec.part):
                target.addSeparator()
            part = spec.part
            target.addAction(self._actions[spec.name])
        return target

    def fill_bar(self, bar: QToolBar, parts: Iterable[Iterable[Act]]) -> None:
        """Put the actions into a toolbar, with a separator between two parts. One without an icon shows its text."""
        for number, part in enumerate(parts):
            if number:
                bar.addSeparator()
            for name in part:
                bar.addAction(self._actions[name])
                button = bar.widgetForAction(self._actions[name])
                if button is not None:
                    button.setAccessibleName(spec_of(name).text)
                    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def _role(name: Act) -> QAction.MenuRole:
    match name:
        case Act.QUIT:
            return QAction.MenuRole.QuitRole
        case Act.ABOUT:
            return QAction.MenuRole.AboutRole
        case _:
            return QAction.MenuRole.NoRole
