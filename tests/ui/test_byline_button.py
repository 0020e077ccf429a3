"""The line under the standfirst says what holds of the article."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from deskeditor.article.article import Access, Article, BylineName, Credit, Flag, new_article
from deskeditor.ui.byline_button import BylineButton, byline_text

AT = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
HELD = Flag(by="Ada Byte", why="Waiting for the court", at=AT)


@pytest.fixture
def article() -> Article:
    return new_article(UUID(int=1), AT)


def named(article: Article, *names: str) -> Article:
    return replace(article, byline=tuple(BylineName(name=name) for name in names))


def test_it_names_everybody_once_and_whence_it_comes(article: Article) -> None:
    assert byline_text(article, UTC) == "No byline"
    assert byline_text(named(article, "Ines Okoro"), UTC) == "By Ines Okoro"
    assert byline_text(named(article, "Ines Okoro", "Lu Ash"), UTC) == "By Ines Okoro and Lu Ash"
    three = replace(named(article, "Ines Okoro", "Lu Ash", "Mo Ode"), credit=Credit(name="Soundwire"))
    assert byline_text(three, UTC) == "By Ines Okoro, Lu Ash and Mo Ode · Soundwire"


def test_it_says_what_holds_the_article_back_as_long_as_it_does(article: Article) -> None:
    assert byline_text(replace(article, access=Access.PREMIUM, hold=HELD), UTC) == "No byline · Premium · On hold"
    assert byline_text(replace(article, legal_read=HELD), UTC) == "No byline · Legal read asked for"
    assert byline_text(replace(article, hold=replace(HELD, cleared_by="Ada Byte")), UTC) == "No byline"
    assert byline_text(replace(article, embargo=AT), UTC) == "No byline · Embargo until 4 Mar 2026, 12:00"


def test_a_long_line_ends_in_dots_and_asks_for_no_room(qtbot: QtBot, article: Article) -> None:
    button = BylineButton(UTC)
    qtbot.addWidget(button)
    button.resize(160, 24)
    button.show_article(named(article, *(f"Person Number {number}" for number in range(9))))
    assert button.text().endswith("…")
    assert "Person Number 8" in button.toolTip()
    assert button.minimumSizeHint().width() == 0


def test_an_ampersand_is_one(qtbot: QtBot, article: Article) -> None:
    button = BylineButton(UTC)
    qtbot.addWidget(button)
    button.resize(600, 24)
    button.show_article(replace(article, credit=Credit(name="Sand & Sea")))
    assert button.text() == "No byline · Sand && Sea"
    assert button.accessibleName() == "No byline · Sand & Sea"
