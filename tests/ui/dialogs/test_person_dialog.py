"""Who is working."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from deskeditor.article.article import Person
from deskeditor.ui.dialogs.person_dialog import PersonDialog, initials_of

Key = Qt.Key
ADA = Person(name="Ada Brandt", initials="ab")


def field(dialog: PersonDialog, name: str) -> QLineEdit:
    return next(found for found in dialog.findChildren(QLineEdit) if found.accessibleName() == name)


def button(dialog: PersonDialog, text: str) -> QPushButton:
    return next(found for found in dialog.findChildren(QPushButton) if found.text() == text)


def test_initials_follow_the_name_until_they_are_typed(qtbot: QtBot) -> None:
    dialog = PersonDialog(Person(name=""), is_first=True)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not button(dialog, "Start").isEnabled()
    qtbot.keyClicks(field(dialog, "Name"), "Mara Lind")
    assert field(dialog, "Initials").text() == "ml"
    field(dialog, "Initials").selectAll()
    qtbot.keyClicks(field(dialog, "Initials"), "mli")
    qtbot.keyClicks(field(dialog, "Name"), " Reyes")
    with qtbot.waitSignal(dialog.person_chosen) as caught:
        qtbot.mouseClick(button(dialog, "Start"), Qt.MouseButton.LeftButton)
    assert caught.args == [Person(name="Mara Lind Reyes", initials="mli")]


def test_enter_takes_the_suggested_person(qtbot: QtBot) -> None:
    dialog = PersonDialog(ADA)
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.person_chosen) as caught:
        qtbot.keyClick(field(dialog, "Name"), Key.Key_Return)
    assert caught.args == [ADA]
    assert not dialog.isVisible()


def test_others_of_the_desk_are_one_click_away(qtbot: QtBot) -> None:
    dialog = PersonDialog(Person(name="Mara Lind", initials="ml"), known=(ADA, Person(name="Mara Lind", initials="ml")))
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.person_chosen) as caught:
        qtbot.mouseClick(button(dialog, "Ada Brandt"), Qt.MouseButton.LeftButton)
    assert caught.args == [ADA]
    assert "Mara Lind" not in [found.text() for found in dialog.findChildren(QPushButton)]


@pytest.mark.parametrize(("name", "initials"), [("", ""), ("Ada", "a"), ("  ada  von Brandt ", "avb"), ("Ö É", "öé")])
def test_initials_are_first_letters(name: str, initials: str) -> None:
    assert initials_of(name) == initials
