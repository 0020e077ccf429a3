"""Hypothesis strategies for the article's values: text that looks like markup, in every place that holds text."""

from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from itertools import combinations
from string import ascii_letters, digits
from typing import Final

from hypothesis import settings
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
from deskeditor.article.claims import (
    Addressee,
    Anchor,
    CheckLevel,
    Claim,
    ClaimKind,
    Evidence,
    Judgement,
    LogEntry,
    Query,
    Standing,
    Stet,
    Verdict,
)
from deskeditor.article.line import (
    INTERNAL,
    NO_MARKS,
    OBJECT,
    VALUED,
    Line,
    Mark,
    MarkKind,
    Marks,
    Run,
    clean_text,
    line_of,
)
from deskeditor.article.notes import Note, NoteKind, Remark
from deskeditor.article.place import Field, Place
from deskeditor.article.sources import Source, SourceKind, Terms
from deskeditor.article.tags import Tag
from deskeditor.article.workflow import Stage

MANY: Final = 3 * settings().max_examples
"""How many examples a law gets that all else stands on, by the profile of the run."""

FEW: Final = settings().max_examples // 4
"""How many a test of whole articles gets: each is made of a hundred draws."""

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
    "&#0",
    "&#12 ",
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
FOOTNOTE_LABELS: Final = (
    (),
    (),
    *((label,) for label in LABELS),
    ("1", "2"),
    ("2", "1"),
    ("a", "A"),
    ("1", "1-2"),
    ("note-1", "1"),
    ("fn-1", "1"),
    ("0", "fn"),
    ("x-", "fnref-1"),
    ("Z9y8x7", "1-"),
)
"""The labels of a body's footnotes: such that one could be taken for another."""

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
_PLAIN_KINDS: Final = tuple(kind for kind in MarkKind if kind not in VALUED)
_PLAIN_MARKS: Final = tuple(
    frozenset(map(Mark, kinds))
    for size in range(4)
    for kinds in combinations(_PLAIN_KINDS, size)
    if not {MarkKind.SUPERSCRIPT, MarkKind.SUBSCRIPT} <= {*kinds}
)
_LINKS: Final = (
    *(NO_MARKS for _ in range(3 * len(HREFS))),
    *(frozenset({Mark(MarkKind.LINK, href)}) for href in HREFS),
)

# Strategies are costly to make and cheap to draw from: each is made once.


@cache
def texts(min_size: int = 0) -> st.SearchStrategy[str]:
    """Text that a run can hold: pieces that look like markup, and any characters at all; may be empty."""
    anything = st.text(max_size=6)
    ascii_signs = st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x7E), max_size=6)
    nasty = st.sampled_from(NASTY_TEXTS)
    return st.lists(st.one_of(nasty, nasty, ascii_signs, anything), min_size=min_size, max_size=4).map(_joined)


def _joined(pieces: list[str]) -> str:
    return clean_text("".join(pieces))


@cache
def plain_texts() -> st.SearchStrategy[str]:
    """Text of a plain field: no newline, no hard break, no space at its ends."""
    nasty = st.sampled_from(tuple(map(_without_breaks, NASTY_TEXTS)))
    return st.one_of(st.just(""), nasty, texts().map(_without_breaks))


def _without_breaks(text: str) -> str:
    return " ".join(text.replace("\u2028", " ").split())


@cache
def labels() -> st.SearchStrategy[str]:
    """Names of claims, notes and bullets."""
    anything = st.text(alphabet=ascii_letters + digits + "-", min_size=1, max_size=6)
    return st.one_of(st.sampled_from(LABELS), anything.map(lambda text: text.lstrip("-") or "0"))


@cache
def marks(internal: bool = True) -> st.SearchStrategy[Marks]:
    """Sets of marks that a run of text can carry; claims and notes among them where `internal`."""
    outward = st.builds(frozenset.union, st.sampled_from(_PLAIN_MARKS), st.sampled_from(_LINKS))
    if not internal:
        return outward
    of_the_desk = st.builds(
        lambda kind, names: frozenset(Mark(kind, name) for name in names),
        st.sampled_from(sorted(INTERNAL)),
        st.sets(labels(), min_size=1, max_size=2),
    )
    return st.one_of(outward, outward, outward, st.builds(frozenset.union, outward, of_the_desk))


@cache
def runs(footnotes: tuple[str, ...] = (), internal: bool = True) -> st.SearchStrategy[Run | None]:
    """Runs, among them references to the footnotes of the given labels; None where no text came."""
    on = st.one_of(st.just(NO_MARKS), marks(internal=internal))
    words = st.builds(lambda text, on: Run(text=text, marks=on) if text else None, texts(min_size=1), on)
    if not footnotes:
        return words
    references = st.builds(
        lambda label, on: Run(text=OBJECT, marks=on | {Mark(MarkKind.FOOTNOTE, label)}), st.sampled_from(footnotes), on
    )
    return st.one_of(words, words, words, words, words, references)


@cache
def lines(*, footnotes: tuple[str, ...] = (), internal: bool = True, max_runs: int = 5) -> st.SearchStrategy[Line]:
    """Lines, empty ones too; `footnotes` are labels that may be referred to, `internal` allows claims and notes."""
    return st.lists(runs(footnotes=footnotes, internal=internal), max_size=max_runs).map(
        lambda given: line_of(run for run in given if run is not None)
    )


@cache
def code_texts() -> st.SearchStrategy[str]:
    """The text of code: several lines, tabs, blank lines, idle space."""
    row = st.one_of(
        st.sampled_from(
            (
                "",
                "  ",
                "\u00a0",
                " \u3000",
                "\t",
                "\tindented",
                "    four",
                "```",
                "~~~~",
                "</code></pre>",
                "<pre>",
                "> x",
                "{{ x }}",
            )
        ),
        texts().map(lambda text: text.replace("\u2028", " ")),
    )
    return st.lists(row, max_size=5).map("\n".join)


@cache
def list_paths() -> st.SearchStrategy[tuple[ListLevel, ...]]:
    """Paths of one to five lists."""
    level = st.one_of(
        st.just(ListLevel(kind=ListKind.BULLET)),
        st.just(ListLevel(kind=ListKind.NUMBER)),
        st.sampled_from((0, 1, 2, 7, 2019, 999_999)).map(lambda start: ListLevel(kind=ListKind.NUMBER, start=start)),
    )
    return st.lists(level, min_size=1, max_size=5).map(tuple)


@cache
def tables(footnotes: tuple[str, ...] = (), internal: bool = True) -> st.SearchStrategy[Table]:
    """Tables of up to three by three cells."""
    cell = lines(footnotes=footnotes, internal=internal, max_runs=2)

    def of_width(columns: int) -> st.SearchStrategy[Table]:
        return st.builds(
            Table,
            rows=st.lists(st.tuples(*[cell] * columns), min_size=1, max_size=3).map(tuple),
            header=st.booleans(),
            alignments=st.tuples(*[st.sampled_from(Align)] * columns),
        )

    return st.one_of(*map(of_width, (1, 2, 3)))


@cache
def media_names() -> st.SearchStrategy[str]:
    """Names of stored files: a digest and an extension."""
    return st.builds(
        lambda digest, extension: f"{digest:064x}.{extension}",
        st.integers(0, 2**256 - 1),
        st.sampled_from(("jpg", "png", "webp", "gif", "svg")),
    )


@cache
def figures(footnotes: tuple[str, ...] = (), internal: bool = True) -> st.SearchStrategy[Figure]:
    """Figures with and without alt text, caption, credit and width."""
    return st.builds(
        lambda decorative, alt, **rest: Figure(alt="" if decorative else alt, decorative=decorative, **rest),
        decorative=st.booleans(),
        alt=plain_texts(),
        media=media_names(),
        caption=lines(footnotes=footnotes, internal=internal, max_runs=3),
        credit=plain_texts(),
        width=st.one_of(st.none(), st.integers(1, 4000)),
    )


@cache
def embeds() -> st.SearchStrategy[Embed]:
    """Embeds, with and without a title."""
    return st.builds(Embed, url=st.sampled_from(HREFS), title=plain_texts())


@cache
def leaves(footnotes: tuple[str, ...] = (), internal: bool = True) -> st.SearchStrategy[Leaf]:
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


@cache
def bodies(*, internal: bool = True, max_leaves: int = 6) -> st.SearchStrategy[Body]:
    """Well-formed bodies of every kind of leaf; claims and notes among the marks where `internal`."""
    return st.sampled_from(FOOTNOTE_LABELS).flatmap(lambda names: _bodies(names, internal, max_leaves))


@cache
def _bodies(names: tuple[str, ...], internal: bool, max_leaves: int) -> st.SearchStrategy[Body]:
    notes = [st.builds(Footnote, label=st.just(name), line=lines(internal=internal, max_runs=2)) for name in names]
    return st.builds(
        lambda given, told: body_of([*given, *told]),
        st.lists(leaves(footnotes=names, internal=internal), max_size=max_leaves),
        st.tuples(*notes),
    )


@cache
def instants() -> st.SearchStrategy[datetime]:
    """Aware instants in several zones."""
    zones = st.sampled_from((UTC, timezone(timedelta(hours=4)), timezone(timedelta(hours=-9, minutes=-30))))
    return st.datetimes(min_value=datetime(1970, 1, 2), max_value=datetime(2200, 1, 1), timezones=zones)


@cache
def persons() -> st.SearchStrategy[Person]:
    """People of the desk."""
    return st.builds(Person, name=plain_texts(), initials=st.sampled_from(("", "AB", "éß")))


@cache
def flags() -> st.SearchStrategy[Flag]:
    """HOLDs and legal reads, raised and cleared."""
    return st.builds(Flag, by=plain_texts(), why=plain_texts(), at=instants(), cleared_by=plain_texts())


@cache
def notes() -> st.SearchStrategy[Note]:
    """Notes with one remark or two."""
    remark = st.builds(Remark, author=texts(), text=texts(), at=st.one_of(st.none(), instants()))
    return st.builds(
        Note,
        id=labels(),
        thread=st.lists(remark, min_size=1, max_size=2).map(tuple),
        kind=st.sampled_from(NoteKind),
        resolved=st.booleans(),
        ahead=st.booleans(),
        whole=st.booleans(),
    )


def places() -> st.SearchStrategy[Place]:
    """Places anywhere, whether there is anything or not."""
    spans = st.tuples(st.integers(0, 400), st.integers(0, 60))
    return st.builds(
        lambda field, bullet, leaf, span: Place(
            field=field,
            bullet=bullet if field is Field.SUMMARY else None,
            leaf=leaf if field is Field.BODY else 0,
            start=span[0],
            end=span[0] + span[1],
        ),
        st.sampled_from((Field.HEADLINE, Field.STANDFIRST, Field.SUMMARY, Field.BODY)),
        st.uuids(),
        st.integers(0, 9),
        spans,
    )


@cache
def claims() -> st.SearchStrategy[Claim]:
    """Claims with anything said of them."""
    short = plain_texts()
    return st.builds(
        Claim,
        id=labels(),
        number=st.integers(1, 999),
        kind=st.sampled_from(ClaimKind),
        anchor=st.builds(Anchor, quote=short, prefix=short, suffix=short, place=places()),
        by=short,
        judgement=st.one_of(
            st.none(),
            st.builds(Judgement, verdict=st.sampled_from(Verdict), words=short, by=short, at=instants(), passage=short),
        ),
        query=st.one_of(
            st.none(),
            st.builds(Query, question=short, wording=short, to=st.sampled_from(Addressee), by=short, at=instants()),
        ),
        stet=st.one_of(st.none(), st.builds(Stet, by=short, why=short, at=instants(), words=short)),
        thread=st.lists(
            st.builds(Remark, author=short, text=short, at=st.one_of(st.none(), instants())), max_size=2
        ).map(tuple),
        evidence=st.lists(
            st.builds(Evidence, source=st.integers(1, 9), locator=short, contradicts=st.booleans()), max_size=2
        ).map(tuple),
        reworded=st.one_of(st.just(""), short),
        priority=st.booleans(),
        standing=st.sampled_from(Standing),
    )


@cache
def sources() -> st.SearchStrategy[Source]:
    """Sources with anything said of them."""
    short = plain_texts()
    return st.builds(
        Source,
        number=st.integers(1, 99),
        title=short.map(lambda text: text.strip() or "x"),
        kind=st.sampled_from(SourceKind),
        url=st.sampled_from(("", "https://example.org/paper")),
        archived_url=st.sampled_from(("", "https://example.org/kept")),
        media=st.sampled_from(("", f"{'ab' * 32}.pdf")),
        file_name=short,
        date=short,
        person=short,
        contact=short,
        terms=st.sampled_from(Terms),
        primary=st.sampled_from((None, True, False)),
        remark=short,
    )


@cache
def articles() -> st.SearchStrategy[Article]:
    """Articles with anything in any field."""
    optional_time = st.one_of(st.none(), instants())
    optional_flag = st.one_of(st.none(), flags())
    short = plain_texts()
    # Mapped, not filtered: of what is thrown away whole articles have too much.
    named = short.map(lambda text: text or "x")
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
            st.builds(Tag, id=st.uuids(), label=named, unsure=st.booleans()),
            max_size=3,
            unique_by=(lambda tag: tag.id, lambda tag: tag.label.casefold()),
        ).map(tuple),
        byline=st.lists(st.builds(BylineName, name=named), max_size=2).map(tuple),
        credit=st.builds(Credit, name=short, url=url, about=short),
        section=short,
        dateline=short,
        slugline=short,
        language=st.sampled_from(("en", "en-GB", "az", "ar", "zh-Hant")),
        access=st.sampled_from(Access),
        related=st.lists(st.builds(Related, title=named, url=url), max_size=2).map(tuple),
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
        notes=st.lists(notes(), max_size=2, unique_by=lambda note: note.id).map(tuple),
        claims=st.lists(claims(), max_size=2, unique_by=lambda claim: claim.id).map(tuple),
        sources=st.lists(sources(), max_size=2, unique_by=lambda source: source.number).map(tuple),
        check_level=st.one_of(st.none(), st.sampled_from(CheckLevel)),
        last_claim=st.integers(0, 999),
        last_source=st.integers(0, 99),
        claim_log=st.lists(
            st.builds(LogEntry, claim=st.integers(1, 999), at=instants(), by=short, text=short), max_size=2
        ).map(tuple),
        stage=st.sampled_from(Stage),
        spiked_from=st.one_of(st.none(), st.sampled_from(Stage)),
        publication=st.one_of(
            st.none(),
            st.builds(Publication, at=instants(), url=url, outlet=short, revision=st.one_of(st.none(), st.uuids())),
        ),
    )
