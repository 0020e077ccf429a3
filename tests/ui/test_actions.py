"""The table of actions, and the Qt objects made from it."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QToolBar
from pytestqt.qtbot import QtBot

from deskeditor.ui.action_set import ActionSet
from deskeditor.ui.actions import ACTIONS, FORMAT_BAR, RESERVED_SHORTCUTS, spec_of
from deskeditor.ui.acts import Act, Choice, Menu, Needs


def keys_of(sequence: str) -> str:
    """A key sequence as Qt itself writes it."""
    return QKeySequence(sequence).toString(QKeySequence.SequenceFormat.PortableText)


def test_each_act_stands_in_the_table_once() -> None:
    assert Counter(spec.name for spec in ACTIONS) == Counter(Act)


def test_no_two_actions_share_a_shortcut() -> None:
    counted = Counter(keys_of(keys) for spec in ACTIONS for keys in spec.shortcuts)
    assert [keys for keys, times in counted.items() if times > 1] == []
    assert "" not in counted, "a shortcut that Qt can't read"


def test_reserved_shortcuts_are_free() -> None:
    taken = {keys_of(keys) for spec in ACTIONS for keys in spec.shortcuts}
    assert taken & {keys_of(keys) for keys in RESERVED_SHORTCUTS} == set()


def test_no_shortcut_is_a_character_of_some_keyboard() -> None:
    """Ctrl+Alt is AltGr on Windows and types characters there; Alt+letter opens menus."""
    for spec in ACTIONS:
        for keys in spec.shortcuts:
            parts = keys.split("+")
            assert not {"Ctrl", "Alt"} <= set(parts), keys
            assert not (parts[0] == "Alt" and len(parts) == 2 and len(parts[1]) == 1 and parts[1].isalpha()), keys


def test_texts_are_unique_and_without_access_keys() -> None:
    texts = Counter(spec.text for spec in ACTIONS)
    assert [text for text, times in texts.items() if times > 1] == []
    assert [text for text in texts if "&" in text] == []


def test_actions_without_an_icon_are_few_and_meant() -> None:
    assert {spec.name for spec in ACTIONS if spec.icon is None} == {Act.SELECT_ALL, Act.ZOOM_RESET}


def test_access_keys_of_menus_differ() -> None:
    access = Counter(menu.value[menu.value.index("&") + 1].lower() for menu in Menu)
    assert max(access.values()) == 1


def test_the_format_bar_names_actions_with_icons() -> None:
    named = [name for part in FORMAT_BAR for name in part]
    assert len(named) == len(set(named))
    assert all(spec_of(name).icon is not None for name in named)


@pytest.fixture
def actions(qtbot: QtBot) -> ActionSet:
    return ActionSet()


def test_what_needs_an_article_is_off_without_one(actions: ActionSet) -> None:
    for spec in ACTIONS:
        assert actions[spec.name].isEnabled() == (spec.needs is Needs.NOTHING), spec.name
    actions.show_needs(has_article=True, has_text=False, has_selection=False)
    assert actions[Act.EXPORT].isEnabled()
    assert not actions[Act.BOLD].isEnabled()
    actions.show_needs(has_article=True, has_text=True, has_selection=False)
    assert actions[Act.BOLD].isEnabled()
    assert not actions[Act.SEND_TO_TAG].isEnabled()
    actions.show_needs(has_article=True, has_text=True, has_selection=True, at_caret=Needs)
    assert all(action.isEnabled() for action in actions)


def test_the_theme_is_one_of_three(actions: ActionSet) -> None:
    themes = [actions[spec.name] for spec in ACTIONS if spec.choice is Choice.THEME]
    actions.show_checked({Act.THEME_LIGHT: True})
    actions.show_checked({Act.THEME_DARK: True})
    assert [theme.isChecked() for theme in themes] == [False, False, True]


def test_showing_a_state_triggers_nothing(qtbot: QtBot, actions: ActionSet) -> None:
    with qtbot.assertNotEmitted(actions.triggered):
        actions.show_checked({Act.BOLD: True})


def test_menus_hold_every_action_once(qtbot: QtBot, actions: ActionSet) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    menus = actions.fill_menus(window.menuBar())
    assert list(menus) == list(Menu)
    shown = [action.objectName() for menu in menus.values() for action in menu.actions() if not action.isSeparator()]
    assert Counter(shown) == Counter(name.value for name in Act)


def test_a_key_triggers_the_named_act(qtbot: QtBot, actions: ActionSet) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions.fill_menus(window.menuBar())
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    with qtbot.waitSignal(actions.triggered) as caught:
        qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert caught.args == [Act.NEW_ARTICLE, False]


def test_a_bar_names_its_buttons(qtbot: QtBot, actions: ActionSet) -> None:
    bar = QToolBar()
    qtbot.addWidget(bar)
    actions.fill_bar(bar, FORMAT_BAR)
    separators = [action for action in bar.actions() if action.isSeparator()]
    assert len(separators) == len(FORMAT_BAR) - 1
    assert bar.widgetForAction(actions[Act.BOLD]).accessibleName() == "Bold"
    assert "Ctrl+B" in actions[Act.BOLD].toolTip()
