"""Summary points and the passages of the body that they sum up: made of a selection, and the way there and back."""

from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from shiboken6 import isValid

from deskeditor.article.body import Code, body_of
from deskeditor.article.change import Change
from deskeditor.article.line import INTERNAL, Line, Mark, MarkKind, map_marks
from deskeditor.article.passages import linked_bullets
from deskeditor.article.published import published_line
from deskeditor.richtext.clipboard import without_breaks
from deskeditor.richtext.marked import marked_ranges, range_cursor
from deskeditor.richtext.marks import marks_of
from deskeditor.richtext.places import cursor_to_place
from deskeditor.richtext.selection import change_marks, line_of_body, neighbours, selected_body, stretches
from deskeditor.ui.acts import Act
from deskeditor.ui.article_page import ArticlePage
from deskeditor.ui.editor.markdown_turn import body_cursor
from deskeditor.ui.go_acts import GoActs
from deskeditor.ui.panels.summary_panel import SummaryPanel
from deskeditor.ui.shown_texts import ShownTexts
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.workspace import Workspace

_LINKS_CHANGE: Final = frozenset({Change.BODY, Change.SUMMARY})


class PassageActs(QObject):
    """Carries out the acts that link a summary point with its passage, and shows in the panel which are linked."""

    def __init__(
        self,
        workspace: Workspace,
        page: ArticlePage,
        panel: SummaryPanel,
        texts: ShownTexts,
        *,
        go: GoActs,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._page = page
        self._body = page.body
        self._panel = panel
        self._texts = texts
        self._go_acts = go
        self._shown: OpenArticle | None = None
        workspace.opened.connect(self._follow_article)
        panel.passage_asked.connect(self._go_to_passage)

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

    # What is shown

    def _follow_article(self, open_article: OpenArticle | None) -> None:
        if self._shown is not None and isValid(self._shown):
            self._shown.changed.disconnect(self._note_change)
        self._shown = open_article
        if open_article is not None:
            open_article.changed.connect(self._note_change)
        self._note_change(Change.BODY)

    def _note_change(self, change: Change) -> None:
        if change not in _LINKS_CHANGE or self._shown is None:
            return
        article = self._shown.article
        # Without points no body is looked through for passages while it is typed.
        linked = linked_bullets(article.body) if article.summary else frozenset()
        self._panel.show_linked(frozenset(bullet.id for bullet in article.summary if str(bullet.id) in linked))

    # Making a point

    def _sum_up(self, current: OpenArticle) -> None:
        """Make a summary point of the selected words, which stay, and link the two: one step."""
        cursor = self._cursor()
        if cursor is None or not cursor.hasSelection() or next(iter(stretches(cursor)), None) is None:
            self._workspace.tell("Select words of the body to make a summary point of them.")
            return
        words = published_line(without_breaks(map_marks(_words_of(cursor), INTERNAL | {MarkKind.FOOTNOTE})))
        if not words:
            self._workspace.tell("There are no words in the selection to make a summary point of.")
            return
        with current.one_step("summary point"):
            bullet = current.add_bullet(words)
            mark = _mark_of(bullet)
            self._body.edit_at(cursor, lambda at: change_marks(at, lambda marks: marks | {mark}))
        self._go_acts.show_bullet(bullet)
        self._workspace.tell("Added to the summary, and linked to these words.", undo=current.undo)

    def _cursor(self) -> QTextCursor | None:
        """The caret in the body, if that had it last: itself, or in its Markdown."""
        is_here = self._texts.last is self._page.shown_text and not self._body.isReadOnly()
        return body_cursor(self._body, self._page.markdown) if is_here else None

    # There and back

    def _go(self, current: OpenArticle) -> None:
        """From a summary point to its passage, and from a passage to its point."""
        last = self._texts.last
        for bullet in current.article.summary:
            if last is not None and last.document() is current.bullet_document(bullet.id):
                self._go_to_passage(bullet.id)
                return
        cursor = self._cursor()
        found = _bullet_at(cursor, [bullet.id for bullet in current.article.summary]) if cursor is not None else None
        if found is None:
            self._workspace.tell("Put the caret into a summary point, or into the words that one sums up.")
            return
        self._go_acts.go_to_bullet(found)

    def _go_to_passage(self, bullet: UUID) -> None:
        document = self._body.document()
        ranges = marked_ranges(document, _mark_of(bullet))
        if not ranges:
            self._workspace.tell("This summary point is linked to no words of the body.")
            return
        cursor = range_cursor(document, ranges[0][0], ranges[-1][1])
        self._body.setTextCursor(cursor)
        self._body.ensureCursorVisible()
        if self._page.shown_text is not self._body:
            self._page.show_place(cursor_to_place(cursor))
        self._body.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _words_of(cursor: QTextCursor) -> Line:
    """The selected words in one line. Code is no sentence, and carries no mark: its lines are left out."""
    return line_of_body(body_of(leaf for leaf in selected_body(cursor) if not isinstance(leaf, Code)))


def _bullet_at(cursor: QTextCursor, summary: list[UUID]) -> UUID | None:
    """The summary point whose words the caret is in, or that are selected.

    Of passages that lie over each other the innermost is meant, and of equal ones the first point.
    """
    if cursor.hasSelection():
        inside = {mark for part in stretches(cursor) for mark in marks_of(part.format)}
        touched = inside
    else:
        before, after = neighbours(cursor)
        inside, touched = set(before & after), set(before | after)
    document = cursor.document()

    def rank(bullet: UUID) -> tuple[bool, int, int]:
        mark = _mark_of(bullet)
        return mark not in inside, _size_of(document, mark), summary.index(bullet)

    return min((bullet for bullet in summary if _mark_of(bullet) in touched), key=rank, default=None)


def _size_of(document: QTextDocument, mark: Mark) -> int:
    return sum(end - start for start, end in marked_ranges(document, mark))


def _mark_of(bullet: UUID) -> Mark:
    return Mark(MarkKind.BULLET, str(bullet))
