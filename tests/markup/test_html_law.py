"""What is written as HTML is read back as what was published, whatever the words look like."""

import re

from hypothesis import given, settings

from deskeditor.article.body import Body, leaf_lines
from deskeditor.article.line import INTERNAL, Line
from deskeditor.article.published import published, published_line, published_with_places
from deskeditor.markup.html_reader import read_html, read_html_line
from deskeditor.markup.html_writer import write_blocks, write_html, write_html_line
from tests.strategies import MANY, bodies, lines


@settings(max_examples=MANY)
@given(bodies())
def test_a_body_comes_back_as_published(body: Body) -> None:
    reading = read_html(write_html(body))
    assert reading.body == published(body)
    assert reading.dropped == reading.missing_images == ()


@settings(max_examples=MANY)
@given(lines(footnotes=("1", "a")))
def test_a_line_comes_back_as_published(line: Line) -> None:
    assert read_html_line(write_html_line(line)) == published_line(line)


@settings(max_examples=MANY)
@given(lines())
def test_marks_nest_and_no_tag_is_closed_to_be_opened_again(line: Line) -> None:
    html = write_html_line(line)
    stack: list[str] = []
    for end, name in re.findall(r"<(/?)([a-z]+)(?: href=\"[^\"]*\")?>", html):
        if name == "br":
            continue
        if end:
            assert stack.pop() == name
        else:
            assert name not in stack
            stack.append(name)
    assert not stack
    assert not re.search(r"</(strong|em|u|s|sup|sub|code)><\1>", html)


@settings(max_examples=MANY)
@given(bodies())
def test_each_element_knows_its_leaves(body: Body) -> None:
    blocks = write_blocks(body)
    kept = [index for index, _ in published_with_places(body)]
    assert "\n".join(block.html for block in blocks) == write_html(body)
    shown = [index for block in blocks for index in kept if block.first_leaf <= index <= block.last_leaf]
    assert shown == kept
    for block in blocks:
        assert re.match(r"<(p|h[2-4]|blockquote|ul|ol|pre|table|figure|hr|section)\b", block.html)


@settings(max_examples=MANY)
@given(bodies())
def test_ids_are_unique(body: Body) -> None:
    ids = re.findall(r'<(?:sup|li) id="([^"]*)"', write_html(body))
    assert len(ids) == len(set(ids))


@settings(max_examples=MANY)
@given(bodies())
def test_no_note_and_no_claim_is_written(body: Body) -> None:
    """A body with claims and notes is written exactly as one that never had any."""
    assert write_html(body) == write_html(published(body))
    assert not any(
        run.has(kind)
        for leaf in read_html(write_html(body)).body
        for line in leaf_lines(leaf)
        for run in line
        for kind in INTERNAL
    )
