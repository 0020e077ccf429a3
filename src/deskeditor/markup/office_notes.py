"""Footnotes and comments as office programs put them on the clipboard: made plain footnotes, and notes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from types import MappingProxyType
from typing import Final

from deskeditor.article.notes import Note, Remark
from deskeditor.markup.notes_read import MOST_NOTES, author_of, bounded, instant_of
from deskeditor.markup.tokens import End, Start, Text, Token

HINTS: Final = ("mso-element:", "mso-comment-", "sdfootnote", "sdendnote")
"""Where none of these stands in a page, there is nothing to do here."""

_ELEMENT: Final = re.compile(r"mso-element\s*:\s*([a-z\-]+)", re.IGNORECASE)
_AUTHOR: Final = re.compile(r"""mso-comment-author\s*:\s*(?:"([^"]*)"|'([^']*)'|([^;]*))""", re.IGNORECASE)
_REFERENCE: Final = re.compile(r"mso-comment-reference\s*:\s*[^;]*?_(\d{1,6})\s*(?:;|$)", re.IGNORECASE)
_DATE: Final = re.compile(r"mso-comment-date\s*:\s*([0-9T:\-]+)", re.IGNORECASE)
_PARENT: Final = re.compile(r"mso-comment-parent\s*:\s*(\d{1,6})", re.IGNORECASE)
_DONE: Final = re.compile(r"mso-comment-done\s*:\s*yes", re.IGNORECASE)
_COMMENT_ID: Final = re.compile(r"#?_(?:msocom|com)_(\d{1,6})")
_NOTE_LINK: Final = re.compile(r"#?_?(?:sd)?(?P<kind>ftn|edn|footnote|endnote)(?P<number>\d{1,6})(?:sym|anc)?")
_NOTE_BACK: Final = re.compile(r"#_?(?:ftnref\d+|ednref\d+|sd(?:foot|end)note\d+anc)")
_IN_THE_END: Final = frozenset({"edn", "endnote"})
_PARAGRAPHS: Final = frozenset("p td th tr table div li h1 h2 h3 h4 h5 h6".split())
_BREAKS: Final = frozenset({"p", "br", "div", "li"})


@dataclass(slots=True)
class _Comment:
    """A comment in the making."""

    number: str = ""
    author: str = ""
    date: str = ""
    parent: str = ""
    done: bool = False
    text: list[str] = field(default_factory=list)
    has_words: bool = False


def with_notes(source: Iterable[Token]) -> tuple[list[Token], tuple[Note, ...]]:
    """Return a page's tokens, its footnotes and comments written as other pages write them, and the comments."""
    page = list(source)
    page, comments = _without_comments(page)
    told = {comment.number: comment for comment in comments}
    return list(_rewritten(page, told)), _as_notes(told)


def comment_label(number: str) -> str:
    """The id of the note that the comment of a number becomes."""
    return f"comment-{number}"


def _as_notes(comments: dict[str, _Comment]) -> tuple[Note, ...]:
    """One note a thread: an answer goes to the comment that it answers."""
    threads: dict[str, list[_Comment]] = {}
    for comment in list(comments.values())[:MOST_NOTES]:
        parent = comment.parent if comment.parent in comments and comment.parent != comment.number else comment.number
        threads.setdefault(parent, []).append(comment)
    return tuple(
        Note(
            id=comment_label(number),
            thread=tuple(
                Remark(author=author_of(one.author), text=bounded("".join(one.text).strip()), at=instant_of(one.date))
                for one in sorted(thread, key=lambda one: one.number != number)
            ),
            resolved=comments[number].done,
        )
        for number, thread in threads.items()
    )


def _without_comments(page: Sequence[Token]) -> tuple[list[Token], list[_Comment]]:
    """The page without the list of comments at its end, and the comments."""
    kept: list[Token] = []
    comments: list[_Comment] = []
    depth = 0
    hidden = 0
    for token in page:
        if not depth:
            if _element(token) == "comment-list":
                depth = 1
            else:
                kept.append(token)
            continue
        if isinstance(token, Start) and token.name == "div":
            depth += 1
            if _element(token) == "comment":
                comments.append(_Comment())
        elif isinstance(token, End) and token.name == "div":
            depth -= 1
        if comments:
            hidden = _read_comment(token, comments[-1], hidden)
    if depth and not comments:
        # A list that never ends and holds no comment may be the article.
        return list(page), []
    return kept, [comment for comment in comments if comment.number]


def _read_comment(token: Token, comment: _Comment, hidden: int) -> int:
    """Take a token into a comment; `hidden` counts the open elements that only say its sign, such as `[AB1]`."""
    match token:
        case Text():
            if not hidden:
                words = re.sub(r"[ \t\r\n\f]+", " ", unescape(token.source))
                comment.text.append(words)
                comment.has_words = comment.has_words or bool(words.strip())
        case Start():
            attributes = token.attributes
            found = _COMMENT_ID.fullmatch(attributes.get("name", "") or attributes.get("id", ""))
            if found and not comment.number:
                comment.number = found.group(1)
            author = _AUTHOR.search(attributes.get("style", ""))
            if author and not comment.author:
                comment.author = next(filter(None, author.groups()), "").strip()
            if hidden or (token.name == "span" and attributes.get("class", "").lower() == "msocommentreference"):
                return hidden + (token.name == "span")
            if token.name in _BREAKS and comment.has_words:
                comment.text.append("\n")
        case End(name="span") if hidden:
            return hidden - 1
    return hidden


def _element(token: Token) -> str:
    if not isinstance(token, Start) or token.name != "div":
        return ""
    found = _ELEMENT.search(token.attributes.get("style", ""))
    return found.group(1).lower() if found else ""


_NO_ENDS: Final[tuple[Token, ...]] = ()
_LISTS: Final = MappingProxyType({"footnote-list": "section", "endnote-list": "section"})


def _rewritten(page: Sequence[Token], comments: dict[str, _Comment]) -> Iterator[Token]:
    """Yield the page's tokens: references and notes as plain HTML, words under a comment in a `span` of its label."""
    ends: dict[str, list[tuple[Token, ...] | None]] = {"div": [], "a": [], "span": []}
    marked = _referred(page, comments)
    hidden = 0
    for token in page:
        if isinstance(token, Start | End) and token.name in _PARAGRAPHS:
            # A sign stands in a sentence: one that was never ended hides no more than that.
            hidden = 0
        if isinstance(token, Start) and token.name in ends:
            starts, after = _start(token, comments, marked)
            is_sign = token.name == "span" and token.attributes.get("class", "").lower() == "msocommentreference"
            if hidden or is_sign:
                hidden += token.name == "span"
            ends[token.name].append(after)
            yield from (start for start in starts if not hidden or "data-comment" in getattr(start, "attributes", {}))
        elif isinstance(token, End) and token.name in ends:
            after = ends[token.name].pop() if ends[token.name] else None
            if hidden and token.name == "span":
                hidden -= 1
                continue
            if not hidden:
                yield from (token,) if after is None else after
        elif not hidden:
            yield token


def _referred(page: Sequence[Token], comments: dict[str, _Comment]) -> frozenset[str]:
    """The numbers of comments whose words the page names; dates and threads are said where it does."""
    named: set[str] = set()
    for token in page:
        style = token.attributes.get("style", "") if isinstance(token, Start) and token.name in ("a", "span") else ""
        found = _REFERENCE.search(style)
        if found is None or found.group(1) not in comments:
            continue
        comment = comments[found.group(1)]
        named.add(comment.number)
        date, parent = _DATE.search(style), _PARENT.search(style)
        comment.date = comment.date or (date.group(1) if date else "")
        comment.parent = comment.parent or (parent.group(1) if parent else "")
        comment.done = comment.done or _DONE.search(style) is not None
    return frozenset(named)


def _start(
    token: Start, comments: dict[str, _Comment], marked: frozenset[str]
) -> tuple[tuple[Token, ...], tuple[Token, ...] | None]:
    """What stands in a start tag's place, and in that of its end; None leaves the end as it is."""
    attributes = token.attributes
    if token.name == "div":
        return _start_div(token)
    reference = _REFERENCE.search(attributes.get("style", ""))
    if reference and reference.group(1) in comments:
        number = comments[reference.group(1)].parent or reference.group(1)
        return (Start("span", {"data-comment": comment_label(number)}),), (End("span"),)
    if token.name != "a":
        return (token,), None
    href = attributes.get("href", "")
    sign = _COMMENT_ID.fullmatch(href)
    if sign and "msocomanchor" in attributes.get("class", "").lower():
        if sign.group(1) not in comments or sign.group(1) in marked:
            return _NO_ENDS, _NO_ENDS
        # Nothing says which words are meant: the one before the sign.
        point = {"data-comment": comment_label(sign.group(1)), "data-point": ""}
        return (Start("span", point), End("span")), _NO_ENDS
    if _NOTE_BACK.fullmatch(href):
        return (Start("a", {"href": href, "class": "footnote-back"}),), None
    link = _NOTE_LINK.fullmatch(href) if _is_note_link(attributes) else None
    if link:
        return (Start("a", {"href": f"#fn-{_note_number(link)}", "class": "footnote-ref"}),), None
    return (token,), None


def _is_note_link(attributes: dict[str, str]) -> bool:
    style, kind = attributes.get("style", "").lower(), attributes.get("class", "").lower()
    return "mso-footnote-id" in style or "mso-endnote-id" in style or kind in ("sdfootnoteanc", "sdendnoteanc")


def _note_number(link: re.Match[str]) -> str:
    return f"e{link['number']}" if link["kind"] in _IN_THE_END else link["number"]


def _start_div(token: Start) -> tuple[tuple[Token, ...], tuple[Token, ...] | None]:
    element = _element(token)
    identity = token.attributes.get("id", "")
    if element in _LISTS:
        return (Start("section", {"class": "footnotes"}),), (End("section"),)
    link = _NOTE_LINK.fullmatch(identity)
    if link and element in ("footnote", "endnote"):
        return (Start("li", {"id": f"fn-{_note_number(link)}"}),), (End("li"),)
    if link and identity.startswith("sd"):
        opening = (Start("section", {"class": "footnotes"}), Start("li", {"id": f"fn-{_note_number(link)}"}))
        return opening, (End("li"), End("section"))
    return (token,), None
