"""The middle of the window: headline, standfirst, byline and body of the open article."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QTextEdit, QToolBar, QVBoxLayout, QWidget

from deskeditor.article.article import Article
from deskeditor.article.change import Change
from deskeditor.article.place import Place
from deskeditor.language.direction import is_right_to_left
from deskeditor.profile.profile import Profile
from deskeditor.ui.action_set import ActionSet
from deskeditor.ui.actions import FORMAT_BAR
from deskeditor.ui.byline_button import BylineButton
from deskeditor.ui.editor.body_editor import BodyEditor
from deskeditor.ui.editor.find_bar import FindBar
from deskeditor.ui.editor.line_editor import LineEditor
from deskeditor.ui.editor.markdown_turn import turned
from deskeditor.ui.editor.markdown_view import MarkdownView
from deskeditor.ui.editor.steady import held_in_place
from deskeditor.ui.stage_button import StageButton
from deskeditor.ui.theme import current_look, set_variant
from deskeditor.workspace.open_article import OpenArticle

_TEXT_MARGIN: Final = 16
"""Between the edge of the body's viewport and its words, in pixels."""

_LINE_MARGIN: Final = 4
"""The same in an editor of one line."""


class ArticlePage(QWidget):
    """Shows an open article's texts in one column, as wide as a line is read well."""

    byline_clicked = Signal()

    def __init__(self, actions: ActionSet, profile: Profile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_variant(self, "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        label = profile.field_label
        self.headline = LineEditor(name=label("headline"), placeholder=label("headline"))
        self.standfirst = LineEditor(name=label("standfirst"), placeholder=label("standfirst"))
        self.body = BodyEditor()
        self.markdown = MarkdownView()
        self._open_article: OpenArticle | None = None
        self._is_markdown = False
        self.find_bar = FindBar()
        self.stage = StageButton(profile)
        self._byline = BylineButton(profile.tzinfo)
        self._byline.clicked.connect(self.byline_clicked)
        self._bar = QToolBar()
        set_variant(self._bar, "format")
        actions.fill_bar(self._bar, FORMAT_BAR)
        self._lines = QVBoxLayout()
        self._factor = 1.0
        self._lay_out()
        self.body.viewport().installEventFilter(self)
        self.markdown.viewport().installEventFilter(self)
        self.headline.left_forward.connect(self._go_to_standfirst)
        self.standfirst.left_forward.connect(self._go_to_body)
        self.standfirst.left_back.connect(self._go_to_headline)

    def show_open_article(self, open_article: OpenArticle) -> None:
        """Edit the article's texts."""
        self._open_article = open_article
        self.headline.show_document(open_article.line_document(Change.HEADLINE))
        self.standfirst.show_document(open_article.line_document(Change.STANDFIRST))
        self.body.show_document(open_article.body_document)
        self.markdown.show_article(open_article if self._is_markdown else None)
        self._show_sizes()

    def show_markdown(self, wanted: bool) -> None:
        """Show the body as Markdown, or as it is, also that of the next article; the caret stays at its words."""
        if wanted == self._is_markdown:
            return
        self._is_markdown = wanted
        if self._open_article is None:
            self._turn_texts()
            return
        with turned(self.body, self.markdown, to_markdown=wanted):
            if wanted:
                self.markdown.show_article(self._open_article)
            self._turn_texts()
        if not wanted:
            self.markdown.show_article(None)
        self._align()
        (self.markdown if wanted else self.body).setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn_texts(self) -> None:
        # Whoever leads to the body leads to the text that is shown of it.
        self.body.setFocusProxy(self.markdown if self._is_markdown else None)  # type: ignore[arg-type]
        self._texts.setCurrentWidget(self.shown_text)

    @property
    def is_markdown(self) -> bool:
        """Whether the body is shown as Markdown."""
        return self._is_markdown

    def show_place(self, place: Place) -> None:
        """Select a place of the body, in the text that is shown of it."""
        (self.markdown if self._is_markdown else self.body).show_place(place)

    @property
    def shown_text(self) -> QTextEdit:
        """The text that is shown of the body: itself, or its Markdown."""
        return self.markdown if self._is_markdown else self.body

    def show_article(self, article: Article) -> None:
        """Show what is no text: byline, stage, direction."""
        self._byline.show_article(article)
        self.stage.show_stage(article.stage, article.spiked_from)
        right = is_right_to_left(article.language)
        direction = Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
        for editor in (self.headline, self.standfirst, self.body, self.markdown):
            if editor.layoutDirection() is not direction:
                editor.setLayoutDirection(direction)

    def zoom(self, factor: float) -> None:
        """Show the texts `factor` times their normal size."""
        self._factor = factor
        with held_in_place(self.shown_text):
            self._show_sizes()

    def add_below(self, widget: QWidget) -> None:
        """Put a widget below the texts."""
        below = self.layout()
        assert below is not None
        below.addWidget(widget)

    def show_bar(self, wanted: bool) -> None:
        """Show the bar of formats and the stage above the text, or the text alone."""
        self._bar_ground.setVisible(wanted)

    def _show_sizes(self) -> None:
        look = current_look()
        self.headline.show_size(round(look.size_headline * self._factor), bold=True)
        self.standfirst.show_size(round(look.size_standfirst * self._factor))
        self.body.show_size(round(look.size_body * self._factor))
        self.markdown.show_size(round(look.size_body * self._factor))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(4, 4, 8, 4)
        top.setSpacing(4)
        top.addWidget(self._bar, 1)
        top.addWidget(self.stage)
        self._bar_ground = QWidget()
        set_variant(self._bar_ground, "panel")
        self._bar_ground.setLayout(top)
        self._bar_ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._texts = QStackedWidget()
        self._texts.addWidget(self.body)
        self._texts.addWidget(self.markdown)
        rule = QFrame()
        set_variant(rule, "rule")
        self._lines.setSpacing(4)
        self._lines.addWidget(self.headline)
        self._lines.addWidget(self.standfirst)
        self._lines.addWidget(self._byline)
        self._lines.addSpacing(4)
        self._lines.addWidget(rule)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar_ground)
        layout.addWidget(self.find_bar)
        layout.addLayout(self._lines)
        layout.addWidget(self._texts, 1)

    def _go_to_headline(self) -> None:
        self.headline.setFocus(Qt.FocusReason.BacktabFocusReason)

    def _go_to_standfirst(self) -> None:
        self.standfirst.setFocus(Qt.FocusReason.TabFocusReason)

    def _go_to_body(self) -> None:
        self.body.setFocus(Qt.FocusReason.TabFocusReason)

    def _align(self) -> None:
        """Stand the head above the body's column, word above word."""
        viewport = (self.markdown if self._is_markdown else self.body).viewport()
        left = viewport.mapTo(self, viewport.rect().topLeft()).x() + _TEXT_MARGIN
        right = self.width() - left - viewport.width() + 2 * _TEXT_MARGIN
        self._lines.setContentsMargins(left - _LINE_MARGIN, 24, right - _LINE_MARGIN, 4)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._align()
        return super().eventFilter(watched, event)
