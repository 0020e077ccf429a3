"""Foreign HTML made small and harmless: bounded, turned into a few tags with data attributes, then cleaned by nh3."""

import re
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Final

import nh3

from deskeditor.article.notes import Note
from deskeditor.errors import InputError
from deskeditor.markup.notes_read import is_tracked
from deskeditor.markup.office_hints import read_hints
from deskeditor.markup.styles import marks_of_style, text_align
from deskeditor.markup.tokens import End, RawText, Start, Text

MAX_CHARACTERS: Final = 8_000_000
MAX_DEPTH: Final = 200
"""nh3 takes time by the square of the depth; the design allows 256, tags that html5ever adds included."""

_BLOCKS: Final = frozenset(
    "address article aside body center details dialog dir fieldset form header hgroup html legend main menu nav"
    " optgroup option search summary video audio".split()
)
_KEPT: Final = frozenset(
    "a blockquote br caption cite code dd div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 hr img li ol p pre q"
    " rt s section small span strong sub sup table tbody td tfoot th thead tr u ul".split()
)
_RENAMED: Final = MappingProxyType(
    {
        **dict.fromkeys(_BLOCKS, "div"),
        **{name: name for name in _KEPT},
        "b": "strong",
        "i": "em",
        "var": "em",
        "dfn": "em",
        "del": "s",
        "strike": "s",
        "kbd": "code",
        "samp": "code",
        "tt": "code",
        "font": "span",
        "ins": "span",
        "mark": "span",
        "label": "span",
        "listing": "pre",
        "xmp": "pre",
        "plaintext": "pre",
        "dir": "ul",
        "menu": "ul",
        "image": "img",
    }
)
_VOID: Final = frozenset("br hr img".split())
_LEFT_OUT: Final = frozenset(
    "script style template noscript button select textarea svg canvas map datalist title noframes noembed annotation"
    " video audio iframe object applet".split()
)
"""Elements that go with all that they hold."""

_FIELDS: Final = frozenset("input keygen frame frameset portal".split())
_EMBEDS: Final = frozenset("iframe embed object video audio".split())
_UNSEEN: Final = frozenset("rp".split())
_HIDEABLE: Final = frozenset("div span section p a ul ol table aside".split())
_STYLED: Final = frozenset("a b code div em i li p s span strong sub sup u font".split())
_CLOSED_BY: Final = MappingProxyType(
    {
        "li": frozenset({"li"}),
        "dt": frozenset({"dt", "dd"}),
        "dd": frozenset({"dt", "dd"}),
        "tr": frozenset({"tr", "td", "th"}),
        "td": frozenset({"td", "th"}),
        "th": frozenset({"td", "th"}),
    }
)
_INLINE: Final = frozenset("a cite code em q rt s small span strong sub sup u".split())
_HIDDEN_STYLE: Final = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_ATTRIBUTES: Final = MappingProxyType(
    {
        "a": ("href", "title", "class", "role", "data-footnote-ref", "data-footnote-backref"),
        "blockquote": ("class", "cite", "data-instgrm-permalink"),
        "code": ("class",),
        "div": ("class", "role"),
        "figure": ("class",),
        "img": ("src", "alt", "width", "height", "class", "role", "data-src", "data-lazy-src", "data-alt"),
        "li": ("id",),
        "ol": ("start", "class"),
        "p": ("class",),
        "pre": ("class", "lang"),
        "section": ("class", "role", "data-footnotes"),
        "small": ("class",),
        "span": ("class", "data-comment", "data-point"),
        "sup": ("id", "class"),
        "table": ("role",),
        "td": ("colspan", "rowspan"),
        "th": ("colspan", "rowspan"),
        **{f"h{level}": ("data-level",) for level in range(1, 7)},
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sanitised:
    """Well-formed HTML of a few tags whose attributes all begin with `data-`, what was left out, and its comments."""

    html: str
    dropped: tuple[str, ...]
    warnings: tuple[str, ...]
    notes: tuple[Note, ...] = ()


@dataclass(slots=True)
class _Skip:
    """An element that is left out: where its output began, to give it back should it never end."""

    name: str
    label: str
    output: int
    stack: int
    depth: int = 1
    instead: str = ""


@dataclass(slots=True)
class _State:
    output: list[str] = field(default_factory=list)
    stack: list[str] = field(default_factory=list)
    too_deep: dict[str, int] = field(default_factory=dict)
    dropped: dict[str, None] = field(default_factory=dict)
    warnings: dict[str, None] = field(default_factory=dict)
    skip: _Skip | None = None


def sanitise(html: str) -> Sanitised:
    """Return `html` in the few tags that the reader knows; words stay, what could act is listed as dropped.

    Raises InputError where there is too much of it.
    """
    if len(html) > MAX_CHARACTERS:
        raise InputError(
            f"This page holds more than {MAX_CHARACTERS // 1_000_000} million characters: paste only the article."
        )
    state = _State()
    page, notes = read_hints(html)
    for token in page:
        match token:
            case Text():
                state.output.append(token.source)
            case RawText():
                if token.name == "xmp":
                    state.output.append(token.source.replace("<", "&lt;"))
            case Start():
                _start(state, token)
            case End():
                _end(state, token.name)
    if state.skip is not None and state.skip.name in ("script", "style"):
        state.dropped[state.skip.label] = None
    # html5ever takes a zero-width no-break space for a byte order mark where it comes first.
    return Sanitised(
        html=_cleaner().clean("\n" + "".join(state.output)),
        dropped=tuple(state.dropped),
        warnings=tuple(state.warnings),
        notes=notes,
    )


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(tags=set(_KEPT), attributes={}, generic_attribute_prefixes={"data-"}, link_rel=None)


def _start(state: _State, token: Start) -> None:
    name = token.name
    skip = state.skip
    if skip is not None:
        if name == skip.name:
            skip.depth += 1
        elif name in ("source", "embed") and skip.name in _EMBEDS and not skip.instead:
            skip.instead = _embed(token)
    elif name in _EMBEDS:
        written = _embed(token)
        if name == "embed":
            state.output.append(written)
            if not written:
                state.dropped[name] = None
        else:
            state.skip = _Skip(name, name, len(state.output), len(state.stack), instead=written)
        return
    elif name in _LEFT_OUT or name in _UNSEEN:
        label = "" if name in _UNSEEN else name
        state.skip = _Skip(name, label, len(state.output), len(state.stack))
        return
    elif name in _HIDEABLE and _is_hidden(token.attributes):
        state.skip = _Skip(name, "hidden text", len(state.output), len(state.stack))
    elif name in _FIELDS or name == "form":
        state.dropped[name] = None
    kept = _RENAMED.get(name)
    if kept is None:
        return
    if kept in _VOID:
        state.output.append(_written(kept, name, token.attributes))
        return
    _close_implied(state, kept)
    if len(state.stack) >= MAX_DEPTH:
        state.too_deep[kept] = state.too_deep.get(kept, 0) + 1
        state.warnings["The page is nested too deeply: its innermost formatting was left out."] = None
        return
    state.stack.append(kept)
    state.output.append(_written(kept, name, token.attributes))


def _end(state: _State, name: str) -> None:
    skip = state.skip
    if skip is not None and name == skip.name:
        skip.depth -= 1
        if skip.depth == 0:
            del state.output[skip.output :]
            del state.stack[skip.stack :]
            state.output.append(skip.instead)
            if skip.label and not skip.instead:
                state.dropped[skip.label] = None
            state.skip = None
            return
    if name == "br" or (name == "p" and "p" not in state.stack):
        state.output.append("<br>" if name == "br" else "<p></p>")
        return
    kept = _RENAMED.get(name)
    if kept is None or kept in _VOID:
        return
    if state.too_deep.get(kept):
        state.too_deep[kept] -= 1
        return
    if kept in state.stack:
        at = len(state.stack) - 1 - state.stack[::-1].index(kept)
        if kept in _INLINE:
            del state.stack[at]
        else:
            del state.stack[at:]
    state.output.append(f"</{kept}>")


def _close_implied(state: _State, name: str) -> None:
    """Forget what html5ever closes by itself when `name` starts, so that depth is counted as it counts."""
    stack = state.stack
    if name not in _INLINE and stack and stack[-1] == "p":
        stack.pop()
    closed = _CLOSED_BY.get(name)
    while closed and stack and stack[-1] in closed:
        stack.pop()


def _is_hidden(attributes: dict[str, str]) -> bool:
    return "hidden" in attributes or ("style" in attributes and bool(_HIDDEN_STYLE.search(attributes["style"])))


def _written(kept: str, name: str, attributes: dict[str, str]) -> str:
    if not attributes:
        return f"<{kept}>"
    data = {key.removeprefix("data-"): attributes[key] for key in _ATTRIBUTES.get(kept, ()) if key in attributes}
    if kept == "img":
        data = _image(attributes)
    if name in ("ins", "del") and is_tracked(attributes.get("cite", "")):
        data["by"], data["at"] = attributes["cite"], attributes.get("datetime", "")
    style = attributes.get("style", "")
    if style and name in _STYLED:
        data["style"] = marks_of_style(style)
    if kept in ("td", "th") and (align := text_align(style, attributes.get("align", ""))):
        data["align"] = align
    return _tag(kept, data)


def _image(attributes: dict[str, str]) -> dict[str, str]:
    data: dict[str, str] = {
        key: attributes[key] for key in ("alt", "width", "height", "class", "role", "title") if key in attributes
    }
    source = attributes.get("src", "")
    if not source or source.startswith("data:image/gif") or source.startswith("data:image/svg"):
        # A stand-in until a script loads the real picture.
        source = attributes.get("data-src") or attributes.get("data-lazy-src") or source
    data["src"] = source
    if attributes.get("data-alt") == "missing":
        data.pop("alt", None)
    return data


def _embed(token: Start) -> str:
    attributes = token.attributes
    address = attributes.get("src") or attributes.get("data-src") or attributes.get("data") or ""
    if address.startswith("//"):
        address = f"https:{address}"
    unseen = attributes.get("width") in ("0", "1") or attributes.get("height") in ("0", "1") or _is_hidden(attributes)
    if unseen or not address.lower().startswith(("https:", "http:")):
        return ""
    return _tag("img", {"kind": "embed", "src": address, "alt": attributes.get("title", "")})


def _tag(name: str, data: dict[str, str]) -> str:
    return f"<{name}{''.join(f' data-{key}={_quoted(value)}' for key, value in data.items())}>"


def _quoted(value: str) -> str:
    return '"' + value.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;") + '"'
