"""The block of fields at the top of a Markdown file, in YAML or TOML, read so that no word of it is lost."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import yaml

Value = str | None | list["Value"] | dict[str, "Value"]
"""What a field holds. Figures, dates and truth values stay the text they were: `007` is no 7, `No` no False."""

_LARGEST: Final = 200_000
_MOST_VALUES: Final = 20_000
_DEEPEST: Final = 40
_FENCE: Final = re.compile(r"(?:---|\+\+\+)[ \t]*")
_KEY: Final = re.compile(r"[\"']?[^\W\d][\w .\-]{0,60}[\"']?[ \t]*[:=](?:[ \t]|$)")
_NESTED_SIGNS: Final = re.compile(r"(?:[-?:][ \t]+){40}")
_COMMENT: Final = re.compile(r"(?:^|[ \t])#[ \t]*(\S.*)$")
_NOTHING: Final = "tag:yaml.org,2002:null"
_BASE: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """The fields in their order and the text below them.

    `unread` holds lines that could not be understood, `comments` what was said to people editing the
    file, and `fault` a sentence where the block was not well formed.
    """

    fields: tuple[tuple[str, Value], ...] = ()
    body: str = ""
    unread: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    fault: str = ""
    found: bool = False


class _Loader(_BASE):  # type: ignore[misc]
    """YAML whose plain words are nothing or themselves."""

    yaml_implicit_resolvers: Final = {
        first: [(tag, shape) for tag, shape in resolvers if tag == _NOTHING]
        for first, resolvers in _BASE.yaml_implicit_resolvers.items()
    }


class _TooMuchError(ValueError):
    """Nesting or repetition beyond anything that a person writes."""


def split_front_matter(text: str) -> FrontMatter:
    """Part a Markdown file into its fields and its body; a file without fields is all body. Never raises."""
    whole = text.lstrip("\ufeff")
    lines = re.split(r"\r\n|\r|\n", whole)
    first = next((at for at, line in enumerate(lines) if line.strip()), None)
    if first is None or not _FENCE.fullmatch(lines[first]):
        return FrontMatter(body=whole)
    fence = lines[first].strip()
    closing = (fence, "...") if fence == "---" else (fence,)
    end = next((at for at in range(first + 1, len(lines)) if lines[at].rstrip() in closing), None)
    inner = lines[first + 1 : end]
    if end is None or not (any(map(_KEY.match, inner)) or not any(map(str.strip, inner))):
        return FrontMatter(body=whole)
    body = "\n".join(lines[end + 1 :])
    return _read(inner, body, is_toml=fence == "+++")


def flat(value: Value) -> str:
    """A value as one readable line: lists with commas, maps as `key: value`."""
    match value:
        case None:
            return ""
        case str():
            # Only the white space of a file's layout: a non-breaking space is a word's business.
            return re.sub(r"[ \t\r\n]+", " ", value).strip(" ")
        case list():
            return ", ".join(filter(None, map(flat, value)))
        case dict():
            return "; ".join(f"{key}: {flat(inner)}" if flat(inner) else key for key, inner in value.items())


def _read(lines: list[str], body: str, *, is_toml: bool) -> FrontMatter:
    text = "\n".join(lines) + "\n"
    try:
        fields = _toml(text) if is_toml else _yaml(text)
    except (yaml.YAMLError, tomllib.TOMLDecodeError, ValueError, RecursionError) as fault:
        if is_toml or isinstance(fault, _TooMuchError | RecursionError):
            return FrontMatter(body=body, unread=_spoken(lines), fault=_sentence(fault), found=True)
        return _piecewise(lines, body, _sentence(fault))
    return FrontMatter(fields=fields, body=body, comments=_comments(lines, fields), found=True)


def _sentence(fault: Exception) -> str:
    mark = getattr(fault, "problem_mark", None)
    place = f" in line {mark.line + 2}" if mark is not None else ""
    return f"The fields at the top of the file are not well formed{place}; what could not be read is in the desk note."


def _yaml(text: str) -> tuple[tuple[str, Value], ...]:
    if len(text) > _LARGEST or _NESTED_SIGNS.search(text) or _nesting(text) > _DEEPEST:
        raise _TooMuchError("too large or too deep")
    node = yaml.compose(text, Loader=_Loader)
    if node is None:
        return ()
    if not isinstance(node, yaml.MappingNode):
        raise ValueError("no fields")
    budget = iter(range(_MOST_VALUES))
    return tuple((flat(_value(key, budget, 1)), _value(value, budget, 1)) for key, value in node.value)


def _nesting(text: str) -> int:
    """An upper bound of how deep brackets nest, before a parser written in C recurses into them."""
    depth = deepest = 0
    for character in text:
        if character in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif character in "]}" and depth:
            depth -= 1
    return deepest


def _value(node: yaml.Node, budget: Iterator[int], depth: int) -> Value:
    """Unfold a node. Aliases are unfolded too, hence the budget: ten lines of them can mean a billion values."""
    if next(budget, None) is None or depth > _DEEPEST:
        raise _TooMuchError("too many values")
    if isinstance(node, yaml.MappingNode):
        pairs = ((flat(_value(key, budget, depth + 1)), value) for key, value in node.value)
        unfolded: dict[str, Value] = {}
        for key, value in pairs:
            name = key
            while name in unfolded:
                name += "+"
            unfolded[name] = _value(value, budget, depth + 1)
        return unfolded
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, budget, depth + 1) for item in node.value]
    return None if node.tag == _NOTHING else str(node.value)


def _toml(text: str) -> tuple[tuple[str, Value], ...]:
    if len(text) > _LARGEST or _nesting(text) > _DEEPEST:
        raise _TooMuchError("too large or too deep")
    return tuple((key, _plain(value)) for key, value in tomllib.loads(text).items())


def _plain(value: Any) -> Value:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _piecewise(lines: list[str], body: str, fault: str) -> FrontMatter:
    """Read a damaged block field by field, so that one stray colon does not take the rest with it."""
    pieces: list[list[str]] = []
    for line in lines:
        if _KEY.match(line) or not pieces:
            pieces.append([])
        pieces[-1].append(line)
    fields: list[tuple[str, Value]] = []
    unread: list[str] = []
    for piece in pieces:
        try:
            fields.extend(_yaml("\n".join(line.expandtabs().rstrip() for line in piece)))
        except (yaml.YAMLError, ValueError, RecursionError):
            key, sign, words = piece[0].partition(":")
            if sign and _KEY.match(piece[0]) and not any(line.strip() for line in piece[1:]):
                fields.append((key.strip("\"' \t"), words.strip().strip("\"'")))
            else:
                unread.extend(_spoken(piece))
    if not unread:
        fault = "The fields at the top of the file are not well formed; they were read line by line: check them."
    return FrontMatter(
        fields=tuple(fields),
        body=body,
        unread=tuple(unread),
        comments=_comments(lines, fields),
        fault=fault,
        found=True,
    )


def _spoken(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(line.strip() for line in lines if line.strip())


def _comments(lines: Iterable[str], fields: Iterable[tuple[str, Value]]) -> tuple[str, ...]:
    said = " ".join(f"{key} {flat(value)}" for key, value in fields)
    found = (match.group(1).strip("\"' ") for match in map(_COMMENT.search, lines) if match)
    return tuple(comment for comment in found if " ".join(comment.split()) not in said)
