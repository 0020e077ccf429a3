"""Keeps every part of the window showing the open article, each part told only what it shows."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from deskeditor.article.body import leaf_text
from deskeditor.article.change import Change
from deskeditor.article.tags import Tag
from deskeditor.errors import DeskError
from deskeditor.ui.article_page import ArticlePage
from deskeditor.ui.editor.line_editor import LineEditor
from deskeditor.ui.panels.details_panel import DetailsPanel
from deskeditor.ui.panels.findings_panel import FindingsPanel
from deskeditor.ui.panels.history_panel import HistoryPanel
from deskeditor.ui.panels.summary_panel import SummaryPanel
from deskeditor.ui.panels.tags_panel import TagsPanel
from deskeditor.ui.preview.preview_pane import PreviewPane
from deskeditor.workspace.notices import Notice
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.past import revisions
from deskeditor.workspace.workspace import Workspace

TEXTS: Final = frozenset({Change.HEADLINE, Change.STANDFIRST, Change.BODY, Change.EDITORS_NOTE})
BULLET_SIZE: Final = 14
"""Pixels: a panel is narrower than the page."""

UNSEEN_ON_PAGE: Final = frozenset({Change.DESK_NOTE, Change.ASSIGNEE, Change.DUE, Change.TARGET_WORDS})
CHECKED_ONLY: Final = frozenset({Change.NOTES, Change.CLAIMS, Change.SOURCES, Change.CHECK_LEVEL})
"""What no page shows, and findings speak of."""

LONG: Final = 20_000
"""Characters of a body from which on findings wait until nobody has typed for a while."""

FINDINGS_AFTER: Final = 1000
"""Milliseconds of that while."""


class OpenArticleView(QObject):
    """Routes an open article's changes to the parts, and what a person wants of the parts to the article."""

    findings_counted = Signal(int)

    def __init__(
        self,
        workspace: Workspace,
        *,
        page: ArticlePage,
        summary: SummaryPanel,
        tags: TagsPanel,
        details: DetailsPanel,
        findings: FindingsPanel,
        history: HistoryPanel,
        preview: PreviewPane,
        editors_note: LineEditor,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._page = page
        self._summary = summary
        self._tags = tags
        self._details = details
        self._findings = findings
        self._history = history
        self._preview = preview
        self._editors_note = editors_note
        self._shown: OpenArticle | None = None
        # A turn of the event loop later: several changes of one act make one page.
        self._page_due = QTimer(self, singleShot=True, interval=0)
        self._page_due.timeout.connect(self._show_page)
        preview.appeared.connect(self._page_due.start)
        self._findings_due = QTimer(self, singleShot=True, interval=FINDINGS_AFTER)
        self._findings_due.timeout.connect(self._show_findings)
        self._are_findings_anothers = True
        self._last_fault = ""
        self._has_begun = False
        workspace.tags_known.connect(self._show_known_tags)
        workspace.saver.saved.connect(self._note_saved)
        workspace.started.connect(self.show_history)
        summary.bullet_added.connect(lambda after: self._act(lambda article: article.add_bullet(after=after)))
        summary.bullet_removed.connect(self._remove_bullet)
        summary.bullet_moved.connect(lambda bullet, to: self._act(lambda article: article.move_bullet(bullet, to)))
        tags.tag_added.connect(self._add_tag)
        tags.tag_removed.connect(lambda tag: self._act(lambda article: article.remove_tag(tag)))
        tags.tag_confirmed.connect(self._confirm_tag)
        tags.tags_replaced.connect(self._replace_tags)
        details.edited.connect(lambda change, value: self._act(lambda article: article.set_field(change, value)))

    def show_open_article(self, open_article: OpenArticle) -> None:
        """Show another article."""
        if self._shown is not None:
            self.commit()
            self._shown.changed.disconnect(self._show_change)
            self._shown.edited.disconnect(self._put_off_findings)
        self._shown = open_article
        self._are_findings_anothers = True
        open_article.changed.connect(self._show_change)
        open_article.edited.connect(self._put_off_findings)
        article = open_article.article
        self._page.show_open_article(open_article)
        self._page.show_article(article)
        self._editors_note.show_document(open_article.line_document(Change.EDITORS_NOTE))
        self._summary.replace_editors()
        self._summary.show_bullets(article.summary)
        self._tags.show_tags(article.tags)
        self._details.show_article(article)
        self.show_history()
        self._page_due.start()

    def begin(self) -> None:
        """Show page and findings from now on: the first frame is drawn without them."""
        self._has_begun = True
        self._page_due.start()

    def commit(self) -> None:
        """Take what is typed in the panels and not yet said: before a save."""
        self._details.commit()
        if self._shown is not None:
            self._tags.add_typed()

    def show_history(self) -> None:
        """Ask the store for the article's revisions."""
        shown = self._shown
        if shown is None or shown.counter is None or not self._workspace.is_started:
            self._history.show_revisions(())
            return
        self._workspace.jobs.follow(
            revisions(self._workspace, shown.id),
            lambda kept: self._history.show_revisions(kept) if shown is self._shown else None,
        )

    def _note_saved(self, open_article: OpenArticle) -> None:
        if open_article is self._shown:
            self.show_history()

    def _show_change(self, change: Change) -> None:
        if self._shown is None:
            return
        article = self._shown.article
        match change:
            case Change.SUMMARY:
                self._summary.show_bullets(article.summary)
            case Change.TAGS:
                self._tags.show_tags(article.tags)
            case _ if change not in TEXTS:
                self._details.show_article(article)
                self._page.show_article(article)
        if change in CHECKED_ONLY:
            self._findings_due.start(self._pause())
        elif change not in UNSEEN_ON_PAGE:
            self._page_due.start()

    def _show_page(self) -> None:
        if self._shown is None or not self._has_begun:
            return
        if self._preview.isVisible():
            # Imported here: templates are not needed for the first frame.
            from deskeditor.export.page import render_page

            article, workspace = self._shown.article, self._workspace
            with self._saying_faults():
                self._preview.show_page(render_page(article, workspace.profile, workspace.media, inline=False))
        if self._pause():
            self._findings_due.start(self._pause())
        else:
            self._show_findings()

    def _put_off_findings(self) -> None:
        # A key tells of itself at once, and of a new value only once it is read.
        if self._findings_due.isActive() and self._findings_due.interval():
            self._findings_due.start()

    def _pause(self) -> int:
        """Milliseconds that findings wait: of a long piece until nobody types, unless those shown are another's."""
        if self._shown is None or self._are_findings_anothers:
            return 0
        length = sum(len(leaf_text(leaf)) for leaf in self._shown.article.body)
        return FINDINGS_AFTER if length > LONG else 0

    def _show_findings(self) -> None:
        if self._shown is None or not self._has_begun:
            return
        from deskeditor.desk.checks import findings

        self._findings_due.stop()
        self._are_findings_anothers = False
        article, workspace = self._shown.article, self._workspace
        with self._saying_faults():
            found = findings(article, workspace.profile, now=workspace.now(), media=workspace.media)
            self._findings.show_findings(found)
            self.findings_counted.emit(len(found))

    @contextmanager
    def _saying_faults(self) -> Iterator[None]:
        """Say a fault of the profile once: of a template that someone is editing the last good page stays."""
        try:
            yield
        except DeskError as fault:
            if str(fault) != self._last_fault:
                self._last_fault = str(fault)
                self._workspace.noticed.emit(Notice(text=str(fault)))

    # What a person wants

    def _act(self, act: Callable[[OpenArticle], object]) -> None:
        if self._shown is not None:
            act(self._shown)

    def _remove_bullet(self, bullet_id: UUID) -> None:
        # As an edit of the body, whose words lose their link: its caret stays where it is.
        self._act(lambda article: self._page.body.edit(lambda _: article.remove_bullet(bullet_id)))

    def _show_known_tags(self, tags: tuple[Tag, ...]) -> None:
        self._tags.show_known_tags([tag.label for tag in tags])

    def _add_tag(self, label: str) -> None:
        self._act(lambda article: article.add_tag(self._workspace.tag_labelled(label)))

    def _confirm_tag(self, tag_id: UUID) -> None:
        def confirm(open_article: OpenArticle) -> None:
            tag = next(tag for tag in open_article.article.tags if tag.id == tag_id)
            open_article.add_tag(Tag(id=tag.id, label=tag.label))

        self._act(confirm)

    def _replace_tags(self, gone: tuple[UUID, ...], labels: tuple[str, ...]) -> None:
        fresh = [self._workspace.tag_labelled(label) for label in labels]
        self._act(lambda article: article.replace_tags(gone, fresh))

    def editor_of_bullet(self, bullet_id: UUID) -> LineEditor:
        """A new editor of a bullet's words, as the summary panel asks for."""
        editor = LineEditor(name="Summary point", placeholder="A point of the summary", size=BULLET_SIZE)
        if self._shown is not None:
            editor.show_document(self._shown.bullet_document(bullet_id))
        return editor
