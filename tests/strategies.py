"""Hypothesis strategies for the article's values: text that looks like markup, in every place that holds text."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

from hypothesis import strategies as st

from deskeditor.article.article import (
    Access,
    Article,
    BylineName,
    Credit,
    Flag,
    Person,
    Publication,
    Related,
    SummaryBullet,
)
from deskeditor.article.body import (
    HEADING_LEVELS,
    Align,
    Attribution,
    Body,
    Code,
    Embed,
    Figure,
    Footnote,
    Heading,
    Leaf,
    ListItem,
    ListKind,
    ListLevel,
    Paragraph,
    Rule,
    Table,
    body_of,
)
from deskeditor.article.line import OBJECT, Line, Mark, MarkKind, Marks, Run, clean_text, line_of
from deskeditor.article.tags import Tag
from deskeditor.article.workflow import Stage

NASTY_TEXTS: Final = (
    "1. not a list",
    "1) not a list",
    "2019. A year",
    "- not a list",
    "+ plus",
    "* star",
    "> 5%",
    "a | b",
    "|",
    "| a | b |",
    "---",
    "***",
    "___",
    "===",
    "-",
    "=",
    "# x",
    "#hash",
    "x #",
    "    four spaces",
    "\ttab",
    "~~x~~",
    "~~~",
    "~",
    "```",
    "``",
    "`",
    "`code`",
    "**bold**",
    "*a*",
    "*",
    "_a_b_",
    "__init__",
    "_",
    "<b>",
    "</b>",
    "<",
    ">",
    "<!-- x -->",
    "<!",
    "<?php ?>",
    "</p>",
    "</blockquote>",
    "<script>alert(1)</script>",
    "</script",
    "<https://example.org>",
    "https://example.org/a_b_c",
    "www.example.org",
    "a@example.org",
    "[x](y)",
    "[x][y]",
    "[x]: http://y",
    "[x]",
    "![x](y)",
    "![",
    "](",
    "[^1]",
    "[^1]: note",
    "*[HTML]: abbreviation",
    ": definition",
    "[TOC]",
    "{% raw %}",
    "{{ x }}",
    "{{< youtube x >}}",
    "{{% note %}}",
    "{{",
    "}}",
    "{%",
    "%}",
    "{: .class }",
    "{#id}",
    "&amp;",
    "&amp;amp;",
    "&lt;",
    "&#42;",
    "&#x2a;",
    "&nbsp;",
    "&",
    "&copy",
    "\\",
    "\\*",
    "\\\\",
    "\\[",
    "C:\\dir",
    '"',
    "'",
    "“quoted”",
    "it’s",
    "...",
    "--",
    "!",
    "#",
    ".",
    "1.",
    "10",
    ":",
    "::",
    "$x$",
    "^x^",
    "==x==",
    "klzzwxh:0000",
    "wzxhzdk:0",
    "amp",
    "STX",
    " ",
    "  ",
    "\t",
    " a",
    "b ",
    "a  b",
    "word",
    "two words",
    "x",
    "Ünïcödé",
    "e\u0301",
    "\u0301",
    "👩\u200d👩\u200d👧\u200d👦",
    "🏳️\u200d🌈",
    "😀",
    "𝒳",
    "\u00a0",
    "10\u00a0%",
    "\u202f",
    "\u2003",
    "\u3000",
    "\u200b",
    "\ufeff",
    "\u00ad",
    "שלום",
    "مرحبا",
    "\u200fabc\u200e",
    "\u202eabc\u202c",
    "\u2028",
    "\u2028\u2028",
    "a\u2028b",
    " \u2028 ",
    "京都",
    "Straße",
)
"""Words that some reader or writer would like to take for markup, or to tidy away."""

LABELS: Final = ("1", "2", "a", "A", "note-1", "1-2", "fn-1")
HREFS: Final = (
    "https://example.org/",
    "https://example.org/a_b*c?x=1&y=2#z",
    "https://example.org/wiki/A_(b)",
    'https://example.org/"quoted"',
    "https://example.org/<a>",
    "https://example.org/a|b",
    "https://example.org/%20a\\b",
    "https://example.org/&amp;",
    "https://example.org/{{x}}",
    "https://example.org/é/京都",
    "http://[",
    "http://host.1:99999/",
    "mailto:desk@example.org",
    "tel:+123",
    "/relative/path",
    "relative",
    "a(b",
    "a)b",
    "a]b",
    "a'b",
    "?q=`x`",
    "#fn-1",
    "#fn:1",
    "#fnref-1",
    "//example.org",
    "<x>",
    "&copy=1",
    "\\",
)
_PLAIN_KINDS: Final = tuple(
    kind for kind in MarkKind if kind not in (MarkKind.LINK, MarkKind.FOOTNOTE, MarkKind.CLAIM, MarkKind.NOTE)
)


def texts(min_size: int = 0) -> st.SearchStrategy[str]:
    """Text that a run can hold: pieces that look like markup, and any characters at all; may be empty."""
    anything = st.text(max_size=6)
    ascii_signs = st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x7E), max_size=6)
    piece = st.one_of(st.sampled_from(NASTY_TEXTS), st.sampled_from(NASTY_TEXTS), ascii_signs, anything)
    return st.lists(piece, min_size=min_size, max_size=4).map("".join).map(clean_text)


def plain_texts() -> st.SearchStrategy[str]:
    """Text of a plain field: no newline, no hard break, no space at its ends."""
    return texts().map(lambda text: " ".join(text.replace("\u2028", " ").split()))


def labels() -> st.SearchStrategy[str]:
    """Names of claims, notes and footnotes."""
    return st.one_of(st.sampled_from(LABELS), st.from_regex(r"[A-Za-z0-9][A-Za-z0-9\-]{0,5}", fullmatch=True))


@st.composite
def marks(draw: st.DrawFn, internal: bool = True) -> Marks:
    """Sets of marks that a run of text can carry; claims and notes among them where `internal`."""
    kinds = draw(st.sets(st.sampled_from(_PLAIN_KINDS), max_size=3))
    if {MarkKind.SUPERSCRIPT, MarkKind.SUBSCRIPT} <= kinds:
        kinds.discard(MarkKind.SUBSCRIPT)
    chosen = {Mark(kind) for kind in kinds}
    if draw(st.integers(0, 3)) == 0:
        chosen.add(Mark(MarkKind.LINK, draw(st.sampled_from(HREFS))))
    if internal and draw(st.integers(0, 3)) == 0:
        kind = draw(st.sampled_from((MarkKind.CLAIM, MarkKind.NOTE)))
        chosen.update(Mark(kind, label) for label in draw(st.sets(labels(), min_size=1, max_size=2)))
    return frozenset(chosen)


@st.composite
def runs(draw: st.DrawFn, footnotes: Sequence[str] = (), internal: bool = True) -> Run | None:
    """Runs, among them references to the footnotes of the given labels; None where no text came."""
    on = draw(st.one_of(st.just(frozenset[Mark]()), marks(internal=internal)))
    if footnotes and draw(st.integers(0, 5)) == 0:
        return Run(text=OBJECT, marks=on | {Mark(MarkKind.FOOTNOTE, draw(st.sampled_from(footnotes)))})
    text = draw(texts(min_size=1))
    return Run(text=text, marks=on) if text else None


def lines(*, footnotes: Sequence[str] = (), internal: bool = True, max_runs: int = 5) -> st.SearchStrategy[Line]:
    """Lines, empty ones too; `footnotes` are labels that may be referred to, `internal` allows claims and notes."""
    return st.lists(runs(footnotes=footnotes, internal=internal), max_size=max_runs).map(
        lambda given: line_of(run for run in given if run is not None)
    )


def code_texts() -> st.SearchStrategy[str]:
    """The text of code: several lines, tabs, blank lines, idle space."""
    row = st.one_of(
        st.sampled_from(
            ("", "  ", "\t", "\tindented", "    four", "```", "~~~~", "</code></pre>", "<pre>", "> x", "{{ x }}")
        ),
        texts().map(lambda text: text.replace("\u2028", " ")),
    )
    return st.lists(row, max_size=5).map("\n".join)


def list_paths() -> st.SearchStrategy[tuple[ListLevel, ...]]:
    """Paths of one to five lists."""
    level = st.one_of(
        st.just(ListLevel(kind=ListKind.BULLET)),
        st.just(ListLevel(kind=ListKind.NUMBER)),
        st.sampled_from((0, 1, 2, 7, 2019, 999_999)).map(lambda start: ListLevel(kind=ListKind.NUMBER, start=start)),
    )
    return st.lists(level, min_size=1, max_size=5).map(tuple)


@st.composite
def tables(draw: st.DrawFn, footnotes: Sequence[str] = (), internal: bool = True) -> Table:
    """Tables of up to three by three cells."""
    columns = draw(st.integers(1, 3))
    cell = lines(footnotes=footnotes, internal=internal, max_runs=2)
    row = st.lists(cell, min_size=columns, max_size=columns).map(tuple)
    return Table(
        rows=tuple(draw(st.lists(row, min_size=1, max_size=3))),
        header=draw(st.booleans()),
        alignments=tuple(draw(st.lists(st.sampled_from(Align), min_size=columns, max_size=columns))),
    )


def media_names() -> st.SearchStrategy[str]:
    """Names of stored files: a digest and an extension."""
    return st.builds(
        lambda digest, extension: f"{digest:064x}.{extension}",
        st.integers(0, 2**256 - 1),
        st.sampled_from(("jpg", "png", "webp", "gif", "svg")),
    )


@st.composite
def figures(draw: st.DrawFn, footnotes: Sequence[str] = (), internal: bool = True) -> Figure:
    """Figures with and without alt text, caption, credit and width."""
    decorative = draw(st.booleans())
    return Figure(
        media=draw(media_names()),
        alt="" if decorative else draw(plain_texts()),
        decorative=decorative,
        caption=draw(lines(footnotes=footnotes, internal=internal, max_runs=3)),
        credit=draw(plain_texts()),
        width=draw(st.one_of(st.none(), st.integers(1, 4000))),
    )


def embeds() -> st.SearchStrategy[Embed]:
    """Embeds, with and without a title."""
    return st.builds(Embed, url=st.sampled_from(HREFS), title=plain_texts())


def leaves(footnotes: Sequence[str] = (), internal: bool = True) -> st.SearchStrategy[Leaf]:
    """Any leaf but a footnote."""
    line = lines(footnotes=footnotes, internal=internal)
    return st.one_of(
        st.builds(Paragraph, line=line, quoted=st.booleans()),
        st.builds(Paragraph, line=line),
        st.builds(ListItem, line=line, path=list_paths(), quoted=st.booleans()),
        st.builds(ListItem, line=line, path=list_paths()),
        st.builds(Heading, level=st.sampled_from(HEADING_LEVELS), line=line, quoted=st.booleans()),
        st.builds(Attribution, line=line),
        st.builds(Code, text=code_texts(), language=st.sampled_from(("", "python", "c", "X-1")), quoted=st.booleans()),
        tables(footnotes=footnotes, internal=internal),
        figures(footnotes=footnotes, internal=internal),
        embeds(),
        st.just(Rule()),
    )


@st.composite
def bodies(draw: st.DrawFn, *, internal: bool = True, max_leaves: int = 6) -> Body:
    """Well-formed bodies of every kind of leaf; claims and notes among the marks where `internal`."""
    names = draw(st.lists(labels(), unique=True, max_size=2))
    given = draw(st.lists(leaves(footnotes=names, internal=internal), max_size=max_leaves))
    notes = [Footnote(label=name, line=draw(lines(internal=internal, max_runs=2))) for name in names]
    return body_of([*given, *notes])


def instants() -> st.SearchStrategy[datetime]:
    """Aware instants in several zones."""
    zones = st.sampled_from((UTC, timezone(timedelta(hours=4)), timezone(timedelta(hours=-9, minutes=-30))))
    return st.datetimes(min_value=datetime(1970, 1, 2), max_value=datetime(2200, 1, 1), timezones=zones)


def persons() -> st.SearchStrategy[Person]:
    """People of the desk."""
    return st.builds(Person, name=plain_texts(), initials=st.sampled_from(("", "AB", "éß")))


def flags() -> st.SearchStrategy[Flag]:
    """HOLDs and legal reads, raised and cleared."""
    return st.builds(Flag, by=plain_texts(), why=plain_texts(), at=instants(), cleared_by=plain_texts())


def articles() -> st.SearchStrategy[Article]:
    """Articles with anything in any field."""
    optional_time = st.one_of(st.none(), instants())
    optional_flag = st.one_of(st.none(), flags())
    short = plain_texts()
    url = st.sampled_from(("", "https://example.org/", "https://example.org/a?b=c&d"))
    return st.builds(
        Article,
        id=st.uuids(),
        created=instants(),
        modified=instants(),
        headline=lines(max_runs=3),
        standfirst=lines(max_runs=3),
        summary=st.lists(
            st.builds(SummaryBullet, id=st.uuids(), line=lines(max_runs=3)), max_size=3, unique_by=lambda b: b.id
        ).map(tuple),
        body=bodies(max_leaves=4),
        tags=st.lists(
            st.builds(Tag, id=st.uuids(), label=short.filter(bool), unsure=st.booleans()),
            max_size=3,
            unique_by=(lambda tag: tag.id, lambda tag: tag.label.casefold()),
        ).map(tuple),
        byline=st.lists(st.builds(BylineName, name=short.filter(bool)), max_size=2).map(tuple),
        credit=st.builds(Credit, name=short, url=url, about=short),
        section=short,
        dateline=short,
        slugline=short,
        language=st.sampled_from(("en", "en-GB", "az", "ar", "zh-Hant")),
        access=st.sampled_from(Access),
        related=st.lists(st.builds(Related, title=short.filter(bool), url=url), max_size=2).map(tuple),
        lead_image=st.one_of(st.none(), figures()),
        search_headline=short,
        social_headline=short,
        description=short,
        url_slug=st.sampled_from(("", "a-slug", "2019/a-slug")),
        embargo=optional_time,
        hold=optional_flag,
        legal_read=optional_flag,
        editors_note=lines(max_runs=2),
        usage_terms=short,
        assignee=st.one_of(st.none(), persons()),
        due=optional_time,
        target_words=st.one_of(st.none(), st.integers(0, 100_000)),
        desk_note=st.lists(short, max_size=3).map("\n".join),
        stage=st.sampled_from(Stage),
        spiked_from=st.one_of(st.none(), st.sampled_from(Stage)),
        publication=st.one_of(
            st.none(),
            st.builds(Publication, at=instants(), url=url, outlet=short, revision=st.one_of(st.none(), st.uuids())),
        ),
    )
