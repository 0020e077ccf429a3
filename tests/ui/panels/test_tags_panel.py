"""The tags panel, with real keys and clicks."""

from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from deskeditor.article.tags import Tag, without_tag
from deskeditor.ui.panels.tags_panel import TagsPanel
from deskeditor.ui.suggestion_list import SuggestionList
from deskeditor.ui.tag_chip import TagChip

Key = Qt.Key


def tag(label: str, *, unsure: bool = False) -> Tag:
    return Tag(id=uuid4(), label=label, unsure=unsure)


@pytest.fixture
def panel(qtbot: QtBot) -> TagsPanel:
    panel = TagsPanel()
    qtbot.addWidget(panel)
    panel.resize(280, 200)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    return panel


def field(panel: TagsPanel) -> QLineEdit:
    return panel.findChild(QLineEdit)


def chips(panel: TagsPanel) -> list[TagChip]:
    return sorted(
        (chip for chip in panel.findChildren(TagChip) if not chip.isHidden()), key=lambda chip: (chip.y(), chip.x())
    )


def offered(panel: TagsPanel) -> list[str]:
    found = panel.findChild(SuggestionList)
    return [] if found.isHidden() else [found.item(row).text() for row in range(found.count())]


def test_enter_and_comma_add_what_was_typed(qtbot: QtBot, panel: TagsPanel) -> None:
    added: list[str] = []
    panel.tag_added.connect(added.append)
    qtbot.keyClicks(field(panel), "Harbour")
    qtbot.keyClick(field(panel), Key.Key_Return)
    qtbot.keyClicks(field(panel), "  City   budget ,")
    assert added == ["Harbour", "City budget"]
    assert field(panel).text() == ""


def test_nothing_is_added_of_nothing(qtbot: QtBot, panel: TagsPanel) -> None:
    with qtbot.assertNotEmitted(panel.tag_added):
        qtbot.keyClicks(field(panel), " , ,")
        qtbot.keyClick(field(panel), Key.Key_Return)


def test_known_tags_are_offered_by_any_part_and_taken_by_key(qtbot: QtBot, panel: TagsPanel) -> None:
    panel.show_known_tags(["Harbour", "City harbour", "Budget"])
    panel.show_tags((tag("Harbour"),))
    qtbot.keyClicks(field(panel), "arb")
    assert offered(panel) == ["City harbour"]
    qtbot.keyClick(field(panel), Key.Key_Down)
    with qtbot.waitSignal(panel.tag_added) as caught:
        qtbot.keyClick(field(panel), Key.Key_Return)
    assert caught.args == ["City harbour"]
    assert offered(panel) == []


def test_enter_without_a_choice_takes_the_words_as_typed(qtbot: QtBot, panel: TagsPanel) -> None:
    panel.show_known_tags(["Budgets"])
    qtbot.keyClicks(field(panel), "Budget")
    with qtbot.waitSignal(panel.tag_added) as caught:
        qtbot.keyClick(field(panel), Key.Key_Return)
    assert caught.args == ["Budget"]


def test_escape_closes_the_offer_and_keeps_the_words(qtbot: QtBot, panel: TagsPanel) -> None:
    panel.show_known_tags(["Budget"])
    qtbot.keyClicks(field(panel), "bud")
    qtbot.keyClick(field(panel), Key.Key_Escape)
    assert offered(panel) == []
    assert field(panel).text() == "bud"


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_a_key_removes_the_chip_and_the_focus_moves_on(qtbot: QtBot, panel: TagsPanel, key: Qt.Key) -> None:
    tags = (tag("A"), tag("B"), tag("C"))
    panel.show_tags(tags)
    panel.tag_removed.connect(lambda gone: panel.show_tags(without_tag(tags, gone)))
    chips(panel)[1].setFocus()
    qtbot.keyClick(chips(panel)[1], key)
    assert [chip.tag.label for chip in chips(panel)] == ["A", "C"]
    assert chips(panel)[1].hasFocus()


def test_the_cross_removes(qtbot: QtBot, panel: TagsPanel) -> None:
    harbour = tag("Harbour")
    panel.show_tags((harbour,))
    chip = chips(panel)[0]
    with qtbot.waitSignal(panel.tag_removed) as caught:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=chip.cross_rect().center())
    assert caught.args == [harbour.id]
    with qtbot.assertNotEmitted(panel.tag_removed):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))


def test_arrows_walk_the_chips_and_backspace_enters_them(qtbot: QtBot, panel: TagsPanel) -> None:
    panel.show_tags((tag("A"), tag("B"), tag("C")))
    qtbot.keyClick(field(panel), Key.Key_Backspace)
    a, b, c = chips(panel)
    assert c.hasFocus()
    qtbot.keyClick(c, Key.Key_Left)
    assert b.hasFocus()
    qtbot.keyClick(b, Key.Key_Home)
    assert a.hasFocus()
    qtbot.keyClick(a, Key.Key_End)
    qtbot.keyClick(c, Key.Key_Right)
    assert field(panel).hasFocus()


def test_an_unsure_chip_says_so_and_is_confirmed_by_enter(qtbot: QtBot, panel: TagsPanel) -> None:
    guessed = tag("Quay ferry", unsure=True)
    panel.show_tags((guessed, tag("Sure")))
    first, second = chips(panel)
    assert "unsure" in first.toolTip()
    assert "unsure" in first.accessibleName()
    assert "unsure" not in second.toolTip()
    with qtbot.waitSignal(panel.tag_confirmed) as caught:
        qtbot.keyClick(first, Key.Key_Return)
    assert caught.args == [guessed.id]
    with qtbot.assertNotEmitted(panel.tag_confirmed):
        qtbot.keyClick(second, Key.Key_Return)


def replaced(panel: TagsPanel) -> list[tuple[tuple[UUID, ...], tuple[str, ...]]]:
    caught: list[tuple[tuple[UUID, ...], tuple[str, ...]]] = []
    panel.tags_replaced.connect(lambda gone, labels: caught.append((gone, labels)))
    return caught


def test_split_and_join_by_key(qtbot: QtBot, panel: TagsPanel) -> None:
    both, other = tag("Harbour Budget"), tag("Vote")
    panel.show_tags((both, other))
    caught = replaced(panel)
    qtbot.keyClick(chips(panel)[0], Key.Key_S)
    qtbot.keyClick(chips(panel)[0], Key.Key_J)
    qtbot.keyClick(chips(panel)[1], Key.Key_S)
    qtbot.keyClick(chips(panel)[1], Key.Key_J)
    assert caught == [
        ((both.id,), ("Harbour", "Budget")),
        ((both.id, other.id), ("Harbour Budget Vote",)),
    ]


def test_an_edit_splits_at_commas(qtbot: QtBot, panel: TagsPanel) -> None:
    wide = tag("North Quay Ferry")
    panel.show_tags((wide,))
    caught = replaced(panel)
    qtbot.keyClick(chips(panel)[0], Key.Key_F2)
    assert field(panel).hasFocus()
    assert field(panel).text() == "North Quay Ferry"
    qtbot.keyClick(field(panel), Key.Key_End)
    for _ in range(6):
        qtbot.keyClick(field(panel), Key.Key_Left)
    qtbot.keyClick(field(panel), Key.Key_Comma)
    qtbot.keyClick(field(panel), Key.Key_Return)
    assert caught == [((wide.id,), ("North Quay", "Ferry"))]


def test_an_edit_is_given_up_by_escape_and_idle_without_a_change(qtbot: QtBot, panel: TagsPanel) -> None:
    panel.show_tags((tag("Vote"),))
    caught = replaced(panel)
    for key in (Key.Key_Escape, Key.Key_Return):
        qtbot.keyClick(chips(panel)[0], Key.Key_F2)
        qtbot.keyClick(field(panel), key)
        assert field(panel).text() == ""
    assert caught == []


def test_ctrl_z_goes_past_the_input(qtbot: QtBot, panel: TagsPanel) -> None:
    qtbot.keyClicks(field(panel), "abc")
    qtbot.keyClick(field(panel), Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field(panel).text() == "abc"


def test_many_chips_flow_into_rows_inside_the_panel(panel: TagsPanel) -> None:
    panel.show_tags(tuple(tag(f"Tag number {number} " + "x" * number * 4) for number in range(12)))
    panel.layout().activate()
    shown = chips(panel)
    assert len({chip.y() for chip in shown}) > 3
    assert all(chip.x() + chip.width() <= panel.width() for chip in shown)


def test_chips_that_stay_are_the_same_widgets(panel: TagsPanel) -> None:
    a, b = tag("A"), tag("B")
    panel.show_tags((a, b))
    first = chips(panel)[0]
    panel.show_tags((a, tag("C"), b))
    assert chips(panel)[0] is first
