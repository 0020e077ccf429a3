"""Word files: their text with notes, tables and pictures as the body, their comments and open changes as notes."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from deskeditor.article.article import Article, BylineName, Credit
from deskeditor.article.body import Leaf, Paragraph, body_of, leaf_text
from deskeditor.article.line import EMPTY_LINE, Line, MarkKind, line_of, map_marks, plain_line
from deskeditor.article.notes import Note
from deskeditor.errors import DeskError, InputError
from deskeditor.ingest.docx_blocks import Block, BlockReader, Kind
from deskeditor.ingest.docx_comments import plain_words, read_comments
from deskeditor.ingest.docx_fields import Fronted, front, read_properties
from deskeditor.ingest.docx_html import page
from deskeditor.ingest.docx_numbering import Numbering
from deskeditor.ingest.docx_package import Package
from deskeditor.ingest.docx_pieces import PART
from deskeditor.ingest.docx_reading import Reading
from deskeditor.ingest.docx_styles import Styles
from deskeditor.ingest.docx_xml import Node
from deskeditor.ingest.imported import Imported
from deskeditor.ingest.language_guess import guess_language
from deskeditor.markup.html_reader import read_html
from deskeditor.markup.notes_read import MOST_NOTES
from deskeditor.markup.reading import MarkupReading, MediaFinder

WORD: Final = "word"
"""The format's name in an `Imported`."""

Adopter = Callable[[bytes], str]
"""Keeps a picture and returns its stored name; raises DeskError where it is none that can be kept."""

_JUDGED: Final = 6_000
_SHOWN: Final = 60
_FORMATS_CHANGED: Final = (
    "w:rPrChange",
    "w:pPrChange",
    "w:tblPrChange",
    "w:trPrChange",
    "w:tcPrChange",
    "w:sectPrChange",
    "w:numberingChange",
)
_WHOLE: Final = frozenset({MarkKind.STRONG, MarkKind.EMPHASIS, MarkKind.UNDERLINE})
"""Marks that say nothing where they lie on all of a headline."""


def read_word_article(data: bytes, *, name: str, base: Article, adopt: Adopter | None = None) -> Imported:
    """Read a Word file's bytes into `base`.

    `name` is the file's, `adopt` keeps its pictures; without it they are told as missing. Comments and changes
    that nobody decided become notes on their words. Raises InputError where there is no text to be had.
    """
    named = f"“{name}”" if name else "The file"
    package = Package(data, named)
    root = package.text()
    styles = Styles(package.related_part("styles"))
    comments = read_comments(package)
    reading = Reading(package, styles, Numbering(package.related_part("numbering"), styles), comments)
    blocks = _blocks(reading, root, package.main)
    core = [one.target for one in package.relations("").values() if one.kind == "core-properties" and not one.external]
    fronted = front(blocks, read_properties(package.part(core[0]) if core else None))
    body = page(fronted.body)
    opening = [_opening(fronted.headline), _opening(fronted.standfirst)]
    html = "".join((*opening, body, _footnotes(reading)))
    found = read_html(html, media=_finder(package, adopt), notes=comments.notes)
    article, leaves = _with_opening(base, fronted, found, [bool(line) for line in opening])
    if not leaves and not article.headline:
        raise InputError(f"{named} is empty. There is nothing to import.")
    words = "\n".join(leaf_text(leaf) for leaf in leaves[:40])[:_JUDGED]
    article = replace(
        article,
        body=body_of(leaves),
        notes=found.notes,
        language=guess_language(words) or _language(styles.language, base.language),
    )
    return Imported(
        article=article,
        format=WORD,
        warnings=(*fronted.warnings, *_told(reading, root), *_too_many(found.notes), *found.warnings),
        dropped=(*reading.dropped, *_furniture(package), *found.dropped),
        missing_images=tuple(address.removeprefix(PART) for address in found.missing_images),
    )


def _language(told: str, usual: str) -> str:
    """The language of a text too short to tell: what its styles say, as the desk names it where that is the same."""
    first = told.partition("-")[0].lower()
    is_one = first.isascii() and first.isalpha() and 2 <= len(first) <= 3
    return first if is_one and first != usual.partition("-")[0].lower() else usual


def _blocks(reading: Reading, root: Node, part: str) -> list[Block]:
    reading.enter(root, reading.package.relations(part))
    body = root.child("w:body")
    return BlockReader(reading).read(body if body is not None else root)


def _opening(blocks: Sequence[Block]) -> str:
    """Blocks that are one line of the article."""
    html = " ".join(block.html for block in blocks)
    return f"<p>{html}</p>" if any(block.text.strip() for block in blocks) else ""


def _footnotes(reading: Reading) -> str:
    """The notes that the text refers to. They may hold references to further ones."""
    items: list[str] = []
    parts: dict[str, dict[str, Node]] = {}
    numbers = reading.notes.numbers
    while len(items) < len(numbers):
        (kind, identity), number = list(numbers.items())[len(items)]
        if kind not in parts:
            parts[kind] = _enter_notes(reading, kind)
        node = parts[kind].get(identity)
        blocks = BlockReader(reading).read(node) if node is not None else []
        words = [block for block in blocks if block.kind is not Kind.FIGURE]
        if len(words) < len(blocks):
            reading.dropped["a picture in a footnote"] = None
        text = page(words, in_cell=True)
        items.append(f'<li id="fn-{number}">{text}</li>')
    return f'<section class="footnotes"><ol>{"".join(items)}</ol></section>' if items else ""


def _enter_notes(reading: Reading, kind: str) -> dict[str, Node]:
    names = reading.package.related(f"{kind}s")
    root = reading.package.part(names[0]) if names else None
    if root is None:
        return {}
    reading.enter(root, reading.package.relations(names[0]))
    return {node.get("w:id"): node for node in root.children if node.name == f"w:{kind}"}


def _finder(package: Package, adopt: Adopter | None) -> MediaFinder:
    known: dict[str, str | None] = {}

    def find(address: str) -> str | None:
        if not address.startswith(PART) or adopt is None:
            return None
        if address not in known:
            data = package.data(address.removeprefix(PART))
            try:
                known[address] = adopt(data) if data else None
            except DeskError:
                # Not a picture that a page can show, or too large: told as a missing one.
                known[address] = None
        return known[address]

    return find


def _with_opening(
    base: Article, fronted: Fronted, found: MarkupReading, opens: Sequence[bool]
) -> tuple[Article, list[Leaf]]:
    """The article with the lines that open it, and the leaves that are left for its body."""
    leaves = list(found.body)
    lines = [EMPTY_LINE, EMPTY_LINE]
    for place, is_there in enumerate(opens):
        if is_there and leaves and isinstance(leaves[0], Paragraph):
            lines[place] = _bare(leaves.pop(0))
    headline = lines[0] or plain_line(fronted.plain_headline)
    article = replace(base, headline=headline, standfirst=lines[1])
    if fronted.byline:
        article = replace(article, byline=tuple(BylineName(name=name) for name in fronted.byline))
    if fronted.credit:
        article = replace(article, credit=Credit(name=fronted.credit))
    note = "\n".join(filter(None, (article.desk_note, *fronted.notes)))
    return replace(article, desk_note=note), leaves


def _bare(leaf: Leaf) -> Line:
    """The line of an opening paragraph, without marks that lie on all of it, and without footnotes."""
    line = map_marks(leaf.line if isinstance(leaf, Paragraph) else EMPTY_LINE, frozenset({MarkKind.FOOTNOTE}))
    common = frozenset.intersection(*(run.marks for run in line)) if line else frozenset()
    whole = {mark for mark in common if mark.kind in _WHOLE}
    return line_of(replace(run, marks=run.marks - whole) for run in line)


def _told(reading: Reading, root: Node) -> list[str]:
    """What an editor should know of how the file was read."""
    told = list(reading.warnings)
    changes = reading.breaks_edited + sum(1 for _ in root.all(*_FORMATS_CHANGED))
    if changes:
        one = changes == 1
        told.append(
            f"{changes} tracked change{'' if one else 's'} of formatting or of paragraphs "
            f"{'was' if one else 'were'} taken as accepted."
        )
    told.extend(
        f"The part “{name}” of the file is damaged and was left out." for name in dict.fromkeys(reading.package.broken)
    )
    return told


def _too_many(notes: Sequence[Note]) -> list[str]:
    if len(notes) < MOST_NOTES:
        return []
    return [f"The file has more comments and tracked changes than can be kept: the first {MOST_NOTES:,} are."]


def _furniture(package: Package) -> list[str]:
    """What was left out: page headers and footers with words, programs."""
    found = ["macros"] if package.has_macros else []
    for kind, said in (("header", "page header"), ("footer", "page footer")):
        for name in package.related(kind):
            root = package.part(name)
            words = " ".join(plain_words(root).split()) if root is not None else ""
            if any(letter.isalpha() for letter in words):
                found.append(f"{said} “{words[:_SHOWN]}{'…' if len(words) > _SHOWN else ''}”")
    return list(dict.fromkeys(found))
