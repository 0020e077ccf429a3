"""Turning between the body and its Markdown: the caret at the same words, those at the same height."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from deskeditor.richtext.places import place_to_cursor
from deskeditor.ui.editor.body_editor import BodyEditor
from deskeditor.ui.editor.markdown_view import MarkdownView


@contextmanager
def turned(body: BodyEditor, markdown: MarkdownView, *, to_markdown: bool) -> Iterator[None]:
    """Show inside, in the other editor, what one editor showed before."""
    place = body.place() if to_markdown else markdown.place()
    height = _height_of_caret(body if to_markdown else markdown)
    yield
    (markdown if to_markdown else body).show_place(place)
    _put_caret_at(markdown if to_markdown else body, height)


def body_cursor(body: BodyEditor, markdown: MarkdownView) -> QTextCursor:
    """The caret and the selection in the body: while its Markdown is shown, what those there stand for."""
    if not markdown.isVisible():
        return body.textCursor()
    first, last = markdown.ends()
    cursor = QTextCursor(body.document())
    cursor.setPosition(place_to_cursor(body.document(), first).position())
    cursor.setPosition(place_to_cursor(body.document(), last).position(), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _height_of_caret(editor: QTextEdit) -> int:
    """Where the caret is seen, in pixels from the top; where it is not, a third down."""
    top = editor.cursorRect().top()
    return top if 0 <= top < editor.viewport().height() else editor.viewport().height() // 3


def _put_caret_at(editor: QTextEdit, height: int) -> None:
    bar = editor.verticalScrollBar()
    bar.setValue(bar.value() + editor.cursorRect().top() - height)
