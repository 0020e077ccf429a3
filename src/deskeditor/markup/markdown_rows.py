"""Markdown as people write it, row by row, made into what Python-Markdown understands."""

import re
from dataclasses import dataclass
from typing import Final

_ITEM: Final = re.compile(r"(?P<indent> *)(?P<sign>[-*+]|\d{1,9}[.)])(?:(?P<gap> +)(?P<text>\S.*)|(?P<empty> *))$")
_RULE: Final = re.compile(r" {0,3}(?:(?:-[ ]*){3,}|(?:\*[ ]*){3,}|(?:_[ ]*){3,})$")
_FENCE: Final = re.compile(r"(?P<indent> *)(?P<fence>`{3,}(?!.*`)|~{3,})(?P<info>.*)$")
_VERBATIM: Final = re.compile(r"<(pre|script|style|textarea)\b", re.IGNORECASE)
_YEARS: Final = re.compile(r"^( *\d{7,})([.)])(?=\s|$)")
"""Numbers too great for a list to count from."""

_NESTS_FROM: Final = 2
_STEP: Final = "    "


@dataclass(slots=True)
class _Rows:
    """The rows written so far; of the list items that are open, the indents and whether each counts."""

    written: list[str]
    open_items: list[int]
    counting: list[bool]
    fence: str = ""
    fence_indent: int = 0
    fence_depth: int = 0
    verbatim: str = ""
    in_further_paragraph: bool = False


def prepared(text: str) -> str:
    """Return Markdown in which lists nest by four spaces and begin after an empty row, code fences stand at the margin.

    Lists that nest by two or three spaces, lists right behind a paragraph, `1)` and fences in
    lists are what people write and what GitHub shows; Python-Markdown knows none of them.
    """
    state = _Rows([], [], [])
    for row in text.split("\n"):
        if state.verbatim:
            state.written.append(row)
            if state.verbatim in row.lower():
                state.verbatim = ""
        elif state.fence:
            _fenced(state, row)
        else:
            _row(state, row)
    return "\n".join(state.written)


def _fenced(state: _Rows, row: str) -> None:
    found = _FENCE.match(row)
    ends = found is not None and found["fence"].startswith(state.fence) and not found["info"].strip()
    if state.fence_depth:
        inside = row[min(state.fence_indent, len(row) - len(row.lstrip(" "))) :]
        state.written.append("" if ends or not inside else _STEP * (state.fence_depth + 1) + inside)
    else:
        inside = row[min(state.fence_indent, len(row) - len(row.lstrip(" "))) :]
        state.written.append(inside)
    if ends:
        state.fence = ""


def _row(state: _Rows, row: str) -> None:
    previous = state.written[-1] if state.written else ""
    after_blank = not previous.strip()
    if not row.strip():
        state.written.append("")
        state.in_further_paragraph = False
        return
    verbatim = _VERBATIM.match(row)
    if verbatim is not None:
        end = f"</{verbatim.group(1).lower()}>"
        state.verbatim = "" if end in row.lower() else end
        state.written.append(row)
        return
    indent = len(row) - len(row.lstrip(" "))
    fence = _FENCE.match(row)
    if fence is not None and (indent < 4 or state.open_items):
        _open_fence(state, fence, after_blank)
        return
    row = _YEARS.sub(r"\1\\\2", row)
    item = None if _RULE.match(row) else _ITEM.match(row)
    if item is not None and (indent < 4 or state.open_items) and _may_begin(state, item, after_blank):
        _item(state, item, after_blank)
        return
    if after_blank:
        _close_items(state, indent)
    if state.open_items and after_blank:
        state.in_further_paragraph = True
        inside = row[state.open_items[-1] + _NESTS_FROM :]
        extra = len(inside) - len(inside.lstrip(" "))
        state.written.append(_STEP * len(state.open_items) + (inside.lstrip(" ") if extra < 4 else inside))
        return
    state.written.append(row)


def _close_items(state: _Rows, indent: int) -> None:
    while state.open_items and indent < state.open_items[-1] + _NESTS_FROM:
        state.open_items.pop()
        state.counting.pop()


def _may_begin(state: _Rows, item: re.Match[str], after_blank: bool) -> bool:
    """Whether the row begins a list item: behind a paragraph only a bullet or the number 1 with words does."""
    if after_blank or state.open_items:
        return True
    return item["text"] is not None and (item["sign"] in "-*+" or item["sign"][:-1] == "1")


def _item(state: _Rows, item: re.Match[str], after_blank: bool) -> None:
    indent = len(item["indent"])
    sign = item["sign"]
    depth = len(state.open_items)
    while depth and indent < state.open_items[depth - 1] + _NESTS_FROM:
        depth -= 1
    is_other_list = depth < len(state.open_items) and state.counting[depth] != sign[0].isdigit()
    begins = not state.open_items and not _is_item(state.written[-1] if state.written else "")
    begins = begins or state.in_further_paragraph
    state.in_further_paragraph = False
    if not after_blank and (is_other_list or begins):
        state.written.append("")
    del state.open_items[depth:], state.counting[depth:]
    if sign.endswith(")"):
        sign = f"{sign[:-1]}."
    state.written.append(f"{_STEP * len(state.open_items)}{sign} {item['text'] or ''}")
    state.open_items.append(indent)
    state.counting.append(sign[0].isdigit())


def _is_item(row: str) -> bool:
    return row.startswith(" ") or _ITEM.match(row) is not None


def _open_fence(state: _Rows, fence: re.Match[str], after_blank: bool) -> None:
    indent = len(fence["indent"])
    _close_items(state, indent)
    state.fence, state.fence_indent, state.fence_depth = fence["fence"], indent, len(state.open_items)
    if not after_blank:
        state.written.append("")
    if not state.fence_depth:
        language = re.match(r"[\w#.+\-]*", fence["info"].strip())
        state.written.append(f"{fence['fence']}{language.group() if language else ''}")
