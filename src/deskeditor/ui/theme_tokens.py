"""The look as values: colours, spacing, type sizes and radii of the light and the dark look."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """One look: colours as `#rrggbb`, lengths in pixels.

    Every `*text*` colour, the accent and the three status colours reach a contrast of 4.5:1 on
    `window`, `surface`, `sunken` and their own `*_soft` ground.
    """

    dark: bool
    window: str
    surface: str
    sunken: str
    hover: str
    line: str
    edge: str
    text: str
    text_soft: str
    text_faint: str
    accent: str
    on_accent: str
    accent_soft: str
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    success: str
    success_soft: str
    found: str
    space: int = 4
    radius: int = 6
    radius_small: int = 4
    size_small: int = 12
    size_ui: int = 13
    size_title: int = 15
    size_body: int = 18
    size_standfirst: int = 19
    size_headline: int = 30
    measure: int = 70
    line_height: int = 155
    serif: tuple[str, ...] = ("Source Serif 4", "Charter", "Noto Serif", "Georgia", "Cambria", "DejaVu Serif", "serif")
    sans: tuple[str, ...] = ("Inter", "Segoe UI", "SF Pro Text", "Helvetica Neue", "Noto Sans", "DejaVu Sans")
    mono: tuple[str, ...] = ("JetBrains Mono", "Cascadia Mono", "Menlo", "Noto Sans Mono", "DejaVu Sans Mono")

    def steps(self, count: int) -> int:
        """`count` steps of spacing, in pixels."""
        return self.space * count


LIGHT: Final = Tokens(
    dark=False,
    window="#f5f4f1",
    surface="#ffffff",
    sunken="#eeece7",
    hover="#e9e6e0",
    line="#dedad2",
    edge="#8c877d",
    text="#1e1d1b",
    text_soft="#5c5952",
    text_faint="#6b675f",
    accent="#1d5a96",
    on_accent="#ffffff",
    accent_soft="#dde9f5",
    danger="#a8261d",
    danger_soft="#fbe8e5",
    warning="#7f4d00",
    warning_soft="#fbf0d9",
    success="#27653a",
    success_soft="#e3f1e5",
    found="#ffe58a",
)

DARK: Final = Tokens(
    dark=True,
    window="#1b1c1e",
    surface="#232527",
    sunken="#161719",
    hover="#2d3033",
    line="#37393d",
    edge="#7d8186",
    text="#e9e7e2",
    text_soft="#b3b0a9",
    text_faint="#a09d96",
    accent="#8fbcf0",
    on_accent="#0e2238",
    accent_soft="#25384f",
    danger="#f3a79f",
    danger_soft="#44251f",
    warning="#ecc274",
    warning_soft="#3d2f17",
    success="#97d1a4",
    success_soft="#1f3626",
    found="#5e4a12",
)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours as WCAG 2 defines it, between 1 and 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
