"""The window: builds the parts, puts them side by side and connects them. Every signal meets here."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QTextEdit,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from deskeditor.article.article import Person
from deskeditor.errors import DeskError
from deskeditor.paths import profile_folder
from deskeditor.richtext.clipboard import Pasted
from deskeditor.store.values import ArticleQuery, Order
from deskeditor.ui.action_set import ActionSet
from deskeditor.ui.actions import LAYOUT_BAR, spec_of
from deskeditor.ui.acts import Act, Menu
from deskeditor.ui.article_filter import ArticleFilter
from deskeditor.ui.article_list import ArticleList
from deskeditor.ui.article_page import ArticlePage
from deskeditor.ui.check_acts import CheckActs
from deskeditor.ui.comfort_acts import ComfortActs
from deskeditor.ui.command_palette import CommandPalette
from deskeditor.ui.earlier_acts import EarlierActs
from deskeditor.ui.editor.line_editor import LineEditor
from deskeditor.ui.editor.rich_editor import RichEditor
from deskeditor.ui.ending import Ending
from deskeditor.ui.evidence_acts import EvidenceActs
from deskeditor.ui.find_acts import FindActs
from deskeditor.ui.go_acts import GoActs
from deskeditor.ui.layouts import Layouts
from deskeditor.ui.menu_bar import MenuBar
from deskeditor.ui.note_acts import NoteActs
from deskeditor.ui.notice_bar import NoticeBar
from deskeditor.ui.open_article_view import BULLET_SIZE, OpenArticleView
from deskeditor.ui.panel_column import PanelColumn
from deskeditor.ui.panels.claims_panel import ClaimsPanel
from deskeditor.ui.panels.details_panel import DetailsPanel
from deskeditor.ui.panels.findings_panel import FindingsPanel
from deskeditor.ui.panels.history_panel import HistoryPanel
from deskeditor.ui.panels.notes_panel import NotesPanel
from deskeditor.ui.panels.outline_panel import OutlinePanel
from deskeditor.ui.panels.queries_panel import QueriesPanel
from deskeditor.ui.panels.sources_panel import SourcesPanel
from deskeditor.ui.panels.summary_panel import SummaryPanel
from deskeditor.ui.panels.tags_panel import TagsPanel
from deskeditor.ui.passage_acts import PassageActs
from deskeditor.ui.preview.preview_pane import PreviewPane
from deskeditor.ui.query_acts import QueryActs
from deskeditor.ui.query_words import Teller
from deskeditor.ui.shown_texts import ShownTexts
from deskeditor.ui.source_acts import SourceActs
from deskeditor.ui.spelling_acts import SpellingActs
from deskeditor.ui.start_page import StartPage
from deskeditor.ui.status_line import StatusLine
from deskeditor.ui.tab_order import step_focus
from deskeditor.ui.text_acts import TextActs
from deskeditor.ui.theme import set_variant
from deskeditor.ui.typing_acts import TypingActs
from deskeditor.ui.view_acts import ViewActs
from deskeditor.workspace.check_log import CheckLog
from deskeditor.workspace.notices import Notice
from deskeditor.workspace.open_article import OpenArticle
from deskeditor.workspace.spelling import WORDS_FILE, Spelling
from deskeditor.workspace.workspace import Workspace

ROOMY_SIZES: Final = (280, 720, 300, 420)
"""The widths of list, article, panels and preview in a new window, in pixels."""

TIGHT_SIZES: Final = (220, 580, 250, 300)
"""The same on a small laptop's screen."""


class Acts(Protocol):
    """Carries out some of the window's actions."""

    def run(self, act: Act, checked: bool) -> bool:
        """Carry out an act; False where it is none of these."""
        ...


class MainWindow(QMainWindow):
    """Holds no logic: what a person does goes to the acts, what changes goes to the views."""

    first_painted = Signal()

    def __init__(self, workspace: Workspace, *, asks_for_person: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._asks_for_person = asks_for_person
        self._painted = False
        # The first frame is painted without reports.
        self._tell_of_paste: Callable[[RichEditor, Pasted], None] = lambda _editor, _pasted: None
        profile = workspace.profile
        self.actions_ = ActionSet(self)
        self.list = ArticleList(now=workspace.now, zone=profile.tzinfo, stage_label=profile.stage_label)
        self.page = ArticlePage(self.actions_, profile)
        self.start_page = StartPage()
        self.summary = SummaryPanel(self._editor_of_bullet)
        self.tags = TagsPanel()
        self.editors_note = LineEditor(
            name=profile.field_label("editors_note"), placeholder="Above the article", size=BULLET_SIZE
        )
        self.details = DetailsPanel(
            profile, now=workspace.now, person=lambda: workspace.person, editors_note=self.editors_note
        )
        self.findings = FindingsPanel()
        self.history = HistoryPanel(now=workspace.now, zone=profile.tzinfo)
        self.notes = NotesPanel(now=workspace.now, zone=profile.tzinfo)
        self.outline = OutlinePanel()
        self.sources = SourcesPanel()
        self.claims = ClaimsPanel()
        teller = Teller(now=workspace.now, zone=profile.tzinfo)
        self.queries = QueriesPanel(teller)
        self.preview = PreviewPane(self._read_media)
        self.panels = PanelColumn()
        self.notices = NoticeBar(self)
        self.status = StatusLine()
        self.palette_ = CommandPalette(lambda: self.actions_, group_of=_menu_of, parent=self)
        self.view = OpenArticleView(
            workspace,
            page=self.page,
            summary=self.summary,
            tags=self.tags,
            details=self.details,
            findings=self.findings,
            history=self.history,
            preview=self.preview,
            editors_note=self.editors_note,
            parent=self,
        )
        self.go_acts = GoActs(self)
        self.text_acts = TextActs(workspace, self.actions_, window=self)
        self.view_acts = ViewActs(self, workspace, self.actions_)
        self.layouts = Layouts(self, workspace, self.actions_)
        self.comfort_acts = ComfortActs(self, workspace, self.actions_)
        self.ending = Ending(self, workspace, commit=self._commit, keep_look=self.view_acts.keep)
        self.texts = ShownTexts(self._shown_texts, self.go_acts.reveal_text)
        self.find_acts = FindActs(self.page.find_bar, workspace, self.texts, parent=self)
        self.passage_acts = PassageActs(workspace, self.page, self.summary, self.texts, go=self.go_acts, parent=self)
        self.note_acts = NoteActs(
            workspace,
            self.notes,
            page=self.page,
            texts=self.texts,
            go_to=self.go_acts.go_to,
            show_count=lambda count: self.panels.show_count("Notes", count),
            window=self,
        )
        self.check_log = CheckLog(workspace, self)
        self.check_acts = CheckActs(self, workspace, self.check_log)
        self.earlier_acts = EarlierActs(self, workspace, self.check_acts)
        self.evidence_acts = EvidenceActs(self, workspace, self.check_acts)
        self.source_acts = SourceActs(
            workspace,
            self.sources,
            show_count=lambda count: self.panels.show_count("Sources", count),
            window=self,
        )
        self.query_acts = QueryActs(self, workspace, self.check_log, teller)
        self.typing_acts = TypingActs(workspace, self.actions_, self)
        self.spelling_acts = SpellingActs(
            Spelling(
                workspace.jobs,
                own_folder=workspace.home,
                newsroom_words=(workspace.profile.folder or profile_folder(workspace.home)) / WORDS_FILE,
                parent=self,
            ),
            workspace,
            self.actions_,
            texts=self.texts,
            window=self,
        )
        self._acts: tuple[Acts, ...] = (
            # First: while the copy is locked, undo is the walk's.
            self.check_acts,
            self.earlier_acts,
            self.query_acts,
            self.evidence_acts,
            self.layouts,
            self.text_acts,
            self.find_acts,
            self.spelling_acts,
            self.typing_acts,
            self.note_acts,
            self.passage_acts,
            self.go_acts,
            self.view_acts,
            self.comfort_acts,
        )
        self._lay_out()
        self._connect()
        self.view_acts.restore()
        self.comfort_acts.restore()
        self.layouts.restore()
        self._show_first()

    # Building

    def _lay_out(self) -> None:
        self.setWindowTitle("Deskeditor")
        self.setAcceptDrops(True)
        self.setMenuBar(MenuBar(self))
        self.actions_.fill_menus(self.menuBar())
        layouts = QToolBar(self.menuBar())
        layouts.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        set_variant(layouts, "layouts")
        self.actions_.fill_bar(layouts, LAYOUT_BAR)
        self.menuBar().setCornerWidget(layouts)
        self.addActions(list(self.actions_))
        for title, panel, opened in (
            ("Summary", self.summary, True),
            ("Tags", self.tags, True),
            ("Claims", self.claims, False),
            ("Queries", self.queries, False),
            ("Outline", self.outline, False),
            ("Notes", self.notes, False),
            ("Sources", self.sources, False),
            ("Details", self.details, True),
            ("Findings", self.findings, False),
            ("History", self.history, False),
        ):
            self.panels.add_panel(title, panel, open_=opened)
        self.middle = QStackedWidget()
        self.middle.addWidget(self.start_page)
        self.middle.addWidget(self.page)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        for part, least in ((self.list, 200), (self.middle, 360), (self.panels, 240), (self.preview, 240)):
            part.setMinimumWidth(least)
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        room = self.screen().availableSize()
        sizes = ROOMY_SIZES if room.width() >= sum(ROOMY_SIZES) else TIGHT_SIZES
        self.splitter.setSizes(list(sizes))
        # The system's frame comes on top: without room for it the status line would lie below the screen.
        self.resize(min(sum(sizes), room.width() - 16), min(960, room.height() - 48))
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.splitter, 1)
        self.setCentralWidget(ground)
        self.setStatusBar(self.status)
        advice = self.workspace.profile.summary
        self.summary.show_advice(advice.min, advice.max, advice.max_length)

    def _connect(self) -> None:
        workspace = self.workspace
        workspace.refused.connect(self.ending.refuse)
        workspace.opened.connect(self._show_opened)
        workspace.noticed.connect(self._show_notice)
        workspace.settled.connect(self.notices.withdraw)
        workspace.person_changed.connect(self._show_person)
        workspace.stages_counted.connect(self.list.filter_bar.show_counts)
        workspace.list_model.counted.connect(self.start_page.show_count)
        workspace.saver.saved.connect(self._show_saving)
        workspace.started.connect(self._show_filter)
        self.list.show_model(workspace.list_model)
        self.list.article_chosen.connect(workspace.open)
        self.list.filter_changed.connect(self._show_filter)
        self.list.left_forward.connect(lambda: self.page.body.setFocus(Qt.FocusReason.OtherFocusReason))
        self.actions_.triggered.connect(self._run)
        self.start_page.chosen.connect(self._run)
        self.page.byline_clicked.connect(lambda: self._run(Act.GO_TO_DETAILS))
        self.sources.left.connect(self._return_to_text)
        self.findings.place_chosen.connect(self.go_acts.go_to)
        self.view.findings_counted.connect(lambda count: self.panels.show_count("Findings", count))
        self.preview.link_activated.connect(lambda url: self.status.show_message(f"Link to {url}"))
        self.page.body.adopt_pictures_by(workspace.media.adopt)
        self.page.body.show_pictures(self._picture)
        for editor in (self.page.headline, self.page.standfirst, self.page.body, self.editors_note):
            self._follow(editor)
        self.texts.follow(self.page.markdown)
        self.find_acts.follow(self.page.markdown)
        self.text_acts.follow_markdown(self.page.markdown)
        # The signal, not an event filter on the application: that one sees the web engine's own objects
        # while they are made and unmade, and brings the program down.
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._note_state)

    def _connect_acts(self) -> None:
        # Imported here: readers, exporters and dialogs come along, and the first frame needs none of them.
        from deskeditor.ui.article_acts import ArticleActs
        from deskeditor.ui.compare_acts import CompareActs
        from deskeditor.ui.handoff_acts import HandoffActs
        from deskeditor.ui.intake_acts import IntakeActs
        from deskeditor.ui.paste_report import PasteReport
        from deskeditor.ui.report_acts import ReportActs

        self.article_acts = ArticleActs(
            self.workspace,
            window=self,
            commit=self._commit,
            go_to=self.go_acts.go_to,
            show_history=self.view.show_history,
        )
        self.report_acts = ReportActs(
            self.workspace, window=self, commit=self._commit, show_history=self.view.show_history
        )
        self.handoff_acts = HandoffActs(
            self.workspace, window=self, commit=self._commit, show_history=self.view.show_history
        )
        self.compare_acts = CompareActs(self.workspace, window=self, commit=self._commit)
        self.intake_acts = IntakeActs(
            self.workspace,
            window=self,
            commit=self._commit,
            go_to_start=self.go_acts.go_to_start,
            take_story=self.handoff_acts.take,
        )
        self._acts = (
            *self._acts,
            self.article_acts,
            self.report_acts,
            self.handoff_acts,
            self.compare_acts,
            self.intake_acts,
        )
        self.start_page.sample_chosen.connect(self.intake_acts.open_sample)
        self.paste_report = PasteReport(
            self.workspace,
            sorting_for=self.intake_acts.sorting_for,
            show_texts=self.intake_acts.show_texts,
            parent=self,
        )
        self._tell_of_paste = self.paste_report.tell
        self.page.body.files_pasted.connect(self.intake_acts.import_paths)
        self.page.stage.stage_chosen.connect(self.article_acts.move_to_stage)
        self.status.person_clicked.connect(self.article_acts.change_person)
        self.history.revision_chosen.connect(self.article_acts.show_revision)
        self.history.compare_asked.connect(self.compare_acts.compare_since)

    def _editor_of_bullet(self, bullet_id: UUID) -> LineEditor:
        editor = self.view.editor_of_bullet(bullet_id)
        self._follow(editor)
        return editor

    def _follow(self, editor: RichEditor) -> None:
        """Let everything that works on words work on those of `editor`."""
        self.texts.follow(editor)
        editor.pasted.connect(lambda pasted: self._tell_of_paste(editor, pasted))
        for acts in (
            self.text_acts,
            self.find_acts,
            self.spelling_acts,
            self.typing_acts,
            self.comfort_acts,
            self.note_acts,
            self.check_acts,
            self.query_acts,
        ):
            acts.follow(editor)

    def _shown_texts(self) -> list[QTextEdit]:
        """The article's texts as they are shown, in the order of its copy."""
        page = self.page
        bullets = (editor for editor in self.summary.editors() if isinstance(editor, QTextEdit))
        return [page.headline, page.standfirst, *bullets, page.shown_text]

    # What a person does

    def _run(self, act: Act, checked: bool = False) -> None:
        if act is Act.COMMAND_PALETTE:
            self.palette_.open()
        elif act is Act.QUIT:
            self.close()
        else:
            for acts in self._acts:
                if acts.run(act, checked):
                    return

    def _show_filter(self, wanted: ArticleFilter | None = None) -> None:
        if not self.workspace.is_started:
            # The rows of the last session stand until the store can be asked.
            return
        wanted = wanted or self.list.filter_bar.filter
        person = self.workspace.person.name if wanted.mine else None
        order = Order.DUE if wanted.by_due else Order.BEST
        self.workspace.list_model.show_query(
            ArticleQuery(text=wanted.text, stages=wanted.stages, assignee=person, order=order)
        )

    def _return_to_text(self) -> None:
        """Give the keyboard back to the text that had it last: in the walk, to the words at hand."""
        last = self.texts.last
        text = last if last is not None and last.isVisible() else self.page.shown_text
        text.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is shown

    def _show_first(self) -> None:
        workspace = self.workspace
        self._show_person(workspace.person)
        heads = workspace.session.heads
        self.start_page.offer_sample(not heads)
        if heads:
            self.list.show_count(len(heads))
        if workspace.session.opened is not None:
            workspace.turn_to(workspace.session.opened.article, workspace.session.opened.counter)
            # Else the search box would take what is typed first.
            self.page.body.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.start_page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_person(self, person: Person) -> None:
        self.status.show_person(person)
        worked = [
            Person(name=name, initials=initials) for name, initials in self.workspace.session.choice("people", [])
        ]
        self.details.show_people((person, *(other for other in worked if other.name != person.name)))

    def _show_opened(self, open_article: OpenArticle | None) -> None:
        came_from_start = self.start_page.isAncestorOf(self.focusWidget() or self)
        self.middle.setCurrentIndex(0 if open_article is None else 1)
        self.view_acts.show_parts()
        self.list.show_current(open_article.id if open_article else None)
        if open_article is None:
            self.status.show_article(None)
        else:
            self.view.show_open_article(open_article)
            open_article.changed.connect(self._show_facts, Qt.ConnectionType.UniqueConnection)
            open_article.unsaved_changed.connect(self._show_saving, Qt.ConnectionType.UniqueConnection)
            self._show_facts()
            self._show_saving()
            if came_from_start:
                self.go_acts.go_to_start()
        self.text_acts.show_needs()

    def _show_facts(self) -> None:
        current = self.workspace.current
        if current is not None:
            article = current.article
            self.status.show_article(article)
            self.setWindowTitle(f"{article.headline.text or 'Untitled'} — Deskeditor")

    def _show_saving(self) -> None:
        """Say of the article at hand whether it is stored, whichever it was of which a save was told."""
        current = self.workspace.current
        if current is None:
            return
        if current.unsaved:
            self.status.show_unsaved()
        else:
            self.status.show_saved(None if current.counter is None else current.article.modified)
        self.list.view.show_unsaved(self.workspace.unsaved_ids())

    def _show_notice(self, notice: Notice) -> None:
        self.notices.show_notice(notice)
        self._place_notices()

    def _place_notices(self) -> None:
        """Lay the notice over the middle of the status line, which is empty: it covers no words and no field."""
        width = min(640, self.width() - 48)
        self.notices.setFixedWidth(width)
        height = max(self.notices.heightForWidth(width), self.status.height() - 2)
        self.notices.setGeometry((self.width() - width) // 2, self.height() - height - 1, width, height)
        self.notices.raise_()

    def _picture(self, name: str) -> QImage:
        return QImage.fromData(self._read_media(name) or b"")

    def _read_media(self, name: str) -> bytes | None:
        try:
            return self.workspace.media.read(name)
        except DeskError:
            return None

    # Ending

    def _note_state(self, state: Qt.ApplicationState) -> None:
        # Turning to another program is a moment to save: the laptop may be shut next.
        if state is not Qt.ApplicationState.ApplicationActive and self.workspace.current is not None:
            self._commit()
            self.workspace.save_current()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        if self.ending.may_close():
            self.preview.release()
            self._let_go_of_documents()
            super().closeEvent(event)

    def _commit(self) -> None:
        """Take what is typed in the panels and not yet said: before a save."""
        self.view.commit()
        self.sources.commit()

    def _let_go_of_documents(self) -> None:
        """Show no text any more: the articles that own them may be gone before this window is."""
        self.page.markdown.show_article(None)
        for editor in self.findChildren(RichEditor):
            editor.show_document(None)

    # Qt's own

    def focusNextPrevChild(self, next: bool) -> bool:
        return step_focus(self, back=not next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Outside a dialog Qt lets Space alone press a button, and not on each system Enter too.
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.click()
        elif event.key() == Qt.Key.Key_Escape and self.comfort_acts.leave_focus():
            event.accept()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.intake_acts.import_paths(_dropped_files(event))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.notices.isHidden():
            self._place_notices()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._begin)

    def _begin(self) -> None:
        self.first_painted.emit()
        self.workspace.start()
        self._connect_acts()
        self.view.begin()
        self.spelling_acts.begin()
        if self._asks_for_person:
            self.article_acts.change_person()


def _dropped_files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def _menu_of(action: object) -> str:
    name = getattr(action, "objectName", str)()
    menu: Menu = spec_of(Act(name)).menu
    return menu.value.replace("&", "")
