"""What inline style sheets of pasted text say of its words."""

import re
from typing import Final

# Word has properties of its own that end alike: `mso-bidi-font-weight` says nothing of these words.
_BOLD: Final = re.compile(r"(?<![\w\-])font-weight\s*:\s*(?:bold|bolder|[6-9]00)\b")
_NOT_BOLD: Final = re.compile(r"(?<![\w\-])font-weight\s*:\s*(?:normal|lighter|[1-5]00)\b")
_ITALIC: Final = re.compile(r"(?<![\w\-])font-style\s*:\s*(?:italic|oblique)")
_NOT_ITALIC: Final = re.compile(r"(?<![\w\-])font-style\s*:\s*normal")
_DECORATION: Final = re.compile(r"(?<![\w\-])text-decoration(?:-line)?\s*:\s*([^;]*)")
_VERTICAL: Final = re.compile(r"(?<![\w\-])vertical-align\s*:\s*(super|sub)\b")
_ALIGN: Final = re.compile(r"(?<![\w\-])text-align\s*:\s*(left|center|right)\b")


def marks_of_style(style: str) -> str:
    """Return names of marks that `style` sets, separated by spaces; one that it takes away begins with `-`."""
    lowered = style.lower()
    names: list[str] = []
    if _BOLD.search(lowered):
        names.append("strong")
    elif _NOT_BOLD.search(lowered):
        names.append("-strong")
    if _ITALIC.search(lowered):
        names.append("emphasis")
    elif _NOT_ITALIC.search(lowered):
        names.append("-emphasis")
    decoration = _DECORATION.search(lowered)
    if decoration and "underline" in decoration.group(1):
        names.append("underline")
    if decoration and "line-through" in decoration.group(1):
        names.append("strike")
    vertical = _VERTICAL.search(lowered)
    if vertical:
        names.append("superscript" if vertical.group(1) == "super" else "subscript")
    return " ".join(names)


def text_align(style: str, attribute: str) -> str:
    """Return `left`, `center`, `right` or an empty string: how a cell's style or `align` attribute sets it."""
    found = _ALIGN.search(style.lower())
    if found:
        return found.group(1)
    return attribute.lower() if attribute.lower() in ("left", "center", "right") else ""
