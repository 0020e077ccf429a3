"""Pandoc's native notation of a document, read into plain tuples and written as HTML."""

import re
from collections.abc import Iterator
from html import escape
from typing import Any, Final

_TOKEN: Final = re.compile(r'\s*(?:("(?:[^"\\]|\\.)*")|(-?\d+(?:\.\d+)?)|([A-Za-z][\w.]*)|([\[\](){},=]))', re.DOTALL)
_ESCAPE: Final = re.compile(r"\\(?:(\d+)|x([0-9A-Fa-f]+)|(&)|(.))", re.DOTALL)
_INLINE: Final = {"Emph": "em", "Strong": "strong", "Underline": "u", "Strikeout": "s", "SmallCaps": "span"}
_RAISED: Final = {"Superscript": "sup", "Subscript": "sub"}

Node = tuple[str, list[Any]]
"""A constructor's name and what it is given; tuples, lists and texts are as in Python."""


def parse(source: str) -> tuple[dict[str, Any], list[Node]]:
    """The fields and the blocks of a document. Raises ValueError for anything else."""
    tokens = [match.groups() for match in _TOKEN.finditer(source)]
    value, at = _value(tokens, 0)
    if at != len(tokens):
        raise ValueError(f"{len(tokens) - at} tokens are left over")
    if isinstance(value, list):
        return {}, value
    *meta, blocks = value[1]
    record = next((each for given in (*meta, *meta[0][1]) if isinstance(each := given, dict)), {})
    return dict(record.get("unMeta", ("fromList", [[]]))[1][0]), blocks


def _value(tokens: list[Any], at: int) -> tuple[Any, int]:
    """One whole value: a constructor takes all that follows it."""
    _, _, name, _ = tokens[at]
    if not name:
        return _atom(tokens, at)
    given: list[Any] = []
    at += 1
    while at < len(tokens) and tokens[at][3] not in ("]", ")", "}", ",", "="):
        value, at = _atom(tokens, at)
        given.append(value)
    return (name, given), at


def _atom(tokens: list[Any], at: int) -> tuple[Any, int]:
    text, number, name, sign = tokens[at]
    if text is not None:
        return _ESCAPE.sub(_character, text[1:-1]), at + 1
    if number is not None:
        return float(number) if "." in number else int(number), at + 1
    if name is not None:
        return (name, []), at + 1
    if sign == "{":
        return _record(tokens, at + 1)
    closing = {"[": "]", "(": ")"}[sign]
    found: list[Any] = []
    at += 1
    while tokens[at][3] != closing:
        value, at = _value(tokens, at)
        found.append(value)
        if tokens[at][3] == ",":
            at += 1
    if sign == "[":
        return found, at + 1
    return (found[0] if len(found) == 1 else tuple(found)), at + 1


def _record(tokens: list[Any], at: int) -> tuple[dict[str, Any], int]:
    record: dict[str, Any] = {}
    while tokens[at][3] != "}":
        name = tokens[at][2]
        record[name], at = _value(tokens, at + 2)
        if tokens[at][3] == ",":
            at += 1
    return record, at + 1


def _character(found: "re.Match[str]") -> str:
    decimal, hexadecimal, nothing, other = found.groups()
    if decimal:
        return chr(int(decimal))
    if hexadecimal:
        return chr(int(hexadecimal, 16))
    return "" if nothing else {"n": "\n", "t": "\t"}.get(other, other)


def text_of(value: Any) -> str:
    """The words of any part of a document, a space or a newline between those that don't meet."""
    match value:
        case str():
            return ""
        case ("Str" | "Code", given):
            return str(given[-1])
        case ("Space" | "SoftBreak", _):
            return " "
        case ("LineBreak", _):
            return "\n"
        case ("Span", [(_, ["deletion" | "comment-start", *_], _), _]):
            return ""
        case ("Para" | "Plain" | "Header", given):
            return f"{text_of(given[-1])}\n"
        case ("MetaInlines" | "MetaString", given):
            return f"{given[0] if isinstance(given[0], str) else text_of(given[0])}\n"
        case (str(), list() as given):
            return text_of(given)
        case list() | tuple():
            return "".join(map(text_of, value))
        case _:
            return ""


def html_of(blocks: list[Node]) -> str:
    """The blocks as plain HTML, notes last."""
    notes: list[str] = []
    body = "".join(_block(block, notes) for block in blocks)
    listed = "".join(f'<li id="fn-{number}">{text}</li>' for number, text in enumerate(notes, start=1))
    return f'{body}<section class="footnotes"><ol>{listed}</ol></section>' if notes else body


def _block(block: Node, notes: list[str]) -> str:
    name, given = block

    def inner(blocks: list[Node]) -> str:
        return "".join(_block(each, notes) for each in blocks)

    match name:
        case "Para" | "Plain":
            return f"<p>{_inlines(given[0], notes)}</p>"
        case "Header":
            return f"<h{given[0]}>{_inlines(given[2], notes)}</h{given[0]}>"
        case "BlockQuote":
            return f"<blockquote>{inner(given[0])}</blockquote>"
        case "BulletList":
            return f"<ul>{''.join(f'<li>{inner(item)}</li>' for item in given[0])}</ul>"
        case "OrderedList":
            items = "".join(f"<li>{inner(item)}</li>" for item in given[1])
            return f'<ol start="{given[0][0]}">{items}</ol>'
        case "Figure":
            caption = inner(given[1][1][1])
            return f"<figure>{inner(given[2])}<figcaption>{caption}</figcaption></figure>"
        case "HorizontalRule":
            return "<hr>"
    raise ValueError(f"a block that no case has had so far: {name}")


def _inlines(inlines: list[Node], notes: list[str]) -> str:
    return "".join(_inline(each, notes) for each in inlines)


def _inline(node: Node, notes: list[str]) -> str:
    name, given = node
    match name:
        case "Str":
            return escape(given[0])
        case "Space" | "SoftBreak":
            return " "
        case "LineBreak":
            return "<br>"
        case "Code":
            return f"<code>{escape(given[1])}</code>"
        case "Link":
            return f'<a href="{escape(given[2][0])}">{_inlines(given[1], notes)}</a>'
        case "Image":
            return f'<img src="{escape(given[2][0])}">'
        case "Span":
            return "" if "comment-start" in given[0][1] else _inlines(given[1], notes)
        case "Note":
            notes.append("".join(_block(block, notes) for block in given[0]))
            return f'<a href="#fn-{len(notes)}" class="footnote-ref">{len(notes)}</a>'
    tag = _INLINE.get(name) or _RAISED.get(name)
    if tag is None:
        raise ValueError(f"an inline that no case has had so far: {name}")
    return f"<{tag}>{_inlines(given[0], notes)}</{tag}>"


def changes(value: Any) -> Iterator[tuple[str, str, str, str]]:
    """The tracked changes and comments: kind, author, date and words of each."""
    match value:
        case ("Span", [(_, [kind, *_], facts), inlines]) if kind in ("insertion", "deletion", "comment-start"):
            told = dict(facts)
            yield kind, told.get("author", ""), told.get("date", ""), text_of(inlines)
            yield from changes(inlines)
        case tuple() | list():
            for each in value:
                yield from changes(each)
