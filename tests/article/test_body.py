import pytest

from deskeditor.article.body import (
    Attribution,
    Body,
    Code,
    Footnote,
    Heading,
    ListItem,
    ListKind,
    ListLevel,
    Paragraph,
    body_of,
    leaf_lines,
    with_lines,
)
from deskeditor.article.line import OBJECT, Line, Mark, MarkKind, Run, line_of, plain_line

BULLET = ListLevel(kind=ListKind.BULLET)
NUMBER = ListLevel(kind=ListKind.NUMBER, start=3)


def reference(label: str) -> Run:
    return Run(text=OBJECT, marks=frozenset({Mark(MarkKind.FOOTNOTE, label)}))


def item(*path: ListLevel, quoted: bool = False) -> ListItem:
    return ListItem(line=plain_line("item"), path=path, quoted=quoted)


def test_an_item_goes_one_level_deeper_at_most() -> None:
    body = body_of([item(BULLET, NUMBER, BULLET), item(BULLET, BULLET, NUMBER)])
    assert [leaf.path for leaf in body if isinstance(leaf, ListItem)] == [(BULLET,), (BULLET, NUMBER)]


def test_a_list_does_not_reach_over_a_paragraph_or_out_of_a_quote() -> None:
    body = body_of([item(BULLET), Paragraph(line=plain_line("between")), item(BULLET, NUMBER)])
    assert body.leaves[2] == item(NUMBER)
    assert body_of([item(BULLET), item(BULLET, NUMBER, quoted=True)]).leaves[1] == item(NUMBER, quoted=True)


def test_an_attribution_needs_a_quote() -> None:
    orphan = Attribution(line=plain_line("Klaar"))
    quoted = Paragraph(line=plain_line("Not an alternative."), quoted=True)
    assert body_of([orphan]).leaves == (Paragraph(line=orphan.line, quoted=True),)
    assert body_of([quoted, orphan]).leaves == (quoted, orphan)
    assert body_of([quoted, orphan, orphan]).leaves[2] == Paragraph(line=orphan.line, quoted=True)


def test_footnotes_stand_at_the_end_under_labels_of_their_own() -> None:
    first, second = (Footnote(label="1", line=plain_line(text)) for text in ("one", "two"))
    body = body_of([first, second, Paragraph(line=plain_line("text"))])
    assert [type(leaf) for leaf in body] == [Paragraph, Footnote, Footnote]
    assert [leaf.label for leaf in body if isinstance(leaf, Footnote)] == ["1", "1-2"]


def test_a_reference_without_a_note_is_left_out_and_its_words_stay() -> None:
    line = line_of([Run(text="before "), reference("9"), Run(text="after")])
    assert body_of([Paragraph(line=line)]).leaves == (Paragraph(line=plain_line("before after")),)


def test_two_references_side_by_side_stay_two() -> None:
    line = line_of([reference("1"), reference("1")])
    note = Footnote(label="1", line=plain_line("note"))
    assert len(body_of([Paragraph(line=line), note]).leaves[0].line) == 2  # type: ignore[union-attr]


@pytest.mark.parametrize("text", ["a\nb", "\x00", "\ud800", "\ufdd0", "", OBJECT])
def test_text_that_no_format_carries_is_no_run(text: str) -> None:
    with pytest.raises(ValueError, match="no run can hold|one object character"):
        Run(text=text)


@pytest.mark.parametrize("kind", [MarkKind.LINK, MarkKind.CLAIM, MarkKind.NOTE, MarkKind.FOOTNOTE])
def test_a_mark_with_a_value_needs_one(kind: MarkKind) -> None:
    with pytest.raises(ValueError, match="mark with value"):
        Mark(kind)


def test_lines_go_back_where_they_came_from() -> None:
    for leaf in (Heading(level=2, line=plain_line("h")), item(BULLET), Code(text="x")):
        assert with_lines(leaf, leaf_lines(leaf)) == leaf


def test_a_repaired_body_needs_no_repair() -> None:
    body = body_of([item(BULLET, NUMBER), Attribution(line=plain_line("who")), Footnote(label="1", line=Line())])
    assert body_of(body) == body
    assert isinstance(body, Body)
