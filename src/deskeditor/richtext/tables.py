"""Tables as QTextTable and back: the one leaf of many blocks."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QTextBlockFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
    QTextTableFormat,
)

from deskeditor.article.body import Align, Table
from deskeditor.article.line import HARD_BREAK, Line, join_lines
from deskeditor.richtext.runs import FormatReader, read_runs, write_runs
from deskeditor.richtext.shapes import cell_format, cell_start_format

_ALIGNMENTS: Final = (
    (Align.LEFT, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute),
    (Align.CENTER, Qt.AlignmentFlag.AlignHCenter),
    (Align.RIGHT, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute),
)


def aligned_cell_format(align: Align) -> QTextBlockFormat:
    """The block format of a cell in a column that stands as `align` says."""
    target = cell_format()
    flag = dict(_ALIGNMENTS).get(align)
    if flag is not None:
        target.setAlignment(flag)
    return target


def _align_of(source: QTextBlockFormat) -> Align:
    if not source.hasProperty(QTextBlockFormat.Property.BlockAlignment):
        return Align.START
    given = source.alignment()
    return next((align for align, flag in _ALIGNMENTS if given == flag), Align.START)


def table_format(*, header: bool) -> QTextTableFormat:
    """The format of a table. Its lines are of a grey that shows on light and on dark ground."""
    target = QTextTableFormat()
    target.setHeaderRowCount(int(header))
    target.setBorderCollapse(True)
    target.setBorder(1)
    target.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    target.setBorderBrush(QBrush(QColor(128, 128, 128, 128)))
    target.setCellPadding(6)
    target.setCellSpacing(0)
    # The margin of the block above doesn't count: the ground of code reaches 8 pixels below its words.
    target.setTopMargin(16)
    target.setBottomMargin(16)
    target.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    return target


def write_table(cursor: QTextCursor, table: Table) -> None:
    """Insert `table` at the cursor, which is then in the block behind it."""
    made = cursor.insertTable(len(table.rows), len(table.alignments), table_format(header=table.header))
    for number, row in enumerate(table.rows):
        for column, line in enumerate(row):
            inside = made.cellAt(number, column).firstCursorPosition()
            dress_cell(inside, table.alignments[column])
            write_runs(inside, line)
    cursor.setPosition(made.lastPosition() + 1)


def dress_cell(cursor: QTextCursor, align: Align) -> None:
    """Give the new cell that the cursor is in the formats of a cell that stands as `align` says."""
    cursor.setBlockFormat(aligned_cell_format(align))
    cursor.setBlockCharFormat(cell_start_format())


def read_table(table: QTextTable, reader: FormatReader) -> Table:
    """The table as a leaf. How a column stands is what its first cell says."""
    rows, columns = table.rows(), table.columns()
    return Table(
        rows=tuple(
            tuple(read_cell(table.cellAt(row, column), reader) for column in range(columns)) for row in range(rows)
        ),
        header=table.format().headerRowCount() > 0,
        alignments=tuple(column_align(table, column) for column in range(columns)),
    )


def column_align(table: QTextTable, column: int) -> Align:
    """How a column stands."""
    return _align_of(table.cellAt(0, column).firstCursorPosition().blockFormat())


def read_cell(cell: QTextTableCell, reader: FormatReader) -> Line:
    """The line of a cell; blocks that something else put there are joined by hard breaks."""
    block = cell.firstCursorPosition().block()
    last = cell.lastCursorPosition().block()
    lines = [read_runs(block, reader)]
    while block != last:
        block = block.next()
        lines.append(read_runs(block, reader))
    return join_lines(lines, HARD_BREAK)
