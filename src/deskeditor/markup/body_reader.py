"""The reader behind `read_html`: goes through a page's tags once and gathers leaves."""

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from deskeditor.article.body import (
    Attribution,
    Code,
    Embed,
    Heading,
    Paragraph,
    is_quoted,
)
from deskeditor.article.line import Line, Mark, MarkKind, Marks
from deskeditor.article.links import safe_href
from deskeditor.article.notes import Note
from deskeditor.article.published import published_code, published_text, tidied_line
from deskeditor.markup.elements import Outline, Tag, holds_notes, note_label
from deskeditor.markup.gatherer import End, Frame, Kind
from deskeditor.markup.levels import DEEPEST, TOP, Levels
from deskeditor.markup.line_builder import with_mark
from deskeditor.markup.links_read import LinksRead
from deskeditor.markup.note_gatherer import NoteGatherer
from deskeditor.markup.pictures import FigureBuilder, is_tracker, picture, picture_label, shown_address
from deskeditor.markup.reading import MediaFinder
from deskeditor.markup.table_builder import TableBuilder

_MARKS: Final = MappingProxyType(
    {
        "strong": Mark(MarkKind.STRONG),
        "em": Mark(MarkKind.EMPHASIS),
        "u": Mark(MarkKind.UNDERLINE),
        "s": Mark(MarkKind.STRIKE),
        "sup": Mark(MarkKind.SUPERSCRIPT),
        "sub": Mark(MarkKind.SUBSCRIPT),
        "code": Mark(MarkKind.CODE),
    }
)
_HEADINGS: Final = MappingProxyType({f"h{level}": level for level in range(1, 7)})
_LINES: Final = frozenset("p div li dt dd td th tr pre blockquote".split()) | frozenset(_HEADINGS)
_POSTS: Final = ("twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed", "bluesky-embed", "mastodon-embed")
_CREDITS: Final = ("credit", "image-credit", "photo-credit", "copyright", "media-credit", "wp-media-credit")
_EMOJI: Final = ("emoji", "wp-smiley")
_BACK: Final = ("footnote-back", "footnote-backref", "footnote-backlink", "reversefootnote")
_NBSP: Final = "\u00a0"
_PARENTHESES: Final = MappingProxyType({"rt": (" (", ")"), "q": ("\u201c", "\u201d")})


@dataclass(slots=True)
class _Open:
    """An open element: the marks around it, and what to do at its end."""

    name: str
    marks: Marks
    close: End | None


class BodyReader(NoteGatherer):
    """Reads sanitised HTML; everything it can't say in a body it says in plain lines, and warns."""

    def __init__(
        self, ahead: Outline, media: MediaFinder, *, notes: Iterable[Note] = (), one_line: bool = False
    ) -> None:
        super().__init__(ahead, notes=notes, one_line=one_line)
        self.dropped: dict[str, None] = {}
        self.missing_images: dict[str, None] = {}
        self._media = media
        self._one_line = one_line
        self._open: list[_Open] = []
        self._quote_start = 0
        self._figures: list[FigureBuilder] = []
        self._table: TableBuilder | None = None
        self._code_language = ""
        self._hrefs: list[str] = []
        self._links = LinksRead()
        self._levels = Levels()

    def read(self, page: Iterable[Tag | str]) -> None:
        """Go through the page."""
        for index, part in enumerate(page):
            if isinstance(part, str):
                self._text(part)
            elif part.is_end:
                opened = self._open.pop()
                if opened.close is not None:
                    opened.close()
                self._marks = opened.marks
            elif part.name == "br":
                self._break()
            elif part.name == "hr":
                self._rule()
            elif part.name == "img":
                self._image(part)
            else:
                opened = _Open(part.name, self._marks, None)
                opened.close = self._start(part, index)
                self._open.append(opened)
        self.dropped.update(dict.fromkeys(self._links.dropped()))

    def _start(self, tag: Tag, index: int) -> End | None:
        name = tag.name
        if name in _LINES:
            self.notes.begin_line()
        if tag.data and "style" in tag.data:
            self._apply_style(tag.data["style"])
        if "by" in tag.data:
            return self._start_edit(tag)
        mark = _MARKS.get(name)
        if self._code is not None:
            if name == "code":
                self._code_language = self._code_language or _language(tag)
            return self._mark_line_in_code if name in ("div", "p", "li", "tr") else None
        if mark is not None:
            if tag.data.get("style") != "-" + mark.kind:
                self._marks = with_mark(self._marks, mark)
            return None
        match name:
            case "a":
                return self._start_link(tag)
            case "span" if "comment" in tag.data:
                self._start_comment(tag)
                return None
            case "span" | "small":
                return self._start_credit() if self._is_credit(tag) else None
            case "p":
                return self._start_paragraph(tag)
            case "li":
                return self._start_item(tag)
            case "ul" | "ol":
                return self._start_list(tag)
            case "blockquote":
                return self._start_quote(tag)
            case "footer":
                return self._start_attribution() if self._quotes and self._is_flow() else self._start_block(tag)
            case "cite":
                return self._start_cite()
            case "pre":
                return self._start_code(tag)
            case "figure":
                return self._start_figure()
            case "figcaption":
                return self._start_caption()
            case "table" | "caption" | "thead" | "tbody" | "tfoot" | "tr" | "td" | "th":
                return self._start_table_part(tag, index)
            case "dt":
                self._part()
                self._marks = with_mark(self._marks, _MARKS["strong"])
                return self._part
            case "q" | "rt":
                return self._start_parenthesis(name)
            case _:
                return self._start_heading(tag) if name in _HEADINGS else self._start_block(tag)

    def _apply_style(self, style: str) -> None:
        for name in style.split():
            if name.startswith("-"):
                self._marks = frozenset(mark for mark in self._marks if mark.kind != name[1:])
            else:
                self._marks = with_mark(self._marks, Mark(MarkKind(name)))

    def _mark_line_in_code(self) -> None:
        if self._code and not self._code[-1].endswith("\n"):
            self._code.append("\n")

    def _start_block(self, tag: Tag) -> End | None:
        if holds_notes(tag):
            return self._start_notes()
        if tag.name == "div" and self._is_credit(tag):
            return self._start_credit()
        self._part()
        return self._part

    def _start_parenthesis(self, name: str) -> End:
        opening, closing = _PARENTHESES[name]
        marks = self._marks
        self._text(opening)
        return lambda: self._frames[-1].words.add(closing, marks)

    def _start_paragraph(self, tag: Tag) -> End | None:
        if self._is_credit(tag):
            return self._start_credit()
        self._part()
        if not self._is_flow():
            return self._part
        if tag.has_class("embed"):
            return self._start_post(tag)
        self._in_paragraph = True

        def end() -> None:
            self._part()
            self._in_paragraph = False

        return end

    def _start_heading(self, tag: Tag) -> End:
        level = _HEADINGS[tag.name]
        self._part()
        if not self._is_flow():
            if self._frames[-1].kind is Kind.ITEM:
                self._warn("A heading in a list became bold text.")
                self._marks = with_mark(self._marks, _MARKS["strong"])
            return self._part
        frame = self._push(Frame(Kind.HEADING))

        def end() -> None:
            self._frames.pop()
            line = frame.words.take()
            if line:
                self._leaves.append(Heading(level=self._level(level, tag), line=line, quoted=self._quotes > 0))
            self._leaves.extend(frame.later)

        return end

    def _level(self, level: int, tag: Tag) -> int:
        own = tag.data.get("level") == str(level) and TOP <= level <= DEEPEST
        moved = level if own else self._levels.closed_up(level)
        self._levels.add(level, moved)
        if moved != level:
            self._warn("Headings were moved to levels 2 to 4, without gaps.")
        return moved

    def _start_link(self, tag: Tag) -> End | None:
        address = tag.data.get("href", "")
        frame = self._frames[-1]
        if frame.is_note and (
            tag.has_class(*_BACK) or tag.data.get("role") == "doc-backlink" or "footnote-backref" in tag.data
        ):
            frame.words.drop_last(_NBSP)
            return self._capture(lambda line: None)
        label = self._referred(tag, address)
        if label:
            parent = self._open[-1] if self._open else None
            marks = parent.marks if parent is not None and parent.name == "sup" else self._marks
            return self._capture(lambda line: self._frames[-1].words.add_reference(label, marks))
        href = safe_href(address)
        if href is not None:
            self._hrefs.append(href)
            self._marks = with_mark(self._marks, Mark(MarkKind.LINK, href))
            return self._watch_link(href, tag.data.get("title", ""))
        elif address.strip():
            self.dropped[f"link to {address.strip()[:60]}"] = None
        return None

    def _watch_link(self, href: str, title: str) -> End:
        """Note at the link's end what of it no words carry."""
        before, words = self._link_words, list[str]()
        pictures = len(self._links.pictures)
        self._link_words = words

        def end() -> None:
            self._link_words = before
            self._links.add(href, title, words, around=self._links.pictures[pictures:])

        return end

    def _referred(self, tag: Tag, address: str) -> str:
        """The label of the footnote that the link refers to, or an empty string where it is a link like others."""
        if not address.startswith("#"):
            return ""
        is_reference = (
            tag.has_class("footnote-ref", "footnote-reference")
            or tag.data.get("role") == "doc-noteref"
            or "footnote-ref" in tag.data
        )
        if not is_reference:
            return ""
        if self._one_line:
            return note_label(address[1:])
        return self._outline.note_labels.get(address[1:], "")

    def _start_quote(self, tag: Tag) -> End:
        self._part()
        if not self._is_flow():
            self._warn("A block quote in a list became part of its item.")
            return self._part
        if tag.has_class(*_POSTS):
            return self._start_post(tag)
        if self._quotes:
            self._warn("A quote within a quote became one quote.")
        else:
            self._quote_start = len(self._leaves)
        self._quotes += 1

        def end() -> None:
            self._part()
            self._quotes -= 1

        return end

    def _start_attribution(self) -> End:
        self._flush()

        def done(line: Line) -> None:
            if line:
                self._leaves.append(Attribution(line=line))

        return self._capture(done)

    def _start_cite(self) -> End | None:
        ends_quote = (
            self._quotes > 0
            and self._is_flow()
            and not self._frames[-1].words.has_words
            and len(self._leaves) > self._quote_start
            and is_quoted(self._leaves[-1])
            and not isinstance(self._leaves[-1], Attribution)
        )
        if ends_quote:
            return self._start_attribution()
        self._marks = with_mark(self._marks, _MARKS["em"])
        return None

    def _start_code(self, tag: Tag) -> End:
        if self._frames[-1].kind not in (Kind.FLOW, Kind.ITEM):
            self._part()
            self._marks = with_mark(self._marks, _MARKS["code"])
            return self._part
        self._part()
        self._code = []
        self._code_language = _language(tag)

        def end() -> None:
            code = published_code("".join(self._code or ()))
            self._code = None
            if code.strip():
                self._put(Code(text=code, language=self._code_language, quoted=self._quotes > 0))

        return end

    def _image(self, tag: Tag) -> None:
        data = tag.data
        frame = self._frames[-1]
        self._links.add_picture(data)
        if data.get("kind") == "embed":
            self._embed(data.get("src", ""), data.get("alt", ""))
            return
        if tag.has_class(*_EMOJI) and data.get("alt"):
            self._text(data["alt"])
            return
        stored = self._media(data["src"]) if data.get("src") else None
        if stored is None and (is_tracker(data) or not (data.get("src") or data.get("alt"))):
            self.dropped["tracking image"] = None
            return
        if stored is not None and frame.kind is not Kind.LINE:
            figure = picture(data, stored)
            if self._figures and frame.kind is Kind.FLOW:
                self._figures[-1].leaves.append(figure)
            else:
                self._put(figure)
            return
        if stored is None:
            self.missing_images[shown_address(data)] = None
            self._warn("An image is not in the desk's store: a link stands in its place.")
        else:
            self._warn("An image inside a line became its description.")
        if frame.kind is Kind.FLOW and self._figures:
            self._figures[-1].leaves.append(picture_label(data))
        elif frame.kind is Kind.FLOW and not frame.words.has_words:
            self._leaves.append(Paragraph(line=picture_label(data), quoted=self._quotes > 0))
        elif frame.kind is Kind.FLOW:
            # Amid a sentence the label stands in it, rather than the sentence in two.
            frame.words.add(" ")
            frame.words.add_line(picture_label(data, self._marks))
            frame.words.add(" ")
        else:
            frame.words.part()
            frame.words.add_line(picture_label(data, self._marks))
            frame.words.part()

    def _embed(self, address: str, title: str) -> None:
        href = safe_href(address)
        if href is None:
            return
        words = published_text(title)
        if self._frames[-1].kind is not Kind.LINE:
            self._put(Embed(url=href, title="" if words == href else words))
            return
        self._frames[-1].words.part()
        self._frames[-1].words.add(words or href, with_mark(self._marks, Mark(MarkKind.LINK, href)))
        self._frames[-1].words.part()

    def _start_post(self, tag: Tag) -> End:
        """A post of another site, quoted in words with its address last; our own embeds are written alike."""
        self._hrefs.clear()
        permalink = safe_href(tag.data.get("instgrm-permalink", "") or tag.data.get("cite", ""))
        quoted = tag.name == "blockquote" or self._quotes > 0

        def done(line: Line) -> None:
            href = permalink or (self._hrefs[-1] if self._hrefs else None)
            title = published_text(line.text)
            if href is not None:
                self._links.add_used(href)
                self._leaves.append(Embed(url=href, title="" if title == published_text(href) else title))
            elif line:
                self._leaves.append(Paragraph(line=line, quoted=quoted))

        return self._capture(done)

    def _start_figure(self) -> End:
        self._part()
        if not self._is_flow():
            return self._part
        builder = FigureBuilder()
        self._figures.append(builder)

        def end() -> None:
            self._flush()
            self._figures.pop()
            leaves, rest = builder.finished()
            previous = self._leaves[-1] if self._leaves else None
            self._leaves.extend(leaves)
            if not rest:
                return
            if not leaves and previous is not None and is_quoted(previous) and not isinstance(previous, Attribution):
                self._leaves.append(Attribution(line=rest))
            else:
                self._leaves.append(Paragraph(line=rest, quoted=self._quotes > 0))

        return end

    def _start_caption(self) -> End:
        if not self._figures or not self._is_flow():
            if self._quotes and self._is_flow():
                return self._start_attribution()
            self._part()
            return self._part
        self._flush()
        builder = self._figures[-1]
        frame = self._push(Frame(Kind.LINE, is_caption=True))
        if builder.caption:
            frame.words.add_line(builder.caption)
            frame.words.part()

        def end() -> None:
            self._frames.pop()
            builder.caption = frame.words.take()

        return end

    def _is_credit(self, tag: Tag) -> bool:
        return (
            bool(tag.data) and self._frames[-1].is_caption and not self._figures[-1].credit and tag.has_class(*_CREDITS)
        )

    def _start_credit(self) -> End:
        builder = self._figures[-1]

        def done(line: Line) -> None:
            builder.credit = published_text(line.text)

        return self._capture(done)

    def _start_table_part(self, tag: Tag, index: int) -> End | None:
        name = tag.name
        if name == "table":
            if (
                self._table is None
                and index not in self._outline.layout_tables
                and self._frames[-1].kind in (Kind.FLOW, Kind.ITEM)
            ):
                return self._start_table()
            self._part()
            return self._part
        table = self._table
        is_own = table is not None and (self._is_flow() or self._frames[-1].kind is Kind.ITEM)
        if table is None or not is_own:
            self._part()
            return self._part
        if name == "tr":
            table.start_row()
            return None
        if name not in ("td", "th"):
            return self._part if name == "caption" else None

        def done(line: Line) -> None:
            columns, rows = _span(tag, "colspan"), _span(tag, "rowspan")
            align = tag.data.get("align", "")
            table.add_cell(tidied_line(line), columns=columns, rows=rows, is_header=name == "th", align=align)

        return self._capture(done)

    def _start_table(self) -> End:
        self._part()
        builder = TableBuilder()
        self._table = builder

        def end() -> None:
            self._part()
            self._table = None
            table = builder.table()
            if builder.has_spans:
                self._warn("Table cells that span rows or columns were taken apart.")
            if self._quotes:
                self._warn("A table in a quote now stands on its own.")
            if table is not None:
                self._put(table)

        return end


def _language(tag: Tag) -> str:
    for name in tag.data.get("class", "").split():
        for prefix in ("language-", "lang-"):
            language = name.removeprefix(prefix)
            if language != name and _is_language(language):
                return language
    lang = tag.data.get("lang", "")
    return lang if _is_language(lang) else ""


def _is_language(name: str) -> bool:
    return name.isascii() and name.replace("-", "").isalnum() and not name.startswith("-")


def _span(tag: Tag, name: str) -> int:
    value = tag.data.get(name, "1")
    return int(value) if value.isascii() and value.isdigit() and len(value) <= 4 else 1
