"""Summary points and the passages of the body that they sum up: made of a selection, and the way there and back."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Qt

from deskeditor.article.line import INTERNAL, Mark, MarkKind, map_marks
from deskeditor.article.published import published_line
from deskeditor.richtext.clipboard import without_breaks
from deskeditor.richtext.marked import marked_ranges, range_cursor
from deskeditor.richtext.marks import marks_of
from deskeditor.richtext.selection import change_marks, neighbours, selected_line, stretches
from deskeditor.ui.acts import Act
from deskeditor.ui.editor.body_editor import BodyEditor
from deskeditor.ui.shown_texts import ShownTexts
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.workspace import Workspace


class PassageActs(QObject):
    """Carries out the acts that link a summary point with its passage."""

    def __init__(
        self,
        workspace: Workspace,
        body: BodyEditor,
        texts: ShownTexts,
        *,
        focus_bullet: Callable[[UUID], None],
        parent: QObject,
    ) -> None:
        """`focus_bullet` leads to a summary point."""
        super().__init__(parent)
        self._workspace = workspace
        self._body = body
        self._texts = texts
        self._focus_bullet = focus_bullet

    def run(self, act: Act, checked: bool) -> bool:
        """Carry out an act; False where it is none of these."""
        current = self._workspace.current
        match act:
            case Act.SUM_UP:
                if current is not None:
                    self._sum_up(current)
            case Act.GO_TO_PASSAGE:
                if current is not None:
                    self._go(current)
            case _:
                return False
        return True

    def _sum_up(self, current: OpenArticle) -> None:
        """Make a summary point of the selected words, which stay, and link the two: one step."""
        cursor = self._body.textCursor()
        is_here = self._texts.last is self._body and self._body.isVisible() and not self._body.isReadOnly()
        if not is_here or not cursor.hasSelection() or next(iter(stretches(cursor)), None) is None:
            self._workspace.tell("Select words of the body to make a summary point of them.")
            return
        words = published_line(without_breaks(map_marks(selected_line(cursor), INTERNAL | {MarkKind.FOOTNOTE})))
        if not words:
            self._workspace.tell("There are no words in the selection to make a summary point of.")
            return
        with current.one_step("summary point"):
            bullet = current.add_bullet(words)
            mark = Mark(MarkKind.BULLET, str(bullet))
            self._body.edit(lambda at: change_marks(at, lambda marks: marks | {mark}))
        self._workspace.tell("Added to the summary, and linked to these words.", undo=current.undo)

    def _go(self, current: OpenArticle) -> None:
        """From a summary point to its passage, and from a passage to its point."""
        bullets = {str(bullet.id): bullet.id for bullet in current.article.summary}
        last = self._texts.last
        for name, bullet in bullets.items():
            if last is not None and last.document() is current.bullet_document(bullet):
                self._go_to_passage(name)
                return
        before, after = neighbours(self._body.textCursor())
        here = before | after | marks_of(self._body.textCursor().charFormat())
        found = next((mark.value for mark in here if mark.kind is MarkKind.BULLET and mark.value in bullets), None)
        if found is None:
            self._workspace.tell("Put the caret into a summary point, or into the words that one sums up.")
            return
        self._focus_bullet(bullets[found])

    def _go_to_passage(self, name: str) -> None:
        document = self._body.document()
        ranges = marked_ranges(document, Mark(MarkKind.BULLET, name))
        if not ranges:
            self._workspace.tell("This summary point is linked to no words of the body.")
            return
        self._body.setTextCursor(range_cursor(document, ranges[0][0], ranges[-1][1]))
        self._body.ensureCursorVisible()
        self._body.setFocus(Qt.FocusReason.ShortcutFocusReason)
