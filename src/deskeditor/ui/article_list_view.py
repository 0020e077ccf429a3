"""The rows of the article list: keyboard and mouse choose the article to open."""

from collections.abc import Callable, Sequence
from datetime import datetime, tzinfo
from typing import cast
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from deskeditor.article.workflow import Stage
from deskeditor.ui.article_list_delegate import ArticleListDelegate, Head
from deskeditor.workspace.article_list_model import ArticleListModel


class ArticleListView(QListView):
    """`article_chosen` carries the id of an article a person moved to; `left_forward` comes with Enter."""

    article_chosen = Signal(object)
    left_forward = Signal()

    def __init__(
        self,
        *,
        now: Callable[[], datetime],
        zone: tzinfo,
        stage_label: Callable[[Stage], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._delegate = ArticleListDelegate(now=now, zone=zone, stage_label=stage_label, parent=self)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setAccessibleName("Articles")
        self.setProperty("look", "sunken")
        self._shown_id: UUID | None = None
        self._showing = False

    def show_model(self, model: ArticleListModel) -> None:
        """Show a model's rows; the article shown as current stays so when the rows change."""
        self.setModel(model)
        self.selectionModel().currentChanged.connect(self._choose)
        model.modelReset.connect(self._restore_current)

    def show_current(self, article_id: UUID | None) -> None:
        """Mark the row of the open article, where it is in the list; nothing is emitted."""
        self._shown_id = article_id
        self._restore_current()

    def show_unsaved(self, article_ids: frozenset[UUID]) -> None:
        """Put a dot at the articles that are not saved."""
        self._delegate.unsaved = article_ids
        self.viewport().update()

    def step(self, by: int) -> None:
        """Choose the next article, or an earlier one where `by` is negative."""
        row = self.currentIndex().row() + by if self.currentIndex().isValid() else 0
        model = self.model()
        if model is not None and 0 <= row < model.rowCount():
            self.setCurrentIndex(model.index(row, 0))

    def _choose(self, current: QModelIndex, previous: QModelIndex) -> None:
        head = cast(Head | None, current.data(Qt.ItemDataRole.UserRole)) if current.isValid() else None
        if head is not None and not self._showing and head.id != self._shown_id:
            self._shown_id = head.id
            self.article_chosen.emit(head.id)

    def _restore_current(self) -> None:
        model = self.model()
        if not isinstance(model, ArticleListModel):
            return
        row = model.row_of(self._shown_id) if self._shown_id is not None else None
        self._showing = True
        self.setCurrentIndex(model.index(row) if row is not None else QModelIndex())
        if row is None:
            self.clearSelection()
        self._showing = False

    def dataChanged(
        self,
        topLeft: QModelIndex | QPersistentModelIndex,
        bottomRight: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        # A list lays all of its rows out anew for each that changed. These are equally high: to paint them is enough.
        QAbstractItemView.dataChanged(self, topLeft, bottomRight, roles)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.left_forward.emit()
            return
        super().keyPressEvent(event)
