"""Ways through the window by keys: to each part, to each field, to a place of the article."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from deskeditor.article.change import Change
from deskeditor.article.place import Field, Place
from deskeditor.richtext.places import place_to_cursor
from deskeditor.ui.acts import Act
from deskeditor.ui.editor.rich_editor import RichEditor

if TYPE_CHECKING:
    from deskeditor.ui.main_window import MainWindow

PANELS: Final[Mapping[Act, str]] = MappingProxyType(
    {
        Act.GO_TO_SUMMARY: "Summary",
        Act.GO_TO_TAGS: "Tags",
        Act.GO_TO_OUTLINE: "Outline",
        Act.GO_TO_NOTES: "Notes",
        Act.GO_TO_SOURCES: "Sources",
        Act.ADD_SOURCE: "Sources",
        Act.GO_TO_CLAIMS: "Claims",
        Act.GO_TO_QUERIES: "Queries",
        Act.GO_TO_DETAILS: "Details",
        Act.GO_TO_FINDINGS: "Findings",
        Act.GO_TO_HISTORY: "History",
    }
)


class GoActs(QObject):
    """Carries out the acts of the Go menu."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def run(self, act: Act, checked: bool) -> bool:
        """Carry out an act; False where it is none of these."""
        window = self._window
        if act in PANELS:
            window.view_acts.reveal(Act.SHOW_PANELS)
            window.panels.focus(PANELS[act])
            if act is Act.GO_TO_SUMMARY:
                window.summary.focus_bullet()
            elif act is Act.GO_TO_SOURCES:
                window.sources.focus_list()
            elif act is Act.GO_TO_DETAILS:
                window.details.focus_field(Change.BYLINE)
            return True
        plain: dict[Act, Callable[[], object]] = {
            Act.SEARCH_ARTICLES: self._search,
            Act.GO_TO_LIST: self._go_to_list,
            Act.PREVIOUS_ARTICLE: lambda: window.list.view.step(-1),
            Act.NEXT_ARTICLE: lambda: window.list.view.step(1),
            Act.GO_TO_HEADLINE: lambda: _focus(window.page.headline),
            Act.GO_TO_STANDFIRST: lambda: _focus(window.page.standfirst),
            Act.GO_TO_BODY: lambda: _focus(window.page.body),
            Act.GO_TO_PREVIEW: self._go_to_preview,
            Act.GO_TO_NOTICE: window.notices.focus_offer,
        }
        if act not in plain:
            return False
        plain[act]()
        return True

    def go_to_start(self) -> None:
        """Put the caret before the headline, and show the beginning of the body."""
        page = self._window.page
        for editor in (page.body, page.markdown, page.headline):
            editor.moveCursor(QTextCursor.MoveOperation.Start)
        page.body.verticalScrollBar().setValue(0)
        _focus(page.headline)

    def go_to(self, place: Place) -> None:
        """Put the caret at a place of the open article."""
        window = self._window
        match place.field:
            case Field.BODY:
                window.page.show_place(place)
                _focus(window.page.body)
            case Field.HEADLINE | Field.STANDFIRST:
                editor = window.page.headline if place.field is Field.HEADLINE else window.page.standfirst
                if place.end > place.start:
                    editor.setTextCursor(place_to_cursor(editor.document(), place))
                _focus(editor)
            case Field.SUMMARY:
                self.run(Act.GO_TO_SUMMARY, False)
                window.summary.focus_bullet(place.bullet)
                bullet = window.summary.editor_of(place.bullet) if place.bullet is not None else None
                if isinstance(bullet, RichEditor) and place.end > place.start:
                    bullet.setTextCursor(place_to_cursor(bullet.document(), place))
            case Field.TAGS:
                self.run(Act.GO_TO_TAGS, False)
            case _:
                self.run(Act.GO_TO_DETAILS, False)
                if place.field.value in set(Change):
                    window.details.focus_field(Change(place.field.value))

    def go_to_bullet(self, bullet_id: UUID) -> None:
        """Put the caret into a summary point."""
        self.run(Act.GO_TO_SUMMARY, False)
        self._window.summary.focus_bullet(bullet_id)

    def show_bullet(self, bullet_id: UUID) -> None:
        """Bring a summary point into view; in focus mode, which a person chose, the text stays alone."""
        window = self._window
        editor = window.summary.editor_of(bullet_id)
        if editor is not None and not window.comfort_acts.is_focused:
            window.view_acts.reveal(Act.SHOW_PANELS)
            window.panels.show_within("Summary", editor)

    def reveal_text(self, editor: QWidget) -> None:
        """Show the part of the window that a text is in, because a person is led to it."""
        if self._window.summary.isAncestorOf(editor):
            self._window.view_acts.reveal(Act.SHOW_PANELS)
            self._window.panels.fold("Summary", False)

    def _search(self) -> None:
        self._window.view_acts.reveal(Act.SHOW_LIST)
        self._window.list.focus_search()

    def _go_to_list(self) -> None:
        self._window.view_acts.reveal(Act.SHOW_LIST)
        _focus(self._window.list.view)

    def _go_to_preview(self) -> None:
        self._window.view_acts.reveal(Act.SHOW_PREVIEW)
        _focus(self._window.preview)


def _focus(widget: QWidget) -> None:
    widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
