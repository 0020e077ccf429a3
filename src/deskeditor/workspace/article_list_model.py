"""The article list as Qt sees it: as many rows as match, their heads fetched a page at a time."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt, Signal

from deskeditor.store.values import ArticleHead, ArticleQuery
from deskeditor.workspace.jobs import Jobs

if TYPE_CHECKING:
    from deskeditor.store.store import Store

PAGE: Final = 200
"""Heads fetched at once."""

HEAD_ROLE: Final = Qt.ItemDataRole.UserRole
"""The row's `ArticleHead`, or None while it is on its way."""

Index = QModelIndex | QPersistentModelIndex


class ArticleListModel(QStringListModel):
    """Shows what a query finds. A newer query supersedes one under way.

    The strings of the base class are empty and stand for the rows alone: a view asks how many rows there are
    once for each of them, and of 100,000 such questions answered in Python the window would stand still.
    """

    counted = Signal(int)
    """How many articles the query finds."""

    def __init__(
        self,
        read: Callable[..., "Future[Any]"],
        jobs: Jobs,
        *,
        first: tuple[ArticleHead, ...] = (),
        parent: QObject | None = None,
    ) -> None:
        """`read(act, supersedes=…)` runs `act(store)` on the reader; `first` is shown until it answers."""
        super().__init__(parent)
        self._read = read
        self._jobs = jobs
        self._query = ArticleQuery(limit=PAGE)
        self._rows: list[ArticleHead | None] = list(first)
        self.setStringList([""] * len(first))
        self._asked: set[int] = set()
        self._generation = 0

    @property
    def query(self) -> ArticleQuery:
        """What is shown."""
        return self._query

    def show_query(self, query: ArticleQuery) -> None:
        """Show what `query` finds, its limit and offset aside."""
        self._query = replace(query, limit=PAGE, offset=0)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again, keeping what is shown until it answers."""
        self._generation += 1
        generation, query = self._generation, self._query

        def act(store: "Store") -> tuple[int, tuple[ArticleHead, ...]]:
            return store.count(query), store.heads(query)

        self._jobs.follow(self._read(act, supersedes="list"), lambda found: self._show(generation, found[0], found[1]))

    def heads(self) -> tuple[ArticleHead, ...]:
        """The heads fetched so far, from the top."""
        return tuple(head for head in self._rows if head is not None)

    def row_of(self, article_id: UUID) -> int | None:
        """The row that shows the article, where it was fetched."""
        return next((row for row, head in enumerate(self._rows) if head and head.id == article_id), None)

    def _show(self, generation: int, count: int, heads: tuple[ArticleHead, ...]) -> None:
        if generation != self._generation:
            return
        self._asked = {0}
        same_rows = count == len(self._rows) and all(
            old is None or old.id == new.id for old, new in zip(self._rows, heads, strict=False)
        )
        if same_rows:
            # Nothing moved: selection, scroll and rows fetched further down stay as they are.
            self._rows[: len(heads)] = heads
            if heads:
                self.dataChanged.emit(self.index(0), self.index(len(heads) - 1))
        else:
            self._rows = [*heads, *[None] * (count - len(heads))]
            self.setStringList([""] * count)
        self.counted.emit(count)

    def _fetch(self, page: int) -> None:
        if page in self._asked:
            return
        self._asked.add(page)
        generation, query = self._generation, replace(self._query, offset=page * PAGE)
        self._jobs.follow(
            self._read(lambda store: store.heads(query)), lambda heads: self._fill(generation, page, heads)
        )

    def _fill(self, generation: int, page: int, heads: tuple[ArticleHead, ...]) -> None:
        start = page * PAGE
        if generation != self._generation or not heads or start + len(heads) > len(self._rows):
            return
        self._rows[start : start + len(heads)] = heads
        self.dataChanged.emit(self.index(start), self.index(start + len(heads) - 1))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        head = self._rows[index.row()]
        if head is None:
            self._fetch(index.row() // PAGE)
            return None
        if role == HEAD_ROLE:
            return head
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return head.headline
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if index.isValid() else Qt.ItemFlag.NoItemFlags
