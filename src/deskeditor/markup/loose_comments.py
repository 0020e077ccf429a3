"""Comments as pages of Google Docs and sheets of LibreOffice write them: made notes at the words they stand by."""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Final

from deskeditor.article.notes import Note, Remark
from deskeditor.markup.notes_read import MOST_NOTES, bounded
from deskeditor.markup.tokens import End, Start, Text, Token

HINTS: Final = ("#cmnt", "comment-indicator")
"""Where none of these stands in a page, there is nothing to do here."""

_TOLD: Final = re.compile(r"cmnt(\d{1,6})")
_SIGN: Final = re.compile(r"#cmnt(\d{1,6})")
_BREAKS: Final = frozenset({"p", "br", "li"})
_BLOCKS: Final = frozenset("p div table ul ol h1 h2 h3 h4 h5 h6 blockquote pre section article".split())


def with_loose_comments(page: Sequence[Token]) -> tuple[list[Token], tuple[Note, ...]]:
    """Return the page's tokens without its comments, a point in the place of each sign, and the comments."""
    told: dict[str, str] = {}
    kept = list(_without_told(page, told))
    cells: dict[str, str] = {}
    kept = list(_with_points(kept, told, cells))
    notes = ((label, text) for label, text in (*told.items(), *cells.items()))
    return kept, tuple(
        Note(id=label, thread=(Remark(author="", text=bounded(text.strip()), at=None),))
        for label, text in list(notes)[:MOST_NOTES]
    )


def _without_told(page: Sequence[Token], told: dict[str, str]) -> Iterator[Token]:
    """Yield the page without the comments at its foot, whose texts go into `told` by label."""
    waiting: list[Token] = []
    is_broken = False
    at = 0
    while at < len(page):
        token = page[at]
        label = "" if is_broken else _told_label(token)
        if label:
            # The block around it is the comment's own: a box with paragraphs, or one paragraph.
            around = next((name for name in ("div", "p") if any(_starts(one, name) for one in waiting)), "")
            behind, text = _text_until(page, at, around)
            if behind:
                at, told[label], waiting = behind, text, []
                continue
            # Without an end it may be the article: nothing of such a page is taken for a comment.
            is_broken = True
        if _starts(token, "div") or _starts(token, "p") or (waiting and _is_blank(token)):
            if _starts(token, "div"):
                yield from waiting
                waiting = []
            waiting.append(token)
        else:
            yield from waiting
            waiting = []
            yield token
        at += 1
    yield from waiting


def _told_label(token: Token) -> str:
    if not (isinstance(token, Start) and token.name == "a"):
        return ""
    found = _TOLD.fullmatch(token.attributes.get("id", "") or token.attributes.get("name", ""))
    is_back = token.attributes.get("href", "").startswith("#cmnt_ref")
    return f"cmnt-{found[1]}" if found and is_back else ""


def _text_until(page: Sequence[Token], at: int, around: str) -> tuple[int, str]:
    """The place behind the comment that begins at the link `at`, or 0 where it has no end, and what it says.

    The link is its sign alone. A paragraph ends where another block begins.
    """
    texts: list[str] = []
    depth, in_sign = 1, True
    for index in range(at + 1, len(page)):
        match page[index]:
            case End(name="a") if in_sign:
                in_sign = False
                if not around:
                    return index + 1, ""
            case Text() as token if not in_sign:
                texts.append(_words(token))
            case Start() as token if around == "p" and token.name in _BLOCKS:
                return index, "".join(texts)
            case Start() as token:
                depth += token.name == around
                if token.name in _BREAKS:
                    texts.append("\n")
            case End() as token if token.name == around:
                depth -= 1
                if not depth:
                    return index + 1, "".join(texts)
    return 0, ""


def _with_points(page: Sequence[Token], told: dict[str, str], cells: dict[str, str]) -> Iterator[Token]:
    """Yield the page with a point where a sign of a comment stood; what a cell's comment says goes into `cells`."""
    hidden, texts, held = "", list[str](), list[Token]()
    for token in page:
        if hidden:
            held.append(token)
            if isinstance(token, End) and token.name == hidden:
                if hidden == "comment":
                    label = f"cell-{len(cells) + 1}"
                    cells[label] = "".join(texts)
                    yield from _point(label)
                hidden = ""
            elif isinstance(token, Text):
                texts.append(_words(token))
        elif _starts(token, "comment"):
            hidden, texts, held = "comment", [], []
        elif isinstance(token, Start) and token.name == "a" and (label := _sign_label(token)) in told:
            hidden, held = "a", []
            yield from _point(label)
        else:
            yield token
    if hidden:
        # It never ended: what was taken for its words is the page's.
        yield from held


def _sign_label(token: Start) -> str:
    found = _SIGN.fullmatch(token.attributes.get("href", ""))
    return f"cmnt-{found[1]}" if found else ""


def _point(label: str) -> Iterator[Token]:
    yield Start("span", {"data-comment": label, "data-point": ""})
    yield End("span")


def _starts(token: Token, name: str) -> bool:
    return isinstance(token, Start) and token.name == name


def _is_blank(token: Token) -> bool:
    return isinstance(token, Text) and not token.source.strip()


def _words(token: Text) -> str:
    return re.sub(r"[ \t\r\n\f]+", " ", unescape(token.source))
