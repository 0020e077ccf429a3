"""Signs that Word writes by their place in a symbol font, as the characters that they show."""

from types import MappingProxyType
from typing import Final

from deskeditor.ingest.docx_xml import Node

UNKNOWN: Final = "\N{REPLACEMENT CHARACTER}"
_GREEK: Final = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
_SMALL_GREEK: Final = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SYMBOL: Final = MappingProxyType(
    {
        **{0x41 + at: sign for at, sign in enumerate(_GREEK)},
        **{0x61 + at: sign for at, sign in enumerate(_SMALL_GREEK)},
        **{0xA0: "€", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°"},
        **{0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…"},
        **{0xD2: "®", 0xD3: "©", 0xD4: "™", 0xE2: "®", 0xE3: "©", 0xE4: "™", 0xD6: "√", 0xE5: "∑", 0xF2: "∫"},
    }
)
_WINGDINGS: Final = MappingProxyType(
    {
        **{0x28: "☎", 0x2A: "✉", 0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑"},
        **{0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑"},
        **{0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"},
    }
)


def symbol(node: Node) -> str:
    """The character that a `w:sym` shows; `UNKNOWN` for one of a font that is not known."""
    try:
        code = int(node.get("w:char"), 16)
    except ValueError:
        return UNKNOWN
    font = node.get("w:font").lower()
    if not 0xF000 <= code <= 0xF0FF:
        is_known = 0x20 <= code < 0xD800 and font not in ("symbol", "wingdings")
        code, known = code & 0xFF, chr(code) if is_known else ""
        if known:
            return known
    low = code & 0xFF
    if font == "symbol":
        return _SYMBOL.get(low) or (chr(low) if 0x20 <= low < 0x40 else UNKNOWN)
    if font.startswith("wingdings"):
        return _WINGDINGS.get(low, UNKNOWN) if font == "wingdings" else UNKNOWN
    return chr(low) if 0x20 <= low < 0x7F else UNKNOWN
