"""Notices: told at the foot of the window, with a way back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from deskeditor.ui.notice_bar import NoticeBar
from deskeditor.workspace.notices import Notice, Offer


def bar(qtbot: QtBot) -> NoticeBar:
    made = NoticeBar()
    qtbot.addWidget(made)
    return made


def buttons(made: NoticeBar) -> list[QPushButton]:
    return [button for button in made.findChildren(QPushButton) if not button.isHidden()]


def text(made: NoticeBar) -> str:
    return made.findChild(QLabel).text()


def test_an_offer_is_taken_by_a_click_and_the_bar_goes(qtbot: QtBot) -> None:
    taken: list[str] = []
    made = bar(qtbot)
    made.show_notice(Notice(text="Spiked.", offers=(Offer(label="Undo", take=lambda: taken.append("undo")),)))
    assert made.isVisible()
    assert made.accessibleName() == "Spiked."
    qtbot.mouseClick(buttons(made)[0], Qt.MouseButton.LeftButton)
    assert taken == ["undo"]
    assert made.isHidden()


def test_a_newer_notice_takes_the_place_of_the_older(qtbot: QtBot) -> None:
    made = bar(qtbot)
    made.show_notice(Notice(text="One", offers=(Offer(label="Undo", take=lambda: None),)))
    made.show_notice(Notice(text="Two"))
    assert text(made) == "Two"
    assert buttons(made) == []


def test_a_lasting_notice_comes_back_until_it_is_dismissed(qtbot: QtBot) -> None:
    made = bar(qtbot)
    made.show_notice(Notice(text="The store is locked.", lasting=True))
    made.show_notice(Notice(text="Copied."))
    made.dismiss()
    assert text(made) == "The store is locked."
    assert made.isVisible()
    qtbot.mouseClick(made.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert made.isHidden()


def test_an_offer_may_show_the_next_notice(qtbot: QtBot) -> None:
    made = bar(qtbot)
    again = Notice(text="Restored.")
    made.show_notice(Notice(text="Spiked.", offers=(Offer(label="Undo", take=lambda: made.show_notice(again)),)))
    qtbot.mouseClick(buttons(made)[0], Qt.MouseButton.LeftButton)
    assert text(made) == "Restored."
    assert made.isVisible()


def test_keys_reach_the_offer_and_escape_leads_back(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    text_field = QLineEdit()
    made = NoticeBar()
    column.addWidget(text_field)
    column.addWidget(made)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    text_field.setFocus()
    made.focus_offer()
    assert text_field.hasFocus(), "there is no notice to go to"
    taken: list[str] = []
    notice = Notice(text="Spiked.", offers=(Offer(label="Undo", take=lambda: taken.append("undo")),))
    made.show_notice(notice)
    assert text_field.hasFocus(), "a notice takes no focus by itself"
    made.focus_offer()
    assert buttons(made)[0].hasFocus()
    qtbot.keyClick(buttons(made)[0], Qt.Key.Key_Escape)
    assert made.isHidden()
    assert text_field.hasFocus()
    made.show_notice(notice)
    made.focus_offer()
    qtbot.keyClick(buttons(made)[0], Qt.Key.Key_Space)
    assert taken == ["undo"]
    assert text_field.hasFocus()


def test_what_is_no_longer_true_goes_and_a_newer_word_on_it_replaces_the_older(qtbot: QtBot) -> None:
    made = bar(qtbot)
    made.show_notice(Notice(text="Not saved: locked", subject="saving", lasting=True))
    made.show_notice(Notice(text="Not saved: full", subject="saving", lasting=True))
    made.show_notice(Notice(text="A choice", subject="other", lasting=True))
    made.withdraw("saving")
    assert text(made) == "A choice"
    made.dismiss()
    assert made.isHidden()
    made.show_notice(Notice(text="Not saved: locked", subject="saving", lasting=True))
    made.withdraw("saving")
    assert made.isHidden()


def test_tab_goes_from_offer_to_offer_and_to_the_cross(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    made = NoticeBar()
    layout.addWidget(QLineEdit())
    layout.addWidget(made)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made.show_notice(Notice(text="One", offers=tuple(Offer(label=label, take=lambda: None) for label in "AB")))
    made.focus_offer()
    reached = [window.focusWidget()]
    for _ in range(2):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        reached.append(window.focusWidget())
    assert reached == [*buttons(made), made.findChild(QToolButton)]
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
    assert window.focusWidget() is buttons(made)[1]
