"""The head of the article list: search, stages with their counts, one's own, and the order."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QToolButton, QVBoxLayout, QWidget

from deskeditor.article.workflow import Stage
from deskeditor.ui.article_filter import ArticleFilter
from deskeditor.ui.flow_layout import FlowLayout
from deskeditor.ui.icons import Icon, icon_of
from deskeditor.ui.theme import set_variant


class ArticleFilterBar(QWidget):
    """`changed` carries the `ArticleFilter` at each key and click; `left_forward` says that the list is wanted."""

    changed = Signal(object)
    left_forward = Signal()

    def __init__(self, stage_label: Callable[[Stage], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage_label = stage_label
        self._search = QLineEdit()
        self._search.setAccessibleName("Search articles")
        self._search.setPlaceholderText("Search articles")
        self._search.addAction(icon_of(Icon.SEARCH), QLineEdit.ActionPosition.LeadingPosition)
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._say)
        self._mine = QToolButton()
        self._mine.setText("Mine")
        self._mine.setCheckable(True)
        self._mine.setToolTip("Only articles assigned to me")
        set_variant(self._mine, "pill")
        self._mine.toggled.connect(self._say)
        self._order = QComboBox()
        self._order.setAccessibleName("Order of the list")
        self._order.addItem("Last changed", False)
        self._order.addItem("Due first", True)
        self._order.currentIndexChanged.connect(self._say)
        self._stages = {stage: self._stage_pill(stage) for stage in Stage}
        set_variant(self._order, "flat")
        pills = QWidget()
        self._flow = FlowLayout(pills)
        self._flow.addWidget(self._mine)
        for pill in self._stages.values():
            self._flow.addWidget(pill)
        self._flow.addWidget(self._order)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 4)
        layout.setSpacing(8)
        layout.addWidget(self._search)
        layout.addWidget(pills)
        self.setFocusProxy(self._search)
        self.show_counts({})

    @property
    def filter(self) -> ArticleFilter:
        """What is asked for now."""
        return ArticleFilter(
            text=self._search.text(),
            chosen=frozenset(stage for stage, pill in self._stages.items() if pill.isChecked()),
            mine=self._mine.isChecked(),
            by_due=bool(self._order.currentData()),
        )

    def show_counts(self, counts: Mapping[Stage, int]) -> None:
        """Show how many articles stand at each stage; an empty stage is hidden unless chosen."""
        for stage, pill in self._stages.items():
            count = counts.get(stage, 0)
            pill.setText(f"{self._stage_label(stage)} {count:n}")
            pill.setAccessibleName(f"{self._stage_label(stage)}, {count} articles")
            pill.setVisible(count > 0 or pill.isChecked())
        self._flow.invalidate()

    def show_filter(self, wanted: ArticleFilter) -> None:
        """Take over a filter; `changed` follows once where it differs."""
        if wanted == self.filter:
            return
        self.blockSignals(True)
        self._search.setText(wanted.text)
        for stage, pill in self._stages.items():
            pill.setChecked(stage in wanted.chosen)
            pill.setVisible(not pill.isHidden() or stage in wanted.chosen)
        self._mine.setChecked(wanted.mine)
        self._order.setCurrentIndex(int(wanted.by_due))
        self.blockSignals(False)
        self._say()

    def clear(self) -> None:
        """Ask for everything again, the order kept."""
        self.show_filter(ArticleFilter(by_due=self.filter.by_due))

    def _stage_pill(self, stage: Stage) -> QToolButton:
        pill = QToolButton()
        pill.setCheckable(True)
        pill.setIconSize(QSize(12, 12))
        pill.setToolTip(f"Show {self._stage_label(stage).lower()} articles")
        set_variant(pill, "pill")
        pill.toggled.connect(self._say)
        return pill

    def _say(self) -> None:
        self.changed.emit(self.filter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter if self._search.hasFocus():
                self.left_forward.emit()
            case Qt.Key.Key_Escape if self.filter.narrows:
                self.clear()
            case _:
                super().keyPressEvent(event)
