"""Moving leaves: nothing is lost, what hangs together stays together, footnotes keep the end."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskeditor.article.body import (
    Body,
    Footnote,
    Heading,
    Leaf,
    ListItem,
    ListKind,
    ListLevel,
    Paragraph,
    body_of,
    leaf_text,
)
from deskeditor.article.line import plain_line
from deskeditor.article.moving import move_leaves
from tests.strategies import MANY, bodies

B = ListLevel(kind=ListKind.BULLET)


def body(*words: str) -> Body:
    """A body in few words: `-a` an item, `--a` an item below it, `#a` a heading, `^a` a footnote, else a paragraph."""

    def leaf(text: str) -> Leaf:
        bare = text.lstrip("-#^")
        line = plain_line(bare)
        if text.startswith("-"):
            return ListItem(line=line, path=(B,) * (len(text) - len(bare)))
        if text.startswith("#"):
            return Heading(level=2, line=line)
        return Footnote(label=bare, line=line) if text.startswith("^") else Paragraph(line=line)

    return body_of(leaf(text) for text in words)


def said(moved: Body) -> list[str]:
    signs = {ListItem: "-", Heading: "#", Footnote: "^"}
    return [
        signs.get(type(leaf), "") * (len(leaf.path) if isinstance(leaf, ListItem) else 1) + leaf_text(leaf)
        for leaf in moved
    ]


@pytest.mark.parametrize(
    ("before", "first", "last", "up", "after"),
    [
        ("a b c", 1, 1, True, "b a c"),
        ("a b c", 1, 1, False, "a c b"),
        ("a b c d", 1, 2, False, "a d b c"),
        ("a b c d", 1, 2, True, "b c a d"),
        ("#a b", 0, 0, False, "b #a"),
        # Items take what hangs on them, and pass what hangs on others.
        ("-a --b -c --d", 0, 0, False, "-c --d -a --b"),
        ("-a --b -c --d", 2, 2, True, "-c --d -a --b"),
        # A paragraph passes a whole item.
        ("p -a --b -c", 0, 0, False, "-a --b p -c"),
        ("-a --b p", 2, 2, True, "p -a --b"),
        # Among those below one item they stay there; past it they come to hang on the one before or after.
        ("-a --b --c", 2, 2, True, "-a --c --b"),
        ("-a --b -c --d", 1, 1, False, "-a -c --b --d"),
        ("-a -c --b --d", 2, 2, True, "-a --b -c --d"),
        # At the top an item that hung on another hangs on none.
        ("-a --b", 1, 1, True, "-b -a"),
    ],
)
def test_one_step(before: str, first: int, last: int, up: bool, after: str) -> None:
    moved = move_leaves(body(*before.split()), first, last, up=up)
    assert moved is not None
    assert said(moved.body) == after.split()


@pytest.mark.parametrize(
    ("before", "first", "last", "up"),
    [("a b", 0, 0, True), ("a b", 1, 1, False), ("a b ^1", 1, 1, False), ("a ^1", 1, 1, True), ("-a --b", 0, 0, False)],
)
def test_where_there_is_no_neighbour_nothing_moves(before: str, first: int, last: int, up: bool) -> None:
    assert move_leaves(body(*before.split()), first, last, up=up) is None


@given(bodies(max_leaves=8), st.integers(0, 7), st.integers(0, 7), st.booleans())
@settings(max_examples=MANY)
def test_every_word_stays_and_the_numbers_say_where(given_body: Body, one: int, other: int, up: bool) -> None:
    first, last = min(one, other), max(one, other)
    moved = move_leaves(given_body, first, last, up=up)
    if moved is None:
        return
    assert Counter(map(leaf_text, moved.body)) == Counter(map(leaf_text, given_body))
    for number, leaf in enumerate(given_body):
        assert leaf_text(moved.body.leaves[moved.number(number)]) == leaf_text(leaf)
    assert (moved.number(first) < first) == up
    assert body_of(moved.body.leaves) == moved.body
