"""What the window shows of itself: theme, zoom, which parts; kept from one session to the next."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QObject
from PySide6.QtWidgets import QApplication

from deskeditor.article.workflow import Stage
from deskeditor.ui.action_set import ActionSet
from deskeditor.ui.acts import Act
from deskeditor.ui.article_filter import ArticleFilter
from deskeditor.ui.dialogs.about_dialog import AboutDialog
from deskeditor.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from deskeditor.ui.preview.preview_width import PreviewWidth
from deskeditor.ui.theme import Theme, apply_theme
from deskeditor.workspace.workspace import Workspace

if TYPE_CHECKING:
    from deskeditor.ui.main_window import MainWindow

THEMES: Final[Mapping[Act, Theme]] = MappingProxyType(
    {Act.THEME_SYSTEM: Theme.SYSTEM, Act.THEME_LIGHT: Theme.LIGHT, Act.THEME_DARK: Theme.DARK}
)
WIDTHS: Final[Mapping[Act, PreviewWidth]] = MappingProxyType(
    {
        Act.PREVIEW_PHONE: PreviewWidth.PHONE,
        Act.PREVIEW_TABLET: PreviewWidth.TABLET,
        Act.PREVIEW_DESKTOP: PreviewWidth.DESKTOP,
    }
)
ZOOM_STEPS: Final = (0.75, 0.85, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)


class ViewActs(QObject):
    """Carries out the acts of the View and Help menus."""

    def __init__(self, window: "MainWindow", workspace: Workspace, actions: ActionSet) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._actions = actions
        self._theme = Theme.SYSTEM
        self._zoom = 1.0
        self._parts = {
            Act.SHOW_LIST: window.list,
            Act.SHOW_PANELS: window.panels,
            Act.SHOW_PREVIEW: window.preview,
        }
        self._wanted = dict.fromkeys(self._parts, True)
        QApplication.styleHints().colorSchemeChanged.connect(lambda _scheme: self._dress())
        window.preview.width_chosen.connect(self._note_width)

    def run(self, act: Act, checked: bool) -> bool:
        """Carry out an act; False where it is none of these."""
        if act in THEMES:
            self._theme = THEMES[act]
            self._dress()
        elif act in WIDTHS:
            self._window.preview.show_width(WIDTHS[act])
        elif act in self._parts:
            # What the focus mode hides is asked for: so it is to be seen.
            self._wanted[act] = self._window.comfort_acts.leave_focus() or checked
            self.show_parts()
        else:
            return self._run_other(act, checked)
        return True

    def _run_other(self, act: Act, checked: bool) -> bool:
        match act:
            case Act.ZOOM_IN:
                self._show_zoom(next((step for step in ZOOM_STEPS if step > self._zoom), ZOOM_STEPS[-1]))
            case Act.ZOOM_OUT:
                self._show_zoom(next((step for step in reversed(ZOOM_STEPS) if step < self._zoom), ZOOM_STEPS[0]))
            case Act.ZOOM_RESET:
                self._show_zoom(1.0)
            case Act.MARKDOWN_VIEW:
                self._window.page.show_markdown(checked)
            case Act.ABOUT:
                AboutDialog(str(self._workspace.home), self._window).open()
            case Act.KEYBOARD_SHORTCUTS:
                ShortcutsDialog(self._window).open()
            case _:
                return False
        return True

    def restore(self) -> None:
        """Show the window as the last session left it."""
        try:
            self._show_choices()
        except (AttributeError, KeyError, TypeError, ValueError):
            # Another version's, or damaged. Nothing hangs on it but comfort, and a window that opens is more.
            self._workspace.session = replace(self._workspace.session, layout=())
            self._show_choices()

    def _show_choices(self) -> None:
        choice = self._workspace.session.choice
        self._theme = Theme(choice("theme", Theme.SYSTEM))
        self._dress()
        self._show_zoom(float(choice("zoom", 1.0)))
        self._wanted = {act: bool(choice(act.value, True)) for act in self._parts}
        self.show_parts()
        is_markdown = choice(Act.MARKDOWN_VIEW.value) is True
        self._window.page.show_markdown(is_markdown)
        self._actions.show_checked({Act.MARKDOWN_VIEW: is_markdown})
        width = PreviewWidth[choice("preview_width", PreviewWidth.PHONE.name)]
        self._window.preview.show_width(width)
        self._note_width(width)
        if choice("geometry"):
            self._window.restoreGeometry(QByteArray.fromBase64(choice("geometry").encode()))
        if choice("folded") is not None:
            self._window.panels.show_folded(choice("folded"))
        if choice("open_groups") is not None:
            self._window.details.show_open_groups(choice("open_groups"))
        # The words searched for are of the day; what one works at, and in which order, is a habit.
        chosen = frozenset(Stage(stage) for stage in choice("stages", []))
        self._window.list.filter_bar.show_filter(
            ArticleFilter(chosen=chosen, mine=bool(choice("mine", False)), by_due=bool(choice("by_due", False)))
        )
        if choice("splitter"):
            self._window.splitter.restoreState(QByteArray.fromBase64(choice("splitter").encode()))

    @property
    def wanted_parts(self) -> dict[str, bool]:
        """Which parts of the window a person wants to see, by the names of their acts."""
        return {act.value: wanted for act, wanted in self._wanted.items()}

    def show_wanted(self, parts: Mapping[str, bool]) -> None:
        """Show these parts, and no others."""
        self._wanted = {act: bool(parts.get(act.value, True)) for act in self._parts}
        self.show_parts()

    def show_parts(self) -> None:
        """Show the parts that are wanted; without an article there is nothing for panels and preview to show."""
        has_article = self._workspace.current is not None
        is_alone = has_article and self._window.comfort_acts.is_focused
        for act, part in self._parts.items():
            part.setVisible(self._wanted[act] and not is_alone and (has_article or act is Act.SHOW_LIST))
        self._actions.show_checked(self._wanted)

    def reveal(self, act: Act) -> None:
        """Show a part because a person goes to it."""
        self._window.comfort_acts.leave_focus()
        self._wanted[act] = True
        self.show_parts()

    def keep(self) -> None:
        """Remember how the window looks."""
        session, shown = self._workspace.session, self._window.list.filter_bar.filter
        kept = {
            "theme": self._theme.value,
            "zoom": self._zoom,
            "preview_width": self._window.preview.width_shown.name,
            "geometry": bytes(self._window.saveGeometry().toBase64().data()).decode(),
            # Unlike its `sizes`, the state knows how wide a part was that is hidden now.
            "splitter": bytes(self._window.comfort_acts.splitter_state.toBase64().data()).decode(),
            "folded": self._window.panels.folded_titles,
            "open_groups": self._window.details.open_groups,
            "stages": sorted(stage.value for stage in shown.chosen),
            Act.MARKDOWN_VIEW.value: self._window.page.is_markdown,
            "mine": shown.mine,
            "by_due": shown.by_due,
        } | {act.value: wanted for act, wanted in self._wanted.items()}
        for name, value in kept.items():
            session = session.with_choice(name, value)
        self._workspace.session = session
        self._window.layouts.keep()

    def _dress(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        tokens = apply_theme(app, self._theme)
        checked = next(act for act, theme in THEMES.items() if theme is self._theme)
        self._actions.show_checked({checked: True})
        self._window.preview.show_dark(tokens.dark)

    def _show_zoom(self, factor: float) -> None:
        self._zoom = factor
        self._window.page.zoom(factor)

    def _note_width(self, width: PreviewWidth) -> None:
        act = next(act for act, shown in WIDTHS.items() if shown is width)
        self._actions.show_checked({act: True})
