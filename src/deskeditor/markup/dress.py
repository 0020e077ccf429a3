"""The dress of a foreign page: which fonts and colours its words came in, for nothing but to say they were dropped."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from deskeditor.markup.tokens import RawText, Start, tokens

# Word has properties of its own that end alike: `mso-fareast-font-family` dresses other words.
_FAMILY: Final = re.compile(r"(?<![\w\-])font-family\s*:\s*([^;}]{1,200})", re.IGNORECASE)
_COLOUR: Final = re.compile(r"(?<![\w\-])(color|background(?:-color)?)\s*:\s*([^;}]{1,100})", re.IGNORECASE)
_NAMED: Final = re.compile(r"\.([\w\-]+)")
_HIGHLIGHTER: Final = re.compile(r"^(?:none|transparent|white|#fff(?:fff)?|rgba?\(255,255,255.*|.*,0\))$")

_SIGNS: Final = frozenset({"symbol", "wingdings", "webdings", "opensymbol", "inherit", "initial", "unset"})
"""Fonts that draw the signs of lists, and words that name no font."""

_NO_COLOUR: Final = frozenset(
    "windowtext black inherit initial unset auto currentcolor transparent #000 #000000 rgb(0,0,0)".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dress:
    """How many fonts and colours there were."""

    fonts: int = 0
    colours: int = 0


def dress_of(html: str) -> Dress:
    """Count the fonts and colours that a page names for its words: in the words' own styles, and in those they use."""
    fonts, colours = set[str](), set[str]()
    styles, sheets, used = dict[str, None](), list[str](), set[str]()
    for token in tokens(html):
        match token:
            case RawText(name="style"):
                sheets.append(token.source)
            case Start() if token.attributes:
                attributes = token.attributes
                styles[attributes.get("style", "")] = None
                used.update(attributes.get("class", "").split())
                if token.name == "font":
                    fonts.add(_first(attributes.get("face", "")))
                    colours.add(attributes.get("color", "").lower())
    styles.update(dict.fromkeys(_used_rules(sheets, used)))
    for style in styles:
        fonts.update(_first(found) for found in _FAMILY.findall(style))
        colours.update(_colours(style))
    return Dress(fonts=len(fonts - _SIGNS - {""}), colours=len(colours - _NO_COLOUR - {""}))


def _used_rules(sheets: Iterable[str], used: set[str]) -> Iterator[str]:
    """Yield what the style sheets say of the classes that words are of: Word's own names far more."""
    for sheet in sheets:
        for rule in sheet.split("}"):
            selectors, _, said = rule.rpartition("{")
            if used.intersection(_NAMED.findall(selectors)):
                yield said


def _first(families: str) -> str:
    """The font that a list of fonts asks for."""
    return families.split(",")[0].strip(" \t\r\n\"'").lower()


def _colours(style: str) -> Iterator[str]:
    for what, value in _COLOUR.findall(style):
        colour = re.sub(r"\s+", "", value.lower().replace("!important", ""))
        if what.lower() == "color" or not _HIGHLIGHTER.match(colour):
            yield colour
