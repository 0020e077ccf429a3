"""What is laid over words is gone before the text is: Qt crashes on selections in a document that is no more."""

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from deskeditor.ui.editor.highlights import Layer, laid_over
from deskeditor.ui.editor.line_editor import LineEditor
from deskeditor.ui.editor.rich_editor import RichEditor


def lay_over_all(editor: RichEditor, layer: Layer) -> None:
    cursor = QTextCursor(editor.document())
    cursor.select(QTextCursor.SelectionType.Document)
    editor.highlights.show(layer, [laid_over(cursor, QTextCharFormat())])


def test_a_document_that_is_no_longer_shown_may_be_gone_when_the_next_is_marked(qtbot: QtBot) -> None:
    editor = LineEditor(name="Headline", placeholder="Headline")
    qtbot.addWidget(editor)
    for _ in range(20):
        for layer in Layer:
            first, second = QTextDocument("Harbour froze"), QTextDocument("Ferry sails")
            editor.show_document(first)
            lay_over_all(editor, layer)
            editor.show_document(second)
            assert editor.extraSelections() == []
            delete(first)
            lay_over_all(editor, layer)
            editor.show_document(None)
            delete(second)
