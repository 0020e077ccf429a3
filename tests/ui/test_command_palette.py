"""The command palette: the match, and the keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListView, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from deskeditor.ui.action_set import ActionSet
from deskeditor.ui.actions import ACTIONS, spec_of
from deskeditor.ui.acts import Act, Needs
from deskeditor.ui.command_match import match, ranked
from deskeditor.ui.command_palette import CommandPalette

Key = Qt.Key
TEXTS = tuple(spec.text for spec in ACTIONS)


def best(typed: str) -> str:
    return TEXTS[ranked(typed, TEXTS)[0][0]]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("exp", "Export…"),
        ("head", "Heading 2"),
        ("go head", "Go to headline"),
        ("sel tags", "Send selection to tags"),
        ("pna", "Paste as new article"),
        ("dark", "Theme: dark"),
        ("LINK", "Link…"),
        ("next st", "Move to next stage"),
    ],
)
def test_a_few_letters_find_the_action(typed: str, text: str) -> None:
    assert best(typed) == text


def test_letters_out_of_order_find_nothing() -> None:
    assert ranked("zqx", TEXTS) == ()
    assert match("ba", "abc") is None


def test_nothing_typed_shows_all_in_their_order() -> None:
    assert [position for position, _ in ranked("", TEXTS)] == list(range(len(TEXTS)))


@given(st.text(max_size=8), st.text(max_size=30))
def test_what_matches_is_inside_the_text(typed: str, text: str) -> None:
    fit = match(typed, text)
    if fit is not None:
        assert all(0 <= at < len(text) for at in fit.at)
        assert list(fit.at) == sorted(set(fit.at))


@given(st.text(alphabet="abc XYZ", min_size=1, max_size=20), st.data())
def test_any_part_of_a_text_finds_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert match(text[start:end], text) is not None


class Window(QMainWindow):
    """A window with actions and a palette over it."""

    def __init__(self) -> None:
        super().__init__()
        self.actions_ = ActionSet(self)
        self.actions_.fill_menus(self.menuBar())
        self.button = QPushButton("Middle")
        self.setCentralWidget(self.button)
        self.palette_ = CommandPalette(lambda: tuple(self.actions_), parent=self)
        self.done: list[Act] = []
        self.actions_.triggered.connect(lambda name, checked: self.done.append(name))
        self.resize(700, 500)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.button.setFocus()
    return window


def entry(window: Window) -> QLineEdit:
    return window.palette_.findChild(QLineEdit)


def rows(window: Window) -> list[str]:
    model = window.palette_.findChild(QListView).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_only_what_can_be_done_is_listed(window: Window) -> None:
    window.palette_.open()
    assert set(rows(window)) == {action.text() for action in window.actions_ if action.isEnabled()}
    assert "Export…" not in rows(window)
    window.palette_.close_palette()
    window.actions_.show_needs(has_article=True, has_text=True, has_selection=True, at_caret=Needs)
    window.palette_.open()
    assert len(rows(window)) == len(ACTIONS)


def test_typing_and_enter_do_the_thing_and_give_the_focus_back(qtbot: QtBot, window: Window) -> None:
    window.palette_.open()
    assert entry(window).hasFocus()
    qtbot.keyClicks(entry(window), "theme dark")
    qtbot.keyClick(entry(window), Key.Key_Return)
    assert window.done == [Act.THEME_DARK]
    assert window.palette_.isHidden()
    assert window.button.hasFocus()


def test_arrows_choose_and_go_round(qtbot: QtBot, window: Window) -> None:
    window.palette_.open()
    qtbot.keyClicks(entry(window), "theme")
    assert rows(window)[0].startswith("Theme")
    qtbot.keyClick(entry(window), Key.Key_Up)
    qtbot.keyClick(entry(window), Key.Key_Down)
    qtbot.keyClick(entry(window), Key.Key_Down)
    qtbot.keyClick(entry(window), Key.Key_Return)
    assert [spec_of(name).text for name in window.done] == [rows(window)[1]]


def test_escape_closes_and_does_nothing(qtbot: QtBot, window: Window) -> None:
    window.palette_.open()
    qtbot.keyClick(entry(window), Key.Key_Escape)
    assert window.palette_.isHidden()
    assert window.button.hasFocus()
    assert window.done == []


def test_going_elsewhere_closes(window: Window) -> None:
    window.palette_.open()
    window.button.setFocus()
    assert window.palette_.isHidden()


def test_a_click_does_the_thing(qtbot: QtBot, window: Window) -> None:
    window.palette_.open()
    qtbot.keyClicks(entry(window), "about")
    view = window.palette_.findChild(QListView)
    at = view.visualRect(view.model().index(0, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert window.done == [Act.ABOUT]


def test_what_fits_nothing_says_so(qtbot: QtBot, window: Window) -> None:
    window.palette_.open()
    qtbot.keyClicks(entry(window), "zzzz")
    assert rows(window) == []
    qtbot.keyClick(entry(window), Key.Key_Return)
    assert not window.palette_.isHidden()


def test_the_palette_stays_inside_a_small_window(window: Window) -> None:
    window.resize(360, 300)
    window.palette_.open()
    assert window.rect().contains(window.palette_.geometry())
    assert not window.grab().isNull()
