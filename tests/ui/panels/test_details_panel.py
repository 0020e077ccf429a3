"""The details panel over a tiny article that takes what is edited."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from deskeditor.article.article import Access, BylineName, Credit, Flag, Person, new_article
from deskeditor.article.change import Change
from deskeditor.profile import load_profile
from deskeditor.ui.collapsible import Collapsible
from deskeditor.ui.panels.details_panel import DetailsPanel

Key = Qt.Key
NOW = datetime(2026, 11, 3, 12, 31, tzinfo=UTC)
MARA = Person(name="Mara Lind", initials="ml")


class Desk:
    """An article that takes every edit and shows itself again."""

    def __init__(self) -> None:
        self.article = new_article(UUID(int=1), NOW)
        self.edits: list[tuple[Change, Any]] = []
        self.panel = DetailsPanel(load_profile(), now=lambda: NOW, person=lambda: MARA)
        self.panel.edited.connect(self.take)
        self.panel.show_article(self.article)
        for group in self.panel.findChildren(Collapsible):
            group.set_open(True)

    def take(self, change: Change, value: Any) -> None:
        self.edits.append((change, value))
        self.article = replace(self.article, **{change.value: value})
        self.panel.show_article(self.article)

    def field(self, name: str) -> Any:
        """The input of that accessible name."""
        kinds = (QComboBox, QLineEdit, QPlainTextEdit)
        return next(
            found for kind in kinds for found in self.panel.findChildren(kind) if found.accessibleName() == name
        )

    def button(self, text: str) -> QPushButton:
        return next(found for found in self.panel.findChildren(QPushButton) if found.text() == text)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    desk = Desk()
    qtbot.addWidget(desk.panel)
    with qtbot.waitActive(desk.panel):
        desk.panel.show()
        desk.panel.activateWindow()
    return desk


def test_the_byline_is_one_name_a_line(qtbot: QtBot, desk: Desk) -> None:
    byline = desk.field("Byline, one name a line")
    byline.setFocus()
    qtbot.keyClicks(byline, "Ana Reyes, Jr.")
    qtbot.keyClick(byline, Key.Key_Return)
    desk.panel.commit()
    qtbot.keyClicks(byline, "Tom  Fry ")
    desk.panel.commit()
    assert desk.article.byline == (BylineName(name="Ana Reyes, Jr."), BylineName(name="Tom Fry"))
    assert byline.toPlainText() == "Ana Reyes, Jr.\nTom  Fry ", "typing goes on where it stood"


def test_the_credit_is_one_value_of_three_inputs(qtbot: QtBot, desk: Desk) -> None:
    for name, text in (("name", "Coast Wire"), ("address", "https://c.example"), ("about", "Ports.")):
        field = desk.field(f"Credit: {name}")
        field.setFocus()
        qtbot.keyClicks(field, text)
    desk.panel.commit()
    assert desk.article.credit == Credit(name="Coast Wire", url="https://c.example", about="Ports.")


@pytest.mark.parametrize(
    ("name", "typed", "change", "value"),
    [
        ("Dateline", " PORT ELLEN ", Change.DATELINE, "PORT ELLEN"),
        ("Slugline", "QUAY", Change.SLUGLINE, "QUAY"),
        ("Section", "Harbour", Change.SECTION, "Harbour"),
        ("Search headline", "Quay", Change.SEARCH_HEADLINE, "Quay"),
        ("Social headline", "Quay!", Change.SOCIAL_HEADLINE, "Quay!"),
        ("Description", "A vote.", Change.DESCRIPTION, "A vote."),
        ("URL slug", "quay vote", Change.URL_SLUG, "quay-vote"),
        ("Usage terms", "Not in print", Change.USAGE_TERMS, "Not in print"),
        ("Desk note", "Call", Change.DESK_NOTE, "Call"),
        ("Assignee", "Ada Brandt", Change.ASSIGNEE, Person(name="Ada Brandt")),
        ("Target length in words", "7x00", Change.TARGET_WORDS, 700),
    ],
)
def test_each_text_becomes_its_field(
    qtbot: QtBot, desk: Desk, name: str, typed: str, change: Change, value: Any
) -> None:
    field = desk.field(name)
    line = field.lineEdit() if isinstance(field, QComboBox) else field
    line.setFocus()
    qtbot.keyClicks(line, typed)
    desk.panel.commit()
    assert desk.edits == [(change, value)]
    line.selectAll()
    qtbot.keyClick(line, Key.Key_Delete)
    desk.panel.commit()
    assert desk.edits[-1] == (change, getattr(new_article(UUID(int=1), NOW), change.value))


def test_language_and_access_are_chosen(qtbot: QtBot, desk: Desk) -> None:
    language = desk.field("Language")
    assert language.currentText() == "English"
    language.setFocus()
    qtbot.keyClick(desk.field("Access"), Key.Key_Down)
    qtbot.keyClick(language, Key.Key_Down)
    assert desk.article.access is Access.PREMIUM
    assert desk.article.language == "en-GB"


def test_a_known_assignee_brings_initials(qtbot: QtBot, desk: Desk) -> None:
    desk.panel.show_people((MARA,))
    line = desk.field("Assignee").lineEdit()
    qtbot.keyClicks(line, "mara lind")
    desk.panel.commit()
    assert desk.article.assignee == MARA


def test_hold_names_person_reason_and_time_and_who_lifted_it(qtbot: QtBot, desk: Desk) -> None:
    qtbot.mouseClick(desk.button("Put on hold…"), Qt.MouseButton.LeftButton)
    why = desk.field("Put on hold: reason")
    qtbot.keyClicks(why, "Court")
    qtbot.keyClick(why, Key.Key_Return)
    assert desk.article.hold == Flag(by="Mara Lind", why="Court", at=NOW)
    qtbot.mouseClick(desk.button("Lift hold"), Qt.MouseButton.LeftButton)
    assert desk.article.hold == Flag(by="Mara Lind", why="Court", at=NOW, cleared_by="Mara Lind")


def test_showing_articles_edits_nothing(qtbot: QtBot, desk: Desk) -> None:
    full = replace(
        desk.article,
        byline=(BylineName(name="A"),),
        credit=Credit(name="C"),
        section="Elsewhere",
        language="tlh",
        desk_note="two\nlines ",
        embargo=NOW.replace(second=7),
        due=NOW,
        target_words=5,
        assignee=MARA,
        url_slug="with space ",
    )
    for article in (full, desk.article, full):
        desk.panel.show_article(article)
        desk.panel.commit()
    assert desk.edits == []


def test_a_closed_group_says_what_it_holds(desk: Desk) -> None:
    filing = next(group for group in desk.panel.findChildren(Collapsible) if group.accessibleName() == "Filing")
    desk.panel.show_article(replace(desk.article, slugline="QUAY", access=Access.PREMIUM))
    filing.set_open(False)
    said = [label.text() for label in filing.findChildren(QLabel)]
    assert "QUAY · Premium" in said


def test_a_field_is_reached_by_name(desk: Desk) -> None:
    for group in desk.panel.findChildren(Collapsible):
        group.set_open(False)
    desk.panel.focus_field(Change.DESCRIPTION)
    assert desk.field("Description").hasFocus()


def test_every_input_has_a_name(desk: Desk) -> None:
    for kind in (QLineEdit, QPlainTextEdit, QComboBox):
        for found in desk.panel.findChildren(kind):
            inside = isinstance(found.parent(), QWidget) and found.objectName().startswith("qt_")
            assert inside or found.accessibleName(), found


def test_the_panel_fits_a_narrow_column(qtbot: QtBot, desk: Desk) -> None:
    flag = Flag(by="A person with a long name", why="A long reason " * 10, at=NOW)
    desk.panel.show_article(replace(desk.article, hold=flag, legal_read=flag, embargo=NOW, due=NOW))
    assert desk.panel.minimumSizeHint().width() <= 206
