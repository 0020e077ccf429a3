"""Icons: each meaning has a glyph, and the palette in force colours it."""

import pytest
import qtawesome
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskeditor.resources import resource_path
from deskeditor.ui.icons import Icon, Tone, defer_icons, icon_of, load_icons
from deskeditor.ui.theme import palette_of
from deskeditor.ui.theme_tokens import DARK, LIGHT


def colours(image: QImage) -> set[str]:
    """The colours of an image's opaque pixels."""
    found = set()
    for x in range(image.width()):
        for y in range(image.height()):
            colour = image.pixelColor(x, y)
            if colour.alpha() == 255:
                found.add(colour.name())
    return found


@pytest.mark.parametrize("icon", list(Icon), ids=str)
def test_each_meaning_has_a_glyph(qtbot: QtBot, icon: Icon) -> None:
    image = icon_of(icon).pixmap(QSize(24, 24)).toImage()
    assert any(image.pixelColor(x, y).alpha() > 128 for x in range(24) for y in range(24))
    assert qtawesome.charmap(icon.value)


@pytest.mark.parametrize("tone", list(Tone), ids=str)
def test_each_tone_is_a_token(tone: Tone) -> None:
    assert QColor(getattr(LIGHT, tone.value)).isValid()


def test_a_new_palette_recolours_an_icon(qtbot: QtBot, qapp: QApplication) -> None:
    icon = icon_of(Icon.BOLD)
    for tokens in (LIGHT, DARK, LIGHT):
        qapp.setPalette(palette_of(tokens))
        assert colours(icon.pixmap(QSize(48, 48)).toImage()) == {tokens.text}


def test_a_tone_follows_the_look_but_for_disabled_icons(qtbot: QtBot, qapp: QApplication) -> None:
    icon = QIcon(icon_of(Icon.WARNING, Tone.DANGER))
    for tokens in (DARK, LIGHT):
        qapp.setPalette(palette_of(tokens))
        assert colours(icon.pixmap(QSize(48, 48)).toImage()) == {QColor(tokens.danger).name()}
    assert LIGHT.danger not in colours(icon.pixmap(QSize(48, 48), QIcon.Mode.Disabled).toImage())


def test_deferred_icons_come_once_they_are_loaded(qtbot: QtBot, qapp: QApplication) -> None:
    icon = icon_of(Icon.BOLD)
    defer_icons(qapp)
    try:
        assert colours(icon.pixmap(QSize(48, 48)).toImage()) == set()
    finally:
        load_icons(qapp)
    assert colours(icon.pixmap(QSize(48, 48)).toImage()) != set()


def test_the_window_has_an_icon_of_its_own(qapp: QApplication) -> None:
    drawn = QIcon(str(resource_path("icons", "deskeditor.svg"))).pixmap(QSize(64, 64)).toImage()
    assert {LIGHT.accent, "#ffffff"} <= colours(drawn)
