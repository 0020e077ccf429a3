"""The look on the application: palette, font and style sheet made from one set of tokens."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from deskeditor.ui.theme_sheet import style_sheet
from deskeditor.ui.theme_tokens import DARK, LIGHT, Tokens


class Theme(StrEnum):
    """What a person asks for; SYSTEM follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def tokens_of(palette: QPalette) -> Tokens:
    """The tokens a palette was made from: it says which look is in force."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def current_look() -> Tokens:
    """The tokens in force, for whoever paints itself.

    A widget's own palette can't be asked: the style sheet changes its colours where it sets a ground.
    """
    return tokens_of(QGuiApplication.palette())


def chosen_tokens(theme: Theme, scheme: Qt.ColorScheme) -> Tokens:
    """The tokens for a person's theme under the desktop's colour scheme; an unknown scheme is light."""
    dark = theme is Theme.DARK or (theme is Theme.SYSTEM and scheme is Qt.ColorScheme.Dark)
    return DARK if dark else LIGHT


def palette_of(tokens: Tokens) -> QPalette:
    """The palette of a look, disabled colours included."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.sunken,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.text_faint,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.danger,
        role.ToolTipBase: tokens.text,
        role.ToolTipText: tokens.window,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Light: tokens.surface,
        role.Midlight: tokens.hover,
        role.Mid: tokens.line,
        role.Dark: tokens.edge,
        role.Shadow: tokens.text,
    }
    palette = QPalette()
    for which, colour in colours.items():
        palette.setColor(which, QColor(colour))
    faint = QColor(tokens.text_faint)
    faint.setAlphaF(0.6)
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, faint)
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(tokens.hover))
    return palette


def font_of(families: tuple[str, ...], pixels: int, *, bold: bool = False) -> QFont:
    """A font of the first family that the machine has, `pixels` high."""
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(pixels)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def set_variant(widget: QWidget, variant: str) -> None:
    """Ask the style sheet for a variant of the widget's kind: `soft`, `small`, `primary`, `pill`, `card`…"""
    widget.setProperty("look", variant)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def apply_theme(app: QApplication, theme: Theme) -> Tokens:
    """Dress the application in `theme` and return the tokens that came of it.

    To follow the desktop, call again on `app.styleHints().colorSchemeChanged`. Icons, delegates and
    chips read the palette when they paint and need no telling.
    """
    tokens = chosen_tokens(theme, app.styleHints().colorScheme())
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(palette_of(tokens))
    app.setFont(font_of(tokens.sans, tokens.size_ui))
    app.setStyleSheet(style_sheet(tokens))
    return tokens
