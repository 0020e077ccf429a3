"""What a person is asked about a link: where the selected words, or those of the link at the caret, lead to."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from deskeditor.ui.editor.bubble import bubble_over
from deskeditor.ui.editor.link_bubble import LinkBubble
from deskeditor.ui.editor.mark_commands import link_at, remove_link, set_link

if TYPE_CHECKING:
    from deskeditor.ui.editor.rich_editor import RichEditor


class LinkQuestion(QObject):
    """Asks in a bubble over an editor's window, and carries the answer out on its selection."""

    def __init__(self, editor: "RichEditor") -> None:
        super().__init__(editor)
        self._editor = editor

    def ask(self) -> None:
        """Let a person give the selection a link, or change the one the caret is in."""
        if self._editor.isReadOnly():
            return
        bubble = bubble_over(self._editor.window(), LinkBubble, LinkBubble)
        bubble.answer_to(given=self._link, removed=self._unlink, closed=self._editor.setFocus)
        bubble.ask(link_at(self._editor.textCursor()), self._editor.caret_in_window())

    def _link(self, address: str) -> None:
        self._editor.edit(partial(set_link, address=address))

    def _unlink(self) -> None:
        self._editor.edit(remove_link)
