"""The look: contrast is computed, not believed."""

from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskeditor.ui.theme import Theme, apply_theme, chosen_tokens, palette_of, tokens_of
from deskeditor.ui.theme_tokens import DARK, LIGHT, Tokens, contrast

GROUNDS = ("window", "surface", "sunken")
WORDS = ("text", "text_soft", "text_faint", "accent", "danger", "warning", "success")


def test_contrast_follows_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_words_can_be_read_on_every_ground(tokens: Tokens) -> None:
    for word, ground in product(WORDS, (*GROUNDS, "hover")):
        measured = contrast(getattr(tokens, word), getattr(tokens, ground))
        assert measured >= 4.5, f"{word} on {ground}: {measured:.2f}"


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("status", ["danger", "warning", "success"])
def test_status_words_can_be_read_on_their_soft_ground(tokens: Tokens, status: str) -> None:
    assert contrast(getattr(tokens, status), getattr(tokens, f"{status}_soft")) >= 4.5
    assert contrast(tokens.text, getattr(tokens, f"{status}_soft")) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_accent_carries_words(tokens: Tokens) -> None:
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5
    for word in ("text", "text_soft", "accent", "danger"):
        assert contrast(getattr(tokens, word), tokens.accent_soft) >= 4.5, word


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_edges_of_inputs_can_be_seen(tokens: Tokens) -> None:
    assert contrast(tokens.edge, tokens.surface) >= 3
    assert contrast(tokens.edge, tokens.window) >= 3


def test_spacing_goes_in_steps_of_four() -> None:
    assert [LIGHT.steps(count) for count in range(4)] == [0, 4, 8, 12]


@pytest.mark.parametrize(
    ("theme", "scheme", "expected"),
    [
        (Theme.LIGHT, Qt.ColorScheme.Dark, LIGHT),
        (Theme.DARK, Qt.ColorScheme.Light, DARK),
        (Theme.SYSTEM, Qt.ColorScheme.Dark, DARK),
        (Theme.SYSTEM, Qt.ColorScheme.Light, LIGHT),
        (Theme.SYSTEM, Qt.ColorScheme.Unknown, LIGHT),
    ],
)
def test_the_persons_theme_comes_before_the_systems(theme: Theme, scheme: Qt.ColorScheme, expected: Tokens) -> None:
    assert chosen_tokens(theme, scheme) is expected


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_a_palette_tells_its_tokens(qapp: QApplication, tokens: Tokens) -> None:
    assert tokens_of(palette_of(tokens)) is tokens


def test_applying_a_theme_reaches_the_application(qtbot: QtBot, qapp: QApplication) -> None:
    try:
        assert apply_theme(qapp, Theme.DARK) is DARK
        assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.window
        assert DARK.accent in qapp.styleSheet()
        assert "$" not in qapp.styleSheet()
    finally:
        apply_theme(qapp, Theme.LIGHT)
    assert tokens_of(qapp.palette()) is LIGHT
