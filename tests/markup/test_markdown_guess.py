"""Only text that somebody wrote as Markdown is called so."""

import pytest

from deskeditor.markup.markdown_guess import looks_like_markdown


@pytest.mark.parametrize(
    "text",
    [
        "# Head\n\nText with **bold** words.",
        "Read [the report](https://example.org/a) first.",
        "## Head\n\n- one\n- two\n",
        "> It was cold.\n\n* a\n* b",
        "## Prices\n\n| a | b |\n|---|---|\n| 1 | 2 |",
    ],
)
def test_markdown_is_known(text: str) -> None:
    assert looks_like_markdown(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Plain words, and #hashtags, 2 * 3 * 4 and [sic] (see above).",
        "- one\n- two\n- three",
        "> On Tuesday Bo wrote:\n> It froze.",
        "# 3 in a row",
        "OSK, March 3 - The port froze.\n\n- 30 -",
        "1. not a list\n\n# no heading",
    ],
)
def test_other_text_is_left_alone(text: str) -> None:
    assert not looks_like_markdown(text)
