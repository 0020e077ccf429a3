"""What spreadsheets, mail, browsers, Word in the browser and Google Docs put on the clipboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.article.body import Table
from deskeditor.markup.html_reader import read_html
from deskeditor.markup.plain_text import body_text
from tests.markup.test_notes_read import noted
from tests.markup.test_office_pages import outline

EXCEL = (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet><style><!--'
    'table {mso-displayed-decimal-separator:"\\.";} .xl65 {color:red;font-weight:700;font-family:Calibri;}--></style>'
    "</head><body><table border=0 width=192><!--StartFragment--><col width=64 span=2><tr height=20><td class=xl65>Port"
    "</td><td class=xl65>Boats</td></tr><tr><td>Osk</td><td align=right x:num>1,200</td></tr><!--EndFragment-->"
    "</table></body></html>"
)
SHEETS = (
    "<meta charset='utf-8'><google-sheets-html-origin><style><!--br {mso-data-placement:same-cell;}--></style><table"
    ' data-sheets-root="1"><colgroup><col width="100"/></colgroup><tbody><tr><td style="font-weight:bold"'
    ' data-sheets-value="{&quot;1&quot;:2}">Port</td><td>Boats</td></tr><tr><td>Osk</td><td style="text-align:right"'
    ' data-sheets-formula="=SUM(R[-1]C)">1,200</td></tr></tbody></table>'
)
CALC = (
    '<html><head><title></title><style>td { font-family:"Liberation Sans" }</style></head><body>'
    '<table cellspacing="0"><colgroup span="2" width="85"></colgroup><tr><td><b><font face="DejaVu">Port</font></b>'
    '</td><td>Boats</td></tr><tr><td align="left">Osk</td><td align="right" sdval="1200" sdnum="1033;">1,200</td></tr>'
    "</table></body></html>"
)


@pytest.mark.parametrize("page", [EXCEL, SHEETS, CALC])
def test_cells_of_spreadsheets_are_a_table(page: str) -> None:
    body = read_html(page).body
    assert body_text(body) == "Port\tBoats\nOsk\t1,200"
    assert [type(leaf) for leaf in body] == [Table]


def test_a_comment_on_a_cell_is_a_note_and_not_its_words() -> None:
    reading = read_html(
        '<table><tr><td>Osk<a class="comment-indicator"></a><comment>Which <b>one</b>?</comment></td>'
        "<td>3</td></tr></table>"
    )
    assert body_text(reading.body) == "Osk\t3"
    assert noted(reading) == [("Osk", "cell-1")]
    assert reading.notes[0].thread[0].text == "Which one?"


def test_quoted_mail_is_a_quote() -> None:
    gmail = (
        '<div dir="ltr"><div>I agree.</div><div><br></div><div>Ada</div></div><br><div class="gmail_quote">'
        '<div class="gmail_attr">On 3 March Bo Lind wrote:<br></div><blockquote class="gmail_quote" style="margin:0 0 0'
        ' .8ex;border-left:1px #ccc solid"><div>It froze twice.</div></blockquote></div>'
        '<img src="https://mail.example/open.gif" width="1" height="1">'
    )
    reading = read_html(gmail)
    assert outline(reading.body) == ["I agree.", "Ada", "On 3 March Bo Lind wrote:", "> It froze twice."]
    assert reading.dropped == ("tracking image",)


def test_quoted_mail_in_plain_rows_is_no_code() -> None:
    page = (
        '<div class="moz-cite-prefix">Bo Lind wrote:<br></div><blockquote type="cite" cite="mid:a@example.org">'
        '<pre class="moz-quote-pre" wrap="">It froze twice.\nVery cold.</pre></blockquote><pre>code</pre>'
    )
    assert outline(read_html(page).body) == ["Bo Lind wrote:", "> It froze twice.\u2028Very cold.", "Code"]


def test_a_page_out_of_a_browser_leaves_its_dress_behind() -> None:
    page = (
        '<h2 style="font-family: Georgia; color: rgb(32, 33, 34)">Head</h2><p style="color: red">'
        'The<span class="Apple-converted-space">\u00a0</span>port froze.<span> </span><a href="https://example.org/a">Osk'
        '</a></p><ul><li>one<ul><li>two</li></ul></li></ul><div style="display:none">ad</div><script>x()</script>'
    )
    reading = read_html(page)
    assert outline(reading.body) == ["## Head", "The\u00a0port froze. Osk", "- one", "-- two"]
    assert reading.dropped == ("hidden text", "script")


def online(words: str, level: int, kind: str = "ul") -> str:
    """An item as Word in the browser copies it."""
    return (
        f'<div class="ListContainerWrapper SCXW1"><{kind} class="BulletListStyle1" role="list"><li data-listid="1"'
        f' data-aria-level="{level}" role="listitem" class="OutlineElement Ltr"><p class="Paragraph">'
        f'<span data-contrast="auto" class="TextRun"><span class="NormalTextRun">{words}</span></span><span class="EOP"'
        f' data-ccp-props="{{}}">&nbsp;</span></p></li></{kind}></div>'
    )


def para(words: str, role: str = "") -> str:
    """A paragraph as Word in the browser copies it."""
    return (
        f'<div class="OutlineElement Ltr SCXW1"><p class="Paragraph SCXW1" {role}><span class="TextRun">{words}</span>'
        '<span class="EOP SCXW1" data-ccp-props="{&quot;1&quot;:0}">&nbsp;</span></p></div>'
    )


def test_word_in_the_browser_keeps_lists_and_headings() -> None:
    page = (
        para("Head", 'role="heading" aria-level="2"')
        + para("Text")
        + online("one", 1)
        + online("two", 2, "ol")
        + online("three", 2, "ol")
        + online("four", 1)
        + para("Between")
        + online("five", 1, "ol")
    )
    assert outline(read_html(page).body) == [
        *("## Head", "Text", "- one", "-1. two", "-1. three", "- four", "Between", "1. five")
    ]


def test_comments_of_google_docs_are_notes() -> None:
    page = (
        '<p><span>It froze</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup><span> twice</span><sup>'
        '<a href="#cmnt2" id="cmnt_ref2">[b]</a></sup>.</p><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>'
        "Which port?</span></p><p>Ask.</p></div>"
        '<div class="c1"><p><a href="#cmnt_ref2" id="cmnt2">[b]</a>Once.</p></div>'
    )
    reading = read_html(page)
    assert outline(reading.body) == ["It froze twice."]
    assert noted(reading) == [("froze", "cmnt-1"), ("twice", "cmnt-2")]
    assert [note.thread[0].text for note in reading.notes] == ["Which port?\nAsk.", "Once."]


def test_a_sign_that_leads_to_no_comment_stays_a_word() -> None:
    assert body_text(read_html('<p>It froze<a href="#cmnt9">[z]</a> twice.</p>').body) == "It froze[z] twice."


@pytest.mark.parametrize(
    "page",
    [
        '<a href="#cmnt_ref1" id="cmnt1">[a]words',
        '<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a>more words',
        '<p>x<a href="#cmnt_ref1" id="cmnt1">[a]</a><p>words',
        '<p><a href="#cmnt_ref1" id="cmnt1">[a]</a>told<p>words',
        'x<a class="comment-indicator"></a><comment>words',
        '<p><a href="#cmnt_ref1" id="cmnt1">[a]</a>told</p><p>x<a href="#cmnt1">words',
    ],
)
def test_a_comment_that_never_ends_takes_no_words_along(page: str) -> None:
    assert body_text(read_html(page).body).endswith("words")


WORDS = st.text(alphabet="abcdefgh", min_size=2, max_size=6)
PARTS = st.one_of(
    st.builds(
        lambda text, level, kind: (text, online(text, level, kind)),
        WORDS,
        st.integers(1, 9),
        st.sampled_from(("ul", "ol")),
    ),
    WORDS.map(lambda text: (text, para(text))),
    WORDS.map(lambda text: (text, para(text, 'role="heading" aria-level="3"'))),
    WORDS.map(lambda text: (text, f"<table><tr><td>{text}</td></tr></table>")),
    WORDS.map(lambda text: (text, f'<p>{text}<a href="#cmnt1">[a]</a></p>')),
    WORDS.map(lambda text: ("", f'<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a>{text}</p></div>')),
    WORDS.map(lambda text: (text, f'<blockquote><pre class="moz-quote-pre">{text}\n</pre></blockquote>')),
)


@given(st.lists(PARTS, max_size=12))
def test_no_word_is_lost_moved_or_fused(parts: list[tuple[str, str]]) -> None:
    text = body_text(read_html("".join(markup for _, markup in parts)).body)
    words = [word.removesuffix("[a]") for word in text.split() if word.removesuffix("[a]").isalpha()]
    assert words == [word for word, _ in parts if word]


@given(st.text(alphabet="<>=\"' /abmcntpdivul_#123&", max_size=200))
def test_whatever_hints_come_something_is_read(text: str) -> None:
    for hint in (
        '<a href="#cmnt_ref1" id="cmnt1">',
        "<comment>",
        '<pre class="moz-quote-pre">',
        "<li data-ccp-props=''>",
    ):
        read_html(hint + text + "#cmnt comment-indicator moz-quote-pre data-ccp-props")
