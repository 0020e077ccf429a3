from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from deskeditor.article.body import Body, Heading, ListItem, ListKind, ListLevel, Paragraph, Rule, Table
from deskeditor.article.line import EMPTY_LINE, Line, Mark, MarkKind, Run, plain_line
from deskeditor.richtext.body_document import load_body, read_body
from deskeditor.ui.editor.body_editor import BodyEditor
from deskeditor.ui.editor.line_editor import LineEditor

Key = Qt.Key
def editor_of(qtbot, body):
    editor = BodyEditor()
    qtbot.addWidget(editor)
    document = QTextDocument(editor)
    load_body(document, body)
    editor.show_document(document)
    editor.resize(900, 600)
    editor.show()
    return editor

def test_smoke(qtbot):
    e = editor_of(qtbot, Body())
    qtbot.keyClicks(e, "Hello")
    qtbot.keyClick(e, Key.Key_Return)
    qtbot.keyClicks(e, "World")
    print(read_body(e.document()))
    assert len(read_body(e.document())) == 2

def test_line(qtbot):
    e = LineEditor(name="Headline")
    qtbot.addWidget(e)
    d = QTextDocument(e)
    e.show_document(d)
    e.show()
    qtbot.keyClicks(e, "Hello")
    assert d.toPlainText() == "Hello"
