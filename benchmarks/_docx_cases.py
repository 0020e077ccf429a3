"""Real Word files beside what they are expected to say: their words, and where a twin tells it, their structure."""

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Final
from uuid import UUID
from xml.etree import ElementTree

from benchmarks._pandoc_native import changes, html_of, parse, text_of
from benchmarks.measure import samples
from deskeditor.article.article import Article, new_article
from deskeditor.article.body import Body, Figure, Footnote, Heading, ListItem, Table, is_quoted, leaf_lines
from deskeditor.article.line import OBJECT, MarkKind
from deskeditor.article.notes import NoteKind
from deskeditor.ingest.docx_file import read_word_article
from deskeditor.ingest.imported import Imported
from deskeditor.markup.html_reader import read_html

_SPACE: Final = re.compile(r"[\s\u00a0\u200b]+")
_WORD: Final = re.compile(r"\w+")
_STORED: Final = "a" * 64 + ".png"
_KINDS: Final = {"insertion": NoteKind.INSERTED, "deletion": NoteKind.DELETED, "comment-start": NoteKind.REMARK}
_TEXT_PARTS: Final = re.compile(r"word/(?:document|footnotes|endnotes)\w*\.xml")
_UNREAD: Final = frozenset({"del", "moveFrom", "Fallback", "rubyBase"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A Word file; `twin` is the tree it is expected to give once changes are accepted, `told` that with changes."""

    name: str
    data: bytes
    twin: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What of a text's structure is compared."""

    headings: tuple[tuple[int, str], ...]
    lists: tuple[tuple[str, str], ...]
    quotes: tuple[str, ...]
    tables: tuple[str, ...]
    footnotes: tuple[str, ...]
    pictures: int
    links: tuple[tuple[str, str], ...]
    bold: str
    italic: str
    other_marks: tuple[str, ...]


def all_cases() -> tuple[Case, ...]:
    """Every Word file of the samples, those of pandoc with their twins."""
    return tuple(_cases(samples()))


def _cases(folder: Path) -> Iterator[Case]:
    for path in sorted((*folder.glob("docx/**/*.docx"), *folder.glob("office-paste/**/*.docx"))):
        twins = [path.with_suffix(".native"), path.with_name(f"{path.stem}_accept.native")]
        told = path.with_name(f"{path.stem}_all.native")
        twin = next((file for file in twins if file.is_file()), None)
        yield Case(
            name=path.relative_to(folder).as_posix().removesuffix(".docx"),
            data=path.read_bytes(),
            twin=twin.read_text(encoding="utf-8") if twin is not None else "",
            told=(told if told.is_file() else twin).read_text(encoding="utf-8") if twin is not None else "",
        )


def imported(case: Case) -> Imported:
    """The file as we read it; every picture counts as one that can be kept."""
    base = new_article(UUID(int=1), datetime(2026, 1, 1, tzinfo=UTC))
    return read_word_article(case.data, name=case.name, base=base, adopt=lambda _: _STORED)


def words(text: str) -> Counter[str]:
    """How often each word stands in a text."""
    return Counter(_WORD.findall(text))


def file_words(data: bytes) -> Counter[str]:
    """The words of the file's own XML, those that were deleted or stand twice left out."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = [archive.read(name) for name in archive.namelist() if _TEXT_PARTS.fullmatch(name)]
    return words("\n".join(_xml_text(ElementTree.fromstring(part)) for part in parts))


def _xml_text(node: ElementTree.Element) -> str:
    name = node.tag.rsplit("}", 1)[-1]
    if name in _UNREAD:
        return ""
    if name == "t":
        return node.text or ""
    inner = "".join(map(_xml_text, node))
    return f"{inner}\n" if name in ("p", "tab", "br", "cr") else inner


def article_words(article: Article) -> Counter[str]:
    """The words of all fields that a file fills."""
    lines = [line.text for leaf in article.body for line in leaf_lines(leaf)]
    code = [getattr(leaf, "text", "") or getattr(leaf, "alt", "") for leaf in article.body]
    fields = [
        article.headline.text,
        article.standfirst.text,
        *(name.name for name in article.byline),
        article.desk_note,
    ]
    return words("\n".join((*fields, *lines, *code)).replace(OBJECT, " "))


def html_words(html: str) -> Counter[str]:
    """The words of another program's HTML, as our reader has them."""
    body = read_html(html).body
    lines = [line.text for leaf in body for line in leaf_lines(leaf)]
    more = (getattr(leaf, "text", "") or getattr(leaf, "alt", "") for leaf in body)
    return words("\n".join((*lines, *more)).replace(OBJECT, " "))


def twin_words(case: Case) -> Counter[str]:
    """The words of a case's twin, its fields too."""
    fields, blocks = parse(case.twin)
    return words(text_of(list(fields.values())) + "\n" + text_of(blocks))


def twin_shape(case: Case, headline: str) -> Shape:
    """The twin's structure; a first heading that we took for the headline is left out on both sides."""
    _, blocks = parse(case.twin)
    if blocks and blocks[0][0] == "Header" and _squeezed(text_of(blocks[0])) == _squeezed(headline):
        blocks = blocks[1:]
    return shape(read_html(html_of(blocks), media=lambda _: _STORED).body)


def twin_notes(case: Case) -> list[tuple[NoteKind, str, str, str]]:
    """The changes and comments that the twin tells: kind, author, day, words."""
    _, blocks = parse(case.told)
    return sorted((_KINDS[kind], author, date[:10], _squeezed(text)) for kind, author, date, text in changes(blocks))


def our_notes(article: Article) -> list[tuple[NoteKind, str, str, str]]:
    """The article's notes in the same form."""
    return sorted(
        (
            note.kind,
            note.thread[0].author,
            note.thread[0].at.date().isoformat() if note.thread[0].at else "",
            _squeezed(_under(article, note.id) if note.kind is NoteKind.INSERTED else note.thread[0].text),
        )
        for note in article.notes
    )


def _under(article: Article, note_id: str) -> str:
    lines = [article.headline, *(line for leaf in article.body for line in leaf_lines(leaf))]
    return "".join(
        run.text
        for line in lines
        for run in line
        if any(mark.kind is MarkKind.NOTE and mark.value == note_id for mark in run.marks)
    )


def shape(body: Body) -> Shape:
    """The structure of a body, white space left out."""
    lines = [line for leaf in body for line in leaf_lines(leaf)]
    others = (MarkKind.UNDERLINE, MarkKind.STRIKE, MarkKind.SUPERSCRIPT, MarkKind.SUBSCRIPT, MarkKind.CODE)

    def marked(kind: MarkKind) -> str:
        return _squeezed("".join(run.text for line in lines for run in line if run.has(kind)))

    links: list[tuple[str, str]] = []
    for run in (run for line in lines for run in line if run.has(MarkKind.LINK)):
        href = run.value(MarkKind.LINK)
        if links and links[-1][0] == href:
            links[-1] = (href, links[-1][1] + _squeezed(run.text))
        else:
            links.append((href, _squeezed(run.text)))
    return Shape(
        headings=tuple((leaf.level, _squeezed(leaf.line.text)) for leaf in body if isinstance(leaf, Heading)),
        lists=tuple((_path(leaf), _squeezed(leaf.line.text)) for leaf in body if isinstance(leaf, ListItem)),
        quotes=tuple(_squeezed(leaf_lines(leaf)[0].text) for leaf in body if is_quoted(leaf) and leaf_lines(leaf)),
        tables=tuple(
            _squeezed("|".join(cell.text for row in leaf.rows for cell in row))
            for leaf in body
            if isinstance(leaf, Table)
        ),
        footnotes=tuple(_squeezed(leaf.line.text) for leaf in body if isinstance(leaf, Footnote)),
        pictures=sum(isinstance(leaf, Figure) for leaf in body),
        links=tuple(links),
        bold=marked(MarkKind.STRONG),
        italic=marked(MarkKind.EMPHASIS),
        other_marks=tuple(map(marked, others)),
    )


def _path(item: ListItem) -> str:
    return " ".join(f"{step.kind.value}{step.start}" for step in item.path)


def _squeezed(text: str) -> str:
    return _SPACE.sub("", text)


def differing(ours: Shape, theirs: Shape) -> tuple[str, ...]:
    """The parts in which two structures differ."""
    return tuple(name for name in Shape.__dataclass_fields__ if getattr(ours, name) != getattr(theirs, name))
