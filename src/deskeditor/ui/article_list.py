"""The left side of the window: the filter, the list, and what is said where the list is empty."""

from collections.abc import Callable
from datetime import datetime, tzinfo
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from deskeditor.article.workflow import Stage
from deskeditor.ui.article_filter import ArticleFilter
from deskeditor.ui.article_filter_bar import ArticleFilterBar
from deskeditor.ui.article_list_view import ArticleListView
from deskeditor.ui.theme import set_variant
from deskeditor.workspace.article_list_model import ArticleListModel


class ArticleList(QWidget):
    """Filter bar above rows. Its parts are reached as `filter_bar` and `view`."""

    article_chosen = Signal(object)
    """The id of the article a person moved to."""
    filter_changed = Signal(object)
    """An `ArticleFilter`."""
    left_forward = Signal()
    """Enter on a row: the text is wanted."""

    def __init__(
        self,
        *,
        now: Callable[[], datetime],
        zone: tzinfo,
        stage_label: Callable[[Stage], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.filter_bar = ArticleFilterBar(stage_label)
        self.view = ArticleListView(now=now, zone=zone, stage_label=stage_label)
        self._empty_text = QLabel()
        self._empty_text.setWordWrap(True)
        self._empty_text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        set_variant(self._empty_text, "soft")
        self._show_all = QPushButton("Show all articles")
        set_variant(self._show_all, "flat")
        self._show_all.clicked.connect(self.filter_bar.clear)
        empty = QWidget()
        inside = QVBoxLayout(empty)
        inside.setContentsMargins(24, 48, 24, 24)
        inside.setSpacing(8)
        inside.addWidget(self._empty_text)
        inside.addWidget(self._show_all, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.filter_bar)
        layout.addWidget(self._stack, 1)
        self.filter_bar.changed.connect(self.filter_changed)
        self.filter_bar.left_forward.connect(self._enter_rows)
        self.view.article_chosen.connect(self.article_chosen)
        self.view.left_forward.connect(self.left_forward)

    def show_model(self, model: ArticleListModel) -> None:
        """Show a model's rows and follow how many there are."""
        self.view.show_model(model)
        model.counted.connect(self.show_count)

    def show_count(self, count: int) -> None:
        """Show the rows, or why there are none."""
        self._stack.setCurrentIndex(0 if count else 1)
        if not count:
            wanted = self.filter_bar.filter
            self._empty_text.setText(empty_text(wanted))
            self._show_all.setVisible(wanted.narrows)

    def show_current(self, article_id: UUID | None) -> None:
        """Mark the open article; nothing is emitted."""
        self.view.show_current(article_id)

    def focus_search(self) -> None:
        """Put the caret into the search box."""
        self.filter_bar.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _enter_rows(self) -> None:
        if self._stack.currentIndex() == 0:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.view.currentIndex().isValid():
                self.view.step(0)


def empty_text(wanted: ArticleFilter) -> str:
    """What an empty list says, and what to do about it."""
    if wanted.text.strip():
        where = " in what is shown" if wanted.chosen or wanted.mine else ""
        return f"Nothing found for “{wanted.text.strip()}”{where}."
    if wanted.mine:
        return "Nothing is assigned to you here."
    if wanted.chosen:
        return "No article stands at this stage." if len(wanted.chosen) == 1 else "No article stands at these stages."
    return "No articles yet — paste a page with Ctrl+Shift+N."
