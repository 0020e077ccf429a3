"""How a document is shown: fonts and colours as one value, which no document stores."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLook:
    """Sizes in pixels, colours as `#rrggbb`. `size` is that of a paragraph; headings are in proportion."""

    families: tuple[str, ...] = ("serif",)
    mono: tuple[str, ...] = ("monospace",)
    sans: tuple[str, ...] = ("sans-serif",)
    size: int = 18
    bold: bool = False
    text: str = "#1e1d1b"
    soft: str = "#5c5952"
    faint: str = "#75726a"
    link: str = "#1d5a96"
    line: str = "#dedad2"
    edge: str = "#8c877d"
    ground: str = "#ffffff"
    sunken: str = "#eeece7"
    note: str = "#7f4d00"
