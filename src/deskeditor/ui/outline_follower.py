"""Keeps the outline showing the open article's headings, and the one that the caret stands under."""

from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCursor

from deskeditor.article.change import Change
from deskeditor.article.outline import outline_of
from deskeditor.richtext.pieces import table_of
from deskeditor.richtext.shapes import Kind, shape_of
from deskeditor.ui.editor.body_editor import BodyEditor
from deskeditor.ui.panel_column import PanelColumn
from deskeditor.ui.panels.outline_panel import OutlinePanel
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.workspace import Workspace

TITLE: Final = "Outline"
_PAUSE: Final = 100
"""Milliseconds after which the caret is taken to have come to rest."""


class OutlineFollower(QObject):
    """Tells the panel what there is and where the caret is."""

    def __init__(
        self, workspace: Workspace, *, body: BodyEditor, panel: OutlinePanel, column: PanelColumn, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._body = body
        self._panel = panel
        self._column = column
        self._shown: OpenArticle | None = None
        self._rest = QTimer(self, singleShot=True, interval=_PAUSE)
        self._rest.timeout.connect(self._show_current)
        body.cursorPositionChanged.connect(self._rest.start)
        workspace.opened.connect(self._turn_to)

    def _turn_to(self, open_article: OpenArticle | None) -> None:
        if self._shown is not None and self._shown is not open_article:
            self._shown.changed.disconnect(self._note_change)
        if open_article is not None and open_article is not self._shown:
            open_article.changed.connect(self._note_change)
        self._shown = open_article
        self._show_rows()

    def _note_change(self, change: Change) -> None:
        if change is Change.BODY:
            self._show_rows()

    def _show_rows(self) -> None:
        rows = outline_of(self._shown.article.body) if self._shown is not None else ()
        self._panel.show_rows(rows)
        self._column.show_count(TITLE, len(rows))
        self._show_current()

    def _show_current(self) -> None:
        self._panel.show_current(heading_above(self._body.textCursor()) if self._shown is not None else None)


def heading_above(cursor: QTextCursor) -> int | None:
    """The number, among the headings of the cursor's document, of the one that the cursor stands in or under."""
    last = cursor.blockNumber()
    block = cursor.document().begin()
    count = 0
    while block.isValid() and block.blockNumber() <= last:
        # Only what is a heading is asked for its table: that is the slow question.
        if shape_of(block.blockFormat()).kind is Kind.HEADING and table_of(block) is None:
            count += 1
        block = block.next()
    return count - 1 if count else None
