"""A table in the making: rows of cells that span what they like become a rectangle of lines."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from deskeditor.article.body import Align, Table
from deskeditor.article.line import EMPTY_LINE, Line

_MOST_COLUMNS: Final = 200
_MOST_ROWS_SPANNED: Final = 1000


@dataclass(slots=True)
class TableBuilder:
    """Gathers the cells of one table; `has_spans` tells that some reached over several rows or columns."""

    rows: list[list[Line]] = field(default_factory=list)
    has_spans: bool = False
    _is_header: list[bool] = field(default_factory=list)
    _alignments: dict[int, Counter[str]] = field(default_factory=dict)
    _reserved: dict[int, int] = field(default_factory=dict)

    def start_row(self) -> None:
        """Begin the next row."""
        self.rows.append([])
        self._is_header.append(True)

    def add_cell(self, line: Line, *, columns: int, rows: int, is_header: bool, align: str) -> None:
        """Add a cell to the row; the cells that it reaches over are left empty."""
        if not self.rows:
            self.start_row()
        row = self.rows[-1]
        self._skip_reserved(row)
        at = len(row)
        columns = max(1, min(columns, _MOST_COLUMNS - at))
        self.has_spans = self.has_spans or columns > 1 or rows > 1
        row.extend([line, *[EMPTY_LINE] * (columns - 1)])
        self._is_header[-1] = self._is_header[-1] and is_header
        self._alignments.setdefault(at, Counter())[align] += 1
        if rows > 1:
            last = len(self.rows) - 1 + min(rows, _MOST_ROWS_SPANNED) - 1
            self._reserved.update(dict.fromkeys(range(at, at + columns), last))

    def _skip_reserved(self, row: list[Line]) -> None:
        while self._reserved.get(len(row), -1) >= len(self.rows) - 1:
            row.append(EMPTY_LINE)

    def table(self) -> Table | None:
        """Return the table, or None where it has no cell; short rows are filled up."""
        rows = [(row, header) for row, header in zip(self.rows, self._is_header, strict=True) if row]
        width = max((len(row) for row, _ in rows), default=0)
        if not width:
            return None
        return Table(
            rows=tuple((*row, *[EMPTY_LINE] * (width - len(row))) for row, _ in rows),
            header=rows[0][1],
            alignments=tuple(self._alignment(column) for column in range(width)),
        )

    def _alignment(self, column: int) -> Align:
        counted = self._alignments.get(column)
        most = counted.most_common(1)[0][0] if counted else ""
        return Align(most) if most else Align.START
