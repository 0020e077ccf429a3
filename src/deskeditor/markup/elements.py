"""The tokens of sanitised HTML, and what must be known of a page before its first word is read."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from deskeditor.article.line import is_label

_TOKEN: Final = re.compile(r'<(?P<end>/?)(?P<name>[a-z0-9]+)(?P<data>(?: data-[a-z\-]+="[^"]*")*)>|(?P<text>[^<]+)')
_DATA: Final = re.compile(r' data-([a-z\-]+)="([^"]*)"')
_NOTE_PREFIX: Final = re.compile(r"(?:user-content-)?fn[:\-_]?(?=.)")
_VOID: Final = frozenset({"br", "hr", "img"})
_LAYOUT: Final = frozenset("table h1 h2 h3 h4 h5 h6 blockquote figure pre".split())


@dataclass(frozen=True, slots=True)
class Tag:
    """A start or end tag of sanitised HTML; `data` holds its attributes without `data-`."""

    name: str
    data: Mapping[str, str] = field(default_factory=dict)
    is_end: bool = False

    def has_class(self, *names: str) -> bool:
        """Whether the element has one of the classes."""
        given = self.data.get("class")
        return given is not None and not {*names}.isdisjoint(given.lower().split())


def elements(html: str) -> Iterator[Tag | str]:
    """Yield the tags and the decoded texts of HTML that `sanitise` wrote; every start tag but a void one is ended."""
    for found in _TOKEN.finditer(html):
        text = found["text"]
        if text is not None:
            yield _decoded(text)
        elif found["end"]:
            yield Tag(found["name"], is_end=True)
        elif found["data"]:
            yield Tag(found["name"], {key: _decoded(value) for key, value in _DATA.findall(found["data"])})
        else:
            yield Tag(found["name"])


def _decoded(text: str) -> str:
    if "&" not in text:
        return text
    for reference, character in (("&nbsp;", "\u00a0"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        text = text.replace(reference, character)
    return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What a page says ahead: the label of each footnote by its id, and which tables only lay the page out."""

    note_labels: Mapping[str, str]
    layout_tables: frozenset[int]


def holds_notes(tag: Tag) -> bool:
    """Whether the element is a page's list of footnotes."""
    return tag.name in ("div", "section", "ol") and (
        tag.has_class("footnote", "footnotes") or tag.data.get("role") == "doc-endnotes" or "footnotes" in tag.data
    )


def outline(page: Sequence[Tag | str]) -> Outline:
    """Look through the page once."""
    ids: list[str] = []
    layout: set[int] = set()
    tables: list[int] = []
    ends: list[bool] = []
    for index, part in enumerate(page):
        if isinstance(part, str) or part.name in _VOID:
            continue
        if part.is_end:
            ends.pop()
            if part.name == "table":
                tables.pop()
            continue
        notes = (bool(ends) and ends[-1]) or holds_notes(part)
        ends.append(notes)
        if notes and part.name == "li" and "id" in part.data:
            ids.append(part.data["id"])
        if tables and part.name in _LAYOUT:
            layout.add(tables[-1])
        if part.name == "table":
            tables.append(index)
            if part.data.get("role") in ("presentation", "none"):
                layout.add(index)
    return Outline(note_labels=_labels(ids), layout_tables=frozenset(layout))


def note_label(identifier: str) -> str:
    """The label that the id of a footnote or the fragment of a reference holds, or an empty string."""
    label = _NOTE_PREFIX.sub("", identifier, count=1)
    return label if is_label(label) else ""


def _labels(ids: Sequence[str]) -> dict[str, str]:
    labels: dict[str, str] = {}
    taken: set[str] = set()
    for identifier in ids:
        label = note_label(identifier) or f"note-{len(labels) + 1}"
        while label in taken:
            label += "-2"
        if identifier not in labels:
            labels[identifier] = label
            taken.add(label)
    return labels
