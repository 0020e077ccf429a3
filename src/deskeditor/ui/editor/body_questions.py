"""What a person is asked about the body's leaves: where a list begins, what code is in, what a picture shows."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlock, QTextCursor

from deskeditor.article.body import Embed, Figure, ListKind
from deskeditor.richtext.object_blocks import change_object, leaf_of
from deskeditor.richtext.shapes import shape_of
from deskeditor.ui.editor.block_commands import is_code_block, set_code_language
from deskeditor.ui.editor.bubble import bubble_over
from deskeditor.ui.editor.code_bubble import CodeBubble
from deskeditor.ui.editor.embed_bubble import EmbedBubble
from deskeditor.ui.editor.insert_commands import insert_embed
from deskeditor.ui.editor.list_commands import path_of, set_list_start
from deskeditor.ui.editor.number_bubble import NumberBubble
from deskeditor.ui.editor.picture_bubble import PictureBubble
from deskeditor.ui.editor.rich_editor import RichEditor


class BodyQuestions(QObject):
    """Asks in bubbles over an editor's window, and carries the answer out on the words it was asked at."""

    def __init__(self, editor: RichEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._asked_at = QTextCursor()

    def ask_for_list_start(self) -> None:
        """Let a person say which number the list at the caret begins with."""
        path = path_of(self._block())
        if self._editor.isReadOnly() or not path or path[-1].kind is not ListKind.NUMBER:
            return
        bubble = bubble_over(self._editor.window(), NumberBubble, NumberBubble)
        bubble.answer_to(given=self._start_list, closed=self._editor.setFocus)
        self._asked_at = self._editor.textCursor()
        bubble.ask(path[-1].start, self._editor.caret_in_window())

    def ask_for_code_language(self) -> None:
        """Let a person say which language the block of code at the caret is in."""
        if self._editor.isReadOnly() or not is_code_block(self._block()):
            return
        bubble = bubble_over(self._editor.window(), CodeBubble, CodeBubble)
        bubble.answer_to(given=self._name_language, closed=self._editor.setFocus)
        self._asked_at = self._editor.textCursor()
        bubble.ask(shape_of(self._block().blockFormat()).label, self._editor.caret_in_window())

    def ask_for_embed(self) -> None:
        """Let a person give a card to insert, or change the one that the caret is at."""
        if self._editor.isReadOnly():
            return
        leaf = leaf_of(self._block())
        embed = leaf if isinstance(leaf, Embed) else None
        bubble = bubble_over(self._editor.window(), EmbedBubble, EmbedBubble)
        bubble.answer_to(given=self._put_embed if embed is None else self._change, closed=self._editor.setFocus)
        self._asked_at = self._editor.textCursor()
        bubble.ask(embed, self._editor.caret_in_window())

    def ask_for_picture_details(self) -> None:
        """Let a person say what the picture at the caret shows, whose it is and how wide it stands."""
        leaf = leaf_of(self._block())
        if self._editor.isReadOnly() or not isinstance(leaf, Figure):
            return
        bubble = bubble_over(self._editor.window(), PictureBubble, PictureBubble)
        bubble.answer_to(given=self._change, closed=self._editor.setFocus)
        self._asked_at = self._editor.textCursor()
        bubble.ask(leaf, self._editor.caret_in_window())

    def _block(self) -> QTextBlock:
        cursor = self._editor.textCursor()
        return cursor.document().findBlock(cursor.selectionStart())

    def _start_list(self, number: int) -> None:
        self._answer(partial(set_list_start, start=number))

    def _name_language(self, language: str) -> None:
        self._answer(partial(set_code_language, language=language))

    def _put_embed(self, embed: Embed) -> None:
        self._answer(partial(insert_embed, embed=embed))

    def _change(self, leaf: Figure | Embed) -> None:
        self._answer(partial(change_object, leaf=leaf))

    def _answer(self, command: Callable[[QTextCursor], object]) -> None:
        """Run a command where it was asked for, although the caret may be elsewhere by now."""
        if self._asked_at.document() is self._editor.document():
            self._editor.edit_at(self._asked_at, command)
