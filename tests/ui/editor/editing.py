"""What the editor tests share: a shown editor over a document, leaves in few words, carets at words."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor, QTextDocument, QTextFormat
from pytestqt.qtbot import QtBot

from deskeditor.article.body import Align, Body, Heading, Leaf, ListItem, ListKind, ListLevel, Paragraph, Table, body_of
from deskeditor.article.line import Line, Mark, MarkKind, Run, line_of, plain_line
from deskeditor.richtext.body_document import load_body, read_body
from deskeditor.richtext.line_document import load_line, read_line
from deskeditor.richtext.marks import marks_of
from deskeditor.richtext.shapes import Kind, shape_of
from deskeditor.ui.editor.body_editor import BodyEditor
from deskeditor.ui.editor.line_editor import LineEditor
from deskeditor.ui.editor.rich_editor import RichEditor

BULLET = ListLevel(kind=ListKind.BULLET)
NUMBER = ListLevel(kind=ListKind.NUMBER)
STRONG = Mark(MarkKind.STRONG)
CLAIM = Mark(MarkKind.CLAIM, "c1")
FOOTNOTE = MarkKind.FOOTNOTE
LINK = Mark(MarkKind.LINK, "https://example.org/")


def marked(*parts: str | tuple[str, *tuple[Mark, ...]]) -> Line:
    """A line of plain stretches and stretches with a mark."""
    return line_of(
        Run(text=part) if isinstance(part, str) else Run(text=part[0], marks=frozenset(part[1:])) for part in parts
    )


def para(text: str | Line, *, quoted: bool = False) -> Paragraph:
    return Paragraph(line=plain_line(text) if isinstance(text, str) else text, quoted=quoted)


def head(text: str, level: int = 2) -> Heading:
    return Heading(level=level, line=plain_line(text))


def item(text: str, *path: ListLevel) -> ListItem:
    return ListItem(line=plain_line(text), path=path or (BULLET,))


def table(*rows: tuple[str, ...]) -> Table:
    lines = tuple(tuple(plain_line(cell) for cell in row) for row in rows)
    return Table(rows=lines, alignments=(Align.START,) * len(rows[0]))


def body_editor(qtbot: QtBot, *leaves: Leaf) -> BodyEditor:
    """A shown editor of a body of the given leaves, the caret at its start."""
    editor = BodyEditor()
    qtbot.addWidget(editor)
    document = QTextDocument(editor)
    load_body(document, body_of(leaves))
    editor.show_document(document)
    editor.resize(900, 600)
    editor.show()
    return editor


def line_editor(qtbot: QtBot, line: Line | str = "") -> LineEditor:
    """A shown editor of a line, the caret at its start."""
    editor = LineEditor(name="Headline", placeholder="Headline")
    qtbot.addWidget(editor)
    document = QTextDocument(editor)
    load_line(document, plain_line(line) if isinstance(line, str) else line)
    editor.show_document(document)
    editor.resize(400, 40)
    editor.show()
    return editor


def leaves(editor: RichEditor) -> tuple[Leaf, ...]:
    return read_body(editor.document()).leaves


def line(editor: RichEditor) -> Line:
    return read_line(editor.document())


def body(editor: RichEditor) -> Body:
    return read_body(editor.document())


def dangling(document: QTextDocument) -> set[str]:
    """The labels that something in the document refers to, and that no footnote has."""
    notes: set[str] = set()
    references: set[str] = set()
    block = document.begin()
    while block.isValid():
        shape = shape_of(block.blockFormat())
        if shape.kind is Kind.FOOTNOTE:
            notes.add(shape.label)
        part = block.begin()
        while not part.atEnd():
            references |= {mark.value for mark in marks_of(part.fragment().charFormat()) if mark.kind is FOOTNOTE}
            part += 1
        block = block.next()
    return references - notes


def resized(document: QTextDocument) -> bool:
    """Whether some text has a size of its own: what makes a caret high must not get onto words."""
    block = document.begin()
    while block.isValid():
        part = block.begin()
        while not part.atEnd():
            if part.fragment().charFormat().hasProperty(QTextFormat.Property.FontSizeAdjustment):
                return True
            part += 1
        block = block.next()
    return False


def put_caret(editor: RichEditor, text: str, *, at: int = 0) -> None:
    """Put the caret `at` characters behind the start of the first `text` in the document."""
    cursor = _found(editor, text)
    cursor.setPosition(cursor.selectionStart() + at)
    editor.setTextCursor(cursor)


def put_caret_behind(editor: RichEditor, text: str) -> None:
    """Put the caret behind the first `text` in the document."""
    put_caret(editor, text, at=len(text))


def select(editor: RichEditor, text: str) -> None:
    """Select the first `text` in the document."""
    editor.setTextCursor(_found(editor, text))


def select_from(editor: RichEditor, first: str, last: str) -> None:
    """Select from the start of `first` to the end of `last`."""
    cursor = _found(editor, first)
    start = cursor.selectionStart()
    end = _found(editor, last).selectionEnd()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def _found(editor: RichEditor, text: str) -> QTextCursor:
    block = editor.document().begin()
    while block.isValid():
        at = block.text().find(text)
        if at >= 0:
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + at)
            cursor.setPosition(block.position() + at + len(text), QTextCursor.MoveMode.KeepAnchor)
            return cursor
        block = block.next()
    raise AssertionError(f"no {text!r} in the document")


def press(
    qtbot: QtBot, editor: RichEditor, *keys: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    for key in keys:
        qtbot.keyClick(editor, key, with_)


def html(text: str) -> QMimeData:
    data = QMimeData()
    data.setHtml(text)
    return data


def plain(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data
