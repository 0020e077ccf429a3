"""The fields of an article that a Word file gives: its headline, standfirst and byline, in the text or beside it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from deskeditor.ingest.byline import begins_as_byline, is_name, read_byline
from deskeditor.ingest.docx_blocks import Block, Kind
from deskeditor.ingest.docx_pieces import Piece
from deskeditor.ingest.docx_styles import Role
from deskeditor.ingest.docx_xml import Node
from deskeditor.ingest.people import read_people

_NO_TITLE: Final = re.compile(
    r"(?:microsoft (?:office )?word\b.*|(?:document|dokument|documento?|untitled|unbenannt|sans titre)\s?\d*|"
    r"normal(?:\.dotm?)?|.*\.(?:docx?|dotx?|docm|dotm|rtf|odt|txt))",
    re.IGNORECASE,
)
_NOBODY: Final = re.compile(
    r"(?:(?:microsoft|office|windows|default|guest|local|test|python-docx|admin\w*|user|utilisateur|benutzer|usuario|"
    r"author|autor|auteur|owner|un-?named|libreoffice|openoffice|apache|google|pages)\b.*)",
    re.IGNORECASE,
)
_EARLY: Final = 3
"""A heading 1 stands for the headline where no more blocks than these come before it."""
_LONGEST_BYLINE: Final = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """What a file says of itself."""

    title: str = ""
    creator: str = ""


@dataclass(slots=True)
class Fronted:
    """What opens the article, and the blocks that are its body."""

    headline: list[Block] = field(default_factory=list)
    standfirst: list[Block] = field(default_factory=list)
    byline: tuple[str, ...] = ()
    credit: str = ""
    notes: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)
    plain_headline: str = ""
    """The headline where it stands beside the text only."""


def read_properties(root: Node | None) -> Properties:
    """What a file says of itself, where it is anything that a person wrote."""
    if root is None:
        return Properties()
    title = " ".join((_text(root, "dc:title")).split())
    creator = " ".join((_text(root, "dc:creator")).split())
    return Properties(
        title="" if _NO_TITLE.fullmatch(title) or not re.search(r"[^\W\d_]{2}", title) else title[:300],
        creator="" if _NOBODY.fullmatch(creator) or " " not in creator or not is_name(creator) else creator,
    )


def _text(root: Node, name: str) -> str:
    found = root.child(name)
    return found.text if found is not None else ""


def front(blocks: Sequence[Block], properties: Properties) -> Fronted:
    """Tell what opens the article from its body: by style, else by its first heading, else by the file's title."""
    found = Fronted(body=list(blocks))
    first = _headline_at(found.body, properties.title)
    if first is None:
        found.plain_headline = properties.title
        _find_byline(found, 0)
    else:
        _take(found, first)
    if not found.byline and properties.creator:
        found.byline = (properties.creator,)
        found.warnings.append(f"The byline is the file's author, {properties.creator}: check that it is the writer.")
    return found


def _headline_at(blocks: Sequence[Block], title: str) -> int | None:
    """Where the block that is the headline stands."""
    words = [
        index for index, block in enumerate(blocks) if block.text.strip() and block.kind in (Kind.WORDS, Kind.ITEM)
    ]
    titled = [index for index in words if blocks[index].role is Role.TITLE]
    if titled:
        return titled[0]
    headed = [index for index in words if blocks[index].role is Role.HEADING and blocks[index].level == 1]
    if headed and headed[0] in words[: _EARLY + 1]:
        return headed[0]
    if title and words and _folded(blocks[words[0]].text) == _folded(title):
        return words[0]
    return None


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _take(found: Fronted, first: int) -> None:
    """Take the headline at `first`, and what of an article's opening stands right before and behind it."""
    body = found.body
    role = body[first].role
    before = first
    while before and (body[before - 1].kind is Kind.EMPTY or body[before - 1].role in (Role.AUTHOR, Role.DATE)):
        before -= 1
    at = before
    while at < len(body):
        block = body[at]
        if block.kind is Kind.EMPTY:
            at += 1
            continue
        if at == first or (block.role is Role.TITLE is role and not found.standfirst and not found.byline):
            found.headline.append(block)
        elif block.role is Role.SUBTITLE:
            found.standfirst.append(block)
        elif block.role is Role.AUTHOR:
            _add_authors(found, block.text)
        elif block.role is Role.DATE:
            found.notes.append(f"Date in the file: {' '.join(block.text.split())}")
        else:
            break
        at += 1
    found.body = [*body[:before], *body[at:]]
    _find_byline(found, before)


def _find_byline(found: Fronted, at: int) -> None:
    """Take a line such as `By Jane Doe` where the body begins."""
    while at < len(found.body) and found.body[at].kind is Kind.EMPTY:
        at += 1
    if found.byline or at >= len(found.body):
        return
    block = found.body[at]
    text = " ".join(block.text.split())
    if block.kind is not Kind.WORDS or block.role is not Role.PLAIN or len(text) > _LONGEST_BYLINE:
        return
    if not begins_as_byline(text) or _has_notes(block.pieces):
        return
    byline = read_byline(text)
    if not byline.names or any(name.split()[0] not in text for name in byline.names):
        return
    found.byline, found.credit = byline.names, byline.credit
    if _says_more(text, (*byline.names, byline.credit)):
        found.notes.append(f"Byline in the file: {text}")
    del found.body[at]


def _has_notes(pieces: Sequence[Piece]) -> bool:
    return any(piece.comments or piece.edit is not None or "<span" in piece.html for piece in pieces)


def _says_more(text: str, taken: Sequence[str]) -> bool:
    known = {word.strip(".,").casefold() for name in taken for word in name.split()}
    rest = [word for word in re.findall(r"[^\W_]+", text) if word.casefold() not in known]
    return len(rest) > 1 + text.count(" and ") + text.count(" via ") + text.count(" for ")


def _add_authors(found: Fronted, text: str) -> None:
    people = read_people(re.sub(r"\s*\n\s*", "; ", text.strip()))
    found.byline = tuple(dict.fromkeys((*found.byline, *people.names)))
    found.notes.extend(f"Byline in the file: {said}" for said in people.more)
