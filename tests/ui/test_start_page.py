"""The ways to begin."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from deskeditor.ui.actions import spec_of
from deskeditor.ui.acts import Act
from deskeditor.ui.start_page import StartPage


def test_each_way_is_offered_with_its_name(qtbot: QtBot) -> None:
    page = StartPage()
    qtbot.addWidget(page)
    buttons = {button.text(): button for button in page.findChildren(QPushButton)}
    chosen: list[Act] = []
    page.chosen.connect(chosen.append)
    for act in (Act.NEW_ARTICLE, Act.PASTE_AS_NEW, Act.IMPORT_FILES):
        qtbot.mouseClick(buttons[spec_of(act).text], Qt.MouseButton.LeftButton)
    assert chosen == [Act.NEW_ARTICLE, Act.PASTE_AS_NEW, Act.IMPORT_FILES]
    with qtbot.waitSignal(page.sample_chosen):
        qtbot.mouseClick(buttons["Open the sample article"], Qt.MouseButton.LeftButton)
    page.offer_sample(False)
    assert buttons["Open the sample article"].isHidden()


def test_it_says_whether_the_desk_is_empty(qtbot: QtBot) -> None:
    page = StartPage()
    qtbot.addWidget(page)
    page.offer_sample(True)
    assert "An empty desk" in [label.text() for label in page.findChildren(QLabel)]
    page.offer_sample(False)
    assert "No article is open" in [label.text() for label in page.findChildren(QLabel)]
