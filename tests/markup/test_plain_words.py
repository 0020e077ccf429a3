"""Markdown without a sign of markup is read without the Markdown reader, and to the same."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import deskeditor.markup.markdown_reader as reader
from deskeditor.markup.plain_words import plain_paragraphs
from tests.strategies import MANY, NASTY_TEXTS

PIECES = st.lists(
    st.sampled_from(
        (
            "a",
            "Word",
            "é",
            "7",
            "٣",
            "京",
            " ",
            "  ",
            "\n",
            "\n\n",
            "\u00a0",
            "\u3000",
            *".,;:?!'\"“”()–—…%€$/=+@-#>|_~",
        )
    ),
    max_size=12,
).map("".join)


@settings(max_examples=MANY)
@given(PIECES | st.sampled_from(NASTY_TEXTS) | st.text(max_size=10))
@example("a\n=")
@example("a  \nb")
@example("1. a")
@example("2019 (a")
def test_the_short_way_leads_to_the_same(text: str) -> None:
    short_body, short_line = reader.read_markdown(text), reader.read_markdown_line(text)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(reader, "plain_paragraphs", lambda text: None)
        assert short_body == reader.read_markdown(text)
        assert short_line == reader.read_markdown_line(text)


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("Ferry late", ("Ferry late",)),
        ("“We pay 5\u00a0%,” she said – twice (at least).", ("“We pay 5\u00a0%,” she said – twice (at least).",)),
        ("61 percent\nvoted.\n\n\nNext: a-b/c, $5!\n", ("61 percent\nvoted.", "Next: a-b/c, $5!")),
    ],
)
def test_running_text_goes_the_short_way(text: str, paragraphs: tuple[str, ...]) -> None:
    assert plain_paragraphs(text) == paragraphs


@pytest.mark.parametrize(
    "text", ["", "1. a", "- a", "a  \nb", "a\n\n    b", "*a*", "a & b", "{{ a }}", "# a", "a\n==="]
)
def test_what_may_be_markup_does_not(text: str) -> None:
    assert plain_paragraphs(text) is None
