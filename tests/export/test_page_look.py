"""The default page can be read by everyone: enough contrast in light and dark, and on paper."""

import re

import pytest

from deskeditor.export import render_page
from deskeditor.profile import load_profile
from tests.export.pieces import bare_piece

LOOKS = ("light", "dark", "paper")


def _colours() -> dict[str, dict[str, str]]:
    css = render_page(bare_piece(), load_profile(None)).decode().partition("<style>")[2]
    blocks = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    found: dict[str, dict[str, str]] = {}
    for look, block in zip(LOOKS, blocks, strict=True):
        found[look] = {**found.get("light", {}), **dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6});", block))}
    return found


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("ground", ["paper", "wash"])
@pytest.mark.parametrize("text", ["ink", "quiet", "accent"])
def test_words_stand_out_from_their_ground(look: str, ground: str, text: str) -> None:
    colours = _colours()[look]
    darker, lighter = sorted((_luminance(colours[text]), _luminance(colours[ground])))
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def test_words_are_not_made_faint_by_other_means() -> None:
    assert "opacity" not in render_page(bare_piece(), load_profile(None)).decode()
