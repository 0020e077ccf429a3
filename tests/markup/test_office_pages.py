"""What Word, LibreOffice and Google Docs put on the clipboard: structure kept, dress and signs left out."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.article.body import Body, Footnote, Heading, Leaf, ListItem, ListKind, Paragraph
from deskeditor.article.line import MarkKind
from deskeditor.article.notes import NoteKind, Remark
from deskeditor.markup.html_reader import read_html
from deskeditor.markup.notes_read import LONGEST_REMARK
from deskeditor.markup.plain_text import body_text
from tests.markup.office_pages import word_comment, word_comments, word_item, word_page
from tests.markup.test_notes_read import BY, noted

AT = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)


def outline(body: Body) -> list[str]:
    """Each leaf in a few signs: lists as their path, with the start of one that does not begin at 1."""

    def sign(leaf: Leaf) -> str:
        match leaf:
            case ListItem():
                steps = ("-" if step.kind is ListKind.BULLET else f"{step.start}." for step in leaf.path)
                return f"{''.join(steps)} {leaf.line.text}"
            case Heading():
                return f"{'#' * leaf.level} {leaf.line.text}"
            case Paragraph():
                return f"{'> ' if leaf.quoted else ''}{leaf.line.text}"
            case Footnote():
                return f"[{leaf.label}] {leaf.line.text}"
            case _:
                return type(leaf).__name__

    return [sign(leaf) for leaf in body]


def word(*parts: str) -> list[str]:
    return outline(read_html(word_page("".join(parts))).body)


def test_list_paragraphs_are_lists_without_the_signs() -> None:
    assert word(
        "<p class=MsoNormal>Before<o:p></o:p></p>",
        word_item("first", "·"),
        word_item("inner one", "1)", 2),
        word_item("inner two", "2)", 2),
        word_item("second", "·"),
        "<p class=MsoNormal>After</p>",
    ) == ["Before", "- first", "-1. inner one", "-1. inner two", "- second", "After"]


def test_a_list_that_goes_on_behind_a_paragraph_counts_on() -> None:
    items = [word_item(text, f"{text}.", number="l1") for text in "abcd"]
    assert word(*items[:2], "<p class=MsoNormal>Amid</p>", *items[2:]) == ["1. a", "1. b", "Amid", "3. c", "3. d"]


def test_a_list_that_begins_anew_is_another() -> None:
    items = [word_item(text, sign, number="l2") for text, sign in (("a", "1."), ("b", "2."), ("c", "1."))]
    lists = read_html(word_page("".join(items))).body
    assert outline(lists) == ["1. a", "1. b", "1. c"]


@pytest.mark.parametrize(
    ("sign", "path"),
    [
        ("·", "-"),
        ("o", "-"),
        ("§", "-"),
        ("–", "-"),
        ("4.", "4."),
        ("iv.", "4."),
        ("(c)", "3."),
        ("B)", "2."),
        ("2.1.3.", "3."),
        ("i.", "1."),
    ],
)
def test_without_a_style_sheet_the_sign_says_what_list_it_is(sign: str, path: str) -> None:
    assert outline(read_html(word_item("words", sign, number="l9")).body) == [f"{path} words"]


def test_levels_that_are_left_out_close_up() -> None:
    assert word(word_item("a", "·"), word_item("b", "·", 4), word_item("c", "·", 3), word_item("d", "·")) == [
        "- a",
        "-- b",
        "-- c",
        "- d",
    ]


def test_a_second_paragraph_of_an_item_stays_in_it() -> None:
    more = "<p class=MsoListParagraphCxSpLast style='margin-left:36.0pt'>more of it</p>"
    assert word(word_item("first", "·"), more, word_item("second", "·")) == ["- first\u2028more of it", "- second"]


def test_lists_in_table_cells_end_with_their_cell() -> None:
    table = f"<table><tr><td>{word_item('a', '·')}</td><td>{word_item('b', '·')}</td></tr></table>"
    body = read_html(word_page(f"<p class=MsoNormal>x</p>{table}<p class=MsoNormal>y</p>")).body
    assert [type(leaf).__name__ for leaf in body] == ["Paragraph", "Table", "Paragraph"]
    assert body_text(body).split() == ["x", "a", "b", "y"]


def test_empty_paragraphs_of_word_are_left_out() -> None:
    blank = "<p class=MsoNormal><o:p>&nbsp;</o:p></p>"
    assert word("<p class=MsoNormal>a</p>", blank, blank, "<p class=MsoNormal>b</p>") == ["a", "b"]


def test_named_styles_are_headings_and_quotes() -> None:
    assert word(
        "<p class=MsoTitle>The title</p>",
        "<p class=MsoHeading2>A part</p>",
        "<p class=MsoNormal style='mso-outline-level:3'>A section</p>",
        "<p class=MsoQuote>It was cold.</p>",
        "<p class=MsoIntenseQuote>Very cold.</p>",
        "<p class=MsoNormal>Words</p>",
    ) == ["## The title", "### A part", "#### A section", "> It was cold.", "> Very cold.", "Words"]


def test_footnotes_of_word_are_footnotes() -> None:
    def note(kind: str, element: str) -> str:
        sign = f'<a style=\'mso-{element}-id:{kind}1\' href="#_{kind}ref1" name="_{kind}1"><span>[1]</span></a>'
        return (
            f"<div style='mso-element:{element}-list'><hr size=1><div style='mso-element:{element}' id={kind}1>"
            f"<p class=MsoFootnoteText>{sign} The {element}.</p></div></div>"
        )

    def reference(kind: str, element: str) -> str:
        return f'<a style=\'mso-{element}-id:{kind}1\' href="#_{kind}1" name="_{kind}ref1"><span>[1]</span></a>'

    body = read_html(
        word_page(
            f"<p class=MsoNormal>Cold{reference('ftn', 'footnote')} and dark{reference('edn', 'endnote')}.</p>"
            + note("ftn", "footnote")
            + note("edn", "endnote")
        )
    ).body
    assert outline(body) == ["Cold\ufffc and dark\ufffc.", "[1] The footnote.", "[e1] The endnote."]


def test_footnotes_of_libreoffice_are_footnotes() -> None:
    page = (
        '<p>Cold<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> here.</p>'
        '<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym"'
        ' href="#sdfootnote1anc">1</a>A note.</p></div>'
    )
    assert outline(read_html(page).body) == ["Cold\ufffc here.", "[1] A note."]


def test_comments_of_word_are_notes_at_their_words() -> None:
    reading = read_html(
        word_page(
            f"<p class=MsoNormal>The {word_comment('harbour', 1)} froze {word_comment('twice', 2, at='20260302T0900')}."
            "<o:p></o:p></p>" + word_comments((1, "Ada Berg", "Which <b>one</b>?"), (2, "Bo Lind", "Says&nbsp;who?"))
        )
    )
    assert outline(reading.body) == ["The harbour froze twice."]
    assert noted(reading) == [("harbour", "comment-1"), ("twice", "comment-2")]
    assert [note.thread for note in reading.notes] == [
        (Remark(author="Ada Berg", text="Which one?", at=AT),),
        (Remark(author="Bo Lind", text="Says\u00a0who?", at=datetime(2026, 3, 2, 9, tzinfo=UTC)),),
    ]


def test_an_answer_belongs_to_the_comment_that_it_answers() -> None:
    reading = read_html(
        word_page(
            f"<p class=MsoNormal>{word_comment(word_comment('Words', 2, more=';mso-comment-parent:1'), 1)}</p>"
            + word_comments((1, "Ada Berg", "Sure?"), (2, "Bo Lind", "Yes."))
        )
    )
    assert [[remark.text for remark in note.thread] for note in reading.notes] == [["Sure?", "Yes."]]
    assert {label for _, label in noted(reading)} == {"comment-1"}


def test_a_comment_whose_words_are_not_named_is_told_at_the_word_before() -> None:
    sign = '<span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[AB1]</a></span>'
    reading = read_html(word_page(f"<p class=MsoNormal>So it is.{sign}</p>" + word_comments((1, "Ada", "Is it?"))))
    assert outline(reading.body) == ["So it is."]
    assert noted(reading) == [("is.", "comment-1")]


def test_tracked_changes_of_word_are_told() -> None:
    reading = read_html(
        word_page(
            f"<p class=MsoNormal>In <span class=msoDel><del {BY}>May</del></span>"
            f"<span class=msoIns><ins {BY}>June</ins></span> it froze.</p>"
        )
    )
    assert outline(reading.body) == ["In June it froze."]
    assert [(note.kind, note.thread[0].author, note.thread[0].text) for note in reading.notes] == [
        (NoteKind.DELETED, "Ada Berg", "May"),
        (NoteKind.INSERTED, "Ada Berg", ""),
    ]


def test_google_docs_dress_is_left_out() -> None:
    page = (
        '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1f"><h2 dir="ltr"><span style='
        '"font-size:16pt;font-weight:400">Head</span></h2><p dir="ltr"><span style="font-weight:700">Bold</span><span>'
        ' and <a href="https://www.google.com/url?q=https://example.org/a%3Fb%3D1&amp;sa=D&amp;usg=x">link</a></span>'
        '</p><ul><li dir="ltr" aria-level="1"><p dir="ltr">one</p></li><ul><li dir="ltr" aria-level="2"><p>two</p></li>'
        "</ul></ul></b>"
    )
    body = read_html(page).body
    assert outline(body) == ["## Head", "Bold and link", "- one", "-- two"]
    runs = [(run.text, {mark.kind for mark in run.marks}) for run in body.leaves[1].line]  # type: ignore[union-attr]
    assert runs == [("Bold", {MarkKind.STRONG}), (" and ", set()), ("link", {MarkKind.LINK})]
    assert body.leaves[1].line.runs[2].value(MarkKind.LINK) == "https://example.org/a?b=1"  # type: ignore[union-attr]


WORDS = st.text(alphabet="abcdefgh", min_size=2, max_size=6)
SIGNS = st.sampled_from(("·", "o", "1.", "2.", "a)", "iv.", "§"))


@given(
    st.lists(
        st.one_of(
            st.builds(lambda text, sign, level: (text, word_item(text, sign, level)), WORDS, SIGNS, st.integers(1, 9)),
            WORDS.map(lambda text: (text, f"<p class=MsoNormal>{text}</p>")),
            WORDS.map(lambda text: (text, f"<p class=MsoListParagraph>{text}</p>")),
            WORDS.map(lambda text: (text, f"<h2>{text}</h2>")),
            WORDS.map(lambda text: (text, f"<table><tr><td>{text}</td></tr></table>")),
        ),
        max_size=12,
    )
)
def test_no_word_is_lost_moved_or_fused(parts: list[tuple[str, str]]) -> None:
    body = read_html(word_page("".join(markup for _, markup in parts))).body
    text = " ".join(
        line.split(" ", 1)[1] if isinstance(leaf, ListItem | Heading) else body_text(Body((leaf,)))
        for line, leaf in zip(outline(body), body, strict=True)
    )
    assert text.replace("\u2028", " ").split() == [word for word, _ in parts]


@given(st.text(alphabet="<>=\"' /abmsoliptvelf:;-_0123&#x", max_size=200))
def test_whatever_hints_come_something_is_read(text: str) -> None:
    for hint in ("<p style='mso-list:l0 level1 lfo1'>", "<div style='mso-element:comment-list'>", "<o:p>"):
        read_html(hint + text + "mso-list mso-comment-x")


def test_thousands_of_unclosed_items_are_read_one_after_another() -> None:
    body = read_html("<p style='mso-list:l0 level1 lfo1'>word" * 20_000).body
    assert len(body) == 20_000
    assert all(isinstance(leaf, ListItem) and leaf.line.text == "word" for leaf in body)


def test_a_deletion_in_thousands_of_pieces_is_one_note_of_bounded_length() -> None:
    reading = read_html("<p>Words " + f"<del {BY}>gone </del>" * 20_000)
    assert len(reading.notes) == 1
    assert reading.notes[0].thread[0].text.startswith("gone gone ")
    assert len(reading.notes[0].thread[0].text) <= LONGEST_REMARK


@pytest.mark.parametrize(
    "page",
    [
        "<p>One <span class=MsoCommentReference>sign</p><p>words</p><!-- mso-comment- -->",
        "<div style='mso-element:comment-list'><p>more words</p><p>words",
    ],
)
def test_signs_that_never_end_hide_no_paragraph(page: str) -> None:
    assert body_text(read_html(page + "<!-- mso-comment-x -->").body).endswith("words")
