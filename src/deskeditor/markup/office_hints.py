"""What office programs say of their text in hints of their own: read before anything is cleaned away."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import parse_qs, urlsplit

from deskeditor.article.notes import Note
from deskeditor.markup.loose_comments import HINTS as LOOSE_HINTS
from deskeditor.markup.loose_comments import with_loose_comments
from deskeditor.markup.office_notes import HINTS, with_notes
from deskeditor.markup.tokens import End, Start, Text, Token, tokens
from deskeditor.markup.word_lists import HINT, with_lists
from deskeditor.markup.word_online import HINT as ONLINE_HINT
from deskeditor.markup.word_online import with_online_words

_HEADING: Final = re.compile(r"msoheading([1-6])")
_OUTLINE: Final = re.compile(r"mso-outline-level\s*:\s*([1-6])", re.IGNORECASE)
_QUOTES: Final = frozenset({"msoquote", "msointensequote", "msoblocktext"})
_REDIRECTS: Final = ("https://www.google.com/url?", "http://www.google.com/url?")
MAIL_QUOTE: Final = "moz-quote-pre"
_FILLER: Final = re.compile(r"(?:\s|&nbsp;|\u00a0|&#160;)*")


def read_hints(html: str) -> tuple[Iterator[Token], tuple[Note, ...]]:
    """Return the tokens of a page, what its hints say put into plain HTML, and the comments on its words."""
    found, notes = tokens(html), tuple[Note, ...]()
    lowered = html.lower()
    if any(hint in lowered for hint in HINTS):
        page, notes = with_notes(found)
        found = iter(page)
    if any(hint in lowered for hint in LOOSE_HINTS):
        page, loose = with_loose_comments(list(found))
        found, notes = iter(page), (*notes, *loose)
    if ONLINE_HINT in lowered:
        found = with_online_words(found)
    if MAIL_QUOTE in lowered:
        found = _with_mail_quotes(found)
    if HINT in lowered:
        found = with_lists(found)
    if "mso" in lowered or "o:p" in lowered:
        found = _with_styles(found)
    if "google.com/url?" in lowered:
        found = _with_true_links(found)
    return found, notes


def _with_mail_quotes(source: Iterator[Token]) -> Iterator[Token]:
    """Yield the tokens with the rows of a quoted mail as words: they stand in a `pre`, and are no code."""
    is_quote = False
    for token in source:
        match token:
            case Start(name="pre") if MAIL_QUOTE in token.attributes.get("class", "").lower().split():
                is_quote = True
                yield Start("p")
            case End(name="pre") if is_quote:
                is_quote = False
                yield End("p")
            case Text() if is_quote and "\n" in token.source:
                first, *rows = token.source.split("\n")
                yield Text(first)
                for row in rows:
                    yield Start("br")
                    yield Text(row)
            case _:
                yield token


def _with_styles(source: Iterator[Token]) -> Iterator[Token]:
    """Yield the tokens with what Word says by styles as headings and quotes, by shapes as pictures, and no filler."""
    ends: tuple[Token, ...] = ()
    is_filler = False
    alt = ""
    for token in source:
        match token:
            case Start(name="o:p"):
                is_filler = True
            case End(name="o:p"):
                is_filler = False
            case Text() if is_filler and _FILLER.fullmatch(token.source):
                # Word's own sign of an empty paragraph.
                pass
            case Start(name="v:shape"):
                alt = token.attributes.get("alt", "")
            case Start(name="v:imagedata"):
                yield Start("img", {"src": token.attributes.get("src", ""), "alt": alt})
            case Start(name="p"):
                starts, ends = _styled(token)
                yield from starts
            case End(name="p") if ends:
                yield from ends
                ends = ()
            case _:
                yield token


def _styled(token: Start) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """What stands for a paragraph of a named style, and for its end; no end is given for an ordinary one."""
    kind = token.attributes.get("class", "").lower()
    outline = _OUTLINE.search(token.attributes.get("style", ""))
    heading = _HEADING.fullmatch(kind)
    level = "1" if kind == "msotitle" else (heading or outline or [None, None])[1]
    if level is not None:
        return (Start(f"h{level}", token.attributes),), (End(f"h{level}"),)
    if kind.removesuffix("cxspfirst").removesuffix("cxspmiddle").removesuffix("cxsplast") in _QUOTES:
        # The style is slanted by itself: only what differs from it is the writer's.
        return (Start("blockquote"), Start("p")), (End("p"), End("blockquote"))
    return (token,), ()


def _with_true_links(source: Iterator[Token]) -> Iterator[Token]:
    """Yield the tokens with links that lead where they say, not past a page that counts who follows them."""
    for token in source:
        if isinstance(token, Start) and token.name == "a" and token.attributes.get("href", "").startswith(_REDIRECTS):
            yield Start("a", token.attributes | {"href": _true_link(token.attributes["href"])})
        else:
            yield token


def _true_link(href: str) -> str:
    try:
        wanted = parse_qs(urlsplit(href).query, max_num_fields=50)
    except ValueError:
        return href
    return (wanted.get("q") or wanted.get("url") or [href])[0]
