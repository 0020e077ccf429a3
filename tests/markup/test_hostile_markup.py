"""Input that means harm or is broken beyond sense: read in one go, nothing that could act comes out."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskeditor.article.body import Rule
from deskeditor.errors import InputError
from deskeditor.markup import markdown_reader, sanitise
from deskeditor.markup.html_reader import read_html
from deskeditor.markup.html_writer import write_html
from deskeditor.markup.markdown_reader import read_markdown
from deskeditor.markup.plain_text import body_text
from tests.strategies import MANY

TAGS = frozenset(
    "p h2 h3 h4 blockquote footer ul ol li pre code table thead tbody tr th td figure img figcaption small hr section"
    " strong em u s sup sub a br".split()
)
ATTRIBUTES = frozenset("href class id role start src alt width style data-level data-alt".split())
PIECES = (
    "<b>",
    "</b>",
    "<p>",
    "</p>",
    "<a href='javascript:x'>",
    "<a href=x onclick=y>",
    "<script>",
    "</script>",
    "<svg onload=x>",
    "<img src=x onerror=y>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<ul>",
    "<li>",
    "<blockquote>",
    "<h1>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<style>",
    "<iframe src='https://x.org'>",
    "<math>",
    "<select>",
    "<template>",
    "<",
    ">",
    "'",
    '"',
    "&",
    "&lt;script&gt;",
    "words",
    "\n\n",
    "- ",
    "> ",
    "`",
    "**",
    "[a](javascript:x)",
    "<pre>",
    "<title>",
    "</",
    "<!",
    "<figure>",
    "<figcaption>",
    "<sup id=fnref-1><a class=footnote-ref href='#fn-1'>",
    "<div class=footnotes><ol><li id=fn-1>",
)


def assert_harmless(html: str) -> None:
    """Only the writer's own tags and attributes, and no address that acts."""
    tags = re.findall(r"<([a-z0-9]+)((?: [a-z\-]+=\"[^\"<>]*\")*)>", html)
    assert len(tags) == len(re.findall(r"<[^/]", html))
    for name, attributes in tags:
        assert name in TAGS
        for attribute, value in re.findall(r" ([a-z\-]+)=\"([^\"]*)\"", attributes):
            assert attribute in ATTRIBUTES
            if attribute in ("href", "src"):
                assert not re.match(r"(?!https?:|mailto:|tel:)[a-z]+:", value, re.IGNORECASE)


@settings(max_examples=MANY)
@given(st.lists(st.sampled_from(PIECES), max_size=15).map("".join))
def test_tag_soup_is_read_and_comes_out_harmless(soup: str) -> None:
    for body in (read_html(soup).body, read_markdown(soup).body):
        html = write_html(body)
        assert_harmless(html)
        assert read_html(html).body == body


@settings(max_examples=MANY)
@given(st.text())
def test_any_text_at_all_is_read(text: str) -> None:
    assert read_html(text).body == read_html(write_html(read_html(text).body)).body
    read_markdown(text)


@pytest.mark.parametrize(
    "piece", ["<", "<a ", "<![", "<div>", "<b><p>", "<a x='>' ", "<ul><li>", "x<br>", "<!--", "&", "<a><div></a>x"]
)
def test_a_sign_repeated_for_ever_is_read(piece: str) -> None:
    read_html("words " + piece * 20_000)
    read_markdown("words " + piece * 20_000)


@pytest.mark.parametrize("piece", ["[", "[a](", "> ", "1. ", "**", "`a`` ", "{{", "<http://", "<a href='"])
def test_a_sign_of_markdown_repeated_for_ever_is_read(piece: str) -> None:
    assert "words" in body_text(read_markdown("words\n\n" + piece * 20_000).body)


def test_lists_that_all_begin_in_one_row_are_words_and_a_long_rule_is_a_rule() -> None:
    assert body_text(read_markdown("1. " * 60 + "x").body) == "1. " * 60 + "x"
    assert body_text(read_markdown("> " * 60 + "x").body) == "> " * 60 + "x"
    assert read_markdown("- " * 60).body.leaves == read_markdown("*" * 60).body.leaves == (Rule(),)


def test_depth_is_bounded_and_words_are_kept() -> None:
    reading = read_html("<div><b>" * 3000 + "words" + "</b></div>" * 3000 + "<p>more</p>")
    assert body_text(reading.body) == "words\n\nmore"
    assert reading.warnings == ("The page is nested too deeply: its innermost formatting was left out.",)
    nested = "\n".join("  " * depth + "- x" for depth in range(150))
    assert body_text(read_markdown(nested).body).count("x") == 150


def test_too_much_is_refused_in_a_sentence() -> None:
    with pytest.raises(InputError, match="paste only the article"):
        read_html("x" * (sanitise.MAX_CHARACTERS + 1))
    with pytest.raises(InputError, match="import only the article"):
        read_markdown("x" * (markdown_reader.MAX_CHARACTERS + 1))
