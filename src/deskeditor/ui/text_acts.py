"""Acts on the words: format, clipboard, undo and redo, sending a selection to a field."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMenuBar, QToolBar, QWidget
from shiboken6 import isValid

from deskeditor.article.line import EMPTY_LINE, Mark
from deskeditor.ui.action_set import ActionSet
from deskeditor.ui.actions import ACTIONS
from deskeditor.ui.acts import Act, Needs
from deskeditor.ui.editor.bubble import Bubble
from deskeditor.ui.editor.markdown_edits import EDITED
from deskeditor.ui.editor.markdown_texts import losses_said
from deskeditor.ui.editor.markdown_view import MarkdownView
from deskeditor.ui.editor.rich_editor import RichEditor
from deskeditor.ui.plain_input import PlainInput, needs_met_by, plain_input_of, run_in_input
from deskeditor.workspace.notices import Notice
from deskeditor.workspace.sending import Target, send_line
from deskeditor.workspace.workspace import Workspace

SENDS: Final[Mapping[Act, Target]] = MappingProxyType(
    {
        Act.SEND_TO_HEADLINE: Target.HEADLINE,
        Act.SEND_TO_STANDFIRST: Target.STANDFIRST,
        Act.SEND_TO_BULLET: Target.BULLET,
        Act.SEND_TO_TAG: Target.TAGS,
        Act.SEND_TO_BYLINE: Target.BYLINE,
        Act.SEND_TO_CREDIT: Target.CREDIT,
        Act.SEND_TO_DESK_NOTE: Target.DESK_NOTE,
    }
)


_ON_WORDS: Final = frozenset(
    {Needs.TEXT, Needs.SELECTION, Needs.BODY, Needs.LEAVES, Needs.NUMBERED_ITEM, Needs.TABLE, Needs.PICTURE}
)
_FOR_THE_DESK: Final = frozenset({Act.SUM_UP, Act.INSERT_NOTE})
"""What marks words and changes none: in Markdown it is done to the words that are meant."""

_REFUSED: Final = (
    frozenset(spec.name for spec in ACTIONS if spec.needs in _ON_WORDS) - EDITED - SENDS.keys() - _FOR_THE_DESK
)
"""What works on the words and not on their Markdown."""


class TextActs(QObject):
    """Carries out acts on the editor that had the caret last, and shows what holds there."""

    def __init__(self, workspace: Workspace, actions: ActionSet, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._actions = actions
        self._window = window
        self._editor: RichEditor | MarkdownView | None = None
        self._is_away = False
        self._input: PlainInput | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._note_focus)

    def follow(self, editor: RichEditor) -> None:
        """Let the acts work on `editor` while it has the caret."""
        self._follow(editor)
        editor.keep_marks_by(lambda mark: self._lies_beside(editor, mark))

    def follow_markdown(self, view: MarkdownView) -> None:
        """Let the acts work on the signs of Markdown while the view has the caret."""
        self._follow(view)
        view.marks_lost.connect(self._say_losses)

    def _follow(self, editor: RichEditor | MarkdownView) -> None:
        editor.focused.connect(lambda: self._turn_to(editor))
        editor.format_changed.connect(lambda: self._show_format(editor))
        editor.undo_requested.connect(self._undo)
        editor.redo_requested.connect(self._redo)
        editor.left.connect(self._save)
        editor.refused.connect(lambda text: self._workspace.noticed.emit(Notice(text=text)))
        editor.destroyed.connect(lambda: self._forget(editor))

    def run(self, act: Act, checked: bool) -> bool:
        """Carry out an act; False where it is none of these."""
        match act:
            case Act.UNDO:
                self._undo()
            case Act.REDO:
                self._redo()
            case _ if act in SENDS:
                self._send(SENDS[act])
            case _ if self._input is not None and isValid(self._input):
                return run_in_input(self._input, act)
            case _:
                return self._editor is not None and self._editor.run(act)
        return True

    def show_needs(self) -> None:
        """Enable the acts that make sense now."""
        editor = None if self._is_away else self._editor
        self._actions.show_needs(
            has_article=self._workspace.current is not None,
            has_text=editor is not None,
            has_selection=editor is not None and editor.textCursor().hasSelection(),
            at_caret=editor.met_needs() if editor is not None else self._met_by_input(),
            refused=_REFUSED if isinstance(editor, MarkdownView) else frozenset(),
        )

    def _met_by_input(self) -> frozenset[Needs]:
        has_input = self._input is not None and isValid(self._input)
        return needs_met_by(self._input) if self._input is not None and has_input else frozenset()

    def _note_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """A bold key must not reach the text while a person is in a field beside it."""
        if (
            new is None
            or new.window() is not self._window
            or isinstance(new, RichEditor | MarkdownView)
            or _serves_text(new)
        ):
            return
        self._turn_to_input(plain_input_of(new))
        self._is_away = True
        self.show_needs()

    def _turn_to_input(self, input_: PlainInput | None) -> None:
        if self._input is not None and isValid(self._input):
            self._input.selectionChanged.disconnect(self.show_needs)
        self._input = input_
        if input_ is not None:
            input_.selectionChanged.connect(self.show_needs)

    def _turn_to(self, editor: RichEditor | MarkdownView) -> None:
        self._turn_to_input(None)
        self._editor, self._is_away = editor, False
        if self._workspace.current is not None:
            self._workspace.current.history.end_typed_step()
        self._show_format(editor)

    def _forget(self, editor: RichEditor | MarkdownView) -> None:
        if self._editor is editor:
            self._editor = None

    def _lies_beside(self, editor: RichEditor, mark: Mark) -> bool:
        """Whether a mark lies on words of another text than the editor's own."""
        current = self._workspace.current
        lines = current.lines_beside(editor.document()) if current is not None else ()
        return any(mark in run.marks for line in lines for run in line)

    def _show_format(self, editor: RichEditor | MarkdownView) -> None:
        if editor is self._editor:
            self.show_needs()
            self._actions.show_checked(editor.checked_acts())

    def _undo(self) -> None:
        if self._workspace.current is not None:
            self._workspace.current.undo()

    def _redo(self) -> None:
        if self._workspace.current is not None:
            self._workspace.current.redo()

    def _say_losses(self, lost: frozenset[Mark]) -> None:
        self._workspace.noticed.emit(Notice(text=losses_said(lost), subject="marks lost"))

    def _save(self) -> None:
        current = self._workspace.current
        if current is not None and current.unsaved:
            self._workspace.save_current()

    def _send(self, target: Target) -> None:
        current, editor = self._workspace.current, self._editor
        if current is None or editor is None:
            return
        line = editor.selected_line()
        if not line:
            return
        with current.one_step(f"sending of words to {target.value}"):
            editor.insert_line(EMPTY_LINE)
            send_line(current, line, target, tag_labelled=self._workspace.tag_labelled)


def _serves_text(widget: QWidget) -> bool:
    """Whether a widget works on the text that had the caret: a button of the bar, a menu, a bubble at its words."""
    parent: QWidget | None = widget
    while parent is not None and not parent.isWindow():
        if isinstance(parent, QToolBar | QMenuBar | Bubble):
            return True
        parent = parent.parentWidget()
    return False
