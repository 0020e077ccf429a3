"""What is said after a paste."""

import pytest
from hypothesis import given

from deskeditor.article.body import Body
from deskeditor.markup.dress import Dress, dress_of
from deskeditor.markup.html_reader import read_html
from deskeditor.markup.html_writer import write_html
from deskeditor.markup.kept import said_of_paste
from tests.markup.office_pages import word_comment, word_comments, word_item, word_page
from tests.strategies import bodies


def told(html: str) -> str:
    reading = read_html(html)
    return said_of_paste(reading.body, notes=reading.notes, dropped=reading.dropped, dress=dress_of(html))


def test_a_word_page_is_told_in_one_line() -> None:
    page = word_page(
        "<p class=MsoQuote>It was cold.</p>"
        + word_item("one", "·")
        + word_item("two", "·")
        + "<p class=MsoNormal style='color:#C00000'>The <a href='https://example.org/'>port</a> froze.</p>"
        + word_item("three", "1.", number="l1")
        + f"<p class=MsoNormal>It was {word_comment('dark', 1)}.</p>"
        + word_comments((1, "Ada Berg", "Was it?"))
    )
    assert told(page) == "1 quote, 2 lists, 1 link, 1 comment kept; 1 font, 1 colour dropped."


@pytest.mark.parametrize(
    "html",
    [
        "",
        "word",
        "<p>One</p><p>Two</p>",
        '<p style="font-family:Papyrus;color:red">One <b>two</b> <a href="https://example.org/">three</a></p>',
        '<p style="font-family:Papyrus">One</p><p>Two</p>',
    ],
)
def test_what_nobody_would_ask_about_is_not_told(html: str) -> None:
    assert told(html) == ""


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<h2>A</h2><p>b</p>", "1 heading kept."),
        ("<table><tr><td>a<td>b</table><pre>x</pre>", "1 table, 1 piece of code kept."),
        ("<p>a</p><script>x()</script><iframe></iframe>", "Scripts, frames dropped."),
        ('<p>a <a href="javascript:x()">b</a> <a href="javascript:y()">c</a></p>', "2 unsafe links dropped."),
        ('<p>a</p><p><a href="https://example.org/"></a>b</p>', "1 link without words dropped."),
        (
            '<p>a</p><p><a href="https://example.org/" title="More of it">b</a></p>',
            "1 link kept; 1 hover text dropped.",
        ),
        (
            '<p><ins cite="mailto:Ada" datetime="2026-03-01">a</ins> b <del cite="mailto:Ada">c</del></p>',
            "2 tracked changes kept.",
        ),
        ("<ul><li>a<ol><li>b</ol><li>c</ul><p>x</p><ol><li>d</ol>", "2 lists kept."),
        ("<blockquote><p>a</p><p>b</p></blockquote><p>x</p><blockquote>c</blockquote>", "2 quotes kept."),
        ("<blockquote>a<footer>Ada</footer></blockquote><blockquote>b</blockquote>", "2 quotes kept."),
    ],
)
def test_each_thing_is_counted(html: str, said: str) -> None:
    assert told(html) == said


@given(bodies())
def test_whatever_is_kept_is_told_in_a_sentence_or_not_at_all(body: Body) -> None:
    said = said_of_paste(body)
    assert said == "" or (said.endswith(" kept.") and said[0].isdigit())
    # Pages of our own wear nothing.
    assert dress_of(write_html(body)) == Dress()


@pytest.mark.parametrize(
    ("html", "fonts", "colours"),
    [
        ("<span style='font-family:Arial,sans-serif;color:red'>a</span><b style=\"font-family:'arial'\">b</b>", 1, 1),
        ("<font face=Arial color=#ff0000>a</font><font color='red'>b</font>", 1, 2),
        (
            "<p style='mso-fareast-font-family:Calibri;mso-ansi-color:red;font-family:Symbol;color:windowtext'>a</p>",
            0,
            0,
        ),
        ("<style>.a{font-family:Arial} .b{font-family:Papyrus} p{color:red}</style><p class='x a'>a</p>", 1, 0),
        ("<p style='background:#ffffff'>a</p><p style='background-color: yellow'>b</p>", 0, 1),
        ("<p style='color: rgb(0, 0, 0)'>a</p><p>font-family: Arial; color: red</p>", 0, 0),
    ],
)
def test_fonts_and_colours_of_words_are_counted(html: str, fonts: int, colours: int) -> None:
    assert dress_of(html) == Dress(fonts=fonts, colours=colours)
