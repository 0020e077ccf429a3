"""A line of runs as a document of one block, and back."""

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from deskeditor.article.line import Line, join_lines
from deskeditor.richtext.runs import FormatReader, read_runs, write_runs


def load_line(document: QTextDocument, line: Line) -> None:
    """Fill a document that nobody has open yet: its undo steps are forgotten."""
    was_enabled = document.isUndoRedoEnabled()
    document.setUndoRedoEnabled(False)
    replace_line(document, line)
    document.setUndoRedoEnabled(was_enabled)
    document.setModified(False)


def replace_line(document: QTextDocument, line: Line) -> None:
    """Give an open document another line, as one step of undo. An equal line is no step."""
    if read_line(document) == line:
        return
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    cursor.setBlockCharFormat(QTextCharFormat())
    write_runs(cursor, line)
    cursor.endEditBlock()


def read_line(document: QTextDocument) -> Line:
    """The line of the document; several blocks are joined by spaces."""
    reader = FormatReader()
    block: QTextBlock = document.begin()
    lines: list[Line] = []
    while block.isValid():
        lines.append(read_runs(block, reader))
        block = block.next()
    return lines[0] if len(lines) == 1 else join_lines(lines, " ")
