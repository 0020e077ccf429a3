"""The card that the mouse brings up over a claim's words: its number, what was said of it, what it stands on."""

from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from deskeditor.article.article import Article
from deskeditor.article.claim_progress import Checked
from deskeditor.article.line import MarkKind
from deskeditor.richtext.marks import marks_of
from deskeditor.ui.check_words import claim_words
from deskeditor.ui.claim_looks import KIND_WORDS, standing_words
from deskeditor.ui.editor.rich_editor import RichEditor

_WIDTH: Final = 340
_BESIDE: Final = 8
"""Pixels beside a character that still mean it."""


class ClaimCard(QObject):
    """Watches editors; `found` gives the claims of the article at hand, `article` that article."""

    def __init__(
        self,
        found: Callable[[], Sequence[Checked]],
        article: Callable[[], Article | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._found = found
        self._article = article
        self._editors: dict[QObject, RichEditor] = {}

    def watch(self, editor: RichEditor) -> None:
        """Show cards over the words of `editor`."""
        self._editors[editor.viewport()] = editor
        editor.viewport().installEventFilter(self)
        editor.destroyed.connect(self._forget)

    def _forget(self, editor: QObject) -> None:
        self._editors = {viewport: one for viewport, one in self._editors.items() if one is not editor}

    def _show(self, editor: RichEditor, event: QHelpEvent) -> None:
        article = self._article()
        found = claims_at(editor, event.pos(), self._found()) if article is not None else []
        if article is not None and found:
            QToolTip.showText(event.globalPos(), cards_html(found, article), editor)
        else:
            QToolTip.hideText()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and watched in self._editors:
            self._show(self._editors[watched], event)
            return True
        return False


def claims_at(editor: RichEditor, point: QPoint, found: Iterable[Checked]) -> list[Checked]:
    """The claims of the words under a point of the editor's viewport, in the order of the copy."""
    cursor = editor.cursorForPosition(point)
    # The nearest place to insert at is on either side of the character that is pointed at.
    at = editor.cursorRect(cursor)
    if not at.adjusted(-_BESIDE * 2, 0, _BESIDE * 2, 0).contains(point):
        return []
    if point.x() >= at.left():
        cursor.movePosition(cursor.MoveOperation.NextCharacter)
    ids = {mark.value for mark in marks_of(cursor.charFormat()) if mark.kind is MarkKind.CLAIM}
    return [one for one in found if one.claim.id in ids]


def cards_html(found: Iterable[Checked], article: Article) -> str:
    """The cards of claims, one below the other, as rich text: all that people wrote is escaped."""
    return "<hr>".join(_card(one, article) for one in found)


def _card(one: Checked, article: Article) -> str:
    claim = one.claim
    first = " · to be checked first" if claim.priority else ""
    head = f"<b>Number {claim.number}</b> · {escape(KIND_WORDS[claim.kind])} · {escape(standing_words(one))}{first}"
    rows = "".join(f"<br>{escape(row).replace(chr(10), '<br>')}" for row in claim_words(one, article))
    return f'<table width="{_WIDTH}"><tr><td>{head}{rows}</td></tr></table>'
