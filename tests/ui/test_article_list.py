"""The article list: rows over a model, filter, empty states."""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from deskeditor.article.article import Person
from deskeditor.article.tags import Tag
from deskeditor.article.workflow import Stage
from deskeditor.store import ArticleHead, ArticleQuery
from deskeditor.ui.article_filter import AT_WORK, ArticleFilter
from deskeditor.ui.article_list import ArticleList, empty_text
from deskeditor.ui.article_list_delegate import two_lines
from deskeditor.ui.article_list_view import ArticleListView
from deskeditor.workspace.article_list_model import ArticleListModel

Key = Qt.Key
NOW = datetime(2026, 11, 3, 12, 31, tzinfo=UTC)


def head(number: int, **fields: Any) -> ArticleHead:
    given: dict[str, Any] = {
        "id": UUID(int=number),
        "counter": 1,
        "headline": f"Headline {number}",
        "stage": Stage.DRAFT,
        "tags": (Tag(id=uuid4(), label="Harbour"),),
        "modified": NOW - timedelta(hours=1),
        "created": NOW,
        "due": None,
        "assignee": None,
        "word_count": 100,
        "language": "en",
        "section": "",
        "slugline": "",
        "on_hold": False,
        "snippet": "",
    }
    return ArticleHead(**given | fields)


class Shelf:
    """A store of heads that answers at once."""

    def __init__(self, heads: tuple[ArticleHead, ...], count: int | None = None) -> None:
        self.heads_there = heads
        self.there = len(heads) if count is None else count
        self.asked = 0

    def count(self, query: ArticleQuery) -> int:
        return self.there

    def heads(self, query: ArticleQuery) -> tuple[ArticleHead, ...]:
        self.asked += 1
        return tuple(
            self.heads_there[row] if row < len(self.heads_there) else head(row + 1)
            for row in range(query.offset, min(query.offset + query.limit, self.there))
        )


class AtOnce:
    """Jobs that are done when they are followed."""

    def follow(self, answer: Any, done: Callable[[Any], None]) -> None:
        done(answer)


def model_of(shelf: Shelf) -> ArticleListModel:
    def read(act: Callable[[Any], Any], *, supersedes: str = "") -> "Future[Any]":
        return act(shelf)  # type: ignore[no-any-return]

    return ArticleListModel(read, AtOnce())  # type: ignore[arg-type]


@pytest.fixture
def articles(qtbot: QtBot) -> ArticleList:
    articles = ArticleList(now=lambda: NOW, zone=UTC, stage_label=lambda stage: stage.value.capitalize())
    qtbot.addWidget(articles)
    articles.resize(300, 500)
    with qtbot.waitActive(articles):
        articles.show()
        articles.activateWindow()
    return articles


def shown(articles: ArticleList, shelf: Shelf) -> ArticleListModel:
    model = model_of(shelf)
    model.setParent(articles)
    articles.show_model(model)
    model.refresh()
    return model


def search_box(articles: ArticleList) -> QLineEdit:
    return articles.filter_bar.findChild(QLineEdit)


def said(articles: ArticleList) -> str:
    return " ".join(label.text() for label in articles.findChildren(QLabel) if label.isVisible())


def test_a_click_chooses_an_article(qtbot: QtBot, articles: ArticleList) -> None:
    model = shown(articles, Shelf((head(1), head(2))))
    at = articles.view.visualRect(model.index(1)).center()
    with qtbot.waitSignal(articles.article_chosen) as caught:
        qtbot.mouseClick(articles.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert caught.args == [UUID(int=2)]


def test_arrows_choose_and_enter_leaves_for_the_text(qtbot: QtBot, articles: ArticleList) -> None:
    shown(articles, Shelf((head(1), head(2), head(3))))
    articles.show_current(UUID(int=1))
    chosen: list[UUID] = []
    articles.article_chosen.connect(chosen.append)
    qtbot.keyClick(articles.view, Key.Key_Down)
    articles.view.step(1)
    articles.view.step(1)
    assert chosen == [UUID(int=2), UUID(int=3)]
    with qtbot.waitSignal(articles.left_forward):
        qtbot.keyClick(articles.view, Key.Key_Return)


def test_showing_the_open_article_chooses_nothing(qtbot: QtBot, articles: ArticleList) -> None:
    shown(articles, Shelf((head(1), head(2))))
    with qtbot.assertNotEmitted(articles.article_chosen):
        articles.show_current(UUID(int=2))
        assert articles.view.currentIndex().row() == 1
        articles.show_current(UUID(int=9))
        assert not articles.view.currentIndex().isValid()


def test_the_open_article_stays_current_when_the_rows_change(qtbot: QtBot, articles: ArticleList) -> None:
    shelf = Shelf((head(1), head(2), head(3)))
    model = shown(articles, shelf)
    articles.show_current(UUID(int=2))
    shelf.heads_there, shelf.there = (head(3), head(5), head(6), head(2)), 4
    with qtbot.assertNotEmitted(articles.article_chosen):
        model.refresh()
    assert articles.view.currentIndex().row() == 3


def test_a_hundred_thousand_rows_cost_the_ones_in_sight(qtbot: QtBot, articles: ArticleList) -> None:
    shelf = Shelf((), count=100_000)
    model = shown(articles, shelf)
    articles.view.scrollToBottom()
    articles.grab()
    assert model.rowCount() == 100_000
    assert shelf.asked <= 4


class CountingView(ArticleListView):
    """Counts how often all rows are laid out."""

    laid_out = 0

    def doItemsLayout(self) -> None:
        self.laid_out += 1
        super().doItemsLayout()


class CountingModel(ArticleListModel):
    """Counts what Python is asked for a row."""

    asked = 0

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        self.asked += 1
        return super().data(index, role)

    def flags(self, index: Any) -> Qt.ItemFlag:
        self.asked += 1
        return super().flags(index)


def test_rows_that_come_in_are_painted_and_not_all_laid_out_anew(qtbot: QtBot) -> None:
    view = CountingView(now=lambda: NOW, zone=UTC, stage_label=lambda stage: stage.value)
    qtbot.addWidget(view)
    later: list[tuple[Any, Callable[[Any], None]]] = []

    class Later(AtOnce):
        def follow(self, answer: Any, done: Callable[[Any], None]) -> None:
            later.append((answer, done))

    shelf = Shelf((), count=100_000)
    model = CountingModel(lambda act, supersedes="": act(shelf), Later())  # type: ignore[arg-type]
    view.show_model(model)
    view.show()
    model.refresh()
    answer, done = later.pop()
    done(answer)
    view.scrollTo(model.index(50_000))
    view.grab()
    before = view.laid_out
    assert later
    for answer, done in later[:]:
        done(answer)
    view.grab()
    assert view.laid_out == before
    assert model.asked < 2_000
    assert model.index(50_000).data() == "Headline 50001"


def test_rows_of_every_kind_are_painted(qtbot: QtBot, articles: ArticleList, qapp: QApplication) -> None:
    heads = (
        head(1, headline="A headline that is far too long for one line and even for two of them " * 3),
        head(2, headline="", snippet="Some words"),
        head(3, due=NOW - timedelta(hours=1), assignee=Person(name="Mara Lind", initials="ml"), on_hold=True),
        head(4, headline="عنوان طويل من اليمين 🦊", due=NOW + timedelta(minutes=5)),
        *(head(10 + number, stage=stage, tags=()) for number, stage in enumerate(Stage)),
    )
    shown(articles, Shelf(heads))
    articles.view.show_unsaved(frozenset({UUID(int=1)}))
    articles.resize(220, 1400)
    assert not articles.grab().isNull()


def test_search_says_what_is_typed(qtbot: QtBot, articles: ArticleList) -> None:
    asked: list[ArticleFilter] = []
    articles.filter_changed.connect(asked.append)
    articles.focus_search()
    qtbot.keyClicks(search_box(articles), "qu")
    assert [wanted.text for wanted in asked] == ["q", "qu"]
    assert asked[-1].stages == AT_WORK


def test_stages_are_chips_with_counts(qtbot: QtBot, articles: ArticleList) -> None:
    articles.filter_bar.show_counts({Stage.DRAFT: 12, Stage.SPIKED: 3})
    chips = {chip.text(): chip for chip in articles.findChildren(QToolButton) if chip.isVisible()}
    assert set(chips) >= {"Draft 12", "Spiked 3", "Mine"}
    assert not any(text.startswith("Ready") for text in chips)
    qtbot.mouseClick(chips["Spiked 3"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(chips["Mine"], Qt.MouseButton.LeftButton)
    wanted = articles.filter_bar.filter
    assert wanted.stages == {Stage.SPIKED}
    assert wanted.mine
    articles.filter_bar.show_counts({Stage.DRAFT: 12})
    assert chips["Spiked 3"].isVisible(), "a chosen stage must stay in reach"


def test_the_order_can_be_by_due(qtbot: QtBot, articles: ArticleList) -> None:
    order = articles.findChild(QComboBox)
    with qtbot.waitSignal(articles.filter_changed) as caught:
        qtbot.keyClick(order, Key.Key_Down)
    assert caught.args[0].by_due


def test_escape_asks_for_everything_again(qtbot: QtBot, articles: ArticleList) -> None:
    articles.focus_search()
    qtbot.keyClicks(search_box(articles), "quay")
    asked: list[ArticleFilter] = []
    articles.filter_changed.connect(asked.append)
    qtbot.keyClick(search_box(articles), Key.Key_Escape)
    assert asked == [ArticleFilter()]


def test_down_goes_from_the_search_to_the_rows(qtbot: QtBot, articles: ArticleList) -> None:
    shown(articles, Shelf((head(1),)))
    articles.focus_search()
    qtbot.keyClick(search_box(articles), Key.Key_Down)
    assert articles.view.hasFocus()
    assert articles.view.currentIndex().row() == 0


def test_an_empty_desk_says_how_to_begin(articles: ArticleList) -> None:
    shown(articles, Shelf(()))
    assert "Ctrl+Shift+N" in said(articles)
    assert not any(button.isVisible() for button in articles.findChildren(QPushButton))


def test_an_empty_search_says_so_and_is_cleared_by_a_click(qtbot: QtBot, articles: ArticleList) -> None:
    qtbot.keyClicks(search_box(articles), "quay")
    shown(articles, Shelf(()))
    assert "Nothing found for “quay”" in said(articles)
    qtbot.mouseClick(articles.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert articles.filter_bar.filter == ArticleFilter()


@pytest.mark.parametrize(
    "wanted",
    [ArticleFilter(mine=True), ArticleFilter(chosen=frozenset({Stage.READY})), ArticleFilter(text="x", mine=True)],
)
def test_each_empty_state_has_words_of_its_own(wanted: ArticleFilter) -> None:
    assert empty_text(wanted) not in ("", empty_text(ArticleFilter()))


def test_a_headline_breaks_at_a_word_and_ends_in_dots(qtbot: QtBot) -> None:
    font = QFont()
    width = QFontMetrics(font).horizontalAdvance("🦊 Council votes tonight ")
    first, second = two_lines("🦊 Council votes tonight on the new quay and on much more besides", font, width)
    assert first == "🦊 Council votes tonight"
    assert second.startswith("on the")
    assert second.endswith("…")
    assert two_lines("Short", font, 500) == ("Short", "")
