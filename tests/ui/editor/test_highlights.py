"""What is laid over words: each layer is seen, and all are gone before the text is, as Qt would crash on them."""

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
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


def test_a_wave_is_seen_on_the_ground_of_a_hit_in_what_is_looked_through(qtbot: QtBot) -> None:
    editor = LineEditor(name="Headline", placeholder="Headline")
    qtbot.addWidget(editor)
    document = QTextDocument("mmm")
    editor.show_document(document)
    editor.resize(200, 60)
    wave, ground, part = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
    wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    wave.setUnderlineColor(QColor("#ff0000"))
    ground.setBackground(QColor("#00ff00"))
    part.setBackground(QColor("#0000ff"))
    for layer, dress, end in ((Layer.SPELLING, wave, 2), (Layer.FOUND, ground, 2), (Layer.SCOPE, part, 3)):
        cursor = QTextCursor(document)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        editor.highlights.show(layer, [laid_over(cursor, dress)])
    image = editor.viewport().grab().toImage()
    colours = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    assert {"#00ff00", "#0000ff"} <= {colour.name() for colour in colours}
    # The wave is smoothed at its edges.
    assert any(colour.red() > 150 > 100 > colour.green() for colour in colours)
    editor.show_document(None)
