"""Hugo's shortcodes and Liquid's tags in Markdown: taken out of the words, kept where they are shown as code."""

import re
from typing import Final

_FENCE: Final = re.compile(r"[ >]*(?P<fence>`{3,}|~{3,})")
_ITEM: Final = re.compile(r"(?!(?:[-*_][ \t]*){3,}$)(?:[-*+]|\d+[.)])[ \t]")
_TEMPLATE: Final = re.compile(
    r"(?P<span>(?<![\\`])(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n)[^`]|(?!(?P=ticks)(?!`))`)*?(?P=ticks)(?!`))"
    r"|\{\{<.{0,4000}?>\}\}|\{\{%.{0,4000}?%\}\}|\{\{.{0,1000}?\}\}|\{%.{0,1000}?%\}",
    re.DOTALL,
)
_HTML: Final = re.compile(
    r" {0,3}<(address|article|aside|center|details|div|dl|fieldset|figure|footer|form|header|main|nav|ol|p|section"
    r"|table|ul)\b",
    re.IGNORECASE,
)
_LONGEST_SHOWN: Final = 1000
"""Long enough for a picture's alt text and a pull quote: words that the editor may want back."""


def without_templates(text: str) -> tuple[str, tuple[str, ...]]:
    """Return Markdown without its template tags, and the tags as they stood; code keeps its own."""
    if "{{" not in text and "{%" not in text:
        return text, ()
    dropped: dict[str, None] = {}

    def replaced(found: re.Match[str]) -> str:
        if found["span"] is not None:
            return found.group()
        shown = " ".join(found.group().split())
        dropped[shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN]}…"] = None
        return ""

    parts = [part if is_code else _TEMPLATE.sub(replaced, part) for is_code, part in _stretches(text.split("\n"))]
    return "\n".join(parts), tuple(dropped)


def _stretches(rows: list[str]) -> list[tuple[bool, str]]:
    """Tell fenced and indented code from the rest, row by row; within a block of HTML an indent is no code."""
    stretches: list[tuple[bool, list[str]]] = []
    fence = html = ""
    open_tags = 0
    after_blank = True
    in_list = False
    for row in rows:
        is_code = bool(fence)
        if not fence and not html and (opening := _HTML.match(row)):
            html = opening.group(1).lower()
        is_html = bool(html) and not fence
        if is_html:
            opened, closed = _tags(row, html)
            open_tags += opened - closed
            if open_tags <= 0:
                html, open_tags = "", 0
        found = _FENCE.match(row)
        if fence:
            if found and found["fence"].startswith(fence) and not row[found.end() :].strip():
                fence = ""
        elif found:
            is_code, fence = True, found["fence"]
        elif row.startswith(("    ", "\t")) and after_blank and not in_list and not is_html:
            is_code = True
        after_blank = not row.strip() or (is_code and not fence and after_blank)
        if _ITEM.match(row.lstrip(" ")) and not row.startswith("    "):
            in_list = True
        elif row.strip() and not row.startswith((" ", "\t")):
            in_list = False
        if stretches and stretches[-1][0] == is_code:
            stretches[-1][1].append(row)
        else:
            stretches.append((is_code, [row]))
    return [(is_code, "\n".join(part)) for is_code, part in stretches]


def _tags(row: str, name: str) -> tuple[int, int]:
    """How often elements of that name open and close in a row."""
    found = re.findall(rf"<(/?){name}(?![\w\-])", row, re.IGNORECASE)
    return found.count(""), found.count("/")
