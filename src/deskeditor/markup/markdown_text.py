"""Words as Markdown: whatever Python-Markdown would take for markup is escaped."""

import re
from typing import Final

_ALWAYS: Final = re.compile(r"[\\`*\[\]|]")
_UNDERSCORE: Final = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_REFERENCE: Final = re.compile(r"&(?=#|\w+;)|&$")
_BRACE: Final = re.compile(r"\{(?=[{%])|\{$")
_TILDE: Final = re.compile(r"~(?=~)|(?<=~)~")
_ROW_SIGN: Final = re.compile(r"[-+#>](?=.|$)")
_ROW_NUMBER: Final = re.compile(r"(\d+)([.)])(?=\s|$)")
_UNSAFE_IN_TAG: Final = re.compile(r"[^A-Za-z0-9:/.?=%,\-]")


def entity(character: str) -> str:
    """Return a character as a numeric reference, which no reader takes for markup."""
    return "&nbsp;" if character == "\u00a0" else f"&#{ord(character)};"


def escaped_words(text: str, *, starts_row: bool) -> str:
    """Return words without hard breaks as Markdown; `starts_row` where nothing stands before them on their row."""
    out = _ALWAYS.sub(r"\\\g<0>", text)
    out = _REFERENCE.sub("&amp;", out).replace("<", "&lt;")
    out = _UNDERSCORE.sub(r"\\_", out)
    out = _BRACE.sub("&#123;", out)
    out = _TILDE.sub("&#126;", out)
    if out.endswith(("!", "#")):
        # Before a link `!` makes a picture; `#` at the end of a heading is taken away.
        out = f"{out[:-1]}\\{out[-1]}"
    out = _edges(out)
    return _row_start(out) if starts_row else out


def _edges(text: str) -> str:
    """Python strips typographic spaces where HTML does not: those at the edges become references."""
    if text and (text[0].isspace() or text[-1].isspace()):
        start = len(text) - len(text.lstrip())
        end = len(text.rstrip())
        if start >= end:
            return "".join(_space(character) for character in text)
        return (
            "".join(_space(character) for character in text[:start])
            + text[start:end]
            + "".join(_space(character) for character in text[end:])
        )
    return text


def _space(character: str) -> str:
    return character if character == " " else entity(character)


def _row_start(text: str) -> str:
    if _ROW_SIGN.match(text):
        return f"\\{text}"
    if text.startswith(("=", ":", "~")):
        return entity(text[0]) + text[1:]
    return _ROW_NUMBER.sub(r"\1\\\2", text, count=1) if text[0:1].isdigit() and _ROW_NUMBER.match(text) else text


def tag_value(text: str) -> str:
    """Return an attribute's value for a tag inside Markdown: no sign in it that an inline rule looks for."""
    return _UNSAFE_IN_TAG.sub(lambda found: entity(found.group()), text)


def raw_block(html: str) -> str:
    """Return HTML that stands as a block of its own in Markdown, safe from what is done to text beforehand."""
    rows = [_raw_row(row) for row in html.split("\n")]
    return "\n".join(rows)


def _raw_row(row: str) -> str:
    out = re.sub(r"\{(?=[{%])|\t", lambda found: f"&#{ord(found.group())};", row)
    if not out:
        return out
    if out.isspace():
        return entity(out[0]) + out[1:]
    if out[0] in " -*+`~" or out[0].isdigit():
        return entity(out[0]) + out[1:]
    return out
