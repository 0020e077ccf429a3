"""What a person types as Markdown keeps its words, whatever its signs would make of them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from deskeditor.article.body import Body, Embed, Figure, Paragraph, leaf_lines, leaf_text
from deskeditor.article.line import MarkKind
from deskeditor.article.published import published
from deskeditor.markup.markdown_whole import read_markdown_wholly, reread_markdown
from deskeditor.markup.markdown_writer import write_markdown
from tests.strategies import MANY, NASTY_TEXTS, bodies

SIGNS = (
    *NASTY_TEXTS,
    "\n",
    "\n\n",
    "\n> ",
    "\n- ",
    "\n1. ",
    "\n## ",
    "\n    ",
    "\n```\n",
    "\n| a | b |\n| - | - |\n| ",
    "\n\n<div>\n",
    "<script>",
    "<style>",
    "<!--",
    "-->",
    "<div",
    "<a href=",
    '<img alt="',
    '](https://example.org "',
    "[^1]: ",
    "\n\n[ref]: ",
    "{{< ",
    "<textarea>",
    "<pre>",
    "<?",
    "<![CDATA[",
    "*[abc]: ",
)


def everything(body: Body) -> str:
    """All that a body says, addresses and descriptions too."""
    told: list[str] = []
    for leaf in body:
        told.append(leaf_text(leaf))
        match leaf:
            case Figure():
                told.append(f"{leaf.alt} {leaf.credit} {leaf.media}")
            case Embed():
                told.append(leaf.url)
        told.extend(run.value(MarkKind.LINK) for line in leaf_lines(leaf) for run in line)
    return "\n".join(told)


@settings(max_examples=3 * MANY)
@given(st.lists(st.sampled_from(SIGNS), min_size=1, max_size=7))
def test_no_word_between_odd_signs_is_lost(signs: list[str]) -> None:
    words = [f"wq{number}" for number in range(len(signs) + 1)]
    text = words[0] + "".join(f"{sign}{word}" for sign, word in zip(signs, words[1:], strict=True))
    said = everything(read_markdown_wholly(text))
    assert [word for word in words if word not in said] == []


@settings(max_examples=MANY)
@given(bodies(internal=False))
def test_what_the_writer_wrote_is_read_as_ever(body: Body) -> None:
    text = write_markdown(body)
    assert read_markdown_wholly(text, written=text) == published(body)


PROSE = (
    "Words",
    "of *the* council",
    "“Yes,”",
    "*stars",
    "**bold** end",
    "[link](/a)",
    "a\nrow",
    "two  \nrows",
    "A\n- item",
    "Head\n---",
)


@settings(max_examples=2 * MANY)
@given(
    st.lists(st.one_of(st.sampled_from(PROSE), st.sampled_from(PROSE), st.sampled_from(NASTY_TEXTS)), max_size=6),
    st.integers(0, 5),
    st.integers(0, 3),
    st.lists(st.one_of(st.sampled_from(PROSE), st.sampled_from(NASTY_TEXTS)), max_size=3),
)
def test_reading_what_changed_alone_gives_what_reading_all_gives(
    blocks: list[str], at: int, gone: int, fresh: list[str]
) -> None:
    known = "\n\n".join(blocks)
    text = "\n\n".join([*blocks[:at], *fresh, *blocks[at + gone :]])
    reading = read_markdown_wholly(known)
    assert reread_markdown(text, known, reading) == read_markdown_wholly(text)


def test_what_would_hide_words_stands_as_typed() -> None:
    for typed in (
        "Before <!-- a remark --> after",
        "{{< video who >}} in the text",
        "An <unknown tag>",
        "<script>alert(words)</script>",
    ):
        body = read_markdown_wholly(f"First.\n\n{typed}\n\n**Last.**")
        assert [leaf_text(leaf) for leaf in body] == ["First.", typed, "Last."]


def test_only_the_block_that_hides_words_is_read_as_typed() -> None:
    body = read_markdown_wholly('See [the page](https://example.org/ "a title").\n\nAnd *this*, <b>bold</b>.')
    assert "a title" in leaf_text(body.leaves[0])
    assert leaf_text(body.leaves[1]) == "And this, bold."


def test_a_text_that_is_far_too_long_is_read_as_plain_words() -> None:
    text = "word " * 450_000
    assert isinstance(read_markdown_wholly(text).leaves[0], Paragraph)
