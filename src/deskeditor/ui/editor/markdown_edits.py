"""What keys and acts do to a text of Markdown: pure, on the text and the selection in it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from deskeditor.ui.acts import Act
from deskeditor.ui.editor.markdown_signs import is_in_fence, row_of, spans_of

STEP: Final = "    "
"""What nests a list."""

_MARKS: Final = MappingProxyType(
    {
        Act.BOLD: ("**", "**"),
        Act.ITALIC: ("*", "*"),
        Act.STRIKE: ("~~", "~~"),
        Act.CODE: ("`", "`"),
        Act.UNDERLINE: ("<u>", "</u>"),
        Act.SUPERSCRIPT: ("<sup>", "</sup>"),
        Act.SUBSCRIPT: ("<sub>", "</sub>"),
    }
)
_HEADINGS: Final = MappingProxyType({Act.PARAGRAPH: 0, Act.HEADING_2: 2, Act.HEADING_3: 3, Act.HEADING_4: 4})
_LETTER: Final = re.compile(r"\w")
_LONE_ADDRESS: Final = re.compile(r"(?:https?://|mailto:)\S+")
_TABLE: Final = "| Head | Head |\n| --- | --- |\n| Cell | Cell |"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Put `text` in the place of `start` to `end`, then select `anchor` to `caret`: code points of the new text."""

    start: int
    end: int
    text: str
    anchor: int
    caret: int


EDITED: Final = frozenset(
    {
        *_MARKS,
        *_HEADINGS,
        Act.QUOTE,
        Act.BULLETED_LIST,
        Act.NUMBERED_LIST,
        Act.CODE_BLOCK,
        Act.INDENT,
        Act.OUTDENT,
        Act.LINK,
        Act.CLEAR_MARKS,
        Act.INSERT_RULE,
        Act.INSERT_TABLE,
        Act.INSERT_FOOTNOTE,
    }
)
"""The acts that `edit_of` carries out."""


def edit_of(act: Act, text: str, start: int, end: int, *, address: str = "") -> Edit:
    """Return what an act of `EDITED` does to the selection; `address` is one at hand for a link."""
    if act in _MARKS:
        return _toggle_mark(text, start, end, *_MARKS[act])
    if act in _HEADINGS:
        return _rows_edit(text, start, end, _heading_maker(text, start, end, _HEADINGS[act]))
    match act:
        case Act.QUOTE:
            return _toggle_quote(text, start, end)
        case Act.BULLETED_LIST | Act.NUMBERED_LIST:
            return _toggle_list(text, start, end, counts=act is Act.NUMBERED_LIST)
        case Act.INDENT | Act.OUTDENT:
            return indent(text, start, end, back=act is Act.OUTDENT)
        case Act.LINK:
            return _link(text, start, end, address)
        case Act.CLEAR_MARKS:
            return _clear(text, start, end)
        case Act.CODE_BLOCK:
            first, last = _rows_at(text, start, end)
            return Edit(start=first, end=last, text=f"```\n{text[first:last]}\n```", anchor=start + 4, caret=end + 4)
        case Act.INSERT_FOOTNOTE:
            return _footnote(text, end)
        case _:
            return _block(text, end, _TABLE if act is Act.INSERT_TABLE else "* * *")


# Keys


def press_enter(text: str, start: int, end: int) -> Edit:
    """Begin a row as the one above begins: an item, a quote; an empty item or quote ends instead."""
    first, _ = _rows_at(text, start, start)
    row = text[first : text.find("\n", first) if "\n" in text[first:] else len(text)]
    if is_in_fence(text[:first].split("\n")):
        return _typed(start, end, "\n" + row[: len(row) - len(row.lstrip(" "))])
    begun = row_of(row)
    begins = begun.quote + begun.indent + begun.sign + begun.gap
    if start - first < len(begins) or not (begun.quote or begun.sign):
        return _typed(start, end, "\n")
    if not row[begun.words :].strip() and start == end:
        # Nothing was written into it: it ends the list, or the quote.
        kept = begun.quote if begun.sign else ""
        return Edit(start=first, end=first + len(row), text=kept, anchor=first + len(kept), caret=first + len(kept))
    sign = begun.sign if begun.number is None else f"{begun.number + 1}{begun.sign[-1]}"
    return _typed(
        start, end, f"\n{begun.quote}{begun.indent if begun.sign else ''}{sign}{begun.gap or (' ' * bool(sign))}"
    )


def press_tab(text: str, start: int, end: int, *, back: bool) -> Edit | None:
    """Nest the items of the selection, or take them out again; in code a step to the right. None: Tab moves on."""
    first, last = _rows_at(text, start, end)
    if is_in_fence(text[:first].split("\n")):
        return indent(text, start, end, back=back) if back or end > start else _typed(start, end, STEP)
    if any(row_of(row).sign for row in text[first:last].split("\n")):
        return indent(text, start, end, back=back)
    return None


def indent(text: str, start: int, end: int, *, back: bool) -> Edit:
    """Move the rows of the selection by a step."""

    def moved(row: str, _number: int) -> str:
        at = len(row_of(row).quote)
        if not back:
            return f"{row[:at]}{STEP}{row[at:]}" if row.strip() else row
        spaces = len(row[at:]) - len(row[at:].lstrip(" "))
        return row[:at] + row[at + min(spaces, len(STEP)) :]

    return _rows_edit(text, start, end, moved)


# How


def _typed(start: int, end: int, words: str) -> Edit:
    at = start + len(words)
    return Edit(start=start, end=end, text=words, anchor=at, caret=at)


def _rows_at(text: str, start: int, end: int) -> tuple[int, int]:
    """The rows that the selection touches: from the start of the first to the end of the last."""
    if end > start and text[end - 1] == "\n":
        end -= 1
    last = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, last if last >= 0 else len(text)


def _rows_edit(text: str, start: int, end: int, made: Callable[[str, int], str]) -> Edit:
    """Make each row of the selection anew, and keep the selection on the same words."""
    first, last = _rows_at(text, start, end)
    old = text[first:last].split("\n")
    new = [made(row, number) for number, row in enumerate(old)]

    def moved(at: int) -> int:
        passed, origin = first, first
        for before, after in zip(old, new, strict=True):
            if at <= passed + len(before):
                # Counted from the row's end: what changes is its beginning.
                return origin + max(len(after) - (passed + len(before) - at), 0)
            passed, origin = passed + len(before) + 1, origin + len(after) + 1
        return origin - 1

    return Edit(start=first, end=last, text="\n".join(new), anchor=moved(start), caret=moved(end))


def _heading_maker(text: str, start: int, end: int, level: int) -> Callable[[str, int], str]:
    first, last = _rows_at(text, start, end)
    rows = [row for row in text[first:last].split("\n") if row.strip()]
    if level and rows and all(row_of(row).heading == level for row in rows):
        level = 0

    def made(row: str, _number: int) -> str:
        if not row.strip() and len(rows) > 0:
            return row
        begun = row_of(row)
        kept = begun.quote if level or begun.heading else ""
        return f"{kept}{'#' * level}{' ' * bool(level)}{row[begun.words :].lstrip(' ')}"

    return made


def _toggle_quote(text: str, start: int, end: int) -> Edit:
    first, last = _rows_at(text, start, end)
    is_quote = all(row_of(row).quote for row in text[first:last].split("\n") if row.strip())
    is_quote = is_quote and bool(text[first:last].strip())

    def made(row: str, _number: int) -> str:
        if is_quote:
            return re.sub(r"^ {0,3}> ?", "", row, count=1)
        return f"> {row}" if row.strip() or first == last else ">"

    return _rows_edit(text, start, end, made)


def _toggle_list(text: str, start: int, end: int, *, counts: bool) -> Edit:
    first, last = _rows_at(text, start, end)
    begun = [row_of(row) for row in text[first:last].split("\n") if row.strip()]
    is_such = bool(begun) and all(row.sign and (row.number is not None) == counts for row in begun)
    numbers = iter(range(1, last - first + 2))

    def made(row: str, _number: int) -> str:
        if not row.strip() and first != last:
            return row
        now = row_of(row)
        words = row[now.words :].lstrip(" ")
        if is_such:
            return f"{now.quote}{words}"
        return f"{now.quote}{now.indent}{f'{next(numbers)}.' if counts else '-'} {words}"

    return _rows_edit(text, start, end, made)


def _toggle_mark(text: str, start: int, end: int, opening: str, closing: str) -> Edit:
    if start == end:
        inside = _around(text, start, opening, closing)
        if inside is not None:
            return _unwrapped(text, inside, start, opening, closing)
        low, high = _word_at(text, start)
        if low == high:
            at = start + len(opening)
            return Edit(start=start, end=end, text=opening + closing, anchor=at, caret=at)
        caret = start + len(opening)
        return Edit(start=low, end=high, text=f"{opening}{text[low:high]}{closing}", anchor=caret, caret=caret)
    low = start + len(text[start:end]) - len(text[start:end].lstrip())
    high = end - (len(text[start:end]) - len(text[start:end].rstrip()))
    if low >= high:
        return _typed(start, end, text[start:end])
    words = text[low:high]
    if len(words) > len(opening) + len(closing) and _is_signed(words, opening, closing):
        kept = words[len(opening) : len(words) - len(closing)]
        return Edit(start=low, end=high, text=kept, anchor=low, caret=low + len(kept))
    if text[:low].endswith(opening) and text.startswith(closing, high) and not _is_part(text[:low], opening):
        low -= len(opening)
        return Edit(start=low, end=high + len(closing), text=words, anchor=low, caret=low + len(words))
    # A sign holds within a paragraph only: each row has its own.
    rows = [_wrapped(row, opening, closing) for row in words.split("\n")]
    made = "\n".join(rows)
    lone = len(rows) == 1 and made == f"{opening}{words}{closing}"
    anchor = low + len(opening) if lone else low
    return Edit(start=low, end=high, text=made, anchor=anchor, caret=anchor + (len(words) if lone else len(made)))


def _wrapped(row: str, opening: str, closing: str) -> str:
    at = row_of(row).words
    words = row[at:].strip()
    if not words:
        return row
    tail = row[at:].rstrip()
    return f"{row[: at + len(tail) - len(tail.lstrip())]}{opening}{words}{closing}{row[at + len(tail) :]}"


def _is_part(above: str, opening: str) -> bool:
    """Whether `*` is one of the two of `**`."""
    return opening == "*" and (len(above) - len(above.rstrip("*"))) % 2 == 0


def _is_signed(words: str, opening: str, closing: str) -> bool:
    if not (words.startswith(opening) and words.endswith(closing)):
        return False
    # `*` is no part of `**`, unless there are three.
    return opening != "*" or not words.startswith("**") or words.startswith("***")


def _around(text: str, at: int, opening: str, closing: str) -> tuple[int, int] | None:
    """The stretch between such signs that holds the caret: from the first sign to behind the last."""
    first, last = _rows_at(text, at, at)
    row = text[first:last]
    if opening.startswith("<"):
        spans = [found.span() for found in re.finditer(re.escape(opening) + ".*?" + re.escape(closing), row)]
    else:
        spans = [
            (span.start, span.end)
            for span in spans_of(row)
            if row.startswith(opening, span.start)
            and span.inner_start - span.start == len(opening)
            and row.startswith(closing, span.inner_end)
        ]
    return next(((first + low, first + high) for low, high in spans if low <= at - first <= high), None)


def _unwrapped(text: str, span: tuple[int, int], at: int, opening: str, closing: str) -> Edit:
    low, high = span
    kept = text[low + len(opening) : high - len(closing)]
    caret = low + min(max(at - low - len(opening), 0), len(kept))
    return Edit(start=low, end=high, text=kept, anchor=caret, caret=caret)


def _word_at(text: str, at: int) -> tuple[int, int]:
    low = high = at
    while low and _LETTER.match(text[low - 1]):
        low -= 1
    while high < len(text) and _LETTER.match(text[high]):
        high += 1
    return low, high


def _link(text: str, start: int, end: int, address: str) -> Edit:
    words = text[start:end]
    if _LONE_ADDRESS.fullmatch(words):
        return Edit(start=start, end=end, text=f"[]({words})", anchor=start + 1, caret=start + 1)
    address = address if _LONE_ADDRESS.fullmatch(address) else ""
    made = f"[{words}]({address})"
    # The caret goes to what is still to be written.
    at = start + (1 if not words else len(words) + 3 if not address else len(made))
    return Edit(start=start, end=end, text=made, anchor=at, caret=at)


def _clear(text: str, start: int, end: int) -> Edit:
    words = text[start:end]
    words = re.sub(r"</?(?:u|sup|sub|b|i|em|strong|s|del)>", "", words)
    rows: list[str] = []
    for row in words.split("\n"):
        kept, old = row, ""
        while kept != old:
            old = kept
            for span in spans_of(kept):
                if span.sign.value in ("strong", "emphasis", "strike", "code"):
                    kept = kept[: span.start] + kept[span.inner_start : span.inner_end] + kept[span.end :]
                    break
        rows.append(kept)
    made = "\n".join(rows)
    return Edit(start=start, end=end, text=made, anchor=start, caret=start + len(made))


def _block(text: str, at: int, block: str) -> Edit:
    """Put a block behind the paragraph that holds the caret."""
    last = text.find("\n", at)
    last = last if last >= 0 else len(text)
    above = "" if not text[:last].strip() else "\n" if text[:last].endswith("\n") else "\n\n"
    below = "" if text[last:].startswith("\n\n") else "\n" if text[last:].startswith("\n") else "\n\n"
    made = f"{above}{block}{below}"
    caret = last + len(made) if block.startswith("*") else last + len(above) + 2
    return Edit(start=last, end=last, text=made, anchor=caret, caret=caret if block.startswith("*") else caret + 4)


def _footnote(text: str, at: int) -> Edit:
    taken = set(re.findall(r"\[\^([^\]\s]+)\]", text))
    label = next(str(number) for number in range(1, len(taken) + 2) if str(number) not in taken)
    rest = text[at:].rstrip("\n")
    made = f"[^{label}]{rest}\n\n[^{label}]: "
    caret = at + len(made)
    return Edit(start=at, end=len(text), text=made, anchor=caret, caret=caret)
