"""The clipboard: a body goes out as our own type, HTML, Markdown and text, and comes in from any of them."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor

from deskeditor.article.body import Body, Paragraph, Table, with_marks
from deskeditor.article.codec import notes_from_json, notes_to_json
from deskeditor.article.line import HARD_BREAK, INTERNAL, Line, Mark, Marks, Run, line_of, plain_line
from deskeditor.article.links import safe_href
from deskeditor.article.notes import Note
from deskeditor.article.text_codec import body_from_json, body_to_json
from deskeditor.richtext.marked import document_marks

if TYPE_CHECKING:
    from deskeditor.markup.reading import MarkupReading

# Readers and writers of markup are imported where they are used: an editor is drawn before anyone pastes.

BODY_MIME: Final = "application/x-deskeditor-body+json"
MARKDOWN_MIME: Final = "text/markdown"
_VERSION: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """What came from the clipboard.

    `is_own` says that it was copied in this program, with claims and notes. `text` is the same as plain
    text and `source` as HTML, as the other program gave them; `into_nothing` says that the text it went
    into was empty, and `at` where: the anchor and the position of the caret, as Qt counts. `notes` are those
    that the body's note marks name.
    """

    body: Body
    is_own: bool = False
    text: str = ""
    source: str = ""
    into_nothing: bool = False
    at: tuple[int, int] = (0, 0)
    warnings: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


def write_clipboard(body: Body, notes: Iterable[Note] = ()) -> QMimeData:
    """The body in every type that another program may ask for. Claims and notes go in our own type only."""
    from deskeditor.markup.html_writer import write_html, write_html_line
    from deskeditor.markup.markdown_writer import write_markdown
    from deskeditor.markup.plain_text import body_text

    data = QMimeData()
    own = {"v": _VERSION, "leaves": body_to_json(body), "notes": notes_to_json(notes)}
    written = json.dumps(own, ensure_ascii=False)
    data.setData(BODY_MIME, written.encode())
    words = _only_line(body)
    data.setHtml(write_html(body) if words is None else write_html_line(words))
    data.setData(MARKDOWN_MIME, write_markdown(body).encode())
    data.setText(body_text(body) if words is None else words.text.replace(HARD_BREAK, "\n"))
    return data


def _only_line(body: Body) -> Line | None:
    """The line of a body that is one paragraph: words out of a text, not a piece of one."""
    leaf = body.leaves[0] if len(body) == 1 else None
    return leaf.line if isinstance(leaf, Paragraph) and not leaf.quoted else None


def can_read(data: QMimeData) -> bool:
    """Whether there is anything that a body can be read from."""
    return any(data.hasFormat(name) for name in (BODY_MIME, MARKDOWN_MIME)) or data.hasHtml() or data.hasText()


def read_clipboard(data: QMimeData) -> Pasted | None:
    """The body on the clipboard, from the richest type it offers; None where there is none.

    Raises InputError where what is there is far too long.
    """
    from deskeditor.markup.html_reader import read_html
    from deskeditor.markup.markdown_reader import read_markdown

    text = data.text() if data.hasText() else ""
    if data.hasFormat(BODY_MIME):
        own = _own_body(bytes(data.data(BODY_MIME).data()))
        if own is not None:
            return Pasted(body=own[0], is_own=True, text=text, notes=own[1])
    if data.hasHtml():
        html = data.html()
        found = _read(read_html, html, text)
        if found.body:
            return replace(found, body=_out_of_cell(found.body), source=html)
    if data.hasFormat(MARKDOWN_MIME):
        return _read(read_markdown, bytes(data.data(MARKDOWN_MIME).data()).decode("utf-8", "replace"), text)
    return read_clipboard_text(data)


def _out_of_cell(body: Body) -> Body:
    """The words of a cell that was copied alone: a spreadsheet makes a whole table of it."""
    leaf = body.leaves[0] if len(body) == 1 else None
    is_cell = isinstance(leaf, Table) and len(leaf.rows) == 1 and len(leaf.rows[0]) == 1
    return Body((Paragraph(line=leaf.rows[0][0]),)) if isinstance(leaf, Table) and is_cell else body


def read_clipboard_text(data: QMimeData) -> Pasted | None:
    """The plain text on the clipboard as paragraphs; words without a newline keep the spaces at their ends."""
    text = data.text() if data.hasText() else ""
    return pasted_text(text) if text else None


def pasted_text(text: str) -> Pasted:
    """Plain text as it is pasted."""
    from deskeditor.markup.plain_text import read_plain

    is_one_line = len(text.splitlines()) == 1 and not text.endswith("\n")
    return Pasted(body=Body((Paragraph(line=plain_line(text)),)) if is_one_line else read_plain(text), text=text)


def _read(reader: "Callable[[str], MarkupReading]", markup: str, text: str) -> Pasted:
    reading = reader(markup)
    return Pasted(body=reading.body, text=text, warnings=reading.warnings, dropped=reading.dropped, notes=reading.notes)


def _own_body(written: bytes) -> tuple[Body, tuple[Note, ...]] | None:
    """The body that this program wrote, with its notes; None where the bytes are somebody else's, who used our name."""
    try:
        value = json.loads(written)
        if value["v"] != _VERSION:
            return None
        return body_from_json(value["leaves"]), notes_from_json(value.get("notes", []))
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return None


def keep_marks(body: Body, keep: Callable[[Mark], bool]) -> Body:
    """The body with those of its claims and notes that `keep` wants."""

    def kept(marks: Marks) -> Marks:
        return frozenset(mark for mark in marks if mark.kind not in INTERNAL or keep(mark))

    return Body(tuple(with_marks(leaf, kept) for leaf in body))


def without_doubles(pasted: Pasted, cursor: QTextCursor, is_beside: Callable[[Mark], bool]) -> Pasted:
    """What is pasted at `cursor`, its words with a claim or a note only where that is no longer elsewhere.

    Words pasted over themselves keep theirs: what is selected goes. `is_beside` says of a mark whether it lies
    in another text of the article.
    """
    if not pasted.is_own:
        return pasted
    goes = (cursor.selectionStart(), cursor.selectionEnd()) if not cursor.hasComplexSelection() else (0, 0)
    here = document_marks(cursor.document(), but=goes)
    return replace(pasted, body=keep_marks(pasted.body, lambda mark: mark not in here and not is_beside(mark)))


def without_breaks(line: Line) -> Line:
    """The line with its hard breaks as spaces."""
    return line_of(Run(text=run.text.replace(HARD_BREAK, " "), marks=run.marks) for run in line)


def lone_address(body: Body) -> str:
    """The address that is all there is in a body, or an empty string."""
    leaf = body.leaves[0] if len(body) == 1 else None
    text = leaf.line.text.strip() if isinstance(leaf, Paragraph) else ""
    is_address = text.startswith(("https://", "http://", "mailto:")) and len(text.split()) == 1
    return text if is_address and safe_href(text) == text else ""
