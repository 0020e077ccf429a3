"""Word lists are changed in the dialog without losing what people wrote in them."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel
from pytestqt.qtbot import QtBot

from deskeditor.ui.dialogs.spelling_dialog import SpellingDialog
from deskeditor.workspace.jobs import Jobs
from deskeditor.workspace.spelling import Spelling

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def spelling(qtbot: QtBot, tmp_path: Path) -> Spelling:
    return Spelling(Jobs(), own_folder=tmp_path, newsroom_words=tmp_path / "profile" / "words.txt")


def opened(qtbot: QtBot, spelling: Spelling, language: str = "en") -> SpellingDialog:
    dialog = SpellingDialog(spelling, language=language)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def save(qtbot: QtBot, dialog: SpellingDialog) -> None:
    button = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def said(dialog: SpellingDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_remarks_and_order_stay(qtbot: QtBot, spelling: Spelling) -> None:
    spelling.personal_file.write_text("# people\nzebra  # the pub\nApple\n\n", encoding="utf-8")
    dialog = opened(qtbot, spelling)
    qtbot.keyClick(dialog.personal, Qt.Key.Key_Home, CONTROL)
    qtbot.keyClicks(dialog.personal, "Okoro")
    qtbot.keyClick(dialog.personal, Qt.Key.Key_Return)
    # In the meantime, by the menu of a misspelling.
    spelling.add_word("Marlow", spelling.personal_file)
    save(qtbot, dialog)
    assert spelling.personal_file.read_text(encoding="utf-8") == "# people\nzebra  # the pub\nApple\n\nMarlow\nOkoro\n"
    assert set(spelling.words(spelling.personal_file)) == {"zebra", "Apple", "Marlow", "Okoro"}
    assert not spelling.newsroom_file.exists()


def test_a_damaged_list_is_said_and_never_written_over(qtbot: QtBot, spelling: Spelling) -> None:
    spelling.personal_file.write_bytes(b"\xff\xfe\xff\xff")
    dialog = opened(qtbot, spelling)
    assert not dialog.personal.isEnabled()
    assert "can't be read and is left as it is" in said(dialog)
    assert "Line 1 holds bytes of another kind" in said(dialog)
    dialog.newsroom.setFocus()
    qtbot.keyClicks(dialog.newsroom, "Okoro")
    save(qtbot, dialog)
    assert dialog.isHidden()
    assert spelling.personal_file.read_bytes() == b"\xff\xfe\xff\xff"
    assert spelling.words(spelling.newsroom_file) == ("Okoro",)


def test_a_list_damaged_while_the_dialog_is_open_is_left_alone_too(qtbot: QtBot, spelling: Spelling) -> None:
    spelling.personal_file.write_text("Apple\n", encoding="utf-8")
    dialog = opened(qtbot, spelling)
    qtbot.keyClicks(dialog.personal, "Okoro ")
    spelling.personal_file.write_bytes(b"\xff\xfe\xff\xff")
    save(qtbot, dialog)
    assert dialog.isVisible()
    assert "can't be read and is left as it is" in said(dialog)
    assert "Okoro" in dialog.personal.toPlainText()
    assert spelling.personal_file.read_bytes() == b"\xff\xfe\xff\xff"


def test_a_genitive_is_added_without_its_s(spelling: Spelling) -> None:
    spelling.add_word("Okoro\u2019s", spelling.personal_file)
    assert spelling.words(spelling.personal_file) == ("Okoro",)


def test_a_dictionary_put_into_the_folder_is_found_when_the_dialog_opens(qtbot: QtBot, spelling: Spelling) -> None:
    assert spelling.speller("eo") is None
    assert "There is no dictionary for Esperanto" in said(opened(qtbot, spelling, "eo"))
    spelling.dictionary_folder.mkdir()
    for ending, text in (("dic", "1\nvorto\n"), ("aff", "SET UTF-8\n")):
        (spelling.dictionary_folder / f"eo.{ending}").write_text(text, encoding="utf-8")
    assert "checked in Esperanto" in said(opened(qtbot, spelling, "eo"))
    with qtbot.waitSignal(spelling.changed):
        spelling.speller("eo")
    assert spelling.speller("eo") is not None
    spelling.close()


@pytest.mark.parametrize(
    ("language", "serves"), [("en", True), ("en-US", True), ("EN-us", True), ("en-GB", False), ("az", False)]
)
def test_a_language_is_served_by_its_own_dictionary_or_its_regions(
    spelling: Spelling, language: str, serves: bool
) -> None:
    assert spelling.serves(language) is serves
